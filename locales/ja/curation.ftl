# 注目のトレースと、その理由。

curation-title = 注目のトレースと、その理由
curation-intro = 運営が選び、名前と理由を残します。
curation-empty = 注目のトレースはまだありません。
curation-older = 以前の注目 →
curation-featured = 注目
curation-past = 取り下げ
curation-past-older = それより前に外したもの →
curation-past-none = 外したものはありません。
curation-chosen-by = 選んだ人:
curation-ended-by = 取り下げた人:
curation-desk = 運営:注目に選ぶ
curation-desk-end = 運営:注目から取り下げる
curation-reason = 公開する理由
curation-reason-hint = 10〜500字。あなたの名前と日付とともに、だれでも読めます。
curation-feature = 注目に選ぶ
curation-end = 取り下げる
