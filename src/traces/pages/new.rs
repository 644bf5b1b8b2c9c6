//! `/traces/new`: a company and one line. Open signed out.

use leptos::prelude::*;

use crate::base::db::Conn;
use crate::base::error::{Problem, Problems, Result};
use crate::base::text;
use crate::base::words::{Lang, Words};
use crate::companies::model::NAME_MAX;
use crate::companies::{industry, store};
use crate::members::model::Viewer;
use crate::members::visit::Visit;
use crate::traces::model::part::{GIST_MAX, PILLARS, PartKey};
use crate::traces::model::sketch::{FillIn, Sketch};
use crate::traces::views::map::Mark;
use crate::ui::fields::Fields;
use crate::ui::form::{ErrorSummary, SelectField, TextField, say};
use crate::ui::page::Page;

/// Names suggested while typing, at most.
const SUGGESTED: i64 = 300;

/// The form as typed.
#[derive(Debug, Clone)]
pub struct Typed {
    pub company: String,
    pub industry: String,
    pub language: Lang,
    pub line: FillIn,
    /// Gists sent whole, by their fields; they win over the line.
    gists: [String; 4],
    /// The company is not in the directory: ask for its industry.
    pub unknown: bool,
}

impl Typed {
    /// Reads the form, or the query that fills it in.
    #[must_use]
    pub fn read(fields: &Fields, lang: Lang, problems: &mut Problems) -> Self {
        let mut hole = |name: &str| fields.line(name, GIST_MAX, problems);
        let line = FillIn {
            who: hole("who"),
            task: hole("task"),
            from: hole("from"),
            to: hole("to"),
            value: hole("value"),
            model: hole("model"),
        };
        let gists = PILLARS.map(|key| fields.line(&format!("{key}.gist"), GIST_MAX, problems));
        Self {
            company: fields.line("company", NAME_MAX, problems),
            industry: fields.get("industry").to_owned(),
            language: fields.get("language").parse().unwrap_or(lang),
            line,
            gists,
            unknown: fields.has("industry"),
        }
    }

    /// The sketch, or what does not fit.
    pub fn sketch(&self, problems: &mut Problems) -> Sketch {
        if self.company.is_empty() {
            problems.add("company", Problem::Required);
        }
        let mut gists = self.line.gists(self.language);
        for ((gist, whole), field) in gists.iter_mut().zip(&self.gists).zip(["from", "who", "value", "model"]) {
            if !whole.is_empty() {
                gist.clone_from(whole);
            }
            if !text::within(gist, GIST_MAX) {
                problems.add(field, Problem::TooLong(GIST_MAX));
            }
        }
        Sketch { company: self.company.clone(), industry: self.industry.clone(), language: self.language, gists }
    }

    fn hole(&self, name: &str) -> String {
        let line = &self.line;
        match name {
            "who" => &line.who,
            "task" => &line.task,
            "from" => &line.from,
            "to" => &line.to,
            "value" => &line.value,
            _ => &line.model,
        }
        .clone()
    }
}

/// The page with what was typed.
///
/// # Errors
/// When the database does not answer.
pub async fn show(conn: &mut Conn, visit: &Visit, typed: Typed, problems: Problems) -> Result<Page> {
    let names = store::names_from(conn, "", SUGGESTED).await?;
    let t = visit.t();
    let lang = visit.lang;
    let guest = matches!(visit.viewer, Viewer::Guest);
    Ok(Page::new(t.write_new_title(), || {
        view! {
            <div class="title"><h1>{t.write_new_title()}</h1><p class="from">{t.write_new_lead()}</p></div>
            <ErrorSummary t=t problems=problems.clone() label=move |name| label(t, name)/>
            <form id="sketch" method="post" action="/traces/new">
                {company(t, lang, &typed, &problems, names).into_any()}
                {line(t, lang, &typed, &problems).into_any()}
                <div class="form band">
                    {language(t, typed.language).into_any()}
                    <p class="row">
                        <button class="button go">{t.write_go()}</button>
                        <span class="note">{if guest { t.write_go_guest() } else { t.write_go_member() }}</span>
                    </p>
                </div>
            </form>
        }
    })
    .long_form())
}

fn label(t: &Words, name: &str) -> String {
    match name {
        "company" => t.write_company(),
        "industry" => t.write_industry(),
        "who" => t.fill_who_label(),
        "task" => t.fill_task_label(),
        "from" => t.fill_from_label(),
        "to" => t.fill_to_label(),
        "value" => t.fill_value_label(),
        _ => t.fill_model_label(),
    }
}

