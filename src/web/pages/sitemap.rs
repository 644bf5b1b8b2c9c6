//! `/sitemap.xml` and `/robots.txt`. A small site is one list; a larger one an index of files with
//! 5,000 traces each (`/sitemap/{n}.xml`) and one for the rest (`/sitemap/pages.xml`).

use axum::extract::Path;
use axum::http::header;
use axum::response::{IntoResponse, Response};

use crate::base::error::{Error, Result};
use crate::base::time::Time;
use crate::base::words::Lang;
use crate::members::visit::Visit;
use crate::traces::model::address;
use crate::traces::store::sitemap as store;
use crate::traces::views::card::encoded;
use crate::web::front;

const NAMESPACE: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";
const PAGES: [&str; 9] =
    ["/", "/traces", "/companies", "/featured", "/about", "/guidelines", "/terms", "/privacy", "/contact"];

pub async fn index(visit: Visit) -> Result<Response> {
    let mut conn = visit.app.db.read().await?;
    let chunks = store::chunks(&mut conn).await?;
    let mut body = String::new();
    if chunks.len() <= 1 {
        pages(&visit, &mut body, store::companies(&mut conn).await?);
        if let Some((chunk, _)) = chunks.first() {
            traces(&visit, &mut body, store::traces(&mut conn, *chunk).await?);
        }
        return Ok(answer("urlset", &body));
    }
    line(&mut body, "sitemap", &visit.app.config.link("/sitemap/pages.xml"), None);
    for (chunk, changed) in chunks {
        line(&mut body, "sitemap", &visit.app.config.link(&format!("/sitemap/{chunk}.xml")), Some(changed));
    }
    Ok(answer("sitemapindex", &body))
}

pub async fn chunk(visit: Visit, Path(name): Path<String>) -> Result<Response> {
    let name = name.strip_suffix(".xml").ok_or(Error::NotFound)?;
    let mut conn = visit.app.db.read().await?;
    let mut body = String::new();
    if name == "pages" {
        pages(&visit, &mut body, store::companies(&mut conn).await?);
    } else {
        let chunk: u32 = name.parse().map_err(|_| Error::NotFound)?;
        traces(&visit, &mut body, store::traces(&mut conn, i64::from(chunk)).await?);
    }
    // The format has no empty list.
    if body.is_empty() { Err(Error::NotFound) } else { Ok(answer("urlset", &body)) }
}

pub async fn robots(visit: Visit) -> Response {
    let text = format!(
        "User-agent: *\nDisallow: /search\nDisallow: /settings\nDisallow: /inbox\nDisallow: /sign-in\nDisallow: /sign-up\n\
         Disallow: /traces/new\nDisallow: /*/edit$\n\nSitemap: {}\n",
        visit.app.config.link("/sitemap.xml")
    );
    front::shared(([(header::CONTENT_TYPE, "text/plain; charset=utf-8")], text).into_response(), Vec::new())
}

/// Each page in both languages, as their `rel=canonical` names them.
fn pages(visit: &Visit, body: &mut String, companies: Vec<String>) {
    let companies = companies.iter().map(|slug| format!("/companies/{}", encoded(slug)));
    for path in PAGES.into_iter().map(str::to_owned).chain(companies) {
        for lang in Lang::ALL {
            line(body, "url", &visit.app.config.link(&format!("{path}?lang={lang}")), None);
        }
    }
}

/// Each trace once, in the language it is written in.
fn traces(visit: &Visit, body: &mut String, lines: Vec<store::Line>) {
    for one in lines {
        let path = format!("{}?lang={}", address::path(one.id, &one.slug), one.language);
        line(body, "url", &visit.app.config.link(&path), Some(one.revised_at));
    }
}

/// Addresses are encoded, so nothing in them needs escaping.
fn line(body: &mut String, element: &str, address: &str, changed: Option<Time>) {
    let changed = changed.map_or_else(String::new, |time| format!("<lastmod>{}</lastmod>", time.rfc3339()));
    body.push_str(&format!("<{element}><loc>{address}</loc>{changed}</{element}>\n"));
}

fn answer(element: &str, body: &str) -> Response {
    let text =
        format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<{element} xmlns=\"{NAMESPACE}\">\n{body}</{element}>\n");
    let response = ([(header::CONTENT_TYPE, "application/xml; charset=utf-8")], text).into_response();
    front::shared(response, vec!["traces".into(), "companies".into()])
}
