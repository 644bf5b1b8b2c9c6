//! `/pair/asks/{id}/edit`: one's own ask, written anew.

use axum::response::Response;

use crate::base::error::{Error, Result};
use crate::members::visit::Visit;
use crate::pairing::asks::actions::visible;
use crate::pairing::asks::entry::field;
use crate::pairing::asks::model::AskState;
use crate::pairing::asks::pages::form::{Sheet, answer};
use crate::pairing::asks::pages::new::of_company;
use crate::pairing::asks::store::Ask;
use crate::pairing::model::AskId;
use crate::pairing::queue::pages::queue::names;
use crate::pairing::sessions::views::company_name;
use crate::ui::fields::Fields;
use crate::ui::time::for_input;

/// The form: as it is kept, or as it came back.
///
/// # Errors
/// [`Error::SignIn`]; [`Error::NotFound`] for others', and for what is closed or taken.
pub async fn edit(visit: &Visit, id: AskId, returned: Option<(Fields, Error)>) -> Result<Response> {
    let member = visit.viewer.member()?;
    let mut conn = visit.app.db.read().await?;
    let ask = visible(&mut conn, visit, id).await?;
    if ask.member_id != member.id || !matches!(ask.state, AskState::Open | AskState::Expired) {
        return Err(Error::NotFound);
    }
    let (typed, error) = match returned {
        Some((typed, error)) => (typed, Some(error)),
        None => (kept(visit, &ask, &member.zone), None),
    };
    let t = visit.t();
    let sheet = Sheet {
        visit,
        title: t.pairing_asks_change(),
        lead: t.pairing_asks_change_lead(),
        action: format!("/pair/asks/{id}/edit"),
        go: t.pairing_asks_save(),
        error,
        companies: names(&mut conn, visit).await?,
        traces: of_company(&mut conn, visit, &typed).await?,
        again: ask.partner_id.is_some(),
        typed,
    };
    drop(conn);
    answer(&sheet)
}

/// The form as the ask stands; times gone by are left out.
fn kept(visit: &Visit, ask: &Ask, zone: &str) -> Fields {
    let mut pairs: Vec<(String, String)> = vec![
        ("kind".into(), ask.kind.as_str().into()),
        ("company".into(), company_name(visit.lang, &ask.name_ja, &ask.name_en)),
        ("topic".into(), ask.topic.clone()),
        ("note".into(), ask.note.clone()),
        ("languages".into(), ask.languages.as_str().into()),
    ];
    let trace = |id: Option<crate::traces::model::TraceId>| id.map(|id| id.to_string()).unwrap_or_default();
    pairs.push(("trace".into(), trace(ask.trace_id)));
    pairs.push(("other".into(), trace(ask.other_trace_id)));
    pairs.extend(ask.wanted().into_iter().map(|discipline| ("discipline".to_owned(), discipline.as_str().to_owned())));
    let times = (1..).zip(ask.slots());
    pairs.extend(times.map(|(number, slot)| (field(number), for_input(slot.starts_at(), zone))));
    Fields::from_pairs(pairs.iter().map(|(name, value)| (name.as_str(), value.as_str())))
}
