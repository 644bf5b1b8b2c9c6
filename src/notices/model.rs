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
    }
}

/// One piece of news, for one or more members. Rows of slices above are plain numbers here.
#[derive(Debug, Clone)]
pub struct News {
    pub kind: NoticeKind,
    /// Whose doing it is.
    pub actor: MemberId,
    pub trace: i64,
    pub comment: Option<i64>,
    /// The same news is told once to a member: `comment:7`.
    pub key: String,
}
