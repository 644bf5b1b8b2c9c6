# Calls with a day: how they turned out.

outcome-held = Held
outcome-partly = Partly
outcome-failed = Failed
# $outcome (String)
hypothesis-turned-out = How it turned out: { $outcome }
# $number (Number)
hypothesis-first = First published wording, revision { $number }
hypothesis-answer = The day has come: say how it turned out
hypothesis-answer-again = Correct how it turned out
hypothesis-ask-title = How did your call turn out?
hypothesis-back = Back to the trace
hypothesis-outcome = It …
hypothesis-evidence = Evidence
hypothesis-evidence-hint = What did you see, where and when? A call that failed teaches as much as one that held.
hypothesis-go = Publish the answer
hypothesis-calls = Calls
hypothesis-calls-hint = What they would have done as CMO, in the words first published.
hypothesis-open = Open
# $date (String)
hypothesis-open-until = open until { $date }
