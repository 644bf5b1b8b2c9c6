//! Statements about offered times, and about the list by discipline.

use crate::base::db::Conn;
use crate::base::error::Result;
use crate::members::model::MemberId;
use crate::pairing::asks::model::TIMES;
use crate::pairing::model::{AskId, HOUR_SLOTS, Slot};

/// Offers these times, [`TIMES`] at most.
pub async fn offer(conn: &mut Conn, id: AskId, slots: &[Slot]) -> Result<()> {
    let mut sql = crate::sql!(
        "insert into ask_slots (ask_id, slot)
         select cast($1 as bigint), v.slot from
           (select cast($2 as bigint) as slot union select cast($3 as bigint) union select cast($4 as bigint)
            union select cast($5 as bigint) union select cast($6 as bigint) union select cast($7 as bigint)) v
         where v.slot is not null"
    )
    .bind(id);
    for place in 0..TIMES {
        sql = sql.bind(slots.get(place).copied());
    }
    sql.run(conn).await?;
    Ok(())
}

/// All times of an ask, also those gone by.
pub async fn all(conn: &mut Conn, id: AskId) -> Result<Vec<Slot>> {
    let rows: Vec<(Slot,)> =
        crate::sql!("select slot from ask_slots where ask_id = $1 order by slot").bind(id).all(conn).await?;
    Ok(rows.into_iter().map(|(slot,)| slot).collect())
}

/// Whether the ask offers this time.
pub async fn is_offered(conn: &mut Conn, id: AskId, slot: Slot) -> Result<bool> {
    let found: Option<(Slot,)> = crate::sql!("select slot from ask_slots where ask_id = $1 and slot = $2")
        .bind(id)
        .bind(slot)
        .maybe(conn)
        .await?;
    Ok(found.is_some())
}

/// Takes one time back.
pub async fn withdraw(conn: &mut Conn, id: AskId, slot: Slot) -> Result<()> {
    crate::sql!("delete from ask_slots where ask_id = $1 and slot = $2").bind(id).bind(slot).run(conn).await?;
    Ok(())
}

pub async fn forget(conn: &mut Conn, id: AskId) -> Result<()> {
    crate::sql!("delete from ask_slots where ask_id = $1").bind(id).run(conn).await?;
    Ok(())
}

/// The member's booked quarter-hours that an hour at one of these times could lie over, in order.
pub async fn busy(conn: &mut Conn, member: MemberId, slots: &[Slot]) -> Result<Vec<Slot>> {
    let (Some(first), Some(last)) = (slots.iter().min(), slots.iter().max()) else { return Ok(Vec::new()) };
    let rows: Vec<(Slot,)> =
        crate::sql!("select slot from pair_slots where member_id = $1 and slot > $2 and slot < $3 order by slot")
            .bind(member)
            .bind(Slot(first.0 - HOUR_SLOTS))
            .bind(Slot(last.0 + HOUR_SLOTS))
            .all(conn)
            .await?;
    Ok(rows.into_iter().map(|(slot,)| slot).collect())
}

/// Puts an ask that is open to everybody into the list of each discipline that it wants.
pub async fn list(conn: &mut Conn, id: AskId) -> Result<()> {
    crate::sql!(
        "insert into ask_disciplines (discipline, ask_id)
         select v.discipline, a.id from asks a
           join (select 'marketing' as discipline union all select 'design' union all select 'writing'
                 union all select 'engineering' union all select 'sales' union all select 'customer-success'
                 union all select 'research' union all select 'management' union all select 'study'
                 union all select 'other') v
             on a.disciplines = '' or ',' || a.disciplines || ',' like '%,' || v.discipline || ',%'
         where a.id = $1 and a.state = 'open' and a.partner_id is null
         on conflict do nothing"
    )
    .bind(id)
    .run(conn)
    .await?;
    Ok(())
}

/// Takes an ask out of the lists.
pub async fn unlist(conn: &mut Conn, id: AskId) -> Result<()> {
    crate::sql!("delete from ask_disciplines where ask_id = $1").bind(id).run(conn).await?;
    Ok(())
}
