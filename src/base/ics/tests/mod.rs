//! What is written is read back by another library, and line by line.

mod hostile;
mod meetings;

use super::*;
use crate::base::time::HOUR;
use calcard::icalendar::{
    ICalendar, ICalendarComponent, ICalendarComponentType, ICalendarParameterName as Parameter,
    ICalendarProperty as Property,
};
use calcard::{Entry, Parser};

/// 2026-12-01T11:00:00Z.
const START: Time = Time(1_796_122_800_000);

fn person(name: &str, address: &str) -> Person {
    Person { name: name.to_owned(), address: address.to_owned() }
}

fn event() -> Event {
    Event {
        uid: "meeting-7@trace.example".to_owned(),
        sequence: 3,
        stamp: START.plus(-26 * HOUR),
        starts_at: START,
        ends_at: START.plus(HOUR),
        summary: "Hanako, Taro; and coffee".to_owned(),
        description: "One hour.\nBring a trace: C:\\new\\notes, please; thanks.".to_owned(),
        url: "https://trace.example/meetings/7?from=calendar&tags=a,b;c".to_owned(),
        organizer: person("Marketing Trace", "meetings@trace.example"),
        status: Status::Confirmed,
    }
}

fn receiver() -> Person {
    person("Hanako Yamada", "hanako@mail.example")
}

fn read(written: &str) -> ICalendar {
    // Not its strict reading, which refuses a component within another.
    let mut parser = Parser::new(written);
    let Entry::ICalendar(calendar) = parser.entry() else { panic!("not read: {written}") };
    assert_eq!(parser.entry(), Entry::Eof, "{written}");
    calendar
}

fn part(calendar: &ICalendar, kind: ICalendarComponentType) -> &ICalendarComponent {
    calendar.components.iter().find(|component| component.component_type == kind).unwrap()
}

fn head(calendar: &ICalendar) -> &ICalendarComponent {
    part(calendar, ICalendarComponentType::VCalendar)
}

fn meeting(calendar: &ICalendar) -> &ICalendarComponent {
    part(calendar, ICalendarComponentType::VEvent)
}

/// The one value of a property that is there once.
fn value(component: &ICalendarComponent, property: &Property) -> String {
    let entries: Vec<_> = component.properties(property).collect();
    assert_eq!((entries.len(), entries[0].values.len()), (1, 1), "{property:?}");
    entries[0].values[0].clone().into_text().unwrap().into_owned()
}

fn parameter(component: &ICalendarComponent, property: &Property, name: &Parameter) -> String {
    component.property(property).unwrap().parameter(name).unwrap().as_text().unwrap().to_owned()
}

/// The names at the starts of the lines, after unfolding.
fn names(written: &str) -> Vec<String> {
    let unfolded = written.replace("\r\n ", "");
    let lines = unfolded.strip_suffix("\r\n").unwrap().split("\r\n");
    lines.map(|line| line.split([':', ';']).next().unwrap().to_owned()).collect()
}

const INVITATION: [&str; 19] = [
    "BEGIN",
    "VERSION",
    "PRODID",
    "METHOD",
    "BEGIN",
    "UID",
    "SEQUENCE",
    "DTSTAMP",
    "LAST-MODIFIED",
    "DTSTART",
    "DTEND",
    "SUMMARY",
    "DESCRIPTION",
    "URL",
    "STATUS",
    "ORGANIZER",
    "ATTENDEE",
    "END",
    "END",
];

/// Lines of no more than 75 octets that all end in CR LF, and nothing else that ends a line.
fn assert_well_formed(written: &str) {
    assert!(written.ends_with("\r\n"));
    for line in written.split("\r\n") {
        assert!(line.len() <= 75, "{} octets: {line}", line.len());
        let strays = |c: char| (c.is_control() && c != '\t') || matches!(c, '\u{2028}' | '\u{2029}');
        assert!(!line.contains(strays), "{line:?}");
    }
}
