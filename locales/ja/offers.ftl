# 出典を寄せる。

offer-supply = 出典を寄せる
offer-title = 出典を寄せる
offer-hint = 出典のない数字に、またはトレース全体に。著者は一手で採り入れられ、あなたの名前が添えられる。
offer-passage = 何を支えるか
offer-whole = トレース全体
offer-go = この出典を寄せる
offer-take = 採り入れる
offer-decline = 見送る
offer-reason = 読者から出典の提供
offers-waiting = 読者から寄せられた出典
offers-hint = 採り入れると、提供者の名前を添えた新しい版が公開される。
reading-supplied-by = 提供:
