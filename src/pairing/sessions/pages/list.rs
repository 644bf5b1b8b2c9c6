//! `/pair/sessions`: all of the member's sessions, the latest first.

use leptos::prelude::*;

use crate::members::visit::Visit;
use crate::pairing::hour::views::figure_line;
use crate::pairing::model::SessionId;
use crate::pairing::sessions::store::{self, PAGE};
use crate::pairing::sessions::views;
use crate::ui::page::{Answer, Page};

pub async fn list(visit: Visit) -> Answer {
    let member = visit.viewer.member()?.id;
    let after = visit.query().get("after").parse::<SessionId>().ok();
    let mut conn = visit.app.db.read().await?;
    let mut sessions = store::of_member(&mut conn, member, after).await?;
    let figure = figure_line(&mut conn, &visit).await?;
    drop(conn);
    let older = sessions.len() as i64 > PAGE;
    sessions.truncate(PAGE as usize);
    let last = sessions.last().map(|s| s.id).filter(|_| older);
    let t = visit.t();
    Ok(Page::new(t.pairing_session_mine(), || {
        let body = if sessions.is_empty() {
            view! { <div class="empty"><p>{t.pairing_session_none()}</p><p><a class="button" href="/pair">{t.pairing_session_to_pair()}</a></p></div> }
                .into_any()
        } else {
            let one = |session| {
                view! { {views::line(&visit, session)} }
            };
            view! { <ul class="sessions">{sessions.iter().map(one).collect_view()}</ul> }.into_any()
        };
        view! {
            <div class="title"><h1>{t.pairing_session_mine()}</h1></div>
            {elsewhere(&visit)}
            {figure}
            {body}
            {last.map(|id| view! {
                <nav class="older" aria-label=t.list_pages()>
                    <span></span>
                    <a href=format!("/pair/sessions?after={id}") rel="next">{t.pairing_session_older()}</a>
                </nav>
            })}
        }
    }))
}

/// The pages beside it: calendar, figure, takeaways, whom one would like to meet; reports for organizers.
fn elsewhere(visit: &Visit) -> AnyView {
    let t = visit.t();
    let reports = visit.viewer.can_organize(visit.now).is_ok().then(|| ("/pair/reports", t.pairing_hour_reports()));
    let links = [
        ("/pair/times", t.pairing_times_title()),
        ("/pair/calendar", t.pairing_letters_calendar()),
        ("/pair/figure", t.pairing_hour_figure()),
        ("/pair/takeaways", t.pairing_hour_takeaways()),
        ("/pair/interests", t.pairing_interests_title()),
    ];
    let one = |(href, name): (&'static str, String)| view! { <a class="button small" href=href>{name}</a> };
    let links = links.into_iter().chain(reports).map(one).collect_view();
    view! { <nav class="row" aria-label=t.pairing_session_elsewhere()>{links}</nav> }.into_any()
}
