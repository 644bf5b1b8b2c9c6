//! What stands beside each part while it is written: the viewpoint comes before the blank.

use crate::base::words::{Lang, Words};
use crate::traces::model::part::PartKey;

/// The guide of one part. A bridge has an example and no angles; of a lens, `help` says when it helps
/// and `too_simple` when it misleads.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Guide {
    pub question: String,
    pub help: String,
    pub angles: Vec<String>,
    pub example_gist: String,
    pub example_body: String,
    pub too_simple: String,
}

/// The guide in the reader's language.
#[must_use]
pub fn of(key: PartKey, lang: Lang) -> Guide {
    let t = lang.words();
    let [help, angles, example_gist, example_body, too_simple] = match key {
        PartKey::Shift => [
            t.guide_shift_help(),
            shift(t),
            t.guide_shift_example_gist(),
            t.guide_shift_example_body(),
            t.guide_shift_too_simple(),
        ],
        PartKey::Task => [
            t.guide_task_help(),
            task(t),
            t.guide_task_example_gist(),
            t.guide_task_example_body(),
            t.guide_task_too_simple(),
        ],
        PartKey::Value => [
            t.guide_value_help(),
            value(t),
            t.guide_value_example_gist(),
            t.guide_value_example_body(),
            t.guide_value_too_simple(),
        ],
        PartKey::Model => [
            t.guide_model_help(),
            model(t),
            t.guide_model_example_gist(),
            t.guide_model_example_body(),
            t.guide_model_too_simple(),
        ],
        PartKey::ShiftTask => bridge(t.guide_shift_task_help(), t.guide_shift_task_example()),
        PartKey::TaskValue => bridge(t.guide_task_value_help(), t.guide_task_value_example()),
        PartKey::ValueModel => bridge(t.guide_value_model_help(), t.guide_value_model_example()),
        PartKey::Purpose => {
            lens([t.lens_purpose_helps(), t.lens_purpose_angles(), t.lens_purpose_example(), t.lens_purpose_misleads()])
        }
        PartKey::Growth => {
            lens([t.lens_growth_helps(), t.lens_growth_angles(), t.lens_growth_example(), t.lens_growth_misleads()])
        }
        PartKey::Finance => {
            lens([t.lens_finance_helps(), t.lens_finance_angles(), t.lens_finance_example(), t.lens_finance_misleads()])
        }
        PartKey::Alternatives => lens([
            t.lens_alternatives_helps(),
            t.lens_alternatives_angles(),
            t.lens_alternatives_example(),
            t.lens_alternatives_misleads(),
        ]),
        PartKey::FourP => lens([t.lens_4p_helps(), t.lens_4p_angles(), t.lens_4p_example(), t.lens_4p_misleads()]),
        PartKey::Success => {
            lens([t.lens_success_helps(), t.lens_success_angles(), t.lens_success_example(), t.lens_success_misleads()])
        }
        PartKey::Experience => lens([
            t.lens_experience_helps(),
            t.lens_experience_angles(),
            t.lens_experience_example(),
            t.lens_experience_misleads(),
        ]),
        PartKey::Maturity => lens([
            t.lens_maturity_helps(),
            t.lens_maturity_angles(),
            t.lens_maturity_example(),
            t.lens_maturity_misleads(),
        ]),
        PartKey::Unseen => {
            lens([t.lens_unseen_helps(), t.lens_unseen_angles(), t.lens_unseen_example(), t.lens_unseen_misleads()])
        }
        PartKey::Own => lens([t.lens_own_helps(), t.lens_own_angles(), t.lens_own_example(), t.lens_own_misleads()]),
        PartKey::Hypothesis1 | PartKey::Hypothesis2 => {
            lens([t.hypothesis_helps(), t.hypothesis_angles(), t.hypothesis_example(), t.hypothesis_misleads()])
        }
    };
    let angles = angles.lines().map(str::to_owned).collect();
    Guide { question: key.question(lang), help, angles, example_gist, example_body, too_simple }
}

fn bridge(help: String, example: String) -> [String; 5] {
    [help, String::new(), example, String::new(), String::new()]
}

/// A lens's or a hypothesis's: when it helps, its prompts, an example, when it misleads.
fn lens([helps, angles, example, misleads]: [String; 4]) -> [String; 5] {
    [helps, angles, String::new(), example, misleads]
}

fn shift(t: &Words) -> String {
    [
        t.guide_shift_angle1(),
        t.guide_shift_angle2(),
        t.guide_shift_angle3(),
        t.guide_shift_angle4(),
        t.guide_shift_angle5(),
    ]
    .join("\n")
}

fn task(t: &Words) -> String {
    [t.guide_task_angle1(), t.guide_task_angle2(), t.guide_task_angle3(), t.guide_task_angle4(), t.guide_task_angle5()]
        .join("\n")
}

fn value(t: &Words) -> String {
    [
        t.guide_value_angle1(),
        t.guide_value_angle2(),
        t.guide_value_angle3(),
        t.guide_value_angle4(),
        t.guide_value_angle5(),
    ]
    .join("\n")
}

fn model(t: &Words) -> String {
    [
        t.guide_model_angle1(),
        t.guide_model_angle2(),
        t.guide_model_angle3(),
        t.guide_model_angle4(),
        t.guide_model_angle5(),
    ]
    .join("\n")
}
