# Pair sessions: the nouns that all of pairing shares.

pairing-kind-company = One company
pairing-kind-comparison = Similar companies compared
pairing-kind-improvement = A trace made better
pairing-either-language = English or Japanese

pairing-title = Pair
pairing-intro = Two members of different disciplines spend sixty minutes on one company and see more than either would alone.
pairing-find = Find me a partner
pairing-hour = The hour
# $minutes (Number)
pairing-minutes = { $minutes } min
pairing-phase-check-in = Check-in
pairing-phase-check-in-text = Who you are, what each wants to take home.
pairing-phase-blind = Apart
pairing-phase-blind-text = Each writes down the customer task unseen. Then compare.
pairing-phase-first = You lead
pairing-phase-first-text = You write. Your partner asks from their discipline: what would they look for in this value?
pairing-phase-second = Your partner leads
pairing-phase-second-text = The roles change: now you ask, from yours.
pairing-phase-debrief = Take home
pairing-phase-debrief-text = What goes into your own work?
