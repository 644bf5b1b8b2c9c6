//! `/members/{handle}`: who someone is and what they have written, and `.atom` beside it.
//!
//! One who has left has no page (their traces say so); while suspended, a member's own words about
//! themselves are not shown. A signed-in reader can block the member here, and end it: the page stays
//! reachable on both sides of a block, and says only to who set it that there is one.

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use leptos::prelude::*;

use crate::base::error::{Error, Result};
use crate::comments::model::CommentId;
use crate::comments::used;
use crate::members::store as members;
use crate::members::store::profile::{self, Profile};
use crate::members::visit::Visit;
use crate::pairing::hour::views::{Shown, held};
use crate::pairing::interests;
use crate::traces::model::card::{self, After, Listed};
use crate::traces::pages::hypotheses;
use crate::traces::store::{cards, hypotheses as calls};
use crate::traces::views::card::{Look, Strips};
use crate::ui::page::Page;
use crate::ui::time::Day;
use crate::web::pages::{PAGE, feeds, list};
use crate::web::query::Query;

pub async fn show(visit: Visit, Path(segment): Path<String>, query: Query) -> Result<Response> {
    let (handle, feed) = segment.strip_suffix(".atom").map_or((segment.as_str(), false), |handle| (handle, true));
    let after: Option<After> = query.one("after").filter(|_| !feed);
    let mut conn = visit.app.db.read().await?;
    let member = profile::of(&mut conn, handle, visit.viewer.id()).await?.ok_or(Error::NotFound)?;
    let limit = if feed { feeds::ENTRIES } else { PAGE };
    let listed = cards::by_member(&mut conn, &visit.viewer, member.id, after.unwrap_or_default(), limit).await?;
    let blocked = match visit.viewer.id() {
        Some(viewer) => members::has_blocked(&mut conn, viewer, member.id).await?,
        None => false,
    };
    // What stands beside the list stands on its first page alone.
    let first = !feed && after.is_none();
    let held = if first { held(&mut conn, &visit, member.id).await? } else { Shown::default() };
    let below = query.one("used").map(CommentId);
    let used = match first {
        true => used::record(&mut conn, &visit, member.id, &member.handle, below).await?,
        false => None,
    };
    let meet = if feed { None } else { interests::views::meet(&mut conn, &visit, &member).await? };
    let made = match first && !visit.viewer.keeps_apart(member.id) {
        true => calls::of_member(&mut conn, member.id).await?,
        false => Vec::new(),
    };
    drop(conn);
    let address = format!("/members/{}", member.handle);
    let mut tags = card::tags(&listed.cards);
    tags.push(format!("member:{}", member.id));
    tags.extend(held.tags);
    tags.extend(made.iter().map(|call| format!("trace:{}", call.trace_id)));
    let t = visit.t();
    if feed {
        return Ok(feeds::answer(&visit, &address, t.feed_member(&member.name), &listed.cards, tags));
    }
    let empty = listed.cards.is_empty();
    let page = Page::new(member.name.clone(), || {
        let apart = apart(&visit, &member, blocked);
        let calls = hypotheses::of_member(&visit, &made);
        view! { {view(&visit, &member, after, listed, [meet, held.view, calls, used])}{apart} }
    });
    let mut page = page.describe(t.member_description(&member.name)).public(&address, tags).feed(address + ".atom");
    page.head.og_type = Some("profile");
    // A page without a trace says nothing to a search engine, and is what spammers want listed.
    if empty || after.is_some() {
        page.head.canonical = None;
    }
    Ok(page.into_response())
}

fn view(
    visit: &Visit,
    member: &Profile,
    after: Option<After>,
    listed: Listed,
    [meet, held, calls, used]: [Option<AnyView>; 4],
) -> impl IntoView {
    let t = visit.t();
    let demo = member.demo.then(|| view! { " " <span class="demo">{t.demo_mark()}</span> });
    let bio = (!member.bio.is_empty() && !member.suspended(visit.now))
        .then(|| view! { <p class="from">{member.bio.clone()}</p> });
    let older =
        list::pages(visit, &format!("/members/{}?", member.handle), after.is_some(), listed.next, t.list_older());
    let traces = if listed.goes_on() {
        list::goes_on(visit)
    } else if listed.cards.is_empty() {
        let none = if visit.viewer.keeps_apart(member.id) { t.member_nothing() } else { t.member_none() };
        view! { <div class="empty"><p>{none}</p></div> }.into_any()
    } else {
        view! { <Strips cards=listed.cards look=Look::of(visit, 3)/> }.into_any()
    };
    view! {
        <div class="title"><h1>{member.name.clone()}{demo}</h1>{bio}</div>
        <dl class="block">
            <div><dt>{t.member_handle()}</dt><dd>{member.handle.clone()}</dd></div>
            <div><dt>{t.member_discipline()}</dt><dd>{member.discipline.name(visit.lang)}</dd></div>
            <div><dt>{t.member_since()}</dt><dd class="num"><Day time=member.created_at zone=visit.zone() lang=visit.lang/></dd></div>
        </dl>
        {meet}
        <section class="band" aria-labelledby="mt">
            <div class="head"><h2 id="mt">{t.member_traces()}</h2></div>
            {traces}
            {older}
        </section>
        {calls}
        {held}
        {used}
    }
}

/// Blocking, or the end of it; for another signed-in member only.
fn apart(visit: &Visit, member: &Profile, blocked: bool) -> Option<AnyView> {
    let t = visit.t();
    let viewer = visit.viewer.id().filter(|viewer| *viewer != member.id);
    let (title, text, go, act) = if blocked {
        (t.member_blocked(), t.member_unblock_text(), t.member_unblock_go(), "unblock")
    } else {
        (t.member_block(), t.member_block_text(), t.member_block_go(), "block")
    };
    viewer.map(|_| {
        view! {
            <details class="band" open=blocked>
                <summary class="note">{title}</summary>
                <form class="form" method="post" action=format!("/members/{}/{act}", member.handle)>
                    <p>{text}</p>
                    <p><button class="button small" class:strike=!blocked>{go}</button></p>
                </form>
            </details>
        }
        .into_any()
    })
}
