language-name = English
site-name = Marketing Trace
skip = Skip to the content

nav-sections = Sections
nav-traces = Traces
nav-companies = Companies
nav-pair = Pair
nav-featured = Featured
nav-search = Search traces
nav-search-go = Search
nav-search-hint = Company or word
nav-language = Language
nav-sign-in = Sign in
nav-sign-out = Sign out
nav-mine = Yours
nav-new-trace = Write
nav-inbox = Inbox
nav-unread = unread
nav-my-page = My page
nav-settings = Settings

foot-site = A gym for strategic thinking. Reading needs no account.
foot-lines = How to read the lines
foot-lines-text = Solid: a bridge that has been said. Dotted: a gap, with its question.
foot-theme = Theme
foot-more = More
foot-about = About
foot-guidelines = Guidelines
foot-terms = Terms
foot-privacy = Privacy
foot-contact = Contact
foot-feed = Feed
theme-light = Paper
theme-dark = Blueprint
theme-auto = As the device

error-wrong-method = This address is for sending a form
error-wrong-method-help = It cannot be opened or called this way. If you came from a link, go back to the page it belongs to.
error-not-found = This page does not exist
error-not-found-help = The address may be mistyped, or what was here is gone or not public.
error-sign-in = Sign in first
error-sign-in-help = This is for members who are signed in.
error-not-allowed = You cannot do this
error-invalid = Something does not fit
error-invalid-help = Go back: what you typed is still there. Check the marked fields and send it again.
error-conflict = Someone was quicker
error-conflict-help = This has changed since you opened it. Open it again and look before you send.
error-too-large = That is too large
error-too-large-help = What you sent is larger than this page takes. Nothing was saved; go back and shorten it.
error-too-many = Too many at once
# $minutes (Number)
error-too-many-help = { $minutes ->
    [one] Wait a minute and try again.
   *[other] Wait { $minutes } minutes and try again.
}
error-unavailable = Back in a moment
error-unavailable-help = The site cannot reach its database just now. What you typed is still in your browser: go back and send it again in a minute.
error-internal = Something broke
error-internal-help = It is our fault, and it has been noted. Try again; if it stays broken, tell us the code below.
# $code (String)
error-reference = Reference: { $code }
error-home = To the home page

again-title = You are no longer signed in
again-help = Nothing is lost: all you sent is on this page. Sign in in another tab, come back here and send it again.
again-secret = Passwords are not kept; you will be asked for them again.
again-sign-in = Sign in, in a new tab
again-switched = Nothing you sent is lost
again-switched-help = This was the answer to a form. All that it sent is kept here: send it again to go on.
again-send = Send again

refused-unverified = Confirm your e-mail address first: the link is in the letter we sent you. Until then you can write drafts.
refused-suspended = Your account is suspended for now. You can read and keep writing drafts.
refused-organizers = Only organizers do this.
refused-authors = Only its authors can do this.
refused-blocked = You or the other member has blocked the other.
refused-foreign-site = The request came from another site, so it was refused. Open the page here and try again.
refused-sign-up-closed = This site takes no new members now.
refused-bookings-full = You have as many hours booked as you can hold at once. Meet or cancel one first; your page “Pair” explains how many.
refused-partner-unable = The other member cannot take a session just now.
refused-not-for-you = This is for someone else: it is your own, or other disciplines or languages were wanted.
refused-demo-member = Demo members are here for everybody and cannot be deleted.

problem-required = This is needed.
# $max (String)
problem-too-long = Too long: use { $max } characters or fewer.
# $min (Number)
problem-too-short = Too short: use { $min } characters or more.
problem-taken = This is taken. Try another.
problem-not-a-choice = Choose one from the list.
problem-not-an-address = This is not an address. It looks like name@example.org.
problem-not-a-handle = Use 3 to 30 of a–z, 0–9 and single hyphens between them.
problem-reserved = This word is reserved. Try another.
problem-not-a-zone = Choose a time zone from the list.
problem-common-password = This password is on the lists that thieves try first. Use a sentence of your own.
problem-wrong-password = This is not your password.
problem-must-agree = Agree to go on.
problem-not-a-source-key = Use 1 to 24 of a–z, 0–9 and hyphens.
problem-key-twice = Another source has this key.
problem-not-a-link = This is not a link. It begins with https:// or http://.
problem-not-a-day = Write a year, a month or a day: 2026, 2026-11 or 2026-11-23.
problem-too-complex = The formatting is nested too deeply or repeats too often. Make it simpler.
problem-unreadable = This holds characters that cannot be shown. Type it again.
problem-gone = What this answers is gone.
problem-not-a-time = Choose a day and a time.
problem-in-the-past = This time has passed. Choose a later one.
problem-too-far-ahead = This is too far ahead: hours are booked up to 60 days from now.
problem-in-a-gap = Clocks go forward then, so this time does not exist on that day. Choose another.
problem-in-a-fold = Clocks go back then, so this time comes twice on that day. Choose another.
problem-not-a-quarter = Hours begin at :00, :15, :30 or :45.
problem-busy = You have another session booked then.
problem-partner-busy = The other member has another session booked then.
# $max (Number)
problem-too-many-of = Too many: { $max } at most.
problem-not-a-date = Choose a day of the calendar.
problem-not-a-clock-time = Choose a time of day, such as 19:30.
problem-not-after = This must be later than where it begins.
# $max (Number)
problem-days-ahead = This is too far ahead: { $max } days at most.
problem-there-already = There is one from this time already. Remove it first.
problem-not-https = Use a link that begins with https://.
# $field (String)
# $problem (String)
problem-of-field = { $field }: { $problem }
# $count (Number)
problems-title = { $count ->
    [one] One thing needs another look
   *[other] { $count } things need another look
}
problems-kept = Nothing was lost: all you typed is below.
