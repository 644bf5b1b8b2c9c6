discipline-marketing = Marketing
discipline-design = Design
discipline-writing = Writing
discipline-engineering = Engineering
discipline-sales = Sales
discipline-customer-success = Customer success
discipline-research = R&D
discipline-management = Management
discipline-study = Study
discipline-other = Other
demo-mark = demo

members-sign-up = Sign up
members-sign-up-lead = To write, comment and keep your traces. Reading needs no account.
members-sketch-kept = Your sketch is kept.
members-sketch-kept-help = It becomes your draft once you have signed in.
members-email = Email
members-email-hint = A letter goes there to confirm. It is never shown.
members-handle = Handle
members-handle-hint = Your address here: /members/handle. 3 to 30 of a–z, 0–9 and hyphens.
members-name = Name shown
members-discipline = Discipline
members-discipline-hint = Readers see from which desk you look.
members-language = Language
members-zone = Time zone
members-password = Password
members-password-hint = 15 to 128 characters. Any writing; a sentence is good. Spaces count.
members-terms = The terms
# $date (String)
members-agree = I agree to the <a>terms of { $date }</a>.
members-send-letter = Send me the letter
members-have-account = I have an account
members-steps = What happens next
members-step-fill = Fill in the sheet
members-step-letter = Read the letter
members-step-letter-note = It arrives within a minute and holds for two days.
members-step-confirm = Confirm, then sign in
members-step-write = Write your first trace
members-step-publish = Publish your sketch

members-check-mail = Check your mail
members-check-mail-text = A letter is on its way to the address you gave. Open it and follow the link there. It holds for two days.
members-check-mail-sketch = Your sketch waits with it.
members-check-mail-none = Nothing after five minutes? Look among the unwanted mail, or <a>sign in</a> with the password you chose and ask for the letter again under Settings.

members-verify = Confirm your address
# $email (String)
members-verify-text = You are about to confirm { $email }.
members-verify-yes = Yes, this is my address
members-link-dead = This link no longer works
members-link-dead-help = It was used already, is too old, or was not copied whole.
members-link-dead-verify = If you have confirmed already, <a>sign in</a>. If not, sign in and ask for another letter under Settings.
members-link-dead-reset = <a>Ask for another letter</a>.

members-sign-in = Sign in
members-sign-in-verified = Your address is confirmed. Sign in to go on.
members-sign-in-reset = Your new password is set. Sign in with it.
members-sign-in-wrong = The address and the password do not fit together.
members-sign-in-done = You are signed in
members-sign-in-done-text = Close this tab, go back to the other one, and send again what you wrote there.
members-forgot = Forgot the password
members-new-here = New here?
members-new-here-go = <a>Sign up</a> in two minutes
members-only-reading = Only reading?
members-only-reading-go = No account needed
members-demo-title = Demo members (development only)
# $name (String)
members-demo-go = Sign in as { $name }
members-no-cookie = You are not signed in yet
members-no-cookie-text = The password was right, but your browser did not send back the cookie that keeps you signed in.
members-no-cookie-blocked = Cookies may be blocked for this site: allow them in the browser's settings, then sign in again.
members-no-cookie-http = Over plain http the browser keeps this cookie only for the machine itself: open the site by its https address.
members-try-again = Sign in again

members-reset = Reset the password
members-reset-hint = If there is an account with it, a letter follows.
members-reset-sent = If there is an account with this address, a letter is on its way. Follow the link in it within an hour.
members-reset-new = Set a new password
# $handle (String)
members-reset-new-text = For the account @{ $handle }. Every browser that is signed in to it will be signed out.
members-reset-new-go = Set the password

members-settings = Settings
members-profile = Profile
members-profile-see = See my page
members-bio = About you
members-bio-hint = Up to 300 characters, shown on your page.
members-profile-save = Save the profile
members-profile-saved = Your profile is saved.
members-password-now = Password now
members-password-new = New password
members-password-save = Change the password
members-password-saved = Your password is changed. Other browsers are signed out.
members-sign-ins = Sign-ins
members-sign-in-browser = Browser
members-sign-in-since = Signed in
members-sign-in-seen = Last seen
members-sign-in-end = End
members-sign-in-end-head = End it
members-sign-in-this = this browser
members-sign-in-ended = That sign-in has ended.
members-end-others = End all others
members-others-ended = All other sign-ins have ended.
members-blocks = Blocked members
members-blocks-none = You have blocked nobody. A member can be blocked on their page.
# $count (Number)
members-blocks-more = The latest { $count } are listed. The others can be unblocked on their pages.
members-block-who = Member
members-block-since = Since
members-unblock = Unblock
members-unblocked = The block has ended.
members-leave = Delete the account
members-leave-see = What goes and what stays
members-leave-goes = What goes
members-leave-goes-account = your address, password, name, handle and profile, your sign-ins and your blocks, at once
members-leave-goes-drafts = your drafts, and the parts of your traces that only you could read
members-leave-goes-inbox = your inbox
members-leave-stays = What stays, without your name
members-leave-stays-public = your published traces and comments: “former member” stands in place of your name
members-leave-stays-joint = what you wrote with others: it is theirs too
members-leave-final = This cannot be undone. Nobody can bring the account back, and we cannot either.
members-leave-go = Delete my account for good
members-leave-not = Keep it
members-goodbye = Your account is deleted
members-goodbye-text = Every browser is signed out. What you published stays, without your name. Thank you for the time you spent here.
members-unverified = Your address is not confirmed yet. You can write drafts; to publish and comment, follow the link in the letter.
members-unverified-again = Send the letter again
members-letter-again = A letter is on its way.

# $name (String)
members-mail-greeting = Hello { $name },
members-mail-hello = Hello,
members-mail-ignore = If this was not you, do nothing: without this letter nothing happens.
members-mail-verify-subject = Confirm your address
members-mail-verify-text = welcome to Marketing Trace. Open this link and confirm that this is your address:
members-mail-verify-hold = The link holds for two days and works once. After that, sign in.
# $handle (String)
members-mail-waiting-text = someone, probably you, signed up with this address. An account with the handle @{ $handle } has been waiting for it to be confirmed. Open this link and set a password; that confirms the address too:
members-mail-known-subject = You already have an account
# $handle (String)
members-mail-known-text = someone, probably you, signed up with this address. It has an account already, with the handle @{ $handle }. Sign in here:
# $handle (String)
members-mail-known-sketch = someone, probably you, drew a sketch and signed up with this address. It has an account already, with the handle @{ $handle }. Open this link within two days to keep the sketch, then sign in:
members-mail-known-forgot = If you forgot the password, set a new one here:
members-mail-reset-subject = Set a new password
members-mail-reset-text = someone, probably you, asked to reset the password of this account. Open this link and set a new one:
members-mail-reset-hold = The link holds for an hour and works once. Then sign in with the new password.

members-outbox = Outbox (development)
members-outbox-lead = Letters that would have been sent, newest first.
members-outbox-none = No letter yet.
members-outbox-to = To
members-outbox-subject = Subject

# $help (String)
members-too-many = Too many at once; nothing of what you typed is lost. { $help }
