# What rendering a member's Markdown puts in.
markdown-source = Source
markdown-unknown-source = {" "}(no such source)
markdown-note = Note
markdown-notes = Notes
markdown-back = Back to note
markdown-table = Table
markdown-done = done:{" "}
markdown-open = to do:{" "}
