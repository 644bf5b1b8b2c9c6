//! `/pair`: what happens in the hour, my next sessions, and the ways to meet.

use leptos::prelude::*;

use crate::base::words::Words;
use crate::members::visit::Visit;
use crate::pairing::{queue, sessions};
use crate::ui::page::{Answer, Page};

/// # Errors
/// When the database does not answer.
pub async fn show(visit: Visit) -> Answer {
    let mut conn = visit.app.db.read().await?;
    let next = sessions::views::next(&mut conn, &visit).await?;
    let entrance = queue::views::entrance(&mut conn, &visit).await?;
    drop(conn);
    let t = visit.t();
    let page = Page::new(t.pairing_title(), || {
        view! {
            <div class="title"><h1>{t.pairing_title()}</h1><p class="from">{t.pairing_intro()}</p></div>
            {hour(t)}
            {next}
            <section class="band" aria-labelledby="queue">
                <div class="head"><h2 id="queue">{t.pairing_queue_title()}</h2></div>
                <div class="stack">
                    {entrance}
                    <p class="row">
                        <a class="button go" href="/pair/queue">{t.pairing_find()}</a>
                        <a class="button" href="/pair/times">{t.pairing_queue_times_go()}</a>
                    </p>
                </div>
            </section>
        }
    });
    Ok(page.describe(t.pairing_intro()).public("/pair", ["pair".to_owned()]))
}

/// Sixty minutes, drawn to scale.
fn hour(t: &Words) -> AnyView {
    let phase = |minutes: i64, name: String, text: String| {
        view! { <li><b>{t.pairing_minutes(minutes)}" "{name}</b>{text}</li> }
    };
    view! {
        <section aria-labelledby="hour">
            <h2 class="vh" id="hour">{t.pairing_hour()}</h2>
            <ol class="hour">
                {phase(5, t.pairing_phase_check_in(), t.pairing_phase_check_in_text())}
                {phase(10, t.pairing_phase_blind(), t.pairing_phase_blind_text())}
                {phase(20, t.pairing_phase_first(), t.pairing_phase_first_text())}
                {phase(20, t.pairing_phase_second(), t.pairing_phase_second_text())}
                {phase(5, t.pairing_phase_debrief(), t.pairing_phase_debrief_text())}
            </ol>
        </section>
    }
    .into_any()
}
