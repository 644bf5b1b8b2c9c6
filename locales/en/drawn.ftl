# Drawings and what is written beside them.

# $count (Number)
drawn-timeline = { $count } events on a line of time; the list says the same
drawn-unit = In
# $figure (String)
drawn-bars = { $figure } as bars; the table says the same
# $count (Number)
drawn-positions = { $count } alternatives on two axes; the table says the same
# $low (String)
# $high (String)
drawn-axis = { $low } (0) to { $high } (10)
drawn-table = A table that may scroll sideways
drawn-matrix = Factor ← resource
# $share (String)
drawn-share = { $share } of 100 get here
# $shape (String)
# $count (Number)
drawn-path = { $shape }, { $count } steps; the list says the same
# $level (Number)
drawn-ladder = A ladder from 0 to 4, reached: { $level }
drawn-ladder-open = A ladder from 0 to 4, no stage claimed
# $date (String)
reading-as-of = as of { $date }
reading-needs-source = needs source
# $number (Number)
typed-source-number = Source { $number }
typed-span = When
typed-from-to = From → to
# $since (String)
typed-since-year = since { $since }
# $since (String)
# $until (String)
typed-span-years = { $since } to { $until }
list-shift = Market shift
list-pattern = Pattern of earning
list-lens = Lens
list-any = Any
