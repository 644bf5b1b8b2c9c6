# Supplying a source.

offer-supply = Supply a source
offer-title = Supply a source
offer-hint = For a number that has none, or for the trace as a whole. An author takes it in one step; you are named beside it.
offer-passage = What it supports
offer-whole = The trace as a whole
offer-go = Offer this source
offer-take = Take it
offer-decline = Decline
offer-reason = source supplied by a reader
offers-waiting = Sources that readers offer
offers-hint = Taking one publishes a new revision that names the reader.
reading-supplied-by = supplied by
