//! A trace as JSON, for other programs.

use serde_json::{Value, json};

use crate::base::time::Time;
use crate::members::visit::Visit;
use crate::traces::model::address::Form;
use crate::traces::model::source::Source;
use crate::traces::pages::reading::Reading;

/// What its page shows, as data. Times are RFC 3339, UTC.
#[must_use]
pub fn render(visit: &Visit, reading: &Reading) -> Value {
    let (trace, revision, company) = (&reading.trace, &reading.revision, &reading.company);
    let present = reading.authors.iter().filter(|a| a.deleted_at.is_none());
    let authors: Vec<Value> = present
        .map(|a| json!({"handle": a.handle, "name": a.name, "discipline": a.discipline, "demo": a.demo}))
        .collect();
    let parts: Vec<Value> = reading
        .parts
        .iter()
        .map(|p| {
            let fields = reading.typed(p.part_key).json();
            json!({"key": p.part_key, "gist": p.gist, "body": p.body, "fields": fields, "html": p.html})
        })
        .collect();
    json!({
        "id": trace.id,
        "url": visit.app.config.link(&reading.path(Form::Page)),
        "title": revision.title,
        "language": revision.language,
        "stage": revision.stage,
        "licence": trace.licence,
        "company": {
            "slug": company.slug, "name_ja": company.name_ja, "name_en": company.name_en, "code": company.code,
            "industry": company.industry, "country": company.country,
        },
        "authors": authors,
        "revision": {"number": revision.number, "reason": revision.reason, "created_at": revision.created_at.rfc3339()},
        "published_at": trace.published_at.map(Time::rfc3339),
        "parts": parts,
        "sources": reading.sources.iter().map(|source| told(reading, source)).collect::<Vec<_>>(),
        "featured": reading.feature.as_ref().map(|f| json!({"reason": f.reason, "at": f.created_at.rfc3339()})),
    })
}

/// A source; who supplied it by handle, as others know members.
fn told(reading: &Reading, source: &Source) -> Value {
    let by = reading.suppliers.iter().find(|one| Some(one.id) == source.by && one.deleted_at.is_none());
    let mut value = json!(Source { by: None, ..source.clone() });
    if let Some(by) = by {
        value["supplied_by"] = json!(by.handle);
    }
    value
}
