//! `/compare?traces=1,2`: two to four traces part by part, in columns.
//!
//! The gists first, side by side; then the texts, and the sources. By typed facts the page says equal,
//! different or unsaid; what the texts say of each other is for the reader to see.

mod choose;
mod facts;
mod placed;
mod view;

use std::collections::BTreeMap;

use crate::base::db::Conn;
use crate::base::error::Result;
use crate::base::words::Lang;
use crate::members::visit::Visit;
use crate::traces::model::TraceId;
use crate::traces::model::card::{self, Card};
use crate::traces::model::compare::Asked;
use crate::traces::model::draft::{Content, PartText};
use crate::traces::model::part::PartKey;
use crate::traces::model::source::Source;
use crate::traces::pages::compare::placed::placed;
use crate::traces::store::cards;
use crate::traces::store::compare::{self as store, PartOf};
use crate::ui::page::{Answer, Page};

/// One trace with all that its column shows.
struct Column {
    /// A, B, C, D: how the page speaks of it.
    letter: char,
    card: Card,
    /// What readers see of it.
    content: Content,
    html: BTreeMap<PartKey, String>,
}

impl Column {
    /// The `lang` of what its authors wrote, where the page around it is in the other language.
    fn foreign(&self, page: Lang) -> Option<&'static str> {
        self.card.language.foreign(page)
    }

    /// A part's text as HTML; none where nothing was written for readers.
    fn html(&self, key: PartKey) -> Option<String> {
        let html = self.html.get(&key).filter(|html| !html.is_empty() && self.content.parts.contains_key(&key))?;
        Some(placed(html, &self.prefix()))
    }

    /// The start of every id in this column, which also stands in the others'.
    fn prefix(&self) -> String {
        format!("{}-", self.letter.to_ascii_lowercase())
    }
}

/// The comparison, or what to choose from where there is none.
///
/// # Errors
/// When the database does not answer.
pub async fn page(visit: &Visit, asked: &Asked) -> Answer {
    let mut conn = visit.app.db.read().await?;
    let cards = cards::chosen(&mut conn, &asked.traces).await?;
    if let Some(unfit) = asked.unfit(cards.len()) {
        return choose::page(visit, conn, unfit, cards).await;
    }
    let columns = columns(&mut conn, &asked.traces, cards).await?;
    drop(conn);
    let t = visit.t();
    let names: Vec<&str> = columns.iter().map(|column| column.card.title.as_str()).collect();
    let joint = visit.lang.joint();
    let tags = columns.iter().flat_map(|column| card::tags(std::slice::from_ref(&column.card)));
    // Each trace is told of by itself: what happens to others does not concern this page.
    let tags: Vec<String> = tags.filter(|tag| tag != "traces").collect();
    let names = names.join(joint);
    let page = Page::new(t.compare_title_of(&names), || view::view(visit, &columns));
    Ok(page.describe(t.compare_description(&names)).public(asked.path(), tags).sheet("compare"))
}

async fn columns(conn: &mut Conn, traces: &[TraceId], cards: Vec<Card>) -> Result<Vec<Column>> {
    let parts = store::parts(conn, traces).await?;
    let sources = store::sources(conn, traces).await?;
    ('A'..).zip(cards).map(|(letter, card)| column(letter, card, &parts, &sources)).collect()
}

fn column(letter: char, card: Card, parts: &[PartOf], sources: &[(TraceId, Source)]) -> Result<Column> {
    let mut content = Content {
        title: card.title.clone(),
        language: card.language,
        company: card.company.id,
        parts: BTreeMap::new(),
        sources: sources.iter().filter(|(trace, _)| *trace == card.id).map(|(_, source)| source.clone()).collect(),
    };
    let (mut html, mut hidden) = (BTreeMap::new(), Vec::new());
    for PartOf { part, .. } in parts.iter().filter(|part| part.trace_id == card.id) {
        let (gist, body) = (part.gist.clone(), part.body.clone());
        content.parts.insert(part.part_key, PartText { gist, body, fields: part.typed()? });
        html.insert(part.part_key, part.html.clone());
        if !part.is_public {
            hidden.push(part.part_key);
        }
    }
    Ok(Column { letter, card, content: content.without(&hidden), html })
}
