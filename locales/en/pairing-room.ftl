# The room: the hour itself, in one shared text.

pairing-room-title = The room
# $who (String)
pairing-room-with = Pair session with { $who }
pairing-room-go = To the room
# $time (String)
# $zone (String)
pairing-room-opens = The room opens on { $time }, { $zone }.
pairing-room-look = Look again
pairing-room-door = Your room is open
pairing-room-door-text = Sixty minutes, one shared text, two hands. Coming in counts as checking in.
pairing-room-enter = Come in

pairing-room-clock = Clock
# $passed (String)
pairing-room-passed = { $passed } of 60 minutes
pairing-room-clock-note = The server keeps this clock; reloading changes nothing.
# $minutes (String)
# $seconds (String)
pairing-room-left = { $minutes } min { $seconds } s left.
pairing-room-paused = Paused.
# $time (String)
pairing-room-begins = It begins at { $time }.
pairing-room-now-door = The room is open
pairing-room-now-check-in = Check-in: what do you each want to take home?
pairing-room-now-blind = Both write the customer task, unseen
# $who (String)
# $other (String)
pairing-room-now-drive = { $who } drives, { $other } asks
pairing-room-now-debrief = Debrief: what goes into your own work?
pairing-room-now-over = The hour is over
pairing-room-now-cancelled = This session was cancelled
pairing-room-short-check-in = Check-in
pairing-room-short-blind = Task, unseen
# $who (String)
pairing-room-short-drive = { $who } drives
pairing-room-short-debrief = Debrief

pairing-room-skip-door = Begin now
pairing-room-skip-check-in = On to the customer task
pairing-room-skip-blind = I am ready to reveal
# $who (String)
pairing-room-skip-drive = On: { $who } drives
pairing-room-skip-second = On to the debrief
pairing-room-skip-debrief = End the hour
pairing-room-extend = Five minutes more
pairing-room-pause = Pause
pairing-room-resume = Go on
pairing-room-both = The clock changes once both of you want it to.
# $what (String)
# $who (String)
pairing-room-you-wish = You would like: “{ $what }”. It happens once { $who } agrees.
# $who (String)
# $what (String)
pairing-room-they-wish = { $who } would like: “{ $what }”.
pairing-room-agree = Agree
pairing-room-not-now = Not now
pairing-room-take-back = Take it back
pairing-room-trouble = Trouble? Report or leave
pairing-room-goals = What you want to take home
pairing-room-no-goals = Nothing noted. Say it aloud.

pairing-room-blind = The customer task, unseen
# $who (String)
pairing-room-blind-hint = Who wants to get what done, and what stands in the way? { $who } cannot see this until both of you reveal it.
pairing-room-blind-own = Your answer
pairing-room-blind-save = Save
# $time (String)
pairing-room-blind-saved = Saved { $time }, for you alone
pairing-room-blind-wait = Time is up. In a moment both answers stand here, side by side.
pairing-room-revealed = Written unseen, now side by side
pairing-room-revealed-text = Both stand in the shared text below. Merge them into one.
pairing-room-blind-none = Nothing written.
pairing-room-blind-late = This came after the reveal, so it is not in the shared text yet. Copy what you need.

pairing-room-saved = Saved, both of you hold the same text
pairing-room-saving = Saving …
pairing-room-joining = Joining the shared text …
pairing-room-offline = No connection. What you write stays in this browser and is merged when it is back.
pairing-room-back = The connection is back, and your texts are merged.
pairing-room-restarted = The server was restarted, and your texts are merged.
pairing-room-came = You are in: this is the text as it stands.
pairing-room-twice = You are also in it elsewhere
pairing-room-local = This browser had kept something unsaved. It is in the text now.
pairing-room-full = The text has reached its largest size. What you write now is not saved.
pairing-room-closed = The room has closed. What was saved is kept.
pairing-room-plain = Save each part by its button.
pairing-room-read-only = Read only
# $who (String)
pairing-room-here = { $who } is here
# $who (String)
pairing-room-away = { $who } is not here now
pairing-room-undo = Undo mine
pairing-room-redo = Redo mine
pairing-room-you = You
pairing-room-count = In characters:
pairing-room-to-questions = Questions
pairing-room-to-chat = Chat

pairing-room-text = The shared text
pairing-room-text-title = Title
# $part (String)
pairing-room-gist = { $part }, in one sentence
# $part (String)
pairing-room-body = { $part }, in your own words
pairing-room-save = Save
pairing-room-conflict = Your partner wrote here since you opened the page. Nothing is lost: this is what you typed, and below is how the text stands now. Take over what you need.
pairing-room-typed = What you typed
pairing-room-sources = Sources

