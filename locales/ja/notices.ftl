# 通知と、そのお知らせメール。

notices-inbox = 通知
notices-unread = 未読:
notices-read-all = すべて既読にする
notices-read-one = 既読にする
notices-empty = まだ何もありません。あなたのトレースにコメントがつくと、ここに届きます。
notices-gone = もとの内容は、もう公開されていません。
notices-pages = 通知のページ
notices-older = 古い通知 →
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
notices-letter-why = まだ読まれていない通知があるため、このメールをお送りしました。通知の一覧:
