//! `/pair/interests`: whom the member would like to meet.

use leptos::prelude::*;

use crate::base::error::{Problems, Result};
use crate::members::model::MemberId;
use crate::members::visit::Visit;
use crate::pairing::interests::store::{self, Named, PAGE};
use crate::ui::fields::Fields;
use crate::ui::form::say;
use crate::ui::page::{Answer, Page};
use crate::ui::time::Day;

pub async fn list(visit: Visit) -> Answer {
    show(&visit, &visit.query(), None).await
}

/// The list, because no more can be named.
pub async fn full(visit: &Visit, problems: Problems) -> Answer {
    Ok(show(visit, &Fields::default(), Some(problems)).await?.rejected())
}

async fn show(visit: &Visit, asked: &Fields, problems: Option<Problems>) -> Result<Page> {
    let member = visit.viewer.member()?.id;
    let after = asked.get("after").parse::<MemberId>().ok();
    let mut named = store::named(&mut visit.app.db.read().await?, member, after).await?;
    let older = named.len() as i64 > PAGE;
    named.truncate(PAGE as usize);
    let last = named.last().map(|n| n.id).filter(|_| older);
    let t = visit.t();
    let problem = problems.and_then(|problems| problems.of("meet"));
    let refused = problem.map(|problem| {
        view! { <div class="summary" role="alert"><p>{say(problem, t)}" "{t.pairing_interests_full()}</p></div> }
    });
    let done = (asked.get("done") == "end").then(|| {
        view! { <p class="notice" role="status"><span><span class="ok"></span>{t.pairing_interests_ended()}</span></p> }
    });
    Ok(Page::new(t.pairing_interests_title(), || {
        let body = if named.is_empty() {
            view! { <div class="empty"><p>{t.pairing_interests_none()}</p></div> }.into_any()
        } else {
            view! { <ul class="interests">{named.iter().map(|named| line(visit, named)).collect_view()}</ul> }
                .into_any()
        };
        view! {
            <div class="title"><h1>{t.pairing_interests_title()}</h1><p class="from">{t.pairing_interests_lead()}</p></div>
            {refused}
            {done}
            {body}
            {last.map(|id| view! {
                <nav class="older" aria-label=t.list_pages()>
                    <span></span>
                    <a href=format!("/pair/interests?after={id}") rel="next">{t.pairing_interests_more()}</a>
                </nav>
            })}
        }
    }))
}

fn line(visit: &Visit, named: &Named) -> AnyView {
    let t = visit.t();
    let name = if named.departed { t.card_gone() } else { named.name.clone() };
    let who = if named.departed {
        view! { <span>{name.clone()}</span> }.into_any()
    } else {
        let demo = named.demo.then(|| view! { " "<span class="demo">{t.demo_mark()}</span> });
        view! { <a href=format!("/members/{}", named.handle)>{name.clone()}</a>{demo} }.into_any()
    };
    let mutual = named.mutual.then(|| view! { " "<b>{t.pairing_interests_mutual()}</b> });
    view! {
        <li class="row">
            <span>{who}{mutual}" "<span class="note"><Day time=named.created_at zone=visit.zone() lang=visit.lang/></span></span>
            <form method="post" action=format!("/pair/interests/{}/end", named.id)>
                <button class="button small">{t.pairing_interests_end()}<span class="vh">" "{name}</span></button>
            </form>
        </li>
    }
    .into_any()
}
