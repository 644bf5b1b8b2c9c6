//! Keeping the index.

use std::collections::BTreeMap;

use crate::base::db::Tx;
use crate::base::error::Result;
use crate::base::text::terms::index_terms;
use crate::search::store;

pub const TITLE: i64 = 8;
pub const COMPANY: i64 = 6;
pub const GIST: i64 = 3;
/// A term that occurs oftener than this weighs no more.
const MOST: u32 = 5;

/// What a trace is found by: its texts, each with its weight. Nothing else stays in the index.
///
/// # Errors
/// When the database does not answer.
pub async fn index(tx: &mut Tx, trace: i64, texts: &[(i64, &str)]) -> Result<()> {
    let mut terms: BTreeMap<String, i64> = BTreeMap::new();
    for (weight, text) in texts {
        for (term, times) in index_terms(text) {
            *terms.entry(term).or_default() += weight * i64::from(times.min(MOST));
        }
    }
    let terms: Vec<(String, i64)> = terms.into_iter().collect();
    store::forget(tx, trace).await?;
    for batch in terms.chunks(store::BATCH) {
        // The last batch is filled up with its first term, which changes nothing.
        store::insert(tx, trace, std::array::from_fn(|n| batch.get(n).unwrap_or(&batch[0]))).await?;
    }
    Ok(())
}