# $who (String)
# $discipline (String)
pairing-room-lens = { $who } asks, from { $discipline }
pairing-room-lens-hint = Read one aloud, then let the driver write for three minutes.
pairing-room-chat = Beside the text
pairing-room-chat-none = Nothing said yet.
pairing-room-say = Message
pairing-room-say-go = Say
pairing-room-someone = Someone

pairing-room-end = What becomes of it?
pairing-room-end-text = A joint trace takes two yeses, and carries both your names. Without them it stays a draft that both of you see and either continues.
pairing-room-end-company = Company
pairing-room-end-company-hint = Its name as in the directory. The session was booked without one.
pairing-room-end-publish = Publish it together
pairing-room-end-keep = Keep it as our draft
pairing-room-end-drop = Drop it
# $answer (String)
# $who (String)
pairing-room-end-you-said = You said: “{ $answer }”. { $who } has not answered yet. You can change your mind.
# $who (String)
# $answer (String)
pairing-room-end-they-said = { $who } said: “{ $answer }”.
pairing-room-end-again = The text has changed since your partner agreed. They are asked again.
pairing-room-end-changed = The text has changed since you read it. Here it is as it stands now; agree once more if it still suits you.
pairing-room-end-alone = You were here alone. What you wrote is kept as your own draft.
pairing-room-end-published = Your joint trace is published
pairing-room-end-published-go = Read it
pairing-room-end-draft = It is kept as a draft for both of you
pairing-room-end-draft-text = Either of you can go on writing and publish it from there; both see it.
pairing-room-end-draft-go = To the draft
pairing-room-end-dropped = You both dropped it. The text is deleted.
pairing-room-end-nothing = Nothing was written, so nothing is kept.
pairing-room-end-apart = Nothing is made of this text. It stays here for each of you to read.
pairing-room-own-hint = Up to 1,000 characters. Only you read it, here and among your takeaways.
pairing-room-own-save = Keep it for me
pairing-room-own-saved = Saved, for you alone
pairing-room-feedback = Once the hour has ended, its page asks how it was.
pairing-room-feedback-go = To the session's page
pairing-room-moved-on = This has moved on since you opened it. Here is how it stands now.

pairing-room-ask-marketing-1 = Who would miss this most if it were gone tomorrow?
pairing-room-ask-marketing-2 = Against what do they weigh it at the moment of choosing?
pairing-room-ask-marketing-3 = Which of their words would you put on the shelf, and which are only ours?
pairing-room-ask-design-1 = What does the person see, touch or do in the first minute?
pairing-room-ask-design-2 = Where do they hesitate, and what has been taken away so that they need not?
pairing-room-ask-design-3 = What would feel wrong if you changed it?
pairing-room-ask-writing-1 = Can you say this without a single word from a brochure?
pairing-room-ask-writing-2 = Whose voice is this sentence in: the customer's or the company's?
pairing-room-ask-writing-3 = Which one sentence would a reader repeat to a friend?
pairing-room-ask-engineering-1 = What has to work every time for this to hold?
pairing-room-ask-engineering-2 = What gets cheaper with every customer, and what does not?
pairing-room-ask-engineering-3 = What would break first at ten times the size?
pairing-room-ask-sales-1 = Who says yes, who pays, and who can say no?
pairing-room-ask-sales-2 = What objection comes up in every conversation?
pairing-room-ask-sales-3 = Would they have paid for it on the first day? What had to change?
pairing-room-ask-customer-success-1 = What do customers ask about in the second week?
pairing-room-ask-customer-success-2 = What makes someone leave without a word?
pairing-room-ask-customer-success-3 = Which promise is kept after the money has changed hands?
pairing-room-ask-research-1 = How do we know? Who was asked, and who was not?
pairing-room-ask-research-2 = What would we have to see to believe the opposite?
pairing-room-ask-research-3 = What did these people do before this existed?
pairing-room-ask-management-1 = What did the company have to give up to do this?
pairing-room-ask-management-2 = Where does the money come from, and when?
pairing-room-ask-management-3 = What would a rival have to unlearn to copy it?
pairing-room-ask-study-1 = What do you take for granted here that I do not?
pairing-room-ask-study-2 = Can you tell it as one afternoon of one person?
pairing-room-ask-study-3 = Which step of the story have we jumped over?
pairing-room-ask-other-1 = What did people use before this, and why was it not enough?
pairing-room-ask-other-2 = Who else could have done it, and why did they not?
pairing-room-ask-other-3 = What would make it worthless in ten years?

pairing-room-source-remove = Take away
# $key (String)
pairing-room-source-remove-named = Take away the source { $key }
pairing-room-source-add = Add it
pairing-room-sources-hint = Cite one in the text as [^key].
