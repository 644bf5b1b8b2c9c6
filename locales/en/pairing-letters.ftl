# Letters about sessions and proposals, the pages behind their links, and the calendar.

# $who (String)
# $time (String)
pairing-letters-booked-subject = Booked: an hour with { $who }, { $time }
pairing-letters-booked-text = your hour is booked. The invitation for your calendar is attached.
# $who (String)
pairing-letters-proposes-subject = { $who } proposes another time
# $who (String)
# $time (String)
pairing-letters-proposes-text = { $who } proposes another time for your hour: { $time }. Until you agree, it stands as below.
# $who (String)
# $time (String)
pairing-letters-moved-subject = Moved: your hour with { $who } is now { $time }
# $who (String)
# $time (String)
pairing-letters-changed-subject = Changed: your hour with { $who }, { $time }
pairing-letters-changed-text = the company or the link to your call has changed; the time is the same. The attached invitation changes the entry in your calendar.
pairing-letters-moved-text = your hour has moved. The attached invitation changes the entry in your calendar.
# $who (String)
# $time (String)
pairing-letters-cancelled-subject = Cancelled: your hour with { $who }, { $time }
# $who (String)
pairing-letters-cancelled-by = { $who } has cancelled your hour. The attached file takes it out of your calendar.
pairing-letters-cancelled-by-you = you have cancelled this hour. The attached file takes it out of your calendar.
pairing-letters-cancelled = this hour cannot take place. The attached file takes it out of your calendar.
pairing-letters-reason = Why
# $who (String)
# $time (String)
pairing-letters-three-days-subject = Coming up: your hour with { $who }, { $time }
pairing-letters-three-days-text = your hour is coming up. If it no longer suits you, move or cancel it now: until a day before, that costs you nothing.
# $who (String)
# $time (String)
pairing-letters-today-subject = Today: your hour with { $who }, { $time }
pairing-letters-today-text = your hour is today.
# $who (String)
# $time (String)
pairing-letters-soon-subject = Soon: your hour with { $who }, { $time }
pairing-letters-soon-text = your hour begins soon. When it does, check in on the session’s page.
# $who (String)
pairing-letters-afterwards-subject = How was your hour with { $who }?
pairing-letters-afterwards-text = your hour is over. How was it? Did it help, would you meet again, and what do you take into your own work? It takes a minute.
pairing-letters-with = With
pairing-letters-about = About
pairing-letters-when = When
# $who (String)
# $discipline (String)
pairing-letters-named = { $who } ({ $discipline })
pairing-letters-no-call = There is no link to a call yet. Either of you can add one on the session’s page.
pairing-letters-do-confirm = Confirm that you are coming
pairing-letters-do-agree = Agree to the new time
pairing-letters-do-move = Propose another time
pairing-letters-do-cancel = Cancel the session
pairing-letters-do-prepare = See what both of you prepare
pairing-letters-do-see = Open the session’s page
pairing-letters-do-feedback = Say how it was
pairing-letters-do-find = Find another partner
pairing-letters-hold = Confirming, proposing a time and cancelling work without signing in, each once, until the hour begins. These links are yours alone: do not pass this letter on.

# $who (String)
# $time (String)
pairing-letters-match-subject = A partner for an hour: { $who }, { $time }
pairing-letters-match-text = the queue has found you a partner. You are both free then. It is booked once both of you agree.
# $who (String)
pairing-letters-swap-subject = { $who } is waiting right now
pairing-letters-swap-text = someone is waiting right now because a partner did not come. If you agree, your hour begins at once.
pairing-letters-until = Answer by
pairing-letters-do-accept = Yes, book it
pairing-letters-do-decline = No, not this one
pairing-letters-do-proposal = See the proposal
pairing-letters-answer-hold = Both answers work without signing in, once. These links are yours alone: do not pass this letter on.

