//! The room: where a booked hour happens, in one shared text that both write at once.
//!
//! Nouns: the **text** ([`text`]: a `Y.Text` for each part and gist, rows of sources, a chat); its **log**
//! ([`store`]), the truth; a **room** in memory (`keeper`), which anyone of the two may be in with several
//! **connections** (`socket`); the **door** ([`door`]), which says who may be in it, and as what.
//!
//! The walk of a keystroke: `socket` -> `keeper::bring` (looked through by `scan`, credited, merged, passed
//! on at once) -> `commit` (all rooms, at most 20 ms, one transaction) -> `keeper` tells what is durable.
//!
//! What holds:
//! - The log is the truth, and no process owns a room: each merges what others have written (`rooms`).
//!   What was told to be durable is in it. A snapshot takes the place of many pieces (`compact`).
//! - Who may be here is looked at when one comes, whenever news concern the two or the session, and every
//!   minute; delivery ends at once when the answer is no.
//! - A message that is malformed, too large, too much or of a foreign kind ends its own connection, with a
//!   reason, and nothing else. The list of reasons is in `outbox`.
//! - Names and hands come from the server's record: which member first delivered a client's number.
//!
//! Decided 2026-11-27:
//! - Passed on first, then made durable: typing together feels as fast as the line is, and "saved" is a
//!   message of its own (100). It carries the state vector that is durable and, since a state vector
//!   does not show what was deleted, how many of that connection's updates are. Who wrote is told at
//!   once, the other within a second: that halves what is sent, and nobody waits for it.
//! - What a client writes is credited to the member who first delivered it. A live update under a number
//!   that is another member's ends the connection. In the answer of a handshake such blocks are taken while
//!   no connection of the other holds the number, credited from there on to who brought them: after a
//!   crash, that is how the last 20 ms come back.
//! - An update that leaves a gap is not kept waiting in memory: the connection ends, and syncs when it
//!   comes again.
//! - A text that is full takes no more, and the connection goes on; it is told so, and asked for what it
//!   has kept when something was deleted. To close it would make a stock client come again for ever.
//! - After a long time without a connection one may owe a whole text: a message may be that large (1 MiB). More
//!   the text would not take, so our page keeps it and says so. Of two connections under one number the
//!   later goes on: the earlier may be a line that broke unnoticed.
//! - What a room holds is strings, plain values, rows and deletions. Documents inside documents, XML and
//!   deep trees are refused, because the library that keeps the text recurses over them.
//! - The hour's **clock** ([`clock`]) is a row that says how it stood when someone last changed it; how it
//!   stands now follows from it. Every change takes both, and names the version that it was wished at.
//! - What both write unseen is a row each, which nothing but its writer's page reads before the reveal; then
//!   the server sets both into the text, each in its writer's name.
//! - The hour **ends** in a joint trace, which takes two yeses to the same words, by their fingerprint; in a
//!   draft that both see; or in nothing, by two. Without an answer in fifteen minutes it is the draft, and
//!   both are asked by letter. One who was alone keeps it as their own; after a block nothing is made.
//! - A minute after it has ended its log is put away (`away`): one piece, which its page goes on showing to
//!   the two; of what both dropped, nothing.
//! - The browser's side ([`islands`], `browser`) takes over the text areas of a page that works by form. While a
//!   word is being converted nothing is sent and nothing touched ([`field`]).
//! - What one writes for oneself alone (the unseen answer, what goes into one's own work) is a form, sent
//!   while one types. Sections of the page that are made anew take over what was typed into them.
//! - Who only reads is not closed for writing: what they send is passed over, and they are told.

#[cfg(feature = "ssr")]
pub mod actions;
#[cfg(feature = "ssr")]
pub mod awareness;
#[cfg(feature = "ssr")]
mod away;
mod browser;
pub mod bytes;
#[cfg(feature = "ssr")]
pub mod clock;
#[cfg(feature = "ssr")]
mod commit;
#[cfg(feature = "ssr")]
mod compact;
#[cfg(feature = "ssr")]
pub mod door;
#[cfg(feature = "ssr")]
pub mod ending;
pub mod field;
pub mod fingerprint;
#[cfg(feature = "ssr")]
pub mod hour_store;
#[cfg(all(test, feature = "ssr"))]
mod hour_tests;
pub mod islands;
#[cfg(feature = "ssr")]
mod keeper;
#[cfg(feature = "ssr")]
pub mod limits;
#[cfg(feature = "ssr")]
pub mod live;
#[cfg(feature = "ssr")]
mod outbox;
#[cfg(feature = "ssr")]
mod pages;
#[cfg(feature = "ssr")]
pub mod protocol;
#[cfg(feature = "ssr")]
mod queue;
#[cfg(feature = "ssr")]
pub mod reading;
#[cfg(feature = "ssr")]
pub mod rooms;
#[cfg(feature = "ssr")]
pub mod routes;
#[cfg(feature = "ssr")]
mod scan;
#[cfg(feature = "ssr")]
mod socket;
#[cfg(feature = "ssr")]
pub mod standing;
#[cfg(feature = "ssr")]
pub mod store;
#[cfg(all(test, feature = "ssr"))]
mod tests;
pub mod text;