fn company(
    t: &'static Words,
    lang: Lang,
    typed: &Typed,
    problems: &Problems,
    names: Vec<(String, String)>,
) -> impl IntoView {
    let mut known: Vec<String> =
        names.into_iter().flat_map(|(ja, en)| [ja, en]).filter(|name| !name.is_empty()).collect();
    known.dedup();
    known.truncate(SUGGESTED as usize);
    let industries = std::iter::once((String::new(), t.write_industry_choose()))
        .chain(industry::ALL.iter().map(|industry| (industry.key.to_owned(), industry.name(lang))));
    view! {
        <section aria-labelledby="pick">
            <div class="head slim"><h2 id="pick">{t.write_new_company_step()}</h2></div>
            <div class="form">
                <TextField t=t problems=problems.clone() name="company" label=t.write_company() hint=t.write_company_hint()
                    value=typed.company.clone() list="companies" autocomplete="off" required=true/>
                <datalist id="companies">{known.into_iter().map(|name| view! { <option value=name></option> }).collect_view()}</datalist>
                {typed.unknown.then(|| view! {
                    <p class="note">{t.write_company_unknown()}</p>
                    <SelectField t=t problems=problems.clone() name="industry" label=t.write_industry()
                        value=typed.industry.clone() options=industries.collect()/>
                })}
            </div>
        </section>
    }
}

/// The seven places of the line in the order of the page's language; the company's is its name.
const EN: [&str; 7] = ["who", "task", "from", "to", "value", "company", "model"];
const JA: [&str; 7] = ["from", "to", "who", "task", "value", "company", "model"];

fn line(t: &'static Words, lang: Lang, typed: &Typed, problems: &Problems) -> impl IntoView {
    let joints = [t.fill_s1(), t.fill_s2(), t.fill_s3(), t.fill_s4(), t.fill_s5(), t.fill_s6(), t.fill_s7()];
    let order = if lang == Lang::Ja { JA } else { EN };
    let places = joints.into_iter().zip(order).map(|(joint, name)| {
        let place = if name == "company" {
            let name = if typed.company.is_empty() { t.fill_company_label() } else { typed.company.clone() };
            view! { <b>{name}</b> }.into_any()
        } else {
            hole(t, name, typed.hole(name), problems).into_any()
        };
        view! { {joint} {place} }
    });
    view! {
        <section class="band" aria-labelledby="line">
            <div class="head slim"><h2 id="line">{t.write_new_line_step()}</h2><p class="note">{t.write_new_line_hint()}</p></div>
            <div class="fill">{places.collect_view()} {t.fill_s8()}</div>
        </section>
    }
}

fn hole(t: &'static Words, name: &'static str, value: String, problems: &Problems) -> impl IntoView {
    let (key, label, placeholder) = match name {
        "who" => (PartKey::Task, t.fill_who_label(), t.fill_who_placeholder()),
        "task" => (PartKey::Task, t.fill_task_label(), t.fill_task_placeholder()),
        "from" => (PartKey::Shift, t.fill_from_label(), t.fill_from_placeholder()),
        "to" => (PartKey::Shift, t.fill_to_label(), t.fill_to_placeholder()),
        "value" => (PartKey::Value, t.fill_value_label(), t.fill_value_placeholder()),
        _ => (PartKey::Model, t.fill_model_label(), t.fill_model_placeholder()),
    };
    let problem = problems.of(name);
    let (invalid, by) = (problem.map(|_| "true"), problem.map(|_| format!("{name}-error")));
    let message = problem.map(|problem| view! { " "<span class="error" id=by.clone()>{say(problem, t)}</span> });
    view! {
        <label class=key.as_str()>
            <Mark key=key/> " " <span class="vh">{label}</span>
            <input id=name name=name value=value placeholder=placeholder autocomplete="off" aria-invalid=invalid
                aria-describedby=by/>
        </label>
        {message}
    }
}

fn language(t: &'static Words, chosen: Lang) -> impl IntoView {
    let one = |lang: &Lang| {
        view! {
            <label class="tick">
                <input type="radio" name="language" value=lang.as_str() checked={*lang == chosen}/> " "
                <span lang=lang.as_str()>{lang.name()}</span>
            </label>
        }
    };
    view! {
        <fieldset class="field">
            <legend>{t.write_language()}</legend>
            <div class="ticks">{Lang::ALL.iter().map(one).collect_view()}</div>
        </fieldset>
    }
}
