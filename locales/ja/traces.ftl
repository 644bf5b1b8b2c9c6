part-shift-task = 変化から課題へ
part-task-value = 課題から価値へ
part-value-model = 価値から稼ぎ方へ

map-because = なぜなら
map-gap = すきま:まだ誰も理由を言っていない。
map-say-it = 一文で言ってみる
map-unsaid = まだ書かれていない
map-bridge-said = つながりあり
map-bridge-missing = つながりなし
map-label = { $name }:

stage-sketch = スケッチ
stage-trace = トレース
stage-bridged = つながり済み
