//! `/pair/asks.atom`: the newest open asks, narrowed as the list beside it is.
//!
//! Entries live as long as their asks: who takes one, or lets its last time go by, takes it off the feed.

use atom_syndication::{Entry, Person, Text};
use axum::response::Response;

use crate::base::error::Result;
use crate::base::time::Time;
use crate::members::visit::Visit;
use crate::members::zones;
use crate::pairing::asks::store::{self, Ask};
use crate::pairing::asks::{pages, views};
use crate::web::pages::feeds::{self, ENTRIES, Named, link, moment};

pub async fn feed(visit: Visit) -> Result<Response> {
    let mut conn = visit.app.db.read().await?;
    let filter = pages::filter(&mut conn, &visit.query()).await?;
    let listed = store::open(&mut conn, &visit.viewer, &filter, None, ENTRIES as i64, visit.now).await?;
    drop(conn);
    // A feed without entries has not changed since the epoch.
    let updated = listed.asks.iter().map(|ask| ask.created_at).max().unwrap_or(Time(0));
    let entries = listed.asks.iter().map(|ask| entry(&visit, ask)).collect();
    let named = Named {
        own: filter.address("/pair/asks.atom", None),
        list: filter.address("/pair/asks", None),
        title: visit.t().pairing_asks_feed_title(),
    };
    Ok(feeds::file(&visit, named, updated, entries, views::tags(&listed.asks)))
}

fn entry(visit: &Visit, ask: &Ask) -> Entry {
    let config = &visit.app.config;
    let path = format!("/pair/asks/{}", ask.id);
    let author = Person {
        name: ask.name.clone(),
        uri: Some(config.link(&format!("/members/{}", ask.handle))),
        ..Person::default()
    };
    Entry {
        title: Text::plain(views::about(visit, ask)),
        // Stable for ever: the number alone, and the day of the scheme.
        id: format!("tag:{},2026:ask/{}", config.public_url.host_str().unwrap_or_default(), ask.id),
        updated: moment(ask.created_at),
        published: Some(moment(ask.created_at)),
        authors: vec![author],
        links: vec![link("alternate", config.link(&path), "text/html")],
        summary: Some(Text::plain(summary(visit, ask))),
        ..Entry::default()
    }
}

/// What for, for whom, in which language, when; and the note.
fn summary(visit: &Visit, ask: &Ask) -> String {
    let facts = [ask.kind.name(visit.lang), views::wanted(visit, ask), ask.languages.name(visit.lang)];
    let times = ask
        .slots()
        .into_iter()
        .map(|slot| format!("{} {}", views::hour(visit, slot), zones::label(visit.zone(), slot.starts_at())));
    let lines: Vec<String> = std::iter::once(facts.join(" · ")).chain(times).chain([ask.note.clone()]).collect();
    lines.join("\n").trim_end().to_owned()
}
