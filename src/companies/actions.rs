//! Verbs of the directory.

use serde::Deserialize;

use crate::base::app::App;
use crate::base::db::Tx;
use crate::base::error::{Error, Problem, Result};
use crate::base::text;
use crate::base::time::Time;
use crate::companies::merged::{self, Merged};
use crate::companies::model::{CompanyId, NewCompany};
use crate::companies::store::{self, Held};

/// Words that `/companies/...` needs for itself, now or later.
const RESERVED: [&str; 5] = ["new", "edit", "import", "index", "trace"];
/// Tries for a free address before giving up.
const TRIES: usize = 200;

/// Adds a company that is listed at once.
///
/// # Errors
/// When the database does not answer, or no free address is found.
pub async fn add(tx: &mut Tx, new: &NewCompany, now: Time) -> Result<CompanyId> {
    tx.tell("companies");
    insert(tx, new, &text::slug(new.address_name()), None, now).await
}

/// Adds a company that waits, unlisted, for its first published trace.
///
/// # Errors
/// As [`add`].
pub async fn add_waiting(tx: &mut Tx, new: &NewCompany, now: Time) -> Result<CompanyId> {
    insert(tx, new, &text::slug(new.address_name()), Some(now), now).await
}

/// Lists the company if it waited for its first trace, whoever added it.
///
/// # Errors
/// When the database does not answer.
pub async fn list(tx: &mut Tx, company: CompanyId) -> Result<()> {
    if store::list_waiting(tx, company).await? {
        tx.tell("companies");
        tx.tell(format!("company:{company}"));
    }
    Ok(())
}

/// Merges a company into the one whose double it is: the address of the first leads to the second, its
/// spellings are the second's, and whatever hangs on it follows ([`merged`]).
///
/// # Errors
/// [`Error::Invalid`] on `from`: there is no such company, or it has been merged already; on `into`: the
/// other is not listed, or it is the same.
pub async fn merge(app: &App, from: CompanyId, into: CompanyId, now: Time) -> Result<()> {
    let mut tx = app.db.write().await?;
    let [one, other] = [from.min(into), from.max(into)];
    let (one, other) = (store::hold(&mut tx, one).await?, store::hold(&mut tx, other).await?);
    let (double, kept) = if from < into { (one, other) } else { (other, one) };
    let double = double.filter(|c| c.merged_into.is_none()).ok_or(("from", Problem::NotAChoice))?;
    let kept = kept.filter(|c| c.hidden_at.is_none() && from != into).ok_or(("into", Problem::NotAChoice))?;
    store::set_aliases(&mut tx, into, &joined(&kept, &double)).await?;
    store::give_names(&mut tx, from, into).await?;
    store::point(&mut tx, from, into, now).await?;
    merged::push(&mut tx, &Merged { from, into }, now).await?;
    tx.tell("companies");
    for company in [from, into] {
        tx.tell(format!("company:{company}"));
    }
    app.commit(tx).await
}

/// The other spellings of `kept` with all those of its double, each once.
fn joined(kept: &Held, double: &Held) -> Vec<String> {
    let mut known: Vec<String> = kept.spellings().iter().map(|name| text::key(name)).collect();
    let mut aliases = kept.aliases();
    for name in double.spellings() {
        let key = text::key(&name);
        if !known.contains(&key) {
            known.push(key);
            aliases.push(name);
        }
    }
    aliases
}

async fn insert(tx: &mut Tx, new: &NewCompany, slug: &str, hidden_at: Option<Time>, now: Time) -> Result<CompanyId> {
    for n in 1..=TRIES {
        let slug = if n == 1 { slug.to_owned() } else { format!("{slug}-{n}") };
        if RESERVED.contains(&slug.as_str()) {
            continue;
        }
        if let Some(id) = insert_at(tx, new, &slug, hidden_at, now).await? {
            return Ok(id);
        }
    }
    Err(Error::Conflict)
}

/// At this address; `None` where it is taken.
async fn insert_at(
    tx: &mut Tx,
    new: &NewCompany,
    slug: &str,
    hidden_at: Option<Time>,
    now: Time,
) -> Result<Option<CompanyId>> {
    let sort_key = text::key(if new.name_en.is_empty() { &new.name_ja } else { &new.name_en });
    let Some(id) = store::insert(tx, new, slug, &sort_key, hidden_at, now).await? else { return Ok(None) };
    for key in new.keys() {
        store::insert_name(tx, id, &key).await?;
    }
    Ok(Some(id))
}

#[derive(Deserialize)]
struct Directory {
    companies: Vec<Entry>,
}

#[derive(Deserialize)]
struct Entry {
    slug: String,
    name_ja: String,
    name_en: String,
    code: String,
    industry: String,
    country: String,
    aliases: Vec<String>,
}

/// Fills the directory with the hand-written start; what is there already stays as it is.
/// Returns how many companies were added.
///
/// # Errors
/// When the database does not answer.
pub async fn seed_directory(app: &App) -> Result<usize> {
    let directory: Directory = toml::from_str(include_str!("directory.toml"))
        .map_err(|e| Error::Internal(format!("companies/directory.toml: {e}")))?;
    let (now, mut added) = (app.now(), 0);
    let mut tx = app.db.write().await?;
    for entry in directory.companies {
        if store::id_at(&mut tx, &entry.slug).await?.is_some() {
            continue;
        }
        let new = NewCompany {
            name_ja: entry.name_ja,
            name_en: entry.name_en,
            code: entry.code,
            industry: entry.industry,
            country: entry.country,
            aliases: entry.aliases,
            added_by: None,
        };
        // Another process that starts at the same time may have been quicker.
        if insert_at(&mut tx, &new, &entry.slug, None, now).await?.is_some() {
            added += 1;
        }
    }
    if added > 0 {
        tx.tell("companies");
    }
    app.commit(tx).await?;
    Ok(added)
}
