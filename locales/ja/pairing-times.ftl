# 自分の時間。

pairing-times-title = 自分の時間
pairing-times-lead = 会える時間に印を付けてください。見えるのはあなただけです。相手はこの時間の中から提案されます。
pairing-times-done-week = 保存しました。予定は次のようになります。
pairing-times-done-exception = 追加しました。
pairing-times-done-removed = 削除しました。
pairing-times-nothing = まだ何も登録されていません。1時間でも印を付けてください。登録がないと相手を探せません。
pairing-times-ahead = これからの7日間
pairing-times-not-soon = これからの7日間に空いている時間はありません。
pairing-times-elsewhere = あなたの1週間は{ $zone }の時計に合わせてあります。
pairing-times-forward = { $day }に{ $zone }の時計が{ $minutes }分進みます。あなたの時間はその時計のとおりで変わらず、ほかの地域の人から見るとずれます。
pairing-times-back = { $day }に{ $zone }の時計が{ $minutes }分戻ります。あなたの時間はその時計のとおりで変わらず、ほかの地域の人から見るとずれます。
pairing-times-week = 1週間の予定
pairing-times-week-hint = 1マスが1時間です。「9:00」は9:00から10:00まで。キーボードではTabで移動し、スペースで印を付けます。
pairing-times-zone = この1週間のタイムゾーン
pairing-times-zone-hint = 夏時間に切り替わっても、現地の9時は9時のままです。
pairing-times-jump = 時間帯
pairing-times-to-save = 保存
pairing-times-hour = 開始
pairing-times-hour-of = { $day } { $time }
pairing-times-weekday = { $day ->
    [1] 月曜日
    [2] 火曜日
    [3] 水曜日
    [4] 木曜日
    [5] 金曜日
    [6] 土曜日
   *[7] 日曜日
}
pairing-times-weekday-short = { $day ->
    [1] 月
    [2] 火
    [3] 水
    [4] 木
    [5] 金
    [6] 土
   *[7] 日
}
pairing-times-save = 1週間の予定を保存する
pairing-times-copy = 月曜の時間を平日すべてに入れて保存する
pairing-times-exceptions = いつもと違う日
pairing-times-no-exceptions = これからの予定はありません。
pairing-times-all-day = 終日
pairing-times-away = 会えない
pairing-times-free = この日は会える
pairing-times-remove = 削除する
pairing-times-add = いつもと違う日を追加する
pairing-times-day = 日付
pairing-times-what = 何が違いますか
pairing-times-from = 開始
pairing-times-from-hint = 15分刻み。終日なら要りません。
pairing-times-until = 終了
pairing-times-until-hint = 0:00はその日の終わりです。
pairing-times-add-go = 追加する
