//! What a member's calendar is told of a meeting: iCalendar (RFC 5545) with the methods of RFC 5546.
//!
//! Texts come from members, so nothing in them may start a line of its own: line breaks are escaped or
//! dropped, and other control characters are dropped. Who is invited is not in [`Event`]: an
//! invitation names its receiver only, and a feed nobody, so neither can show a member's address
//! to another.
//!
//! Library (2026-11-24): none. `icalendar` 0.17.17 folds long lines itself, and does not come back
//! from a summary of 100 "é" or emoji and 300 spaces; it lets carriage returns and the quotes of
//! names through. `calcard` 0.3.14, with which the tests read all this back, brings a time zone database and
//! two mail libraries. What is left to write is below: a line, its folding, and three escapes.

use crate::base::time::Time;

#[cfg(test)]
mod tests;

const PRODUCT: &str = "-//Marketing Trace//Meetings//EN";
/// How often a calendar asks for its feed again.
const REFRESH: &str = "PT1H";
/// RFC 5545, 3.1: octets in a line, without its end.
const LINE_OCTETS: usize = 75;

/// A name and an e-mail address, as in a letter's head.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    pub name: String,
    pub address: String,
}

/// What a feed says of a meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    Confirmed,
    Cancelled,
}

/// A meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// The same for as long as the meeting is the same one, whatever is changed about it.
    pub uid: String,
    /// One more for each change that calendars are told of, and for the cancellation.
    pub sequence: u32,
    /// When the meeting was last changed, to the second.
    pub stamp: Time,
    /// To the second, as is the end.
    pub starts_at: Time,
    pub ends_at: Time,
    pub summary: String,
    /// May have several lines.
    pub description: String,
    pub url: String,
    /// The site, not a member: feeds and everyone invited see it.
    pub organizer: Person,
    /// Read by [`feed`]; the two letters say it by what they are.
    pub status: Status,
}

/// The meeting, or its change when `sequence` has risen, to one of its two members.
#[must_use]
pub fn invitation(event: &Event, receiver: &Person) -> String {
    calendar("REQUEST", |lines| lines.event(event, Status::Confirmed, Some(receiver)))
}

/// The end of the meeting, to one of its two members. `sequence` is to be higher than the
/// invitation's.
#[must_use]
pub fn cancellation(event: &Event, receiver: &Person) -> String {
    calendar("CANCEL", |lines| lines.event(event, Status::Cancelled, Some(receiver)))
}

/// A calendar to subscribe to. Cancelled meetings are to be in it too, for a while: some calendars keep
/// what a feed no longer mentions.
#[must_use]
pub fn feed(name: &str, events: &[Event]) -> String {
    calendar("PUBLISH", |lines| {
        lines.put("X-WR-CALNAME", &text(name));
        lines.put("REFRESH-INTERVAL;VALUE=DURATION", REFRESH);
        lines.put("X-PUBLISHED-TTL", REFRESH);
        for event in events {
            lines.event(event, event.status, None);
        }
    })
}

fn calendar(method: &str, content: impl FnOnce(&mut Lines)) -> String {
    let mut lines = Lines(String::new());
    lines.put("BEGIN", "VCALENDAR");
    lines.put("VERSION", "2.0");
    lines.put("PRODID", PRODUCT);
    lines.put("METHOD", method);
    content(&mut lines);
    lines.put("END", "VCALENDAR");
    lines.0
}

struct Lines(String);

impl Lines {
    fn event(&mut self, event: &Event, status: Status, receiver: Option<&Person>) {
        self.put("BEGIN", "VEVENT");
        self.put("UID", &text(&event.uid));
        self.put("SEQUENCE", &event.sequence.to_string());
        self.put("DTSTAMP", &utc(event.stamp));
        self.put("LAST-MODIFIED", &utc(event.stamp));
        self.put("DTSTART", &utc(event.starts_at));
        self.put("DTEND", &utc(event.ends_at));
        self.put("SUMMARY", &text(&event.summary));
        self.put("DESCRIPTION", &text(&event.description));
        self.put("URL", &uri(&event.url));
        self.put("STATUS", if status == Status::Cancelled { "CANCELLED" } else { "CONFIRMED" });
        self.put(&format!("ORGANIZER;CN={}", quoted(&event.organizer.name)), &mailto(&event.organizer));
        if let Some(receiver) = receiver {
            self.attendee(receiver);
        }
        self.put("END", "VEVENT");
    }

    /// The member has agreed on the site, and changes are made there: no reply is asked for, because
    /// nobody reads the organizer's letters.
    fn attendee(&mut self, person: &Person) {
        let parameters = "CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;RSVP=FALSE";
        self.put(&format!("ATTENDEE;CN={};{parameters}", quoted(&person.name)), &mailto(person));
    }

    /// A line, folded between characters (RFC 5545, 3.1). The space that continues it counts.
    fn put(&mut self, name: &str, value: &str) {
        let mut octets = 0;
        for character in name.chars().chain([':']).chain(value.chars()) {
            if octets + character.len_utf8() > LINE_OCTETS {
                self.0.push_str("\r\n ");
                octets = 1;
            }
            self.0.push(character);
            octets += character.len_utf8();
        }
        self.0.push_str("\r\n");
    }
}

/// A value of type TEXT (RFC 5545, 3.3.11). All that ends a line anywhere is a line break.
fn text(value: &str) -> String {
    let mut escaped = String::with_capacity(value.len());
    for character in value.replace("\r\n", "\n").chars() {
        match character {
            '\\' | ';' | ',' => escaped.extend(['\\', character]),
            '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => escaped.push_str("\\n"),
            '\t' => escaped.push('\t'),
            control if control.is_control() => {}
            other => escaped.push(other),
        }
    }
    escaped
}

/// A parameter's value, in quotes (RFC 5545, 3.2). A quote cannot be written there in a way that all
/// calendars know; a caret escapes for those who know RFC 6868, and a backslash, the closing quote
/// too, for those who should not. All three are written as the characters that look like them.
fn quoted(value: &str) -> String {
    let safe = |character: char| match character {
        '"' => '”',
        '^' => '＾',
        '\\' => '＼',
        control if control.is_control() || matches!(control, '\u{2028}' | '\u{2029}') => ' ',
        other => other,
    };
    format!("\"{}\"", value.chars().map(safe).collect::<String>())
}

/// A URI has neither spaces nor control characters; without them it stays on its line.
fn uri(value: &str) -> String {
    value.chars().filter(|character| !character.is_control() && !character.is_whitespace()).collect()
}

fn mailto(person: &Person) -> String {
    format!("mailto:{}", uri(&person.address))
}

fn utc(at: Time) -> String {
    at.timestamp().strftime("%Y%m%dT%H%M%SZ").to_string()
}
