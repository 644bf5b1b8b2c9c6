//! What pages show of asks.

use leptos::prelude::*;

use crate::base::db::Conn;
use crate::base::error::Result;
use crate::base::words::Words;
use crate::members::model::Discipline;
use crate::members::visit::Visit;
use crate::members::zones;
use crate::pairing::asks::model::{AskState, may_take};
use crate::pairing::asks::store::{self, Ask, waiting::Place};
use crate::pairing::model::Slot;
use crate::pairing::sessions::views::subject;
use crate::ui::render::html;
use crate::ui::time::{minute, span};

/// Who looks at asks.
pub struct Look<'a> {
    pub visit: &'a Visit,
    /// What they work at; `None` for a guest.
    pub discipline: Option<Discipline>,
}

impl<'a> Look<'a> {
    /// # Errors
    /// When the database does not answer.
    pub async fn of(conn: &mut Conn, visit: &'a Visit) -> Result<Self> {
        let discipline = match visit.viewer.id() {
            Some(member) => Some(store::discipline(conn, member).await?),
            None => None,
        };
        Ok(Self { visit, discipline })
    }

    /// Whether the ask is for them.
    #[must_use]
    pub fn may_take(&self, ask: &Ask) -> bool {
        let who = self.visit.viewer.id().zip(self.discipline);
        who.is_some_and(|(member, discipline)| may_take(ask.member_id, &ask.wanted(), member, discipline).is_ok())
    }
}

/// The tags of what a page shows of these asks.
#[must_use]
pub fn tags(asks: &[Ask]) -> Vec<String> {
    let mut tags = vec!["pair".to_owned()];
    for ask in asks {
        tags.push(format!("member:{}", ask.member_id));
        tags.extend(ask.company_id.map(|company| format!("company:{company}")));
        tags.extend([ask.trace_id, ask.other_trace_id].into_iter().flatten().map(|trace| format!("trace:{trace}")));
    }
    tags
}

/// What an ask is about, in one line.
#[must_use]
pub fn about(visit: &Visit, ask: &Ask) -> String {
    let said = subject(visit, &ask.name_ja, &ask.name_en, &ask.topic);
    if said.is_empty() { ask.kind.name(visit.lang) } else { said }
}

/// Which disciplines are wanted, in words.
#[must_use]
pub fn wanted(visit: &Visit, ask: &Ask) -> String {
    let names: Vec<String> = ask.wanted().iter().map(|discipline| discipline.name(visit.lang)).collect();
    match names.is_empty() {
        true => visit.t().pairing_asks_any_discipline(),
        false => visit.t().pairing_asks_for(names.join(if visit.lang.as_str() == "ja" { "、" } else { ", " })),
    }
}

/// Open asks, the newest first.
#[must_use]
pub fn list(look: &Look<'_>, asks: &[Ask]) -> AnyView {
    view! { <ul class="asks">{asks.iter().map(|ask| line(look, ask)).collect_view()}</ul> }.into_any()
}

fn line(look: &Look<'_>, ask: &Ask) -> AnyView {
    let visit = look.visit;
    let note = (!ask.note.is_empty()).then(|| view! { <p class="lines">{ask.note.clone()}</p> });
    view! {
        <li class="ask">
            <h3><a href=format!("/pair/asks/{}", ask.id)>{about(visit, ask)}</a></h3>
            <p class="meta">{person(visit, ask)}</p>
            <p class="meta"><span>{ask.kind.name(visit.lang)}</span><span>{wanted(visit, ask)}</span><span>{ask.languages.name(visit.lang)}</span></p>
            {began(visit, ask)}
            {note}
            {times(look, ask)}
        </li>
    }
    .into_any()
}

/// Who asks, with their discipline.
#[must_use]
pub fn person(visit: &Visit, ask: &Ask) -> AnyView {
    let demo = ask.demo.then(|| view! { " "<span class="demo">{visit.t().demo_mark()}</span> });
    view! {
        <span><a href=format!("/members/{}", ask.handle)>{ask.name.clone()}</a>{demo}" "{ask.discipline.name(visit.lang)}</span>
    }
    .into_any()
}

/// The trace, or the two, where it began; nothing of what can no longer be read.
#[must_use]
pub fn began(visit: &Visit, ask: &Ask) -> Option<AnyView> {
    let t = visit.t();
    let link = |id: Option<crate::traces::model::TraceId>, title: &str, language: &str| {
        let (title, foreign) = (title.to_owned(), (language != visit.lang.as_str()).then(|| language.to_owned()));
        id.filter(|_| !title.is_empty())
            .map(|id| view! { <a href=format!("/traces/{id}") lang=foreign>{title}</a> }.into_any())
    };
    let first = link(ask.trace_id, &ask.trace_title, &ask.trace_language);
    let second = link(ask.other_trace_id, &ask.other_title, &ask.other_language);
    match (first, second) {
        (Some(first), Some(second)) => {
            Some(view! { <p class="note">{t.pairing_asks_two_traces()}" "{first}" ↔ "{second}</p> }.into_any())
        }
        (Some(one), None) | (None, Some(one)) => {
            Some(view! { <p class="note">{t.pairing_asks_one_trace()}" "{one}</p> }.into_any())
        }
        (None, None) => None,
    }
}

