//! The talk at the end of a trace's page, and the remarks in its margin. The page that places them
//! says where it stands ([`Place`]) and carries [`Thread::tags`].

use std::collections::BTreeMap;

use leptos::prelude::*;

use crate::base::error::{Error, Problems};
use crate::base::markdown;
use crate::base::words::Lang;
use crate::comments::model::{CommentId, Kind};
use crate::comments::store::Row;
use crate::comments::thread::{Node, Stub, Thread};
use crate::members::visit::Visit;
use crate::traces::model::TraceId;
use crate::traces::model::part::PartKey;
use crate::traces::views::map::Mark;
use crate::ui::form::{SelectField, TextArea, refused, say};
use crate::ui::number::grouped;
use crate::ui::render::html;
use crate::ui::time::Day;

/// Remarks beside one part; the rest are in the talk.
const IN_MARGIN: usize = 2;
/// Characters of a remark.
const REMARK: usize = 120;

/// The page on which the talk stands.
#[derive(Debug, Clone)]
pub struct Place {
    pub trace: TraceId,
    /// The trace's canonical path.
    pub path: String,
    /// The revision shown.
    pub revision: i64,
    /// The parts that can be talked about, in page order.
    pub parts: Vec<PartKey>,
    /// Which page of the talk this is.
    pub after: Option<CommentId>,
}

/// What has been typed into the form.
#[derive(Debug, Clone, Default)]
pub struct Typed {
    pub part: String,
    pub parent: String,
    pub kind: String,
    pub body: String,
}

/// The section "Talk": count, threads, the form or an invitation.
#[must_use]
pub fn talk(visit: &Visit, place: &Place, thread: &Thread) -> String {
    let t = visit.t();
    html(|| {
        let count = match thread.on_parts {
            0 => t.comments_count(thread.total, grouped(thread.total)),
            parts => t.comments_count_parts(thread.total, grouped(parts), grouped(thread.total)),
        };
        let roots = thread.roots.iter().map(|node| comment(visit, place, node)).collect_view();
        let list = (!thread.roots.is_empty()).then(|| view! { <ol class="talk">{roots}</ol> });
        view! {
            <section class="band" id="talk" aria-labelledby="talk-name">
                <div class="head">
                    <h2 id="talk-name">{t.comments_talk()}</h2>
                    <p class="note">{count}</p>
                </div>
                {paging(visit, place, thread)}
                <div class="beside">{list}<div>{entrance(visit, place)}</div></div>
            </section>
        }
    })
}

/// The newest remarks on each part, shortened, each with the way to its thread.
#[must_use]
pub fn margin(visit: &Visit, thread: &Thread) -> BTreeMap<PartKey, String> {
    let mut beside: BTreeMap<PartKey, Vec<&Node>> = BTreeMap::new();
    for node in thread.roots.iter().rev().filter(|n| n.stub().is_none()) {
        let Ok(key) = node.row.part_key.parse::<PartKey>() else { continue };
        let remarks = beside.entry(key).or_default();
        if remarks.len() < IN_MARGIN {
            remarks.push(node);
        }
    }
    let one = |node: &&Node| remark(visit, node);
    beside.into_iter().map(|(key, nodes)| (key, html(|| nodes.iter().rev().map(one).collect_view()))).collect()
}

fn remark(visit: &Visit, node: &Node) -> AnyView {
    let t = visit.t();
    let replies = answers(node);
    let link = if replies == 0 { t.comments_in_talk() } else { t.comments_replies(replies, grouped(replies)) };
    view! {
        <div class="aside-note">
            <p>{kind(node.row.kind, visit.lang)}" "<b>{name(visit, &node.row)}</b>{demo(visit, &node.row)}</p>
            <p class="clip">{markdown::excerpt(&node.row.html, REMARK)}</p>
            <p class="note"><a href=format!("#comment-{}", node.row.id)>{link}</a></p>
        </div>
    }
    .into_any()
}

/// Replies below a comment that can be seen.
fn answers(node: &Node) -> i64 {
    node.replies.iter().map(|reply| i64::from(reply.stub().is_none()) + answers(reply)).sum()
}

