//! On the page of a trace: where it was begun from, what was begun from it, and what a reader can do
//! with it.

use leptos::prelude::*;

use crate::members::visit::Visit;
use crate::traces::model::address;
use crate::traces::pages::reading::Reading;
use crate::traces::store::growth::Credit;

/// Traces begun from this one that its page names; the newest.
pub const MOST: i64 = 20;

/// The trace that this one was begun from, beside its title.
pub fn origin(visit: &Visit, reading: &Reading) -> Option<impl IntoView + use<>> {
    let t = visit.t();
    let credit = reading.origin.as_ref().map(|origin| credit(visit, origin).into_any());
    credit.map(|credit| view! { <p class="note">{t.growth_origin()} " " {credit}</p> })
}

/// What was begun from it, and the ways to go on: a trace of one's own, a word about having used it.
pub fn section(visit: &Visit, reading: &Reading) -> impl IntoView + use<> {
    let t = visit.t();
    let built = (!reading.built.is_empty()).then(|| {
        let items = reading.built.iter().map(|built| view! { <li>{credit(visit, built)}</li> }).collect_view();
        view! { <p><b>{t.growth_built()}</b></p> <ul>{items}</ul> }
    });
    let own = reading.trace.is_author;
    let go = (!own).then(|| {
        view! {
            <form method="post" action=format!("/traces/{}/build-on", reading.trace.id)>
                <p>{t.growth_build_text()}</p>
                <p><button class="button small">{t.growth_build_go()}</button></p>
            </form>
            <p><b>{t.growth_used()}</b> " " {t.growth_used_text()} " " <a href="#talk">{t.comments_talk()}</a></p>
        }
    });
    (built.is_some() || go.is_some()).then(|| {
        view! {
            <section class="band stack screen" id="growth" aria-labelledby="growth-name">
                <div class="head"><h2 id="growth-name">{t.growth_build()}</h2></div>
                {built}
                {go}
            </section>
        }
    })
}

/// A trace by its title, with its authors.
pub fn credit(visit: &Visit, credit: &Credit) -> impl IntoView + use<> {
    let foreign = credit.language.foreign(visit.lang);
    let by = if credit.authors.is_empty() { visit.t().reading_former_member() } else { credit.authors.clone() };
    view! {
        <a href=address::path(credit.id, &credit.slug) lang=foreign>{credit.title.clone()}</a> " "
        <span class="note">{visit.t().growth_by(by)}</span>
    }
}
