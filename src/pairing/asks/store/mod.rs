//! Statements about asks.

mod list;
mod people;
pub mod times;
pub mod waiting;

use crate::base::db::{Conn, Sql};
use crate::base::error::Result;
use crate::base::time::Time;
use crate::companies::model::CompanyId;
use crate::members::model::{Discipline, MemberId};
use crate::pairing::asks::entry::Wanted;
use crate::pairing::asks::model::{AskState, disciplines};
use crate::pairing::model::{AskId, Kind, Slot, State, Tongues};
use crate::pairing::queue::model::joined;
use crate::traces::model::TraceId;

pub use list::{PAGE, Page, ask, for_partner, has_open, of_member, open, waited_for};
pub use people::{discipline, session};

/// An ask as pages show it.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Ask {
    pub id: AskId,
    pub member_id: MemberId,
    #[sqlx(try_from = "String")]
    pub kind: Kind,
    /// The company, or the one that it was merged into; with its address and names, empty without one.
    pub company_id: Option<CompanyId>,
    pub slug: String,
    pub name_ja: String,
    pub name_en: String,
    pub topic: String,
    pub note: String,
    #[sqlx(try_from = "String")]
    pub languages: Tongues,
    disciplines: String,
    pub partner_id: Option<MemberId>,
    #[sqlx(try_from = "String")]
    pub state: AskState,
    pub created_at: Time,
    pub expires_at: Time,
    /// Who asks.
    pub handle: String,
    pub name: String,
    #[sqlx(try_from = "String")]
    pub discipline: Discipline,
    pub demo: bool,
    /// The account is there and not suspended.
    pub able: bool,
    /// Where it began; no title where the trace can no longer be read.
    pub trace_id: Option<TraceId>,
    pub trace_title: String,
    pub trace_language: String,
    pub other_trace_id: Option<TraceId>,
    pub other_title: String,
    pub other_language: String,
    /// The times that can still be taken, comma-separated.
    slots: String,
}

impl Ask {
    /// Which disciplines it is open to; empty: any.
    #[must_use]
    pub fn wanted(&self) -> Vec<Discipline> {
        disciplines(&self.disciplines)
    }

    /// The times that can still be taken, in order: none that the one who asks has booked since.
    #[must_use]
    pub fn slots(&self) -> Vec<Slot> {
        self.slots.split(',').filter_map(|slot| slot.parse().ok()).collect()
    }
}

/// The rows an ask is made of, besides its times.
pub struct Row<'a> {
    pub wanted: &'a Wanted,
    pub company: Option<CompanyId>,
    pub expires_at: Time,
}

impl Row<'_> {
    /// As `$3` to `$11`.
    fn bind(&self, sql: Sql) -> Sql {
        let wanted = self.wanted;
        sql.bind(wanted.kind)
            .bind(self.company)
            .bind(&wanted.topic)
            .bind(&wanted.note)
            .bind(wanted.languages)
            .bind(joined(&wanted.disciplines))
            .bind(wanted.trace)
            .bind(wanted.other)
            .bind(self.expires_at)
    }
}

/// A new ask, open. `partner`: the only one who sees it.
pub async fn add(
    conn: &mut Conn,
    member: MemberId,
    partner: Option<MemberId>,
    row: &Row<'_>,
    now: Time,
) -> Result<AskId> {
    let sql = crate::sql!(
        "insert into asks (member_id, partner_id, kind, company_id, topic, note, languages, disciplines, trace_id,
                           other_trace_id, expires_at, created_at, industry)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12,
                 coalesce((select c.industry from companies c where c.id = $4), '')) returning id"
    )
    .bind(member)
    .bind(partner);
    let (id,) = row.bind(sql).bind(now).one(conn).await?;
    Ok(id)
}

/// Writes a member's own ask anew, open again where it had expired; false when it is taken or closed.
pub async fn change(conn: &mut Conn, id: AskId, member: MemberId, row: &Row<'_>) -> Result<bool> {
    let sql = crate::sql!(
        "update asks set kind = $3, company_id = $4, topic = $5, note = $6, languages = $7, disciplines = $8,
                trace_id = $9, other_trace_id = $10, expires_at = $11, state = 'open',
                industry = coalesce((select c.industry from companies c where c.id = $4), '')
         where id = $1 and member_id = $2 and state in ('open', 'expired')"
    )
    .bind(id)
    .bind(member);
    Ok(row.bind(sql).run(conn).await? == 1)
}

/// Moves an ask from one state to another; false when it is no longer in the first. Whoever does not
/// want it moved, but nobody else to move it meanwhile, names the same state twice.
pub async fn turn(conn: &mut Conn, id: AskId, from: AskState, to: AskState) -> Result<bool> {
    let done = crate::sql!("update asks set state = $3 where id = $1 and state = $2")
        .bind(id)
        .bind(from)
        .bind(to)
        .run(conn)
        .await?;
    Ok(done == 1)
}

/// Closes a member's own ask; false when it is over already.
pub async fn close(conn: &mut Conn, id: AskId, member: MemberId) -> Result<bool> {
    let done =
        crate::sql!("update asks set state = 'closed' where id = $1 and member_id = $2 and state in ('open', 'taken')")
            .bind(id)
            .bind(member)
            .run(conn)
            .await?;
    Ok(done == 1)
}

/// Closes all that a member asks; which those were.
pub async fn close_all(conn: &mut Conn, member: MemberId) -> Result<Vec<(AskId,)>> {
    crate::sql!("update asks set state = 'closed' where member_id = $1 and state in ('open', 'taken') returning id")
        .bind(member)
        .all(conn)
        .await
}

/// Closes what only `partner` sees: of `member`, or of anybody where nobody is named.
pub async fn close_for_partner(conn: &mut Conn, partner: MemberId, member: Option<MemberId>) -> Result<()> {
    crate::sql!(
        "update asks set state = 'closed'
         where partner_id = $1 and state = 'open' and member_id = coalesce(cast($2 as bigint), member_id)"
    )
    .bind(partner)
    .bind(member)
    .run(conn)
    .await?;
    Ok(())
}

/// How many open asks a member has.
pub async fn count_open(conn: &mut Conn, member: MemberId) -> Result<i64> {
    let (count,) =
        crate::sql!("select count(*) from asks where member_id = $1 and state = 'open'").bind(member).one(conn).await?;
    Ok(count)
}

pub async fn set_expiry(conn: &mut Conn, id: AskId, expires_at: Time) -> Result<()> {
    crate::sql!("update asks set expires_at = $2 where id = $1").bind(id).bind(expires_at).run(conn).await?;
    Ok(())
}

/// What is still asked about doubles of a company is asked about it, in the lists of its industry.
pub async fn follow_company(conn: &mut Conn, into: CompanyId) -> Result<()> {
    crate::sql!(
        "update asks set company_id = $1, industry = (select c.industry from companies c where c.id = $1)
         where state in ('open', 'taken') and company_id in (select d.id from companies d where d.merged_into = $1)"
    )
    .bind(into)
    .run(conn)
    .await?;
    Ok(())
}

/// The latest session that was booked from an ask.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Booked {
    #[sqlx(try_from = "String")]
    pub state: State,
    pub slot: Slot,
    pub cancelled_by: Option<MemberId>,
}

pub async fn booked(conn: &mut Conn, id: AskId) -> Result<Option<Booked>> {
    crate::sql!("select state, slot, cancelled_by from pair_sessions where ask_id = $1 order by id desc limit 1")
        .bind(id)
        .maybe(conn)
        .await
}
