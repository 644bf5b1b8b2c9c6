# Traces side by side.

# $count (Number)
compare-title = { $count ->
    [2] Two traces, side by side
    [3] Three traces, side by side
   *[other] Four traces, side by side
}
# $names (String)
compare-title-of = Compare: { $names }
# $names (String)
compare-description = { $names }: part by part, in columns. The gists first, then the texts and the sources.
compare-who = What is compared
compare-facts = Facts, compared
compare-company = Company
compare-equal = equal
compare-different = different
compare-verdict-unsaid = unsaid
compare-unsaid = Not said
# $facts (String)
compare-untold = Unsaid by all: { $facts }
compare-glance = At a glance
compare-texts = In full
compare-unwritten = Not written yet.
compare-no-sources = No sources.

compare-choose = Compare traces
compare-which = Tick two to four
compare-go = Compare
compare-this = Compare
compare-hint = Tick two to four traces and read them part by part.
compare-nothing = Put two to four traces side by side. A company’s page lets you tick its traces.
compare-one = One trace is no comparison yet: choose at least one more.
compare-too-many = Four traces are the most that fit side by side: leave some out.
compare-twice = The same trace was asked for twice. Choose another to set against it.
compare-missing = At least one of these traces cannot be read: it does not exist, is not published, or was hidden.
compare-companies = Choose by company
compare-traces = All traces
