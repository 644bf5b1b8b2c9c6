//! What stands in the shared text, and whose hand it was. Pure.

use std::collections::BTreeMap;

use yrs::branch::BranchID;
use yrs::types::text::YChange;
use yrs::{Any, Array, Doc, IdSet, Map, MapRef, Number, Out, ReadTxn, Snapshot, StateVector, Text, Transact};

use crate::base::text::graphemes;
use crate::base::time::Time;
use crate::members::model::MemberId;
use crate::pairing::room::text::{self, CHAT, SOURCES, TITLE};
use crate::traces::actions::writers::Writing;
use crate::traces::model::draft::PartText;
use crate::traces::model::part::PartKey;
use crate::traces::model::source::{Source, SourceKind};

/// The whole text, as a trace holds it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Written {
    pub parts: BTreeMap<PartKey, PartText>,
    pub title: String,
    pub sources: Vec<Source>,
    pub chat: Vec<Line>,
}

/// One line of the chat.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Who wrote it, by the client that inserted it; `None` when nobody of the two did.
    pub member: Option<MemberId>,
    pub text: String,
    pub at: Time,
}

/// Which member first delivered what a client wrote, from a clock on.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Clients(BTreeMap<(u64, u32), MemberId>);

impl Clients {
    /// Credits what the client wrote from this clock on; what was noted first stays.
    pub fn note(&mut self, client: u64, from: u32, member: MemberId) {
        self.0.entry((client, from)).or_insert(member);
    }

    /// Who delivered this.
    #[must_use]
    pub fn of(&self, client: u64, clock: u32) -> Option<MemberId> {
        self.0.range((client, 0)..=(client, clock)).next_back().map(|(_, member)| *member)
    }

    /// Whose the client is now.
    #[must_use]
    pub fn owner(&self, client: u64) -> Option<MemberId> {
        self.of(client, u32::MAX)
    }

    /// Every client that is known, with whose it is now.
    pub fn owners(&self) -> impl Iterator<Item = (u64, MemberId)> {
        let last: BTreeMap<u64, MemberId> = self.0.iter().map(|((client, _), member)| (*client, *member)).collect();
        last.into_iter()
    }

    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Where the next entry of the client lies beyond this clock.
    fn change_after(&self, client: u64, clock: u32) -> Option<u32> {
        self.0.range((client, clock.checked_add(1)?)..=(client, u32::MAX)).next().map(|((_, from), _)| *from)
    }
}

/// The parts that the two write here, in page order: lenses and hypotheses are added in the editor.
pub fn keys() -> impl Iterator<Item = PartKey> {
    text::PARTS.iter().filter_map(|key| key.parse().ok())
}

/// Reads everything.
#[must_use]
pub fn written(doc: &Doc, clients: &Clients) -> Written {
    let txn = doc.transact();
    let mut parts = BTreeMap::new();
    for key in keys() {
        let (gist, body) = (text::read(&txn, &text::gist(key.as_str())), text::read(&txn, key.as_str()));
        let part = PartText { gist, body, ..PartText::default() };
        if part != PartText::default() {
            parts.insert(key, part);
        }
    }
    let rows = |name: &str| txn.get_array(name).map_or_else(Vec::new, |rows| rows.iter(&txn).collect());
    let sources = rows(SOURCES).into_iter().filter_map(|row| source(&txn, &row.cast().ok()?)).collect();
    let chat = rows(CHAT).into_iter().filter_map(|row| line(&txn, &row, clients)).collect();
    Written { parts, title: text::read(&txn, TITLE), sources, chat }
}

/// A row without a key, a title and an address is not a source yet.
fn source(txn: &impl ReadTxn, row: &MapRef) -> Option<Source> {
    let field = |name: &str| match row.get(txn, name) {
        Some(Out::Any(Any::String(value))) => value.to_string(),
        _ => String::new(),
    };
    let source = Source {
        key: field("key"),
        kind: field("kind").parse().unwrap_or(SourceKind::Web),
        title: field("title"),
        publisher: field("publisher"),
        dated: field("dated"),
        url: field("url"),
        note: field("note"),
        by: None,
    };
    let is_empty = [&source.key, &source.title, &source.url].iter().all(|text| text.is_empty());
    (!is_empty).then_some(source)
}

fn line(txn: &impl ReadTxn, row: &Out, clients: &Clients) -> Option<Line> {
    let Out::YMap(map) = row else { return None };
    let Some(Out::Any(Any::String(text))) = map.get(txn, "text") else { return None };
    let at = match map.get(txn, "at") {
        Some(Out::Any(Any::Number(Number::Int(at)))) => at,
        // A moment in milliseconds is a whole number below 2^53.
        Some(Out::Any(Any::Number(Number::Float(at)))) if at.abs() < 9e15 => at as i64,
        _ => 0,
    };
    let BranchID::Nested(id) = AsRef::<yrs::branch::Branch>::as_ref(map).id() else { return None };
    let member = clients.of(id.client.get(), id.clock);
    Some(Line { member, text: text.to_string(), at: Time(at) })
}

