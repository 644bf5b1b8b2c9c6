//! What a trace is made of. Pure.
//!
//! A **trace** has ordered authors, a language, a title and immutable numbered **revisions**; the
//! page shows the published one. A revision is a list of **parts**: four pillars and the three
//! bridges between them, lenses and hypotheses, each with a stable key, some with **typed** fields. A **draft** is one
//! row a trace, replaced as a whole, with a version that only rises.

pub mod address;
pub mod authors;
pub mod card;
pub mod check;
pub mod citation;
pub mod compare;
pub mod depth;
pub mod diff;
pub mod differences;
pub mod draft;
pub mod facet;
pub mod growth;
pub mod guide;
pub mod hypothesis;
pub mod licence;
pub mod numbers;
pub mod offer;
pub mod outline;
pub mod part;
pub mod pattern;
pub mod sketch;
pub mod source;
pub mod stage;
pub mod typed;

crate::row_id! {
    /// A trace's row.
    TraceId;
}

crate::text_enum! {
    /// 段階: how far the thinking is; worked out from what is there, never chosen.
    Stage {
        /// Four gists.
        Sketch = "sketch",
        /// Four written pillars.
        Trace = "trace",
        /// All bridges said, every number sourced.
        Bridged = "bridged",
    }
}
