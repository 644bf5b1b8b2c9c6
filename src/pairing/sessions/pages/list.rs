//! `/pair/sessions`: all of the member's sessions, the latest first.

use leptos::prelude::*;

use crate::members::visit::Visit;
use crate::members::zones;
use crate::pairing::model::SessionId;
use crate::pairing::sessions::store::{self, PAGE};
use crate::pairing::sessions::views;
use crate::ui::page::{Answer, Page};

pub async fn list(visit: Visit) -> Answer {
    let member = visit.viewer.member()?.id;
    let after = visit.query().get("after").parse::<SessionId>().ok();
    let mut sessions = store::of_member(&mut visit.app.db.read().await?, member, after).await?;
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
            <div class="title"><h1>{t.pairing_session_mine()}</h1><p class="from">{zones::label(visit.zone(), visit.now)}</p>
                <p><a href="/pair/calendar">{t.pairing_letters_calendar()}</a></p>
            </div>
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
