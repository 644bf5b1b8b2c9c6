//! `/search?q=`: titles, gists and company names. Every word must be there; the best answers first.

use leptos::prelude::*;

use crate::base::text::terms::query_terms;
use crate::members::visit::Visit;
use crate::traces::model::card::{self, After, Listed};
use crate::traces::store::cards;
use crate::traces::store::directory::{self, Entry, Place};
use crate::traces::views::card::{Look, Strips, encoded};
use crate::traces::views::hits::hits;
use crate::ui::number::grouped;
use crate::ui::page::{Answer, Page};
use crate::web::pages::{PAGE, list};
use crate::web::query::Query;

/// Companies whose names begin with what was asked.
const COMPANIES: usize = 5;

/// What was found.
struct Found {
    asked: String,
    after: Option<After>,
    listed: Listed,
    companies: Vec<Entry>,
}

pub async fn show(visit: Visit, query: Query) -> Answer {
    let asked = query.words("q");
    let after: Option<After> = query.one("after");
    let terms = query_terms(&asked).concat();
    let mut conn = visit.app.db.read().await?;
    let listed = cards::found(&mut conn, &visit.viewer, &terms, after.unwrap_or_default(), PAGE).await?;
    let companies = if asked.is_empty() || after.is_some() {
        Vec::new()
    } else {
        directory::named(&mut conn, "", &asked, &Place::default(), COMPANIES).await?
    };
    drop(conn);
    let t = visit.t();
    let title = if asked.is_empty() { t.search_title() } else { t.search_title_of(&asked) };
    let mut tags = card::tags(&listed.cards);
    tags.push("companies".into());
    let found = Found { asked, after, listed, companies };
    let mut page = Page::new(title, || view(&visit, found)).public("/search", tags);
    // Shared by signed-out readers, listed by no search engine.
    page.head.canonical = None;
    Ok(page)
}

fn view(visit: &Visit, found: Found) -> impl IntoView {
    let t = visit.t();
    let asked = found.asked.clone();
    view! {
        <div class="title">
            <h1>{t.search_title()}</h1>
            <form class="find wide" role="search" aria-label=t.search_again() action="/search">
                <label class="vh" for="q">{t.search_word()}</label>
                <input id="q" name="q" type="search" maxlength="200" value=asked/>
                <button aria-label=t.search_go()><svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><use href="#m-find"></use></svg></button>
            </form>
        </div>
        {answers(visit, found)}
    }
}

fn answers(visit: &Visit, found: Found) -> AnyView {
    let t = visit.t();
    let Found { asked, after, listed, companies } = found;
    if asked.is_empty() {
        return view! { <div class="empty"><p><b>{t.search_ask()}</b></p><p>{t.search_ask_help()}</p></div> }
            .into_any();
    }
    let whole = after.is_none() && listed.next.is_none();
    let count = listed.cards.len() as i64;
    let named = (!companies.is_empty()).then(|| {
        let names = companies.into_iter().map(|entry| company(visit, entry, &asked)).collect_view();
        view! { <p class="note">{t.search_companies()} {names}</p> }
    });
    let nothing = listed.cards.is_empty() && listed.next.is_none();
    let head = (!nothing || named.is_some()).then(|| {
        let count = if whole { t.search_count(count, grouped(count)) } else { t.search_many() };
        view! { <div class="head"><p>{(!nothing).then_some(count)}</p>{named}</div> }
    });
    let list = if listed.goes_on() {
        list::goes_on(visit)
    } else if nothing {
        let what = if after.is_some() { t.list_end() } else { t.search_none(&asked) };
        view! { <div class="empty"><p><b>{what}</b></p><p>{t.search_none_help()}</p></div> }.into_any()
    } else {
        let look = Look { asked: Some(asked.clone()), ..Look::of(visit, 2) };
        view! { <Strips cards=listed.cards look=look/> }.into_any()
    };
    view! { {head} {list} {more(visit, &asked, after.is_some(), listed.next)} }.into_any()
}

fn company(visit: &Visit, entry: Entry, asked: &str) -> impl IntoView + use<> {
    let name = entry.company.name(visit.lang).to_owned();
    let foreign = entry.company.foreign(visit.lang);
    view! { <a href=format!("/companies/{}", encoded(&entry.company.slug)) lang=foreign>{hits(name, Some(asked))}</a> " " }
}

fn more(visit: &Visit, asked: &str, started: bool, next: Option<After>) -> Option<impl IntoView> {
    let t = visit.t();
    let base = format!("/search?q={}", encoded(asked));
    (started || next.is_some()).then(|| {
        let best = if started {
            view! { <a href=base.clone()>{t.search_best()}</a> }.into_any()
        } else {
            view! { <span></span> }.into_any()
        };
        let next = next.map(|after| view! { <a href=format!("{base}&after={after}") rel="next">{t.search_more()}</a> });
        view! { <nav class="older" aria-label=t.list_pages()>{best}{next}</nav> }
    })
}
