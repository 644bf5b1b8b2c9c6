//! `/traces/{id}/authors`: who writes a trace, and who else reads its draft. Authors only.

use leptos::prelude::*;

use crate::base::error::{Problems, Result};
use crate::members::visit::Visit;
use crate::traces::model::authors::MOST_LINKS;
use crate::traces::model::{TraceId, address};
use crate::traces::store::authors::{self, Invited, Named, Written};
use crate::traces::store::sharing::{self, Link, Reviewer};
use crate::traces::views::person::Person;
use crate::ui::form::{TextField, say};
use crate::ui::page::{Answer, Page};
use crate::ui::time::Day;

/// What came of trying.
#[derive(Debug, Clone, Default)]
pub struct Tried {
    pub problems: Problems,
    pub handle: String,
    pub reviewer: String,
    /// A secret address that was just made: shown this once.
    pub token: Option<String>,
    /// The only author tried to leave.
    pub alone: bool,
    /// A word above all.
    pub notice: Option<String>,
}

struct Shown {
    id: TraceId,
    trace: Written,
    named: Vec<Named>,
    invited: Vec<Invited>,
    links: Vec<Link>,
    reviewers: Vec<Reviewer>,
}

/// # Errors
/// [`crate::base::error::Error::NotFound`] for anyone but the authors.
pub async fn page(visit: &Visit, id: TraceId, tried: Tried) -> Answer {
    let shown = load(visit, id).await?;
    let t = visit.t();
    let title = format!("{} · {}", t.authors_title(), shown.trace.title);
    let page = Page::new(title, || view(visit, &shown, &tried)).sheet("history");
    Ok(if tried.token.is_some() { page.secret() } else { page })
}

async fn load(visit: &Visit, id: TraceId) -> Result<Shown> {
    let me = visit.viewer.member()?.id;
    let mut conn = visit.app.db.read().await?;
    Ok(Shown {
        id,
        trace: authors::written_by(&mut conn, id, me).await?,
        named: authors::named(&mut conn, id).await?,
        invited: authors::invited(&mut conn, id).await?,
        links: sharing::links(&mut conn, id, MOST_LINKS as i64).await?,
        reviewers: sharing::reviewers(&mut conn, id).await?,
    })
}

fn view(visit: &Visit, shown: &Shown, tried: &Tried) -> impl IntoView + use<> {
    let t = visit.t();
    let Shown { id, trace, .. } = shown;
    let foreign = trace.language.foreign(visit.lang);
    let published = trace.published.map(|_| {
        view! { <a href=address::path(*id, &trace.slug)>{t.reading_read_published()}</a> }
    });
    view! {
        <div class="title">
            <p class="meta">
                <a href=format!("/traces/{id}/edit") lang=foreign>{trace.title.clone()}</a>
                <a href=format!("/traces/{id}/draft")>{t.authors_see_draft()}</a>
                {published}
            </p>
            <h1>{t.authors_title()}</h1>
        </div>
        {tried.notice.clone().map(|notice| view! { <p class="pencil" role="alert">{notice}</p> })}
        {who(visit, shown, tried).into_any()}
        {links(visit, shown, tried).into_any()}
        {reviewers(visit, shown, tried).into_any()}
    }
}

/// The authors in order, those asked, and the way out.
fn who(visit: &Visit, shown: &Shown, tried: &Tried) -> impl IntoView + use<> {
    let (t, id) = (visit.t(), shown.id);
    let rows = shown.named.iter().enumerate().map(|(at, one)| author(visit, id, one, at > 0)).collect_view();
    let invited = shown.invited.iter().map(|one| {
        view! {
            <li>
                <p><a href=format!("/members/{}", one.handle)>{one.name.clone()}</a> " " <span class="note">{t.authors_asked()} " " <Day time=one.created_at zone=visit.zone() lang=visit.lang/></span></p>
                <form method="post" action=format!("/traces/{id}/authors/take-back")>
                    <input type="hidden" name="invitation" value=one.id.to_string()/>
                    <button class="button small">{t.authors_take_back()} <span class="vh">" " {one.name.clone()}</span></button>
                </form>
            </li>
        }
    });
    let alone = tried.alone.then(|| view! { <p class="pencil" role="alert">{t.authors_alone()}</p> });
    let others = shown.named.iter().filter(|one| one.writes()).count() > 1;
    let leave = others.then(|| {
        view! {
            <details class="tools">
                <summary>{t.authors_leave()}</summary>
                <form class="form" method="post" action=format!("/traces/{id}/authors/leave")>
                    <p>{t.authors_leave_help()}</p>
                    <p><button class="button strike">{t.authors_leave_go()}</button></p>
                </form>
            </details>
        }
    });
    view! {
        <section class="band" aria-labelledby="who">
            <div class="head"><h2 id="who">{t.authors_who()}</h2><p class="note">{t.authors_order()}</p></div>
            <ol class="people">{rows}{invited.collect_view()}</ol>
            <form class="form" method="post" action=format!("/traces/{id}/authors/invite")>
                <TextField t=t problems=tried.problems.clone() name="handle" label=t.authors_invite() hint=t.authors_invite_hint()
                    value=tried.handle.clone() required=true/>
                <p><button class="button go">{t.authors_invite_go()}</button></p>
            </form>
            {alone}
            {leave}
        </section>
    }
}

