//! The drawings as SVG text, from numbers. Words stand beside them in lists and tables: what wraps,
//! translates and reads aloud is no picture. Every drawing is 320 units wide, so that its numbers can be
//! read on a phone; colours and pens come from `style/own/lenses.css`.

use std::fmt::Write as _;

use crate::base::text::truncate;
use crate::ui::form::escape;

const WIDTH: f64 = 320.0;
/// Of a numbered mark.
const RADIUS: f64 = 9.0;

/// An empty sheet to draw on.
fn sheet(height: f64, strokes: &str) -> String {
    format!("<svg class=\"drawing\" viewBox=\"0 0 {WIDTH} {height:.0}\" aria-hidden=\"true\">{strokes}</svg>")
}

/// Writing to a string does not fail.
macro_rules! put {
    ($out:expr, $($text:tt)*) => { let _ = write!($out, $($text)*); };
}

fn numbered(out: &mut String, class: &'static str, x: f64, y: f64, number: usize) {
    put!(out, "<circle class=\"{class}\" cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"{RADIUS}\"/>");
    put!(out, "<text class=\"n {class}\" x=\"{x:.1}\" y=\"{:.1}\">{number}</text>", y + 3.5);
}

/// Events on a line of years, each as a fraction of a year (2007.5), in their order.
#[must_use]
pub fn timeline(events: &[f64]) -> String {
    let (Some(first), Some(last)) = (events.iter().copied().reduce(f64::min), events.iter().copied().reduce(f64::max))
    else {
        return String::new();
    };
    let (from, until) = (first.floor(), (last + 0.001).ceil());
    let place = |year: f64| 14.0 + (WIDTH - 28.0) * (year - from) / (until - from);
    // Marks that would touch stand above each other.
    let mut lanes: Vec<f64> = Vec::new();
    let mut placed: Vec<(f64, usize)> = Vec::with_capacity(events.len());
    let mut order: Vec<usize> = (0..events.len()).collect();
    order.sort_by(|a, b| events[*a].total_cmp(&events[*b]));
    placed.resize(events.len(), (0.0, 0));
    for at in order {
        let x = place(events[at]);
        let free = lanes.iter().position(|end| x - end >= 2.0 * RADIUS + 2.0);
        let lane = free.unwrap_or(lanes.len());
        if free.is_none() {
            lanes.push(x);
        } else {
            lanes[lane] = x;
        }
        placed[at] = (x, lane);
    }
    let axis = 16.0 + 22.0 * lanes.len() as f64;
    let mut out = String::new();
    for (x, lane) in &placed {
        put!(
            out,
            "<line class=\"fine\" x1=\"{x:.1}\" y1=\"{axis:.1}\" x2=\"{x:.1}\" y2=\"{:.1}\"/>",
            axis - 16.0 - 22.0 * *lane as f64
        );
    }
    put!(out, "<line class=\"line\" x1=\"4\" y1=\"{axis:.1}\" x2=\"316\" y2=\"{axis:.1}\"/>");
    let step =
        [1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0, 200.0, 500.0].into_iter().find(|step| (until - from) / step <= 6.0);
    let step = step.unwrap_or(1_000.0);
    let mut year = (from / step).ceil() * step;
    while year <= until {
        let x = place(year);
        put!(out, "<line class=\"fine\" x1=\"{x:.1}\" y1=\"{axis:.1}\" x2=\"{x:.1}\" y2=\"{:.1}\"/>", axis + 5.0);
        put!(out, "<text class=\"tick\" x=\"{x:.1}\" y=\"{:.1}\">{year:.0}</text>", axis + 18.0);
        year += step;
    }
    for (number, (x, lane)) in (1..).zip(&placed) {
        numbered(&mut out, "dot", *x, axis - 16.0 - 22.0 * *lane as f64, number);
    }
    sheet(axis + 24.0, &out)
}

/// One bar: what stands before it, its length in the unit of all, and the figure as it was written.
pub struct Bar<'a> {
    pub label: String,
    pub amount: f64,
    pub shown: &'a str,
}

