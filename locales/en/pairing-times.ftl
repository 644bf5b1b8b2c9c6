# A member's times.

pairing-times-title = My times
pairing-times-lead = Mark the hours in which you could meet. Only you see them; partners are proposed and matched within them.
pairing-times-done-week = Saved. This is what it means.
pairing-times-done-exception = Added.
pairing-times-done-removed = Removed.
pairing-times-nothing = Nothing is marked yet. Mark at least one hour in your week: without times nobody can be found for you.
pairing-times-ahead = The coming seven days
pairing-times-not-soon = You are not free in the coming seven days.
# $zone (String)
pairing-times-elsewhere = Your week is kept by the clock of { $zone }.
# $day (String)
# $zone (String)
# $minutes (Number)
pairing-times-forward = On { $day } the clocks in { $zone } go { $minutes } minutes forward. Your hours stay as they are on those clocks, and shift for members elsewhere.
# $day (String)
# $zone (String)
# $minutes (Number)
pairing-times-back = On { $day } the clocks in { $zone } go { $minutes } minutes back. Your hours stay as they are on those clocks, and shift for members elsewhere.
pairing-times-week = My week
pairing-times-week-hint = One box is one hour: 9:00 is from 9:00 to 10:00. By keyboard: Tab moves, Space marks.
pairing-times-zone = Time zone of this week
pairing-times-zone-hint = Nine o’clock stays nine o’clock there, also when the clocks change.
pairing-times-jump = Parts of the day
pairing-times-to-save = Save
pairing-times-hour = From
# $day (String)
# $time (String)
pairing-times-hour-of = { $day } { $time }
# $day (Number)
pairing-times-weekday = { $day ->
    [1] Monday
    [2] Tuesday
    [3] Wednesday
    [4] Thursday
    [5] Friday
    [6] Saturday
   *[7] Sunday
}
# $day (Number)
pairing-times-weekday-short = { $day ->
    [1] Mon
    [2] Tue
    [3] Wed
    [4] Thu
    [5] Fri
    [6] Sat
   *[7] Sun
}
pairing-times-save = Save my week
pairing-times-copy = Save, with Monday’s hours on all weekdays
pairing-times-exceptions = Days that differ
pairing-times-no-exceptions = None to come.
pairing-times-all-day = All day
pairing-times-away = Away
pairing-times-free = Free besides
pairing-times-remove = Remove
pairing-times-add = Add a day that differs
pairing-times-day = Day
pairing-times-what = What differs
pairing-times-from = From
pairing-times-from-hint = On the quarter-hour. Not needed for all day.
pairing-times-until = Until
pairing-times-until-hint = 0:00 is the end of the day.
pairing-times-add-go = Add
