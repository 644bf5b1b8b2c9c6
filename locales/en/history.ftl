# Revisions: what changed, and restoring one.

# $from (Number)
# $to (Number)
history-changes = From revision { $from } to { $to }
history-what = What changed
history-from = From
history-to = to revision
history-compare = Show
history-none = These two revisions say the same.
# $parts (String)
history-same = Unchanged: { $parts }
# $language (String)
history-language = The language is now { $language }.
# $count (Number)
history-stayed = { $count } paragraphs that stayed
history-del = [removed:{" "}
history-del-end = ]
history-ins = [added:{" "}
history-ins-end = ]
history-hands = Written by
# $number (Number)
# $ago (Number)
history-of = revision { $number }, { $ago ->
    [one] one revision ago
   *[other] { $ago } revisions ago
}

restore-link = Restore
# $number (Number)
restore-title = Restore revision { $number }
# $number (Number)
# $published (Number)
restore-lead = The words of revision { $number } become a new revision. Revision { $published } stays in the history: nothing is overwritten.
restore-reason = Why
restore-reason-hint = Shown in the history beside the new revision.
# $number (Number)
restore-reason-first = Back to revision { $number }
restore-go = Restore
restore-see = See what that takes back
restore-draft = Your draft holds words that are not published.
restore-draft-help = Restoring would leave them behind. Publish them first, or take them out of the draft; then come back here.
restore-words = The words of this revision
