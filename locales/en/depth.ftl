# The depth check and the outline beside the editor.
depth-title = Depth check
depth-help = Plain rules look at words. They can be wrong, and they never keep you from publishing.
depth-nothing = Nothing to point at.
depth-tactic = A result from one tactic.
depth-tactic-why = Why did it work on these people? Say whose task it met, or what they valued.
depth-number = A number without a source.
depth-number-why = Cite where it comes from with [^key], or mark it [^my-estimate].
depth-bridge = A missing bridge.
depth-bridge-why = Both pillars stand. Say why one leads to the other.
# $count (Number)
depth-more = { $count ->
    [one] And one more.
   *[other] And { $count } more.
}
depth-lacks-gist = no gist
depth-lacks-text = gist only
depth-lacks-bridge = gap
# $count (Number)
depth-lacks-sources = { $count ->
    [one] one number without a source
   *[other] { $count } numbers without a source
}
