//! `/pair/asks`: every open ask, narrowed by kind, discipline, language, industry and company; a feed beside it.

use leptos::prelude::*;

use crate::base::db::Conn;
use crate::base::error::Result;
use crate::base::words::Lang;
use crate::companies::industry;
use crate::companies::model::NAME_MAX;
use crate::members::model::Discipline;
use crate::members::visit::Visit;
use crate::members::zones;
use crate::pairing::asks::actions::named;
use crate::pairing::asks::model::Filter;
use crate::pairing::asks::store::{self, PAGE, Page as Listed};
use crate::pairing::asks::views::{self, Look};
use crate::pairing::model::Kind;
use crate::ui::fields::Fields;
use crate::ui::page::{Answer, Page};

/// # Errors
/// When the database does not answer.
pub async fn list(visit: Visit) -> Answer {
    let fields = visit.query();
    let after: Option<i64> = fields.get("after").parse().ok();
    let mut conn = visit.app.db.read().await?;
    let filter = filter(&mut conn, &fields).await?;
    let listed = store::open(&mut conn, &visit.viewer, &filter, after, PAGE, visit.now).await?;
    let look = Look::of(&mut conn, &visit).await?;
    drop(conn);
    let t = visit.t();
    let mut tags = views::tags(&listed.asks);
    if !filter.q.is_empty() {
        // A company of this name may come into the directory.
        tags.push("companies".into());
    }
    let page = Page::new(t.pairing_asks_title(), || body(&look, &filter, after, &listed));
    let feed = filter.address("/pair/asks.atom", None);
    let mut page = page.describe(t.pairing_asks_lead()).public("/pair/asks", tags).feed(feed).sheet("pair");
    if !filter.is_empty() || after.is_some() {
        page.head.canonical = None;
    }
    Ok(page)
}

/// The filter of an address; what means nothing is passed over.
///
/// # Errors
/// When the database does not answer.
pub async fn filter(conn: &mut Conn, fields: &Fields) -> Result<Filter> {
    let q = crate::base::text::clean(&crate::base::text::truncate(fields.get("q"), NAME_MAX)).unwrap_or_default();
    let company = if q.is_empty() { None } else { named(conn, &q).await? };
    Ok(Filter {
        kind: fields.get("kind").parse().ok(),
        discipline: fields.get("discipline").parse().ok(),
        language: fields.get("language").parse().ok(),
        industry: industry::find(fields.get("industry")).map(|industry| industry.key),
        q,
        company,
    })
}

fn body(look: &Look<'_>, filter: &Filter, after: Option<i64>, listed: &Listed) -> AnyView {
    let (visit, t) = (look.visit, look.visit.t());
    let asks = match (listed.asks.is_empty(), listed.next) {
        (false, _) => views::list(look, &listed.asks),
        // A page whose every ask a block keeps from the viewer does not say so.
        (true, Some(_)) => view! { <div class="empty"><p>{t.list_goes_on()}</p></div> }.into_any(),
        (true, None) => empty(visit, filter),
    };
    let newest = after.is_some().then(|| view! { <a href=filter.address("/pair/asks", None)>{t.list_newest()}</a> });
    let next = listed.next.map(|next| {
        view! { <a href=filter.address("/pair/asks", Some(next)) rel="next">{t.pairing_asks_older()}</a> }
    });
    let older = (newest.is_some() || next.is_some()).then(|| {
        let newest = newest.map_or_else(|| view! { <span></span> }.into_any(), IntoAny::into_any);
        view! { <nav class="older" aria-label=t.list_pages()>{newest}{next}</nav> }.into_any()
    });
    view! {
        <div class="title">
            <h1>{t.pairing_asks_title()}</h1>
            <p class="from">{t.pairing_asks_lead()}</p>
            <p class="row"><a class="button go" href="/pair/asks/new">{t.pairing_asks_new()}</a><a href="/pair">{t.pairing_title()}</a></p>
        </div>
        {narrow(visit, filter)}
        <div class="head slim">
            <h2>{t.pairing_asks_looking()}</h2>
            <p class="note">{zones::label(visit.zone(), visit.now)}" · "<a href=filter.address("/pair/asks.atom", None)>{t.pairing_asks_feed()}</a></p>
        </div>
        {asks}
        {older}
    }
    .into_any()
}

/// The form that narrows the list.
fn narrow(visit: &Visit, filter: &Filter) -> AnyView {
    let (t, lang) = (visit.t(), visit.lang);
    let kinds = Kind::ALL.iter().map(|kind| (kind.as_str(), kind.name(lang), filter.kind == Some(*kind))).collect();
    let disciplines = Discipline::ALL.iter();
    let disciplines = disciplines.map(|d| (d.as_str(), d.name(lang), filter.discipline == Some(*d))).collect();
    let languages = Lang::ALL.iter().map(|l| (l.as_str(), l.name().to_owned(), filter.language == Some(*l))).collect();
    let industries = industry::ALL.iter();
    let industries = industries.map(|one| (one.key, one.name(lang), filter.industry == Some(one.key))).collect();
    view! {
        <form class="filter asks-filter" action="/pair/asks">
            {choice("kind", t.pairing_asks_kind(), t.pairing_asks_all(), kinds)}
            {choice("discipline", t.pairing_asks_open_to(), t.pairing_asks_all(), disciplines)}
            {choice("language", t.pairing_asks_in(), t.pairing_asks_all(), languages)}
            {choice("industry", t.companies_industry(), t.companies_all(), industries)}
            <div class="field">
                <label for="q">{t.pairing_asks_company()}</label>
                <input id="q" name="q" type="search" maxlength="120" value=filter.q.clone()/>
            </div>
            <p class="row"><button class="button">{t.list_apply()}</button>{(!filter.is_empty()).then(|| view! { <a href="/pair/asks">{t.list_show_all()}</a> })}</p>
        </form>
    }
    .into_any()
}

fn choice(name: &'static str, label: String, all: String, options: Vec<(&'static str, String, bool)>) -> AnyView {
    let one = |(key, shown, selected): (&'static str, String, bool)| {
        view! { <option value=key selected=selected>{shown}</option> }
    };
    view! {
        <div class="field">
            <label for=name>{label}</label>
            <select id=name name=name><option value="">{all}</option>{options.into_iter().map(one).collect_view()}</select>
        </div>
    }
    .into_any()
}

/// Nothing to show, and what to do about it.
fn empty(visit: &Visit, filter: &Filter) -> AnyView {
    let t = visit.t();
    let said = match (filter.misses(), filter.is_empty()) {
        (true, _) => t.pairing_asks_no_company(&filter.q),
        (false, true) => t.pairing_asks_none(),
        (false, false) => t.pairing_asks_none_fits(),
    };
    view! {
        <div class="empty">
            <p><b>{said}</b></p>
            <p class="row"><a class="button" href="/pair/asks/new">{t.pairing_asks_new()}</a><a href="/pair/queue">{t.pairing_find()}</a></p>
        </div>
    }
    .into_any()
}
