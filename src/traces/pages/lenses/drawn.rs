//! One drawing for each kind of typed fields, with the list or table that says the same in words.

use leptos::prelude::*;

use super::draw::{self, Bar, Place};
use super::keyed::cite;
use crate::base::words::Lang;
use crate::members::visit::Visit;
use crate::traces::model::part::PartKey;
use crate::traces::model::source::day;
use crate::traces::model::typed::Typed;
use crate::traces::model::typed::check::{first_day, number};
use crate::traces::model::typed::kinds::{Alternatives, Experience, Finance, FourP, Growth, Maturity, Success};
use crate::traces::model::typed::said::choice;
use crate::traces::pages::reading::Reading;

/// What stands around a drawing.
struct Desk<'a> {
    visit: &'a Visit,
    reading: &'a Reading,
    key: PartKey,
    lang: Lang,
    foreign: Option<&'static str>,
}

/// The drawing of a part; nothing where it has no typed rows.
pub fn drawing(visit: &Visit, reading: &Reading, key: PartKey, typed: &Typed) -> Option<AnyView> {
    let desk = Desk { visit, reading, key, lang: visit.lang, foreign: reading.foreign(visit.lang) };
    match typed {
        Typed::Growth(growth) => Some(desk.timeline(growth)),
        Typed::Finance(finance) if !finance.rows.is_empty() => Some(desk.bars(finance)),
        Typed::Alternatives(map) if !map.rows.is_empty() => Some(desk.positions(map)),
        Typed::FourP(pairs) => Some(desk.pairs(pairs)),
        Typed::Success(success) => Some(desk.matrix(success)),
        Typed::Experience(path) if !path.rows.is_empty() => Some(desk.path(path)),
        Typed::Maturity(maturity) => Some(desk.ladder(maturity)),
        _ => None,
    }
}

/// A picture that says in one line what it shows; the words beside it say the whole.
fn picture(label: String, svg: String) -> impl IntoView {
    view! { <div class="picture" role="img" aria-label=label inner_html=svg></div> }
}

