//! `/pair/times`: the week as a grid of hours, what it comes to, and days that differ. Only the
//! member sees it.

mod ahead;
mod exceptions;
mod week;

use leptos::prelude::*;

use super::{Week, store};
use crate::base::error::Problems;
use crate::base::words::Words;
use crate::members::visit::Visit;
use crate::ui::fields::Fields;
use crate::ui::form::ErrorSummary;
use crate::ui::page::{Answer, Page};

crate::text_enum! {
    /// The forms of the page.
    Form { Week = "week", Exception = "exception", Removed = "removed" }
}

impl Form {
    /// The id of the section to go to when it is done.
    #[must_use]
    pub const fn place(self) -> &'static str {
        match self {
            Form::Week => "ahead",
            Form::Exception | Form::Removed => "exceptions",
        }
    }
}

/// A form that came back: which one, what was typed, what is wrong with it.
pub type Returned = (Form, Fields, Problems);

/// All that the page shows.
struct Sheet<'a> {
    visit: &'a Visit,
    /// As kept; empty, in the member's zone, before anything was marked.
    week: Week,
    returned: Option<Returned>,
    done: Option<Form>,
}

impl Sheet<'_> {
    fn typed(&self, form: Form) -> Option<&Fields> {
        self.returned.as_ref().filter(|(returned, _, _)| *returned == form).map(|(_, fields, _)| fields)
    }

    fn problems(&self, form: Form) -> Problems {
        let returned = self.returned.as_ref().filter(|(returned, _, _)| *returned == form);
        returned.map(|(_, _, problems)| problems.clone()).unwrap_or_default()
    }

    /// That it was done, in the section that shows it.
    fn done(&self, form: Form) -> Option<AnyView> {
        let t = self.visit.t();
        let said = match self.done.filter(|done| *done == form)? {
            Form::Week => t.pairing_times_done_week(),
            Form::Exception => t.pairing_times_done_exception(),
            Form::Removed => t.pairing_times_done_removed(),
        };
        Some(view! { <p class="notice" role="status"><span><span class="ok"></span>{said}</span></p> }.into_any())
    }
}

/// The page.
///
/// # Errors
/// [`crate::base::error::Error::SignIn`].
pub async fn show(visit: &Visit, returned: Option<Returned>) -> Answer {
    let member = visit.viewer.member()?;
    let week = store::week(&mut visit.app.db.read().await?, member.id).await?;
    let week = week.unwrap_or_else(|| Week { zone: member.zone.clone(), rules: Vec::new(), exceptions: Vec::new() });
    let query = visit.here.split_once('?').map_or("", |(_, query)| query);
    let done = Fields::parse(query.as_bytes()).get("done").parse().ok().filter(|_| returned.is_none());
    let sheet = Sheet { visit, week, returned, done };
    let t = visit.t();
    Ok(Page::new(t.pairing_times_title(), || {
        view! {
            <div class="title"><h1>{t.pairing_times_title()}</h1><p class="from">{t.pairing_times_lead()}</p></div>
            {problems(&sheet)}
            {ahead::section(&sheet)}
            {week::section(&sheet)}
            {exceptions::section(&sheet)}
        }
    })
    .long_form())
}

fn problems(sheet: &Sheet<'_>) -> Option<AnyView> {
    let t = sheet.visit.t();
    let (_, _, problems) = sheet.returned.as_ref()?;
    Some(view! { <ErrorSummary t=t problems=problems.clone() label=move |field: &str| label(t, field)/> }.into_any())
}

fn label(t: &Words, field: &str) -> String {
    match field {
        "day" => t.pairing_times_day(),
        "from" => t.pairing_times_from(),
        "until" => t.pairing_times_until(),
        "what" => t.pairing_times_what(),
        _ => t.pairing_times_zone(),
    }
}
