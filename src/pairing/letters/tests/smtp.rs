//! A booking and its end, sent over SMTP and read by other libraries.

use calcard::icalendar::{ICalendar, ICalendarComponentType, ICalendarProperty as Property};
use calcard::{Entry, Parser};
use mail_parser::{Message, MessageParser, MimeHeaders, PartType};

use super::*;
use crate::testing::Engine;
use crate::testing::smtp::{Received, Sink};

fn read(received: &Received) -> Message<'_> {
    MessageParser::default().parse(&received.raw).expect("a letter")
}

/// The calendar's form and the attached file, which are the same, with the form's method.
fn invitation(message: &Message<'_>) -> (String, ICalendar) {
    let text = |body: &PartType<'_>| match body {
        PartType::Text(text) => text.to_string(),
        PartType::Binary(bytes) => String::from_utf8(bytes.to_vec()).unwrap(),
        _ => panic!("not a leaf"),
    };
    let calendars = message
        .parts
        .iter()
        .filter(|part| part.content_type().is_some_and(|t| matches!(t.subtype(), Some("calendar" | "ics"))));
    let [form, file] = calendars.collect::<Vec<_>>().try_into().expect("a form and a file");
    assert_eq!(text(&form.body), text(&file.body));
    assert_eq!(file.attachment_name(), Some("invite.ics"));
    let method = form.content_type().unwrap().attribute("method").unwrap().to_owned();
    let written = text(&form.body);
    let Entry::ICalendar(calendar) = Parser::new(&written).entry() else { panic!("not read: {written}") };
    (method, calendar)
}

fn value(calendar: &ICalendar, kind: &ICalendarComponentType, property: &Property) -> String {
    let component = calendar.components.iter().find(|c| c.component_type == *kind).unwrap();
    component.property(property).unwrap().values[0].clone().into_text().unwrap().into_owned()
}

async fn hour_by_mail(engine: Engine) {
    let sink = Sink::start().await;
    let settings = [("SMTP_URL", &*sink.url()), ("MAIL_FROM", "トレース <trace@traces.example>")];
    let app = TestApp::start_with(engine, &settings).await;
    let (haruka, ken) = (app.member("haruka").await, app.member("ken").await);
    lives(&app, haruka.id, "ja", "Asia/Tokyo").await;
    let mut tx = app.app.db.write().await.unwrap();
    let hostile = "Ken\" <eve@evil.example>\r\nBcc: eve@evil.example\r\n\r\nATTENDEE:mailto:eve@evil.example";
    crate::sql!("update members set name = $2 where id = $1").bind(ken.id).bind(hostile).run(&mut tx).await.unwrap();
    app.app.commit(tx).await.unwrap();
    let id = app.booked([haruka.id, ken.id], app.in_hours(96)).await;
    app.letters().await;
    actions::cancel(&app.app, id, ken.id, "熱が出ました", app.app.now()).await.unwrap();
    app.letters().await;
    let received = sink.received();
    assert_eq!(received.len(), 4);
    let to_haruka: Vec<&Received> = received.iter().filter(|r| r.to == ["haruka@example.org"]).collect();
    let (event, head) = (ICalendarComponentType::VEvent, ICalendarComponentType::VCalendar);
    for (letter, method, sequence, said) in
        [(to_haruka[0], "REQUEST", "0", "予約しました:Ken"), (to_haruka[1], "CANCEL", "1", "取り消されました:Ken")]
    {
        let message = read(letter);
        assert!(message.subject().unwrap().starts_with(said), "{:?}", message.subject());
        assert!(message.bcc().is_none() && message.cc().is_none(), "{}", letter.raw);
        assert_eq!(
            message.to().unwrap().iter().filter_map(|a| a.address()).collect::<Vec<_>>(),
            ["haruka@example.org"]
        );
        assert_eq!(message.from().unwrap().first().unwrap().name(), Some("トレース"));
        assert!(message.date().is_some() && message.message_id().is_some());
        assert!(message.body_text(0).unwrap().contains("2026年11月27日(金)18:00〜19:00 Asia/Tokyo (+9)"));
        assert!(message.body_html(0).unwrap().contains("2026年11月27日(金)18:00〜19:00 Asia/Tokyo (+9)"));
        let (form, calendar) = invitation(&message);
        assert_eq!((form.as_str(), value(&calendar, &head, &Property::Method).as_str()), (method, method));
        assert_eq!(value(&calendar, &event, &Property::Sequence), sequence);
        assert_eq!(value(&calendar, &event, &Property::Dtstart), "2026-11-27T09:00:00Z");
        assert_eq!(value(&calendar, &event, &Property::Attendee), "mailto:haruka@example.org");
        assert_eq!(value(&calendar, &event, &Property::Organizer), "mailto:trace@traces.example");
        let meeting = calendar.components.iter().find(|c| c.component_type == event).unwrap();
        assert_eq!(meeting.properties(&Property::Attendee).count(), 1);
    }
    assert!(received.iter().all(|r| r.to.len() == 1 && r.from == "trace@traces.example"));
    assert!(read(to_haruka[1]).body_text(0).unwrap().contains("理由: 熱が出ました"));
}

#[tokio::test]
async fn an_hour_is_booked_and_cancelled_by_mail_sqlite() {
    hour_by_mail(Engine::Sqlite).await;
}

#[tokio::test]
async fn an_hour_is_booked_and_cancelled_by_mail_postgres() {
    hour_by_mail(Engine::Postgres).await;
}
