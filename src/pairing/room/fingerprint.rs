//! The text by a fingerprint: what two agree to publish, and what was typed over. Both builds make the
//! same one.

use sha2::{Digest, Sha256};
use yrs::{Any, Array, Doc, Map, Out, ReadTxn, Transact};

use crate::pairing::room::text::SOURCES;

/// SHA-256 of the pieces in their order, in hexadecimal. One piece never runs into the next.
#[must_use]
pub fn of<'a>(pieces: impl IntoIterator<Item = &'a str>) -> String {
    let mut digest = Sha256::new();
    for piece in pieces {
        digest.update((piece.len() as u64).to_le_bytes());
        digest.update(piece.as_bytes());
    }
    let digits = |byte: u8| [byte >> 4, byte & 15].map(|digit| char::from(b"0123456789abcdef"[usize::from(digit)]));
    digest.finalize().iter().flat_map(|byte| digits(*byte)).collect()
}

/// What a fingerprint says of the sources: those of a trace's fields that are text, row by row.
#[must_use]
pub fn source_fields(doc: &Doc) -> Vec<String> {
    let txn = doc.transact();
    let Some(rows) = txn.get_array(SOURCES) else { return Vec::new() };
    let mut fields = Vec::new();
    for row in rows.iter(&txn) {
        let Out::YMap(row) = row else { continue };
        let of = |name: &str| match row.get(&txn, name) {
            Some(Out::Any(Any::String(value))) => value.to_string(),
            _ => String::new(),
        };
        let row = ["key", "title", "publisher", "dated", "url", "note"].map(of);
        // A row without a key, a title and an address is not a source yet.
        if [&row[0], &row[1], &row[4]].iter().any(|field| !field.is_empty()) {
            fields.extend(row);
        }
    }
    fields
}

#[cfg(test)]
mod tests {
    use super::of;

    #[test]
    fn pieces_do_not_run_together() {
        assert_ne!(of(["ab", "c"]), of(["a", "bc"]));
        assert_eq!(of(["職人"]), of(["職人"]));
        assert_eq!(of([]), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }
}
