//! What a letter or a link is about, read from the database for the one whom it concerns.

use crate::base::db::Conn;
use crate::base::error::Result;
use crate::base::random::token_hash;
use crate::base::words::Lang;
use crate::companies::model::Company;
use crate::companies::store as companies;
use crate::members::model::MemberId;
use crate::members::store::{Account, account, is_blocked_between};
use crate::members::visit::Visit;
use crate::pairing::letters::model::{Purpose, Standing, standing_of_proposal, standing_of_session};
use crate::pairing::letters::store;
use crate::pairing::model::{ProposalId, SessionId};
use crate::pairing::queue::store::{Proposal, proposal};
use crate::pairing::sessions::store::{Person, Session, people, session};

/// A session, as one of its two sees it.
#[derive(Debug, Clone)]
pub struct Matter {
    pub session: Session,
    pub me: Person,
    pub partner: Person,
    pub account: Account,
    /// One of the two has blocked the other.
    pub blocked: bool,
}

impl Matter {
    /// `None` when there is no such session of the member's, or no such account any more.
    pub async fn load(conn: &mut Conn, id: SessionId, member: MemberId) -> Result<Option<Self>> {
        let Some(account) = account(conn, member).await? else { return Ok(None) };
        let Some(session) = session(conn, id).await? else { return Ok(None) };
        let [first, second] = people(conn, id).await?;
        let (me, partner) = match member {
            one if one == first.member_id => (first, second),
            other if other == second.member_id => (second, first),
            _ => return Ok(None),
        };
        let blocked = is_blocked_between(conn, me.member_id, partner.member_id).await?;
        Ok(Some(Self { session, me, partner, account, blocked }))
    }

    /// The partner's name.
    pub fn who(&self, lang: Lang) -> String {
        if self.partner.departed { lang.words().pairing_session_departed() } else { self.partner.name.clone() }
    }
}

/// A proposal, as one of its two sees it.
#[derive(Debug, Clone)]
pub struct Offer {
    pub proposal: Proposal,
    pub partner: Account,
    pub account: Account,
    pub company: Option<Company>,
    pub blocked: bool,
}

impl Offer {
    /// `None` when there is no such proposal to the member, or one of the two accounts is gone.
    pub async fn load(conn: &mut Conn, id: ProposalId, member: MemberId) -> Result<Option<Self>> {
        let Some(proposal) = proposal(conn, id).await?.filter(|p| p.people().contains(&member)) else {
            return Ok(None);
        };
        let [first, second] = proposal.people();
        let other = if first == member { second } else { first };
        let Some(me) = account(conn, member).await? else { return Ok(None) };
        let Some(partner) = account(conn, other).await? else { return Ok(None) };
        let company = match proposal.company_id {
            Some(id) => companies::by_id(conn, id).await?,
            None => None,
        };
        let blocked = is_blocked_between(conn, member, other).await?;
        Ok(Some(Self { proposal, partner, account: me, company, blocked }))
    }
}

/// What a link is about.
#[derive(Debug, Clone)]
pub enum About {
    Session(Box<Matter>),
    Proposal(Box<Offer>),
}

/// A link that the visitor may look behind.
#[derive(Debug, Clone)]
pub struct Opened {
    pub token: String,
    pub hash: String,
    pub purpose: Purpose,
    pub standing: Standing,
    pub about: About,
}

impl Opened {
    /// Whose letter it came from.
    #[must_use]
    pub fn account(&self) -> &Account {
        match &self.about {
            About::Session(matter) => &matter.account,
            About::Proposal(offer) => &offer.account,
        }
    }
}

/// Why a visitor may not look behind a link.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Closed {
    Unknown,
    /// Signed in as another member than the letter's reader.
    Stranger,
    /// The letter's reader is suspended.
    Unable,
}

/// Looks behind a link; changes nothing.
///
/// # Errors
/// When the database does not answer.
pub async fn open(visit: &Visit, token: &str) -> Result<std::result::Result<Opened, Closed>> {
    let hash = token_hash(token);
    let mut conn = visit.app.db.read().await?;
    let Some(link) = store::link(&mut conn, &hash).await? else { return Ok(Err(Closed::Unknown)) };
    if visit.viewer.id().is_some_and(|id| id != link.member_id) {
        return Ok(Err(Closed::Stranger));
    }
    let spent = link.spent_at.is_some();
    let (standing, about) = if let Some(id) = link.session_id {
        let Some(matter) = Matter::load(&mut conn, id, link.member_id).await? else { return Ok(Err(Closed::Unknown)) };
        let standing = standing_of_session(&matter.session, link.expires_at, spent, visit.now);
        (standing, About::Session(Box::new(matter)))
    } else if let Some(id) = link.proposal_id {
        let Some(offer) = Offer::load(&mut conn, id, link.member_id).await? else { return Ok(Err(Closed::Unknown)) };
        let standing = standing_of_proposal(&offer.proposal, link.member_id, spent, visit.now);
        (standing, About::Proposal(Box::new(offer)))
    } else {
        return Ok(Err(Closed::Unknown));
    };
    let opened = Opened { token: token.to_owned(), hash, purpose: link.purpose, standing, about };
    let suspended = opened.account().suspended_until.is_some_and(|until| until > visit.now);
    // Giving up an hour is open to the suspended too, so that nobody waits in vain.
    if suspended && !matches!(opened.purpose, Purpose::Cancel | Purpose::Decline) {
        return Ok(Err(Closed::Unable));
    }
    Ok(Ok(opened))
}
