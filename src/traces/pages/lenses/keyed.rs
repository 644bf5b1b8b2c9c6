//! What is written beside a drawing: citations of typed rows, and the typed facts of two pillars.

use leptos::prelude::*;

use crate::base::words::Lang;
use crate::members::visit::Visit;
use crate::traces::model::numbers::MY_ESTIMATE;
use crate::traces::model::part::PartKey;
use crate::traces::model::pattern::Pattern;
use crate::traces::model::source::day;
use crate::traces::model::typed::Typed;
use crate::traces::model::typed::said::choice;
use crate::traces::pages::reading::{Reading, row_place};
use crate::traces::views::card::encoded;

/// The source of a typed row. `number`: whether the row says a number that wants one.
pub fn cite(visit: &Visit, reading: &Reading, key: PartKey, row: usize, source: &str, number: bool) -> Option<AnyView> {
    let t = visit.t();
    if source == MY_ESTIMATE {
        return Some(view! { " " <span class="note">{t.typed_estimate()}</span> }.into_any());
    }
    if let Some(at) = reading.sources.iter().position(|one| one.key == source) {
        let place = row_place(key, row);
        return Some(
            view! {
                <sup class="cite"><a id=place href=format!("#source-{source}") aria-label=t.typed_source_number(at as i64 + 1)>{at + 1}</a></sup>
            }
            .into_any(),
        );
    }
    number.then(|| view! { " " <span class="needs-source">{t.reading_needs_source()}</span> }.into_any())
}

/// The typed facts of the shift and the model: each leads to the traces that share it.
pub fn facts(visit: &Visit, reading: &Reading, key: PartKey) -> Option<AnyView> {
    let (t, lang, foreign) = (visit.t(), visit.lang, reading.foreign(visit.lang));
    match reading.typed(key) {
        Typed::Shift(shift) => {
            let head = &shift.head;
            let kind = (!head.kind.is_empty()).then(|| {
                let path = format!("/traces?shift={}", encoded(&head.kind));
                view! { <div><dt>{t.typed_kind()}</dt><dd><a href=path>{choice("kind", &head.kind, lang)}</a></dd></div> }
            });
            let span = (!head.since.is_empty()).then(|| {
                view! { <div><dt>{t.typed_span()}</dt><dd class="num">{span(&head.since, &head.until, lang)}</dd></div> }
            });
            let from = (!head.from.is_empty() || !head.to.is_empty()).then(|| {
                let (from, to) = (head.from.clone(), head.to.clone());
                view! { <div><dt>{t.typed_from_to()}</dt><dd lang=foreign>{from} " → " {to}</dd></div> }
            });
            Some(view! { <dl class="block facts">{kind}{span}{from}</dl> }.into_any())
        }
        Typed::Model(model) => {
            let payer = (!model.head.payer.is_empty()).then(|| {
                let payer = model.head.payer.clone();
                view! { <div><dt>{t.typed_payer()}</dt><dd lang=foreign>{payer}</dd></div> }
            });
            let known = model.rows.iter().filter_map(|row| row.pattern.parse::<Pattern>().ok());
            let patterns: Vec<_> = known
                .map(|pattern| {
                    let path = format!("/traces?pattern={pattern}");
                    view! { <li><a href=path title=pattern.about(lang)>{pattern.name(lang)}</a></li> }
                })
                .collect();
            let patterns = (!patterns.is_empty())
                .then(|| view! { <div><dt>{t.typed_patterns()}</dt><dd><ul class="row">{patterns}</ul></dd></div> });
            Some(view! { <dl class="block facts">{payer}{patterns}</dl> }.into_any())
        }
        _ => None,
    }
}

/// "1997 to 2006", "since 1997".
fn span(since: &str, until: &str, lang: Lang) -> String {
    let t = lang.words();
    if until.is_empty() {
        t.typed_since_year(day(since, lang))
    } else {
        t.typed_span_years(day(since, lang), day(until, lang))
    }
}
