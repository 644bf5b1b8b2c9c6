# 日付のついた見立てと、その結果。

outcome-held = 当たった
outcome-partly = 一部当たった
outcome-failed = 外れた
hypothesis-turned-out = 結果:{ $outcome }
hypothesis-first = 最初に公開した文(第{ $number }版)
hypothesis-answer = その日が来ました。結果を書く
hypothesis-answer-again = 結果を直す
hypothesis-ask-title = あなたの見立ては、どうなりましたか
hypothesis-back = トレースへ戻る
hypothesis-outcome = 結果
hypothesis-evidence = 根拠
hypothesis-evidence-hint = いつ、どこで、何を見たか。外れた見立ても、当たったものと同じだけ学べる。
hypothesis-go = 結果を公開する
hypothesis-calls = 見立て
hypothesis-calls-hint = CMOだったら何をしたか。最初に公開した文のまま。
hypothesis-open = まだ先
hypothesis-open-until = { $date }に分かる
