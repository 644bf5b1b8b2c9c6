//! Lists of asks, the newest first: each is one statement, paged by key. What a block keeps from the
//! viewer is left out after a page was cut, so that a page may be shorter and the next one still begins
//! where it ended.

use super::Ask;
use crate::base::db::{Conn, Sql};
use crate::base::error::Result;
use crate::base::time::Time;
use crate::members::model::{MemberId, Viewer};
use crate::pairing::asks::model::{Filter, SHOWN, closed_until};
use crate::pairing::model::AskId;

/// Asks on one page.
pub const PAGE: i64 = 20;

/// `$1`: times up to here can no longer be taken. `$2`: now.
macro_rules! columns {
    () => {
        "select a.id, a.member_id, a.kind, coalesce(c.merged_into, c.id) as company_id,
                coalesce(i.slug, c.slug, '') as slug, coalesce(i.name_ja, c.name_ja, '') as name_ja,
                coalesce(i.name_en, c.name_en, '') as name_en, a.topic, a.note, a.languages, a.disciplines,
                a.partner_id, a.state, a.created_at, a.expires_at, m.handle, m.name, m.discipline, m.demo,
                (m.deleted_at is null and (m.suspended_until is null or m.suspended_until <= $2)) as able,
                a.trace_id, coalesce(t.title, '') as trace_title, coalesce(t.language, '') as trace_language,
                a.other_trace_id, coalesce(o.title, '') as other_title, coalesce(o.language, '') as other_language,
                coalesce((select string_agg(cast(s.slot as text), ',' order by s.slot) from ask_slots s
                          where s.ask_id = a.id and s.slot > $1
                            and not exists (select 1 from pair_slots h
                                            where h.member_id = a.member_id and h.slot > s.slot - 4 and h.slot < s.slot + 4)),
                         '') as slots"
    };
}

macro_rules! joined {
    () => {
        " join members m on m.id = a.member_id
          left join companies c on c.id = a.company_id left join companies i on i.id = c.merged_into
          left join traces t on t.id = a.trace_id and t.published is not null and t.hidden_at is null and t.deleted_at is null
          left join traces o on o.id = a.other_trace_id and o.published is not null and o.hidden_at is null
                             and o.deleted_at is null "
    };
}

/// Open to everybody: the condition of the lists' partial indexes, and what no list shows.
macro_rules! open {
    () => {
        " a.state = 'open' and a.partner_id is null and a.expires_at > $2
          and m.deleted_at is null and (m.suspended_until is null or m.suspended_until <= $2) "
    };
}

/// `$3` and `$4`: a kind and a language, empty to keep all.
macro_rules! kept {
    () => {
        " and (cast($3 as text) = '' or a.kind = $3) and (cast($4 as text) = '' or a.languages in ($4, 'either')) "
    };
}

/// `$8`: a discipline, empty to keep all.
macro_rules! also_open_to {
    () => {
        "and (cast($8 as text) = '' or exists (select 1 from ask_disciplines d where d.discipline = $8 and d.ask_id = a.id)) "
    };
}

macro_rules! latest {
    () => {
        concat!(
            columns!(),
            " from asks a",
            joined!(),
            "where",
            open!(),
            kept!(),
            "and a.id < $5 order by a.id desc limit $6"
        )
    };
}

macro_rules! of_kind {
    () => {
        concat!(
            columns!(),
            " from asks a",
            joined!(),
            "where",
            open!(),
            "and a.kind = $3 and (cast($4 as text) = '' or a.languages in ($4, 'either')) ",
            "and a.id < $5 order by a.id desc limit $6"
        )
    };
}

// `cross join` keeps the order in which SQLite reads the two.
macro_rules! of_discipline {
    () => {
        concat!(
            columns!(),
            " from ask_disciplines d cross join asks a",
            joined!(),
            "where d.discipline = $7 and a.id = d.ask_id and",
            open!(),
            kept!(),
            "and d.ask_id < $5 order by d.ask_id desc limit $6"
        )
    };
}

macro_rules! of_industry {
    () => {
        concat!(
            columns!(),
            " from asks a",
            joined!(),
            "where a.industry = $7 and",
            open!(),
            kept!(),
            also_open_to!(),
            "and a.id < $5 order by a.id desc limit $6"
        )
    };
}

macro_rules! of_company {
    () => {
        concat!(
            columns!(),
            " from asks a",
            joined!(),
            "where",
            open!(),
            kept!(),
            "and a.company_id in (select k.id from companies k where k.id = $7
                                  union all select k.id from companies k where k.merged_into = $7) ",
            also_open_to!(),
            "and (cast($9 as text) = '' or a.industry = $9) and a.id < $5 order by a.id desc limit $6"
        )
    };
}

