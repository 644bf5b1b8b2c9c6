//! The records of each part that has typed fields.

use crate::traces::model::pattern;
use crate::traces::model::typed::form::{Cell, Form, Nothing, record};

record! {
    /// How the market moved: political, economic, social or technological; since when (until when), from
    /// what to what.
    ShiftHead {
        kind: Cell::Choice(&["political", "economic", "social", "technological"]),
        since: Cell::Past,
        until: Cell::Past,
        from: Cell::Line(120),
        to: Cell::Line(120),
    }
}
record! {
    /// Who pays.
    ModelHead { payer: Cell::Line(120) }
}
record! {
    /// A well-known pattern of earning: see `model::pattern`.
    PatternRow { pattern(true): Cell::Choice(&pattern::KEYS) }
}
record! {
    /// 成長過程: what happened, and what it changed.
    Event { when(true): Cell::Past, what(true): Cell::Line(200), changed: Cell::Line(200), source: Cell::Source }
}
record! {
    /// The unit of all its figures.
    FinanceHead { unit: Cell::Line(24) }
}
record! {
    /// 財務構造: one figure as of a year.
    Figure { figure(true): Cell::Line(60), as_of(true): Cell::Past, amount(true): Cell::Number, source: Cell::Source }
}
record! {
    /// The ends of the two axes, named by the writer.
    Axes { x_low: Cell::Line(40), x_high: Cell::Line(40), y_low: Cell::Line(40), y_high: Cell::Line(40) }
}
record! {
    /// 競合・代替: where one of them stands, 0 to 10 on both axes.
    Point {
        name(true): Cell::Line(60), x(true): Cell::UpTo(10), y(true): Cell::UpTo(10),
        who: Cell::Choice(&["own", "rival", "substitute"]), note: Cell::Line(200),
    }
}
record! {
    /// 4P↔顧客価値: something done, and the customer value that it serves.
    Pair {
        p(true): Cell::Choice(&["product", "price", "place", "promotion"]),
        action(true): Cell::Line(200), serves(true): Cell::Line(200),
    }
}
record! {
    /// 成功要因×経営資源: which resource carries which factor, and how.
    Carried { factor(true): Cell::Line(60), resource(true): Cell::Line(60), how: Cell::Line(200) }
}
record! {
    /// How the path is drawn.
    PathHead { shape: Cell::Choice(&["funnel", "journey", "pipe"]) }
}
record! {
    /// 顧客体験: a step of the path. `share`: how many of a hundred get here.
    Step {
        step(true): Cell::Line(60), does: Cell::Line(200), mood: Cell::Choice(&["high", "even", "low"]),
        share: Cell::UpTo(100), source: Cell::Source,
    }
}
record! {
    /// マーケティング成熟度, 0 to 4.
    MaturityHead { level: Cell::Choice(&["0", "1", "2", "3", "4"]) }
}
record! {
    /// What shows that a stage was reached.
    Evidence { stage(true): Cell::Choice(&["0", "1", "2", "3", "4"]), evidence(true): Cell::Line(300), source: Cell::Source }
}
record! {
    /// 自分の仕事へ: who reads it; the authors alone unless it says `everyone`.
    OwnHead { readers: Cell::Choice(&["everyone"]) }
}
record! {
    /// もし自分がCMOだったら: within how many years, the signal to look for, the day on which the site asks.
    HypothesisHead { horizon: Cell::Choice(&["1", "3", "5"]), signal: Cell::Line(300), due: Cell::Day }
}

pub type Shift = Form<ShiftHead, Nothing>;
pub type Model = Form<ModelHead, PatternRow>;
pub type Growth = Form<Nothing, Event>;
pub type Finance = Form<FinanceHead, Figure>;
pub type Alternatives = Form<Axes, Point>;
pub type FourP = Form<Nothing, Pair>;
pub type Success = Form<Nothing, Carried>;
pub type Experience = Form<PathHead, Step>;
pub type Maturity = Form<MaturityHead, Evidence>;
pub type Own = Form<OwnHead, Nothing>;
pub type Hypothesis = Form<HypothesisHead, Nothing>;
