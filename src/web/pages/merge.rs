//! Merging a company into the one whose double it is: an organizer's form on the company's page.

use axum::extract::Path;
use axum::response::{IntoResponse, Redirect, Response};
use leptos::prelude::*;

use crate::base::error::{Error, Problem, Problems, Result};
use crate::base::limits::Budget;
use crate::base::text;
use crate::companies::model::{Company, NAME_MAX};
use crate::companies::{actions, store};
use crate::members::visit::Visit;
use crate::traces::views::card::encoded;
use crate::ui::fields::Fields;
use crate::ui::form::{ErrorSummary, TextField};
use crate::ui::page::Page;

/// The form, closed; nothing for others than organizers.
pub fn desk(visit: &Visit, company: &Company) -> Option<AnyView> {
    visit.viewer.can_organize(visit.now).ok()?;
    Some(
        view! {
            <details class="tools">
                <summary>{visit.t().company_merge()}</summary>
                {form(visit, company, "", &Problems::default())}
            </details>
        }
        .into_any(),
    )
}

fn form(visit: &Visit, company: &Company, into: &str, problems: &Problems) -> AnyView {
    let t = visit.t();
    view! {
        <form class="form" method="post" action=format!("/companies/{}/merge", encoded(&company.slug))>
            <TextField t=t problems=problems.clone() name="into" label=t.company_merge_into() hint=t.company_merge_hint()
                value=into.to_owned() autocomplete="off" required=true maxlength=NAME_MAX/>
            <p class="row"><button class="button strike">{t.company_merge_do()}</button></p>
        </form>
    }
    .into_any()
}

/// `POST /companies/{slug}/merge`, field `into`: the other's name in any spelling.
pub async fn post(visit: Visit, Path(slug): Path<String>, fields: Fields) -> Result<Response> {
    visit.viewer.can_organize(visit.now)?;
    visit.limit_member(Budget::Post)?;
    let mut conn = visit.app.db.read().await?;
    let company = store::by_slug(&mut conn, &slug).await?.ok_or(Error::NotFound)?;
    let into = store::by_name_key(&mut conn, &text::key(fields.get("into"))).await?;
    drop(conn);
    let typed = fields.get("into");
    let Some(into) = into else {
        let mut problems = Problems::default();
        problems.add("into", Problem::NotAChoice);
        return Ok(again(&visit, &company, typed, &problems));
    };
    match actions::merge(&visit.app, company.id, into.id, visit.now).await {
        Ok(()) => Ok(Redirect::to(&format!("/companies/{}", encoded(&into.slug))).into_response()),
        Err(Error::Invalid(problems)) => Ok(again(&visit, &company, typed, &problems)),
        Err(error) => Err(error),
    }
}

/// The form as it was sent, with what is wrong beside the field.
fn again(visit: &Visit, company: &Company, into: &str, problems: &Problems) -> Response {
    let t = visit.t();
    let page = Page::new(t.company_merge(), || {
        let name = company.name(visit.lang).to_owned();
        view! {
            <div class="title">
                <h1>{t.company_merge()}</h1>
                <p class="from"><a href=format!("/companies/{}", encoded(&company.slug)) lang=company.foreign(visit.lang)>{name}</a></p>
            </div>
            <ErrorSummary t=t problems=problems.clone() label=move |_: &str| t.company_merge_into()/>
            {form(visit, company, into, problems)}
        }
    });
    page.rejected().into_response()
}
