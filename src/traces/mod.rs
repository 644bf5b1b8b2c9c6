//! Traces: writing, revisions, reading, the map.
//!
//! **Writing.** A draft is saved as typed, even where it does not fit yet: nobody loses a word to a
//! rule. What does not fit is said beside the field, and stops only the publishing. Every save
//! compares the version that the writer had in front of them; an older one never overwrites a newer
//! one, the writer sees both (decided 2026-11-23).
//!
//! **Growing.** The first revision needs no reason, every later one says why. Restoring publishes old
//! words as a new revision, and not while the draft holds words that are not published: they would be
//! left behind. Any author publishes; nobody removes another, and who leaves keeps the credit. What
//! reviewers say of a draft stays with the draft (decided 2026-11-27).
//!
//! **Typed fields** (2026-11-27). A part may say things in cells beside its prose (`model::typed`): the
//! kind of a shift, events, figures, points on two axes. Every cell is text and kept as typed; a column
//! says what it must be, and one check, one form and one reader serve them all. Drawings are made from
//! them on the server (`pages::lenses`), and lists are narrowed by a few of them (`trace_facets`).
//!
//! **For the authors alone.** `lens-own` is in no page, file, feed, count or facet of anyone else, nor are
//! sources that only it cites, unless its authors publish it; it comes last in page order, so that what
//! it cites shifts no number.
//!
//! **Additions.** A reader may offer a source for a number that has none; an author takes it in one step,
//! as a revision that names the reader. A line that has changed since is left alone, never guessed at.
//!
//! **Calls.** A hypothesis that was published has a row with its first wording's revision and its day. On
//! that day its authors are asked, once; the row outlives edits, and the first wording stays in sight.

#[cfg(feature = "ssr")]
pub mod actions;
#[cfg(feature = "ssr")]
mod additions;
mod desk;
pub mod islands;
#[cfg(feature = "ssr")]
pub mod jobs;
#[cfg(feature = "ssr")]
pub mod model;
#[cfg(feature = "ssr")]
pub mod pages;
#[cfg(feature = "ssr")]
pub mod routes;
#[cfg(feature = "ssr")]
pub mod store;
#[cfg(all(test, feature = "ssr"))]
mod tests;
#[cfg(feature = "ssr")]
pub mod views;
