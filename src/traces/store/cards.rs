//! Lists of cards: each is one statement, paged by key, newest first. All of them see published
//! traces only, neither hidden nor deleted; drafts are in no list. What a block keeps from the viewer
//! is left out after a page was cut, so that a page may be shorter and the next one still begins where
//! it ended.

mod row;

use crate::base::db::{Conn, Sql};
use crate::base::error::Result;
use crate::companies::model::CompanyId;
use crate::members::model::{MemberId, Viewer};
use crate::traces::model::card::{After, Card, Listed};
use crate::traces::model::{TraceId, compare};
use crate::traces::store::cards::row::Row;

/// A member as one text, for [`row`]; between fields and between persons stand control characters,
/// which no stored text holds.
macro_rules! person {
    ($m:literal) => {
        concat!(
            "cast(",
            $m,
            ".id as text) || '\u{1f}' || ",
            $m,
            ".handle || '\u{1f}' || ",
            $m,
            ".name || '\u{1f}' || ",
            $m,
            ".discipline || '\u{1f}' || case when ",
            $m,
            ".demo then '1' else '' end || '\u{1f}' || case when ",
            $m,
            ".deleted_at is null then '' else '1' end"
        )
    };
}

/// What a card is read from.
macro_rules! columns {
    () => {
        concat!(
            "t.id, t.slug, r.title, r.language, r.stage, t.published_at, r.created_at as revised_at, t.featured_at, r.outline,
             c.id as company_id, c.slug as company_slug, c.name_ja, c.name_en, c.code, c.industry, c.country,
             (select string_agg(", person!("m"), ", '\u{1e}' order by a.position)
                from trace_authors a join members m on m.id = a.member_id where a.trace_id = t.id) as authors"
        )
    };
}

/// The revision that is shown and the company.
macro_rules! joined {
    () => {
        " join revisions r on r.trace_id = t.id and r.number = t.published join companies c on c.id = t.company_id "
    };
}

/// The condition of the lists' partial indexes.
macro_rules! visible {
    () => {
        " t.published is not null and t.hidden_at is null and t.deleted_at is null "
    };
}
pub(super) use visible;

macro_rules! of_company {
    () => {
        concat!("select ", columns!(), " from traces t", joined!(), "where", visible!(),
            "and t.company_id = $1 and (t.published_at, t.id) < ($2, $3) order by t.published_at desc, t.id desc limit $4")
    };
}

// A member's traces are few: found through `trace_authors_member`, then sorted.
macro_rules! by_member {
    () => {
        concat!("select ", columns!(), " from trace_authors o join traces t on t.id = o.trace_id", joined!(), "where", visible!(),
            "and o.member_id = $1 and (t.published_at, t.id) < ($2, $3) order by t.published_at desc, t.id desc limit $4")
    };
}

macro_rules! featured {
    () => {
        concat!("select ", columns!(), ", f.reason, f.created_at as feature_at, ", person!("w"), " as feature_by from traces t",
            joined!(), "join features f on f.trace_id = t.id and f.taken_down_at is null join members w on w.id = f.member_id where",
            visible!(),
            "and t.featured_at is not null and (t.featured_at, t.id) < ($1, $2) order by t.featured_at desc, t.id desc limit $3")
    };
}

// `search_terms` has one row for a term and a trace: as many rows as terms asked for means all of them.
macro_rules! found {
    () => {
        concat!(
            "with hits as (select s.trace_id, cast(sum(s.weight) as bigint) as score from search_terms s
                where s.term in ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
                group by s.trace_id having count(*) = $13)
            select ",
            columns!(),
            ", h.score from hits h join traces t on t.id = h.trace_id",
            joined!(),
            "where",
            visible!(),
            "and (h.score, t.id) < ($14, $15) order by h.score desc, t.id desc limit $16"
        )
    };
}

macro_rules! chosen {
    () => {
        concat!(
            "select ",
            columns!(),
            " from traces t",
            joined!(),
            "where",
            visible!(),
            "and t.id in ($1, $2, $3, $4, $5, $6, $7, $8)"
        )
    };
}

mod walk;
pub use walk::latest;

/// As many terms as one statement asks for.
const MOST_TERMS: usize = crate::base::text::terms::MAX_QUERY_TERMS;

/// A company's traces.
pub async fn of_company(
    conn: &mut Conn,
    viewer: &Viewer,
    company: CompanyId,
    after: After,
    limit: usize,
) -> Result<Listed> {
    page(conn, viewer, crate::sql!(of_company!()).bind(company), after, limit, |card| card.published_at.0).await
}

/// What a member has written, alone or with others.
pub async fn by_member(
    conn: &mut Conn,
    viewer: &Viewer,
    member: MemberId,
    after: After,
    limit: usize,
) -> Result<Listed> {
    page(conn, viewer, crate::sql!(by_member!()).bind(member), after, limit, |card| card.published_at.0).await
}

/// What organizers have chosen, with their reasons.
pub async fn featured(conn: &mut Conn, viewer: &Viewer, after: After, limit: usize) -> Result<Listed> {
    page(conn, viewer, crate::sql!(featured!()), after, limit, |card| card.featured_at.map_or(0, |t| t.0)).await
}

/// The traces that have every term of `base::text::terms::query_terms`, best first, then newest.
pub async fn found(conn: &mut Conn, viewer: &Viewer, terms: &[String], after: After, limit: usize) -> Result<Listed> {
    let terms = &terms[..terms.len().min(MOST_TERMS)];
    if terms.is_empty() {
        return Ok(Listed { cards: Vec::new(), next: None });
    }
    let mut sql = crate::sql!(found!());
    for place in 0..MOST_TERMS {
        // No document has an empty term.
        sql = sql.bind(terms.get(place).map_or("", String::as_str));
    }
    page(conn, viewer, sql.bind(terms.len() as i64), after, limit, |card| card.score).await
}

/// Of these traces (at most [`compare::READ`]) those that readers see, in this order.
pub async fn chosen(conn: &mut Conn, traces: &[TraceId]) -> Result<Vec<Card>> {
    let sql = (0..compare::READ).fold(crate::sql!(chosen!()), |sql, at| sql.bind(traces.get(at).map_or(0, |id| id.0)));
    let rows: Vec<Row> = sql.all(conn).await?;
    let mut cards = rows.into_iter().map(Card::try_from).collect::<Result<Vec<_>>>()?;
    cards.sort_by_key(|card| traces.iter().position(|id| *id == card.id));
    Ok(cards)
}

async fn page(
    conn: &mut Conn,
    viewer: &Viewer,
    sql: Sql,
    after: After,
    limit: usize,
    key: impl Fn(&Card) -> i64,
) -> Result<Listed> {
    let rows: Vec<Row> = sql.bind(after.0).bind(after.1).bind(limit as i64 + 1).all(conn).await?;
    page_of(rows, viewer, limit, key)
}

fn page_of(rows: Vec<Row>, viewer: &Viewer, limit: usize, key: impl Fn(&Card) -> i64) -> Result<Listed> {
    let cards = rows.into_iter().map(Card::try_from).collect::<Result<Vec<_>>>()?;
    Ok(Listed::cut(cards, limit, key).for_viewer(viewer))
}

#[cfg(test)]
#[path = "plans.rs"]
mod plans;
