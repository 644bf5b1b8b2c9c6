# トレースについて話す。

comments-talk = 話す
comments-count = { $count ->
    [0] コメントはまだありません
   *[other] コメント { $shown }件
}
comments-count-parts = { $count ->
   *[other] コメント { $shown }件、うち部分へ { $parts }件
}
comments-pages = コメントのページ
comments-older = ← 古いコメント
comments-newest = 新しいコメント
comments-in-talk = 話すへ
comments-replies = { $count ->
   *[other] 返信 { $shown }件
}

comments-kind = 種類
comments-kind-question = 質問
comments-kind-challenge = 反論
comments-kind-addition = 追加
comments-kind-used = 使ってみた

comments-departed = 退会したメンバー
comments-edited = 編集済み
comments-on-revision = 第{ $number }版について
comments-stub-deleted = このコメントは書いた人が削除しました。
comments-stub-hidden = このコメントは運営が非表示にしました。
comments-stub-blocked = ブロック中の相手のコメントです。

comments-link = リンク
comments-reply = 返信
comments-edit = 編集
comments-delete = 削除
comments-hide = 非表示にする
comments-save = 変更を保存する
comments-back = 戻る

comments-about = どこについて
comments-whole = トレース全体
comments-your-comment = コメント
comments-your-reply = 返信
comments-edit-title = コメントを編集する
comments-on-trace = トレース:
comments-parent = 返信先
comments-hint = Markdownで書けます。結果を疑う前に、理由をたずねる。
comments-post = コメントする
comments-post-reply = 返信する

comments-invitation = メンバーは、トレース全体や、その一部分にコメントできます。
comments-sign-in = サインインしてコメントする
comments-sign-up = 登録する
