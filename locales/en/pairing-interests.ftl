# Whom a member would like to meet, said in private.

pairing-interests-label = Meeting
# $name (String)
pairing-interests-offer = Would you like to spend an hour with { $name }? Nobody learns of it unless { $name } says the same of you.
# $name (String)
pairing-interests-mine = You would like to meet { $name }. Only you see this.
# $name (String)
pairing-interests-both = You and { $name } would both like to meet.
pairing-interests-say = I would like to meet
pairing-interests-end = Take it back
pairing-interests-see = All whom I would like to meet
pairing-interests-title = Whom I would like to meet
pairing-interests-lead = Only you see this list. If someone on it says the same of you, you both hear of it, and the queue brings you together first where it can.
pairing-interests-none = Nobody yet. You can say so on a member’s page.
pairing-interests-mutual = You both would.
pairing-interests-ended = Taken back. Nobody is notified.
pairing-interests-full = Take one back to name another.
pairing-interests-more = More →
