# The inbox and the letters about what is in it.

notices-inbox = Inbox
notices-unread = Unread:{" "}
notices-read-all = Mark all as read
notices-read-one = Mark as read
notices-empty = Nothing yet. You hear here when someone comments on a trace of yours, and what happens with your pair sessions.
notices-gone = What this was about is no longer there.
notices-pages = Pages of the inbox
notices-older = Older notices →
# $text (String)
notices-quote = “{ $text }”

# $who (String)
notices-comment-question = { $who } asked about your trace
# $who (String)
notices-comment-challenge = { $who } challenged your trace
# $who (String)
notices-comment-addition = { $who } added to your trace
# $who (String)
notices-comment-used = { $who } used your trace, and says thank you
# $who (String)
notices-reply-question = { $who } asked you in reply
# $who (String)
notices-reply-challenge = { $who } challenged your comment
# $who (String)
notices-reply = { $who } replied to you
# $who (String)
notices-featured = { $who } featured your trace
# $who (String)
notices-taken-down = { $who } took your trace down from Featured

# $title (String)
notices-letter-about = About the trace: { $title }
notices-letter-why = You get this letter because you had not seen the notice yet. All your notices:
notices-letter-pair = About your pair sessions

notices-pairing = Pair sessions
# $who (String)
notices-ask-taken = { $who } took your ask: the hour is booked
# $who (String)
notices-ask-free = The ask by { $who } that you wait for has come free: it is yours if you answer in time
# $who (String)
notices-ask-closed = The ask by { $who } that you waited for is over
# $who (String)
notices-ask-again = { $who } would like to meet you again
# $who (String)
notices-proposal = { $who } could be your partner: answer in time
# $who (String)
notices-booked = Your hour with { $who } is booked
# $who (String)
notices-move-proposed = { $who } proposes a new time
# $who (String)
notices-moved = { $who } took the new time
# $who (String)
notices-move-declined = { $who } would rather keep the time
# $who (String)
notices-cancelled = Your hour with { $who } is cancelled
# $who (String)
notices-changed = { $who } changed the company or the call of your hour
# $who (String)
notices-proposal-over = No hour with { $who } this time. You keep your place in the queue
# $who (String)
notices-pair-message = { $who } wrote to you about your session
# $who (String)
notices-expected = { $who } is here: your hour has begun
# $who (String)
notices-late = { $who } is late: ask who is free now to step in, or close the hour
# $who (String)
notices-missed = { $who } came to your hour and did not see you there
# $who (String)
notices-did-you-meet = Did you and { $who } meet? Neither of you checked in
# $who (String)
notices-swap = { $who } is waiting for a partner right now
# $who (String)
notices-thanks = { $who } thanks you in public
# $who (String)
notices-mutual = { $who } would like to meet you, and you them
# $who (String)
notices-report = { $who } reported a session
# $who (String)
notices-joint-draft = What you wrote with { $who } is kept as a draft for both of you: publish it, go on, or leave it
# $who (String)
notices-joint-trace = Your joint trace with { $who } is published
# $who (String)
notices-invited = { $who } invites you to write a trace together
# $who (String)
notices-invitation-accepted = { $who } writes your trace with you now
# $who (String)
notices-invitation-declined = { $who } would rather not write with you this time
# $who (String)
notices-author-left = { $who } no longer writes your trace and stays named for their part
# $who (String)
notices-reviewer = { $who } would like you to read a draft
# $who (String)
notices-draft-remark = { $who } remarked on your draft
notices-writing = Writing together
notices-letter-writing = About writing together
notices-hypothesis-due = The day of your hypothesis has come: how did it turn out?
# $who (String)
notices-source-offered = { $who } offers a source for your trace
# $who (String)
notices-source-taken = { $who } took the source that you offered
# $was (String)
# $now (String)
notices-company-merged = “{ $was }” was a second entry for “{ $now }”: what you have on it now stands under that name