/// Bars of one figure; `low` and `high` are those of all figures, so that all share one scale.
#[must_use]
pub fn bars(bars: &[Bar<'_>], low: f64, high: f64) -> String {
    let (low, high) = (low.min(0.0), high.max(0.0));
    let (left, right) = (74.0, WIDTH - 70.0);
    let span = if high > low { high - low } else { 1.0 };
    let place = |amount: f64| left + (right - left) * (amount - low) / span;
    let mut out = String::new();
    for (at, bar) in bars.iter().enumerate() {
        let y = 4.0 + 24.0 * at as f64;
        let (zero, end) = (place(0.0), place(bar.amount));
        let class = if bar.amount < 0.0 { "bar loss" } else { "bar" };
        put!(out, "<text class=\"label\" x=\"0\" y=\"{:.1}\">{}</text>", y + 13.0, escape(&bar.label));
        put!(
            out,
            "<rect class=\"{class}\" x=\"{:.1}\" y=\"{y:.1}\" width=\"{:.1}\" height=\"16\"/>",
            zero.min(end),
            (end - zero).abs().max(1.0)
        );
        put!(
            out,
            "<text class=\"label\" x=\"{:.1}\" y=\"{:.1}\">{}</text>",
            zero.max(end) + 5.0,
            y + 13.0,
            escape(&truncate(bar.shown, 12))
        );
    }
    let height = 4.0 + 24.0 * bars.len() as f64;
    put!(out, "<line class=\"line\" x1=\"{0:.1}\" y1=\"0\" x2=\"{0:.1}\" y2=\"{height:.1}\"/>", place(0.0));
    sheet(height, &out)
}

/// Someone's place between the ends of two axes, 0 to 10.
pub struct Place<'a> {
    pub x: f64,
    pub y: f64,
    /// `own`, `rival` or `substitute`: how the mark is drawn.
    pub class: &'static str,
    pub name: &'a str,
}

