//! Texts that are long, foreign or meant to break out.

use proptest::prelude::*;

use super::*;

#[test]
fn the_longest_japanese_word_is_folded_between_characters() {
    for word in ["株式会社", "😀", "é", "👩‍👩‍👧", "　", "a"] {
        for shift in 0..5 {
            let long = format!("{}{}", "x".repeat(shift), word.repeat(2_000));
            let event = Event { summary: long.clone(), description: long.clone(), ..event() };
            let written = invitation(&event, &person(&long, "hanako@mail.example"));
            assert_well_formed(&written);
            let calendar = read(&written);
            assert_eq!(value(meeting(&calendar), &Property::Summary), long);
            assert_eq!(value(meeting(&calendar), &Property::Description), long);
            assert_eq!(parameter(meeting(&calendar), &Property::Attendee, &Parameter::Cn), long);
        }
    }
}

#[test]
fn emoji_followed_by_many_spaces_are_written_in_time() {
    let summary = format!("{}{}.", "😀".repeat(100), " ".repeat(300));
    let calendar = read(&invitation(&Event { summary: summary.clone(), ..event() }, &receiver()));
    assert_eq!(value(meeting(&calendar), &Property::Summary), summary);
}

#[test]
fn no_text_starts_a_line_of_its_own() {
    for line_end in ["\r\n", "\n", "\r", "\r\n ", "\n\t", "\u{2028}", "\u{2029}", "\u{85}", "\u{b}", "\u{c}", "\0"] {
        let hostile = format!("x{line_end}ATTENDEE:mailto:eve@evil.example{line_end}END:VEVENT");
        let event = Event {
            uid: hostile.clone(),
            summary: hostile.clone(),
            description: hostile.clone(),
            url: hostile.clone(),
            organizer: person(&hostile, &hostile),
            ..event()
        };
        let written = invitation(&event, &person(&hostile, &hostile));
        assert_well_formed(&written);
        assert_eq!(names(&written), INVITATION, "{line_end:?}");
        let (calendar, feed) = (read(&written), feed(&hostile, &[event]));
        assert_eq!(meeting(&calendar).properties(&Property::Attendee).count(), 1);
        assert_well_formed(&feed);
        assert!(!names(&feed).contains(&"ATTENDEE".to_owned()));
    }
}

#[test]
fn a_name_cannot_leave_its_quotes() {
    let names = [
        (r#"Hanako";RSVP=TRUE:mailto:eve@evil.example;X=""#, "Hanako”;RSVP=TRUE:mailto:eve@evil.example;X=”"),
        (r#""Hanako""#, "”Hanako”"),
        ("花子(^^)", "花子(＾＾)"),
        ("a^nb^'c", "a＾nb＾'c"),
        ("Yamada, Hanako; PhD: \\", "Yamada, Hanako; PhD: ＼"),
        ("one\r\ntwo\tthree", "one  two three"),
        ("\\\";RSVP=TRUE", "＼”;RSVP=TRUE"),
    ];
    for (name, shown) in names {
        let calendar = read(&invitation(&event(), &person(name, "hanako@mail.example")));
        assert_eq!(parameter(meeting(&calendar), &Property::Attendee, &Parameter::Cn), shown);
        assert_eq!(parameter(meeting(&calendar), &Property::Attendee, &Parameter::Rsvp), "FALSE");
        assert_eq!(value(meeting(&calendar), &Property::Attendee), "mailto:hanako@mail.example");
    }
}

/// What a reader sees of a text: its line breaks as one kind, and no control characters.
fn seen(text: &str) -> String {
    let breaks = text.replace("\r\n", "\n").replace(['\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'], "\n");
    breaks.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).collect()
}

const PIECES: &[&str] = &[
    "\\",
    ",",
    ";",
    ":",
    "\r\n",
    "\n",
    "\r",
    " ",
    "\t",
    "\"",
    "^",
    "n",
    "会",
    "😀",
    "END:VEVENT",
    "\u{2028}",
    "\u{85}",
    "\u{b}",
    "\0",
];

fn texts() -> impl Strategy<Value = String> {
    let mixed = proptest::collection::vec(proptest::sample::select(PIECES), 0..120).prop_map(|p| p.concat());
    prop_oneof![any::<String>(), mixed]
}

proptest! {
    #[test]
    fn any_text_is_read_as_it_was_meant(summary in texts(), description in texts(), name in texts()) {
        let event = Event { summary: format!("[{summary}]"), description: format!("[{description}]"), ..event() };
        let written = invitation(&event, &person(&name, "hanako@mail.example"));
        assert_well_formed(&written);
        prop_assert_eq!(names(&written), INVITATION.to_vec());
        let calendar = read(&written);
        prop_assert_eq!(value(meeting(&calendar), &Property::Summary), seen(&event.summary));
        prop_assert_eq!(value(meeting(&calendar), &Property::Description), seen(&event.description));
        prop_assert_eq!(value(meeting(&calendar), &Property::Attendee), "mailto:hanako@mail.example");
    }
}
