//! The editor's form, read. Whatever is typed is kept, fitting or not; fields that were not sent
//! stay as they are in the draft.

use crate::base::error::Problems;
use crate::base::text;
use crate::base::time::Time;
use crate::traces::model::check;
use crate::traces::model::draft::{Content, PartText};
use crate::traces::model::part::PartKey;
use crate::traces::model::source::{Source, SourceKind};
use crate::traces::pages::edit::sent::{self, Cells, Sent, visible};
use crate::ui::fields::Fields;

/// More than anything that fits; what is longer than fits is kept and said, see `model::check`.
const ANY: usize = usize::MAX;

/// The content as typed over `base`, and what does not fit.
#[must_use]
pub fn read(fields: &Fields, base: &Content, now: Time) -> (Content, Problems) {
    let mut problems = Problems::default();
    let mut content = base.clone();
    if fields.has("title") {
        content.title = line(fields, "title", &mut problems);
    }
    if fields.has("language") {
        content.language = fields.choice("language", &mut problems).unwrap_or(base.language);
    }
    let sent = Sent::of(fields);
    for key in PartKey::ALL {
        let base = base.part(*key);
        let typed = sent.typed(*key, &base.fields, fields.get("do"), &mut problems);
        let part = PartText { fields: typed, ..part(fields, *key, base, &mut problems) };
        if part == PartText::default() {
            content.parts.remove(key);
        } else {
            content.parts.insert(*key, part);
        }
    }
    if sent.has_rows("source") {
        content.sources = sources(&sent.rows("source", fields.get("do")), base, &mut problems);
    }
    check::draft(&content, now, &mut problems);
    (content, problems)
}

fn part(fields: &Fields, key: PartKey, mut part: PartText, problems: &mut Problems) -> PartText {
    let (gist, body) = (format!("{key}.gist"), format!("{key}.body"));
    // A bridge is one sentence: sent as a gist, it is its body.
    if key.is_bridge() && fields.has(&gist) && !fields.has(&body) {
        part.body = line(fields, &gist, problems);
        return part;
    }
    if fields.has(&gist) && !key.is_bridge() {
        part.gist = line(fields, &gist, problems);
    }
    if fields.has(&body) {
        part.body = visible(fields.block(&body, ANY, problems));
    }
    part
}

/// The filled rows, numbered anew as they will be shown. Who supplied a source is not for the form to say.
fn sources(rows: &[&Cells<'_>], base: &Content, problems: &mut Problems) -> Vec<Source> {
    let mut sources = Vec::new();
    for row in rows {
        let empty = row.iter().all(|(field, value)| *field == "kind" || value.trim().is_empty());
        if empty {
            continue;
        }
        let shown = sources.len() + 1;
        let name = |field: &str| format!("source.{shown}.{field}");
        let mut take = |field: &str| sent::line(row.get(field).copied().unwrap_or_default(), || name(field), problems);
        let key = take("key");
        let key = text::source_key(&key).unwrap_or(key);
        let (title, publisher, dated) = (take("title"), take("publisher"), take("dated"));
        let (url, note) = (take("url"), take("note"));
        let kind = match row.get("kind").copied().unwrap_or_default().parse() {
            Ok(kind) => kind,
            Err(problem) => {
                problems.add(name("kind"), problem);
                SourceKind::Web
            }
        };
        let by = base.sources.iter().find(|source| source.key == key).and_then(|source| source.by);
        sources.push(Source { key, kind, title, publisher, dated, url, note, by });
    }
    sources
}

fn line(fields: &Fields, name: &str, problems: &mut Problems) -> String {
    visible(fields.line(name, ANY, problems))
}

/// The version that the writer had before them; nothing readable is no version.
#[must_use]
pub fn version(fields: &Fields) -> i64 {
    fields.get("version").trim().parse().unwrap_or(0)
}
