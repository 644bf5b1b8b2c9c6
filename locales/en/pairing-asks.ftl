# Asks: open invitations to pair.

pairing-asks-title = Asks
pairing-asks-lead = Members who look for someone to spend an hour with: on what, and when. Take a time, and it is booked.
pairing-asks-looking = Looking now
pairing-asks-all-open = All open asks
pairing-asks-feed = Feed of new asks
pairing-asks-feed-title = Marketing Trace: asks for a partner
pairing-asks-new = Ask for a partner
pairing-asks-new-lead = Say what the hour is about and when you could. Whoever takes one of your times books it at once.
pairing-asks-mine = My asks
pairing-asks-older = Older asks →
pairing-asks-none = Nobody is asking just now. Be the first: others see your times here.
pairing-asks-none-fits = No open ask fits. Widen the choice, or ask yourself.
# $name (String)
pairing-asks-no-company = No company called “{ $name }” is in the directory.

pairing-asks-kind = What for
pairing-asks-open-to = Open to
pairing-asks-in = Language
pairing-asks-all = All
pairing-asks-company = Company
pairing-asks-company-hint = One from the directory. Leave it empty when a topic says it better.
pairing-asks-topic = Topic
pairing-asks-topic-hint = A question in one line, up to 120 characters.
pairing-asks-trace = The trace to work on
pairing-asks-trace-hint = Make it better together.
pairing-asks-other = A second trace that sees it differently
pairing-asks-other-hint = Where two traces disagree there is something to find.
pairing-asks-no-trace = None
pairing-asks-times = Times I offer
# $zone (String)
pairing-asks-times-hint = In your zone, { $zone }. At least an hour from now, on a quarter. One is enough; whoever takes the ask chooses.
# $number (Number)
pairing-asks-time = Time { $number }
pairing-asks-disciplines = Disciplines wanted
pairing-asks-disciplines-hint = None marked: anyone is welcome.
pairing-asks-languages = Languages
pairing-asks-note = Note
pairing-asks-note-hint = What you have read, what you hope to see. Up to 600 characters; everybody can read it.
pairing-asks-post = Post the ask
pairing-asks-save = Save
pairing-asks-open-ones = Open asks
pairing-asks-change = Change the ask
pairing-asks-change-lead = Until someone takes it you can change all of it.
pairing-asks-reopen = Offer new times
pairing-asks-close = Close the ask
pairing-asks-own = Your ask

pairing-asks-who = Who asks
pairing-asks-since = Asked on
pairing-asks-when = When
# $names (String)
pairing-asks-for = for { $names }
pairing-asks-any-discipline = for any discipline
pairing-asks-one-trace = Begins with a trace:
pairing-asks-two-traces = Two traces that disagree:
pairing-asks-take = Take it
pairing-asks-no-time = None of the times is free just now.
pairing-asks-sign-in = Sign in to take one
pairing-asks-not-for-you = Another discipline is wanted.
pairing-asks-booked = You have this hour booked.
pairing-asks-taken = Someone has taken this ask.
pairing-asks-held = Taken. If the hour is called off, it goes to who waits, in order.
# $count (Number)
pairing-asks-waiting-count = { $count ->
    [0] Nobody waits for it.
    [one] One member waits for it.
   *[other] { $count } members wait for it.
}
pairing-asks-wait-text = Wait in case the hour is called off: you are asked in order, and have twelve hours to answer.
pairing-asks-wait = Wait for it
pairing-asks-sign-in-wait = Sign in to wait for it
pairing-asks-leave = Wait no longer
pairing-asks-let-go = Let it go
# $place (Number)
pairing-asks-waiting = You wait for it: place { $place }.
# $limit (String)
pairing-asks-yours-until = It has come free and is yours until { $limit }: take a time.
pairing-asks-quicker = Someone was quicker: this ask is taken. You can wait for it below.

pairing-asks-state-open = Open
pairing-asks-state-again = Waits for your partner's answer
pairing-asks-state-taken = Taken
pairing-asks-state-closed = Closed
pairing-asks-state-expired = Over: nobody took one of the times

pairing-asks-done-post = Posted. Others see it now.
pairing-asks-done-again = Asked. Your partner alone sees it, and is told.
pairing-asks-done-edit = Saved.
pairing-asks-done-wait = You wait for it now. You are told as soon as it is yours.
pairing-asks-done-leave = You do not wait for it any more.

pairing-asks-again = Meet again
# $who (String)
pairing-asks-again-lead = Offer { $who } some times. Nobody else sees this ask.
# $who (String)
pairing-asks-again-hint = Ask { $who } for another hour, at the next times of your week. You can change them afterwards.
# $who (String)
pairing-asks-again-from = { $who } would like to meet you again: take a time.

pairing-asks-improve = Ask for a partner to make this trace better
pairing-asks-disagree = Two of these traces disagree? Ask for a partner to compare them

# $count (Number)
pairing-looking-count = { $count ->
    [0] Nobody waits
    [one] One member waits
   *[other] { $count } members wait
}
pairing-looking-desks = Who waits
pairing-looking-wishes = For what
pairing-looking-any = Any company
