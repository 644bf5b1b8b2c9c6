//! Pairing with many: matching those who wait.

use std::time::Instant;

use marketing_trace::pairing::matching::{Context, Waiting, matches};

use crate::Bars;
use crate::load::median;

/// Members who wait for a partner.
const WAITING: i64 = 2_000;

/// Two weeks of hours each; few agree on the company, so that most pairs are looked at.
pub fn measure(bars: &mut Bars) {
    let waiting: Vec<Waiting> = (0..WAITING).map(one).collect();
    let context = Context::default();
    let times: Vec<f64> = (0..5)
        .map(|_| {
            let began = Instant::now();
            assert!(!matches(&waiting, &context).is_empty());
            began.elapsed().as_secs_f64() * 1e3
        })
        .collect();
    bars.at_most("matching 2,000 waiting members", median(times.into_iter()), "ms", 100.0);
}

fn one(n: i64) -> Waiting {
    let first = 1_994_000 + n % 96;
    Waiting {
        step: (n % 3) as u8,
        since: n,
        member: n,
        discipline: (n % 10) as u8,
        languages: 1 + (n % 3) as u8,
        wants_disciplines: if n % 4 == 0 { 1 << (n % 7) } else { 0 },
        company: (n % 5 != 0).then_some(n % 600),
        free: (0..14).flat_map(|day| (0..16).map(move |hour| first + day * 96 + hour)).collect(),
        reliability: 100,
        bookings_left: 6,
    }
}
