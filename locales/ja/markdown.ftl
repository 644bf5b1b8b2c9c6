# Markdownを表示するときに加える言葉。
markdown-source = 出典
markdown-unknown-source = (この出典は登録されていません)
markdown-note = 注
markdown-notes = 注
markdown-back = 本文へ戻る:注
markdown-table = 表
markdown-done = 完了:
markdown-open = 未完了:
