//! `/companies`: the directory, in order of names, with how often each has been traced.

use leptos::prelude::*;

use crate::companies::industry;
use crate::members::visit::Visit;
use crate::traces::store::directory::{self, Entry, Place};
use crate::traces::views::card::encoded;
use crate::ui::number::grouped;
use crate::ui::page::{Answer, Page};
use crate::web::pages::facets::Industries;
use crate::web::query::Query;

const PAGE: usize = 100;

/// What was asked for.
struct Asked {
    name: String,
    industry: String,
    after: Place,
}

pub async fn show(visit: Visit, query: Query) -> Answer {
    let asked = Asked {
        name: query.words("q"),
        industry: query.one::<String>("industry").filter(|key| industry::find(key).is_some()).unwrap_or_default(),
        after: place(&query.one::<String>("after").unwrap_or_default()),
    };
    let mut conn = visit.app.db.read().await?;
    let mut entries = if asked.name.is_empty() {
        directory::entries(&mut conn, &asked.industry, &asked.after, PAGE + 1).await?
    } else {
        directory::named(&mut conn, &asked.industry, &asked.name, &asked.after, PAGE + 1).await?
    };
    drop(conn);
    let more = entries.len() > PAGE;
    entries.truncate(PAGE);
    let plain = asked.name.is_empty() && asked.industry.is_empty();
    let started = asked.after != Place::default();
    let t = visit.t();
    let page = Page::new(t.companies_title(), || view(&visit, &asked, entries, more));
    // Counts change with the traces, names with the directory.
    let mut page =
        page.describe(t.companies_from()).public("/companies", ["traces".to_owned(), "companies".to_owned()]);
    if !plain || started {
        page.head.canonical = None;
    }
    Ok(page)
}

/// A place in the directory from its address: `{id}-{sort key}`.
fn place(text: &str) -> Place {
    let parsed =
        text.split_once('-').and_then(|(id, key)| Some(Place { id: id.parse().ok()?, sort_key: key.to_owned() }));
    parsed.unwrap_or_default()
}

fn view(visit: &Visit, asked: &Asked, entries: Vec<Entry>, more: bool) -> impl IntoView {
    let t = visit.t();
    let next = entries.last().filter(|_| more).map(|e| format!("{}-{}", e.company.id, e.sort_key));
    let list = if entries.is_empty() {
        view! {
            <div class="empty">
                <p><b>{t.companies_none()}</b></p>
                <p>{t.companies_none_help()}</p>
                <p><a class="button" href="/traces/new">{t.companies_add()}</a></p>
            </div>
        }
        .into_any()
    } else {
        let lines = entries.into_iter().map(|entry| line(visit, entry)).collect_view();
        view! { <div class="register band"><ul>{lines}</ul></div> }.into_any()
    };
    view! {
        <div class="title"><h1>{t.companies_title()}</h1><p class="from">{t.companies_from()}</p></div>
        <form class="row" action="/companies">
            <label for="cq"><b>{t.companies_find()}</b></label>
            <input id="cq" name="q" type="search" maxlength="200" value=asked.name.clone()/>
            <span class="note" id="ci">{t.companies_industry()}</span>
            <Industries chosen=asked.industry.clone() lang=visit.lang labelled="ci"/>
            <button class="button small">{t.list_apply()}</button>
        </form>
        {list}
        {pages(visit, asked, next)}
    }
}

fn line(visit: &Visit, entry: Entry) -> impl IntoView + use<> {
    let t = visit.t();
    let company = entry.company;
    let name = company.name(visit.lang).to_owned();
    let count = if entry.traces > 0 {
        grouped(entry.traces).into_any()
    } else {
        let href = format!("/traces/new?company={}", encoded(&name));
        view! { <a href=href aria-label=t.companies_first_of(&name)>{t.companies_first()}</a> }.into_any()
    };
    view! {
        <li>
            <a href=format!("/companies/{}", encoded(&company.slug)) lang=company.foreign(visit.lang)>{name.clone()}</a>
            <span class="num note">{count}</span>
        </li>
    }
}

fn pages(visit: &Visit, asked: &Asked, next: Option<String>) -> Option<impl IntoView> {
    let t = visit.t();
    let started = asked.after != Place::default();
    let address = |after: Option<&str>| {
        let mut query = url::form_urlencoded::Serializer::new(String::new());
        query.extend_pairs((!asked.name.is_empty()).then_some(("q", &asked.name)));
        query.extend_pairs((!asked.industry.is_empty()).then_some(("industry", &asked.industry)));
        query.extend_pairs(after.map(|after| ("after", after)));
        format!("/companies?{}", query.finish()).trim_end_matches('?').to_owned()
    };
    (started || next.is_some()).then(|| {
        let start = if started {
            view! { <a href=address(None)>{t.companies_start()}</a> }.into_any()
        } else {
            view! { <span></span> }.into_any()
        };
        let next = next.map(|after| view! { <a href=address(Some(&after)) rel="next">{t.companies_more()}</a> });
        view! { <nav class="older" aria-label=t.list_pages()>{start}{next}</nav> }
    })
}
