//! `/traces`: every public trace, newest first, narrowed by facets.
//!
//! Decided 2026-11-23: CONTRACT gives `lang` two meanings here. It keeps the traces written in that
//! language, and, as everywhere, the page follows it; so `/traces?lang=ja` is the Japanese page of
//! Japanese traces, and the plain `/traces` shows both languages. `sort` knows one order, the newest.

use leptos::prelude::*;

use crate::members::visit::Visit;
use crate::traces::model::card::{self, After, Facets, Listed};
use crate::traces::store::cards;
use crate::traces::views::card::{Look, Strips};
use crate::ui::page::{Answer, Page};
use crate::web::pages::PAGE;
use crate::web::pages::facets::{Narrow, asked};
use crate::web::query::Query;

pub async fn show(visit: Visit, query: Query) -> Answer {
    let facets = asked(&query);
    let after: Option<After> = query.one("after");
    let mut conn = visit.app.db.read().await?;
    let listed = cards::latest(&mut conn, &visit.viewer, &facets, after.unwrap_or_default(), PAGE).await?;
    drop(conn);
    let t = visit.t();
    let tags = card::tags(&listed.cards);
    let page = Page::new(t.list_title(), || view(&visit, &facets, after, listed));
    let mut page = page.describe(t.list_description()).public("/traces", tags).feed("/feeds/traces.atom");
    // One address is enough for search engines: the whole list, in each language.
    let plain = Facets { languages: facets.languages.clone(), ..Facets::default() } == facets && after.is_none();
    if !plain {
        page.head.canonical = None;
    }
    Ok(page)
}

fn view(visit: &Visit, facets: &Facets, after: Option<After>, listed: Listed) -> impl IntoView {
    let t = visit.t();
    let narrowed = (!facets.is_empty()).then(|| {
        view! { <p>{t.list_narrowed()} " " <span class="note"><a href="/traces">{t.list_show_all()}</a></span></p> }
    });
    let older = pages(visit, &format!("/traces?{}", facets.query()), after.is_some(), listed.next, t.list_older());
    view! {
        <div class="title"><h1>{t.list_title()}</h1></div>
        <form class="listing" action="/traces">
            <Narrow facets=facets.clone() lang=visit.lang/>
            <div>
                {narrowed.map(|n| view! { <div class="head">{n}</div> })}
                {match &listed {
                    listed if listed.goes_on() => goes_on(visit),
                    listed if listed.cards.is_empty() => empty(visit, facets, after).into_any(),
                    _ => view! { <Strips cards=listed.cards look=Look::of(visit, 2)/> }.into_any(),
                }}
                {older}
            </div>
        </form>
    }
}

/// Nothing to show, and what to do about it.
fn empty(visit: &Visit, facets: &Facets, after: Option<After>) -> impl IntoView {
    let t = visit.t();
    let write = view! { <a href="/traces/new">{t.list_write()}</a> };
    if facets.is_empty() {
        let (what, help) =
            if after.is_some() { (t.list_end(), None) } else { (t.home_empty(), Some(t.home_empty_help())) };
        return view! {
            <div class="empty"><p><b>{what}</b></p>{help.map(|h| view! { <p>{h}</p> })}<p class="row">{write}</p></div>
        }
        .into_any();
    }
    view! {
        <div class="empty">
            <p><b>{t.list_none()}</b></p>
            <p>{t.list_none_help()}</p>
            <p class="row"><a class="button" href="/traces">{t.list_clear()}</a> {write}</p>
        </div>
    }
    .into_any()
}

/// A page whose every trace a block keeps from the viewer. It does not say so: a block is nobody's news.
pub fn goes_on(visit: &Visit) -> AnyView {
    view! { <div class="empty"><p>{visit.t().list_goes_on()}</p></div> }.into_any()
}

/// The way to the newest and to the next page. `base` ends in `?` or `&`.
pub fn pages(visit: &Visit, base: &str, started: bool, next: Option<After>, older: String) -> Option<AnyView> {
    let t = visit.t();
    let first = base.trim_end_matches(['?', '&']).to_owned();
    let newest = started.then(|| view! { <a href=first>{t.list_newest()}</a> });
    let next = next.map(|after| view! { <a href=format!("{base}after={after}") rel="next">{older}</a> });
    (started || next.is_some()).then(|| {
        let newest = newest.map_or_else(|| view! { <span></span> }.into_any(), IntoAny::into_any);
        view! { <nav class="older" aria-label=t.list_pages()>{newest}{next}</nav> }.into_any()
    })
}
