//! How often the rules are right, over their examples. `cargo test depth -- --nocapture` prints it.

use serde::Deserialize;

use super::*;
use crate::base::words::Lang;
use crate::companies::model::CompanyId;
use crate::traces::model::draft::PartText;
use crate::traces::model::source::{Source, SourceKind};

/// Of what a rule points at, so much at least must be rightly pointed at.
pub const PRECISION: f64 = 0.8;

#[derive(Deserialize)]
struct Examples<T> {
    points: Vec<T>,
    passes: Vec<T>,
}

#[derive(Deserialize)]
struct Joint {
    from: String,
    to: String,
    bridge: String,
}

fn content(language: Lang, parts: impl IntoIterator<Item = (PartKey, PartText)>) -> Content {
    let source = Source {
        key: "ir".into(),
        kind: SourceKind::Report,
        title: "Annual report".into(),
        publisher: String::new(),
        dated: String::new(),
        url: String::new(),
        note: String::new(),
        by: None,
    };
    let (title, company) = (String::new(), CompanyId(1));
    Content { title, language, company, parts: parts.into_iter().collect(), sources: vec![source] }
}

/// The text as a pillar's.
fn pillar(lang: Lang, text: &str) -> Content {
    content(lang, [(PartKey::Model, PartText { gist: "A gist.".into(), body: text.to_owned(), ..PartText::default() })])
}

fn joint(lang: Lang, joint: &Joint) -> Content {
    let gist = |text: &str| PartText { gist: text.into(), ..PartText::default() };
    let bridge = PartText { body: joint.bridge.clone(), ..PartText::default() };
    content(lang, [(PartKey::Task, gist(&joint.from)), (PartKey::TaskValue, bridge), (PartKey::Value, gist(&joint.to))])
}

fn judge<T: for<'de> Deserialize<'de>>(
    rule: Rule,
    lang: Lang,
    text: &str,
    content: impl Fn(Lang, &T) -> Content,
    name: impl Fn(&T) -> String,
) {
    let examples: Examples<T> = toml::from_str(text).expect("examples");
    assert!(examples.points.len() >= 15 && examples.passes.len() >= 15, "{rule} {lang}: too few examples");
    let finds = |example: &&T| check(&content(lang, example)).iter().any(|finding| finding.rule == rule);
    let right: Vec<&T> = examples.points.iter().filter(finds).collect();
    let wrong: Vec<&T> = examples.passes.iter().filter(finds).collect();
    let (r, w, all) = (right.len() as f64, wrong.len() as f64, examples.points.len() as f64);
    let (precision, recall) = (r / (r + w), r / all);
    println!(
        "{rule} {lang}: precision {precision:.2}, recall {recall:.2} over {} examples",
        all as usize + examples.passes.len()
    );
    for example in examples.points.iter().filter(|example| !finds(example)) {
        println!("  missed: {}", name(example));
    }
    for example in wrong {
        println!("  wrong: {}", name(example));
    }
    assert!(precision >= PRECISION, "{rule} {lang}: precision {precision:.2}");
    assert!(recall >= 0.5, "{rule} {lang}: recall {recall:.2}, so it hardly ever helps");
}

macro_rules! examples {
    ($name:literal) => {
        include_str!(concat!("examples/", $name, ".toml"))
    };
}

#[test]
fn a_result_from_one_tactic_is_pointed_at() {
    judge(Rule::Tactic, Lang::En, examples!("tactic-en"), |lang, text: &String| pillar(lang, text), String::clone);
    judge(Rule::Tactic, Lang::Ja, examples!("tactic-ja"), |lang, text: &String| pillar(lang, text), String::clone);
}

#[test]
fn a_number_without_a_source_is_pointed_at() {
    judge(Rule::Number, Lang::En, examples!("number-en"), |lang, text: &String| pillar(lang, text), String::clone);
    judge(Rule::Number, Lang::Ja, examples!("number-ja"), |lang, text: &String| pillar(lang, text), String::clone);
}

#[test]
fn a_missing_bridge_is_pointed_at() {
    let name = |joint: &Joint| format!("{} | {} | {}", joint.from, joint.bridge, joint.to);
    judge(Rule::Bridge, Lang::En, examples!("bridge-en"), joint, name);
    judge(Rule::Bridge, Lang::Ja, examples!("bridge-ja"), joint, name);
}

#[test]
fn a_finding_says_where_and_about_which_words() {
    let body = "Riders get wet.\n\nThey ran a TV campaign. Sales doubled, by 120%.".to_owned();
    let found = check(&pillar(Lang::En, &body));
    let at = |rule, words: &str| Finding { rule, key: PartKey::Model, field: "body", words: words.into() };
    assert_eq!(found, [at(Rule::Tactic, "Sales doubled, by 120%."), at(Rule::Number, "120%.")]);
}
