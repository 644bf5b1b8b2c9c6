//! `/pair`: who is looking now, for what, when; what happens in the hour; my next sessions.

use leptos::prelude::*;

use crate::base::db::Conn;
use crate::base::error::Result;
use crate::base::words::Words;
use crate::members::visit::Visit;
use crate::members::zones;
use crate::pairing::asks::model::Filter;
use crate::pairing::asks::store::{self as asks, Page as Listed};
use crate::pairing::asks::views::{self, Look};
use crate::pairing::queue::store::looking::{self, Desk, Wish};
use crate::pairing::sessions::views::company_name;
use crate::pairing::{queue, sessions};
use crate::ui::page::{Answer, Page};

/// Asks shown here; the others are a page of their own.
const SHOWN: i64 = 6;

/// What is shown of those who look for someone.
struct Looking<'a> {
    look: Look<'a>,
    listed: Listed,
    desks: Vec<Desk>,
    wishes: Vec<Wish>,
}

/// # Errors
/// When the database does not answer.
pub async fn show(visit: Visit) -> Answer {
    let mut conn = visit.app.db.read().await?;
    let next = sessions::views::next(&mut conn, &visit).await?;
    let mine = views::mine(&mut conn, &visit).await?;
    let entrance = queue::views::entrance(&mut conn, &visit).await?;
    let looking = read(&mut conn, &visit).await?;
    drop(conn);
    let t = visit.t();
    let mut tags = views::tags(&looking.listed.asks);
    tags.push("companies".into());
    let page = Page::new(t.pairing_title(), || {
        view! {
            <div class="pairing">
                <div class="title"><h1>{t.pairing_title()}</h1><p class="from">{t.pairing_intro()}</p></div>
                {hour(t)}
                {next}
                {mine}
                <div class="beside looking">
                    {open(&looking)}
                    {waiting(&looking, entrance)}
                </div>
            </div>
        }
    });
    Ok(page.describe(t.pairing_intro()).public("/pair", tags).feed("/pair/asks.atom").sheet("pair"))
}

async fn read<'a>(conn: &mut Conn, visit: &'a Visit) -> Result<Looking<'a>> {
    Ok(Looking {
        look: Look::of(conn, visit).await?,
        listed: asks::open(conn, &visit.viewer, &Filter::default(), None, SHOWN, visit.now).await?,
        desks: looking::desks(conn).await?,
        wishes: looking::wishes(conn).await?,
    })
}

/// The newest asks.
fn open(looking: &Looking<'_>) -> AnyView {
    let (visit, t) = (looking.look.visit, looking.look.visit.t());
    let asks = if looking.listed.asks.is_empty() {
        view! { <div class="empty"><p>{t.pairing_asks_none()}</p></div> }.into_any()
    } else {
        views::list(&looking.look, &looking.listed.asks)
    };
    view! {
        <section class="band" aria-labelledby="asks">
            <div class="head">
                <h2 id="asks">{t.pairing_asks_looking()}</h2>
                <p class="note">{zones::label(visit.zone(), visit.now)}</p>
            </div>
            {asks}
            <p class="row">
                <a class="button go" href="/pair/asks/new">{t.pairing_asks_new()}</a>
                <a href="/pair/asks">{t.pairing_asks_all_open()}</a>
                <a class="note" href="/pair/asks.atom">{t.pairing_asks_feed()}</a>
            </p>
        </section>
    }
    .into_any()
}

/// The queue: how many wait, from which desks, and for what.
fn waiting(looking: &Looking<'_>, entrance: AnyView) -> AnyView {
    let (visit, t) = (looking.look.visit, looking.look.visit.t());
    let count: i64 = looking.desks.iter().map(|desk| desk.count).sum();
    let desk = |desk: &Desk| {
        view! { <li class="row apart"><span>{desk.discipline.name(visit.lang)}</span><span class="num">{desk.count}</span></li> }.into_any()
    };
    let wish = |wish: &Wish| {
        let name = company_name(visit.lang, &wish.name_ja, &wish.name_en);
        let name = match name.is_empty() {
            true => t.pairing_looking_any().into_any(),
            false => view! { <a href=format!("/companies/{}", wish.slug)>{name}</a> }.into_any(),
        };
        view! { <li class="row apart"><span>{name}</span><span class="num">{wish.count}</span></li> }.into_any()
    };
    let who = (count > 0).then(|| {
        view! {
            <dl class="block">
                <div><dt>{t.pairing_looking_desks()}</dt><dd><ul>{looking.desks.iter().map(desk).collect_view()}</ul></dd></div>
                <div><dt>{t.pairing_looking_wishes()}</dt><dd><ul>{looking.wishes.iter().map(wish).collect_view()}</ul></dd></div>
            </dl>
        }
        .into_any()
    });
    view! {
        <section class="band" aria-labelledby="queue">
            <div class="head"><h2 id="queue">{t.pairing_queue_title()}</h2><p class="note">{t.pairing_looking_count(count)}</p></div>
            <div class="stack">
                {who}
                {entrance}
                <p class="row">
                    <a class="button go" href="/pair/queue">{t.pairing_find()}</a>
                    <a class="button" href="/pair/times">{t.pairing_queue_times_go()}</a>
                </p>
            </div>
        </section>
    }
    .into_any()
}

/// Sixty minutes, drawn to scale.
fn hour(t: &Words) -> AnyView {
    let phase = |minutes: i64, name: String, text: String| {
        view! { <li><b>{t.pairing_minutes(minutes)}" "{name}</b>{text}</li> }
    };
    view! {
        <section class="the-hour" aria-labelledby="hour">
            <h2 class="vh" id="hour">{t.pairing_hour()}</h2>
            <ol class="hour">
                {phase(5, t.pairing_phase_check_in(), t.pairing_phase_check_in_text())}
                {phase(10, t.pairing_phase_blind(), t.pairing_phase_blind_text())}
                {phase(20, t.pairing_phase_first(), t.pairing_phase_first_text())}
                {phase(20, t.pairing_phase_second(), t.pairing_phase_second_text())}
                {phase(5, t.pairing_phase_debrief(), t.pairing_phase_debrief_text())}
            </ol>
        </section>
    }
    .into_any()
}
