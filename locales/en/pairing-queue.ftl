# Find me a partner: the queue and its proposals.

pairing-queue-title = Find me a partner
pairing-queue-intro = Say when you are free and whom you would like to meet. The queue looks for someone of another discipline who is free at the same time.
# $place (Number)
pairing-queue-waiting = You are waiting: place { $place }.
pairing-queue-see = See what would widen the choice
pairing-queue-place = Your place
pairing-queue-wait = Typical wait
pairing-queue-wait-unknown = not known yet
# $wait (String)
pairing-queue-typical = Typical wait: { $wait }
# $count (Number)
pairing-queue-hours = { $count ->
    [one] about an hour
   *[other] about { $count } hours
}
# $count (Number)
pairing-queue-days = { $count ->
    [one] about a day
   *[other] about { $count } days
}
pairing-queue-partners = Waiting members who fit
# $count (Number)
# $first (Number)
pairing-queue-fit-of-first = { $count ->
    [one] one of the first { $first } in the queue
   *[other] { $count } of the first { $first } in the queue
}
# $count (Number)
pairing-queue-fit = { $count ->
    [one] one
   *[other] { $count }
}
pairing-queue-unable = You cannot be matched just now
pairing-queue-proposed = A partner has been found: answer
pairing-queue-wider = What would widen your choice:
# $count (Number)
pairing-queue-wider-discipline = { $count ->
    [one] any discipline: one more fits
   *[other] any discipline: { $count } more fit
}
# $count (Number)
pairing-queue-wider-company = { $count ->
    [one] any company: one more fits
   *[other] any company: { $count } more fit
}
# $count (Number)
pairing-queue-wider-times = { $count ->
    [one] more times: one more could fit
   *[other] more times: { $count } more could fit
}
pairing-queue-leave = Leave the queue
pairing-queue-times = Your times
pairing-queue-times-marked = Your week is marked.
pairing-queue-times-none = Mark first when you are free: without times nobody can be found.
pairing-queue-times-go = My times
pairing-queue-company = Company
pairing-queue-company-hint = One from the directory, or empty: whatever your partner would like.
pairing-queue-disciplines = Only these disciplines
pairing-queue-disciplines-hint = None marked: any, another than yours first.
pairing-queue-languages = Languages
pairing-queue-join = Join the queue
pairing-queue-change = Change my wish and keep my place
pairing-queue-how = How a partner is found
pairing-queue-how-order = Whoever has waited longest is looked after first; whoever has often not come, after the others.
pairing-queue-how-best = First comes another discipline, then whom you would both like to meet, then whom you have met least. Nobody you blocked, and nobody who blocked you, is ever proposed.
pairing-queue-how-answer = A time and a company are proposed, at least three hours ahead. If neither of you names a company, it is one that neither has traced; you can choose another together. Both answer within twelve hours; if one does not, both keep their place.

pairing-proposal-title = A partner for an hour
pairing-proposal-intro = You are both free then. It is booked once both of you agree.
pairing-proposal-swap = Someone is waiting right now because a partner did not come. If you agree, your hour begins at once.
# $time (String)
# $minutes (Number)
pairing-proposal-swap-ends = This hour has begun with its quarter-hour: it lasts until { $time }, { $minutes ->
    [one] one minute
   *[other] { $minutes } minutes
} from now.
pairing-proposal-company = Company
pairing-proposal-any-company = Open: choose together
# $time (String)
pairing-proposal-until = Answer until { $time }
pairing-proposal-yes = Yes, book it
pairing-proposal-no = No, keep my place
pairing-proposal-said-yes = You agreed. It is booked as soon as your partner does too.
pairing-proposal-booked = Booked.
pairing-proposal-see = See the session
pairing-proposal-declined = Your partner cannot. You keep your place, and the queue goes on looking.
pairing-proposal-you-declined = You said no. You keep your place, and the queue goes on looking.
pairing-proposal-lapsed = The time to answer is over. You keep your place.
pairing-proposal-over = This has been answered already, or the time is over. Below is how it stands.
