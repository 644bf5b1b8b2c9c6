//! The sketch: a company and four gists, made from one fill-in line in three minutes.

use serde::{Deserialize, Serialize};

use crate::base::words::Lang;
use crate::companies::model::CompanyId;
use crate::traces::model::draft::{Content, PartText};
use crate::traces::model::part::PILLARS;

/// What stands in the holes of the line, as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FillIn {
    pub who: String,
    pub task: String,
    pub from: String,
    pub to: String,
    pub value: String,
    pub model: String,
}

impl FillIn {
    /// The four gists, in the words of the trace's language. A hole stays a hole.
    #[must_use]
    pub fn gists(&self, lang: Lang) -> [String; 4] {
        let t = lang.words();
        let shift = sentence(&self.from, &t.fill_shift_join(), &self.to, &t.fill_shift_end());
        let task = sentence(&self.who, &t.fill_task_join(), &self.task, &t.fill_task_end());
        let [shift, task] = match lang {
            Lang::En => [capital(&shift), capital(&task)],
            Lang::Ja => [shift, task],
        };
        [shift, task, self.value.clone(), self.model.clone()]
    }
}

fn sentence(first: &str, join: &str, second: &str, end: &str) -> String {
    match (first.is_empty(), second.is_empty()) {
        (false, false) => format!("{first}{join}{second}{end}"),
        (false, true) => first.to_owned(),
        (true, _) => second.to_owned(),
    }
}

fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// A sketch before it is a draft; the JSON of `pending_sketches.content`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sketch {
    /// The company's name as typed.
    pub company: String,
    /// The industry of a company that is not in the directory; may be empty.
    #[serde(default)]
    pub industry: String,
    pub language: Lang,
    pub gists: [String; 4],
}

impl Sketch {
    /// The first draft. The title can be changed at any time.
    #[must_use]
    pub fn content(&self, company: CompanyId, name: &str) -> Content {
        let parts = PILLARS.into_iter().zip(&self.gists).filter(|(_, gist)| !gist.is_empty());
        let parts = parts.map(|(key, gist)| (key, PartText { gist: gist.clone(), ..PartText::default() })).collect();
        let title = self.language.words().write_first_title(name);
        Content { title, language: self.language, company, parts, sources: Vec::new() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line() -> FillIn {
        FillIn {
            who: "people between trains".into(),
            task: "look tidy today".into(),
            from: "an hour".into(),
            to: "ten minutes".into(),
            value: "a promise in minutes".into(),
            model: "six heads an hour".into(),
        }
    }

    #[test]
    fn the_line_makes_four_gists() {
        let [shift, task, value, model] = line().gists(Lang::En);
        assert_eq!(shift, "An hour gave way to ten minutes.");
        assert_eq!(task, "People between trains want to look tidy today.");
        assert_eq!((value.as_str(), model.as_str()), ("a promise in minutes", "six heads an hour"));
        let ja = FillIn {
            from: "一時間".into(),
            to: "十分".into(),
            who: "乗り換えの人".into(),
            task: "整えたい".into(),
            ..line()
        };
        let [shift, task, ..] = ja.gists(Lang::Ja);
        assert_eq!(shift, "一時間が、十分に変わった。");
        assert_eq!(task, "乗り換えの人は「整えたい」と思っている。");
    }

    #[test]
    fn a_hole_stays_a_hole() {
        assert_eq!(FillIn::default().gists(Lang::En), [const { String::new() }; 4]);
        let half = FillIn { to: "ten minutes".into(), ..FillIn::default() };
        assert_eq!(half.gists(Lang::En)[0], "Ten minutes");
    }
}
