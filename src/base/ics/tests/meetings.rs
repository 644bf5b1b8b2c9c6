//! What a meeting's calendar entries say.

use super::*;
use crate::base::time::MINUTE;

#[test]
fn an_invitation_says_all_of_a_meeting() {
    let written = invitation(&event(), &receiver());
    assert_well_formed(&written);
    let calendar = read(&written);
    assert_eq!(value(head(&calendar), &Property::Version), "2.0");
    assert_eq!(value(head(&calendar), &Property::Prodid), "-//Marketing Trace//Meetings//EN");
    assert_eq!(value(head(&calendar), &Property::Method), "REQUEST");
    let expected = [
        (Property::Uid, "meeting-7@trace.example"),
        (Property::Sequence, "3"),
        (Property::Dtstamp, "2026-11-30T09:00:00Z"),
        (Property::LastModified, "2026-11-30T09:00:00Z"),
        (Property::Dtstart, "2026-12-01T11:00:00Z"),
        (Property::Dtend, "2026-12-01T12:00:00Z"),
        (Property::Summary, "Hanako, Taro; and coffee"),
        (Property::Description, "One hour.\nBring a trace: C:\\new\\notes, please; thanks."),
        (Property::Url, "https://trace.example/meetings/7?from=calendar&tags=a,b;c"),
        (Property::Status, "CONFIRMED"),
        (Property::Organizer, "mailto:meetings@trace.example"),
        (Property::Attendee, "mailto:hanako@mail.example"),
    ];
    for (property, text) in expected {
        assert_eq!(value(meeting(&calendar), &property), text, "{property:?}");
    }
}

#[test]
fn an_invitation_names_its_receiver_and_asks_for_no_reply() {
    let calendar = read(&invitation(&event(), &receiver()));
    let of = |property, name| parameter(meeting(&calendar), &property, &name);
    assert_eq!(of(Property::Organizer, Parameter::Cn), "Marketing Trace");
    assert_eq!(of(Property::Attendee, Parameter::Cn), "Hanako Yamada");
    assert_eq!(of(Property::Attendee, Parameter::Cutype), "INDIVIDUAL");
    assert_eq!(of(Property::Attendee, Parameter::Role), "REQ-PARTICIPANT");
    assert_eq!(of(Property::Attendee, Parameter::Partstat), "ACCEPTED");
    assert_eq!(of(Property::Attendee, Parameter::Rsvp), "FALSE");
}

#[test]
fn a_meeting_is_arranged_moved_and_cancelled_under_one_name() {
    let arranged = event();
    let (later, moved_at) = (START.plus(2 * HOUR), START.plus(-25 * HOUR));
    let moved = Event { sequence: 4, stamp: moved_at, starts_at: later, ends_at: later.plus(HOUR), ..event() };
    let cancelled = Event { sequence: 5, stamp: START.plus(-24 * HOUR), ..moved.clone() };
    let told = [
        (invitation(&arranged, &receiver()), ["REQUEST", "3", "CONFIRMED", "2026-12-01T11:00:00Z"]),
        (invitation(&moved, &receiver()), ["REQUEST", "4", "CONFIRMED", "2026-12-01T13:00:00Z"]),
        (cancellation(&cancelled, &receiver()), ["CANCEL", "5", "CANCELLED", "2026-12-01T13:00:00Z"]),
    ];
    for (written, [method, sequence, status, start]) in told {
        assert_well_formed(&written);
        let calendar = read(&written);
        let of = |property| value(meeting(&calendar), &property);
        assert_eq!(value(head(&calendar), &Property::Method), method);
        assert_eq!((of(Property::Uid), of(Property::Sequence)), ("meeting-7@trace.example".into(), sequence.into()));
        assert_eq!((of(Property::Status), of(Property::Dtstart)), (status.into(), start.into()));
        assert_eq!(of(Property::Attendee), "mailto:hanako@mail.example");
        assert_eq!(of(Property::Organizer), "mailto:meetings@trace.example");
    }
}

#[test]
fn the_same_meeting_is_always_written_alike() {
    assert_eq!(invitation(&event(), &receiver()), invitation(&event(), &receiver()));
    assert_eq!(feed("x", &[event()]), feed("x", &[event()]));
}

#[test]
fn a_feed_holds_meetings_and_shows_no_member() {
    let other = Event { uid: "meeting-8@trace.example".to_owned(), status: Status::Cancelled, ..event() };
    let written = feed("面談, Marketing Trace", &[event(), other]);
    assert_well_formed(&written);
    let calendar = read(&written);
    let of = |property| value(head(&calendar), &property);
    assert_eq!(of(Property::Method), "PUBLISH");
    assert_eq!(of(Property::Other("X-WR-CALNAME".to_owned())), "面談, Marketing Trace");
    assert_eq!(of(Property::RefreshInterval), "PT1H");
    assert_eq!(of(Property::Other("X-PUBLISHED-TTL".to_owned())), "PT1H");
    let is_event = |component: &&ICalendarComponent| component.component_type == ICalendarComponentType::VEvent;
    let meetings: Vec<_> = calendar.components.iter().filter(is_event).collect();
    let told = |property| meetings.iter().map(|meeting| value(meeting, property)).collect::<Vec<_>>();
    assert_eq!(told(&Property::Uid), ["meeting-7@trace.example", "meeting-8@trace.example"]);
    assert_eq!(told(&Property::Status), ["CONFIRMED", "CANCELLED"]);
    assert_eq!(told(&Property::Organizer), ["mailto:meetings@trace.example"; 2]);
    assert!(!written.contains("ATTENDEE"));
}

#[test]
fn a_calendar_without_meetings_can_be_subscribed_to() {
    assert_eq!(
        names(&feed("x", &[])),
        ["BEGIN", "VERSION", "PRODID", "METHOD", "X-WR-CALNAME", "REFRESH-INTERVAL", "X-PUBLISHED-TTL", "END"]
    );
}

#[test]
fn commas_semicolons_and_backslashes_are_escaped_in_texts_and_not_in_addresses() {
    let written = invitation(&event(), &receiver());
    assert!(written.contains("\r\nSUMMARY:Hanako\\, Taro\\; and coffee\r\n"), "{written}");
    assert!(written.contains("\\nBring a trace: C:\\\\new\\\\notes\\, please\\; thanks."), "{written}");
    assert!(written.contains("tags=a,b;c\r\n"), "{written}");
}

#[test]
fn times_are_told_to_the_second() {
    let calendar = read(&invitation(&Event { stamp: START.plus(MINUTE + 999), ..event() }, &receiver()));
    assert_eq!(value(meeting(&calendar), &Property::Dtstamp), "2026-12-01T11:01:00Z");
}
