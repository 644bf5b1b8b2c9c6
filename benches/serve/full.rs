//! The largest trace that anyone would read: every lens, 40 sources, 12,000 characters.

use crate::client::Client;
use crate::site::text;

const LENSES: [&str; 10] = [
    "lens-purpose",
    "lens-growth",
    "lens-finance",
    "lens-alternatives",
    "lens-4p",
    "lens-success",
    "lens-experience",
    "lens-maturity",
    "lens-unseen",
    "hypothesis-1",
];

/// Writes and publishes it; returns its path.
pub async fn write(writer: &mut Client) -> String {
    let line = [("company", "Netflix"), ("language", "ja"), ("value", "静けさ")];
    let answer = writer.post("/traces/new", &line).await;
    assert_eq!(answer.status, 303, "{}", answer.text);
    let publish = answer.location().replace("/edit", "/publish");
    let fields = fields();
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let answer = writer.post(&publish, &fields).await;
    assert_eq!(answer.status, 303, "{}", answer.text);
    answer.location().split(['?', '#']).next().unwrap_or_default().to_owned()
}

fn fields() -> Vec<(String, String)> {
    let mut fields: Vec<(String, String)> = Vec::new();
    let mut put = |name: String, value: String| fields.push((name, value));
    for (name, value) in [("version", "1"), ("title", "すべてのレンズ"), ("language", "ja")] {
        put(name.into(), value.into());
    }
    for at in 1..=40 {
        put(format!("source.{at}.key"), format!("s-{at}"));
        put(format!("source.{at}.kind"), "report".into());
        put(format!("source.{at}.title"), text(40));
        put(format!("source.{at}.publisher"), text(10));
        put(format!("source.{at}.dated"), format!("20{:02}-03", at % 26));
        put(format!("source.{at}.url"), format!("https://example.org/{at}"));
        put(format!("source.{at}.note"), text(30));
    }
    // 14 parts, 40 citations among them.
    let pillars = ["shift", "task", "value", "model"];
    for (at, key) in pillars.iter().chain(&LENSES).enumerate() {
        let cited = |n: usize| format!("{}840店[^s-{}]。", text(280), (at * 3 + n) % 40 + 1);
        put(format!("{key}.gist"), text(60));
        put(format!("{key}.body"), format!("{}\n\n{}\n\n{}", cited(1), cited(2), cited(3)));
    }
    for key in ["shift-task", "task-value", "value-model"] {
        put(format!("{key}.body"), text(80));
    }
    let heads = [
        ("shift.kind", "social"),
        ("shift.since", "1997"),
        ("shift.from", "所有"),
        ("shift.to", "利用"),
        ("model.payer", "家計"),
        ("model.rows", "1"),
        ("model.8.pattern", "flat-rate"),
        ("lens-finance.unit", "億円"),
        ("lens-alternatives.x_low", "高い"),
        ("lens-alternatives.x_high", "安い"),
        ("lens-alternatives.y_low", "遠い"),
        ("lens-alternatives.y_high", "近い"),
        ("lens-experience.shape", "journey"),
        ("lens-maturity.level", "3"),
        ("hypothesis-1.horizon", "3"),
        ("hypothesis-1.signal", "会員が減らない"),
        ("hypothesis-1.due", "2031-01-01"),
    ];
    for (name, value) in heads {
        put(name.into(), value.into());
    }
    for row in 1..=12_usize {
        let source = format!("s-{row}");
        let cells = [
            ("lens-growth", "when", format!("{}", 1990 + row * 2)),
            ("lens-growth", "what", text(60)),
            ("lens-growth", "source", source.clone()),
            ("lens-finance", "figure", ["売上", "利益", "広告"][row % 3].into()),
            ("lens-finance", "as_of", format!("{}", 2000 + row)),
            ("lens-finance", "amount", format!("{}", row * 37)),
            ("lens-finance", "source", source.clone()),
            ("lens-alternatives", "name", text(8)),
            ("lens-alternatives", "x", format!("{}", row % 11)),
            ("lens-alternatives", "y", format!("{}", row * 3 % 11)),
            ("lens-alternatives", "who", "rival".into()),
            ("lens-4p", "p", ["product", "price", "place", "promotion"][row % 4].into()),
            ("lens-4p", "action", text(40)),
            ("lens-4p", "serves", text(40)),
            ("lens-success", "factor", format!("要因{}", row % 4)),
            ("lens-success", "resource", format!("資源{}", row % 5)),
            ("lens-success", "how", text(30)),
            ("lens-experience", "step", text(8)),
            ("lens-experience", "does", text(40)),
            ("lens-experience", "mood", ["high", "even", "low"][row % 3].into()),
            ("lens-maturity", "stage", format!("{}", row % 5)),
            ("lens-maturity", "evidence", text(40)),
        ];
        for (key, column, value) in cells {
            put(format!("{key}.{row}.{column}"), value);
        }
    }
    fields
}
