# 改訂:変わったところ、前の版に戻すこと。

history-changes = 第{ $from }版から第{ $to }版へ
history-what = 変わったところ
history-from = 比べる版
history-to = と
history-compare = 比べる
history-none = 二つの版に違いはありません。
history-same = 変わっていない部:{ $parts }
history-language = 言語が{ $language }になりました。
history-stayed = 変わっていない段落 { $count }
history-del = 【削除:
history-del-end = 】
history-ins = 【追加:
history-ins-end = 】
history-hands = 書いた人:
history-of = 第{ $number }版({ $ago }版前)

restore-link = この版に戻す
restore-title = 第{ $number }版に戻す
restore-lead = 第{ $number }版の内容を新しい版として公開します。第{ $published }版も履歴に残り、何も上書きされません。
restore-reason = 理由
restore-reason-hint = 履歴で新しい版に添えて表示されます。
restore-reason-first = 第{ $number }版に戻しました
restore-go = 戻す
restore-see = 戻すと何が変わるか見る
restore-draft = 下書きに、まだ公開していない内容があります。
restore-draft-help = このまま戻すと置き去りになります。先に公開するか、下書きから外してから、ここに戻ってください。
restore-words = この版の内容
