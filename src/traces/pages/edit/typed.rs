//! The typed fields of a part, as plain form fields. Rows are added and removed by buttons, as sources are.

use leptos::prelude::*;

use crate::base::error::Problems;
use crate::base::words::Lang;
use crate::traces::model::draft::Content;
use crate::traces::model::numbers::MY_ESTIMATE;
use crate::traces::model::part::PartKey;
use crate::traces::model::pattern::Pattern;
use crate::traces::model::typed::Typed;
use crate::traces::model::typed::form::{AnyForm, Cell, Column};
use crate::ui::form::{SelectField, TextField};

/// What every field of one part needs.
struct Desk<'a> {
    lang: Lang,
    key: PartKey,
    problems: &'a Problems,
}

/// The fields of a part; nothing where it has none. `more`: one more empty row is asked for.
pub fn fields(lang: Lang, key: PartKey, content: &Content, problems: &Problems, more: bool) -> Option<AnyView> {
    let typed = content.part(key).fields;
    let typed = if typed.is_none() { Typed::blank(key) } else { typed };
    let form = typed.form()?;
    let desk = Desk { lang, key, problems };
    let head = (!form.head_columns().is_empty()).then(|| {
        let cells = form.head_columns().iter().zip(form.head());
        let cells = cells.map(|(column, value)| desk.control(column, column.name, value)).collect_view();
        view! { <div class="cells">{cells}</div> }
    });
    let rows = match &typed {
        Typed::Model(model) => {
            Some(desk.patterns(&model.rows.iter().map(|row| row.pattern.as_str()).collect::<Vec<_>>()))
        }
        _ => (!form.row_columns().is_empty()).then(|| desk.rows(form, more)),
    };
    Some(view! { <div class="typed">{head}{rows}</div> }.into_any())
}

impl Desk<'_> {
    /// Every row, and an empty one where there is none or one more is asked for.
    fn rows(&self, form: &dyn AnyForm, more: bool) -> AnyView {
        let t = self.lang.words();
        let (key, columns) = (self.key, form.row_columns());
        let filled = form.rows();
        let blank = (more || filled.is_empty()).then(|| vec![""; columns.len()]);
        let rows = filled.into_iter().chain(blank).zip(1..).map(|(row, number)| {
            let cells = columns.iter().zip(row).map(|(column, value)| {
                self.control(column, &format!("{number}.{}", column.name), value)
            });
            view! {
                <fieldset class="source-row" id=format!("{key}-{number}")>
                    <legend>{t.typed_row(number)}</legend>
                    {cells.collect_view()}
                    <p class="wide"><button class="button small" name="do" value=format!("remove-{key}-{number}")>{t.typed_row_remove()}</button></p>
                </fieldset>
            }
        });
        view! {
            <input type="hidden" name=format!("{key}.rows") value="1"/>
            {rows.collect_view()}
            <p><button class="button small" name="do" value=format!("add-row-{key}")>{t.typed_row_add()}</button></p>
        }
        .into_any()
    }

    /// The list to choose patterns from, each with what it is.
    fn patterns(&self, chosen: &[&str]) -> AnyView {
        let (t, key) = (self.lang.words(), self.key);
        let tick = |(pattern, number): (&Pattern, usize)| {
            let about = format!("pattern-{pattern}");
            view! {
                <label class="tick" title=pattern.about(self.lang)>
                    <input type="checkbox" name=format!("{key}.{number}.pattern") value=pattern.as_str()
                        checked=chosen.contains(&pattern.as_str()) aria-describedby=about.clone()/>
                    <span>{pattern.name(self.lang)} " " <span class="note" id=about>{pattern.about(self.lang)}</span></span>
                </label>
            }
        };
        view! {
            <input type="hidden" name=format!("{key}.rows") value="1"/>
            <details class="patterns" open=!chosen.is_empty()>
                <summary>{t.typed_patterns()}</summary>
                <p class="hint">{t.typed_patterns_hint()}</p>
                <div class="cells">{Pattern::ALL.iter().zip(1..).map(tick).collect_view()}</div>
            </details>
        }
        .into_any()
    }

    fn control(&self, column: &Column, name: &str, value: &str) -> AnyView {
        let (t, lang) = (self.lang.words(), self.lang);
        let (name, label, problems) = (format!("{}.{name}", self.key), column.label(lang), self.problems.clone());
        let value = value.to_owned();
        match column.cell {
            Cell::Choice(choices) => {
                let none = if column.name == "readers" { t.typed_readers_authors() } else { t.typed_unsaid() };
                let mut options = vec![(String::new(), none)];
                options.extend(choices.iter().map(|choice| ((*choice).to_owned(), column.shown(choice, lang))));
                // What is no choice was sent all the same, and stays until it is changed.
                if !value.is_empty() && !choices.contains(&value.as_str()) {
                    options.push((value.clone(), value.clone()));
                }
                view! { <SelectField t=t problems=problems name=name label=label value=value options=options/> }
                    .into_any()
            }
            Cell::Past => {
                view! { <TextField t=t problems=problems name=name label=label value=value hint=t.typed_past_hint()/> }
                    .into_any()
            }
            Cell::Day => {
                view! { <TextField t=t problems=problems name=name label=label value=value hint=t.typed_day_hint()/> }
                    .into_any()
            }
            Cell::Source => {
                view! { <TextField t=t problems=problems name=name label=label value=value list="source-keys"/> }
                    .into_any()
            }
            Cell::Line(most) if most > 60 => view! {
                <div class="wide"><TextField t=t problems=problems name=name label=label value=value/></div>
            }
            .into_any(),
            Cell::Line(_) | Cell::Number | Cell::UpTo(_) => {
                view! { <TextField t=t problems=problems name=name label=label value=value/> }.into_any()
            }
        }
    }
}

/// The keys that a source field offers.
pub fn source_keys(content: &Content) -> impl IntoView + use<> {
    let keys = content.sources.iter().map(|source| {
        view! { <option value=source.key.clone()>{source.title.clone()}</option> }
    });
    let keys = keys.collect_view();
    view! { <datalist id="source-keys">{keys}<option value=MY_ESTIMATE></option></datalist> }
}
