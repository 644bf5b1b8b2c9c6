//! The shared text, as the server and the browser both keep it: names of its parts, reading, and
//! changing as little as possible. Offsets are UTF-16 units, as on the wire and in a text area.

use yrs::{
    Any, Array, Doc, GetString, Map, MapPrelim, OffsetKind, Options, Out, ReadTxn, Text, TransactionMut, WriteTxn,
};

/// The names of the parts: each is a `Y.Text` of its own. In page order.
pub const PARTS: [&str; 7] = ["shift", "shift-task", "task", "task-value", "value", "value-model", "model"];
/// A `Y.Text`: the trace's title.
pub const TITLE: &str = "title";
/// A `Y.Array` of `Y.Map`: the sources, in rows.
pub const SOURCES: &str = "sources";
/// A `Y.Array` of `Y.Map { text, at }`: what the two say beside it.
pub const CHAT: &str = "chat";

/// The text with all that it remembers: some fifty times what a trace may hold.
pub const LARGEST_TEXT: usize = 1024 * 1024;
/// A message: all that one may owe who has written for a long time without a connection. More than the
/// text may hold would not be taken anyway.
pub const LARGEST_MESSAGE: usize = LARGEST_TEXT + 64 * 1024;

/// The name of a part's gist, a `Y.Text` too.
#[must_use]
pub fn gist(part: &str) -> String {
    format!("{part}.gist")
}

/// An empty shared text, written by this client.
#[must_use]
pub fn new(client: u64) -> Doc {
    let mut options = Options::with_client_id(yrs::ClientID::new(client));
    options.offset_kind = OffsetKind::Utf16;
    Doc::with_options(options)
}

/// What stands under a name, empty where nothing was written.
pub fn read(txn: &impl ReadTxn, root: &str) -> String {
    txn.get_text(root).map_or_else(String::new, |text| text.get_string(txn))
}

/// One change of one text: at `at`, so many units go and this comes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// The name under which the text stands.
    pub root: String,
    pub at: usize,
    pub delete: usize,
    pub insert: String,
}

/// Changes a text. What lies beyond its end is cut, and no character is cut in two.
pub fn apply(txn: &mut TransactionMut<'_>, edit: &Edit) {
    let text = txn.get_or_insert_text(edit.root.as_str());
    let now = text.get_string(txn);
    let at = boundary(&now, edit.at);
    let end = boundary(&now, edit.at.saturating_add(edit.delete)).max(at);
    if end > at {
        text.remove_range(txn, narrow(at), narrow(end - at));
    }
    if !edit.insert.is_empty() {
        text.insert(txn, narrow(at), &edit.insert);
    }
}

/// Adds a line to the chat.
pub fn say(txn: &mut TransactionMut<'_>, said: &str, at: i64) {
    let line = MapPrelim::from([("text".to_owned(), Any::from(said)), ("at".to_owned(), Any::from(at as f64))]);
    txn.get_or_insert_array(CHAT).push_back(txn, line);
}

/// Adds a row to the sources.
pub fn add_source(txn: &mut TransactionMut<'_>, fields: &[(&str, &str)]) {
    let row = fields.iter().map(|(name, value)| ((*name).to_owned(), Any::from(*value)));
    txn.get_or_insert_array(SOURCES).push_back(txn, row.collect::<MapPrelim>());
}

/// Takes away the rows with this key.
pub fn remove_source(txn: &mut TransactionMut<'_>, key: &str) {
    let rows = txn.get_or_insert_array(SOURCES);
    let is = |row: &Out| match row {
        Out::YMap(row) => row.get(txn, "key") == Some(Out::Any(Any::from(key))),
        _ => false,
    };
    let found: Vec<u32> = (0..).zip(rows.iter(txn)).filter(|(_, row)| is(row)).map(|(at, _)| at).collect();
    found.iter().rev().for_each(|at| rows.remove(txn, *at));
}

/// The smallest change that makes `after` of `before`; `None` when they are the same.
#[must_use]
pub fn difference(root: &str, before: &str, after: &str) -> Option<Edit> {
    if before == after {
        return None;
    }
    let same = |(one, other): &(char, char)| one == other;
    let head: usize = before.chars().zip(after.chars()).take_while(same).map(|(c, _)| c.len_utf8()).sum();
    let (old, new) = (&before[head..], &after[head..]);
    let tail: usize = old.chars().rev().zip(new.chars().rev()).take_while(same).map(|(c, _)| c.len_utf8()).sum();
    Some(Edit {
        root: root.to_owned(),
        at: units(&before[..head]),
        delete: units(&old[..old.len() - tail]),
        insert: new[..new.len() - tail].to_owned(),
    })
}

/// The length of a text in UTF-16 units.
#[must_use]
pub fn units(text: &str) -> usize {
    text.chars().map(char::len_utf16).sum()
}

/// The last beginning of a character at or before this offset.
fn boundary(text: &str, offset: usize) -> usize {
    let mut at = 0;
    for c in text.chars() {
        let next = at + c.len_utf16();
        if next > offset {
            return at;
        }
        at = next;
    }
    at
}

/// A text is far shorter than this.
fn narrow(units: usize) -> u32 {
    u32::try_from(units).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use yrs::Transact;

    fn edit(at: usize, delete: usize, insert: &str) -> Edit {
        Edit { root: "task".into(), at, delete, insert: insert.into() }
    }

    fn after(edits: &[Edit]) -> String {
        let doc = new(1);
        let mut txn = doc.transact_mut();
        for edit in edits {
            apply(&mut txn, edit);
        }
        read(&txn, "task")
    }

    #[test]
    fn offsets_are_units_of_utf16_and_no_character_is_cut() {
        assert_eq!(after(&[edit(0, 0, "職人👩の服"), edit(2, 2, "")]), "職人の服");
        assert_eq!(after(&[edit(0, 0, "a👩b"), edit(2, 0, "x")]), "ax👩b", "in the middle of a pair");
        assert_eq!(after(&[edit(0, 0, "a👩b"), edit(2, 1, "")]), "ab", "half of it is the whole");
        assert_eq!(after(&[edit(0, 0, "ab"), edit(9, 9, "c")]), "abc", "beyond the end");
    }

    #[test]
    fn the_difference_is_the_smallest_change() {
        assert_eq!(difference("task", "same", "same"), None);
        for (before, now) in
            [("", "職人"), ("職人の服", "職人の丈夫な服"), ("aa", "aaa"), ("a👩b", "a👨b"), ("abc", "")]
        {
            let change = difference("task", before, now).expect("they differ");
            assert_eq!(after(&[edit(0, 0, before), change]), now);
        }
        assert_eq!(difference("task", "職人の服", "職人の丈夫な服"), Some(edit(3, 0, "丈夫な")));
    }
}