impl Desk<'_> {
    fn cite(&self, row: usize, source: &str, number: bool) -> Option<AnyView> {
        cite(self.visit, self.reading, self.key, row, source, number)
    }

    fn words(&self, text: &str) -> impl IntoView + use<> {
        view! { <span lang=self.foreign>{text.to_owned()}</span> }
    }

    fn timeline(&self, growth: &Growth) -> AnyView {
        let t = self.lang.words();
        let years: Vec<f64> = growth.rows.iter().map(|row| year(&row.when)).collect();
        let label = t.drawn_timeline(growth.rows.len() as i64);
        let events = growth.rows.iter().zip(1..).map(|(row, number)| {
            let changed = (!row.changed.is_empty()).then(|| view! { <br/> <span class="note">"→ " {self.words(&row.changed)}</span> });
            view! {
                <li><span><b class="num">{day(&row.when, self.lang)}</b> " " {self.words(&row.what)} {self.cite(number, &row.source, false)} {changed}</span></li>
            }
        });
        view! { <figure class="lens-figure">{picture(label, draw::timeline(&years))}<ol class="keys">{events.collect_view()}</ol></figure> }
            .into_any()
    }

    fn bars(&self, finance: &Finance) -> AnyView {
        let t = self.lang.words();
        let amounts: Vec<f64> = finance.rows.iter().map(|row| number(&row.amount).unwrap_or(0.0)).collect();
        let (low, high) = amounts.iter().fold((0.0_f64, 0.0_f64), |(low, high), n| (low.min(*n), high.max(*n)));
        let mut figures: Vec<&str> = Vec::new();
        for row in &finance.rows {
            if !figures.contains(&row.figure.as_str()) {
                figures.push(&row.figure);
            }
        }
        let unit = (!finance.head.unit.is_empty())
            .then(|| view! { <p class="note">{t.drawn_unit()} " " {self.words(&finance.head.unit)}</p> });
        let groups = figures.into_iter().map(|figure| {
            let rows = || finance.rows.iter().zip(&amounts).filter(move |(row, _)| row.figure == figure);
            let bars: Vec<Bar<'_>> = rows()
                .map(|(row, amount)| Bar { label: row.as_of.clone(), amount: *amount, shown: &row.amount })
                .collect();
            view! { <h4 lang=self.foreign>{figure.to_owned()}</h4> {picture(t.drawn_bars(figure), draw::bars(&bars, low, high))} }
        });
        let lines = finance.rows.iter().zip(1..).map(|(row, number)| {
            view! {
                <tr>
                    <th scope="row" lang=self.foreign>{row.figure.clone()}</th>
                    <td class="num">{row.amount.clone()} {self.cite(number, &row.source, true)}</td>
                    <td class="num">{t.reading_as_of(day(&row.as_of, self.lang))}</td>
                </tr>
            }
        });
        view! {
            <figure class="lens-figure">
                {unit}
                {groups.collect_view()}
                <table class="keys"><thead><tr>
                    <th scope="col">{t.typed_figure()}</th><th scope="col">{t.typed_amount()}</th><th scope="col">{t.typed_as_of()}</th>
                </tr></thead><tbody>{lines.collect_view()}</tbody></table>
            </figure>
        }
        .into_any()
    }

    fn positions(&self, map: &Alternatives) -> AnyView {
        let t = self.lang.words();
        let axis = |text: &str| number(text).unwrap_or(5.0).clamp(0.0, 10.0);
        let places: Vec<Place<'_>> = map
            .rows
            .iter()
            .map(|row| Place {
                x: axis(&row.x),
                y: axis(&row.y),
                // A draft holds any word; only these are classes.
                class: match row.who.as_str() {
                    "own" => "own",
                    "substitute" => "substitute",
                    _ => "rival",
                },
                name: &row.name,
            })
            .collect();
        let head = &map.head;
        let rows = map.rows.iter().map(|row| {
            view! {
                <tr>
                    <th scope="row" lang=self.foreign>{row.name.clone()}</th>
                    <td>{choice("who", &row.who, self.lang)}</td>
                    <td class="num">{row.x.clone()}</td><td class="num">{row.y.clone()}</td>
                    <td lang=self.foreign>{row.note.clone()}</td>
                </tr>
            }
        });
        let across = t.drawn_axis(&head.x_low, &head.x_high);
        let up = t.drawn_axis(&head.y_low, &head.y_high);
        view! {
            <figure class="lens-figure">
                <div class="field-map">
                    <p class="pole" lang=self.foreign>{head.y_high.clone()}</p>
                    {picture(t.drawn_positions(map.rows.len() as i64), draw::positions(&places))}
                    <p class="ends" lang=self.foreign><span>{head.x_low.clone()}</span><span>{head.x_high.clone()}</span></p>
                    <p class="pole" lang=self.foreign>{head.y_low.clone()}</p>
                </div>
                <div class="scroll" tabindex="0" role="region" aria-label=t.drawn_table()>
                <table class="keys numbered"><thead><tr>
                    <th scope="col">{t.typed_name()}</th><th scope="col">{t.typed_who()}</th>
                    <th scope="col">{across}</th><th scope="col">{up}</th><th scope="col">{t.typed_note()}</th>
                </tr></thead><tbody>{rows.collect_view()}</tbody></table>
                </div>
            </figure>
        }
        .into_any()
    }

    fn pairs(&self, pairs: &FourP) -> AnyView {
        let t = self.lang.words();
        let rows = ["product", "price", "place", "promotion"]
            .into_iter()
            .flat_map(|p| pairs.rows.iter().filter(move |row| row.p == p).map(move |row| (p, row)));
        let rows = rows.map(|(p, row)| {
            view! {
                <tr><th scope="row">{choice("p", p, self.lang)}</th><td>{self.words(&row.action)}</td><td>{self.words(&row.serves)}</td></tr>
            }
        });
        view! {
            <figure class="lens-figure"><table class="keys"><thead><tr>
                <th scope="col">{t.typed_p()}</th><th scope="col">{t.typed_action()}</th><th scope="col">{t.typed_serves()}</th>
            </tr></thead><tbody>{rows.collect_view()}</tbody></table></figure>
        }
        .into_any()
    }

    fn matrix(&self, success: &Success) -> AnyView {
        let t = self.lang.words();
        let (mut factors, mut resources): (Vec<&str>, Vec<&str>) = (Vec::new(), Vec::new());
        for row in &success.rows {
            for (all, one) in [(&mut factors, &row.factor), (&mut resources, &row.resource)] {
                if !all.contains(&one.as_str()) {
                    all.push(one);
                }
            }
        }
        let lines = factors.iter().map(|factor| {
            let cells = resources.iter().map(|resource| {
                let at = success.rows.iter().position(|row| row.factor == *factor && row.resource == *resource);
                let mark = at.map(|at| view! { <span class="carried">{at + 1}</span> });
                view! { <td>{mark}</td> }
            });
            view! { <tr><th scope="row" lang=self.foreign>{(*factor).to_owned()}</th>{cells.collect_view()}</tr> }
        });
        let columns = resources.iter().map(|one| view! { <th scope="col" lang=self.foreign>{(*one).to_owned()}</th> });
        let hows = success.rows.iter().map(|row| {
            let how = (!row.how.is_empty()).then(|| view! { ": " {self.words(&row.how)} });
            view! { <li><span><b lang=self.foreign>{row.factor.clone()} " ← " {row.resource.clone()}</b> {how}</span></li> }
        });
        view! {
            <figure class="lens-figure">
                <div class="scroll" tabindex="0" role="region" aria-label=t.drawn_table()>
                    <table class="matrix"><thead><tr><th scope="col">{t.drawn_matrix()}</th>{columns.collect_view()}</tr></thead>
                    <tbody>{lines.collect_view()}</tbody></table>
                </div>
                <ol class="keys">{hows.collect_view()}</ol>
            </figure>
        }
        .into_any()
    }

    fn path(&self, path: &Experience) -> AnyView {
        let t = self.lang.words();
        let svg = match path.head.shape.as_str() {
            "funnel" => draw::funnel(&path.rows.iter().map(|row| number(&row.share)).collect::<Vec<_>>()),
            "pipe" => draw::pipe(path.rows.len()),
            _ => {
                let mood = |mood: &str| match mood {
                    "high" => 1,
                    "low" => -1,
                    _ => 0,
                };
                draw::journey(&path.rows.iter().map(|row| mood(&row.mood)).collect::<Vec<_>>())
            }
        };
        let steps = path.rows.iter().zip(1..).map(|(row, at)| {
            let mood = (!row.mood.is_empty()).then(|| view! { " · " {choice("mood", &row.mood, self.lang)} });
            let share = (!row.share.is_empty()).then(|| view! { " · " <span class="num">{t.drawn_share(&row.share)}</span> });
            let cite = self.cite(at, &row.source, !row.share.is_empty());
            view! {
                <li><span><b lang=self.foreign>{row.step.clone()}</b> <span class="note">{mood}{share}{cite}</span> <br/> {self.words(&row.does)}</span></li>
            }
        });
        let shape = choice("shape", if path.head.shape.is_empty() { "journey" } else { &path.head.shape }, self.lang);
        let label = t.drawn_path(shape, path.rows.len() as i64);
        view! { <figure class="lens-figure">{picture(label, svg)}<ol class="keys">{steps.collect_view()}</ol></figure> }
            .into_any()
    }

    fn ladder(&self, maturity: &Maturity) -> AnyView {
        let t = self.lang.words();
        let level = maturity.head.level.parse().ok();
        let label = match level {
            Some(level) => t.drawn_ladder(level as i64),
            None => t.drawn_ladder_open(),
        };
        let stages = ["0", "1", "2", "3", "4"].into_iter().filter_map(|stage| {
            let rows = maturity.rows.iter().zip(1..).filter(|(row, _)| row.stage == stage);
            let rows: Vec<_> = rows
                .map(|(row, number)| view! { <dd>{self.words(&row.evidence)} {self.cite(number, &row.source, false)}</dd> })
                .collect();
            let here = maturity.head.level == stage;
            (here || !rows.is_empty()).then(|| view! { <div><dt class:here=here>{choice("level", stage, self.lang)}</dt>{rows}</div> })
        });
        view! { <figure class="lens-figure">{picture(label, draw::ladder(level))}<dl class="stages">{stages.collect_view()}</dl></figure> }
            .into_any()
    }
}

/// A day as a fraction of a year; what is none stands at the beginning of time, and was refused.
fn year(when: &str) -> f64 {
    first_day(when).map_or(0.0, |day| f64::from(day.year()) + (f64::from(day.day_of_year()) - 1.0) / 366.0)
}
