//! Statements about sources that readers offer.

use crate::base::db::Conn;
use crate::base::error::Result;
use crate::base::time::Time;
use crate::members::model::MemberId;
use crate::traces::model::TraceId;
use crate::traces::model::offer::{Offer, OfferId, Passage};
use crate::traces::model::source::{Source, SourceKind};

/// An offer that waits for an author.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct OfferRow {
    pub id: OfferId,
    pub part_key: String,
    pub passage: String,
    pub member_id: MemberId,
    #[sqlx(try_from = "String")]
    pub kind: SourceKind,
    pub title: String,
    pub publisher: String,
    pub dated: String,
    pub url: String,
    pub note: String,
    pub handle: String,
    pub name: String,
    pub demo: bool,
    pub deleted_at: Option<Time>,
}

impl OfferRow {
    /// Where it belongs; none for the trace as a whole.
    #[must_use]
    pub fn place(&self) -> Option<Passage> {
        let key = self.part_key.parse().ok()?;
        Some(Passage { key, line: self.passage.clone() })
    }

    /// The source, credited to who offered it.
    #[must_use]
    pub fn source(&self) -> Source {
        Source {
            key: String::new(),
            kind: self.kind,
            title: self.title.clone(),
            publisher: self.publisher.clone(),
            dated: self.dated.clone(),
            url: self.url.clone(),
            note: self.note.clone(),
            by: Some(self.member_id),
        }
    }
}

pub async fn insert(conn: &mut Conn, trace: TraceId, offer: &Offer, member: MemberId, now: Time) -> Result<OfferId> {
    let (id,) = crate::sql!(
        "insert into offered_sources (trace_id, part_key, passage, member_id, kind, title, publisher, dated, url, note, created_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) returning id"
    )
    .bind(trace)
    .bind(offer.passage.as_ref().map_or("", |passage| passage.key.as_str()))
    .bind(offer.passage.as_ref().map_or("", |passage| passage.line.as_str()))
    .bind(member)
    .bind(offer.source.kind)
    .bind(&offer.source.title)
    .bind(&offer.source.publisher)
    .bind(&offer.source.dated)
    .bind(&offer.source.url)
    .bind(&offer.source.note)
    .bind(now)
    .one(conn)
    .await?;
    Ok(id)
}

/// How many of a member's offers wait on a trace.
pub async fn waiting(conn: &mut Conn, trace: TraceId, member: MemberId) -> Result<i64> {
    let (count,) =
        crate::sql!("select count(*) from offered_sources where trace_id = $1 and member_id = $2 and state = 'open'")
            .bind(trace)
            .bind(member)
            .one(conn)
            .await?;
    Ok(count)
}

/// What waits on a trace, the first offered first.
pub async fn open(conn: &mut Conn, trace: TraceId) -> Result<Vec<OfferRow>> {
    crate::sql!(
        "select o.id, o.part_key, o.passage, o.member_id, o.kind, o.title, o.publisher, o.dated, o.url, o.note,
                m.handle, m.name, m.demo, m.deleted_at
         from offered_sources o join members m on m.id = o.member_id
         where o.trace_id = $1 and o.state = 'open' order by o.id limit 50"
    )
    .bind(trace)
    .all(conn)
    .await
}

/// Decides an offer that still waits; rows changed. `state`: `taken` or `declined`.
pub async fn decide(
    conn: &mut Conn,
    trace: TraceId,
    offer: OfferId,
    state: &'static str,
    member: MemberId,
    now: Time,
) -> Result<u64> {
    crate::sql!(
        "update offered_sources set state = $3, decided_by = $4, decided_at = $5
         where id = $2 and trace_id = $1 and state = 'open'"
    )
    .bind(trace)
    .bind(offer)
    .bind(state)
    .bind(member)
    .bind(now)
    .run(conn)
    .await
}
