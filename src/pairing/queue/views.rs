//! What `/pair` shows of the queue.

use leptos::prelude::*;

use crate::base::db::Conn;
use crate::base::error::Result;
use crate::base::time::{DAY, HOUR};
use crate::base::words::Words;
use crate::members::visit::Visit;
use crate::members::zones;
use crate::pairing::queue::model::typical;
use crate::pairing::queue::store;
use crate::ui::time::{minute, span};

/// The member's place in the queue and open proposals, or the way in; for a guest what it is.
///
/// # Errors
/// When the database does not answer.
pub async fn entrance(conn: &mut Conn, visit: &Visit) -> Result<AnyView> {
    let t = visit.t();
    let waits = store::waits(conn).await?.into_iter().flat_map(|(one, other)| [one, other]).collect();
    let typical = typical(waits).map(|millis| view! { <p class="note">{t.pairing_queue_typical(wait(t, millis))}</p> });
    let Some(member) = visit.viewer.signed_in() else {
        return Ok(view! { <p>{t.pairing_queue_intro()}</p>{typical} }.into_any());
    };
    let place = store::place(conn, member.id).await?;
    let open = store::open_proposals(conn, member.id, visit.now).await?;
    let zone = visit.zone();
    let proposals = open.into_iter().map(|(id, slot, until)| {
        let time = span(slot.starts_at(), slot.ends_at(), zone, visit.lang);
        let until = minute(until, zone, visit.lang);
        view! {
            <div class="notice">
                <p>
                    <a href=format!("/pair/proposals/{id}")><b>{t.pairing_queue_proposed()}</b></a>" "
                    {time}" "<span class="note">{zones::label(zone, slot.starts_at())}</span>
                    " · "{t.pairing_proposal_until(until)}
                </p>
            </div>
        }
    });
    let proposals = proposals.collect_view();
    let line = match place {
        Some(place) => {
            view! { <p>{t.pairing_queue_waiting(place.place)}" "<a href="/pair/queue">{t.pairing_queue_see()}</a></p> }
                .into_any()
        }
        None => view! { <p>{t.pairing_queue_intro()}</p> }.into_any(),
    };
    Ok(view! { {proposals}{line}{typical} }.into_any())
}

/// "about 3 hours", "about 2 days".
#[must_use]
pub fn wait(t: &Words, millis: i64) -> String {
    if millis >= 2 * DAY { t.pairing_queue_days(millis / DAY) } else { t.pairing_queue_hours((millis / HOUR).max(1)) }
}
