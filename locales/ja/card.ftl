# 一覧のトレース。

card-featured = 注目
card-discipline = ・{ $discipline }
card-chosen-by = 選んだ人:
card-gone = 退会したメンバー
