//! Atom feeds: the newest of a list, with what each trace says in four sentences.
//!
//! Entry ids are `tag:` addresses (RFC 4151) that name the trace's number alone: they stay the same
//! when a title, a slug or the site's scheme changes.

use atom_syndication::{Entry, Feed, Generator, Link, Person, Text};
use axum::http::header;
use axum::response::{IntoResponse, Response};

use crate::base::error::Result;
use crate::base::time::Time;
use crate::base::words::Lang;
use crate::members::visit::Visit;
use crate::traces::model::card::{self, After, Card, Facets};
use crate::traces::model::part::PILLARS;
use crate::traces::store::cards;
use crate::web::front;
use crate::web::query::Query;

/// The newest so many.
pub const ENTRIES: usize = 30;

/// `/feeds/traces.atom`; with `?lang` only what is written in that language.
pub async fn latest(visit: Visit, query: Query) -> Result<Response> {
    let languages: Vec<Lang> = query.one("lang").into_iter().collect();
    let t = visit.t();
    let title = languages.first().map_or_else(|| t.feed_traces(), |lang| t.feed_traces_in(lang.name()));
    let mut conn = visit.app.db.read().await?;
    let facets = Facets { languages, ..Facets::default() };
    let listed = cards::latest(&mut conn, &visit.viewer, &facets, After::START, ENTRIES).await?;
    drop(conn);
    let tags = card::tags(&listed.cards);
    let narrowed = facets.languages.first().map(|lang| format!("?lang={lang}")).unwrap_or_default();
    let feed = Named { own: format!("/feeds/traces.atom{narrowed}"), list: format!("/traces{narrowed}"), title };
    Ok(written(&visit, feed, &listed.cards, tags))
}

/// `/featured.atom`, in the order in which organizers chose.
pub async fn featured(visit: Visit) -> Result<Response> {
    let mut conn = visit.app.db.read().await?;
    let listed = cards::featured(&mut conn, &visit.viewer, After::START, ENTRIES).await?;
    drop(conn);
    let tags = card::tags(&listed.cards);
    Ok(answer(&visit, "/featured", visit.t().feed_featured(), &listed.cards, tags))
}

/// The feed of the list at `path`.
pub fn answer(visit: &Visit, path: &str, title: String, cards: &[Card], tags: Vec<String>) -> Response {
    let own = visit.here.split('?').next().unwrap_or_default().to_owned();
    written(visit, Named { own, list: path.to_owned(), title }, cards, tags)
}

/// A feed's own address, which is its id too; the list it belongs to; its title.
struct Named {
    own: String,
    list: String,
    title: String,
}

fn written(visit: &Visit, feed: Named, cards: &[Card], tags: Vec<String>) -> Response {
    let config = &visit.app.config;
    let Named { own, list, title } = feed;
    // A feed without entries has not changed since the epoch; the clock would change it at each reading.
    let updated = cards.iter().map(changed).max().unwrap_or(Time(0));
    let feed = Feed {
        title: Text::plain(title),
        id: config.link(&own),
        updated: moment(updated),
        generator: Some(Generator { value: visit.t().site_name(), ..Generator::default() }),
        lang: Some(visit.lang.as_str().to_owned()),
        links: vec![
            link("self", config.link(&own), "application/atom+xml"),
            link("alternate", config.link(&list), "text/html"),
        ],
        entries: cards.iter().map(|card| entry(visit, card)).collect(),
        ..Feed::default()
    };
    let headers = [
        (header::CONTENT_TYPE, "application/atom+xml; charset=utf-8"),
        (header::CONTENT_LANGUAGE, visit.lang.as_str()),
    ];
    front::shared((headers, feed.to_string()).into_response(), tags)
}

fn entry(visit: &Visit, card: &Card) -> Entry {
    let config = &visit.app.config;
    let t = card.language.words();
    let gists = PILLARS.iter().zip(&card.outline.stations).filter(|(_, station)| !station.gist.is_empty());
    let summary: Vec<String> =
        gists.map(|(key, station)| t.feed_gist(&station.gist, key.name(card.language))).collect();
    let reason = card.feature.as_ref().map(|feature| feature.reason.clone());
    let person = |name: &str, uri| Person { name: name.to_owned(), uri, ..Person::default() };
    let author = |a: &card::Author| match a.gone {
        true => person(&t.card_gone(), None),
        false => person(&a.name, Some(config.link(&format!("/members/{}", a.handle)))),
    };
    Entry {
        title: Text::plain(format!("{} · {}", card.title, card.company.name(card.language))),
        id: id(config.public_url.host_str().unwrap_or_default(), card),
        updated: moment(changed(card)),
        published: Some(moment(card.published_at)),
        authors: card.authors.iter().map(author).collect(),
        links: vec![Link {
            hreflang: Some(card.language.as_str().into()),
            ..link("alternate", config.link(&card.path()), "text/html")
        }],
        summary: Some(Text {
            lang: Some(card.language.as_str().into()),
            ..Text::plain(reason.into_iter().chain(summary).collect::<Vec<_>>().join("\n"))
        }),
        ..Entry::default()
    }
}

/// Stable for ever: the day is that of the scheme, not of the trace.
fn id(host: &str, card: &Card) -> String {
    format!("tag:{host},2026:trace/{}", card.id)
}

/// Being featured is news too.
fn changed(card: &Card) -> Time {
    let featured = card.feature.as_ref().map(|feature| feature.at);
    featured.into_iter().chain([card.revised_at, card.published_at]).max().unwrap_or(card.published_at)
}

fn link(rel: &str, href: String, kind: &str) -> Link {
    Link { rel: rel.to_owned(), href, mime_type: Some(kind.to_owned()), ..Link::default() }
}

fn moment(time: Time) -> atom_syndication::FixedDateTime {
    atom_syndication::FixedDateTime::parse_from_rfc3339(&time.rfc3339()).unwrap_or_default()
}
