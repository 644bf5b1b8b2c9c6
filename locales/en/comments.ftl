# Talk about a trace.

comments-talk = Talk
# $count (Number)
# $shown (String)
comments-count = { $count ->
    [0] No comment yet
    [one] 1 comment
   *[other] { $shown } comments
}
# $count (Number)
# $parts (String)
# $shown (String)
comments-count-parts = { $count ->
    [one] 1 comment
   *[other] { $shown } comments
}, { $parts } on a part
comments-pages = Pages of the talk
comments-older = ← Older comments
comments-newest = Newest comments
comments-in-talk = In the talk
# $count (Number)
# $shown (String)
comments-replies = { $count ->
    [one] 1 reply
   *[other] { $shown } replies
}

comments-kind = Kind
comments-kind-question = Question
comments-kind-challenge = Challenge
comments-kind-addition = Addition
comments-kind-used = I used this

comments-departed = A former member
comments-edited = edited
# $number (Number)
comments-on-revision = on revision { $number }
comments-stub-deleted = A comment was deleted here by its writer.
comments-stub-hidden = A comment was hidden here by an organizer.
comments-stub-blocked = A comment by someone you have blocked, or who has blocked you.

comments-link = Link
comments-reply = Reply
comments-edit = Edit
comments-delete = Delete
comments-hide = Hide
comments-save = Save the changes
comments-back = Back

comments-about = About
comments-whole = The whole trace
comments-your-comment = Your comment
comments-your-reply = Your reply
comments-edit-title = Edit your comment
comments-on-trace = On the trace
comments-parent = What you answer
comments-hint = Markdown. Ask for the reason before you doubt the result.
comments-post = Post the comment
comments-post-reply = Reply

comments-invitation = Members comment on a trace or on one of its parts.
comments-sign-in = Sign in to comment
comments-sign-up = Sign up
