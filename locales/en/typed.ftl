# Typed fields of parts: names of columns and choices.

typed-kind = Kind of shift
typed-since = Since (year)
typed-until = Until, if it has ended
typed-from = From what
typed-to = To what
typed-payer = Who pays
typed-pattern = Pattern
typed-when = When
typed-what = What happened
typed-changed = What it changed
typed-unit = Unit of the figures
typed-figure = Figure
typed-as-of = As of
typed-amount = Amount
typed-x-low = Left end of the axis across
typed-x-high = Right end of the axis across
typed-y-low = Lower end of the axis upwards
typed-y-high = Upper end of the axis upwards
typed-name = Name
typed-x = Across, 0 to 10
typed-y = Upwards, 0 to 10
typed-who = What it is
typed-note = Why there
typed-p = Which P
typed-action = What the company does
typed-serves = Customer value it serves
typed-factor = Success factor
typed-resource = Resource
typed-how = How the one carries the other
typed-shape = Drawn as
typed-step = Step
typed-does = What the customer does
typed-mood = How it feels
typed-share = Of a hundred, how many get here
typed-level = Stage reached
typed-stage = Stage
typed-evidence = Evidence
typed-readers = Who may read it
typed-horizon = Horizon
typed-signal = Signal to look for
typed-due = Ask me on
typed-source = Source key
typed-kind-political = Political
typed-kind-economic = Economic
typed-kind-social = Social
typed-kind-technological = Technological
typed-who-own = The company
typed-who-rival = Rival
typed-who-substitute = Substitute
typed-p-product = Product
typed-p-price = Price
typed-p-place = Place
typed-p-promotion = Promotion
typed-shape-funnel = Funnel: fewer at each step
typed-shape-journey = Journey: how it feels along the way
typed-shape-pipe = Pipe: one brand from maker to door
typed-mood-high = Good
typed-mood-even = Neither
typed-mood-low = Bad
typed-readers-everyone = Everyone: publish this part
typed-level-0 = 0: no one is responsible
typed-level-1 = 1: single campaigns
typed-level-2 = 2: channels managed by numbers
typed-level-3 = 3: one view of the customer across departments
typed-level-4 = 4: marketing is how the company is run
# $years (Number)
typed-horizon-years = { $years ->
    [one] within a year
   *[other] within { $years } years
}
# $row (Number)
# $field (String)
typed-row-field = row { $row }, { $field }
typed-estimate = my estimate
# $part (String)
typed-fields-of = { $part }, fields
# $number (Number)
typed-row = Row { $number }
typed-row-add = Add a row
typed-row-remove = Remove this row
typed-patterns = Patterns of earning
typed-patterns-hint = Choose those that explain how the money comes in. Readers can look for traces by them.
typed-unsaid = not said
typed-readers-authors = The authors alone
typed-past-hint = 2026, 2026-11 or 2026-11-23
typed-day-hint = 2027-11-23
edit-lenses = Lenses
edit-lenses-hint = Optional: another way to look at the same company. Open one when it answers a question that you have.
edit-hypotheses = If I were its CMO
edit-hypotheses-hint = A call with a date: on that day the site asks you how it turned out.
edit-would = As CMO I would …
edit-because = … because
edit-own-private = Only the authors of this trace can read this part. It stands in no search, feed or count, nor in anyone else’s export.
