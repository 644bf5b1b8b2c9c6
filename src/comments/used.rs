//! 使ってみた: what a member has used of others' thinking, for their own record. No points: it counts
//! for nobody, and nobody else sees the list.

use leptos::prelude::*;

use crate::base::db::Conn;
use crate::base::error::Result;
use crate::base::markdown;
use crate::comments::model::CommentId;
use crate::comments::store::used::{self, Used};
use crate::members::model::MemberId;
use crate::members::visit::Visit;
use crate::traces::model::address;
use crate::ui::time::Day;

/// Reports on one page of the record.
const PAGE: usize = 20;
/// Characters of a report shown in the list.
const EXCERPT: usize = 140;

/// The record on the member's own page, below a report; nothing for anyone else, or where there is none.
///
/// # Errors
/// When the database does not answer.
pub async fn record(
    conn: &mut Conn,
    visit: &Visit,
    member: MemberId,
    handle: &str,
    below: Option<CommentId>,
) -> Result<Option<AnyView>> {
    if visit.viewer.id() != Some(member) {
        return Ok(None);
    }
    let mut reports = used::by_member(conn, member, below, PAGE as i64 + 1).await?;
    let more = reports.len() > PAGE;
    reports.truncate(PAGE);
    let older = reports.last().filter(|_| more).map(|last| format!("/members/{handle}?used={}#used", last.id));
    Ok((!reports.is_empty()).then(|| view(visit, &reports, older).into_any()))
}

fn view(visit: &Visit, reports: &[Used], older: Option<String>) -> impl IntoView + use<> {
    let t = visit.t();
    let one = |used: &Used| {
        let foreign = used.language.foreign(visit.lang);
        view! {
            <li class="card">
                <p><a href=address::path(used.trace_id, &used.slug) lang=foreign>{used.title.clone()}</a></p>
                <p>{markdown::excerpt(&used.html, EXCERPT)}</p>
                <p class="note">
                    <Day time=used.created_at zone=visit.zone() lang=visit.lang/> " "
                    <a href=format!("/comments/{}", used.id)>{t.comments_in_talk()}</a>
                </p>
            </li>
        }
    };
    view! {
        <section class="band" id="used" aria-labelledby="used-name">
            <div class="head"><h2 id="used-name">{t.growth_record()}</h2><p class="note">{t.growth_record_help()}</p></div>
            <ol>{reports.iter().map(one).collect_view()}</ol>
            {older.map(|older| view! { <p><a href=older>{t.list_older()}</a></p> })}
        </section>
    }
}