fn paging(visit: &Visit, place: &Place, thread: &Thread) -> Option<AnyView> {
    let t = visit.t();
    let older = thread.older.map(|id| {
        view! { <a href=format!("{}?after={id}#talk", place.path)>{t.comments_older()}</a> }
    });
    let newest = place.after.map(|_| view! { <a href=format!("{}#talk", place.path)>{t.comments_newest()}</a> });
    (older.is_some() || newest.is_some()).then(|| {
        view! { <nav class="older" aria-label=t.comments_pages()><span>{older}</span><span>{newest}</span></nav> }
            .into_any()
    })
}

fn comment(visit: &Visit, place: &Place, node: &Node) -> AnyView {
    let row = &node.row;
    let said = match node.stub() {
        Some(stub) => view! { <p class="stub">{stub_words(visit, stub)}</p> }.into_any(),
        None => article(visit, place, row),
    };
    let replies = node.replies.iter().map(|reply| comment(visit, place, reply)).collect_view();
    let replies = (!node.replies.is_empty()).then(|| view! { <ol>{replies}</ol> });
    view! { <li id=format!("comment-{}", row.id)>{said}{replies}</li> }.into_any()
}

fn stub_words(visit: &Visit, stub: Stub) -> String {
    let t = visit.t();
    match stub {
        Stub::Deleted => t.comments_stub_deleted(),
        Stub::Hidden => t.comments_stub_hidden(),
        Stub::Blocked => t.comments_stub_blocked(),
    }
}

fn article(visit: &Visit, place: &Place, row: &Row) -> AnyView {
    let t = visit.t();
    let part = row.part_key.parse::<PartKey>().ok().filter(|_| row.id == row.root_id);
    let part = part.map(|key| part_link(visit, place, key));
    let edited = row.edited_at.map(|_| view! { <span>{t.comments_edited()}</span> });
    let earlier = (row.revision != place.revision && row.id == row.root_id).then(|| {
        let href = format!("/traces/{}/history/{}", place.trace, row.revision);
        view! { <a href=href>{t.comments_on_revision(row.revision)}</a> }
    });
    view! {
        <div>
            <p class="meta">
                {kind(row.kind, visit.lang)}
                <span>{author(visit, row)}{demo(visit, row)}</span>
                <Day time=row.created_at zone=visit.zone() lang=visit.lang/>
                {edited}{part}{earlier}
            </p>
            <div class="prose" inner_html=row.html.clone()></div>
            {acts(visit, place, row)}
        </div>
    }
    .into_any()
}

fn part_link(visit: &Visit, place: &Place, key: PartKey) -> AnyView {
    let mark = (!key.is_bridge()).then(|| view! { <Mark key=key/>" " });
    let name = key.name(visit.lang);
    if place.parts.contains(&key) {
        view! { <a href=format!("#{key}")>{mark}{name}</a> }.into_any()
    } else {
        view! { <span>{mark}{name}</span> }.into_any()
    }
}

fn name(visit: &Visit, row: &Row) -> String {
    if row.departed { visit.t().comments_departed() } else { row.name.clone() }
}

fn author(visit: &Visit, row: &Row) -> AnyView {
    let name = name(visit, row);
    if row.departed {
        view! { <b>{name}</b> }.into_any()
    } else {
        view! { <a href=format!("/members/{}", row.handle)><b>{name}</b></a> }.into_any()
    }
}

fn demo(visit: &Visit, row: &Row) -> Option<AnyView> {
    row.demo.then(|| view! { " "<span class="demo">{visit.t().demo_mark()}</span> }.into_any())
}

/// The kind's name, underlined; a challenge in pencil.
pub fn kind(kind: Kind, lang: Lang) -> AnyView {
    let class = if kind == Kind::Challenge { "kind challenge" } else { "kind" };
    view! { <span class=class>{kind.name(lang)}</span> }.into_any()
}

