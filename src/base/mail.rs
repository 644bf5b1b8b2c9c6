//! Letters, by lettre over SMTP, or into the development outbox. Only jobs send: see `base::queue`.

use std::collections::VecDeque;
use std::fmt::Display;
use std::sync::{Arc, Mutex, PoisonError};

use lettre::message::header::{ContentType, HeaderName, HeaderValue};
use lettre::message::{Attachment, Mailbox, MultiPart, SinglePart};
use lettre::{AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};

use crate::base::config::Config;
use crate::base::error::{Error, Result};
use crate::base::random::Random;

/// A finished letter in its reader's language.
#[derive(Debug, Clone)]
pub struct Letter {
    pub to: String,
    pub subject: String,
    pub text: String,
    pub html: String,
    /// What a calendar program is told besides.
    pub calendar: Option<Calendar>,
}

/// An iCalendar object of `base::ics`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Calendar {
    pub method: Method,
    pub text: String,
}

/// The METHOD that stands in the object; programs look for the same word in the part's type (RFC 6047, 2.4).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    Request,
    Cancel,
}

/// How letters leave. Cheap to clone.
#[derive(Clone)]
pub enum Mailer {
    Smtp {
        transport: AsyncSmtpTransport<Tokio1Executor>,
        from: Mailbox,
        /// For the letters' numbers.
        random: Random,
    },
    /// Keeps the last letters for `/dev/mail` and for tests.
    Outbox(Arc<Mutex<VecDeque<Letter>>>),
}

/// How many letters the outbox keeps.
const KEPT: usize = 200;

impl Mailer {
    /// # Errors
    /// One line that names the setting.
    pub fn new(config: &Config) -> std::result::Result<Self, String> {
        let Some(url) = &config.smtp_url else {
            return if config.dev {
                Ok(Self::outbox())
            } else {
                Err("SMTP_URL must be set (smtps://user:password@host) unless DEV=on".into())
            };
        };
        let transport = AsyncSmtpTransport::<Tokio1Executor>::from_url(url)
            .map_err(|_| "SMTP_URL must be smtp://host:port or smtps://user:password@host".to_owned())?
            .build();
        let from = config.mail_from.parse().map_err(|_| "MAIL_FROM must be an address".to_owned())?;
        Ok(Self::Smtp { transport, from, random: Random::System })
    }

    #[must_use]
    pub fn outbox() -> Self {
        Self::Outbox(Arc::default())
    }

    /// # Errors
    /// When the server refuses or does not answer; the job tries again.
    pub async fn send(&self, letter: Letter) -> Result<()> {
        match self {
            Mailer::Outbox(kept) => {
                let mut kept = kept.lock().unwrap_or_else(PoisonError::into_inner);
                kept.push_front(letter);
                kept.truncate(KEPT);
                Ok(())
            }
            Mailer::Smtp { transport, from, random } => {
                let id = format!("<{}@{}>", random.token(), from.email.domain());
                transport.send(message(letter, from.clone(), id)?).await.map_err(|e| failed(&e))?;
                Ok(())
            }
        }
    }

    /// The letters in the development outbox, newest first; none over SMTP.
    #[must_use]
    pub fn kept(&self) -> Vec<Letter> {
        match self {
            Mailer::Smtp { .. } => Vec::new(),
            Mailer::Outbox(kept) => kept.lock().unwrap_or_else(PoisonError::into_inner).iter().cloned().collect(),
        }
    }
}

fn failed(error: &dyn Display) -> Error {
    Error::Internal(format!("mail: {error}"))
}

fn message(letter: Letter, from: Mailbox, id: String) -> Result<Message> {
    let words = MultiPart::alternative_plain_html(letter.text, letter.html);
    let body = match letter.calendar {
        Some(calendar) => with_calendar(words, calendar).map_err(|e| failed(&e))?,
        None => words,
    };
    // Answering machines leave such letters unanswered (RFC 3834, 5).
    let auto = HeaderValue::new(HeaderName::new_from_ascii_str("Auto-Submitted"), "auto-generated".into());
    Message::builder()
        .from(from)
        .to(letter.to.parse().map_err(|e| failed(&e))?)
        .subject(letter.subject)
        .message_id(Some(id))
        .raw_header(auto)
        .multipart(body)
        .map_err(|e| failed(&e))
}

/// The object twice: as one more form of the letter, which calendars take up by themselves, and as a
/// file, which a person can open where they do not.
fn with_calendar(
    words: MultiPart,
    calendar: Calendar,
) -> std::result::Result<MultiPart, lettre::message::header::ContentTypeErr> {
    let method = match calendar.method {
        Method::Request => "REQUEST",
        Method::Cancel => "CANCEL",
    };
    let form = ContentType::parse(&format!("text/calendar; method={method}; charset=UTF-8"))?;
    let file = ContentType::parse("application/ics; name=\"invite.ics\"")?;
    let form = SinglePart::builder().header(form).body(calendar.text.clone());
    let file = Attachment::new("invite.ics".into()).body(calendar.text.into_bytes(), file);
    Ok(MultiPart::mixed().multipart(words.singlepart(form)).singlepart(file))
}

#[cfg(test)]
mod tests;
