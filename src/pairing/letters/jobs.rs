//! Letters, sent by the worker. Tokens are made here and nowhere earlier, so that no secret lies in
//! the queue; done twice after a crash, a job sends two letters, and the links of both work.

use crate::base::app::App;
use crate::base::error::Result;
use crate::base::random::token_hash;
use crate::base::time::{DAY, Time};
use crate::members::model::MemberId;
use crate::members::store::Account;
use crate::pairing::letters::mail::{self, Answers, Links};
use crate::pairing::letters::model::{Standing, is_timely, standing_of_proposal};
use crate::pairing::letters::opened::{Matter, Offer};
use crate::pairing::letters::store;
use crate::pairing::model::{ProposalId, SessionId};
use crate::pairing::sessions::model::is_ahead;
use crate::pairing::tasks::News;

/// How long a link that has ended is still known, to say so to whoever opens it.
const KNOWN: i64 = 30 * DAY;

/// Sends one of the two the news of a session, unless it no longer says anything.
///
/// # Errors
/// When the database or the mail server does not answer.
pub async fn letter(app: &App, session: SessionId, sequence: i64, to: MemberId, news: News) -> Result<()> {
    let now = app.now();
    let Some(matter) = Matter::load(&mut app.db.read().await?, session, to).await? else { return Ok(()) };
    // Whoever it is that can no longer be met, the calendar's entry is still to go.
    let apart = matter.blocked || matter.partner.departed;
    if !is_timely(&matter.session, sequence, news, to, now)
        || !is_reachable(&matter.account)
        || apart && news != News::Cancelled
    {
        return Ok(());
    }
    let session = &matter.session;
    let links = match is_ahead(session.state, session.slot, now) {
        true => Some(links(app, &matter, now).await?),
        false => None,
    };
    app.mailer.send(mail::about_session(app, &matter, news, links)).await
}

/// Sends one of the two a proposal, unless it has been answered or is over.
///
/// # Errors
/// As [`letter`].
pub async fn proposed(app: &App, proposal: ProposalId, to: MemberId) -> Result<()> {
    let now = app.now();
    let Some(offer) = Offer::load(&mut app.db.read().await?, proposal, to).await? else { return Ok(()) };
    let open = standing_of_proposal(&offer.proposal, to, false, now) == Standing::Ready;
    if !open || offer.blocked || !is_reachable(&offer.account) {
        return Ok(());
    }
    let (tokens, hashes) = tokens::<2>(app);
    let mut tx = app.db.write().await?;
    store::keep_for_proposal(&mut tx, &hashes, to, proposal, offer.proposal.answer_by).await?;
    app.commit(tx).await?;
    let [accept, decline] = tokens.map(|token| address(app, &offer.account, &token));
    app.mailer.send(mail::about_proposal(app, &offer, Answers { accept, decline })).await
}

/// Demo members have no mailbox, and an address that is not confirmed may be a stranger's.
fn is_reachable(account: &Account) -> bool {
    account.email.is_some() && account.verified_at.is_some() && !account.demo
}

async fn links(app: &App, matter: &Matter, now: Time) -> Result<Links> {
    let (tokens, hashes) = tokens::<3>(app);
    let session = &matter.session;
    let mut tx = app.db.write().await?;
    store::forget(&mut tx, now.plus(-KNOWN)).await?;
    store::keep_for_session(&mut tx, &hashes, matter.me.member_id, session.id, session.slot.ends_at()).await?;
    app.commit(tx).await?;
    let [confirm, change, cancel] = tokens.map(|token| address(app, &matter.account, &token));
    Ok(Links { confirm, change, cancel })
}

/// New tokens with their hashes.
fn tokens<const N: usize>(app: &App) -> ([String; N], [String; N]) {
    let tokens: [String; N] = std::array::from_fn(|_| app.random.token());
    let hashes = tokens.each_ref().map(|token| token_hash(token));
    (tokens, hashes)
}

/// The link's page in the reader's language, whichever browser opens it.
fn address(app: &App, reader: &Account, token: &str) -> String {
    app.config.link(&format!("/pair/letters/{token}?lang={}", reader.language))
}
