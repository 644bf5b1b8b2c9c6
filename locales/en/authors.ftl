# Writing together, and who else reads a draft.

authors-title = Authors and readers
authors-see-draft = See the draft as others do
authors-who = Authors
authors-order = Named on the trace in this order. Any author can publish.
authors-asked = asked, not answered yet, since
authors-take-back = Take back
authors-up = Name earlier
authors-left = has left; keeps the credit
authors-invite = Invite by handle
authors-invite-hint = For example: mei. You find it in the address of the member’s page.
authors-invite-go = Invite
authors-alone = You are the only author: someone has to stay with the trace.
authors-leave = Leave this trace
authors-leave-help = You can no longer edit it. Your name stays on what you wrote, and you can be invited again.
authors-leave-go = Leave
authors-links = Read by a secret link
authors-links-lead = Whoever has the link reads the draft as it stands, without signing in. Search engines do not see it. You can end it at any time.
authors-link-fresh = This is the link. It is shown only now.
authors-link-address = Link
# $name (String)
authors-link-made = Made by { $name }
authors-link-end = End this link
authors-link-make = Make a link
authors-reviewers = Reviewers
authors-reviewers-lead = Members whom you choose read the draft and remark on it. Their remarks stay with the draft and never appear on the published page.
authors-reviewer = Open the draft to
authors-reviewer-go = Open
authors-reviewer-end = Close again

invitation-title = Will you write this trace together?
invitation-by = Invited by
invitation-lead = As an author you edit the draft, publish, and are named on the trace. You can leave later and keep the credit.
invitation-accept = Write together
invitation-decline = No, thank you
invitation-gone = This invitation is no longer open
invitation-gone-help = It was answered, taken back, or whoever invited you no longer writes this trace.
invitation-declined = Declined
invitation-declined-help = Whoever invited you will see it. You will not be asked again for this trace.
invitation-inbox = To the inbox

# $title (String)
draft-title = Draft: { $title }
draft-notice = A draft, not published. Please do not pass it on.
draft-saved = Saved
draft-in-full = In full below
draft-remarks = Remarks on the draft
draft-remarks-lead = For its authors and reviewers only.
draft-remark = Your remark
draft-remark-hint = What is clear, what is missing, what you would ask. At most 2,000 characters.
draft-remark-go = Send
draft-remark-remove = Remove
draft-older = Older remarks
