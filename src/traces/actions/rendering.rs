//! From Markdown to HTML, for a whole trace with shared numbering, or for one preview. Slow: run
//! it through `App::offload`.

use crate::base::markdown::{self, Citations, TooComplex, Words};
use crate::base::words::Lang;
use crate::traces::model::numbers::MY_ESTIMATE;
use crate::traces::model::part::PartKey;

/// Headings of a part stand below the part's own (h2).
const HEADINGS: u8 = 3;

/// A trace's HTML.
#[derive(Debug, Clone, Default)]
pub struct Rendered {
    pub parts: Vec<(PartKey, String)>,
    /// The source keys in the order of their numbers: cited ones by first citation, then the others.
    pub order: Vec<String>,
}

/// Renders the texts, which must come in page order.
///
/// # Errors
/// The part that is too complex.
pub fn render(texts: &[(PartKey, String)], keys: &[String], lang: Lang) -> Result<Rendered, PartKey> {
    let mut citations = Citations::new(keys.iter().cloned());
    let mut parts = Vec::with_capacity(texts.len());
    for (key, body) in texts {
        let body = said_estimates(body, lang);
        let html =
            markdown::render(&body, key.as_str(), HEADINGS, &mut citations, &Words::of(lang)).map_err(|_| *key)?;
        parts.push((*key, html));
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
    markdown::render(&said_estimates(text, lang), "preview", HEADINGS, &mut citations, &Words::of(lang))
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
        let keys = ["a", "b", "c"].map(str::to_owned);
        let rendered = render(&texts, &keys, Lang::En).unwrap();
        assert_eq!(rendered.order, ["b", "a", "c"]);
        assert!(rendered.parts[1].1.contains("30% (my estimate)"), "{}", rendered.parts[1].1);
        assert!(render(&texts, &keys, Lang::Ja).unwrap().parts[1].1.contains("(自分の見積もり)"));
    }
}
