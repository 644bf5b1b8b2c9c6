use super::*;
use proptest::prelude::*;

fn units(text: &str) -> Vec<u16> {
    text.encode_utf16().collect()
}

fn splice(at: usize, delete: usize, insert: &str) -> Splice {
    Splice { at, delete, insert: units(insert) }
}

#[test]
fn typing_sends_the_smallest_change() {
    let mut field = Field::new("職人の服");
    assert_eq!(field.typed("職人の丈夫な服", 6), [splice(3, 0, "丈夫な")]);
    assert_eq!(field.typed("職人の服", 3), [splice(3, 3, "")]);
    assert_eq!(field.typed("職人の服", 0), []);
}

#[test]
fn the_caret_says_which_of_two_like_letters_is_new() {
    assert_eq!(Field::new("aa").typed("aaa", 1), [splice(0, 0, "a")]);
    assert_eq!(Field::new("aa").typed("aaa", 3), [splice(2, 0, "a")]);
}

#[test]
fn no_character_is_cut_in_two() {
    assert_eq!(Field::new("x👩y").typed("x👨y", 3), [splice(1, 2, "👨")]);
    assert_eq!(Field::new("👩👩").typed("👩", 2), [splice(2, 2, "")]);
}

#[test]
fn what_the_other_writes_does_not_disturb_a_conversion() {
    let mut field = Field::new("客は待つ。");
    field.begin();
    assert_eq!(field.typed("客はしょく待つ。", 5), [], "nothing half-converted is sent");
    field.remote(&[splice(0, 0, "その")]);
    field.remote(&[splice(6, 1, "!")]);
    assert!(field.is_composing());
    let (splices, caret) = field.end("客は職人を待つ。", 5);
    assert_eq!((splices, caret), (vec![splice(4, 0, "職人を")], 7));
    assert_eq!(field.text(), "その客は職人を待つ!");
    assert!(!field.is_composing());
}

#[test]
fn what_both_took_away_is_gone_once() {
    let mut field = Field::new("abcdef");
    field.begin();
    field.remote(&[splice(2, 2, "XY")]);
    let (splices, _) = field.end("aZf", 2);
    assert_eq!(field.text(), "aZXYf");
    assert_eq!(splices, [splice(4, 1, ""), splice(1, 1, ""), splice(1, 0, "Z")]);
}

#[test]
fn a_conversion_given_up_changes_nothing() {
    let mut field = Field::new("ab");
    field.begin();
    field.remote(&[splice(1, 0, "X")]);
    assert_eq!(field.end("ab", 2), (vec![], 3));
    assert_eq!(field.text(), "aXb");
}

#[test]
fn the_caret_stays_with_what_it_stood_behind() {
    assert_eq!(moved(&[splice(0, 0, "ab")], 3), 5);
    assert_eq!(moved(&[splice(3, 0, "ab")], 3), 3);
    assert_eq!(moved(&[splice(1, 5, "")], 3), 1);
}

fn text() -> impl Strategy<Value = String> {
    proptest::collection::vec(prop_oneof![Just('a'), Just('b'), Just('職'), Just('👩')], 0..8)
        .prop_map(|chars| chars.into_iter().collect())
}

/// A change that cuts no character of this text in two.
fn change(text: &str, (from, to): (usize, usize), insert: &str) -> Splice {
    let bounds: Vec<usize> = text
        .chars()
        .scan(0, |at, c| Some(std::mem::replace(at, *at + c.len_utf16())))
        .chain([units(text).len()])
        .collect();
    let (one, other) = (bounds[from % bounds.len()], bounds[to % bounds.len()]);
    splice(one.min(other), one.abs_diff(other), insert)
}

proptest! {
    /// Typed text is what the change makes of the text before.
    #[test]
    fn the_change_makes_what_is_shown(before in text(), after in text(), caret in 0..20_usize) {
        let mut live = units(&before);
        let mut field = Field::new(&before);
        for splice in field.typed(&after, caret.min(units(&after).len())) {
            prop_assert!(String::from_utf16(&splice.insert).is_ok(), "half a character");
            splice.on(&mut live);
        }
        prop_assert_eq!(String::from_utf16(&live).unwrap(), after.clone());
        prop_assert_eq!(field.text(), after);
    }

    /// Whatever comes while a word is converted, both texts are one afterwards, nothing of the other's
    /// is lost, and what was converted stands there whole.
    #[test]
    fn a_conversion_and_the_others_changes_both_stand(
        before in text(), place in (0..9_usize, 0..9_usize), own in text(),
        others in proptest::collection::vec(((0..12_usize, 0..12_usize), "[XYZ]{0,3}"), 0..5),
    ) {
        let mut field = Field::new(&before);
        field.begin();
        let wanted = change(&before, place, &own);
        let mut shown = units(&before);
        wanted.on(&mut shown);
        let caret = wanted.at + wanted.insert.len();
        let mut live = units(&before);
        for (range, insert) in &others {
            let theirs = change(&String::from_utf16(&live).unwrap(), *range, insert);
            theirs.on(&mut live);
            field.remote(&[theirs]);
        }
        let kept = |text: &str| text.chars().filter(|c| "XYZ".contains(*c)).collect::<String>();
        let theirs = kept(&String::from_utf16(&live).unwrap());
        let (splices, caret) = field.end(&String::from_utf16(&shown).unwrap(), caret);
        splices.iter().for_each(|splice| splice.on(&mut live));
        let after = String::from_utf16(&live).expect("whole characters");
        prop_assert_eq!(&field.text(), &after);
        prop_assert_eq!(kept(&after), theirs);
        prop_assert!(caret <= live.len());
    }
}
