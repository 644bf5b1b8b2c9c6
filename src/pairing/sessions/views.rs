//! What other pages show of sessions.

use leptos::prelude::*;

use crate::base::db::Conn;
use crate::base::error::Result;
use crate::members::visit::Visit;

/// The member's next sessions; nothing for a guest.
///
/// # Errors
/// When the database does not answer.
pub async fn next(_conn: &mut Conn, _visit: &Visit) -> Result<Option<AnyView>> {
    Ok(None)
}
