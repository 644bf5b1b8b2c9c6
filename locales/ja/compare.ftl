# トレースを並べて比べる。

compare-title = { $count }本のトレースを並べて読む
compare-title-of = 比較:{ $names }
compare-description = { $names }を部ごとに並べて比べます。はじめに一言、次に本文と出典。
compare-who = 比べるもの
compare-facts = 項目の比較
compare-company = 企業
compare-equal = 同じ
compare-different = 違う
compare-verdict-unsaid = 未記入
compare-unsaid = 書かれていません
compare-untold = どのトレースにも書かれていない項目:{ $facts }
compare-glance = 一言で比べる
compare-texts = 本文で比べる
compare-unwritten = まだ書かれていません。
compare-no-sources = 出典はありません。

compare-choose = トレースを比べる
compare-which = 2〜4本を選ぶ
compare-go = 比べる
compare-this = 比べる
compare-hint = 2〜4本を選ぶと、部ごとに並べて読めます。
compare-nothing = 2〜4本のトレースを並べて読めます。企業のページで、その企業のトレースから選べます。
compare-one = 1本だけでは比べられません。もう1本以上選んでください。
compare-too-many = 並べられるのは4本までです。減らしてください。
compare-twice = 同じトレースが二度指定されています。比べる相手を選んでください。
compare-missing = 読めないトレースがあります。存在しないか、公開されていないか、非公開にされています。
compare-companies = 企業から選ぶ
compare-traces = すべてのトレース