/// The hour that begins at `slot`, in the reader's zone.
#[must_use]
pub fn hour(visit: &Visit, slot: Slot) -> String {
    span(slot.starts_at(), slot.ends_at(), visit.zone(), visit.lang)
}

/// The times, each with its button for whom the ask is meant for.
#[must_use]
pub fn times(look: &Look<'_>, ask: &Ask) -> AnyView {
    let (visit, t) = (look.visit, look.visit.t());
    let slots = ask.slots();
    if slots.is_empty() {
        return view! { <ul class="times"><li class="note">{t.pairing_asks_no_time()}</li></ul> }.into_any();
    }
    let may = look.may_take(ask);
    let one = |slot: &Slot| {
        let shown = hour(visit, *slot);
        let button = may.then(|| {
            view! {
                <form method="post" action=format!("/pair/asks/{}/take", ask.id)>
                    <button class="button small" name="slot" value=slot.to_string()>{t.pairing_asks_take()}<span class="vh">" "{shown.clone()}" "{about(visit, ask)}</span></button>
                </form>
            }
            .into_any()
        });
        view! { <li class="row apart"><time class="num" datetime=slot.starts_at().rfc3339()>{shown.clone()}</time>{button}</li> }.into_any()
    };
    let end = match (look.discipline, may) {
        (None, _) => {
            let href = format!("/sign-in?next=/pair/asks/{}", ask.id);
            Some(view! { <li><a href=href>{t.pairing_asks_sign_in()}<span class="vh">" "{about(visit, ask)}</span></a></li> }.into_any())
        }
        (Some(_), false) if visit.viewer.id() == Some(ask.member_id) => None,
        (Some(_), false) => Some(view! { <li class="note">{t.pairing_asks_not_for_you()}</li> }.into_any()),
        (Some(_), true) => None,
    };
    view! { <ul class="times">{slots.iter().map(one).collect_view()}{end}</ul> }.into_any()
}

/// The member's own: what is offered to them now, what a former partner asks, what they wait for, and what
/// they ask. Nothing for a guest, or when there is nothing.
///
/// # Errors
/// When the database does not answer.
pub async fn mine(conn: &mut Conn, visit: &Visit) -> Result<Option<AnyView>> {
    let Some(member) = visit.viewer.id() else { return Ok(None) };
    let t = visit.t();
    let mut lines: Vec<AnyView> = Vec::new();
    let places = store::waiting::places(conn, member).await?;
    for ask in store::waited_for(conn, member, visit.now).await? {
        let place = places.iter().find(|place| place.ask_id == ask.id);
        lines.extend(
            place.filter(|_| !visit.viewer.keeps_apart(ask.member_id)).map(|p| own(visit, &ask, waits(visit, p))),
        );
    }
    for ask in store::for_partner(conn, member, visit.now).await? {
        if ask.able && !visit.viewer.keeps_apart(ask.member_id) {
            lines.push(own(visit, &ask, view! { <b>{t.pairing_asks_again_from(&ask.name)}</b> }.into_any()));
        }
    }
    for ask in store::of_member(conn, member, visit.now).await? {
        lines.push(own(visit, &ask, view! { <span>{standing(t, &ask)}</span> }.into_any()));
    }
    if lines.is_empty() {
        return Ok(None);
    }
    Ok(Some(
        view! {
            <section class="band" aria-labelledby="my-asks">
                <div class="head slim"><h2 id="my-asks">{t.pairing_asks_mine()}</h2></div>
                <ul class="sessions">{lines}</ul>
            </section>
        }
        .into_any(),
    ))
}

fn own(visit: &Visit, ask: &Ask, how: AnyView) -> AnyView {
    view! { <li class="row"><a href=format!("/pair/asks/{}", ask.id)>{about(visit, ask)}</a>" "<span class="note">{how}</span></li> }.into_any()
}

/// How one who waits stands.
#[must_use]
pub fn waits(visit: &Visit, place: &Place) -> AnyView {
    let t = visit.t();
    match place.answer_by.filter(|_| place.is_offered(visit.now)) {
        Some(until) => {
            let limit = format!("{} {}", minute(until, visit.zone(), visit.lang), zones::label(visit.zone(), until));
            view! { <b>{t.pairing_asks_yours_until(limit)}</b> }.into_any()
        }
        None => t.pairing_asks_waiting(place.before + 1).into_any(),
    }
}

/// How an ask stands, for the one who asks.
#[must_use]
pub fn standing(t: &Words, ask: &Ask) -> String {
    match ask.state {
        AskState::Open if ask.partner_id.is_some() => t.pairing_asks_state_again(),
        AskState::Open => t.pairing_asks_state_open(),
        AskState::Taken => t.pairing_asks_state_taken(),
        AskState::Closed => t.pairing_asks_state_closed(),
        AskState::Expired => t.pairing_asks_state_expired(),
    }
}

/// On a trace's page: the way to make it better with someone.
#[must_use]
pub fn improve(visit: &Visit, trace: crate::traces::model::TraceId) -> String {
    let href = format!("/pair/asks/new?trace={trace}");
    html(|| view! { <p class="row"><a class="button" href=href>{visit.t().pairing_asks_improve()}</a></p> })
}
