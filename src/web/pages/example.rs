//! The trace drawn on an empty site's home page.

use crate::base::words::Lang;
use crate::traces::model::outline::{Outline, Station};

/// A made-up trace with one gap left open, in the reader's language.
pub fn outline(lang: Lang) -> Outline {
    let t = lang.words();
    let station = |gist| Station { gist, written: true };
    Outline {
        stations: [t.example_shift(), t.example_task(), t.example_value(), t.example_model()].map(station),
        bridges: [t.example_shift_task(), t.example_task_value(), String::new()],
    }
}