# $who (String)
pairing-letters-confirm = Confirm your hour with { $who }
# $who (String)
pairing-letters-confirm-text = { $who } sees on the session’s page that you are coming.
pairing-letters-confirm-go = I am coming
# $who (String)
pairing-letters-agree = A new time for your hour with { $who }
# $who (String)
# $time (String)
pairing-letters-agree-text = { $who } proposes { $time }. If you agree, the hour moves there, and both of you get a new invitation.
# $who (String)
pairing-letters-move = Another time for your hour with { $who }
# $who (String)
pairing-letters-cancel = Cancel your hour with { $who }
# $who (String)
pairing-letters-accept = An hour with { $who }
pairing-letters-accept-text = It is booked once both of you agree.
# $who (String)
pairing-letters-decline = No hour with { $who }
pairing-letters-decline-text = Your partner is free again for others, and so are you.

# $who (String)
pairing-letters-done-confirm = Confirmed. { $who } sees that you are coming.
pairing-letters-done-agree = Agreed. The hour has moved, and new invitations are on their way.
# $who (String)
pairing-letters-done-move = Proposed. The hour stands as it is until { $who } agrees.
# $who (String)
pairing-letters-done-cancel = Cancelled. { $who } is told by letter.
# $who (String)
pairing-letters-done-accept = You agreed. As soon as { $who } does too, the invitation comes by letter.
pairing-letters-done-decline = You said no.

pairing-letters-changed = This has changed since you opened it. Below is how it stands now.
pairing-letters-spent = This link has been used
pairing-letters-spent-text = Each link of a letter works once.
pairing-letters-late = Too late for this link
pairing-letters-late-text = The hour has begun or is over.
pairing-letters-late-answer = The time to answer is over.
pairing-letters-out-of-date = This letter is out of date
# $time (String)
pairing-letters-out-of-date-text = The hour has moved to { $time }. The newest letter has links that work.
pairing-letters-gone = This session has been cancelled
pairing-letters-gone-text = There is nothing left to do.
pairing-letters-settled = This proposal has been settled
pairing-letters-settled-text = It has been answered already.
pairing-letters-unable = This link does not work now
pairing-letters-unable-text = The account that it belongs to cannot act at present.
pairing-letters-stranger = This link belongs to another member
# $name (String)
pairing-letters-stranger-text = You are signed in as { $name }. Sign out first, or open the link in another browser. Nothing has changed.
pairing-letters-unknown = Nobody knows this link
pairing-letters-unknown-text = It may have been cut short on its way, or it is long over. Open it from the letter again, or sign in and look there.

pairing-letters-calendar = Your sessions in your calendar
pairing-letters-calendar-lead = Subscribe once, and your calendar program shows your sessions with every change.
pairing-letters-calendar-none = You have no address to subscribe to yet.
# $day (String)
pairing-letters-calendar-since = You have an address since { $day }. It is kept so that nobody can read it, so it cannot be shown again.
pairing-letters-calendar-make = Make an address
pairing-letters-calendar-renew = Make a new address
pairing-letters-calendar-renew-hint = The old one then stops working.
pairing-letters-calendar-end = End the address
pairing-letters-calendar-ended = Ended. The old address no longer works.
pairing-letters-calendar-fresh = This is your address. It is shown only now.
pairing-letters-calendar-how = In your calendar program, choose to subscribe to a calendar and paste it there. Whoever has the address sees when you meet whom, so treat it like a password. It shows no mail addresses and no links to calls.
pairing-letters-calendar-address = Address
pairing-letters-calendar-open = Open in a calendar program
# $site (String)
pairing-letters-calendar-name = Pair sessions, { $site }
# $who (String)
pairing-letters-event = Pair session with { $who }
# $who (String)
# $what (String)
pairing-letters-event-about = Pair session with { $who }: { $what }
# $link (String)
pairing-letters-event-call = Call: { $link }
# $link (String)
pairing-letters-event-page = The session’s page: { $link }
