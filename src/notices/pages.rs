//! `/inbox`.

use leptos::prelude::*;

use crate::members::visit::Visit;
use crate::notices::model::NoticeId;
use crate::notices::store::{self, Notice, PAGE};
use crate::notices::views::line;
use crate::ui::page::{Answer, Page};

/// The member's notices, grouped by trace, pairing as one group.
pub async fn inbox(visit: Visit) -> Answer {
    let member = visit.viewer.member()?.clone();
    let after = visit.query().get("after").parse::<NoticeId>().ok();
    let mut notices = store::inbox(&mut visit.app.db.read().await?, member.id, after).await?;
    let older = notices.len() as i64 > PAGE;
    notices.truncate(PAGE as usize);
    let last = notices.last().map(|n| n.id).filter(|_| older);
    let groups = grouped(notices);
    let t = visit.t();
    Ok(Page::new(t.notices_inbox(), || {
        let read_all = (member.unread > 0).then(|| {
            view! { <form method="post" action="/inbox/read"><button class="button small">{t.notices_read_all()}</button></form> }
        });
        let body = if groups.is_empty() {
            view! { <div class="empty"><p>{t.notices_empty()}</p></div> }.into_any()
        } else {
            let sections = groups.into_iter().map(|group| section(&visit, group));
            view! { <div class="inbox">{sections.collect_view()}</div> }.into_any()
        };
        view! {
            <div class="title"><div class="row apart"><h1>{t.notices_inbox()}</h1>{read_all}</div></div>
            {body}
            {last.map(|id| view! {
                <nav class="older" aria-label=t.notices_pages()>
                    <span></span>
                    <a href=format!("/inbox?after={id}") rel="next">{t.notices_older()}</a>
                </nav>
            })}
        }
    }))
}

/// The notices of one trace, under its title; those about pairing together.
fn section(visit: &Visit, group: Vec<Notice>) -> Option<AnyView> {
    let first = group.first()?;
    let id = format!("about-{}", first.trace_id.map_or_else(|| "pairing".into(), |trace| trace.to_string()));
    let foreign = (!first.language.is_empty() && first.language != visit.lang.as_str()).then(|| first.language.clone());
    let title = first.title.clone();
    let heading = match first.trace_id {
        None => view! { <a href="/pair">{visit.t().notices_pairing()}</a> }.into_any(),
        Some(_) if group.iter().all(|n| n.gone) => view! { <span lang=foreign>{title}</span> }.into_any(),
        Some(trace) => view! { <a href=format!("/traces/{trace}") lang=foreign>{title}</a> }.into_any(),
    };
    Some(
        view! {
            <section aria-labelledby=id.clone()>
                <h2 id=id.clone()>{heading}</h2>
                <ul>{group.into_iter().map(|notice| line(visit, notice)).collect_view()}</ul>
            </section>
        }
        .into_any(),
    )
}

/// One group a trace, in the order of each one's newest notice.
fn grouped(notices: Vec<Notice>) -> Vec<Vec<Notice>> {
    let mut groups: Vec<Vec<Notice>> = Vec::new();
    for notice in notices {
        match groups.iter_mut().find(|g| g.first().is_some_and(|n| n.trace_id == notice.trace_id)) {
            Some(group) => group.push(notice),
            None => groups.push(vec![notice]),
        }
    }
    groups
}
