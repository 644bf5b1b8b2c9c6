//! The editor's form, read. Whatever is typed is kept, fitting or not; fields that were not sent
//! stay as they are in the draft.

use std::collections::BTreeMap;

use crate::base::error::Problems;
use crate::base::text::{self, clean::is_refused};
use crate::traces::model::check;
use crate::traces::model::draft::{Content, PartText};
use crate::traces::model::part::PartKey;
use crate::traces::model::source::{Source, SourceKind};
use crate::ui::fields::Fields;

/// More than anything that fits; what is longer than fits is kept and said, see `model::check`.
const ANY: usize = usize::MAX;
/// Rows of sources that are read at all.
const MOST_ROWS: usize = 200;

/// The content as typed over `base`, and what does not fit.
#[must_use]
pub fn read(fields: &Fields, base: &Content) -> (Content, Problems) {
    let mut problems = Problems::default();
    let mut content = base.clone();
    if fields.has("title") {
        content.title = line(fields, "title", &mut problems);
    }
    if fields.has("language") {
        content.language = fields.choice("language", &mut problems).unwrap_or(base.language);
    }
    for key in PartKey::ALL {
        let part = part(fields, *key, base.part(*key), &mut problems);
        if part == PartText::default() {
            content.parts.remove(key);
        } else {
            content.parts.insert(*key, part);
        }
    }
    let rows = rows(fields);
    if !rows.is_empty() {
        content.sources = sources(fields, &rows, &mut problems);
    }
    check::draft(&content, &mut problems);
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

/// The numbers of the source rows that were sent, in order.
fn rows(fields: &Fields) -> Vec<usize> {
    let mut rows: BTreeMap<usize, ()> = BTreeMap::new();
    for (name, _) in fields.iter() {
        let number =
            name.strip_prefix("source.").and_then(|rest| rest.split_once('.')).and_then(|(n, _)| n.parse().ok());
        if let Some(number) = number {
            rows.insert(number, ());
        }
    }
    rows.into_keys().take(MOST_ROWS).collect()
}

/// The filled rows, numbered anew as they will be shown; a row marked to be removed is left out.
fn sources(fields: &Fields, rows: &[usize], problems: &mut Problems) -> Vec<Source> {
    let removed = fields.get("do").strip_prefix("remove-source-").and_then(|n| n.parse::<usize>().ok());
    let mut sources = Vec::new();
    for row in rows.iter().filter(|row| Some(**row) != removed) {
        let sent = |field: &str| format!("source.{row}.{field}");
        let empty = ["key", "title", "publisher", "dated", "url", "note"]
            .iter()
            .all(|f| fields.get(&sent(f)).trim().is_empty());
        if empty {
            continue;
        }
        let shown = sources.len() + 1;
        let mut take = |field: &str| {
            let mut own = Problems::default();
            let value = line(fields, &sent(field), &mut own);
            for (_, problem) in own.iter() {
                problems.add(format!("source.{shown}.{field}"), problem);
            }
            value
        };
        let key = take("key");
        let key = text::source_key(&key).unwrap_or(key);
        let (title, publisher, dated) = (take("title"), take("publisher"), take("dated"));
        let (url, note) = (take("url"), take("note"));
        let kind = match fields.get(&sent("kind")).parse() {
            Ok(kind) => kind,
            Err(problem) => {
                problems.add(format!("source.{shown}.kind"), problem);
                SourceKind::Web
            }
        };
        sources.push(Source { key, kind, title, publisher, dated, url, note });
    }
    sources
}

fn line(fields: &Fields, name: &str, problems: &mut Problems) -> String {
    visible(fields.line(name, ANY, problems))
}

/// A text that could not be cleaned is kept as typed, but for what no page can hold.
fn visible(text: String) -> String {
    if text.chars().any(is_refused) { text.chars().filter(|c| !is_refused(*c)).collect() } else { text }
}

/// The version that the writer had before them; nothing readable is no version.
#[must_use]
pub fn version(fields: &Fields) -> i64 {
    fields.get("version").trim().parse().unwrap_or(0)
}
