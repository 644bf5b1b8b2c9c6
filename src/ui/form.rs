//! Fields with their label, hint and message; the list of what needs another look.

use leptos::prelude::*;

use crate::base::error::{Problem, Problems, Refusal};
use crate::base::words::Words;
use crate::ui::number::grouped;

/// What is wrong, in the reader's language.
#[must_use]
pub fn say(problem: Problem, t: &Words) -> String {
    match problem {
        Problem::Required => t.problem_required(),
        Problem::TooLong(max) => t.problem_too_long(grouped(max as i64)),
        Problem::TooShort(min) => t.problem_too_short(min as i64),
        Problem::Taken => t.problem_taken(),
        Problem::NotAChoice => t.problem_not_a_choice(),
        Problem::NotAnAddress => t.problem_not_an_address(),
        Problem::NotAHandle => t.problem_not_a_handle(),
        Problem::Reserved => t.problem_reserved(),
        Problem::NotAZone => t.problem_not_a_zone(),
        Problem::CommonPassword => t.problem_common_password(),
        Problem::WrongPassword => t.problem_wrong_password(),
        Problem::MustAgree => t.problem_must_agree(),
        Problem::NotASourceKey => t.problem_not_a_source_key(),
        Problem::KeyTwice => t.problem_key_twice(),
        Problem::NotALink => t.problem_not_a_link(),
        Problem::NotADay => t.problem_not_a_day(),
        Problem::TooComplex => t.problem_too_complex(),
        Problem::Unreadable => t.problem_unreadable(),
        Problem::Gone => t.problem_gone(),
        Problem::NotATime => t.problem_not_a_time(),
        Problem::InThePast => t.problem_in_the_past(),
        Problem::TooFarAhead => t.problem_too_far_ahead(),
        Problem::InAGap => t.problem_in_a_gap(),
        Problem::InAFold => t.problem_in_a_fold(),
        Problem::NotAQuarter => t.problem_not_a_quarter(),
        Problem::Busy => t.problem_busy(),
        Problem::PartnerBusy => t.problem_partner_busy(),
        Problem::TooManyOf(max) => t.problem_too_many_of(max as i64),
        Problem::NotADate => t.problem_not_a_date(),
        Problem::NotAClockTime => t.problem_not_a_clock_time(),
        Problem::NotAfter => t.problem_not_after(),
        Problem::DaysAhead(max) => t.problem_days_ahead(max as i64),
        Problem::ThereAlready => t.problem_there_already(),
        Problem::NotHttps => t.problem_not_https(),
    }
}

/// Why a known member may not, in the reader's language.
#[must_use]
pub fn refused(why: Refusal, t: &Words) -> String {
    match why {
        Refusal::Unverified => t.refused_unverified(),
        Refusal::Suspended => t.refused_suspended(),
        Refusal::Organizers => t.refused_organizers(),
        Refusal::Authors => t.refused_authors(),
        Refusal::Blocked => t.refused_blocked(),
        Refusal::ForeignSite => t.refused_foreign_site(),
        Refusal::SignUpClosed => t.refused_sign_up_closed(),
        Refusal::BookingsFull => t.refused_bookings_full(),
        Refusal::PartnerUnable => t.refused_partner_unable(),
        Refusal::NotForYou => t.refused_not_for_you(),
        Refusal::DemoMember => t.refused_demo_member(),
    }
}

/// A field's name in forms turned into an id: `shift.gist` becomes `shift-gist`.
#[must_use]
pub fn field_id(name: &str) -> String {
    name.replace(['.', '[', ']'], "-")
}

/// How a field is described: ids for `aria-describedby`, the message, and whether it is wrong.
struct Described {
    by: Option<String>,
    error: Option<String>,
    invalid: Option<&'static str>,
}

fn describe(name: &str, hint: Option<&str>, problems: &Problems, t: &Words) -> Described {
    let id = field_id(name);
    let error = problems.of(name).map(|p| say(p, t));
    let ids = [error.is_some().then(|| format!("{id}-error")), hint.map(|_| format!("{id}-hint"))];
    let by: Vec<String> = ids.into_iter().flatten().collect();
    Described { by: (!by.is_empty()).then(|| by.join(" ")), invalid: error.is_some().then_some("true"), error }
}

/// Label, hint and message above a control.
fn field(
    id: String,
    label: String,
    hint: Option<String>,
    error: Option<String>,
    half: bool,
    control: AnyView,
) -> impl IntoView {
    let class = if half { "field half" } else { "field" };
    view! {
        <div class=class>
            <label for=id.clone()>{label}</label>
            {hint.map(|hint| view! { <p class="hint" id=format!("{id}-hint")>{hint}</p> })}
            {error.map(|error| view! { <p class="error" id=format!("{id}-error")>{error}</p> })}
            {control}
        </div>
    }
}

