//! Parts and their keys.

use crate::base::words::Lang;

crate::text_enum! {
    /// The stable key of a part: in forms, addresses, anchors and the database. In page order.
    PartKey {
        Shift = "shift",
        ShiftTask = "shift-task",
        Task = "task",
        TaskValue = "task-value",
        Value = "value",
        ValueModel = "value-model",
        Model = "model",
    }
}

/// 柱: the four pillars in order.
pub const PILLARS: [PartKey; 4] = [PartKey::Shift, PartKey::Task, PartKey::Value, PartKey::Model];
/// つながり: the three bridges in order.
pub const BRIDGES: [PartKey; 3] = [PartKey::ShiftTask, PartKey::TaskValue, PartKey::ValueModel];

/// A gist is one sentence: at most so many grapheme clusters.
pub const GIST_MAX: usize = 140;
/// A bridge is a sentence or two.
pub const BRIDGE_MAX: usize = 400;
/// A pillar's text.
pub const BODY_MAX: usize = 20_000;
pub const TITLE_MAX: usize = 120;

impl PartKey {
    /// Whether every reader sees the part. All are for now; what is the authors' alone must say so
    /// here, and stays out of cards, maps and the search.
    #[must_use]
    pub fn is_public(self) -> bool {
        PILLARS.contains(&self) || BRIDGES.contains(&self)
    }

    #[must_use]
    pub fn is_bridge(self) -> bool {
        BRIDGES.contains(&self)
    }

    /// The part's name, as readers see it.
    #[must_use]
    pub fn name(self, lang: Lang) -> String {
        let t = lang.words();
        match self {
            PartKey::Shift => t.guide_shift_name(),
            PartKey::Task => t.guide_task_name(),
            PartKey::Value => t.guide_value_name(),
            PartKey::Model => t.guide_model_name(),
            PartKey::ShiftTask => t.part_shift_task(),
            PartKey::TaskValue => t.part_task_value(),
            PartKey::ValueModel => t.part_value_model(),
        }
    }

    /// A pillar's question, or the question that stands at a bridge's gap.
    #[must_use]
    pub fn question(self, lang: Lang) -> String {
        let t = lang.words();
        match self {
            PartKey::Shift => t.guide_shift_question(),
            PartKey::Task => t.guide_task_question(),
            PartKey::Value => t.guide_value_question(),
            PartKey::Model => t.guide_model_question(),
            PartKey::ShiftTask => t.guide_shift_task_question(),
            PartKey::TaskValue => t.guide_task_value_question(),
            PartKey::ValueModel => t.guide_value_model_question(),
        }
    }
}
