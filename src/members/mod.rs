//! Accounts, sign-in, profiles, standing.
//!
//! Nouns: a **member** has a profile, a role and a standing; a **sign-in** is one signed-in browser
//! (never called a session); a **letter** proves that an address is read; a **known browser** has
//! signed in to an account before; a **block** keeps two members apart.
//!
//! What holds:
//! - Whether an address has an account is told to its mailbox alone. Sign-up, sign-in and reset say
//!   the same words after the same work; a taken handle is told, since handles are public, and one
//!   chosen at a sign-up is taken whether or not the address was known.
//! - Who has not confirmed the address is nobody to others: no page, no one to block or to meet.
//! - Sign-up never signs in. An unverified member writes drafts and does not speak.
//! - A secret is in one place: the cookie or the letter. The tables hold hashes, and a letter's token
//!   is made by the job that writes the letter, so none waits in the queue. No GET spends one.
//! - Opening an account by letter (a new password) ends every sign-in; a member's own change of the
//!   password ends the others.
//! - A deleted member leaves a row without name, address or password, that content can point at. What
//!   nobody else could open goes with them: drafts, parts for the authors alone, the inbox.
//!
//! Decided 2026-11-23: signing up again with an address that was never confirmed does not touch the
//! waiting account, or a stranger could swap its password under the letter already sent; its mailbox
//! gets a letter that names the waiting handle and confirms it only by setting a new password, since
//! whoever signed up first may have been a stranger. From then on the account is *contested*: verify
//! letters sent before are worthless, and asking for another under Settings, where the stranger may be
//! signed in, brings the same kind of letter as signing up again (2026-11-24).
//!
//! Decided 2026-11-27, what signing up still tells: whoever signs up with an address and then signs in
//! with the password just chosen gets in where the address was new, and not where it was known. Both
//! ways to end that were weighed. Nobody signs in before the letter has been read: then a newcomer whose
//! letter is late could not go on with a draft, which unverified members may. Or each sign-up makes an
//! account, several to an address: then a member who had forgotten theirs would write into a second one.
//! So it stays, at a price to whoever asks: each question is one of the few sign-ups an address of the
//! net has in an hour, and its letter tells the mailbox.
//!
//! Decided 2026-11-24, what a **block** does, whoever of the two set it. Neither comments on the
//! other's work (`comments`), and who blocked hears nothing of the other (`notices`). Neither finds the
//! other's traces in a list or a search while signed in, unless they wrote one together
//! (`traces::store::cards`). What is public stays readable at its address, since anybody reads it
//! signed out, and so does a member's page, or nobody could unblock. Nothing tells the blocked member:
//! no page of theirs says who blocked whom. An organizer's lists leave nothing out: nobody hides from
//! them by blocking one.

#[cfg(feature = "ssr")]
pub mod actions;
#[cfg(feature = "ssr")]
pub mod apart;
#[cfg(feature = "ssr")]
pub mod entry;
#[cfg(feature = "ssr")]
pub mod jobs;
#[cfg(feature = "ssr")]
pub mod later;
#[cfg(feature = "ssr")]
mod mail;
#[cfg(feature = "ssr")]
pub mod model;
#[cfg(feature = "ssr")]
mod pages;
#[cfg(feature = "ssr")]
pub mod password;
#[cfg(feature = "ssr")]
pub mod routes;
#[cfg(feature = "ssr")]
pub mod sign_in;
#[cfg(feature = "ssr")]
pub mod store;
#[cfg(all(test, feature = "ssr"))]
mod tests;
#[cfg(feature = "ssr")]
pub mod visit;
#[cfg(feature = "ssr")]
pub mod zones;
