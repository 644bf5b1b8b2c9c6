//! The order in which rows are taken, in one place, so that no two transactions wait for each other.
//!
//! An ask, session, its people, the members, their quarter-hours, proposals, places in the queue. Members
//! are taken in the order of their numbers, by whoever counts what a member has (bookings, names) before
//! adding to it, and by whoever gives an hour back to take another. A company comes last, and whoever
//! merges two takes no row of ours with them. An answer has its proposal first,
//! because that is what two answer at once. Should two transactions wait for each other all the same, the
//! engine undoes one, which is told so (`base::db`: [`crate::base::error::Error::Conflict`]); a job then
//! runs again.

use crate::base::db::Conn;
use crate::base::error::Result;
use crate::members::model::MemberId;

/// Makes all who count or change what these two have wait until the transaction ends.
///
/// # Errors
/// When the database does not answer.
pub async fn members(conn: &mut Conn, [one, other]: [MemberId; 2]) -> Result<()> {
    for member in [one.min(other), one.max(other)] {
        crate::sql!("update members set standing = standing where id = $1").bind(member).run(conn).await?;
    }
    Ok(())
}
