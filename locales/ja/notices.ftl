# 通知と、そのお知らせメール。

notices-inbox = お知らせ
notices-unread = 未読:
notices-read-all = すべて既読にする
notices-read-one = 既読にする
notices-empty = まだ何もありません。あなたのトレースにコメントがついたときや、ペアセッションに動きがあったときに、ここに届きます。
notices-gone = もとの内容は、もう公開されていません。
notices-pages = お知らせのページ
notices-older = 古いお知らせ →
notices-quote = 「{ $text }」

notices-comment-question = { $who }さんがあなたのトレースに質問しました
notices-comment-challenge = { $who }さんがあなたのトレースに反論しました
notices-comment-addition = { $who }さんがあなたのトレースに書き足しました
notices-comment-used = { $who }さんがあなたのトレースを使ってみました
notices-reply-question = { $who }さんがあなたのコメントに質問を返しました
notices-reply-challenge = { $who }さんがあなたのコメントに反論しました
notices-reply = { $who }さんがあなたのコメントに返信しました
notices-featured = { $who }さんがあなたのトレースを注目に選びました
notices-taken-down = { $who }さんがあなたのトレースを注目から取り下げました

notices-letter-about = トレース:{ $title }
notices-letter-why = まだ読まれていないお知らせがあるため、このメールをお送りしました。お知らせの一覧:
notices-letter-pair = ペアセッションについてのお知らせです

notices-pairing = ペアセッション
notices-ask-taken = { $who }さんがあなたの募集に応じ、予約が成立しました
notices-ask-free = 待っていた{ $who }さんの募集が空きました。期限までに答えると、あなたのものになります
notices-ask-closed = 待っていた{ $who }さんの募集は終わりました
notices-ask-again = { $who }さんが、もう一度あなたと会いたいと言っています
notices-proposal = { $who }さんが相手の候補です。期限までに答えてください
notices-booked = { $who }さんとの1時間が決まりました
notices-move-proposed = { $who }さんが日時の変更を提案しました
notices-moved = { $who }さんが新しい日時に同意しました
notices-move-declined = { $who }さんは元の日時のままを希望しています
notices-cancelled = { $who }さんとの1時間は取り消されました
notices-changed = { $who }さんが1時間の企業か通話のリンクを変えました
notices-proposal-over = { $who }さんとの1時間は、今回は決まりませんでした。待機列の順番はそのままです
notices-pair-message = { $who }さんからセッションについて連絡があります
notices-expected = 始まっています。{ $who }さんが待っています
notices-late = { $who }さんが遅れています。いま空いている人に声をかけるか、この1時間を閉じられます
notices-missed = 約束の1時間に{ $who }さんは来ましたが、あなたの参加がありませんでした
notices-did-you-meet = { $who }さんと会えましたか。ふたりとも参加の合図がありませんでした
notices-swap = { $who }さんが、いま相手を待っています
notices-thanks = { $who }さんが公開のお礼を書きました
notices-mutual = { $who }さんとあなたは、お互いに会いたいと思っています
notices-report = { $who }さんがセッションを報告しました
notices-joint-draft = { $who }さんと書いた文章を、二人の下書きとして残しました。公開するか、続きを書くか、選べます
notices-joint-trace = { $who }さんとの共同トレースを公開しました
notices-company-merged = 「{ $was }」は「{ $now }」の重複だったため、まとめました。あなたの予定や募集は「{ $now }」として続きます
