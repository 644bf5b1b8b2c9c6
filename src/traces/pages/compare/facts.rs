//! What is typed of each trace, row by row, and what the values say of each other.

use std::collections::BTreeSet;

use leptos::prelude::*;

use crate::base::text;
use crate::base::words::Words;
use crate::companies::{country, industry};
use crate::members::visit::Visit;
use crate::traces::model::card::Card;
use crate::traces::model::compare::{Verdict, verdict};
use crate::traces::model::part::PartKey;
use crate::traces::model::pattern::Pattern;
use crate::traces::model::source::day;
use crate::traces::model::typed::Typed;
use crate::traces::model::typed::kinds::ShiftHead;
use crate::traces::model::typed::said::choice;
use crate::traces::pages::compare::Column;
use crate::traces::views::card::stage_name;

/// A fact of every trace; `None` where a trace leaves it unsaid.
struct Fact {
    name: String,
    values: Vec<Option<String>>,
    verdict: Verdict,
}

impl Fact {
    /// Compares `value`, and shows it as `shown`.
    fn of<T: PartialEq>(
        name: String,
        columns: &[Column],
        value: impl Fn(&Column) -> Option<T>,
        shown: impl Fn(&T) -> String,
    ) -> Self {
        let values: Vec<Option<T>> = columns.iter().map(value).collect();
        let verdict = verdict(&values);
        Self { name, values: values.iter().map(|value| value.as_ref().map(&shown)).collect(), verdict }
    }
}

fn facts(visit: &Visit, columns: &[Column]) -> Vec<Fact> {
    let (t, lang) = (visit.t(), visit.lang);
    let plain = |of: fn(&Card) -> &str| {
        move |column: &Column| Some(of(&column.card).to_owned()).filter(|value| !value.is_empty())
    };
    let names: Vec<_> = columns.iter().map(|c| (c.card.company.id, c.card.company.name(lang).to_owned())).collect();
    let company =
        move |id: &_| names.iter().find(|(one, _)| one == id).map(|(_, name)| name.clone()).unwrap_or_default();
    vec![
        Fact::of(t.compare_company(), columns, |column| Some(column.card.company.id), company),
        Fact::of(t.company_industry(), columns, plain(|card| &card.company.industry), |key| industry::name(key, lang)),
        Fact::of(t.company_country(), columns, plain(|card| &card.company.country), |code| country::name(code, lang)),
        Fact::of(t.reading_stage(), columns, |column| Some(column.card.stage), |stage| stage_name(*stage, lang)),
        Fact::of(t.reading_language(), columns, |column| Some(column.card.language), |one| one.name().to_owned()),
        Fact::of(t.typed_kind(), columns, |column| shift(column, |head| &head.kind), |kind| choice("kind", kind, lang)),
        Fact::of(t.typed_since(), columns, |column| shift(column, |head| &head.since), |since| day(since, lang)),
        Fact::of(t.typed_until(), columns, |column| shift(column, |head| &head.until), |until| day(until, lang)),
        Fact::of(t.typed_payer(), columns, payer, |payer| payer.1.clone()),
        Fact::of(t.typed_pattern(), columns, patterns, |patterns| {
            let names: Vec<String> = patterns.iter().map(|pattern| pattern.name(lang)).collect();
            names.join(lang.joint())
        }),
    ]
}

fn said(value: &str) -> Option<&str> {
    Some(value.trim()).filter(|value| !value.is_empty())
}

/// A typed fact of the market shift.
fn shift(column: &Column, of: fn(&ShiftHead) -> &String) -> Option<String> {
    match column.content.part(PartKey::Shift).fields {
        Typed::Shift(shift) => said(of(&shift.head)).map(str::to_owned),
        _ => None,
    }
}

/// Who pays: compared as names are, shown as written.
fn payer(column: &Column) -> Option<Payer> {
    match column.content.part(PartKey::Model).fields {
        Typed::Model(model) => said(&model.head.payer).map(|payer| Payer(text::key(payer), payer.to_owned())),
        _ => None,
    }
}

/// A payer's folded name, and the name as written.
struct Payer(String, String);

impl PartialEq for Payer {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}

/// The patterns of earning, in whatever order they were chosen.
fn patterns(column: &Column) -> Option<BTreeSet<Pattern>> {
    match column.content.part(PartKey::Model).fields {
        Typed::Model(model) => {
            let known: BTreeSet<Pattern> = model.rows.iter().filter_map(|row| row.pattern.parse().ok()).collect();
            (!known.is_empty()).then_some(known)
        }
        _ => None,
    }
}

/// The table of facts; its columns stand above those of the texts. What no trace says is one line below it.
pub fn table(visit: &Visit, columns: &[Column]) -> impl IntoView + use<> {
    let t = visit.t();
    let heads = columns.iter().map(|column| view! { <th scope="col">{column.letter.to_string()}</th> }).collect_view();
    let letters: Vec<String> = columns.iter().map(|column| column.letter.to_string()).collect();
    let row = |fact: Fact| {
        let said = fact.verdict;
        let cells = fact.values.into_iter().zip(letters.clone()).map(|(value, letter)| match value {
            Some(value) => view! { <td data-name=letter>{value}</td> }.into_any(),
            None => view! { <td data-name=letter class="unsaid">{t.compare_unsaid()}</td> }.into_any(),
        });
        view! {
            <tr>
                <th scope="row">{fact.name} " " <span class=format!("verdict {}", class(said))>{word(said, t)}</span></th>
                {cells.collect_view()}
            </tr>
        }
    };
    let (told, untold): (Vec<Fact>, Vec<Fact>) =
        facts(visit, columns).into_iter().partition(|fact| fact.values.iter().any(Option::is_some));
    let rows = told.into_iter().map(row).collect_view();
    let joint = visit.lang.joint();
    let names: Vec<String> = untold.into_iter().map(|fact| fact.name).collect();
    let untold = (!names.is_empty()).then(|| view! { <p class="note">{t.compare_untold(names.join(joint))}</p> });
    view! {
        <table class="fold compared">
            <caption class="vh">{t.compare_facts()}</caption>
            <thead><tr><td></td>{heads}</tr></thead>
            <tbody>{rows}</tbody>
        </table>
        {untold}
    }
}

fn word(verdict: Verdict, t: &Words) -> String {
    match verdict {
        Verdict::Equal => t.compare_equal(),
        Verdict::Different => t.compare_different(),
        Verdict::Unsaid => t.compare_verdict_unsaid(),
    }
}

fn class(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Equal => "equal",
        Verdict::Different => "different",
        Verdict::Unsaid => "open",
    }
}
