//! What search engines and other sites are told of a trace.

use serde_json::{Value, json};

use crate::members::visit::Visit;
use crate::traces::model::address::Form;
use crate::traces::model::licence;
use crate::traces::pages::reading::Reading;
use crate::ui::page::Page;

/// The published revision may be indexed; an older one is kept for readers only.
#[must_use]
pub fn describe(page: Page, visit: &Visit, reading: &Reading, tags: Vec<String>) -> Page {
    let mut page = page.describe(reading.description());
    page.head.og_type = Some("article");
    page.head.article_language = Some(reading.revision.language.as_str());
    page.tags = Some(tags);
    if reading.revision.number == reading.published {
        page.head.canonical = Some(reading.path(Form::Page));
        page.head.alternates =
            vec![("text/markdown", reading.path(Form::Md)), ("application/json", reading.path(Form::Json))];
        page.head.json_ld = Some(json_ld(visit, reading));
    }
    page
}

fn json_ld(visit: &Visit, reading: &Reading) -> Value {
    let link = |path: String| visit.app.config.link(&path);
    let present = reading.authors.iter().filter(|a| a.deleted_at.is_none());
    let authors: Vec<Value> = present
        .map(|a| json!({"@type": "Person", "name": a.name, "url": link(format!("/members/{}", a.handle))}))
        .collect();
    let cited = reading.sources.iter().filter(|s| reading.cited.iter().any(|c| c.key == s.key));
    let sources: Vec<Value> = cited
        .map(|s| {
            let mut work = json!({"@type": "CreativeWork", "name": s.title});
            for (name, value) in [("publisher", &s.publisher), ("datePublished", &s.dated), ("url", &s.url)] {
                if !value.is_empty() {
                    work[name] = json!(value);
                }
            }
            work
        })
        .collect();
    let (name, text) = licence::known(&reading.trace.licence);
    json!({
        "@context": "https://schema.org",
        "@type": "Article",
        "headline": reading.revision.title,
        "description": reading.description(),
        "url": link(reading.path(Form::Page)),
        "author": authors,
        "about": {"@type": "Organization", "name": reading.company.name(reading.revision.language)},
        "datePublished": reading.trace.published_at.map(crate::base::time::Time::rfc3339),
        "dateModified": reading.revision.created_at.rfc3339(),
        "inLanguage": reading.revision.language.as_str(),
        "license": text.unwrap_or(name),
        "isBasedOn": sources,
    })
}
