//! Statements about the queue and its proposals.

pub mod looking;
mod proposals;

use crate::base::db::Conn;
use crate::base::error::Result;
use crate::base::time::Time;
use crate::companies::model::CompanyId;
use crate::members::model::{Discipline, MemberId};
use crate::pairing::model::{ProposalId, Slot, Tongues};
use crate::pairing::sessions::model::{Figure, LOOK_BACK};

pub use proposals::{Over, Proposal, answer, end, free, open_proposals, proposal, propose};

/// A member who waits.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Waiting {
    pub member_id: MemberId,
    pub joined_at: Time,
    /// As the last round kept it.
    pub step: i64,
    pub company_id: Option<CompanyId>,
    pub disciplines: String,
    #[sqlx(try_from = "String")]
    pub languages: Tongues,
    #[sqlx(try_from = "String")]
    pub discipline: Discipline,
    open: i64,
    came: i64,
    of: i64,
}

impl Waiting {
    #[must_use]
    pub const fn figure(&self) -> Figure {
        Figure { came: self.came, of: self.of }
    }

    /// How many more hours may be booked.
    #[must_use]
    pub fn bookings_left(&self) -> u32 {
        u32::try_from(self.figure().open_bookings() - self.open).unwrap_or_default()
    }
}

/// Keeps of the queue `q` a member and the first so many others who wait without a proposal and share a
/// language with them: whoever looks at how they stand looks at no more, however long the queue is.
macro_rules! near {
    ($member:literal, $most:literal) => {
        concat!(
            "join (select cast(",
            $member,
            " as bigint) as member_id union all
                   select f.member_id from (select o.member_id from pair_queue me join pair_queue o
                          on o.member_id <> me.member_id and o.proposal_id is null
                             and (me.languages = 'either' or o.languages = 'either' or o.languages = me.languages)
                   where me.member_id = ",
            $member,
            " order by o.step, o.joined_at, o.member_id limit ",
            $most,
            ") f) n on n.member_id = q.member_id "
        )
    };
}
pub(in crate::pairing) use near;

macro_rules! waiting {
    ($($near:expr)?) => {
        concat!(
            "select q.member_id, q.joined_at, q.step, coalesce(c.merged_into, c.id) as company_id, q.disciplines,
                    q.languages, m.discipline,
                    (select count(distinct h.session_id) from pair_slots h where h.member_id = m.id and h.slot >= $2) as open,
                    (select count(*) from (select f.outcome from pair_people f where f.member_id = m.id and f.outcome <> ''
                                           order by f.figured_at desc limit $3) l where l.outcome = 'came') as came,
                    (select count(*) from (select f.outcome from pair_people f where f.member_id = m.id and f.outcome <> ''
                                           order by f.figured_at desc limit $3) l) as of
             from pair_queue q ",
            $($near,)?
            "join members m on m.id = q.member_id left join companies c on c.id = q.company_id
             where q.proposal_id is null and m.verified_at is not null and m.deleted_at is null
                   and (m.suspended_until is null or m.suspended_until <= $1)
             order by q.step, q.joined_at, q.member_id"
        )
    };
}

/// Everybody who waits without a proposal and can meet, the oldest first.
pub async fn waiting(conn: &mut Conn, now: Time) -> Result<Vec<Waiting>> {
    crate::sql!(waiting!()).bind(now).bind(Slot::at(now)).bind(LOOK_BACK).all(conn).await
}

/// The member and those near them, of whom the same holds.
pub async fn waiting_near(conn: &mut Conn, member: MemberId, most: i64, now: Time) -> Result<Vec<Waiting>> {
    let sql = crate::sql!(waiting!(near!("$4", "$5")));
    sql.bind(now).bind(Slot::at(now)).bind(LOOK_BACK).bind(member).bind(most).all(conn).await
}

macro_rules! busy {
    ($($near:expr)?) => {
        concat!(
            "select h.member_id, h.slot from pair_queue q ",
            $($near,)?
            "join pair_slots h on h.member_id = q.member_id where h.slot >= $1 order by h.member_id, h.slot"
        )
    };
}

/// Quarter-hours that those who wait have booked.
pub async fn busy(conn: &mut Conn, now: Time) -> Result<Vec<(MemberId, Slot)>> {
    crate::sql!(busy!()).bind(Slot::at(now)).all(conn).await
}

/// Quarter-hours that the member and those near them have booked.
pub async fn busy_near(conn: &mut Conn, member: MemberId, most: i64, now: Time) -> Result<Vec<(MemberId, Slot)>> {
    crate::sql!(busy!(near!("$2", "$3"))).bind(Slot::at(now)).bind(member).bind(most).all(conn).await
}

/// What lies between two who wait.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Between {
    pub one: MemberId,
    pub other: MemberId,
    /// `blocked`, `apart` (a proposal came to nothing lately), `mutual`, or `met`.
    pub what: String,
    pub times: i64,
}

