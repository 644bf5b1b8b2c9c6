//! What `/pair` shows of the queue.

use leptos::prelude::*;

use crate::base::db::Conn;
use crate::base::error::Result;
use crate::members::visit::Visit;

/// The member's place in the queue and open proposals, or the way in; for a guest what it is.
///
/// # Errors
/// When the database does not answer.
pub async fn entrance(_conn: &mut Conn, _visit: &Visit) -> Result<AnyView> {
    Ok(().into_any())
}
