# $company (String)
# $title (String)
reading-title = { $company }: { $title }
# $name (String)
# $code (String)
reading-company-code = { $name } ({ $code })
reading-company-traces = All traces of this company
reading-map = The map of this trace
reading-drawn-by = Drawn by
reading-stage = Stage
# $stage (String)
# $said (Number)
reading-stage-bridges = { $stage }, { $said ->
    [0] no bridge said yet
    [one] one of three bridges
    [2] two of three bridges
   *[other] all three bridges
}
reading-revision = Revision
# $number (Number)
reading-revision-number = No. { $number }
reading-language = Language
reading-licence = Licence
reading-former-member = Former member
reading-hidden = An organizer has hidden this trace: only its authors and organizers see it.
# $number (Number)
# $published (Number)
reading-old-revision = You are reading revision { $number } of { $published }.
reading-read-published = Read what is published now
# $part (String)
reading-margin = Margin: { $part }
reading-unknown-source = Needs source
# $keys (String)
reading-unknown-source-help = The text cites { $keys }, which is not among the sources.
reading-sources = Sources
# $cited (Number)
# $uncited (Number)
reading-sources-count = { $cited } cited, { $uncited } not
reading-cited-in = cited in
reading-history = History
reading-edit = Edit this trace
# $number (Number)
reading-entry = Revision { $number }
# $number (Number)
reading-entry-published = Revision { $number }, published
reading-entry-draft = Draft, not published
reading-first = First published
reading-read = Read
reading-go-on = Go on writing
reading-older = Older revisions

reading-kind-web = Web
reading-kind-newspaper = Newspaper
reading-kind-magazine = Magazine
reading-kind-book = Book
reading-kind-report = Annual report, IR
reading-kind-tv = Television
reading-kind-podcast = Podcast
reading-kind-interview = Interview
reading-kind-own = Own experience
# $kind (String)
# $date (String)
reading-kind-dated = { $kind }, { $date }
