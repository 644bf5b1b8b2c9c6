//! `/companies/{slug}`: one company with all its traces, and `.atom` beside it.

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use leptos::prelude::*;
use serde_json::json;

use crate::base::error::{Error, Result};
use crate::companies::model::Company;
use crate::companies::{country, industry, store as companies};
use crate::members::visit::Visit;
use crate::traces::model::card::{self, After, Card, Listed};
use crate::traces::store::{cards, directory};
use crate::traces::views::card::{Look, Strips, encoded};
use crate::traces::views::choosing;
use crate::ui::number::grouped;
use crate::ui::page::Page;
use crate::web::pages::{PAGE, feeds, list, merge, moved};
use crate::web::query::Query;

/// What the page shows.
struct Shown {
    company: Company,
    aliases: Vec<String>,
    count: i64,
    listed: Listed,
    after: Option<After>,
}

pub async fn show(visit: Visit, Path(segment): Path<String>, query: Query) -> Result<Response> {
    let (slug, feed) = segment.strip_suffix(".atom").map_or((segment.as_str(), false), |slug| (slug, true));
    let after: Option<After> = query.one("after").filter(|_| !feed);
    let mut conn = visit.app.db.read().await?;
    let Some((company, aliases)) = directory::company(&mut conn, slug).await? else {
        let into = companies::moved_to(&mut conn, slug).await?.ok_or(Error::NotFound)?;
        return Ok(moved(&visit, format!("/companies/{}{}", encoded(&into), if feed { ".atom" } else { "" })));
    };
    let limit = if feed { feeds::ENTRIES } else { PAGE };
    let listed = cards::of_company(&mut conn, &visit.viewer, company.id, after.unwrap_or_default(), limit).await?;
    let count = directory::count(&mut conn, company.id).await?;
    drop(conn);
    let address = format!("/companies/{}", encoded(&company.slug));
    let mut tags = card::tags(&listed.cards);
    tags.push(format!("company:{}", company.id));
    let t = visit.t();
    let name = company.name(visit.lang).to_owned();
    if feed {
        return Ok(feeds::answer(&visit, &address, t.feed_company(&name), &listed.cards, tags));
    }
    let json_ld = json_ld(&visit, &company, &listed.cards);
    let shown = Shown { company, aliases, count, listed, after };
    let page = Page::new(name.clone(), || view(&visit, shown));
    let mut page =
        page.describe(t.company_description(&name)).public(&address, tags).feed(address + ".atom").sheet("compare");
    page.head.json_ld = Some(json_ld);
    if after.is_some() {
        page.head.canonical = None;
    }
    Ok(page.into_response())
}

fn view(visit: &Visit, shown: Shown) -> impl IntoView {
    let t = visit.t();
    let Shown { company, aliases, count, listed, after } = shown;
    let address = format!("/companies/{}?", encoded(&company.slug));
    let add = format!("/traces/new?company={}", encoded(company.name(visit.lang)));
    let older = list::pages(visit, &address, after.is_some(), listed.next, t.company_older());
    let traces = if count == 0 {
        view! { <div class="empty"><p><b>{t.company_none()}</b></p><p>{t.company_none_help()}</p></div> }.into_any()
    } else if listed.goes_on() {
        list::goes_on(visit)
    } else {
        let choosing = count > 1;
        view! {
            {choosing.then(|| choosing::button(visit))}
            <Strips cards=listed.cards look=Look { choosing, ..Look::of(visit, 3) }/>
        }
        .into_any()
    };
    view! {
        <div class="title">
            <p class="meta"><a href="/companies">{t.companies_title()}</a></p>
            <h1 lang=company.foreign(visit.lang)>{company.name(visit.lang).to_owned()}</h1>
        </div>
        {facts(visit, &company, &aliases).into_any()}
        <section class="band" aria-labelledby="ct">
            <div class="head">
                <h2 id="ct">{t.company_traces(count, grouped(count))}</h2>
                <p><a class="button" href=add>{t.company_add()}</a></p>
            </div>
            {traces}
            {older}
            {(count > 1).then(|| compare(visit, company.name(visit.lang)))}
        </section>
        {merge::desk(visit, &company)}
    }
}

/// Two traces of one company that disagree are worth an hour.
fn compare(visit: &Visit, name: &str) -> impl IntoView + use<> {
    let href = format!("/pair/asks/new?kind=comparison&company={}", encoded(name));
    view! { <p class="note"><a href=href>{visit.t().pairing_asks_disagree()}</a></p> }
}

/// Names, industry, country and code, where they are known.
fn facts(visit: &Visit, company: &Company, aliases: &[String]) -> impl IntoView + use<> {
    let (t, lang) = (visit.t(), visit.lang);
    let other = company.name(lang.other()).to_owned();
    let other = (other != company.name(lang)).then(|| {
        view! { <div><dt>{t.company_other_name()}</dt><dd lang=lang.other().as_str()>{other}</dd></div> }
    });
    let country = (!company.country.is_empty())
        .then(|| view! { <div><dt>{t.company_country()}</dt><dd>{country::name(&company.country, lang)}</dd></div> });
    let code = (!company.code.is_empty())
        .then(|| view! { <div><dt>{t.company_code()}</dt><dd class="num">{company.code.clone()}</dd></div> });
    let aliases = (!aliases.is_empty()).then(|| {
        let names = aliases.iter().map(|alias| view! { <li>{alias.clone()}</li> }).collect_view();
        view! { <div><dt>{t.company_aliases()}</dt><dd><ul>{names}</ul></dd></div> }
    });
    let sector = format!("/traces?industry={}", encoded(&company.industry));
    view! {
        <dl class="block">
            {other}
            <div><dt>{t.company_industry()}</dt><dd><a href=sector>{industry::name(&company.industry, lang)}</a></dd></div>
            {country}
            {code}
            {aliases}
        </dl>
    }
}

fn json_ld(visit: &Visit, company: &Company, cards: &[Card]) -> serde_json::Value {
    let link = |path: &str| visit.app.config.link(path);
    let address = link(&format!("/companies/{}", encoded(&company.slug)));
    let items: Vec<_> = (1..)
        .zip(cards)
        .map(|(position, card)| json!({ "@type": "ListItem", "position": position, "name": card.title, "url": link(&card.path()) }))
        .collect();
    json!({
        "@context": "https://schema.org",
        "@graph": [
            {
                "@type": "Organization",
                "@id": format!("{address}#company"),
                "name": company.name(visit.lang),
                "alternateName": company.name(visit.lang.other()),
            },
            { "@type": "ItemList", "url": address, "about": { "@id": format!("{address}#company") }, "itemListElement": items },
        ],
    })
}