/// All that lies between those who wait. `since`: proposals that came to nothing after that.
pub async fn between(conn: &mut Conn, since: Time) -> Result<Vec<Between>> {
    crate::sql!(
        "select b.member_id as one, b.blocked_id as other, 'blocked' as what, cast(1 as bigint) as times
         from pair_queue q join blocks b on b.member_id = q.member_id join pair_queue r on r.member_id = b.blocked_id
         union all
         select p.first_id, p.second_id, 'apart', cast(1 as bigint)
         from pair_queue q join proposals p on p.first_id = q.member_id join pair_queue r on r.member_id = p.second_id
         where p.kind = 'match' and p.state in ('declined', 'lapsed') and p.created_at > $1
         union all
         select i.member_id, i.other_id, 'mutual', cast(1 as bigint)
         from pair_queue q join interests i on i.member_id = q.member_id join pair_queue r on r.member_id = i.other_id
              join interests j on j.member_id = i.other_id and j.other_id = i.member_id
         where i.member_id < i.other_id
         union all
         select p.member_id, o.member_id, 'met', count(*)
         from pair_queue q join pair_people p on p.member_id = q.member_id
              join pair_sessions s on s.id = p.session_id and s.state = 'held'
              join pair_people o on o.session_id = p.session_id and o.member_id > p.member_id
              join pair_queue r on r.member_id = o.member_id
         group by p.member_id, o.member_id"
    )
    .bind(since)
    .all(conn)
    .await
}

/// Whom a member is not matched with: a block, or a proposal after `since` that came to nothing.
pub async fn apart(conn: &mut Conn, member: MemberId, since: Time) -> Result<Vec<Between>> {
    crate::sql!(
        "select member_id as one, blocked_id as other, 'blocked' as what, cast(1 as bigint) as times
         from blocks where member_id = $1
         union all
         select member_id, blocked_id, 'blocked', cast(1 as bigint) from blocks where blocked_id = $1
         union all
         select first_id, second_id, 'apart', cast(1 as bigint) from proposals
         where first_id = $1 and kind = 'match' and state in ('declined', 'lapsed') and created_at > $2
         union all
         select first_id, second_id, 'apart', cast(1 as bigint) from proposals
         where second_id = $1 and kind = 'match' and state in ('declined', 'lapsed') and created_at > $2"
    )
    .bind(member)
    .bind(since)
    .all(conn)
    .await
}

/// A member's own place.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Place {
    pub joined_at: Time,
    pub company_id: Option<CompanyId>,
    pub name_ja: String,
    pub name_en: String,
    pub disciplines: String,
    #[sqlx(try_from = "String")]
    pub languages: Tongues,
    pub proposal_id: Option<ProposalId>,
    /// 1: nobody waits longer.
    pub place: i64,
}

pub async fn place(conn: &mut Conn, member: MemberId) -> Result<Option<Place>> {
    crate::sql!(
        "select q.joined_at, coalesce(c.merged_into, c.id) as company_id, coalesce(i.name_ja, c.name_ja, '') as name_ja,
                coalesce(i.name_en, c.name_en, '') as name_en, q.disciplines, q.languages, q.proposal_id,
                (select count(*) from pair_queue o
                 where (o.step, o.joined_at, o.member_id) <= (q.step, q.joined_at, q.member_id)) as place
         from pair_queue q left join companies c on c.id = q.company_id left join companies i on i.id = c.merged_into
         where q.member_id = $1"
    )
    .bind(member)
    .maybe(conn)
    .await
}

/// Joins, or changes the wish and keeps the place.
pub async fn join(
    conn: &mut Conn,
    member: MemberId,
    company: Option<CompanyId>,
    disciplines: &str,
    languages: Tongues,
    now: Time,
) -> Result<()> {
    crate::sql!(
        "insert into pair_queue (member_id, joined_at, company_id, disciplines, languages) values ($1, $2, $3, $4, $5)
         on conflict (member_id) do update set company_id = excluded.company_id, disciplines = excluded.disciplines,
                languages = excluded.languages"
    )
    .bind(member)
    .bind(now)
    .bind(company)
    .bind(disciplines)
    .bind(languages)
    .run(conn)
    .await?;
    Ok(())
}

/// Leaves; false when not there.
pub async fn leave(conn: &mut Conn, member: MemberId) -> Result<bool> {
    Ok(crate::sql!("delete from pair_queue where member_id = $1").bind(member).run(conn).await? == 1)
}

/// Keeps whose turn comes after whose.
pub async fn set_step(conn: &mut Conn, member: MemberId, step: i64) -> Result<()> {
    crate::sql!("update pair_queue set step = $2 where member_id = $1").bind(member).bind(step).run(conn).await?;
    Ok(())
}

/// A company for two who name none: one of the directory that neither of the two has traced or met on,
/// those that others have traced first, so that there is something to compare with. Which of them
/// depends on the two, so that not everybody is given the same, and on nothing else.
pub async fn company_for(conn: &mut Conn, people: [MemberId; 2]) -> Result<Option<CompanyId>> {
    let row: Option<(CompanyId,)> = crate::sql!(
        "select c.id from companies c
         where c.hidden_at is null and c.merged_into is null
           and c.id not in (select t.company_id from trace_authors a join traces t on t.id = a.trace_id
                            where a.member_id in ($1, $2))
           and c.id not in (select coalesce(d.merged_into, d.id) from pair_people p
                            join pair_sessions s on s.id = p.session_id join companies d on d.id = s.company_id
                            where p.member_id in ($1, $2))
         order by case when exists (select 1 from traces t where t.company_id = c.id and t.published is not null
                                    and t.hidden_at is null and t.deleted_at is null) then 0 else 1 end,
                  (c.id * 7919 + cast($1 as bigint) * 31 + cast($2 as bigint)) % 1009, c.id
         limit 1"
    )
    .bind(people[0])
    .bind(people[1])
    .maybe(conn)
    .await?;
    Ok(row.map(|(id,)| id))
}

/// Waits of the last hours that the queue brought together: how long each of the two had waited.
pub async fn waits(conn: &mut Conn) -> Result<Vec<(i64, i64)>> {
    crate::sql!(
        "select created_at - first_since, created_at - second_since from proposals
         where state = 'booked' and kind = 'match' order by id desc limit 20"
    )
    .all(conn)
    .await
}
