# What would add most, what is open, building on another's trace, using one.
growth-next = What would add most now:
growth-why-gist = Nobody else can read the trace before it has its four gists.
growth-why-bridge = Both pillars stand, and nobody has said yet why one leads to the other.
growth-why-text = It is a gist only: the thought behind it is not on paper yet.
# $count (Number)
growth-why-numbers = { $count ->
    [one] One number there has no source; with it, a reader can check you.
   *[other] { $count } numbers there have no source; with them, a reader can check you.
}
growth-open = Open
growth-open-nothing = nothing: all is said and sourced
# $count (Number)
growth-open-gists = { $count ->
    [one] one gist
   *[other] { $count } gists
}
# $count (Number)
growth-open-texts = { $count ->
    [one] one pillar's text
   *[other] { $count } pillars' texts
}
# $count (Number)
growth-open-bridges = { $count ->
    [one] one bridge
   *[other] { $count } bridges
}
# $count (Number)
growth-open-numbers = { $count ->
    [one] one number without a source
   *[other] { $count } numbers without a source
}

growth-build = Build on this trace
growth-build-text = Start your own trace of the same company from this one. Its sources come along; the words are yours. Both pages will say so.
growth-build-go = Build on this
growth-used = I used this
growth-used-text = Tried it in your own work? Say what happened, below: its author hears of it.
growth-origin = Built on:
growth-built = Built on this one:
# $who (String)
growth-by = by { $who }
# $who (String)
growth-notice-built = { $who } built a trace on yours, and credits you
growth-editor-origin = Built on another trace. Its sources are here already; the words are yours to find.

growth-record = What I used
growth-record-help = Traces that you tried in your own work, and what you said. Only you see this list.
