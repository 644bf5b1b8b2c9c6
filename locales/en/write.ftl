# $company (String)
write-first-title = How { $company } works
write-my-estimate = { " (my estimate)" }

write-new-title = A new trace
write-new-lead = Pick a company, then fill in one line. That is a sketch.
write-new-company-step = 1. The company
write-new-line-step = 2. One line
write-new-line-hint = Leave a hole if you do not know yet: it stays on the map as a question.
write-company = Company
write-company-hint = Type a name in either language, or a ticker.
write-company-unknown = This company is not in the directory yet. Choose its industry, and it is added with your trace.
write-industry = Industry
write-industry-choose = Choose one
write-language = Language of the trace
write-go = Draw it
write-go-member = Saved as a draft, only for you.
write-go-guest = You can sign up afterwards: the sketch is kept.

write-claim-title = Your sketch is waiting
write-claim-lead = You drew a sketch before you signed up. Take it over as your first draft.
write-claim-go = Make it my draft
write-claim-gone = There is no sketch waiting
write-claim-gone-help = It has been taken over already, or seven days have passed. Draw a new one: it takes three minutes.

write-edit-draft = your draft, not public
write-edit-published = published; what you change here is a draft until you publish it
# $time (String)
write-saved = Saved { $time }
# $version (Number)
write-version = version { $version }
write-save = Save
write-publish = Publish
write-title = Title
write-angles = First, where do you stand to look?
write-angles-hint = List the angles before you write. Two are enough.
write-example = A worked example: Warby Parker
write-too-simple = Too simple
write-gist = The gist, in one sentence
write-gist-hint = At most 140 characters. This is what the map shows.
write-body = The whole thought
write-body-hint = Markdown. [^key] cites a source from the list below.
# $bridge (String)
write-bridge-name = Bridge: { $bridge }
write-sources = Sources
write-sources-hint = Every number wants one. Cite with [^key]; write [^my-estimate] where a number is your own estimate.
# $number (Number)
write-source = Source { $number }
write-source-key = Key
write-source-kind = Kind
write-source-dated = Date
write-source-title = Title
write-source-publisher = Publisher
write-source-url = URL
write-source-note = Note
write-source-add = Add a source
write-source-remove = Remove this source
write-kind-web = Web
write-kind-newspaper = Newspaper
write-kind-magazine = Magazine
write-kind-book = Book
write-kind-report = Annual report / IR
write-kind-tv = TV
write-kind-podcast = Podcast
write-kind-interview = Interview
write-kind-own = Own experience
write-licence = You publish under CC BY-SA 4.0.
write-reason = What changed, in a few words
write-reason-hint = Shown in the history beside the new revision. May stay empty.
write-rail = Parts of this trace
write-rail-map = Your map so far. Hollow: a gist only.
write-rail-next = What would add most now
write-rail-numbers = Numbers without a source
write-preview = Preview
write-field-gist = gist
write-field-body = text
# $part (String)
# $field (String)
write-field-of = { $part }, { $field }

write-refused-saved = Your draft is saved. It is not published yet.
write-two-title = There are two versions of this draft
# $time (String)
write-two-help = Another window saved at { $time } while this one was open. Both are kept. Take one whole, or join them by hand below and save.
write-two-mine = Yours, in this window
# $version (Number)
write-two-mine-note = from version { $version }, not saved
write-two-theirs = The other window
# $version (Number)
# $time (String)
write-two-theirs-note = version { $version }, saved { $time }
write-two-keep-mine = Keep this one
write-two-keep-theirs = Open the other one
write-two-empty = (empty)


write-desk-saving = Saving…
write-desk-offline = Not saved: no connection. A copy is kept in this browser.
write-desk-older = Another window saved a newer version. Saving has stopped here.
write-desk-older-link = See both
write-desk-signed-out = Not saved: you are no longer signed in. A copy is kept in this browser; sign in in another tab.
write-desk-restore = This browser kept a newer copy that was never saved.
write-desk-restore-older = This browser kept an older copy, yours, that was never saved. A newer version has been saved since.
write-desk-restore-go = Bring it back
write-desk-restore-drop = Throw it away
# The browser puts the number where @ stands.
write-desk-left = @ of 140 characters left
write-desk-over = @ characters too many
