//! Statements about members' times.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::base::db::{Conn, Sql};
use crate::base::error::Result;
use crate::base::time::Time;
use crate::members::model::MemberId;
use crate::pairing::queue::store::near;
use crate::pairing::times::{Exception, Rule, Week};

#[derive(sqlx::FromRow)]
struct RuleRow {
    member_id: MemberId,
    weekday: i64,
    from_minute: i64,
    until_minute: i64,
}

#[derive(sqlx::FromRow)]
struct ExceptionRow {
    member_id: MemberId,
    day: String,
    from_minute: i64,
    until_minute: i64,
    free: bool,
}

impl RuleRow {
    fn rule(&self) -> Rule {
        let small = |n: i64| u16::try_from(n).unwrap_or_default();
        Rule {
            weekday: u8::try_from(self.weekday).unwrap_or_default(),
            from: small(self.from_minute),
            until: small(self.until_minute),
        }
    }
}

impl ExceptionRow {
    /// `None` for a day that no calendar has, which the form never lets in.
    fn exception(&self) -> Option<Exception> {
        let small = |n: i64| u16::try_from(n).unwrap_or_default();
        let day = self.day.parse().ok()?;
        Some(Exception { day, from: small(self.from_minute), until: small(self.until_minute), free: self.free })
    }
}

/// A member's week; `None` before it was marked.
pub async fn week(conn: &mut Conn, member: MemberId) -> Result<Option<Week>> {
    let Some(zone) = zone(conn, member).await? else { return Ok(None) };
    let rules: Vec<RuleRow> = crate::sql!(
        "select member_id, weekday, from_minute, until_minute from availability_rules
         where member_id = $1 order by weekday, from_minute"
    )
    .bind(member)
    .all(conn)
    .await?;
    let exceptions: Vec<ExceptionRow> = crate::sql!(
        "select member_id, day, from_minute, until_minute, free from availability_exceptions
         where member_id = $1 order by day, from_minute"
    )
    .bind(member)
    .all(conn)
    .await?;
    let rules = rules.iter().map(RuleRow::rule).collect();
    let exceptions = exceptions.iter().filter_map(ExceptionRow::exception).collect();
    Ok(Some(Week { zone, rules, exceptions }))
}

/// Rows of those in the queue; `near`: of those that stand near one of them alone.
macro_rules! queued {
    ($columns:literal, $table:literal $(, $near:expr)?) => {
        concat!("select ", $columns, " from pair_queue q ", $($near,)? "join ", $table, " a on a.member_id = q.member_id")
    };
}

/// The weeks of everybody in the queue: three statements however many wait.
pub async fn weeks(conn: &mut Conn) -> Result<Vec<(MemberId, Week)>> {
    let zones = crate::sql!(queued!("a.member_id, a.zone", "availability")).all(conn).await?;
    let rules = crate::sql!(queued!("a.member_id, a.weekday, a.from_minute, a.until_minute", "availability_rules"))
        .all(conn)
        .await?;
    let exceptions =
        crate::sql!(queued!("a.member_id, a.day, a.from_minute, a.until_minute, a.free", "availability_exceptions"))
            .all(conn)
            .await?;
    Ok(joined(zones, rules, exceptions))
}

/// The weeks of a member in the queue and of those near them: as many statements.
pub async fn weeks_near(conn: &mut Conn, member: MemberId, most: i64) -> Result<Vec<(MemberId, Week)>> {
    let of = |sql: Sql| sql.bind(member).bind(most);
    let zones = of(crate::sql!(queued!("a.member_id, a.zone", "availability", near!("$1", "$2")))).all(conn).await?;
    let rules = of(crate::sql!(queued!(
        "a.member_id, a.weekday, a.from_minute, a.until_minute",
        "availability_rules",
        near!("$1", "$2")
    )));
    let rules = rules.all(conn).await?;
    let exceptions = of(crate::sql!(queued!(
        "a.member_id, a.day, a.from_minute, a.until_minute, a.free",
        "availability_exceptions",
        near!("$1", "$2")
    )));
    Ok(joined(zones, rules, exceptions.all(conn).await?))
}

fn joined(zones: Vec<(MemberId, String)>, rules: Vec<RuleRow>, exceptions: Vec<ExceptionRow>) -> Vec<(MemberId, Week)> {
    let empty = |zone| Week { zone, rules: Vec::new(), exceptions: Vec::new() };
    let mut weeks: BTreeMap<MemberId, Week> = zones.into_iter().map(|(id, zone)| (id, empty(zone))).collect();
    for row in rules {
        if let Some(week) = weeks.get_mut(&row.member_id) {
            week.rules.push(row.rule());
        }
    }
    for row in exceptions {
        if let (Some(week), Some(exception)) = (weeks.get_mut(&row.member_id), row.exception()) {
            week.exceptions.push(exception);
        }
    }
    weeks.into_iter().collect()
}

