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
        Purpose = "lens-purpose",
        Growth = "lens-growth",
        Finance = "lens-finance",
        Alternatives = "lens-alternatives",
        FourP = "lens-4p",
        Success = "lens-success",
        Experience = "lens-experience",
        Maturity = "lens-maturity",
        Unseen = "lens-unseen",
        Hypothesis1 = "hypothesis-1",
        Hypothesis2 = "hypothesis-2",
        // Last, so that what only the authors see shifts no source's number for readers.
        Own = "lens-own",
    }
}

/// 柱: the four pillars in order.
pub const PILLARS: [PartKey; 4] = [PartKey::Shift, PartKey::Task, PartKey::Value, PartKey::Model];
/// つながり: the three bridges in order.
pub const BRIDGES: [PartKey; 3] = [PartKey::ShiftTask, PartKey::TaskValue, PartKey::ValueModel];

/// レンズ: the optional further parts, in order.
pub const LENSES: [PartKey; 10] = [
    PartKey::Purpose,
    PartKey::Growth,
    PartKey::Finance,
    PartKey::Alternatives,
    PartKey::FourP,
    PartKey::Success,
    PartKey::Experience,
    PartKey::Maturity,
    PartKey::Unseen,
    PartKey::Own,
];
/// もし自分がCMOだったら: what the writer would do.
pub const HYPOTHESES: [PartKey; 2] = [PartKey::Hypothesis1, PartKey::Hypothesis2];

/// A gist is one sentence: at most so many grapheme clusters.
pub const GIST_MAX: usize = 140;
/// A bridge is a sentence or two.
pub const BRIDGE_MAX: usize = 400;
/// A pillar's text.
pub const BODY_MAX: usize = 20_000;
pub const TITLE_MAX: usize = 120;

impl PartKey {
    /// Whether every reader sees the part unless its authors say otherwise. What is the authors' alone
    /// stays out of cards, maps and the search; see [`super::draft::PartText::is_public`].
    #[must_use]
    pub fn is_public(self) -> bool {
        self != PartKey::Own
    }

    #[must_use]
    pub fn is_bridge(self) -> bool {
        BRIDGES.contains(&self)
    }

    #[must_use]
    pub fn is_lens(self) -> bool {
        LENSES.contains(&self)
    }

    #[must_use]
    pub fn is_hypothesis(self) -> bool {
        HYPOTHESES.contains(&self)
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
            PartKey::Purpose => t.lens_purpose_name(),
            PartKey::Growth => t.lens_growth_name(),
            PartKey::Finance => t.lens_finance_name(),
            PartKey::Alternatives => t.lens_alternatives_name(),
            PartKey::FourP => t.lens_4p_name(),
            PartKey::Success => t.lens_success_name(),
            PartKey::Experience => t.lens_experience_name(),
            PartKey::Maturity => t.lens_maturity_name(),
            PartKey::Unseen => t.lens_unseen_name(),
            PartKey::Own => t.lens_own_name(),
            PartKey::Hypothesis1 => t.hypothesis_name(1),
            PartKey::Hypothesis2 => t.hypothesis_name(2),
        }
    }

    /// The question of a pillar, a lens or a hypothesis, or the one that stands at a bridge's gap.
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
            PartKey::Purpose => t.lens_purpose_question(),
            PartKey::Growth => t.lens_growth_question(),
            PartKey::Finance => t.lens_finance_question(),
            PartKey::Alternatives => t.lens_alternatives_question(),
            PartKey::FourP => t.lens_4p_question(),
            PartKey::Success => t.lens_success_question(),
            PartKey::Experience => t.lens_experience_question(),
            PartKey::Maturity => t.lens_maturity_question(),
            PartKey::Unseen => t.lens_unseen_question(),
            PartKey::Own => t.lens_own_question(),
            PartKey::Hypothesis1 | PartKey::Hypothesis2 => t.hypothesis_question(),
        }
    }
}
