//! Letters as they arrive: sent over SMTP, and read by another library.

use mail_parser::{Message, MessageParser, MimeHeaders, PartType};

use super::*;
use crate::testing::smtp::{Received, Sink};

fn letter() -> Letter {
    Letter {
        to: "hanako@example.org".into(),
        subject: "予約しました:ケンさんとの1時間".into(),
        text: "こんにちは。\n\n.\nhttps://traces.example/pair\n".into(),
        html: "<p>こんにちは。</p>".into(),
        calendar: None,
    }
}

async fn mailer(sink: &Sink) -> Mailer {
    let config = Config::read(|name| match name {
        "SMTP_URL" => Some(sink.url()),
        "MAIL_FROM" => Some("トレース <trace@traces.example>".into()),
        _ => None,
    });
    Mailer::new(&config.unwrap()).unwrap()
}

async fn sent(letter: Letter) -> Received {
    let sink = Sink::start().await;
    mailer(&sink).await.send(letter).await.unwrap();
    let mut received = sink.received();
    assert_eq!(received.len(), 1);
    received.remove(0)
}

fn read(received: &Received) -> Message<'_> {
    MessageParser::default().parse(&received.raw).expect("a letter")
}

fn names(message: &Message<'_>) -> Vec<String> {
    let mut names: Vec<String> = message.headers().iter().map(|h| h.name().to_ascii_lowercase()).collect();
    names.sort_unstable();
    names
}

const HEAD: [&str; 8] =
    ["auto-submitted", "content-type", "date", "from", "message-id", "mime-version", "subject", "to"];

#[tokio::test]
async fn a_letter_is_read_as_it_was_written() {
    let received = sent(letter()).await;
    assert_eq!(
        (received.from.as_str(), &received.to[..]),
        ("trace@traces.example", &["hanako@example.org".into()][..])
    );
    let head = received.raw.split("\r\n\r\n").next().unwrap();
    assert!(head.is_ascii() && head.lines().all(|line| line.len() <= 78), "{head}");
    let message = read(&received);
    assert_eq!(names(&message), HEAD);
    assert_eq!(message.subject(), Some("予約しました:ケンさんとの1時間"));
    let from = message.from().unwrap().first().unwrap();
    assert_eq!((from.name(), from.address()), (Some("トレース"), Some("trace@traces.example")));
    assert_eq!(message.to().unwrap().first().unwrap().address(), Some("hanako@example.org"));
    assert!(message.message_id().unwrap().ends_with("@traces.example"));
    assert!(message.date().is_some());
    assert_eq!(message.body_text(0).unwrap().replace("\r\n", "\n"), letter().text);
    assert_eq!(message.body_html(0).unwrap(), letter().html);
    assert_eq!((message.text_body_count(), message.html_body_count(), message.attachment_count()), (1, 1, 0));
}

#[tokio::test]
async fn no_two_letters_have_one_number() {
    let sink = Sink::start().await;
    let mailer = mailer(&sink).await;
    for _ in 0..2 {
        mailer.send(letter()).await.unwrap();
    }
    let received = sink.received();
    let [one, other] = [&received[0], &received[1]].map(|r| read(r).message_id().unwrap().to_owned());
    assert_ne!(one, other);
}

#[tokio::test]
async fn an_invitation_is_a_form_of_the_letter_and_a_file() {
    for (method, word) in [(Method::Request, "REQUEST"), (Method::Cancel, "CANCEL")] {
        let text = format!("BEGIN:VCALENDAR\r\nMETHOD:{word}\r\nSUMMARY:面談\r\nEND:VCALENDAR\r\n");
        let received = sent(Letter { calendar: Some(Calendar { method, text: text.clone() }), ..letter() }).await;
        let message = read(&received);
        let kinds: Vec<String> = message.parts.iter().map(|part| kind(part)).collect();
        let expected =
            ["multipart/mixed", "multipart/alternative", "text/plain", "text/html", "text/calendar", "application/ics"];
        assert_eq!(kinds, expected);
        let form = &message.parts[4];
        let of = |name| form.content_type().unwrap().attribute(name).unwrap_or_default();
        assert_eq!((of("method"), of("charset").to_uppercase().as_str()), (word, "UTF-8"));
        assert_eq!(content(&form.body), text);
        let file = &message.parts[5];
        assert_eq!((file.attachment_name(), content(&file.body)), (Some("invite.ics"), text));
        assert_eq!(message.subject(), Some(letter().subject.as_str()));
    }
}

fn kind(part: &mail_parser::MessagePart<'_>) -> String {
    let kind = part.content_type().expect("a type");
    format!("{}/{}", kind.c_type, kind.subtype().unwrap_or_default())
}

fn content(body: &PartType<'_>) -> String {
    match body {
        PartType::Text(text) | PartType::Html(text) => text.to_string(),
        PartType::Binary(bytes) | PartType::InlineBinary(bytes) => String::from_utf8(bytes.to_vec()).unwrap(),
        _ => panic!("not a leaf"),
    }
}

#[tokio::test]
async fn nothing_in_a_subject_adds_a_line_to_the_head() {
    for hostile in [
        "Hour with Eve\r\nBcc: eve@evil.example",
        "Hour with Eve\nBcc: eve@evil.example\n\nbody",
        "\"Eve\" <eve@evil.example>, \r\n\r\n<p>",
        "=?utf-8?q?=0D=0ABcc:_eve@evil.example?=",
        "会\r\nBcc: eve@evil.example",
        "x\0y\u{2028}z\u{85}",
    ] {
        let received = sent(Letter { subject: hostile.into(), ..letter() }).await;
        let message = read(&received);
        assert_eq!(names(&message), HEAD, "{hostile:?}\n{}", received.raw);
        assert_eq!(received.to, ["hanako@example.org"]);
        assert_eq!(message.body_text(0).unwrap().replace("\r\n", "\n"), letter().text, "{hostile:?}");
    }
}

#[tokio::test]
async fn an_address_that_is_more_than_one_is_refused() {
    let sink = Sink::start().await;
    let mailer = mailer(&sink).await;
    for to in ["a@b.example\r\nBcc: eve@evil.example", "a@b.example, eve@evil.example", "", "nobody"] {
        assert!(mailer.send(Letter { to: to.into(), ..letter() }).await.is_err(), "{to:?}");
    }
    assert!(sink.received().is_empty());
}
