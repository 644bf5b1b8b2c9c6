//! A trace as Markdown: front matter, the parts as they were written, the sources as footnotes.

use std::fmt::Write as _;

use serde_json::json;

use crate::members::visit::Visit;
use crate::traces::model::address::Form;
use crate::traces::model::part::PartKey;
use crate::traces::pages::reading::Reading;

/// The whole file, in the language of the trace.
#[must_use]
pub fn render(visit: &Visit, reading: &Reading) -> String {
    let lang = reading.revision.language;
    let mut out = front_matter(visit, reading);
    for key in PartKey::ALL {
        let Some(part) = reading.part(*key) else { continue };
        line(&mut out, format_args!("## {} {{#{key}}}\n", key.name(lang)));
        if !part.gist.is_empty() {
            line(&mut out, format_args!("> {}\n", part.gist));
        }
        if !part.body.trim().is_empty() {
            line(&mut out, format_args!("{}\n", part.body.trim_end()));
        }
        let said = reading.typed(*key).lines(lang);
        if !said.is_empty() {
            line(&mut out, format_args!("- {}\n", said.join("\n- ")));
        }
    }
    for source in &reading.sources {
        let url = if source.url.is_empty() { String::new() } else { format!("<{}>", source.url) };
        let fields = [&source.title, &source.publisher, &source.dated, &source.note, &url];
        let text: Vec<&str> = fields.into_iter().map(String::as_str).filter(|f| !f.is_empty()).collect();
        line(&mut out, format_args!("[^{}]: {}", source.key, text.join(". ")));
    }
    out
}

/// YAML; every value is JSON, which YAML takes as it is.
fn front_matter(visit: &Visit, reading: &Reading) -> String {
    let (trace, revision) = (&reading.trace, &reading.revision);
    let names: Vec<&str> = reading.authors.iter().filter(|a| a.deleted_at.is_none()).map(|a| a.name.as_str()).collect();
    let fields = [
        ("title", json!(revision.title)),
        ("company", json!(reading.company.name(revision.language))),
        ("company_code", json!(reading.company.code)),
        ("authors", json!(names)),
        ("language", json!(revision.language)),
        ("stage", json!(revision.stage)),
        ("revision", json!(revision.number)),
        ("revised", json!(revision.created_at.rfc3339())),
        ("licence", json!(trace.licence)),
        ("url", json!(visit.app.config.link(&reading.path(Form::Page)))),
    ];
    let mut out = String::from("---\n");
    for (name, value) in fields {
        line(&mut out, format_args!("{name}: {value}"));
    }
    out.push_str("---\n\n");
    out
}

fn line(out: &mut String, text: std::fmt::Arguments<'_>) {
    // Writing to a string does not fail.
    let _ = writeln!(out, "{text}");
}
