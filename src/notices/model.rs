//! Kinds of news. Pure.

use crate::members::model::MemberId;

crate::row_id! {
    /// A notice's row.
    NoticeId;
}

crate::text_enum! {
    NoticeKind {
        /// Someone commented on your trace.
        Comment = "comment",
        /// Someone replied to your comment.
        Reply = "reply",
        /// An organizer featured your trace.
        Featured = "featured",
        /// An organizer took the feature down.
        TakenDown = "taken-down",
        /// Someone published a trace that they had begun from yours.
        BuiltOn = "built-on",
        /// Someone took your ask: the hour is booked.
        AskTaken = "ask-taken",
        /// An ask that you wait for has come free.
        AskFree = "ask-free",
        /// An ask that you waited for is over.
        AskClosed = "ask-closed",
        /// A former partner would like to meet you again.
        AskAgain = "ask-again",
        /// The queue has found you a partner.
        Proposal = "proposal",
        /// Both have said yes: the hour is booked.
        Booked = "booked",
        /// The other proposes a new time.
        MoveProposed = "move-proposed",
        /// The other took the new time.
        Moved = "moved",
        /// The other would rather keep the time.
        MoveDeclined = "move-declined",
        Cancelled = "cancelled",
        /// The other chose the company, or where to call.
        Changed = "changed",
        /// No hour comes of a proposal.
        ProposalOver = "proposal-over",
        /// The other wrote about the session to come.
        PairMessage = "pair-message",
        /// The hour has begun and the other is here.
        Expected = "expected",
        /// You are here and the other is late.
        Late = "late",
        /// The hour went by, or was closed, without you.
        Missed = "missed",
        /// Nobody checked in to the hour: did the two meet?
        DidYouMeet = "did-you-meet",
        /// Someone is waiting right now, and you are free.
        Swap = "swap",
        /// The text of your hour is kept as a draft that both see: what becomes of it?
        JointDraft = "joint-draft",
        /// The text of your hour is a joint trace now.
        JointTrace = "joint-trace",
        /// The other thanks you in public.
        Thanks = "thanks",
        /// You would both like to meet.
        Mutual = "mutual",
        /// The day of a hypothesis has come.
        HypothesisDue = "hypothesis-due",
        /// A reader offers a source.
        SourceOffered = "source-offered",
        /// The source that you offered was taken.
        SourceTaken = "source-taken",
        /// For organizers: a session was reported.
        Report = "report",
        /// Someone asks you to write a trace with them.
        Invited = "invited",
        /// Someone whom one of the authors asked writes your trace too now.
        InvitationAccepted = "invitation-accepted",
        /// Someone whom you asked would rather not.
        InvitationDeclined = "invitation-declined",
        /// An author writes your trace no longer.
        AuthorLeft = "author-left",
        /// Someone would like you to read a draft.
        Reviewer = "reviewer",
        /// A reviewer said something about your draft.
        DraftRemark = "draft-remark",
        /// What you have booked, asked or wished for is about a company that goes by another's name now.
        CompanyMerged = "company-merged",
    }
}

/// What the news is about. Rows of slices above are plain numbers here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum About {
    Trace {
        trace: i64,
        comment: Option<i64>,
    },
    /// A page of pairing, by its path.
    Pair(String),
    /// A page of writing together, by its path: there may be nothing yet that others can read.
    Writing(String),
}

/// One piece of news, for one or more members.
#[derive(Debug, Clone)]
pub struct News {
    pub kind: NoticeKind,
    /// Whose doing it is.
    pub actor: MemberId,
    pub about: About,
    /// The same news is told once to a member: `comment:7`.
    pub key: String,
    /// Whether a letter follows while it is unread; not where the news has a letter of its own.
    pub letter: bool,
}

/// News of a company that was merged into another: nobody's doing, for whoever has something on it.
#[derive(Debug, Clone)]
pub struct Merging {
    /// The double.
    pub company: i64,
    /// The page of what they have on it.
    pub path: String,
    /// As [`News::letter`].
    pub letter: bool,
}
