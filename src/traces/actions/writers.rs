//! Who wrote which part, in characters added. A tally, not a judgement: it says whose hand was there.

use crate::base::db::Conn;
use crate::base::error::Result;
use crate::base::text::graphemes;
use crate::members::model::MemberId;
use crate::traces::model::TraceId;
use crate::traces::model::draft::{Content, PartText};
use crate::traces::model::part::PartKey;
use crate::traces::store::writers;

/// What one member added to one part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Writing {
    pub key: PartKey,
    pub member: MemberId,
    pub characters: i64,
}

/// Notes what was written elsewhere than in the editor: in the room of a pair session.
///
/// # Errors
/// When the database does not answer.
pub async fn credit(conn: &mut Conn, trace: TraceId, written: &[Writing]) -> Result<()> {
    for one in written.iter().filter(|one| one.characters > 0) {
        writers::credit(conn, trace, one.key, one.member, one.characters).await?;
    }
    Ok(())
}

/// Notes what `member` added in the editor.
pub(super) async fn edited(
    conn: &mut Conn,
    trace: TraceId,
    member: MemberId,
    before: Option<&Content>,
    after: &Content,
) -> Result<()> {
    let added = |key: &PartKey| {
        let (was, is) = (before.map_or_else(PartText::default, |before| before.part(*key)), after.part(*key));
        let fields = |part: &PartText| part.fields.lines(after.language).join("\n");
        let characters = added(&was.gist, &is.gist) + added(&was.body, &is.body) + added(&fields(&was), &fields(&is));
        Writing { key: *key, member, characters }
    };
    let written: Vec<Writing> = PartKey::ALL.iter().map(added).collect();
    credit(conn, trace, &written).await
}

/// Characters (grapheme clusters) between the beginning and the end that both have.
fn added(before: &str, after: &str) -> i64 {
    let same = |(one, other): &(char, char)| one == other;
    let head: usize = before.chars().zip(after.chars()).take_while(same).map(|(c, _)| c.len_utf8()).sum();
    let (before, after) = (&before[head..], &after[head..]);
    let tail: usize = before.chars().rev().zip(after.chars().rev()).take_while(same).map(|(c, _)| c.len_utf8()).sum();
    i64::try_from(graphemes(&after[..after.len() - tail])).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::added;

    #[test]
    fn what_was_added_is_counted_as_a_person_counts() {
        assert_eq!(added("", "職人の服"), 4);
        assert_eq!(added("職人の服", "職人の丈夫な服"), 3);
        assert_eq!(added("abc", "abc"), 0);
        assert_eq!(added("abc", "ac"), 0);
        assert_eq!(added("aa", "aaa"), 1);
        assert_eq!(added("one two", "one 👩‍👩‍👧 two"), 2);
    }
}
