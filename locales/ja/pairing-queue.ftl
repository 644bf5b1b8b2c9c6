# 相手を探す:待機列と相手の提案。

pairing-queue-title = 相手を探す
pairing-queue-intro = 空いている時間と会いたい相手の条件を伝えると、同じ時間に空いている、職種の違うメンバーを探します。
pairing-queue-waiting = 待っています({ $place }番目)。
pairing-queue-see = 条件を広げるには
pairing-queue-place = 順番
pairing-queue-wait = 待ち時間の目安
pairing-queue-wait-unknown = まだわかりません
pairing-queue-typical = 待ち時間の目安:{ $wait }
pairing-queue-hours = { $count ->
    [one] およそ1時間
   *[other] およそ{ $count }時間
}
pairing-queue-days = { $count ->
    [one] およそ1日
   *[other] およそ{ $count }日
}
pairing-queue-partners = 条件の合う待機中のメンバー
pairing-queue-fit-of-first = { $count ->
    [one] 列の先頭{ $first }人のうち1人
   *[other] 列の先頭{ $first }人のうち{ $count }人
}
pairing-queue-fit = { $count ->
    [one] 1人
   *[other] { $count }人
}
pairing-queue-unable = いまは相手を提案できません
pairing-queue-proposed = 相手が見つかりました。答えてください
pairing-queue-wider = こうすると候補が広がります:
pairing-queue-wider-discipline = { $count ->
    [one] 職種を限らない:あと1人
   *[other] 職種を限らない:あと{ $count }人
}
pairing-queue-wider-company = { $count ->
    [one] 企業を限らない:あと1人
   *[other] 企業を限らない:あと{ $count }人
}
pairing-queue-wider-times = { $count ->
    [one] 時間を増やす:あと1人の可能性
   *[other] 時間を増やす:あと{ $count }人の可能性
}
pairing-queue-leave = 待つのをやめる
pairing-queue-times = 自分の時間
pairing-queue-times-marked = 1週間の空き時間は登録済みです。
pairing-queue-times-none = 先に空いている時間を登録してください。登録がないと相手を探せません。
pairing-queue-times-go = 自分の時間を見る
pairing-queue-company = 企業
pairing-queue-company-hint = 企業一覧から1社。空欄なら、相手の希望に合わせます。
pairing-queue-disciplines = この職種だけ
pairing-queue-disciplines-hint = 何も選ばなければ、自分と違う職種を優先してだれとでも。
pairing-queue-languages = 言語
pairing-queue-join = 待機列に入る
pairing-queue-change = 順番はそのままで条件を変える
pairing-queue-how = 相手の選び方
pairing-queue-how-order = 長く待っている人から順に探します。参加しなかったことの多い人は、ほかの人のあとになります。
pairing-queue-how-best = 職種の違う人、お互いに会いたいと思っている人、会った回数の少ない人の順に選びます。ブロックした人、された人が提案されることはありません。
pairing-queue-how-answer = 3時間以上先の日時と企業を提案します。どちらも企業を挙げていなければ、ふたりともまだ書いていない企業を選びます。あとからふたりで変えられます。12時間以内にふたりとも答えると決まり、そうでなければふたりとも順番はそのままです。

pairing-proposal-title = 1時間の相手が見つかりました
pairing-proposal-intro = ふたりともこの時間が空いています。ふたりが同意すると予約が決まります。
pairing-proposal-swap = 相手が来なかった人が、いま待っています。同意すると、すぐに1時間が始まります。
pairing-proposal-swap-ends = いまの15分の始まりから1時間です。{ $time }に終わり、あと{ $minutes }分あります。
pairing-proposal-company = 企業
pairing-proposal-any-company = 未定(ふたりで選ぶ)
pairing-proposal-until = { $time }までに答えてください
pairing-proposal-yes = はい、予約する
pairing-proposal-no = いいえ、順番はそのまま
pairing-proposal-said-yes = 同意しました。相手も同意すると予約が決まります。
pairing-proposal-booked = 予約が決まりました。
pairing-proposal-see = セッションを見る
pairing-proposal-declined = 相手の都合がつきませんでした。順番はそのままで、引き続き探します。
pairing-proposal-you-declined = 断りました。順番はそのままで、引き続き探します。
pairing-proposal-lapsed = 答える期限が過ぎました。順番はそのままです。
pairing-proposal-over = すでに答えがあるか、期限が過ぎています。いまの状態は下のとおりです。
