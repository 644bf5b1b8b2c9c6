//! What other pages show of the hour: the panel of a session's page, a line about the figure, and
//! the held sessions of a profile.

mod after;
mod held;

use leptos::prelude::*;

use crate::base::db::Conn;
use crate::base::error::Result;
use crate::base::time::Time;
use crate::members::visit::Visit;
use crate::members::zones;
use crate::pairing::hour::model::{Stage, opens_at, seats, stage};
use crate::pairing::hour::store;
use crate::pairing::hour::store::swap::Invited;
use crate::pairing::model::State;
use crate::pairing::sessions::model::Figure;
use crate::pairing::sessions::pages::Returned;
use crate::pairing::sessions::store::{Person, Session};
use crate::pairing::sessions::views::name;
use crate::ui::fields::Fields;
use crate::ui::time::minute;

pub use held::{Shown, held};

/// Who is here and what can be done about it; afterwards, how it was. Nothing for anyone else, and
/// for a cancelled session.
///
/// # Errors
/// When the database does not answer.
pub async fn panel(
    conn: &mut Conn,
    visit: &Visit,
    session: &Session,
    people: &[Person; 2],
    returned: Option<&Returned>,
) -> Result<Option<AnyView>> {
    let seats = visit.viewer.id().and_then(|member| seats(people, member));
    let Some((me, partner)) = seats.filter(|_| session.state != State::Cancelled) else { return Ok(None) };
    let t = visit.t();
    let inside = match stage(session, me, partner, visit.now) {
        Stage::Ahead => {
            let (time, zone) = clock(visit, opens_at(session.slot));
            view! { <p>{t.pairing_hour_opens(time, zone)}</p> }.into_any()
        }
        Stage::Door => door(visit, session, partner),
        Stage::Early => {
            view! { <p>{t.pairing_hour_not_yet(name(visit, partner))}</p>{room(visit, session)}{look(visit, session)} }
                .into_any()
        }
        Stage::Waiting => {
            let invited = store::swap::invited(conn, me.member_id, session.slot, visit.now).await?;
            waiting(visit, session, partner, invited)
        }
        Stage::Together => {
            view! { <p><span class="ok"></span>{t.pairing_hour_together()}</p>{room(visit, session)} }.into_any()
        }
        Stage::Over => view! { <p>{t.pairing_hour_over()}</p>{look(visit, session)} }.into_any(),
        Stage::Ended => {
            let what = after::ended(conn, visit, session, me, partner, returned).await?;
            // Where anyone has been in the room, what was written there can be read there.
            let room = crate::pairing::room::hour_store::room(conn, session.id).await?.map(|_| room(visit, session));
            view! { {what}{room} }.into_any()
        }
    };
    Ok(Some(
        view! {
            <section class="band" id="hour" aria-labelledby="hour-h">
                <div class="head slim"><h2 id="hour-h">{t.pairing_hour_title()}</h2></div>
                {inside}
            </section>
        }
        .into_any(),
    ))
}

/// "You came to 18 of your last 20 hours", for its owner alone; nothing for a guest.
///
/// # Errors
/// When the database does not answer.
pub async fn figure_line(conn: &mut Conn, visit: &Visit) -> Result<Option<AnyView>> {
    let Some(member) = visit.viewer.id() else { return Ok(None) };
    let figure = store::figure::figure(conn, member).await?;
    let link = view! { <a href="/pair/figure">{visit.t().pairing_hour_figure_more()}</a> };
    Ok(Some(view! { <p class="note">{figure_said(visit, figure)}" "{link}</p> }.into_any()))
}

pub(super) fn figure_said(visit: &Visit, figure: Figure) -> String {
    let t = visit.t();
    if figure.of == 0 { t.pairing_hour_figure_none() } else { t.pairing_hour_figure_line(figure.came, figure.of) }
}

/// A moment and its zone, as the reader's clocks show it.
fn clock(visit: &Visit, at: Time) -> (String, String) {
    (minute(at, visit.zone(), visit.lang), zones::label(visit.zone(), at))
}

pub(super) fn address(session: &Session, what: &str) -> String {
    format!("/pair/sessions/{}/{what}", session.id)
}

/// The way into the room, where the hour happens.
fn room(visit: &Visit, session: &Session) -> AnyView {
    view! { <p><a class="button go" href=address(session, "room")>{visit.t().pairing_room_go()}</a></p> }.into_any()
}

/// A plain link that loads the page again: without a fragment, or browsers would only scroll.
fn look(visit: &Visit, session: &Session) -> AnyView {
    let href = format!("/pair/sessions/{}", session.id);
    view! { <p><a class="button" href=href>{visit.t().pairing_hour_look()}</a></p> }.into_any()
}

fn door(visit: &Visit, session: &Session, partner: &Person) -> AnyView {
    let (t, who) = (visit.t(), name(visit, partner));
    let there = if partner.checked_in_at.is_some() { t.pairing_hour_here(who) } else { t.pairing_hour_not_yet(who) };
    view! {
        <p>{there}</p>
        <form method="post" action=address(session, "check-in")>
            <p class="hint">{t.pairing_hour_check_in_hint()}</p>
            <p><button class="button go">{t.pairing_hour_check_in()}</button></p>
        </form>
        {room(visit, session)}
    }
    .into_any()
}

/// What the one who waits in vain can do.
fn waiting(visit: &Visit, session: &Session, partner: &Person, invited: Invited) -> AnyView {
    let (t, who) = (visit.t(), name(visit, partner));
    let looked = visit.here.split_once('?').is_some_and(|(_, query)| Fields::parse(query.as_bytes()).has("swap"));
    let asked = match invited {
        Invited { open: 1.., until: Some(until), .. } => {
            let (time, zone) = clock(visit, until);
            Some(t.pairing_hour_swap_open(invited.open, time, zone))
        }
        Invited { asked: 1.., .. } => Some(t.pairing_hour_swap_in_vain()),
        _ if looked => Some(t.pairing_hour_swap_none()),
        _ => None,
    };
    view! {
        <p><b>{t.pairing_hour_late(who.clone())}</b>" "{t.pairing_hour_choose(who)}</p>
        {asked.map(|asked| view! { <p class="notice" role="status">{asked}</p> })}
        <div class="row">
            <form method="post" action=address(session, "swap")><button class="button go">{t.pairing_hour_swap()}</button></form>
            <form method="post" action=address(session, "close")><button class="button">{t.pairing_hour_close()}</button></form>
        </div>
        <p class="hint">{t.pairing_hour_swap_hint()}</p>
        {room(visit, session)}
        {look(visit, session)}
    }
    .into_any()
}
