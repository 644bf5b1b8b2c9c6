use super::kinds::{Event, ShiftHead};
use super::*;
use crate::base::error::{Problem, Problems};
use crate::base::time::Time;
use crate::base::words::Lang;

/// 2026-11-23.
const NOW: Time = Time(1_795_392_000_000);

fn problems(key: PartKey, json: &str) -> Vec<(String, Problem)> {
    let typed = Typed::read(key, json).unwrap();
    let mut problems = Problems::default();
    check::typed(key, &typed, &check::Ground { sources: &["ir"], now: NOW }, &mut problems);
    problems.iter().map(|(name, problem)| (name.to_owned(), problem)).collect()
}

#[test]
fn fields_survive_the_draft_and_the_revision() {
    let mut typed = Typed::blank(PartKey::Growth);
    let cells = |cells: [&str; 4]| cells.map(str::to_owned).to_vec();
    typed.form_mut().unwrap().set_rows(vec![cells(["2007", "Streaming", "", "ir"]), cells(["", "", "", " "])]);
    let Typed::Growth(growth) = &typed else { panic!("{typed:?}") };
    assert_eq!(growth.rows.len(), 1, "an empty row is none");
    assert_eq!(
        growth.rows[0],
        Event { when: "2007".into(), what: "Streaming".into(), source: "ir".into(), ..Event::default() }
    );
    let draft = serde_json::to_string(&typed).unwrap();
    assert_eq!(serde_json::from_str::<Typed>(&draft).unwrap(), typed);
    assert_eq!(Typed::read(PartKey::Growth, &typed.json().to_string()).unwrap(), typed);
    assert_eq!(typed.json(), serde_json::json!({"rows": [{"when": "2007", "what": "Streaming", "source": "ir"}]}));
    for key in PartKey::ALL {
        assert_eq!(Typed::read(*key, "{}").unwrap(), Typed::None, "{key}");
        assert!(Typed::blank(*key).or_none().is_none(), "{key}");
    }
}

#[test]
fn a_date_must_exist_and_have_come() {
    let row = |when: &str| {
        problems(
            PartKey::Growth,
            &format!(r#"{{"rows":[{{"when":"{when}","what":"a"}},{{"when":"1999","what":"b"}}]}}"#),
        )
    };
    assert_eq!(row("2026-11-23"), []);
    assert_eq!(row("2026-02-30"), [("lens-growth.1.when".to_owned(), Problem::NotADay)]);
    assert_eq!(row("2031"), [("lens-growth.1.when".to_owned(), Problem::InTheFuture)]);
    assert_eq!(row(""), [("lens-growth.1.when".to_owned(), Problem::Required)]);
    let one = problems(PartKey::Growth, r#"{"rows":[{"when":"1999","what":"a","source":"gone"}]}"#);
    assert_eq!(one.len(), 2, "no such source, and no timeline: {one:?}");
    let head = ShiftHead { since: "2001".into(), until: "1999".into(), kind: "magical".into(), ..ShiftHead::default() };
    let shift = serde_json::to_string(&head).unwrap();
    let named: Vec<_> = problems(PartKey::Shift, &shift).into_iter().map(|(_, problem)| problem).collect();
    assert_eq!(named, [Problem::NotAChoice, Problem::NotAfter]);
}

#[test]
fn two_thousand_events_are_too_many_and_said_once() {
    let row = r#"{"when":"1999","what":"a"}"#;
    let rows = vec![row; 2_000].join(",");
    let found = problems(PartKey::Growth, &format!(r#"{{"rows":[{rows}]}}"#));
    assert_eq!(found, [("lens-growth.61.when".to_owned(), Problem::TooManyOf(check::MOST_ROWS))]);
}

#[test]
fn a_map_needs_named_axes_and_places_on_it() {
    let found = problems(PartKey::Alternatives, r#"{"x_low":"cheap","rows":[{"name":"a","x":"11","y":"five"}]}"#);
    let named: Vec<&str> = found.iter().map(|(name, _)| name.as_str()).collect();
    let at = |field: &str| format!("lens-alternatives.{field}");
    assert_eq!(named, [at("1.x"), at("1.y"), at("x_high"), at("y_low"), at("y_high")]);
}

#[test]
fn a_stage_of_maturity_needs_its_evidence() {
    let low = r#"{"level":"3","rows":[{"stage":"2","evidence":"a"}]}"#;
    assert_eq!(problems(PartKey::Maturity, low), [("lens-maturity.level".to_owned(), Problem::NoEvidence)]);
    assert_eq!(problems(PartKey::Maturity, &low.replace("\"2\"", "\"3\"")), []);
}

#[test]
fn numbers_are_read_in_any_digits() {
    for (text, number) in
        [("1,234.5", Some(1_234.5)), ("１２３", Some(123.0)), ("△3", Some(-3.0)), ("−0.5", Some(-0.5))]
    {
        assert_eq!(check::number(text), number, "{text}");
    }
    for text in ["", "about 3", "1e5", "NaN", "inf", "3%", "--"] {
        assert_eq!(check::number(text), None, "{text}");
    }
}

#[test]
fn a_figure_without_a_source_is_unsourced() {
    let figures = r#"{"rows":[{"figure":"Sales","as_of":"2025","amount":"45.2","source":"ir"},
        {"figure":"Margin","as_of":"2025","amount":"29.5"},{"figure":"Ads","as_of":"2025","amount":"1.5","source":"my-estimate"}]}"#;
    assert_eq!(check::unsourced(&Typed::read(PartKey::Finance, figures).unwrap(), &["ir"]), ["29.5"]);
    let steps = r#"{"rows":[{"step":"Sees it","share":"100"},{"step":"Asks","does":"pays ¥500 at once"}]}"#;
    assert_eq!(check::unsourced(&Typed::read(PartKey::Experience, steps).unwrap(), &[]).len(), 2);
}

#[test]
fn fields_are_said_in_both_languages() {
    let typed =
        Typed::read(PartKey::Shift, r#"{"kind":"social","since":"2012","from":"owning","to":"using"}"#).unwrap();
    assert_eq!(
        typed.lines(Lang::En),
        ["Kind of shift: Social", "Since (year): 2012", "From what: owning", "To what: using"]
    );
    assert_eq!(typed.lines(Lang::Ja)[0], "変化の種類: 社会");
    assert_eq!(said::field(PartKey::Growth, "2.when", Lang::En).unwrap(), "Growth over time, row 2, When");
    for key in PartKey::ALL {
        let blank = Typed::blank(*key);
        let Some(form) = blank.form() else { continue };
        for column in form.head_columns().iter().chain(form.row_columns()) {
            let source = Lang::En.words().typed_source();
            assert!(column.name == "source" || column.label(Lang::En) != source, "{key}.{} has no name", column.name);
            if let form::Cell::Choice(choices) = column.cell {
                assert!(choices.iter().all(|choice| column.shown(choice, Lang::Ja) != *choice), "{}", column.name);
            }
        }
    }
}
