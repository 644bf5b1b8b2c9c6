//! How the list of all traces is walked: through the index of the one facet that keeps fewest. What the
//! others leave out is passed over, at most [`REACH`] rows a page, so that no combination of facets
//! reads the whole table; a page that ends there says where to go on. What a trace says of its shift, its
//! pattern and its lenses stands with the trace and has no order of its own: it is always passed over.

use super::{Row, page_of};
use crate::base::db::{Conn, Sql};
use crate::base::error::Result;
use crate::members::model::Viewer;
use crate::traces::model::card::{After, Facets, Listed};
use crate::traces::model::facet;
use crate::traces::store::narrowed::{choices, facets, has};

/// `$1` to `$8` are the facets, `$9` and `$10` the place, `$11` how many, `$12` and `$13` how far, `$14`
/// the choice whose index is walked, where it has one.
macro_rules! latest {
    ($with:literal, $from:literal, $narrow:literal) => {
        concat!(
            $with,
            "select ",
            columns!(),
            " from ",
            $from,
            joined!(),
            "where",
            visible!(),
            $narrow,
            facets!(),
            "and (t.published_at, t.id) < ($9, $10) and (t.published_at, t.id) >= ($12, $13)
             order by t.published_at desc, t.id desc limit $11"
        )
    };
    ($narrow:literal) => {
        latest!("", "traces t", $narrow)
    };
}

/// Where a walk of `$3` rows from a place ends; nothing where the list ends before.
macro_rules! end {
    ($narrow:literal) => {
        concat!(
            "select t.published_at, t.id from traces t where",
            visible!(),
            $narrow,
            "and (t.published_at, t.id) < ($1, $2) order by t.published_at desc, t.id desc limit 1 offset $3"
        )
    };
}

// Whose traces are wanted are few: found through them, then sorted.
macro_rules! latest_by_few {
    () => {
        latest!(
            "with hits as (select distinct x.trace_id from members y join trace_authors x on x.member_id = y.id
                where y.discipline = $14) ",
            "hits h join traces t on t.id = h.trace_id",
            ""
        )
    };
}

/// Rows that one page walks at most.
const REACH: i64 = 2_000;
/// A discipline that so many have comes up often enough when walking by date.
const FEW: i64 = 200;

/// The newest traces that the facets keep.
pub async fn latest(conn: &mut Conn, viewer: &Viewer, facets: &Facets, after: After, limit: usize) -> Result<Listed> {
    within(REACH, conn, viewer, facets, after, limit).await
}

async fn within(
    reach: i64,
    conn: &mut Conn,
    viewer: &Viewer,
    facets: &Facets,
    after: After,
    limit: usize,
) -> Result<Listed> {
    let way = Way::of(conn, facets).await?;
    let end = if way.passes_over(facets) { way.end(conn, after, reach).await? } else { None };
    let far = end.unwrap_or(After(i64::MIN, i64::MIN));
    let sql = way
        .latest()
        .bind(choices(facets.stages.iter().map(|s| s.as_str())))
        .bind(choices(facets.languages.iter().map(|l| l.as_str())))
        .bind(choices(facets.industries.iter().map(String::as_str)))
        .bind(choices(facets.disciplines.iter().map(|d| d.as_str())))
        .bind(facets.featured)
        .bind(choices(facets.shifts.iter().map(|kind| facet::shift_word(*kind))))
        .bind(choices(facets.patterns.iter().map(|pattern| facet::pattern_word(*pattern))))
        .bind(choices(facets.lenses.iter().map(|key| facet::lens_word(*key))))
        .bind(after.0)
        .bind(after.1)
        .bind(limit as i64 + 1)
        .bind(far.0)
        .bind(far.1);
    let rows: Vec<Row> = way.value(sql).all(conn).await?;
    let mut listed = page_of(rows, viewer, limit, |card| card.published_at.0)?;
    listed.next = listed.next.or(end);
    Ok(listed)
}

/// Whose index is walked.
#[derive(Debug, PartialEq, Eq)]
enum Way {
    Date,
    Featured,
    Industry(String),
    Discipline(&'static str),
    Stage(&'static str),
    Language(&'static str),
}

impl Way {
    /// What keeps fewest comes first. Several choices of one facet have no common order but the date's.
    async fn of(conn: &mut Conn, facets: &Facets) -> Result<Self> {
        if facets.featured {
            return Ok(Self::Featured);
        }
        if let [one] = &facets.industries[..] {
            return Ok(Self::Industry(one.clone()));
        }
        if let [one] = facets.disciplines[..]
            && are_few(conn, one.as_str()).await?
        {
            return Ok(Self::Discipline(one.as_str()));
        }
        Ok(match (&facets.stages[..], &facets.languages[..]) {
            ([one], _) => Self::Stage(one.as_str()),
            (_, [one]) => Self::Language(one.as_str()),
            _ => Self::Date,
        })
    }

    /// Whether rows are passed over: the facets say more than this index does.
    fn passes_over(&self, facets: &Facets) -> bool {
        let mut others = facets.clone();
        match self {
            Self::Date => {}
            Self::Featured => others.featured = false,
            Self::Industry(_) => others.industries.clear(),
            Self::Stage(_) => others.stages.clear(),
            Self::Language(_) => others.languages.clear(),
            Self::Discipline(_) => others.disciplines.clear(),
        }
        !others.is_empty()
    }

    fn latest(&self) -> Sql {
        match self {
            Self::Date => crate::sql!(latest!("")),
            Self::Featured => crate::sql!(latest!("and t.featured_at is not null ")),
            Self::Industry(_) => crate::sql!(latest!("and t.industry = $14 ")),
            Self::Stage(_) => crate::sql!(latest!("and t.stage = $14 ")),
            Self::Language(_) => crate::sql!(latest!("and t.language = $14 ")),
            Self::Discipline(_) => crate::sql!(latest_by_few!()),
        }
    }

    async fn end(&self, conn: &mut Conn, after: After, reach: i64) -> Result<Option<After>> {
        let sql = match self {
            // All of theirs are read and sorted anyway.
            Self::Discipline(_) => return Ok(None),
            Self::Date => crate::sql!(end!("")),
            Self::Featured => crate::sql!(end!("and t.featured_at is not null ")),
            Self::Industry(_) => crate::sql!(end!("and t.industry = $4 ")),
            Self::Stage(_) => crate::sql!(end!("and t.stage = $4 ")),
            Self::Language(_) => crate::sql!(end!("and t.language = $4 ")),
        };
        let row: Option<(i64, i64)> = self.value(sql.bind(after.0).bind(after.1).bind(reach - 1)).maybe(conn).await?;
        Ok(row.map(|(at, id)| After(at, id)))
    }

    fn value(&self, sql: Sql) -> Sql {
        match self {
            Self::Date | Self::Featured => sql,
            Self::Industry(one) => sql.bind(one),
            Self::Discipline(one) | Self::Stage(one) | Self::Language(one) => sql.bind(*one),
        }
    }
}

async fn are_few(conn: &mut Conn, discipline: &str) -> Result<bool> {
    let (members,): (i64,) =
        crate::sql!("select count(*) from (select 1 as one from members where discipline = $1 limit $2) few")
            .bind(discipline)
            .bind(FEW + 1)
            .one(conn)
            .await?;
    Ok(members <= FEW)
}

#[cfg(test)]
mod tests;
