//! `/pair/reports`: open reports, for organizers; for others it does not exist.

use leptos::prelude::*;

use crate::base::error::Error;
use crate::members::visit::Visit;
use crate::members::zones;
use crate::pairing::hour::model::ReportId;
use crate::pairing::hour::store::reports::{PAGE, Report, open};
use crate::ui::page::{Answer, Page};
use crate::ui::time::minute;

pub async fn show(visit: Visit) -> Answer {
    let organizer = visit.viewer.can_organize(visit.now).map_err(|_| Error::NotFound)?.id;
    let after = visit.query().get("after").parse::<ReportId>().ok();
    let mut found = open(&mut visit.app.db.read().await?, organizer, after).await?;
    let more = found.len() as i64 > PAGE;
    found.truncate(PAGE as usize);
    let last = found.last().map(|one| one.id).filter(|_| more);
    let t = visit.t();
    Ok(Page::new(t.pairing_hour_reports(), || {
        let list = if found.is_empty() {
            view! { <div class="empty"><p>{t.pairing_hour_reports_none()}</p></div> }.into_any()
        } else {
            view! { <ol class="sessions">{found.iter().map(|one| line(&visit, one)).collect_view()}</ol> }.into_any()
        };
        view! {
            <div class="title"><h1>{t.pairing_hour_reports()}</h1><p class="from">{t.pairing_hour_reports_intro()}</p></div>
            {list}
            {last.map(|id| view! {
                <nav class="older" aria-label=t.list_pages()>
                    <span></span>
                    <a href=format!("/pair/reports?after={id}") rel="next">{t.pairing_session_older()}</a>
                </nav>
            })}
        }
    }))
}

fn line(visit: &Visit, one: &Report) -> AnyView {
    let t = visit.t();
    let who = |handle: &str, name: &str, departed: bool| {
        if departed {
            return view! { <span>{t.comments_departed()}</span> }.into_any();
        }
        view! { <a href=format!("/members/{handle}")>{name.to_owned()}</a> }.into_any()
    };
    let time = |at| format!("{} {}", minute(at, visit.zone(), visit.lang), zones::label(visit.zone(), at));
    view! {
        <li id=format!("report-{}", one.id)>
            <dl class="block">
                <div><dt>{t.pairing_hour_report_by()}</dt><dd>{who(&one.by_handle, &one.by_name, one.by_departed)}" "{time(one.created_at)}</dd></div>
                <div><dt>{t.pairing_hour_report_about()}</dt><dd>{who(&one.about_handle, &one.about_name, one.about_departed)}</dd></div>
                <div><dt>{t.pairing_hour_report_session()}</dt><dd class="num">{time(one.slot.starts_at())}</dd></div>
            </dl>
            <p class="lines">{one.reason.clone()}</p>
            <form method="post" action=format!("/pair/reports/{}/close", one.id)>
                <p><button class="button small">{t.pairing_hour_report_close()}</button></p>
            </form>
        </li>
    }
    .into_any()
}
