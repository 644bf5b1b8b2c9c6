//! `/pair/asks/new`: a new ask, from nothing, from a company, from one trace or two, or to meet a former
//! partner again.

use axum::response::Response;

use crate::base::db::Conn;
use crate::base::error::{Error, Result};
use crate::members::store::account;
use crate::members::visit::Visit;
use crate::pairing::asks::actions::{again, named};
use crate::pairing::asks::entry::field;
use crate::pairing::asks::pages::form::{Sheet, answer};
use crate::pairing::queue::pages::queue::names;
use crate::pairing::sessions::store as sessions;
use crate::pairing::sessions::views::company_name;
use crate::traces::model::TraceId;
use crate::traces::model::card::After;
use crate::traces::store::cards;
use crate::traces::store::show as traces;
use crate::ui::fields::Fields;
use crate::ui::time::for_input;

/// Traces of a company that are offered to begin with.
const TRACES: usize = 30;

/// The form: as it begins, or as it came back.
///
/// # Errors
/// [`Error::SignIn`]; [`Error::NotFound`] for a session that was never held.
pub async fn new(visit: &Visit, returned: Option<(Fields, Error)>) -> Result<Response> {
    let member = visit.viewer.member()?.id;
    let mut conn = visit.app.db.read().await?;
    let (typed, error) = match returned {
        Some((typed, error)) => (typed, Some(error)),
        None => (begin(&mut conn, visit).await?, None),
    };
    let t = visit.t();
    let again = typed.get("again").parse().ok();
    let lead = match again {
        Some(session) => {
            let partner = again::partner(&mut conn, session, member).await?;
            let name = account(&mut conn, partner).await?.map(|account| account.name).unwrap_or_default();
            t.pairing_asks_again_lead(name)
        }
        None => t.pairing_asks_new_lead(),
    };
    let sheet = Sheet {
        visit,
        title: if again.is_some() { t.pairing_asks_again() } else { t.pairing_asks_new() },
        lead,
        action: "/pair/asks/new".into(),
        go: t.pairing_asks_post(),
        error,
        companies: names(&mut conn, visit).await?,
        traces: of_company(&mut conn, visit, &typed).await?,
        again: again.is_some(),
        typed,
    };
    drop(conn);
    answer(&sheet)
}

/// The traces of the company that was typed, and those that were chosen, as choices.
///
/// # Errors
/// When the database does not answer.
pub async fn of_company(conn: &mut Conn, visit: &Visit, typed: &Fields) -> Result<Vec<(String, String)>> {
    let company = match typed.get("company") {
        "" => None,
        name => named(conn, name).await?,
    };
    let mut found = match company {
        Some(company) => cards::of_company(conn, &visit.viewer, company, After::START, TRACES).await?.cards,
        None => Vec::new(),
    };
    let chosen: Vec<TraceId> = ["trace", "other"].iter().filter_map(|field| typed.get(field).parse().ok()).collect();
    for card in cards::chosen(conn, &chosen).await? {
        if !found.iter().any(|one| one.id == card.id) {
            found.push(card);
        }
    }
    Ok(found.into_iter().map(|card| (card.id.to_string(), card.title)).collect())
}

/// What the address asks for (`company`, `trace`, `other`, `again`), and the first times of one's week.
async fn begin(conn: &mut Conn, visit: &Visit) -> Result<Fields> {
    let member = visit.viewer.member()?;
    let asked = visit.query();
    let mut pairs: Vec<(String, String)> = vec![("languages".into(), visit.lang.as_str().into())];
    let mut put = |name: &str, value: String| pairs.push((name.to_owned(), value));
    let (mut kind, mut company) = ("company", asked.get("company").to_owned());
    if let Ok(session) = asked.get("again").parse() {
        let held = sessions::visible(conn, session, member.id).await?;
        kind = held.kind.as_str();
        company = company_name(visit.lang, &held.name_ja, &held.name_en);
        put("topic", held.topic.clone());
        put("again", session.to_string());
    }
    if let Some(first) = company_of(conn, visit, asked.get("trace")).await? {
        (kind, company) = ("improvement", first);
        put("trace", asked.get("trace").to_owned());
    }
    if company_of(conn, visit, asked.get("other")).await?.is_some() {
        kind = "comparison";
        put("other", asked.get("other").to_owned());
    }
    put("kind", asked.get("kind").parse::<crate::pairing::model::Kind>().map_or(kind, |kind| kind.as_str()).to_owned());
    put("company", company);
    for (number, slot) in (1..).zip(again::suggested(conn, member.id, visit.now).await?) {
        put(&field(number), for_input(slot.starts_at(), &member.zone));
    }
    Ok(Fields::from_pairs(pairs.iter().map(|(name, value)| (name.as_str(), value.as_str()))))
}

/// The company's name of a published trace that the visitor can read; `None` for any other.
async fn company_of(conn: &mut Conn, visit: &Visit, typed: &str) -> Result<Option<String>> {
    let Ok(id) = typed.parse::<TraceId>() else { return Ok(None) };
    match traces::visible(conn, id, &visit.viewer).await {
        Ok(trace) if trace.published.is_some() => {
            Ok(Some(traces::company(conn, trace.company_id).await?.name(visit.lang).to_owned()))
        }
        Ok(_) | Err(Error::NotFound) => Ok(None),
        Err(error) => Err(error),
    }
}
