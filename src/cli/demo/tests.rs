use super::*;
use crate::traces::model::depth::{self, Rule};
use crate::traces::model::part::PartKey;

crate::both_engines!(the_demo_fills_an_empty_site_once, |app| {
    let added = fill(&app.app, true).await.unwrap();
    assert_eq!((added.members, added.traces), (6, 19));
    assert!(added.companies > 60);
    assert_eq!(fill(&app.app, false).await.unwrap(), Added::default(), "running it again adds nothing");
    assert_eq!(fill(&app.app, true).await.unwrap(), Added::default());
    let mut browser = app.browser();
    let home = browser.get("/").await;
    assert!(home.has("職人が減る国で、誰の雨を引き受けるか"), "the featured one is drawn");
    assert!(home.has("class=\"reason\"") && home.has("class=\"demo\""));
    let list = browser.get("/traces").await;
    for stage in ["Sketch", "Trace", "Bridged"] {
        assert!(list.has(&format!("<b>{stage}</b>")), "one {stage}");
    }
    for asked in ["%E9%9B%A8", "%E3%83%AF%E3%83%BC%E3%82%AF%E3%83%9E%E3%83%B3", "envelope"] {
        assert!(browser.get(&format!("/search?q={asked}")).await.has("class=\"card strip\""), "{asked}");
    }
});

/// What the depth check should point at in the demo traces, written before the rules.
#[derive(serde::Deserialize)]
struct Expected {
    points: Vec<Point>,
}

#[derive(serde::Deserialize)]
struct Point {
    trace: String,
    rule: Rule,
    field: String,
}

#[test]
fn the_depth_check_is_right_about_the_demo_traces() {
    let expected: Expected = toml::from_str(include_str!("../../traces/model/depth/examples/demo.toml")).unwrap();
    let (mut right, mut wrong, mut parts, mut met) = (0, Vec::new(), 0, 0);
    for trace in Demo::read().unwrap().traces {
        let content = trace.content(crate::companies::model::CompanyId(1));
        parts += content.parts.len();
        let gap = |key: PartKey| key.is_bridge() && content.part(key).body.is_empty();
        for finding in depth::check(&content) {
            let field = format!("{}.{}", finding.key, finding.field);
            let named =
                expected.points.iter().any(|p| p.trace == content.title && p.rule == finding.rule && p.field == field);
            // A gap between two pillars that stand is missing by anyone's count.
            met += usize::from(named);
            if named || finding.rule == Rule::Bridge && gap(finding.key) {
                right += 1;
            } else {
                wrong.push(format!("{} {field}: {}: {}", content.title, finding.rule, finding.words));
            }
        }
    }
    let precision = f64::from(right) / (f64::from(right) + wrong.len() as f64);
    println!("demo: precision {precision:.2} over {parts} parts");
    for point in &wrong {
        println!("  wrong: {point}");
    }
    assert!(precision >= 0.8, "{precision:.2}: {wrong:#?}");
    assert_eq!(met, expected.points.len(), "each expected point is found once");
}
