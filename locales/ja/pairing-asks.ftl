# 募集:ペアの相手を募るもの。

pairing-asks-title = 募集
pairing-asks-lead = 1時間をともにする相手を探している人の一覧です。何について、いつ。時間を選ぶと、その場で予約が決まります。
pairing-asks-looking = いま相手を探している人
pairing-asks-all-open = 募集をすべて見る
pairing-asks-feed = 新しい募集のフィード
pairing-asks-feed-title = Marketing Trace: ペアの相手の募集
pairing-asks-new = 相手を募集する
pairing-asks-new-lead = 何についての1時間か、いつなら会えるかを書きます。だれかが時間を選ぶと、その場で予約が決まります。
pairing-asks-mine = 自分の募集
pairing-asks-older = 前の募集 →
pairing-asks-none = いまは募集がありません。最初のひとりになりませんか。あなたの時間がここに表示されます。
pairing-asks-none-fits = 条件に合う募集がありません。条件を広げるか、自分で募集してください。
pairing-asks-no-company = 「{ $name }」という企業は一覧にありません。

pairing-asks-kind = 内容
pairing-asks-open-to = 対象の職種
pairing-asks-in = 言語
pairing-asks-all = すべて
pairing-asks-company = 企業
pairing-asks-company-hint = 企業一覧から1社。テーマのほうが伝わりやすければ、空欄で。
pairing-asks-topic = テーマ
pairing-asks-topic-hint = 問いを1行で。120文字まで。
pairing-asks-trace = 磨きたいトレース
pairing-asks-trace-hint = ふたりで良くします。
pairing-asks-other = 見方の違うもう1つのトレース
pairing-asks-other-hint = 2つのトレースが食い違うところに、発見があります。
pairing-asks-no-trace = なし
pairing-asks-times = 会える時間
pairing-asks-times-hint = あなたのタイムゾーン { $zone } で入力します。いまから1時間以上先、15分刻みで。1つでもかまいません。応じる人が選びます。
pairing-asks-time = 時間{ $number }
pairing-asks-disciplines = 希望する職種
pairing-asks-disciplines-hint = 何も選ばなければ、だれでも歓迎。
pairing-asks-languages = 言語
pairing-asks-note = ひとこと
pairing-asks-note-hint = 読んだもの、知りたいこと。600文字まで。だれでも読めます。
pairing-asks-post = 募集を出す
pairing-asks-save = 保存する
pairing-asks-open-ones = 出している募集
pairing-asks-change = 募集を変える
pairing-asks-change-lead = だれかが応じるまでは、すべて変えられます。
pairing-asks-reopen = 新しい時間を出す
pairing-asks-close = 募集を閉じる
pairing-asks-own = あなたの募集

pairing-asks-who = 募集した人
pairing-asks-since = 募集日
pairing-asks-when = 日時
pairing-asks-for = 希望:{ $names }
pairing-asks-any-discipline = 職種は問わない
pairing-asks-one-trace = もとのトレース:
pairing-asks-two-traces = 見方の違う2つのトレース:
pairing-asks-take = 応じる
pairing-asks-no-time = いま空いている時間はありません。
pairing-asks-sign-in = サインインして応じる
pairing-asks-not-for-you = ほかの職種の人を募集しています。
pairing-asks-booked = この1時間を予約しています。
pairing-asks-taken = この募集にはすでに応じた人がいます。
pairing-asks-held = 応じた人がいます。取り消されたときは、待っている人に順に声をかけます。
pairing-asks-waiting-count = { $count ->
    [0] 待っている人はいません。
    [one] 1人が待っています。
   *[other] { $count }人が待っています。
}
pairing-asks-wait-text = 取り消しを待つことができます。順番が来たらお知らせし、答える時間は12時間です。
pairing-asks-wait = 空きを待つ
pairing-asks-sign-in-wait = サインインして空きを待つ
pairing-asks-leave = 待つのをやめる
pairing-asks-let-go = 見送る
pairing-asks-waiting = 空きを待っています({ $place }番目)。
pairing-asks-yours-until = 空きました。{ $limit }まであなたのものです。時間を選んでください。
pairing-asks-quicker = ひと足先に応じた人がいました。下から空きを待つことができます。

pairing-asks-state-open = 募集中
pairing-asks-state-again = 相手の返事を待っています
pairing-asks-state-taken = 応じた人がいます
pairing-asks-state-closed = 閉じました
pairing-asks-state-expired = 応じる人のないまま終わりました

pairing-asks-done-post = 募集を出しました。ほかの人から見えます。
pairing-asks-done-again = 相手に伝えました。この募集は相手だけに見えます。
pairing-asks-done-edit = 保存しました。
pairing-asks-done-wait = 空きを待っています。あなたの番になったらお知らせします。
pairing-asks-done-leave = 待つのをやめました。

pairing-asks-again = もう一度会う
pairing-asks-again-lead = { $who }さんに会える時間を伝えます。ほかの人には見えません。
pairing-asks-again-hint = あなたの空き時間から次の候補を選び、{ $who }さんにもう1時間をお願いします。あとから変えられます。
pairing-asks-again-from = { $who }さんがもう一度会いたいと言っています。時間を選んでください。

pairing-asks-improve = このトレースを一緒に磨く相手を募集する
pairing-asks-disagree = 食い違う2つのトレースがあれば、一緒に比べる相手を募集する

pairing-looking-count = { $count ->
    [0] 待っている人はいません
    [one] 1人が待っています
   *[other] { $count }人が待っています
}
pairing-looking-desks = 待っている人
pairing-looking-wishes = 希望の企業
pairing-looking-any = どの企業でも
