//! Letters, written by the worker, and the end of a suspension. The token of a letter is made here and nowhere earlier, so that
//! no secret lies in the queue; done twice, a job sends two letters, and each opens.
//!
//! While a letter to the same member waits, asking again does nothing: a flood leaves one letter.

use serde::{Deserialize, Serialize};

use crate::base::app::App;
use crate::base::db::Conn;
use crate::base::error::Result;
use crate::base::queue::{self, Job};
use crate::base::random::token_hash;
use crate::base::time::Time;
use crate::members::mail::{self, Reader};
use crate::members::model::{MemberId, Purpose};
use crate::members::store::{self, Account};

const VERIFY: &str = "members.verify-letter";
const KNOWN: &str = "members.known-letter";
const RESET: &str = "members.reset-letter";
const SUSPENSION_OVER: &str = "members.suspension-over";

#[derive(Serialize, Deserialize)]
struct ToMember {
    member: MemberId,
    /// The hash under which a sketch waits: no secret.
    #[serde(default)]
    sketch: Option<String>,
}

#[derive(Serialize, Deserialize)]
struct ToAddress {
    email_key: String,
}

/// A letter to a new member: confirm the address.
pub(super) async fn ask_for_verify_letter(conn: &mut Conn, member: MemberId, now: Time) -> Result<()> {
    queue::push(conn, VERIFY, &member.to_string(), &ToMember { member, sketch: None }, now, now).await
}

/// A letter to someone whose address was used to sign up again.
pub(super) async fn ask_for_known_letter(
    conn: &mut Conn,
    member: MemberId,
    sketch: Option<String>,
    now: Time,
) -> Result<()> {
    // Of two sketches each has its letter, or the later one would be lost.
    let key = format!("{member}:{}", sketch.as_deref().unwrap_or_default());
    queue::push(conn, KNOWN, &key, &ToMember { member, sketch }, now, now).await
}

/// A letter to an address, if it has an account: set a new password.
pub(super) async fn ask_for_reset_letter(conn: &mut Conn, email_key: &str, now: Time) -> Result<()> {
    let payload = ToAddress { email_key: email_key.to_owned() };
    queue::push(conn, RESET, &token_hash(email_key), &payload, now, now).await
}

/// Finished pages say that someone is suspended: when it lapses, they must be told.
pub(super) async fn ask_to_tell_its_end(conn: &mut Conn, member: MemberId, until: Time, now: Time) -> Result<()> {
    let payload = ToMember { member, sketch: None };
    queue::push(conn, SUSPENSION_OVER, &format!("{member}:{}", until.0), &payload, until, now).await
}

/// Does a job of this slice; `None` when it is another's.
pub async fn perform(app: &App, job: &Job) -> Option<Result<()>> {
    Some(match job.kind.as_str() {
        VERIFY => verify_letter(app, job).await,
        KNOWN => known_letter(app, job).await,
        RESET => reset_letter(app, job).await,
        SUSPENSION_OVER => suspension_over(app, job).await,
        _ => return None,
    })
}

async fn verify_letter(app: &App, job: &Job) -> Result<()> {
    let job: ToMember = job.payload()?;
    let Some(account) = store::account(&mut app.db.read().await?, job.member).await? else { return Ok(()) };
    let Some(reader) = Reader::of(&account).filter(|_| account.verified_at.is_none()) else { return Ok(()) };
    if !account.trusts_letters() {
        return waiting_letter(app, &account, &reader, job.sketch).await;
    }
    let link = token_link(app, Purpose::Verify, account.id, job.sketch).await?;
    app.mailer.send(mail::verify(&reader, &link)).await
}

async fn known_letter(app: &App, job: &Job) -> Result<()> {
    let job: ToMember = job.payload()?;
    let Some(account) = store::account(&mut app.db.read().await?, job.member).await? else { return Ok(()) };
    let Some(reader) = Reader::of(&account) else { return Ok(()) };
    let reset = app.config.link("/reset");
    if account.verified_at.is_none() {
        return waiting_letter(app, &account, &reader, job.sketch).await;
    }
    let letter = if job.sketch.is_some() {
        let link = token_link(app, Purpose::Verify, account.id, job.sketch).await?;
        mail::known_with_sketch(&reader, &link, &reset)
    } else {
        mail::known(&reader, &app.config.link("/sign-in"), &reset)
    };
    app.mailer.send(letter).await
}

async fn suspension_over(app: &App, job: &Job) -> Result<()> {
    let job: ToMember = job.payload()?;
    let mut tx = app.db.write().await?;
    tx.tell(format!("member:{}", job.member));
    app.commit(tx).await
}

/// Whoever signed up first may not be who reads this: only a new password opens the account.
async fn waiting_letter(app: &App, account: &Account, reader: &Reader, sketch: Option<String>) -> Result<()> {
    let link = token_link(app, Purpose::Reset, account.id, sketch).await?;
    app.mailer.send(mail::waiting(reader, &link)).await
}

async fn reset_letter(app: &App, job: &Job) -> Result<()> {
    let job: ToAddress = job.payload()?;
    let Some(account) = store::account_by_email(&mut app.db.read().await?, &job.email_key).await? else {
        return Ok(());
    };
    let Some(reader) = Reader::of(&account) else { return Ok(()) };
    let link = token_link(app, Purpose::Reset, account.id, None).await?;
    app.mailer.send(mail::reset(&reader, &link)).await
}

/// Makes a token, keeps its hash, and gives the absolute link that holds it.
pub async fn token_link(app: &App, purpose: Purpose, member: MemberId, sketch: Option<String>) -> Result<String> {
    let (token, now) = (app.random.token(), app.now());
    let mut tx = app.db.write().await?;
    store::keep_token(&mut tx, &token_hash(&token), purpose, member, sketch, now.plus(purpose.lasts())).await?;
    app.commit(tx).await?;
    let path = match purpose {
        Purpose::Verify => "/verify",
        Purpose::Reset => "/reset/new",
    };
    Ok(app.config.link(&format!("{path}?token={token}")))
}
