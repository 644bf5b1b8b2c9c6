//! Lists of cards: each is one statement, paged by key, newest first. All of them see published
//! traces only, neither hidden nor deleted; drafts are in no list. What a block keeps from the viewer
//! is left out after a page was cut, so that a page may be shorter and the next one still begins where
//! it ended.

use crate::base::db::{Conn, Sql};
use crate::base::error::{Error, Result};
use crate::base::time::Time;
use crate::base::words::Lang;
use crate::companies::model::{Company, CompanyId};
use crate::members::model::{Discipline, MemberId, Viewer};
use crate::traces::model::card::{After, Author, Card, Feature, Listed};
use crate::traces::model::{Stage, TraceId};

/// Between a person's fields and between persons: control characters, which no stored text holds.
const FIELD: char = '\u{1f}';
const PERSON: char = '\u{1e}';

/// A member as one text, for [`author`].
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

/// `$1` to `$5`: facets as `,a,b,`, empty to keep all; in this form one text serves every combination.
macro_rules! facets {
    () => {
        " and (cast($1 as text) = '' or cast($1 as text) like '%,' || r.stage || ',%')
          and (cast($2 as text) = '' or cast($2 as text) like '%,' || r.language || ',%')
          and (cast($3 as text) = '' or cast($3 as text) like '%,' || c.industry || ',%')
          and (cast($4 as text) = '' or exists (select 1 from trace_authors x join members y on y.id = x.member_id
                where x.trace_id = t.id and cast($4 as text) like '%,' || y.discipline || ',%'))
          and (not cast($5 as boolean) or t.featured_at is not null) "
    };
}

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

#[derive(sqlx::FromRow)]
struct Row {
    id: TraceId,
    slug: String,
    title: String,
    #[sqlx(try_from = "String")]
    language: Lang,
    #[sqlx(try_from = "String")]
    stage: Stage,
    published_at: Time,
    revised_at: Time,
    featured_at: Option<Time>,
    outline: String,
    company_id: CompanyId,
    company_slug: String,
    name_ja: String,
    name_en: String,
    code: String,
    industry: String,
    country: String,
    authors: Option<String>,
    #[sqlx(default)]
    reason: Option<String>,
    #[sqlx(default)]
    feature_at: Option<Time>,
    #[sqlx(default)]
    feature_by: Option<String>,
    #[sqlx(default)]
    score: i64,
}

impl TryFrom<Row> for Card {
    type Error = Error;
    fn try_from(row: Row) -> Result<Self> {
        let broken = |what: String| Error::Internal(format!("trace {}: {what}", row.id));
        let outline = serde_json::from_str(&row.outline).map_err(|e| broken(format!("outline: {e}")))?;
        let authors = row.authors.iter().flat_map(|a| a.split(PERSON)).map(author).collect::<Option<Vec<_>>>();
        let feature = match (row.reason, row.feature_at, row.feature_by) {
            (Some(reason), Some(at), Some(by)) => {
                Some(Feature { reason, at, by: author(&by).ok_or_else(|| broken("who featured it".into()))? })
            }
            _ => None,
        };
        Ok(Card {
            id: row.id,
            slug: row.slug,
            title: row.title,
            language: row.language,
            stage: row.stage,
            published_at: row.published_at,
            revised_at: row.revised_at,
            featured_at: row.featured_at,
            outline,
            company: Company {
                id: row.company_id,
                slug: row.company_slug,
                name_ja: row.name_ja,
                name_en: row.name_en,
                code: row.code,
                industry: row.industry,
                country: row.country,
            },
            authors: authors.ok_or_else(|| Error::Internal(format!("trace {}: authors", row.id)))?,
            feature,
            score: row.score,
        })
    }
}

/// Reads what `person!` wrote.
fn author(text: &str) -> Option<Author> {
    let mut fields = text.split(FIELD);
    Some(Author {
        id: fields.next()?.parse().ok()?,
        handle: fields.next()?.to_owned(),
        name: fields.next()?.to_owned(),
        discipline: fields.next()?.parse::<Discipline>().ok()?,
        demo: fields.next()? == "1",
        gone: fields.next()? == "1",
    })
}

#[cfg(test)]
#[path = "plans.rs"]
mod plans;
