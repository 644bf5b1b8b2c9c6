//! Letters, by lettre over SMTP, or into the development outbox. Only jobs send: see `base::queue`.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};

use lettre::message::{Mailbox, MultiPart};
use lettre::{AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};

use crate::base::config::Config;
use crate::base::error::{Error, Result};

/// A finished letter in its reader's language.
#[derive(Debug, Clone)]
pub struct Letter {
    pub to: String,
    pub subject: String,
    pub text: String,
    pub html: String,
}

/// How letters leave. Cheap to clone.
#[derive(Clone)]
pub enum Mailer {
    Smtp {
        transport: AsyncSmtpTransport<Tokio1Executor>,
        from: Mailbox,
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
        Ok(Self::Smtp { transport, from })
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
            Mailer::Smtp { transport, from } => {
                let failed = |e: &dyn std::fmt::Display| Error::Internal(format!("mail: {e}"));
                let message = Message::builder()
                    .from(from.clone())
                    .to(letter.to.parse().map_err(|e| failed(&e))?)
                    .subject(letter.subject)
                    .multipart(MultiPart::alternative_plain_html(letter.text, letter.html))
                    .map_err(|e| failed(&e))?;
                transport.send(message).await.map_err(|e| failed(&e))?;
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
