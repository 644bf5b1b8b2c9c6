//! `/compare`: the query, read; the rest is `traces::pages::compare`'s.

use axum::response::{IntoResponse, Redirect, Response};

use crate::base::error::Result;
use crate::members::visit::Visit;
use crate::traces::model::compare::Asked;
use crate::traces::pages::compare;
use crate::web::query::Query;

/// Two to four traces. A form asks `traces=1&traces=2`: led to the one address that all share.
pub async fn show(visit: Visit, query: Query) -> Result<Response> {
    let asked = Asked::read(query.values("traces"));
    if query.values("traces").count() > 1 && asked.unfit(asked.traces.len()).is_none() {
        return Ok(Redirect::to(&asked.path()).into_response());
    }
    Ok(compare::page(&visit, &asked).await?.into_response())
}