/// The map of alternatives: two axes, numbered marks, names where they have room.
#[must_use]
pub fn positions(places: &[Place<'_>]) -> String {
    let mut out = String::from(
        "<path class=\"line\" d=\"M8 160H312M160 312V8\"/><path class=\"tip\" d=\"M312 160l-8 -4v8zM160 8l-4 8h8zM8 160l8 -4v8zM160 312l-4 -8h8z\"/>",
    );
    let at = |place: &Place<'_>| (22.0 + 27.6 * place.x, 298.0 - 27.6 * place.y);
    let mut names: Vec<(f64, f64, f64)> = Vec::new();
    for place in places {
        let (x, y) = at(place);
        let name = truncate(place.name, 12);
        let long = 11.0 * name.chars().map(|c| if c.is_ascii() { 0.6 } else { 1.0 }).sum::<f64>();
        let left = if x + RADIUS + 4.0 + long > WIDTH { x - RADIUS - 4.0 - long } else { x + RADIUS + 4.0 };
        let marks = places.iter().map(at).any(|(mx, my)| {
            (my - y).abs() < 14.0 && mx > left - RADIUS && mx < left + long + RADIUS && (mx - x).abs() > 1.0
        });
        let taken = names.iter().any(|(l, r, ny)| (ny - y).abs() < 13.0 && left < *r && left + long > *l);
        if marks || taken || left < 0.0 {
            continue;
        }
        names.push((left, left + long, y));
        put!(out, "<text class=\"label\" x=\"{left:.1}\" y=\"{:.1}\">{}</text>", y + 4.0, escape(&name));
    }
    for (number, place) in (1..).zip(places) {
        let (x, y) = at(place);
        numbered(&mut out, place.class, x, y, number);
    }
    sheet(WIDTH, &out)
}

/// How many of a hundred get to each step; a step that says nothing is drawn between its neighbours.
#[must_use]
pub fn funnel(shares: &[Option<f64>]) -> String {
    let count = shares.len().max(1) as f64;
    let said = |at: usize| shares.get(at).copied().flatten();
    let width = |at: usize| {
        let even = 100.0 - 70.0 * at as f64 / count;
        (WIDTH - 8.0) * said(at).unwrap_or(even).clamp(4.0, 100.0) / 100.0
    };
    let mut out = String::new();
    for at in 0..shares.len() {
        let (top, bottom, y) = (width(at), width(at + 1).min(width(at)), 2.0 + 34.0 * at as f64);
        let bottom = if at + 1 == shares.len() { top } else { bottom };
        let class = if said(at).is_some() { "slice" } else { "slice guess" };
        put!(
            out,
            "<path class=\"{class}\" d=\"M{:.1} {y:.1}H{:.1}L{:.1} {:.1}H{:.1}z\"/>",
            160.0 - top / 2.0,
            160.0 + top / 2.0,
            160.0 + bottom / 2.0,
            y + 30.0,
            160.0 - bottom / 2.0
        );
        numbered(&mut out, "dot", 160.0, y + 15.0, at + 1);
    }
    sheet(4.0 + 34.0 * shares.len() as f64, &out)
}

/// How a journey feels: 1 good, 0 neither, -1 bad; a step that says nothing counts as neither.
#[must_use]
pub fn journey(moods: &[i8]) -> String {
    let gap = (WIDTH - 40.0) / (moods.len().max(2) - 1) as f64;
    let place = |at: usize, mood: i8| (20.0 + gap * at as f64, 56.0 - 36.0 * f64::from(mood));
    let mut out = String::from("<path class=\"fine\" d=\"M4 56H316\"/>");
    let mut path = String::new();
    for (at, mood) in moods.iter().enumerate() {
        let (x, y) = place(at, *mood);
        put!(path, "{}{x:.1} {y:.1}", if at == 0 { "M" } else { "L" });
    }
    put!(out, "<path class=\"line way\" d=\"{path}\"/>");
    for (at, mood) in moods.iter().enumerate() {
        let (x, y) = place(at, *mood);
        numbered(&mut out, if *mood < 0 { "dot low" } else { "dot" }, x, y, at + 1);
    }
    sheet(112.0, &out)
}

/// One pipe from the maker to the door, with a valve for each step.
#[must_use]
pub fn pipe(steps: usize) -> String {
    let gap = (WIDTH - 40.0) / (steps.max(2) - 1) as f64;
    let mut out =
        String::from("<path class=\"pipe\" d=\"M4 18H316M4 42H316\"/><path class=\"tip\" d=\"M318 30l-8 -4v8z\"/>");
    for at in 0..steps {
        numbered(&mut out, "dot", 20.0 + gap * at as f64, 30.0, at + 1);
    }
    sheet(60.0, &out)
}

/// The ladder of maturity, 0 to 4: reached rungs are filled.
#[must_use]
pub fn ladder(level: Option<usize>) -> String {
    let mut out = String::new();
    for rung in 0..=4_usize {
        let (x, height) = (4.0 + 62.4 * rung as f64, 20.0 + 18.0 * rung as f64);
        let class = if level.is_some_and(|level| rung <= level) { "rung reached" } else { "rung" };
        put!(
            out,
            "<rect class=\"{class}\" x=\"{x:.1}\" y=\"{:.1}\" width=\"58\" height=\"{height:.1}\"/>",
            104.0 - height
        );
        put!(
            out,
            "<text class=\"tick {}\" x=\"{:.1}\" y=\"97\">{rung}</text>",
            if class == "rung" { "" } else { "on" },
            x + 29.0
        );
    }
    sheet(108.0, &out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn events_that_would_touch_stand_above_each_other() {
        let apart = timeline(&[1997.0, 2007.0, 2025.9]);
        let close = timeline(&[2000.0, 2000.1, 2000.2, 2025.0]);
        assert!(apart.contains("viewBox=\"0 0 320 62\""), "{apart}");
        assert!(close.contains("viewBox=\"0 0 320 106\""), "{close}");
        assert!(close.contains(">4</text>") && apart.contains(">2000</text>"));
        assert_eq!(timeline(&[]), "");
        assert!(timeline(&[2000.0; 60]).len() < 20_000, "as many as are allowed in one year");
    }

    #[test]
    fn bars_share_one_scale_and_losses_go_the_other_way() {
        let bar = |amount: f64| Bar { label: "2025".into(), amount, shown: "1" };
        let drawn = bars(&[bar(50.0), bar(-50.0), bar(0.0)], -50.0, 100.0);
        assert!(
            drawn.contains("class=\"bar\" x=\"132.7\"") && drawn.contains("class=\"bar loss\" x=\"74.0\""),
            "{drawn}"
        );
        assert!(!drawn.contains("NaN"));
        assert!(!bars(&[bar(0.0)], 0.0, 0.0).contains("NaN"));
    }

    #[test]
    fn what_members_write_is_escaped() {
        let place = Place { x: 5.0, y: 5.0, class: "own", name: "<b>&" };
        assert!(positions(&[place]).contains("&lt;b&gt;&amp;"));
        let bar = Bar { label: "<i>".into(), amount: 1.0, shown: "<u>" };
        let drawn = bars(&[bar], 0.0, 1.0);
        assert!(drawn.contains("&lt;i&gt;") && drawn.contains("&lt;u&gt;"));
    }

    #[test]
    fn names_without_room_leave_their_number() {
        let at = |name| Place { x: 5.0, y: 5.0, class: "rival", name };
        let drawn = positions(&[at("One"), at("Two")]);
        assert!(drawn.contains(">One<") && !drawn.contains(">Two<") && drawn.contains(">2</text>"), "{drawn}");
    }

    #[test]
    fn nothing_breaks_on_one_or_none() {
        for drawn in [
            funnel(&[]),
            funnel(&[Some(0.0)]),
            journey(&[]),
            journey(&[1]),
            pipe(0),
            pipe(1),
            ladder(None),
            positions(&[]),
        ] {
            assert!(drawn.starts_with("<svg") && !drawn.contains("NaN") && !drawn.contains("inf"), "{drawn}");
        }
    }
}
