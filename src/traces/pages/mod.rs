//! Whole pages about traces, and the other forms of one.
//!
//! Talk about a trace lies in a higher slice, so `web::pages::trace` composes: it loads a
//! [`reading::Reading`], asks others for their fragments, and hands both to [`show::render`].

pub mod authors;
pub mod changes;
pub mod claim;
pub mod compare;
pub mod draft;
pub mod edit;
pub mod growth;
pub mod head;
pub mod history;
pub mod hypotheses;
pub mod invitation;
pub mod json;
pub mod lenses;
pub mod markdown;
pub mod new;
pub mod offer;
pub mod reading;
pub mod restore;
pub mod show;
pub mod sources;
pub mod walk;
