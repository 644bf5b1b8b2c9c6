//! Words and lines of notices.

use leptos::prelude::*;

use crate::base::markdown;
use crate::base::words::Words;
use crate::members::visit::Visit;
use crate::notices::model::NoticeKind;
use crate::notices::store::Notice;
use crate::ui::time::Day;

/// Characters of a comment shown beside its notice.
const EXCERPT: usize = 90;

/// What happened, in one sentence. One who has left has no name. `names`: of a company, before and after.
pub fn said(t: &Words, kind: NoticeKind, comment_kind: &str, who: &str, names: (&str, &str)) -> String {
    let left = t.comments_departed();
    let who = if who.is_empty() { &left } else { who };
    match (kind, comment_kind) {
        (NoticeKind::Comment, "question") => t.notices_comment_question(who),
        (NoticeKind::Comment, "challenge") => t.notices_comment_challenge(who),
        (NoticeKind::Comment, "used") => t.notices_comment_used(who),
        (NoticeKind::Comment, _) => t.notices_comment_addition(who),
        (NoticeKind::Reply, "question") => t.notices_reply_question(who),
        (NoticeKind::Reply, "challenge") => t.notices_reply_challenge(who),
        (NoticeKind::Reply, _) => t.notices_reply(who),
        (NoticeKind::Featured, _) => t.notices_featured(who),
        (NoticeKind::TakenDown, _) => t.notices_taken_down(who),
        (NoticeKind::BuiltOn, _) => t.growth_notice_built(who),
        (NoticeKind::AskTaken, _) => t.notices_ask_taken(who),
        (NoticeKind::AskFree, _) => t.notices_ask_free(who),
        (NoticeKind::AskClosed, _) => t.notices_ask_closed(who),
        (NoticeKind::AskAgain, _) => t.notices_ask_again(who),
        (NoticeKind::Proposal, _) => t.notices_proposal(who),
        (NoticeKind::Booked, _) => t.notices_booked(who),
        (NoticeKind::MoveProposed, _) => t.notices_move_proposed(who),
        (NoticeKind::Moved, _) => t.notices_moved(who),
        (NoticeKind::MoveDeclined, _) => t.notices_move_declined(who),
        (NoticeKind::Cancelled, _) => t.notices_cancelled(who),
        (NoticeKind::Changed, _) => t.notices_changed(who),
        (NoticeKind::ProposalOver, _) => t.notices_proposal_over(who),
        (NoticeKind::PairMessage, _) => t.notices_pair_message(who),
        (NoticeKind::Expected, _) => t.notices_expected(who),
        (NoticeKind::Late, _) => t.notices_late(who),
        (NoticeKind::Missed, _) => t.notices_missed(who),
        (NoticeKind::DidYouMeet, _) => t.notices_did_you_meet(who),
        (NoticeKind::Swap, _) => t.notices_swap(who),
        (NoticeKind::JointDraft, _) => t.notices_joint_draft(who),
        (NoticeKind::JointTrace, _) => t.notices_joint_trace(who),
        (NoticeKind::Thanks, _) => t.notices_thanks(who),
        (NoticeKind::Mutual, _) => t.notices_mutual(who),
        (NoticeKind::HypothesisDue, _) => t.notices_hypothesis_due(),
        (NoticeKind::SourceOffered, _) => t.notices_source_offered(who),
        (NoticeKind::SourceTaken, _) => t.notices_source_taken(who),
        (NoticeKind::Report, _) => t.notices_report(who),
        (NoticeKind::Invited, _) => t.notices_invited(who),
        (NoticeKind::InvitationAccepted, _) => t.notices_invitation_accepted(who),
        (NoticeKind::InvitationDeclined, _) => t.notices_invitation_declined(who),
        (NoticeKind::AuthorLeft, _) => t.notices_author_left(who),
        (NoticeKind::Reviewer, _) => t.notices_reviewer(who),
        (NoticeKind::DraftRemark, _) => t.notices_draft_remark(who),
        (NoticeKind::CompanyMerged, _) => t.notices_company_merged(names.0, names.1),
    }
}

/// Whether a page without a trace is one of writing together; else it is one of pairing.
pub fn is_writing(pair_path: &str) -> bool {
    pair_path.starts_with("/traces/")
}

/// Where a notice leads.
pub fn target(trace: Option<i64>, comment: Option<i64>, pair_path: &str) -> String {
    match (comment, trace) {
        (Some(id), _) => format!("/comments/{id}"),
        (None, Some(id)) => format!("/traces/{id}"),
        (None, None) => pair_path.to_owned(),
    }
}

/// One line of the inbox.
pub fn line(visit: &Visit, notice: Notice) -> AnyView {
    let t = visit.t();
    let unread = notice.read_at.is_none();
    let text = said(t, notice.kind, &notice.comment_kind, &notice.actor, notice.names.of(visit.lang));
    let mark = unread.then(|| view! { <span class="vh">{t.notices_unread()}</span> });
    let demo = notice.demo.then(|| view! { " "<span class="demo">{t.demo_mark()}</span> });
    let head = if notice.gone {
        view! { <p>{mark}{text}{demo}</p> }.into_any()
    } else {
        view! { <p><a href=target(notice.trace_id, notice.comment_id, &notice.pair_path)>{mark}{text}</a>{demo}</p> }
            .into_any()
    };
    let below = match (notice.gone, notice.html.is_empty()) {
        (true, _) => Some(t.notices_gone()),
        (false, true) => None,
        (false, false) => Some(t.notices_quote(markdown::excerpt(&notice.html, EXCERPT))),
    };
    let button = unread.then(|| {
        view! {
            <form method="post" action=format!("/inbox/{}/read", notice.id)>
                <button>{t.notices_read_one()}</button>
            </form>
        }
    });
    view! {
        <li class=unread.then_some("new")>
            {head}
            <span class="note"><Day time=notice.created_at zone=visit.zone() lang=visit.lang/></span>
            {below.map(|text| view! { <p class="note">{text}</p> })}
            {button.map(|button| view! { <div class="note acts">{button}</div> })}
        </li>
    }
    .into_any()
}
