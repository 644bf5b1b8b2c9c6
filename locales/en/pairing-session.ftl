# A booked session's page.

# $who (String)
pairing-session-title = An hour with { $who }
pairing-session-changed = This has changed since you opened it. Below is how it stands now.
pairing-session-done-prepare = Saved. Your partner sees it here.
pairing-session-done-call = Saved. Both of you see it here, and a new invitation is on its way.
pairing-session-done-message = Sent.
pairing-session-done-company = Saved. New invitations are on their way.
pairing-session-done-confirm = Confirmed. Your partner sees that you are coming.
pairing-session-typed = This is what you typed. Copy it if you still need it.
pairing-session-departed = a former member
pairing-session-done-move = Proposed. The time changes once your partner agrees.
pairing-session-held = You both came. This hour is over.
pairing-session-missed = This hour did not take place.
pairing-session-closed = This hour was closed because one of you was not there.
pairing-session-cancelled = This session cannot take place.
pairing-session-cancelled-by-you = You cancelled this session.
# $who (String)
pairing-session-cancelled-by = { $who } cancelled this session.
pairing-session-confirmed = confirmed
pairing-session-your-time = For you
# $who (String)
pairing-session-their-time = For { $who }
pairing-session-partner = Partner
pairing-session-kind = What for
pairing-session-prepare = Prepare
pairing-session-company = Choose the company
pairing-session-company-hint = One from the directory. Either of you can change it until one has prepared.
pairing-session-yours = You
# $who (String)
pairing-session-theirs = { $who }
pairing-session-goals = What you want to take home
pairing-session-goals-hint = One or two sentences. Your partner reads them before the hour.
pairing-session-readings = To read before
pairing-session-readings-hint = Up to ten https:// addresses, one a line.
pairing-session-save = Save
pairing-session-nothing-yet = Nothing yet.
pairing-session-call = Call
pairing-session-call-open = Open the call
pairing-session-call-link = Link to your call
pairing-session-call-hint = Begins with https://. Only the two of you see it.
pairing-session-talk = Messages
pairing-session-talk-older = ← Earlier messages
pairing-session-talk-closed = Messages are closed.
pairing-session-message = Your message
pairing-session-message-hint = Up to 1,000 characters. Only the two of you read it.
pairing-session-send = Send
pairing-session-change = Change of plan
pairing-session-move = Propose another time
pairing-session-new-time = New time
# $who (String)
# $zone (String)
pairing-session-move-hint = In your zone, { $zone }. It changes once { $who } agrees.
pairing-session-propose = Propose
# $time (String)
# $who (String)
pairing-session-you-proposed = You proposed { $time }. Until { $who } agrees, the hour stands as above.
# $who (String)
# $time (String)
pairing-session-they-propose = { $who } proposes { $time }.
pairing-session-take-back = Take it back
pairing-session-accept = Agree to the new time
pairing-session-keep = Keep the time
pairing-session-cancel = Cancel the session
pairing-session-cancel-early = There is more than a day left, or you have just booked: cancelling costs you nothing.
pairing-session-cancel-late = Less than a day is left: this counts in your reliability figure, which only you see.
pairing-session-reason = Why
# $who (String)
pairing-session-reason-hint = { $who } reads this.
pairing-session-cancel-go = Cancel the session
pairing-session-report = Report or block
pairing-session-report-help = The organizers read it; your partner does not learn of it.
pairing-session-report-reason = What happened
# $who (String)
pairing-session-block = Also block { $who }: you will not be paired again
pairing-session-report-go = Send the report
pairing-session-mine = My sessions
pairing-session-none-ahead = Nothing booked.
pairing-session-none = No session yet.
pairing-session-to-pair = Find a partner
pairing-session-all = All my sessions
pairing-session-older = Earlier →
pairing-session-elsewhere = More about your sessions
pairing-session-state-held = Held
pairing-session-state-missed = Did not take place
pairing-session-state-closed = Closed
pairing-session-state-cancelled = Cancelled
