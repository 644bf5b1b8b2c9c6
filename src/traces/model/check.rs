//! What fits and what does not. The problems are named by the fields of the editor's form.

use std::collections::BTreeSet;

use crate::base::error::{Problem, Problems};
use crate::base::text;
use crate::traces::model::draft::Content;
use crate::traces::model::numbers::MY_ESTIMATE;
use crate::traces::model::part::{BODY_MAX, BRIDGE_MAX, GIST_MAX, PILLARS, PartKey, TITLE_MAX};
use crate::traces::model::source::Source;

/// Sources of one trace, at most.
pub const MOST_SOURCES: usize = 60;
const SOURCE_TITLE_MAX: usize = 300;
const PUBLISHER_MAX: usize = 120;
const NOTE_MAX: usize = 500;
const URL_MAX: usize = 2_000;

/// What does not fit, be it a draft or to be published.
pub fn draft(content: &Content, problems: &mut Problems) {
    within("title", &content.title, TITLE_MAX, problems);
    for key in PartKey::ALL {
        let part = content.part(*key);
        let most = if key.is_bridge() { BRIDGE_MAX } else { BODY_MAX };
        within(&format!("{key}.gist"), &part.gist, GIST_MAX, problems);
        within(&format!("{key}.body"), &part.body, most, problems);
    }
    let mut seen = BTreeSet::new();
    for (at, source) in content.sources.iter().enumerate() {
        let name = |field: &str| format!("source.{}.{field}", at + 1);
        check_source(source, &name, problems);
        if !seen.insert(source.key.as_str()) {
            problems.add(name("key"), Problem::KeyTwice);
        }
        if at >= MOST_SOURCES {
            problems.add(name("key"), Problem::TooLong(MOST_SOURCES));
        }
    }
}

/// What is missing before others can read it: a title and four gists.
pub fn publishable(content: &Content, problems: &mut Problems) {
    if content.title.trim().is_empty() {
        problems.add("title", Problem::Required);
    }
    for key in PILLARS {
        if content.part(key).gist.trim().is_empty() {
            problems.add(format!("{key}.gist"), Problem::Required);
        }
    }
    draft(content, problems);
}

fn check_source(source: &Source, name: &dyn Fn(&str) -> String, problems: &mut Problems) {
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
    if !source.dated.is_empty() && !is_day(&source.dated) {
        problems.add(name("dated"), Problem::NotADay);
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

/// A year, a month or a day in ISO form that exists.
fn is_day(dated: &str) -> bool {
    let whole = match dated.len() {
        4 => format!("{dated}-01-01"),
        7 => format!("{dated}-01"),
        10 => dated.to_owned(),
        _ => return false,
    };
    dated.bytes().all(|b| b.is_ascii_digit() || b == b'-') && whole.parse::<jiff::civil::Date>().is_ok()
}

fn is_link(url: &str) -> bool {
    url::Url::parse(url).is_ok_and(|url| matches!(url.scheme(), "http" | "https") && url.has_host())
}

#[cfg(test)]
mod tests {
    use super::{is_day, is_link};

    #[test]
    fn a_source_is_dated_to_the_year_the_month_or_the_day() {
        assert!(["2026", "2026-11", "2026-11-23"].iter().all(|d| is_day(d)));
        assert!(!["26", "2026-13", "2026-02-30", "2026/11", "20261123", "November", "+026"].iter().any(|d| is_day(d)));
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
