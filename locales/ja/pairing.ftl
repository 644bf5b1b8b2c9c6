# ペアセッション:全体で使うことば。

pairing-kind-company = 1社を読み解く
pairing-kind-comparison = 似た企業を比べる
pairing-kind-improvement = トレースを磨く
pairing-either-language = 日本語か英語