/// What the viewer may do with a comment. Small: the reply form is a page of its own.
fn acts(visit: &Visit, place: &Place, row: &Row) -> AnyView {
    let t = visit.t();
    let id = row.id;
    let reply = visit.viewer.signed_in().map(|_| {
        view! { <a href=format!("/traces/{}/comments/new?parent={id}", place.trace)>{t.comments_reply()}</a> }
    });
    let own = (visit.viewer.id() == Some(row.author_id)).then(|| {
        view! {
            <a href=format!("/comments/{id}/edit")>{t.comments_edit()}</a>
            <form method="post" action=format!("/comments/{id}/delete")><button>{t.comments_delete()}</button></form>
        }
    });
    let hide = visit.viewer.is_organizer().then(|| {
        view! { <form method="post" action=format!("/comments/{id}/hide")><button>{t.comments_hide()}</button></form> }
    });
    view! { <div class="acts"><a href=format!("/comments/{id}")>{t.comments_link()}</a>{reply}{own}{hide}</div> }
        .into_any()
}

/// The form for those who may speak; for others, what it takes.
fn entrance(visit: &Visit, place: &Place) -> AnyView {
    let t = visit.t();
    match visit.viewer.can_speak(visit.now) {
        Ok(_) => form(visit, place.trace, &place.parts, &Typed::default(), &Problems::default()),
        Err(Error::NotAllowed(why)) => view! { <div class="empty"><p>{refused(why, t)}</p></div> }.into_any(),
        Err(_) => {
            let back: String =
                url::form_urlencoded::byte_serialize(format!("{}#talk", place.path).as_bytes()).collect();
            view! {
                <div class="empty">
                    <p>{t.comments_invitation()}</p>
                    <p class="row">
                        <a class="button" href=format!("/sign-in?next={back}")>{t.comments_sign_in()}</a>
                        <a href="/sign-up">{t.comments_sign_up()}</a>
                    </p>
                </div>
            }
            .into_any()
        }
    }
}

/// The form that posts a comment, with what has been typed. A reply has no choice of part.
pub fn form(visit: &Visit, trace: TraceId, parts: &[PartKey], typed: &Typed, problems: &Problems) -> AnyView {
    let t = visit.t();
    let reply = !typed.parent.is_empty();
    let part = if reply {
        view! { <input type="hidden" name="parent" value=typed.parent.clone()/> }.into_any()
    } else {
        let whole = (String::new(), t.comments_whole());
        let one = |key: &PartKey| (key.to_string(), key.name(visit.lang));
        let options: Vec<_> = std::iter::once(whole).chain(parts.iter().map(one)).collect();
        view! {
            <SelectField t=t problems=problems.clone() name="part" label=t.comments_about() value=typed.part.clone() options=options/>
        }
        .into_any()
    };
    let (label, button) = match reply {
        true => (t.comments_your_reply(), t.comments_post_reply()),
        false => (t.comments_your_comment(), t.comments_post()),
    };
    view! {
        <form class="form" method="post" action=format!("/traces/{trace}/comments")>
            {part}
            {text(visit, label, typed, problems)}
            <p><button class="button go">{button}</button></p>
        </form>
    }
    .into_any()
}

/// Kind and body: the fields that an edit has too.
pub fn text(visit: &Visit, label: String, typed: &Typed, problems: &Problems) -> AnyView {
    let t = visit.t();
    let chosen = typed.kind.parse().unwrap_or(Kind::Question);
    let one = |kind: &Kind| {
        let (kind, id) = (*kind, (*kind == Kind::Question).then_some("kind"));
        view! {
            <label class="tick">
                <input type="radio" name="kind" id=id value=kind.as_str() checked=kind == chosen/>" "{kind.name(visit.lang)}
            </label>
        }
    };
    let error = problems.of("kind").map(|problem| view! { <p class="error" id="kind-error">{say(problem, t)}</p> });
    let by = error.is_some().then_some("kind-error");
    view! {
        <fieldset aria-describedby=by>
            <legend class="vh">{t.comments_kind()}</legend>
            {error}
            <div class="ticks">{Kind::ALL.iter().map(one).collect_view()}</div>
        </fieldset>
        <TextArea t=t problems=problems.clone() name="body" label=label hint=t.comments_hint() value=typed.body.clone() required=true/>
    }
    .into_any()
}
