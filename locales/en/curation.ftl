# Featured traces and their public reasons.

curation-title = Featured, and why
curation-intro = Organizers choose; each choice is signed and says what there is to learn.
curation-empty = No trace is featured yet.
curation-older = Featured earlier →
curation-featured = Featured
curation-past = Taken down
curation-past-older = Taken down earlier →
curation-past-none = Nothing has been taken down.
curation-chosen-by = Chosen by{" "}
curation-ended-by = Taken down by{" "}
curation-desk = Organizer: feature this trace
curation-desk-end = Organizer: take this trace down from Featured
curation-reason = Public reason
curation-reason-hint = 10 to 500 characters. Everyone reads it, with your name and the date.
curation-feature = Feature it
curation-end = Take it down
