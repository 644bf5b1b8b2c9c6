//! From Markdown to HTML, for a whole trace with shared numbering, or for one preview. Slow: run
//! it through `App::offload`.

use crate::base::markdown::{self, Citations, TooComplex, Words};
use crate::base::words::Lang;
use crate::traces::model::numbers::{self, MY_ESTIMATE, Mark};
use crate::traces::model::part::PartKey;
use crate::traces::model::source::{Source, day};

/// Headings of a part stand below the part's own (h2).
const HEADINGS: u8 = 3;

/// A trace's HTML.
#[derive(Debug, Clone, Default)]
pub struct Rendered {
    pub parts: Vec<(PartKey, String)>,
    /// The source keys in the order of their numbers: cited ones by first citation, then the others.
    pub order: Vec<String>,
}

/// A source as rendering needs it.
#[derive(Debug, Clone)]
pub struct Dated {
    pub key: String,
    /// ISO; may be empty.
    pub dated: String,
}

impl Dated {
    #[must_use]
    pub fn of(sources: &[Source]) -> Vec<Self> {
        sources.iter().map(|source| Self { key: source.key.clone(), dated: source.dated.clone() }).collect()
    }
}

/// Renders the texts, which must come in page order.
///
/// # Errors
/// The part that is too complex.
pub fn render(texts: &[(PartKey, String)], sources: &[Dated], lang: Lang) -> Result<Rendered, PartKey> {
    let keys: Vec<String> = sources.iter().map(|source| source.key.clone()).collect();
    let mut citations = Citations::new(keys.iter().cloned());
    let mut parts = Vec::with_capacity(texts.len());
    for (key, body) in texts {
        let body = said_estimates(&marked(body, sources), lang);
        let html = markdown::render(&body, key.as_str(), HEADINGS, &mut citations, &words(lang)).map_err(|_| *key)?;
        parts.push((*key, said_marks(html, lang)));
    }
    let mut order: Vec<String> = citations.numbered().iter().map(|cited| cited.key.clone()).collect();
    order.extend(keys.iter().filter(|key| !order.contains(key)).cloned().collect::<Vec<_>>());
    Ok(Rendered { parts, order })
}

/// Renders one text on its own.
///
/// # Errors
/// [`TooComplex`].
pub fn preview(text: &str, keys: &[String], lang: Lang) -> Result<String, TooComplex> {
    let mut citations = Citations::new(keys.iter().cloned());
    let sources: Vec<Dated> = keys.iter().map(|key| Dated { key: key.clone(), dated: String::new() }).collect();
    let text = said_estimates(&marked(text, &sources), lang);
    let html = markdown::render(&text, "preview", HEADINGS, &mut citations, &words(lang))?;
    Ok(said_marks(html, lang))
}

/// Around a mark in the text, from the private use area; a text's own go first. Markdown drops controls.
const EDGE: char = '\u{e01e}';

/// The text with a mark behind each block that has one.
fn marked(text: &str, sources: &[Dated]) -> String {
    let known: Vec<&str> = sources.iter().map(|source| source.key.as_str()).collect();
    let marks = numbers::marks(text, &known);
    if marks.is_empty() {
        return text.replace(EDGE, "");
    }
    let mut lines: Vec<String> = text.lines().map(|line| line.replace(EDGE, "")).collect();
    for (line, mark) in marks {
        let said = match mark {
            Mark::NeedsSource => format!(" {EDGE}?{EDGE}"),
            Mark::AsOf(key) => match sources.iter().find(|source| source.key == key && !source.dated.is_empty()) {
                Some(source) => format!(" {EDGE}{}{EDGE}", source.dated),
                None => continue,
            },
        };
        let Some(line) = lines.get_mut(line) else { continue };
        // Within a table row, in its last cell.
        let end = line.trim_end();
        let at = end.strip_suffix('|').filter(|_| end.trim_start().starts_with('|')).unwrap_or(end).trim_end().len();
        line.insert_str(at, &said);
    }
    lines.join("\n")
}

/// The marks in words: "needs source", "as of 2019".
fn said_marks(html: String, lang: Lang) -> String {
    if !html.contains(EDGE) {
        return html;
    }
    let t = lang.words();
    let mut said = String::with_capacity(html.len());
    for (at, piece) in html.split(EDGE).enumerate() {
        match (at % 2, piece) {
            (0, text) => said.push_str(text),
            (_, "?") => said.push_str(&format!("<span class=\"needs-source\">{}</span>", t.reading_needs_source())),
            (_, date) => said.push_str(&format!("<span class=\"as-of\">{}</span>", t.reading_as_of(day(date, lang)))),
        }
    }
    said
}

fn words(lang: Lang) -> Words<'static> {
    match lang {
        Lang::En => Words::ENGLISH,
        Lang::Ja => Words::JAPANESE,
    }
}

/// `[^my-estimate]` marks a number as the writer's own; it is said in words where it stands.
fn said_estimates(text: &str, lang: Lang) -> String {
    text.replace(&format!("[^{MY_ESTIMATE}]"), &lang.words().write_my_estimate())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_run_once_over_the_page_and_estimates_are_said() {
        let texts = [
            (PartKey::Shift, "One[^b]".to_owned()),
            (PartKey::Task, "Two[^a] and [^b] and 30%[^my-estimate]".to_owned()),
        ];
        let keys = ["a", "b", "c"].map(|key| Dated { key: key.to_owned(), dated: "2019-05".to_owned() });
        let rendered = render(&texts, &keys, Lang::En).unwrap();
        assert_eq!(rendered.order, ["b", "a", "c"]);
        assert!(rendered.parts[1].1.contains("30% (my estimate)"), "{}", rendered.parts[1].1);
        assert!(render(&texts, &keys, Lang::Ja).unwrap().parts[1].1.contains("(自分の見積もり)"));
    }

    #[test]
    fn a_number_says_that_it_wants_a_source_or_how_old_it_is() {
        let texts = [(
            PartKey::Shift,
            "Up 30%.\n\n| a | 840 shops[^a] |\n|---|---|\n| b | 5% |\n\nIn 1997, 8%[^a].".to_owned(),
        )];
        let sources = [Dated { key: "a".into(), dated: "2019-05".into() }];
        let html = render(&texts, &sources, Lang::En).unwrap().parts.remove(0).1;
        assert!(html.contains("<p>Up 30%. <span class=\"needs-source\">needs source</span></p>"), "{html}");
        assert!(html.contains("<span class=\"as-of\">as of May 2019</span></th>"), "{html}");
        assert!(html.contains("5% <span class=\"needs-source\">needs source</span></td>"), "{html}");
        assert_eq!(html.matches("as-of").count(), 1, "{html}");
        assert!(render(&texts, &sources, Lang::Ja).unwrap().parts[0].1.contains("2019年5月時点"));
    }
}