fn author(visit: &Visit, id: TraceId, one: &Named, can_rise: bool) -> impl IntoView + use<> {
    let t = visit.t();
    let left = (one.left_at.is_some() && one.deleted_at.is_none())
        .then(|| view! { " " <span class="note">{t.authors_left()}</span> });
    let rise = can_rise.then(|| {
        view! {
            <form method="post" action=format!("/traces/{id}/authors/move")>
                <input type="hidden" name="author" value=one.member_id.to_string()/>
                <button class="button small">{t.authors_up()} <span class="vh">" " {one.name.clone()}</span></button>
            </form>
        }
    });
    view! {
        <li>
            <p><Person handle=one.handle.clone() name=one.name.clone() demo=one.demo gone=one.deleted_at.is_some() lang=visit.lang/> {left}</p>
            {rise}
        </li>
    }
}

/// Secret addresses: made, shown once, revoked.
fn links(visit: &Visit, shown: &Shown, tried: &Tried) -> impl IntoView + use<> {
    let (t, id) = (visit.t(), shown.id);
    let fresh = tried.token.as_ref().map(|token| {
        let address = visit.app.config.link(&format!("/drafts/{token}"));
        view! {
            <div class="form" role="status">
                <p><b>{t.authors_link_fresh()}</b></p>
                <div class="field">
                    <label for="address">{t.authors_link_address()}</label>
                    <input id="address" type="text" readonly value=address/>
                </div>
            </div>
        }
    });
    let rows = shown.links.iter().map(|link| {
        view! {
            <li>
                <p>{t.authors_link_made(&link.name)} " " <span class="note"><Day time=link.created_at zone=visit.zone() lang=visit.lang/></span></p>
                <form method="post" action=format!("/traces/{id}/authors/links/end")>
                    <input type="hidden" name="link" value=link.id.to_string()/>
                    <button class="button small">{t.authors_link_end()}</button>
                </form>
            </li>
        }
    });
    let problem =
        tried.problems.of("link").map(|problem| view! { <p class="error" role="alert">{say(problem, t)}</p> });
    view! {
        <section class="band" aria-labelledby="links">
            <div class="head"><h2 id="links">{t.authors_links()}</h2></div>
            <p class="from">{t.authors_links_lead()}</p>
            {fresh}
            <ul class="people">{rows.collect_view()}</ul>
            {problem}
            <form method="post" action=format!("/traces/{id}/authors/links")><p><button class="button">{t.authors_link_make()}</button></p></form>
        </section>
    }
}

/// Members who may read the draft and remark on it.
fn reviewers(visit: &Visit, shown: &Shown, tried: &Tried) -> impl IntoView + use<> {
    let (t, id) = (visit.t(), shown.id);
    let rows = shown.reviewers.iter().map(|one| {
        view! {
            <li>
                <p><Person handle=one.handle.clone() name=one.name.clone() demo=one.demo gone=false lang=visit.lang/></p>
                <form method="post" action=format!("/traces/{id}/authors/reviewers/end")>
                    <input type="hidden" name="member" value=one.member_id.to_string()/>
                    <button class="button small">{t.authors_reviewer_end()} <span class="vh">" " {one.name.clone()}</span></button>
                </form>
            </li>
        }
    });
    view! {
        <section class="band" aria-labelledby="reviewers">
            <div class="head"><h2 id="reviewers">{t.authors_reviewers()}</h2></div>
            <p class="from">{t.authors_reviewers_lead()}</p>
            <ul class="people">{rows.collect_view()}</ul>
            <form class="form" method="post" action=format!("/traces/{id}/authors/reviewers")>
                <TextField t=t problems=tried.problems.clone() name="reviewer" label=t.authors_reviewer() hint=t.authors_invite_hint()
                    value=tried.reviewer.clone() required=true/>
                <p><button class="button">{t.authors_reviewer_go()}</button></p>
            </form>
        </section>
    }
}