/// A page of a list, and where the next one begins, if there is one.
pub struct Page {
    pub asks: Vec<Ask>,
    pub next: Option<i64>,
}

/// Open asks that the filter keeps, below `after`; none where it names a company that is not there.
pub async fn open(
    conn: &mut Conn,
    viewer: &Viewer,
    filter: &Filter,
    after: Option<i64>,
    limit: i64,
    now: Time,
) -> Result<Page> {
    if filter.misses() {
        return Ok(Page { asks: Vec::new(), next: None });
    }
    let base = |sql: Sql| {
        sql.bind(closed_until(now))
            .bind(now)
            .bind(filter.kind.map_or("", |kind| kind.as_str()))
            .bind(filter.language.map_or("", |language| language.as_str()))
            .bind(after.unwrap_or(i64::MAX))
            .bind(limit + 1)
    };
    let discipline = filter.discipline.map_or("", |discipline| discipline.as_str());
    let industry = filter.industry.unwrap_or_default();
    // By what there is least of: a company has few asks, an industry fewer than a discipline.
    let sql = if let Some(company) = filter.company {
        base(crate::sql!(of_company!())).bind(company).bind(discipline).bind(industry)
    } else if !industry.is_empty() {
        base(crate::sql!(of_industry!())).bind(industry).bind(discipline)
    } else if !discipline.is_empty() {
        base(crate::sql!(of_discipline!())).bind(discipline)
    } else if filter.kind.is_some() {
        base(crate::sql!(of_kind!()))
    } else {
        base(crate::sql!(latest!()))
    };
    let mut asks: Vec<Ask> = sql.all(conn).await?;
    let more = asks.len() as i64 > limit;
    asks.truncate(limit as usize);
    let next = asks.last().filter(|_| more).map(|ask| ask.id.0);
    asks.retain(|ask| !viewer.keeps_apart(ask.member_id));
    Ok(Page { asks, next })
}

/// A member's or an ask's own list: the number is `$3`.
fn own(sql: Sql, number: i64, now: Time) -> Sql {
    sql.bind(closed_until(now)).bind(now).bind(number)
}

/// The ask with this number, whoever asks.
pub async fn ask(conn: &mut Conn, id: AskId, now: Time) -> Result<Option<Ask>> {
    own(crate::sql!(concat!(columns!(), " from asks a", joined!(), "where a.id = $3")), id.0, now).maybe(conn).await
}

/// What a member asks, and what nobody took lately, the newest first. A member has few.
pub async fn of_member(conn: &mut Conn, member: MemberId, now: Time) -> Result<Vec<Ask>> {
    let sql = crate::sql!(concat!(
        columns!(),
        " from asks a",
        joined!(),
        "where a.member_id = $3 and (a.state in ('open', 'taken') and a.expires_at > $2
                                     or a.state = 'expired' and a.expires_at > $4)
         order by a.id desc limit 10"
    ));
    own(sql, member.0, now).bind(now.plus(-SHOWN)).all(conn).await
}

/// What a former partner asks of the member alone.
pub async fn for_partner(conn: &mut Conn, member: MemberId, now: Time) -> Result<Vec<Ask>> {
    let sql = crate::sql!(concat!(
        columns!(),
        " from asks a",
        joined!(),
        "where a.partner_id = $3 and a.state = 'open' and a.expires_at > $2 order by a.id desc limit 10"
    ));
    own(sql, member.0, now).all(conn).await
}

/// What the member waits for, or is offered now.
pub async fn waited_for(conn: &mut Conn, member: MemberId, now: Time) -> Result<Vec<Ask>> {
    let sql = crate::sql!(concat!(
        columns!(),
        " from ask_waiting w cross join asks a",
        joined!(),
        "where w.member_id = $3 and a.id = w.ask_id and w.state <> 'passed' and a.state = 'taken' and a.expires_at > $2
         order by w.ask_id desc limit 20"
    ));
    own(sql, member.0, now).all(conn).await
}

/// Whether a member has an ask that is open to everybody.
pub async fn has_open(conn: &mut Conn, member: MemberId, now: Time) -> Result<bool> {
    let found: Option<(AskId,)> = crate::sql!(
        "select id from asks where member_id = $1 and state = 'open' and partner_id is null and expires_at > $2 limit 1"
    )
    .bind(member)
    .bind(now)
    .maybe(conn)
    .await?;
    Ok(found.is_some())
}

#[cfg(test)]
#[path = "plans.rs"]
mod plans;