/// Whether the member has marked any time.
pub async fn has_any(conn: &mut Conn, member: MemberId) -> Result<bool> {
    let found: Option<(i64,)> = crate::sql!(
        "select cast(1 as bigint) as one from availability_rules where member_id = $1
         union all select cast(1 as bigint) from availability_exceptions where member_id = $1 and free limit 1"
    )
    .bind(member)
    .maybe(conn)
    .await?;
    Ok(found.is_some())
}

/// Replaces a member's week; exceptions stay.
pub async fn save(conn: &mut Conn, member: MemberId, zone: &str, rules: &[Rule], now: Time) -> Result<()> {
    crate::sql!(
        "insert into availability (member_id, zone, updated_at) values ($1, $2, $3)
         on conflict (member_id) do update set zone = excluded.zone, updated_at = excluded.updated_at"
    )
    .bind(member)
    .bind(zone)
    .bind(now)
    .run(conn)
    .await?;
    crate::sql!("delete from availability_rules where member_id = $1").bind(member).run(conn).await?;
    // At most a hundred, each a stretch of a day.
    for rule in rules {
        crate::sql!(
            "insert into availability_rules (member_id, weekday, from_minute, until_minute) values ($1, $2, $3, $4)"
        )
        .bind(member)
        .bind(i64::from(rule.weekday))
        .bind(i64::from(rule.from))
        .bind(i64::from(rule.until))
        .run(conn)
        .await?;
    }
    Ok(())
}

/// The zone of the member's week, if they have one.
pub async fn zone(conn: &mut Conn, member: MemberId) -> Result<Option<String>> {
    let found: Option<(String,)> =
        crate::sql!("select zone from availability where member_id = $1").bind(member).maybe(conn).await?;
    Ok(found.map(|(zone,)| zone))
}

/// Notes that the member's times change, in `zone` where there is no week yet. Until the
/// transaction ends no other one changes them, so that what is counted stays so.
pub async fn touch(conn: &mut Conn, member: MemberId, zone: &str, now: Time) -> Result<()> {
    crate::sql!(
        "insert into availability (member_id, zone, updated_at) values ($1, $2, $3)
         on conflict (member_id) do update set updated_at = excluded.updated_at"
    )
    .bind(member)
    .bind(zone)
    .bind(now)
    .run(conn)
    .await?;
    Ok(())
}

/// How many exceptions the member has.
pub async fn exceptions(conn: &mut Conn, member: MemberId) -> Result<i64> {
    let (count,) =
        crate::sql!("select count(*) from availability_exceptions where member_id = $1").bind(member).one(conn).await?;
    Ok(count)
}

/// Adds an exception; false when one begins there already.
pub async fn add_exception(conn: &mut Conn, member: MemberId, exception: Exception) -> Result<bool> {
    let added = crate::sql!(
        "insert into availability_exceptions (member_id, day, from_minute, until_minute, free)
         values ($1, $2, $3, $4, $5) on conflict do nothing"
    )
    .bind(member)
    .bind(exception.day.to_string())
    .bind(i64::from(exception.from))
    .bind(i64::from(exception.until))
    .bind(exception.free)
    .run(conn)
    .await?;
    Ok(added == 1)
}

pub async fn remove_exception(conn: &mut Conn, member: MemberId, day: Date, from: u16) -> Result<()> {
    crate::sql!("delete from availability_exceptions where member_id = $1 and day = $2 and from_minute = $3")
        .bind(member)
        .bind(day.to_string())
        .bind(i64::from(from))
        .run(conn)
        .await?;
    Ok(())
}

/// Forgets the exceptions of days before `today`.
pub async fn prune(conn: &mut Conn, member: MemberId, today: Date) -> Result<()> {
    crate::sql!("delete from availability_exceptions where member_id = $1 and day < $2")
        .bind(member)
        .bind(today.to_string())
        .run(conn)
        .await?;
    Ok(())
}

/// Whether the member waits for a partner.
pub async fn is_waiting(conn: &mut Conn, member: MemberId) -> Result<bool> {
    let found: Option<(MemberId,)> =
        crate::sql!("select member_id from pair_queue where member_id = $1").bind(member).maybe(conn).await?;
    Ok(found.is_some())
}
