# 図と、図のそばに書くこと。

drawn-timeline = 時の線の上に出来事が{ $count }件。同じ内容が下の一覧にある
drawn-unit = 単位
drawn-bars = { $figure }の棒グラフ。同じ内容が下の表にある
drawn-positions = 二つの軸の上に{ $count }件。同じ内容が下の表にある
drawn-axis = { $low }(0)〜{ $high }(10)
drawn-table = 横に動かせる表
drawn-matrix = 要因 ← 資源
drawn-share = 100人のうち{ $share }人
drawn-path = { $shape }、{ $count }段階。同じ内容が下の一覧にある
drawn-ladder = 0から4のはしご。到達は{ $level }
drawn-ladder-open = 0から4のはしご。段階は未選択
reading-as-of = { $date }時点
reading-needs-source = 出典がほしい
typed-source-number = 出典 { $number }
typed-span = 時期
typed-from-to = 何から → 何へ
typed-since-year = { $since }から
typed-span-years = { $since }〜{ $until }
list-shift = 市場・社会の変化
list-pattern = 稼ぎ方の型
list-lens = レンズ
list-any = すべて
