//! What fits and what does not. The problems are named by the fields of the editor's form.

use std::collections::BTreeSet;

use crate::base::error::{Problem, Problems};
use crate::base::text;
use crate::base::time::Time;
use crate::traces::model::draft::{Content, PartText};
use crate::traces::model::numbers::MY_ESTIMATE;
use crate::traces::model::part::{BODY_MAX, BRIDGE_MAX, GIST_MAX, HYPOTHESES, PILLARS, PartKey, TITLE_MAX};
use crate::traces::model::source::Source;
use crate::traces::model::typed::check::MOST_ROWS;
use crate::traces::model::typed::kinds::HypothesisHead;
use crate::traces::model::typed::{self, Typed};

/// Sources of one trace, at most.
pub const MOST_SOURCES: usize = 60;
const SOURCE_TITLE_MAX: usize = 300;
const PUBLISHER_MAX: usize = 120;
const NOTE_MAX: usize = 500;
const URL_MAX: usize = 2_000;

/// What does not fit, be it a draft or to be published.
pub fn draft(content: &Content, now: Time, problems: &mut Problems) {
    within("title", &content.title, TITLE_MAX, problems);
    let keys: Vec<&str> = content.sources.iter().map(|source| source.key.as_str()).collect();
    let ground = typed::check::Ground { sources: &keys, now };
    for key in PartKey::ALL {
        let part = content.part(*key);
        let most = if key.is_bridge() { BRIDGE_MAX } else { BODY_MAX };
        within(&format!("{key}.gist"), &part.gist, GIST_MAX, problems);
        within(&format!("{key}.body"), &part.body, most, problems);
        typed::check::typed(*key, &part.fields, &ground, problems);
    }
    let mut seen = BTreeSet::new();
    for (at, source) in content.sources.iter().enumerate() {
        let name = |field: &str| format!("source.{}.{field}", at + 1);
        if at == MOST_SOURCES {
            problems.add(name("key"), Problem::TooManyOf(MOST_SOURCES));
            break;
        }
        self::source(source, &name, now, problems);
        if !seen.insert(source.key.as_str()) {
            problems.add(name("key"), Problem::KeyTwice);
        }
    }
}

/// Cuts what no revision may hold: a draft keeps all that is typed, but others are shown no more.
pub fn keep_within(content: &mut Content) {
    for form in content.parts.values_mut().filter_map(|part| part.fields.form_mut()) {
        let rows = form.rows().into_iter().take(MOST_ROWS);
        let rows = rows.map(|row| row.into_iter().map(str::to_owned).collect()).collect();
        form.set_rows(rows);
    }
    content.sources.truncate(MOST_SOURCES);
}

/// What is missing before others can read it: a title and four gists.
pub fn publishable(content: &Content, now: Time, problems: &mut Problems) {
    if content.title.trim().is_empty() {
        problems.add("title", Problem::Required);
    }
    for key in PILLARS {
        if content.part(key).gist.trim().is_empty() {
            problems.add(format!("{key}.gist"), Problem::Required);
        }
    }
    for key in HYPOTHESES {
        hypothesis(key, &content.part(key), problems);
    }
    draft(content, now, problems);
}

/// What others are to come back to needs a horizon, a signal and a day.
fn hypothesis(key: PartKey, part: &PartText, problems: &mut Problems) {
    if part.is_empty() {
        return;
    }
    let head = match &part.fields {
        Typed::Hypothesis(hypothesis) => hypothesis.head.clone(),
        _ => HypothesisHead::default(),
    };
    for (field, text) in
        [("gist", &part.gist), ("horizon", &head.horizon), ("signal", &head.signal), ("due", &head.due)]
    {
        if text.trim().is_empty() {
            problems.add(format!("{key}.{field}"), Problem::Required);
        }
    }
}

/// What does not fit in a source; `name` names its fields.
pub fn source(source: &Source, name: &dyn Fn(&str) -> String, now: Time, problems: &mut Problems) {
    if text::source_key(&source.key).as_deref() != Ok(source.key.as_str()) {
        problems.add(name("key"), Problem::NotASourceKey);
    }
    if source.key == MY_ESTIMATE {
        problems.add(name("key"), Problem::Reserved);
    }
    if source.title.is_empty() {
        problems.add(name("title"), Problem::Required);
    }
    within(&name("title"), &source.title, SOURCE_TITLE_MAX, problems);
    within(&name("publisher"), &source.publisher, PUBLISHER_MAX, problems);
    within(&name("note"), &source.note, NOTE_MAX, problems);
    within(&name("url"), &source.url, URL_MAX, problems);
    if !source.dated.is_empty() {
        problems.check(&name("dated"), typed::check::past(&source.dated, now));
    }
    if !source.url.is_empty() && !is_link(&source.url) {
        problems.add(name("url"), Problem::NotALink);
    }
}

fn within(field: &str, text: &str, max: usize, problems: &mut Problems) {
    if !text::within(text, max) {
        problems.add(field, Problem::TooLong(max));
    }
}

fn is_link(url: &str) -> bool {
    url::Url::parse(url).is_ok_and(|url| matches!(url.scheme(), "http" | "https") && url.has_host())
}

#[cfg(test)]
mod tests {
    use super::{Problem, Time, is_link};
    use crate::traces::model::typed::check::past;

    #[test]
    fn a_source_is_dated_to_the_year_the_month_or_the_day() {
        let dated = |dated: &str| past(dated, Time(1_795_392_000_000));
        assert!(["2026", "2026-11", "2026-11-23"].iter().all(|d| dated(d).is_ok()));
        assert!(
            !["26", "2026-13", "2026-02-30", "2026/11", "20261123", "November", "+026"]
                .iter()
                .any(|d| dated(d).is_ok())
        );
        assert_eq!(dated("2026-12"), Err(Problem::InTheFuture));
    }

    #[test]
    fn a_link_leads_to_the_web() {
        assert!(is_link("https://example.org/a?b=c") && is_link("http://例え.jp/"));
        assert!(
            !["javascript:alert(1)", "example.org", "ftp://example.org", "https://", "//example.org"]
                .iter()
                .any(|u| is_link(u))
        );
    }
}
