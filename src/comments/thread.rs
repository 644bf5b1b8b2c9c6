//! From rows to threads: what is shown, what is a stub, what is left out. Pure.

use std::collections::HashMap;

use crate::comments::model::CommentId;
use crate::comments::store::Row;

/// Levels of replies shown; deeper ones stand on the last.
pub const DEPTH: usize = 4;

/// Why a comment shows as a stub.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stub {
    Deleted,
    Hidden,
    Blocked,
}

/// A comment with the replies below it.
#[derive(Debug, Clone)]
pub struct Node {
    pub row: Row,
    pub replies: Vec<Node>,
}

impl Node {
    /// `None` for a comment that is shown.
    #[must_use]
    pub fn stub(&self) -> Option<Stub> {
        stub(&self.row)
    }
}

/// One page of a trace's talk.
#[derive(Debug, Clone, Default)]
pub struct Thread {
    pub roots: Vec<Node>,
    /// Comments of the whole trace that the viewer can see.
    pub total: i64,
    pub on_parts: i64,
    /// Where the page before this one ends: the `after` of its address.
    pub older: Option<CommentId>,
}

fn stub(row: &Row) -> Option<Stub> {
    match row {
        Row { deleted: true, .. } => Some(Stub::Deleted),
        Row { hidden: true, .. } => Some(Stub::Hidden),
        Row { blocked: true, .. } => Some(Stub::Blocked),
        _ => None,
    }
}

impl Thread {
    /// Builds the page from rows in order of root and number, in which a parent comes before its replies.
    #[must_use]
    pub fn new(rows: Vec<Row>) -> Self {
        let Some(first) = rows.first() else { return Self::default() };
        let (total, on_parts) = (first.total, first.on_parts);
        let older = first.older.then_some(first.root_id);
        Self { roots: nest(keep(rows)), total, on_parts, older }
    }

    /// The tags of the members named here, for the page's cache.
    pub fn tags(&self) -> Vec<String> {
        let mut tags = Vec::new();
        let mut open: Vec<&Node> = self.roots.iter().collect();
        while let Some(node) = open.pop() {
            let tag = format!("member:{}", node.row.author_id);
            if !tags.contains(&tag) {
                tags.push(tag);
            }
            open.extend(&node.replies);
        }
        tags
    }
}

/// Leaves out what cannot be seen, unless something that can be seen answers it.
fn keep(rows: Vec<Row>) -> Vec<Row> {
    let place: HashMap<CommentId, usize> = rows.iter().enumerate().map(|(at, row)| (row.id, at)).collect();
    let mut kept = vec![false; rows.len()];
    for at in (0..rows.len()).rev() {
        kept[at] = kept[at] || stub(&rows[at]).is_none();
        if kept[at]
            && let Some(parent) = rows[at].parent_id.and_then(|id| place.get(&id))
        {
            kept[*parent] = true;
        }
    }
    rows.into_iter().zip(kept).filter_map(|(row, kept)| kept.then_some(row)).collect()
}

/// Puts each reply below what it answers, at most [`DEPTH`] levels deep. Not recursive: a chain of
/// replies may be as long as its writers like.
fn nest(rows: Vec<Row>) -> Vec<Node> {
    // For each comment: its level, and the comment that it stands below.
    let mut placed: HashMap<CommentId, (usize, Option<CommentId>)> = HashMap::new();
    let mut below: Vec<Option<CommentId>> = Vec::with_capacity(rows.len());
    for row in &rows {
        let parent = row.parent_id.and_then(|id| placed.get(&id).map(|(level, above)| (id, *level, *above)));
        let (level, above) = match parent {
            None => (1, None),
            Some((id, level, _)) if level < DEPTH => (level + 1, Some(id)),
            Some((_, level, above)) => (level, above),
        };
        placed.insert(row.id, (level, above));
        below.push(above);
    }
    // From the last to the first, so that each is whole before it moves into its parent.
    let mut waiting: HashMap<CommentId, Vec<Node>> = HashMap::new();
    let mut roots = Vec::new();
    for (row, above) in rows.into_iter().zip(below).rev() {
        let mut replies = waiting.remove(&row.id).unwrap_or_default();
        replies.reverse();
        let node = Node { row, replies };
        match above {
            Some(id) => waiting.entry(id).or_default().push(node),
            None => roots.push(node),
        }
    }
    roots.reverse();
    roots
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::time::Time;
    use crate::comments::model::Kind;
    use crate::members::model::MemberId;

    fn row(id: i64, parent: i64) -> Row {
        Row {
            id: CommentId(id),
            root_id: CommentId(1),
            parent_id: (parent > 0).then_some(CommentId(parent)),
            revision: 1,
            part_key: String::new(),
            kind: Kind::Question,
            html: "x".into(),
            created_at: Time(0),
            edited_at: None,
            deleted: false,
            hidden: false,
            blocked: false,
            author_id: MemberId(1),
            handle: "a".into(),
            name: "A".into(),
            demo: false,
            departed: false,
            total: 1,
            on_parts: 0,
            older: false,
        }
    }

    fn shape(nodes: &[Node]) -> String {
        nodes.iter().map(|n| format!("{}({})", n.row.id, shape(&n.replies))).collect()
    }

    #[test]
    fn replies_stand_below_what_they_answer_and_never_deeper_than_four() {
        let rows = vec![row(1, 0), row(2, 1), row(3, 2), row(4, 3), row(5, 4), row(6, 5), row(7, 1)];
        assert_eq!(shape(&Thread::new(rows).roots), "1(2(3(4()5()6()))7())");
    }

    #[test]
    fn a_stub_stays_while_someone_has_answered_it() {
        let gone = |id, parent| Row { deleted: true, ..row(id, parent) };
        let thread = Thread::new(vec![row(1, 0), gone(2, 1), gone(3, 2), row(4, 3), gone(5, 1)]);
        assert_eq!(shape(&thread.roots), "1(2(3(4())))");
        assert_eq!(thread.roots[0].replies[0].stub(), Some(Stub::Deleted));
        assert!(Thread::new(vec![gone(1, 0), gone(2, 1)]).roots.is_empty());
    }

    #[test]
    fn a_very_long_chain_is_still_a_page() {
        let rows = (1..2_000).map(|id| row(id, id - 1)).collect();
        assert_eq!(Thread::new(rows).roots.len(), 1);
    }
}
