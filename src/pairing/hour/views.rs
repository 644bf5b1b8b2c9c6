//! What other pages show of the hour.

use leptos::prelude::*;

use crate::base::db::Conn;
use crate::base::error::Result;
use crate::members::visit::Visit;
use crate::pairing::sessions::store::{Person, Session};

/// Who is here, and what can be done about it.
///
/// # Errors
/// When the database does not answer.
pub async fn panel(
    _conn: &mut Conn,
    _visit: &Visit,
    _session: &Session,
    _people: &[Person; 2],
) -> Result<Option<AnyView>> {
    Ok(None)
}