/// A one-line field. `kind`: the input's type.
#[component]
pub fn TextField(
    t: &'static Words,
    problems: Problems,
    #[prop(into)] name: String,
    #[prop(into)] label: String,
    #[prop(optional, into)] hint: Option<String>,
    #[prop(optional, into)] value: String,
    #[prop(default = "text")] kind: &'static str,
    #[prop(optional)] autocomplete: Option<&'static str>,
    #[prop(optional)] required: bool,
    #[prop(optional)] maxlength: Option<usize>,
    #[prop(optional)] minlength: Option<usize>,
    #[prop(optional)] list: Option<&'static str>,
    #[prop(optional)] half: bool,
) -> impl IntoView {
    let Described { by, error, invalid } = describe(&name, hint.as_deref(), &problems, t);
    let id = field_id(&name);
    let control = view! {
        <input id=id.clone() name=name type=kind value=value autocomplete=autocomplete required=required
            maxlength=maxlength minlength=minlength list=list aria-describedby=by aria-invalid=invalid/>
    };
    field(id, label, hint, error, half, control.into_any())
}

/// A field for long text.
#[component]
pub fn TextArea(
    t: &'static Words,
    problems: Problems,
    #[prop(into)] name: String,
    #[prop(into)] label: String,
    #[prop(optional, into)] hint: Option<String>,
    #[prop(optional, into)] value: String,
    #[prop(optional)] required: bool,
    #[prop(optional)] class: Option<&'static str>,
    #[prop(optional)] lang: Option<&'static str>,
) -> impl IntoView {
    let Described { by, error, invalid } = describe(&name, hint.as_deref(), &problems, t);
    let id = field_id(&name);
    // A leading line break right after the tag is dropped by HTML, so one is added to keep the writer's.
    let text = format!("\n{value}");
    let control = view! {
        <textarea id=id.clone() name=name class=class lang=lang required=required aria-describedby=by aria-invalid=invalid inner_html=escape(&text)></textarea>
    };
    field(id, label, hint, error, false, control.into_any())
}

/// Text for a textarea's content.
#[must_use]
pub fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// A choice of one.
#[component]
pub fn SelectField(
    t: &'static Words,
    problems: Problems,
    #[prop(into)] name: String,
    #[prop(into)] label: String,
    #[prop(optional, into)] hint: Option<String>,
    #[prop(into)] value: String,
    /// Value and what is shown.
    options: Vec<(String, String)>,
    #[prop(optional)] half: bool,
) -> impl IntoView {
    let Described { by, error, invalid } = describe(&name, hint.as_deref(), &problems, t);
    let id = field_id(&name);
    let one = |(key, shown): (String, String)| {
        let selected = key == value;
        view! { <option value=key selected=selected>{shown}</option> }
    };
    let control = view! {
        <select id=id.clone() name=name aria-describedby=by aria-invalid=invalid>{options.into_iter().map(one).collect_view()}</select>
    };
    field(id, label, hint, error, half, control.into_any())
}

/// One switch with its own label (a view: it may hold a link).
#[component]
pub fn Tick(
    t: &'static Words,
    problems: Problems,
    #[prop(into)] name: String,
    #[prop(into)] value: String,
    #[prop(optional)] checked: bool,
    #[prop(optional)] required: bool,
    children: Children,
) -> impl IntoView {
    let Described { by, error, invalid } = describe(&name, None, &problems, t);
    let id = field_id(&name);
    view! {
        <div class="field">
            <label class="tick">
                <input type="checkbox" id=id.clone() name=name value=value checked=checked required=required
                    aria-describedby=by aria-invalid=invalid/>
                <span>{children()}</span>
            </label>
            {error.map(|error| view! { <p class="error" id=format!("{id}-error")>{error}</p> })}
        </div>
    }
}

/// What needs another look, with links to the fields. `label` names a field. Nothing when all is well.
#[component]
pub fn ErrorSummary<F>(t: &'static Words, problems: Problems, label: F) -> impl IntoView
where
    F: Fn(&str) -> String + Send + 'static,
{
    let count = problems.iter().count() as i64;
    (count > 0).then(|| {
        let one = |(name, problem): (&str, Problem)| {
            let text = t.problem_of_field(label(name), say(problem, t));
            view! { <li><a href=format!("#{}", field_id(name))>{text}</a></li> }
        };
        view! {
            <div class="summary" role="alert" tabindex="-1" id="errors">
                <h2>{t.problems_title(count)}</h2>
                <p>{t.problems_kept()}</p>
                <ul>{problems.iter().map(one).collect_view()}</ul>
            </div>
        }
    })
}
