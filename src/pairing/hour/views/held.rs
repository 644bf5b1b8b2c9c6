//! The held sessions of a member, on their page: with whom, on what, when; and public thanks.

use leptos::prelude::*;

use crate::base::db::Conn;
use crate::base::error::Result;
use crate::members::model::MemberId;
use crate::members::visit::Visit;
use crate::pairing::hour::store::held::{self as store, Held};
use crate::pairing::sessions::views::subject;
use crate::ui::time::Day;

/// The fragment, and the tags of whom it names, for the page's cache.
#[derive(Default)]
pub struct Shown {
    pub view: Option<AnyView>,
    pub tags: Vec<String>,
}

/// The twenty newest held sessions of `member` that are not hidden; nothing when there are none.
///
/// # Errors
/// When the database does not answer.
pub async fn held(conn: &mut Conn, visit: &Visit, member: MemberId) -> Result<Shown> {
    let held = store::of_member(conn, member, visit.now).await?;
    if held.is_empty() {
        return Ok(Shown::default());
    }
    let tags = held.iter().map(|one| format!("member:{}", one.partner_id)).collect();
    let lines = held.iter().map(|one| line(visit, one)).collect_view();
    let view = view! {
        <section class="band" id="held" aria-labelledby="held-h">
            <div class="head slim"><h2 id="held-h">{visit.t().pairing_hour_held()}</h2></div>
            <ul class="sessions">{lines}</ul>
        </section>
    };
    Ok(Shown { view: Some(view.into_any()), tags })
}

fn line(visit: &Visit, one: &Held) -> AnyView {
    let t = visit.t();
    let who = if one.departed {
        view! { <span>{t.pairing_hour_departed()}</span> }.into_any()
    } else if one.unnamed {
        view! { <span>{t.pairing_hour_unnamed()}</span> }.into_any()
    } else {
        let demo = one.demo.then(|| view! { " "<span class="demo">{t.demo_mark()}</span> });
        view! { <a href=format!("/members/{}", one.handle)>{t.pairing_hour_with(one.partner.clone())}</a>{demo} }
            .into_any()
    };
    let subject = subject(visit, &one.name_ja, &one.name_en, &one.topic);
    let thanks = (!one.thanks.is_empty()).then(|| view! { <blockquote><p>{one.thanks.clone()}</p></blockquote> });
    view! {
        <li>
            {who}" "<span>{subject}</span>" "
            <span class="note num"><Day time=one.slot.starts_at() zone=visit.zone() lang=visit.lang/></span>
            {thanks}
        </li>
    }
    .into_any()
}
