# Pair sessions: the nouns that all of pairing shares.

pairing-kind-company = One company
pairing-kind-comparison = Similar companies compared
pairing-kind-improvement = A trace made better
pairing-either-language = English or Japanese
