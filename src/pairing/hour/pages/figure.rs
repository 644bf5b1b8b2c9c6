//! `/pair/figure`: the reliability figure, explained to its owner. There is no page of anyone else's.

use leptos::prelude::*;

use crate::members::visit::Visit;
use crate::members::zones;
use crate::pairing::hour::model::Outcome;
use crate::pairing::hour::store::figure::{Counted, counted};
use crate::pairing::hour::views::figure_said;
use crate::pairing::sessions::model::{Figure, LOOK_BACK};
use crate::pairing::sessions::views::subject;
use crate::ui::page::{Answer, Page};
use crate::ui::time::minute;

pub async fn show(visit: Visit) -> Answer {
    let member = visit.viewer.member()?.id;
    let counted = counted(&mut visit.app.db.read().await?, member).await?;
    let came = counted.iter().filter(|one| one.outcome == Outcome::Came).count() as i64;
    let figure = Figure { came, of: counted.len() as i64 };
    let t = visit.t();
    Ok(Page::new(t.pairing_hour_figure(), || {
        view! {
            <div class="title"><h1>{t.pairing_hour_figure()}</h1><p class="from">{t.pairing_hour_figure_private()}</p></div>
            <dl class="block">
                <div><dt>{t.pairing_hour_figure_now()}</dt><dd class="num">{figure_said(&visit, figure)}</dd></div>
                <div><dt>{t.pairing_hour_figure_cap()}</dt><dd class="num">{t.pairing_hour_figure_cap_now(figure.open_bookings())}</dd></div>
            </dl>
            {explained(&visit)}
            {list(&visit, &counted)}
        }
    }))
}

/// What counts, what it does, how it recovers.
fn explained(visit: &Visit) -> AnyView {
    let t = visit.t();
    view! {
        <section class="band" aria-labelledby="how">
            <div class="head slim"><h2 id="how">{t.pairing_hour_figure_how()}</h2></div>
            <ul>
                <li>{t.pairing_hour_figure_counts(LOOK_BACK)}</li>
                <li>{t.pairing_hour_figure_free()}</li>
                <li>{t.pairing_hour_figure_does()}</li>
                <li>{t.pairing_hour_figure_recovers()}</li>
            </ul>
        </section>
    }
    .into_any()
}

fn list(visit: &Visit, counted: &[Counted]) -> AnyView {
    let t = visit.t();
    let lines = if counted.is_empty() {
        view! { <p class="note">{t.pairing_hour_figure_none()}</p> }.into_any()
    } else {
        view! { <ol class="sessions">{counted.iter().map(|one| line(visit, one)).collect_view()}</ol> }.into_any()
    };
    view! {
        <section class="band" aria-labelledby="counted">
            <div class="head slim"><h2 id="counted">{t.pairing_hour_figure_list()}</h2></div>
            {lines}
        </section>
    }
    .into_any()
}

fn line(visit: &Visit, one: &Counted) -> AnyView {
    let t = visit.t();
    let start = one.slot.starts_at();
    let who = if one.departed { t.pairing_session_departed() } else { one.partner.clone() };
    let why = match one.outcome {
        Outcome::Came => t.pairing_hour_counts_came(),
        Outcome::NoShow => t.pairing_hour_counts_no_show(),
        Outcome::LateCancel => t.pairing_hour_counts_late_cancel(minute(one.figured_at, visit.zone(), visit.lang)),
    };
    view! {
        <li>
            <a href=format!("/pair/sessions/{}", one.id)>{t.pairing_session_title(who)}</a>
            " "<time class="num" datetime=start.rfc3339()>{minute(start, visit.zone(), visit.lang)}" "{zones::label(visit.zone(), start)}</time>
            " "<span class="note">{subject(visit, &one.name_ja, &one.name_en, &one.topic)}</span>
            <p>{why}</p>
        </li>
    }
    .into_any()
}
