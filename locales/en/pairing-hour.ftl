# The hour itself: who came, and what follows.

pairing-hour-title = The hour
# $time (String)
# $zone (String)
pairing-hour-opens = Check-in opens on { $time }, { $zone }.
pairing-hour-check-in = I am here
pairing-hour-check-in-hint = Check in when you are ready, any time until the hour ends.
# $who (String)
pairing-hour-here = { $who } is here.
# $who (String)
pairing-hour-not-yet = { $who } is not here yet.
pairing-hour-together = You are both here. Have a good hour.
pairing-hour-look = Look again
# $who (String)
pairing-hour-late = { $who } is more than five minutes late.
# $who (String)
pairing-hour-choose = You need not wait on: ask those who are free now to step in, or close the hour. Your figure does not suffer. Closing it, or another stepping in, counts as a no-show for { $who }.
pairing-hour-swap = Ask who is free now
pairing-hour-swap-hint = Up to five waiting members are asked. The first who accepts meets you at once, on the same company, until an hour after the quarter-hour that has begun now.
# $count (Number)
# $time (String)
# $zone (String)
pairing-hour-swap-open = { $count ->
    [one] One member has been asked
   *[other] { $count } members have been asked
} and can answer until { $time }, { $zone }.
pairing-hour-swap-in-vain = Nobody whom you asked has taken the place. You can ask again.
pairing-hour-swap-none = Nobody is free right now. You can look again in a few minutes, or close the hour.
pairing-hour-close = Close the hour
pairing-hour-over = The hour is over. In a moment you can say here how it was.
pairing-hour-instead = Another member stepped in.
pairing-hour-instead-go = To your hour
pairing-hour-you-missed = You had not checked in while your partner was here. This counts in your reliability figure.
pairing-hour-you-came = You were here, and that counts for you.
pairing-hour-nobody = Nobody checked in, so this hour counts for nobody.
pairing-hour-met = We did meet
# $who (String)
pairing-hour-met-one = { $who } did not check in, so this hour counts as missed, for { $who } as a no-show. If you did meet, set it right within three days.
# $who (String)
pairing-hour-met-both = Neither of you checked in. Did you meet? If both you and { $who } say so within three days, the hour counts as held; otherwise it counts for nobody.
# $who (String)
pairing-hour-met-said = You have said that you met. Once { $who } says so too, the hour counts as held.

pairing-hour-feedback = How was it?
# $who (String)
pairing-hour-feedback-private = Two short answers, for yourself. { $who } sees none of this except public thanks, if you write any.
pairing-hour-choose-one = Choose
pairing-hour-helped = Did the hour help you?
pairing-hour-helped-much = Much
pairing-hour-helped-some = Some
pairing-hour-helped-little = Little
pairing-hour-again = Would you meet this partner again?
pairing-hour-again-hint = Nobody learns of a yes unless it is mutual.
pairing-hour-yes = Yes
pairing-hour-no = No
pairing-hour-takeaway = What I take into my own work
pairing-hour-takeaway-hint = Up to 1,000 characters. Only you read it, here and among your takeaways.
pairing-hour-thanks = Public thanks
# $who (String)
pairing-hour-thanks-hint = One line, if you wish. It stands on the profile of { $who }.
pairing-hour-report = Something was wrong
pairing-hour-report-hint = Only the organizers read it; your partner does not learn of it.
pairing-hour-send = Send
pairing-hour-kept = Your answers
# $who (String)
pairing-hour-thanked = { $who } thanks you in public.
pairing-hour-done-feedback = Kept. Thank you.
pairing-hour-done-report = The organizers have your report.
pairing-hour-shown = This session stands on both your profiles.
pairing-hour-hide = Take it off mine
pairing-hour-hidden = This session is not on your profile, and your name is not on your partner's.
pairing-hour-show = Show it again

pairing-hour-takeaways = My takeaways
pairing-hour-takeaways-intro = What you took into your own work, hour by hour. Only you read this.
pairing-hour-takeaways-none = Nothing yet. After an hour you can note here what you take into your own work.

pairing-hour-held = Held sessions
# $who (String)
pairing-hour-with = With { $who }
pairing-hour-departed = With someone who has left
pairing-hour-unnamed = With a member

pairing-hour-figure = Reliability
pairing-hour-figure-private = Only you see this page. Neither other members nor organizers do.
pairing-hour-figure-more = How your reliability counts
# $came (Number)
# $total (Number)
pairing-hour-figure-line = You came to { $came } of { $total ->
    [one] the one hour that counts
   *[other] your last { $total } hours that count
}.
pairing-hour-figure-none = No hour counts yet.
pairing-hour-figure-now = Now
pairing-hour-figure-cap = Open bookings
# $count (Number)
pairing-hour-figure-cap-now = { $count ->
    [one] One at a time
   *[other] Up to { $count } at once
}
pairing-hour-figure-how = How it counts
# $count (Number)
pairing-hour-figure-counts = Your last { $count } hours count: those you came to, those you missed while your partner was there, and those you cancelled with less than a day to go.
pairing-hour-figure-free = Cancelling a day ahead or earlier costs nothing, and neither does undoing a booking within 15 minutes. An hour to which nobody checked in, or which could not take place, does not count. A block costs nothing, unless it calls an hour off late and is taken back within 30 days.
pairing-hour-figure-does = It decides how many hours you can have booked at once: six, three below 90 percent, one below 70. At the same two limits it orders the queue: reliable members have their turn first. Among those who fit equally well, the more reliable one is proposed. Fewer than three hours lower nothing.
pairing-hour-figure-recovers = It recovers by itself: every hour you come to counts, and pushes the oldest one out.
pairing-hour-figure-list = What counts now
pairing-hour-counts-came = You came.
pairing-hour-counts-no-show = You had not checked in while your partner was here.
# $time (String)
pairing-hour-counts-late-cancel = You cancelled on { $time }, with less than a day to go.

pairing-hour-reports = Reports about sessions
pairing-hour-reports-intro = Only organizers read these. Whoever was reported is not told.
pairing-hour-reports-none = No open report.
pairing-hour-report-by = From
pairing-hour-report-about = About
pairing-hour-report-session = Session
pairing-hour-report-close = Close the report
