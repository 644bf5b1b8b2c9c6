# 通知と、そのお知らせメール。

notices-inbox = お知らせ
notices-unread = 未読:
notices-read-all = すべて既読にする
notices-read-one = 既読にする
notices-empty = まだ何もありません。あなたのトレースにコメントがつくと、ここに届きます。
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
