# ペアセッション:全体で使うことば。

pairing-kind-company = 1社を読み解く
pairing-kind-comparison = 似た企業を比べる
pairing-kind-improvement = トレースを磨く
pairing-either-language = 日本語か英語

pairing-title = ペア
pairing-intro = 職種の違うふたりが、60分で1社を読み解きます。ひとりでは見えないものが見えてきます。
pairing-find = 相手を探す
pairing-hour = 1時間の流れ
pairing-minutes = { $minutes }分
pairing-phase-check-in = はじめに
pairing-phase-check-in-text = 自己紹介と、持ち帰りたいこと。
pairing-phase-blind = 別々に書く
pairing-phase-blind-text = 顧客の課題を、見せ合わずに書きます。それから比べます。
pairing-phase-first = あなたが書く番
pairing-phase-first-text = あなたが書き、相手は自分の職種から問いかけます。この価値の、どこを見るだろう?
pairing-phase-second = 相手が書く番
pairing-phase-second-text = 役割を交代します。今度はあなたが、自分の職種から問いかけます。
pairing-phase-debrief = 持ち帰る
pairing-phase-debrief-text = 自分の仕事に何を生かすか。
