//! Asks of demo members, at evenings of the coming days. Whoever has one open gets no other, so that
//! running the demo again adds only what is missing.

use jiff::ToSpan;

use crate::base::app::App;
use crate::base::error::Result;
use crate::cli::demo::visit;
use crate::members::model::Discipline;
use crate::pairing::asks::entry::{Wanted, field};
use crate::pairing::asks::{actions, store};
use crate::pairing::times::today;
use crate::traces::model::card::After;
use crate::traces::store::cards;
use crate::ui::fields::Fields;

/// One ask: who, and what the form holds besides the times.
struct Ask {
    handle: &'static str,
    fields: &'static [(&'static str, &'static str)],
    /// Days from today, and the local hour.
    times: &'static [(i64, &'static str)],
    /// Begins with the member's newest trace.
    trace: bool,
}

const ASKS: [Ask; 3] = [
    Ask {
        handle: "demo-ken",
        fields: &[
            ("kind", "company"),
            ("company", "ワークマン"),
            ("topic", "職人以外の客は、何にお金を払っているのか"),
            ("discipline", Discipline::Design.as_str()),
            ("discipline", Discipline::Writing.as_str()),
            ("discipline", Discipline::Marketing.as_str()),
            ("languages", "ja"),
            ("note", "サポートの現場では「壊れない」がいちばん喜ばれます。売り場を見てきた人と話したいです。"),
        ],
        times: &[(3, "20:00"), (4, "20:00"), (6, "10:00")],
        trace: false,
    },
    Ask {
        handle: "demo-luis",
        fields: &[
            ("kind", "comparison"),
            ("topic", "Netflix and a cinema: is the value the film, or not having to choose?"),
            ("languages", "either"),
            ("note", "I can bring notes on both. Slow Japanese is fine for me."),
        ],
        times: &[(3, "19:00"), (5, "08:00")],
        trace: false,
    },
    Ask {
        handle: "demo-mei",
        fields: &[
            ("kind", "improvement"),
            ("languages", "ja"),
            ("discipline", Discipline::CustomerSuccess.as_str()),
            ("discipline", Discipline::Research.as_str()),
            ("note", "最後の「つながり」が自信のないところです。反論を歓迎します。"),
        ],
        times: &[(4, "21:00"), (7, "21:00")],
        trace: true,
    },
];

/// Posts what is missing; how many.
///
/// # Errors
/// When the database does not answer, or an ask does not fit the site's own rules.
pub async fn add(app: &App) -> Result<usize> {
    let mut added = 0;
    for ask in &ASKS {
        let visit = visit(app, ask.handle, app.now()).await?;
        let member = visit.viewer.member()?;
        let mut conn = app.db.read().await?;
        if store::has_open(&mut conn, member.id, visit.now).await? {
            continue;
        }
        let trace = match ask.trace {
            true => cards::by_member(&mut conn, &visit.viewer, member.id, After::START, 1)
                .await?
                .cards
                .first()
                .map(|card| card.id),
            false => None,
        };
        drop(conn);
        if ask.trace && trace.is_none() {
            continue;
        }
        let mut pairs: Vec<(String, String)> =
            ask.fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        pairs.extend(trace.map(|trace| ("trace".to_owned(), trace.to_string())));
        let today = today(&member.zone, visit.now);
        for (number, (days, hour)) in (1..).zip(ask.times) {
            pairs.push((field(number), format!("{}T{hour}", today.saturating_add(days.days()))));
        }
        let fields = Fields::from_pairs(pairs.iter().map(|(name, value)| (name.as_str(), value.as_str())));
        actions::post(&visit, &Wanted::read(&fields, &member.zone, visit.now)?, None).await?;
        added += 1;
    }
    Ok(added)
}
