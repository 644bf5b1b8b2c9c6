//! What stands beside each part while it is written: the viewpoint comes before the blank.

use crate::base::words::{Lang, Words};
use crate::traces::model::part::PartKey;

/// The guide of one part. A bridge has an example and no angles.
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
    };
    let angles = angles.lines().map(str::to_owned).collect();
    Guide { question: key.question(lang), help, angles, example_gist, example_body, too_simple }
}

fn bridge(help: String, example: String) -> [String; 5] {
    [help, String::new(), example, String::new(), String::new()]
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
