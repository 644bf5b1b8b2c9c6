# Home, lists, search, companies, members, feeds.

home-title = Trace why a business works
home-lede = A trace is four marks and the sentences that join them
home-lede-more = : what moved, whose task it is, what they pay for, how it earns
home-lede-end = .
home-draw = Draw your own
home-read = Read traces
home-sheet = A trace, drawn
home-drawn-by = Drawn by
home-stage = Stage
home-revised = Revised
home-example = An example
home-example-text = Made for this page. The first published trace takes its place.
# $stage (String)
# $said (Number)
home-stage-said = { $said ->
    [0] { $stage }, no bridge yet
    [one] { $stage }, one of three bridges
    [3] { $stage }, all three bridges
   *[other] { $stage }, { $said } of three bridges
}
home-legend-said = a bridge that has been said
home-legend-gap = a gap, with its question
home-start = Start with one line
home-start-text = Four gists make a sketch. Three minutes, and it can be published. No account needed to begin.
home-draw-it = Draw it
home-featured = Featured, and why
home-featured-all = All featured traces
home-latest = Latest traces
home-latest-all = All traces
home-empty = No trace has been published yet.
home-empty-help = The line above is enough for a sketch. Yours would be the first.

example-shift = Pay stopped rising. An hour at the barber became a lot.
example-shift-task = most of that hour was not cutting.
example-task = Someone between two trains wants to look tidy again today.
example-task-value = waiting is the real price.
example-value = Ten minutes, cut only, one price, no booking.
example-model = Small shops in stations: one chair, five or six heads an hour.

list-title = Traces
list-description = What members have found out about how companies work: newest first.
list-narrow = Narrow down
list-stage = Stage
list-industry = Industry
list-discipline = Author’s discipline
list-language = Written in
list-chosen = Chosen
list-featured-only = Featured only
list-apply = Apply
list-narrowed = Narrowed down
list-show-all = show all
list-pages = Pages
list-newest = Newest
list-older = Older traces →
list-goes-on = Nothing to show on this page. The list goes on below.
list-none = No trace fits all of these.
list-none-help = Take one condition away, or be the first to trace it.
list-clear = Clear the conditions
list-write = Write it
list-end = There is nothing older.

companies-title = Companies
companies-from = Every company traced so far, and those that wait for their first.
companies-find = Name begins with
companies-industry = Industry
companies-all = All
companies-first = trace it first
# $company (String)
companies-first-of = Trace { $company } first
companies-more = More companies →
companies-start = From the beginning
companies-none = No company begins like this.
companies-none-help = Try the name in the other language, or add the company with a trace of it.
companies-add = Add it with a trace
# $company (String)
company-description = Traces of { $company }: how it works, in members’ own words.
company-other-name = Japanese name
company-industry = Industry
company-country = Country
company-code = Ticker
company-aliases = Also called
# $count (Number)
# $shown (String)
company-traces = { $count ->
    [0] No trace yet
    [one] One trace
   *[other] { $shown } traces, one under the other
}
company-add = Add yours
company-none = Nobody has traced this company yet.
company-none-help = One line with four gists is enough to begin.
company-older = Older traces →

# $name (String)
member-description = Traces by { $name }
member-handle = Handle
member-discipline = Discipline
member-since = Member since
member-traces = Traces
member-none = Nothing published yet.
member-nothing = Nothing to show here.
member-block = Block this member
member-blocked = You have blocked this member
member-block-text = Blocking keeps the two of you apart: you no longer see each other’s traces in lists, cannot comment on each other’s work, and are not paired. Nobody is told. What is public stays public, and you can end it here or in the settings.
member-block-go = Block
member-unblock-text = You do not see each other’s traces in lists, cannot comment on each other’s work, and are not paired.
member-unblock-go = End the block

search-title = Search
# $query (String)
search-title-of = “{ $query }”
search-word = Word
search-go = Search this word
search-again = Search again
# $count (Number)
# $shown (String)
search-count = { $count ->
    [one] One trace
   *[other] { $shown } traces
}
search-many = Best answers first
search-companies = Companies:{" "}
search-more = More answers →
search-best = Best answers
# $query (String)
search-none = Nothing has “{ $query }” in a title, a gist or a company name.
search-none-help = Try a shorter word: one or two characters of Japanese are enough.
search-ask = Type a company or a word.
search-ask-help = Titles, gists and company names are searched, in Japanese and English.

feed-traces = Marketing Trace: new traces
# $language (String)
feed-traces-in = Marketing Trace: new traces in { $language }
feed-featured = Marketing Trace: featured traces
# $company (String)
feed-company = Traces of { $company } · Marketing Trace
# $name (String)
feed-member = Traces by { $name } · Marketing Trace
# $pillar (String)
# $gist (String)
feed-gist = { $pillar }: { $gist }