/// The characters (grapheme clusters) that now stand in each part, by member.
#[must_use]
pub fn credits(doc: &Doc, clients: &Clients) -> Vec<Writing> {
    let mut tally: BTreeMap<(PartKey, MemberId), i64> = BTreeMap::new();
    for key in keys() {
        for root in [key.as_str().to_owned(), text::gist(key.as_str())] {
            for (member, text) in hands(doc, &root, clients) {
                *tally.entry((key, member)).or_default() += i64::try_from(graphemes(&text)).unwrap_or(0);
            }
        }
    }
    tally.into_iter().map(|((key, member), characters)| Writing { key, member, characters }).collect()
}

/// A text in pieces of one hand each, as they stand. What nobody is credited with is left out.
fn hands(doc: &Doc, root: &str, clients: &Clients) -> Vec<(MemberId, String)> {
    let mut txn = doc.transact_mut();
    let Some(text) = txn.get_text(root) else { return Vec::new() };
    // Against an empty past every piece is an addition, and says which block it is.
    let (now, nothing) = (txn.snapshot(), Snapshot::new(StateVector::default(), IdSet::new()));
    let mut pieces: Vec<(MemberId, String)> = Vec::new();
    for piece in text.diff_range(&mut txn, Some(&now), Some(&nothing), YChange::identity) {
        let (Out::Any(Any::String(text)), Some(change)) = (piece.insert, piece.ychange) else { continue };
        for (member, text) in by_member(change.id.client.get(), change.id.clock, &text, clients) {
            match pieces.last_mut() {
                Some((last, so_far)) if *last == member => so_far.push_str(&text),
                _ => pieces.push((member, text)),
            }
        }
    }
    pieces
}

/// One block of one client, cut where another member took its number over.
fn by_member(client: u64, mut clock: u32, text: &str, clients: &Clients) -> Vec<(MemberId, String)> {
    let mut pieces = Vec::new();
    let mut piece = String::new();
    let mut until = clients.change_after(client, clock);
    let mut owner = clients.of(client, clock);
    for c in text.chars() {
        if until.is_some_and(|until| clock >= until) {
            pieces.extend(owner.map(|member| (member, std::mem::take(&mut piece))));
            (owner, until) = (clients.of(client, clock), clients.change_after(client, clock));
            piece.clear();
        }
        piece.push(c);
        clock = clock.saturating_add(u32::try_from(c.len_utf16()).unwrap_or(1));
    }
    pieces.extend(owner.filter(|_| !piece.is_empty()).map(|member| (member, piece)));
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pairing::room::text::Edit;

    const KEN: MemberId = MemberId(1);
    const MEI: MemberId = MemberId(2);

    fn edit(doc: &Doc, root: &str, at: usize, insert: &str) {
        let edit = Edit { root: root.into(), at, delete: 0, insert: insert.into() };
        text::apply(&mut doc.transact_mut(), &edit);
    }

    #[test]
    fn each_character_is_credited_to_who_delivered_it() {
        let (mut clients, ken, mei) = (Clients::default(), text::new(7), text::new(8));
        clients.note(7, 0, KEN);
        clients.note(8, 0, MEI);
        edit(&ken, "task", 0, "職人の服");
        let all = ken.transact().encode_diff_v1(&StateVector::default());
        mei.transact_mut().apply_update(yrs::updates::decoder::Decode::decode_v1(&all).expect("ours")).expect("fits");
        edit(&mei, "task", 3, "丈夫な");
        edit(&mei, "task.gist", 0, "👩‍👩‍👧");
        let tally = credits(&mei, &clients);
        let of = |member, characters| Writing { key: PartKey::Task, member, characters };
        assert_eq!(tally, [of(KEN, 4), of(MEI, 4)]);
        assert_eq!(written(&mei, &clients).parts[&PartKey::Task].body, "職人の丈夫な服");
    }

    #[test]
    fn a_number_that_was_taken_over_is_cut_there() {
        let (mut clients, doc) = (Clients::default(), text::new(7));
        clients.note(7, 0, KEN);
        clients.note(7, 2, MEI);
        clients.note(7, 2, KEN);
        edit(&doc, "value", 0, "abcde");
        let of = |member, characters| Writing { key: PartKey::Value, member, characters };
        assert_eq!(credits(&doc, &clients), [of(KEN, 2), of(MEI, 3)]);
        assert_eq!((clients.of(7, 1), clients.owner(7), clients.owner(9)), (Some(KEN), Some(MEI), None));
    }
}
