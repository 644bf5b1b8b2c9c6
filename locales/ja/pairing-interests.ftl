# 会ってみたい人。本人だけが見るもの。

pairing-interests-label = 会ってみたい
pairing-interests-offer = { $name }さんと1時間を過ごしてみたいですか。{ $name }さんも同じように思っていると伝えるまで、誰にも知られません。
pairing-interests-mine = { $name }さんに会ってみたいと登録しています。見えるのはあなただけです。
pairing-interests-both = { $name }さんとあなたは、お互いに会ってみたいと思っています。
pairing-interests-say = 会ってみたい
pairing-interests-end = 取り消す
pairing-interests-see = 会ってみたい人の一覧
pairing-interests-title = 会ってみたい人
pairing-interests-lead = この一覧が見えるのはあなただけです。相手もあなたを登録すると、ふたりに知らせが届き、相手探しでも優先されます。
pairing-interests-none = まだいません。メンバーのページで登録できます。
pairing-interests-mutual = お互いに会ってみたい
pairing-interests-ended = 取り消しました。通知は送られません。
pairing-interests-full = 1人取り消すと、別の人を登録できます。
pairing-interests-more = 続き →
