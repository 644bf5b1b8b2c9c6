//! `/pair/takeaways`: what one takes into one's own work, from every hour. Read by its writer alone.

use leptos::prelude::*;

use crate::members::visit::Visit;
use crate::pairing::hour::store::takeaways::{PAGE, Takeaway, takeaways};
use crate::pairing::model::SessionId;
use crate::pairing::sessions::views::subject;
use crate::ui::page::{Answer, Page};
use crate::ui::time::Day;

pub async fn show(visit: Visit) -> Answer {
    let member = visit.viewer.member()?.id;
    let after = visit.query().get("after").parse::<SessionId>().ok();
    let mut found = takeaways(&mut visit.app.db.read().await?, member, after).await?;
    let more = found.len() as i64 > PAGE;
    found.truncate(PAGE as usize);
    let last = found.last().map(|one| one.id).filter(|_| more);
    let t = visit.t();
    Ok(Page::new(t.pairing_hour_takeaways(), || {
        let list = if found.is_empty() {
            view! { <div class="empty"><p>{t.pairing_hour_takeaways_none()}</p></div> }.into_any()
        } else {
            view! { <ol class="sessions">{found.iter().map(|one| line(&visit, one)).collect_view()}</ol> }.into_any()
        };
        view! {
            <div class="title"><h1>{t.pairing_hour_takeaways()}</h1><p class="from">{t.pairing_hour_takeaways_intro()}</p></div>
            {list}
            {last.map(|id| view! {
                <nav class="older" aria-label=t.list_pages()>
                    <span></span>
                    <a href=format!("/pair/takeaways?after={id}") rel="next">{t.pairing_session_older()}</a>
                </nav>
            })}
        }
    }))
}

fn line(visit: &Visit, one: &Takeaway) -> AnyView {
    let t = visit.t();
    let who = if one.departed { t.pairing_session_departed() } else { one.partner.clone() };
    view! {
        <li>
            <p class="lines">{one.takeaway.clone()}</p>
            <p class="note">
                <a href=format!("/pair/sessions/{}", one.id)>{t.pairing_session_title(who)}</a>
                " "{subject(visit, &one.name_ja, &one.name_en, &one.topic)}
                " "<Day time=one.slot.starts_at() zone=visit.zone() lang=visit.lang/>
            </p>
        </li>
    }
    .into_any()
}
