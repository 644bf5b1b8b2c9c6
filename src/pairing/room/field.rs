//! A text area over a shared text, and how the two stay the same while someone types, deletes and
//! converts. Pure; both builds, so that it is tested where tests are quick. All offsets are UTF-16 units,
//! as in a text area.
//!
//! While a word is being converted (kana to kanji, say) the text area is the input method's: nothing in
//! it is touched, and nothing is sent. What the other writes meanwhile is noted with where the shown text
//! stands in it, and what has been converted is brought there in the end.

#[cfg(test)]
mod tests;

/// One change: at `at`, so many units go and these come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Splice {
    pub at: usize,
    pub delete: usize,
    pub insert: Vec<u16>,
}

impl Splice {
    fn on(&self, text: &mut Vec<u16>) {
        let at = self.at.min(text.len());
        let end = (at + self.delete).min(text.len());
        text.splice(at..end, self.insert.iter().copied());
    }

    /// Where an offset of the text before lies after. What comes in at the caret comes after it.
    fn moves(&self, offset: usize) -> usize {
        if offset <= self.at {
            offset
        } else if offset <= self.at + self.delete {
            self.at
        } else {
            offset - self.delete + self.insert.len()
        }
    }
}

/// The two texts.
#[derive(Debug, Clone, Default)]
pub struct Field {
    /// What is shared.
    live: Vec<u16>,
    /// What the text area showed when the conversion began; with, for each unit of `live`, which unit of
    /// it that is. `None`: nothing is being converted, and the area shows `live`.
    frozen: Option<Frozen>,
}

#[derive(Debug, Clone)]
struct Frozen {
    shown: Vec<u16>,
    origins: Vec<Option<usize>>,
}

impl Field {
    #[must_use]
    pub fn new(text: &str) -> Self {
        Self { live: text.encode_utf16().collect(), frozen: None }
    }

    /// What is shared now.
    #[must_use]
    pub fn text(&self) -> String {
        String::from_utf16_lossy(&self.live)
    }

    #[must_use]
    pub fn is_composing(&self) -> bool {
        self.frozen.is_some()
    }

    /// The area shows `value` with the caret at `caret`: what that changes in the shared text. Nothing
    /// while a word is being converted.
    pub fn typed(&mut self, value: &str, caret: usize) -> Vec<Splice> {
        if self.frozen.is_some() {
            return Vec::new();
        }
        let value: Vec<u16> = value.encode_utf16().collect();
        let splice = difference(&self.live, &value, caret);
        self.live = value;
        splice.into_iter().collect()
    }

    /// A conversion begins: the area is the input method's from now on.
    pub fn begin(&mut self) {
        if self.frozen.is_none() {
            let origins = (0..self.live.len()).map(Some).collect();
            self.frozen = Some(Frozen { shown: self.live.clone(), origins });
        }
    }

    /// It has ended and the area shows `value`: what that changes in the shared text, in this order, and
    /// where the caret stands in it then. The area is to show [`Field::text`] from now on.
    pub fn end(&mut self, value: &str, caret: usize) -> (Vec<Splice>, usize) {
        let Some(Frozen { shown, origins }) = self.frozen.take() else { return (self.typed(value, caret), caret) };
        let value: Vec<u16> = value.encode_utf16().collect();
        let Some(wanted) = difference(&shown, &value, caret) else {
            return (Vec::new(), place(&origins, caret));
        };
        let at = place(&origins, wanted.at);
        let goes =
            |origin: &Option<usize>| origin.is_some_and(|unit| (wanted.at..wanted.at + wanted.delete).contains(&unit));
        let mut splices = Vec::new();
        // From the end, so that what is still to go keeps its place.
        for unit in (0..origins.len()).rev().filter(|unit| goes(&origins[*unit])) {
            match splices.last_mut() {
                Some(Splice { at, delete, .. }) if *at == unit + 1 => (*at, *delete) = (unit, *delete + 1),
                _ => splices.push(Splice { at: unit, delete: 1, insert: Vec::new() }),
            }
        }
        if !wanted.insert.is_empty() {
            splices.push(Splice { at, delete: 0, insert: wanted.insert.clone() });
        }
        // A caret within what was typed stands there; one behind it, behind what it stood behind.
        let typed = wanted.at + wanted.insert.len();
        let caret = if caret >= wanted.at && caret <= typed {
            at + (caret - wanted.at)
        } else {
            let before = if caret < wanted.at { caret } else { caret - wanted.insert.len() + wanted.delete };
            splices.iter().fold(place(&origins, before), |caret, splice| splice.moves(caret))
        };
        splices.iter().for_each(|splice| splice.on(&mut self.live));
        (splices, caret)
    }

    /// The other has written. Where the area is not the input method's, it is to show [`Field::text`].
    pub fn remote(&mut self, changes: &[Splice]) {
        for change in changes {
            change.on(&mut self.live);
            if let Some(frozen) = &mut self.frozen {
                let at = change.at.min(frozen.origins.len());
                let end = (at + change.delete).min(frozen.origins.len());
                frozen.origins.splice(at..end, change.insert.iter().map(|_| None));
            }
        }
    }

    /// Where the caret stands in the shared text, for the other to see.
    #[must_use]
    pub fn shared(&self, caret: usize) -> usize {
        self.frozen.as_ref().map_or(caret, |frozen| place(&frozen.origins, caret.min(frozen.shown.len())))
    }
}

/// Where the caret is after these changes.
#[must_use]
pub fn moved(changes: &[Splice], offset: usize) -> usize {
    changes.iter().fold(offset, |offset, change| change.moves(offset))
}

/// Where in the shared text the shown unit `offset` begins: right behind the one shown before it.
fn place(origins: &[Option<usize>], offset: usize) -> usize {
    origins.iter().rposition(|origin| origin.is_some_and(|unit| unit < offset)).map_or(0, |unit| unit + 1)
}

/// The smallest change that makes `after` of `before`. Where a letter was typed beside its like, the
/// caret says which of them is new. No character is cut in two.
fn difference(before: &[u16], after: &[u16], caret: usize) -> Option<Splice> {
    if before == after {
        return None;
    }
    let tail = after.len().saturating_sub(caret);
    let most = before.len().min(after.len());
    let same_tail = before
        .iter()
        .rev()
        .zip(after.iter().rev())
        .take(tail.min(most))
        .take_while(|(one, other)| one == other)
        .count();
    let mut head = before.iter().zip(after).take(most - same_tail).take_while(|(one, other)| one == other).count();
    let rest = most - head;
    let mut end =
        before.iter().rev().zip(after.iter().rev()).take(rest).take_while(|(one, other)| one == other).count();
    let low = |unit: Option<&u16>| unit.is_some_and(|unit| (0xdc00..0xe000).contains(unit));
    if low(before.get(head)) || low(after.get(head)) {
        head = head.saturating_sub(1);
    }
    if end > 0 && (low(before.get(before.len() - end)) || low(after.get(after.len() - end))) {
        end -= 1;
    }
    Some(Splice { at: head, delete: before.len() - head - end, insert: after[head..after.len() - end].to_vec() })
}
