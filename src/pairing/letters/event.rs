//! A session as a calendar's entry.

use lettre::message::Mailbox;

use crate::base::app::App;
use crate::base::config::Config;
use crate::base::ics::{Event, Person, Status};
use crate::base::time::Time;
use crate::base::words::Lang;
use crate::pairing::letters::opened::Matter;
use crate::pairing::letters::store::calendars::Entry;
use crate::pairing::model::{SessionId, Slot, State};
use crate::pairing::sessions::views::subject_in;

/// What an entry is made of.
struct Told<'a> {
    id: SessionId,
    uid: &'a str,
    sequence: i64,
    slot: Slot,
    who: String,
    what: String,
    call: &'a str,
    stamp: Time,
    status: Status,
}

/// What an invitation says: the call's link too, since it goes to one of the two alone.
#[must_use]
pub fn of_letter(app: &App, matter: &Matter) -> Event {
    let (session, lang) = (&matter.session, matter.account.language);
    let told = Told {
        id: session.id,
        uid: &session.uid,
        sequence: session.sequence,
        slot: session.slot,
        who: matter.who(lang),
        what: subject_in(lang, &session.name_ja, &session.name_en, &session.topic),
        call: &session.call_link,
        stamp: app.now(),
        status: if session.state == State::Cancelled { Status::Cancelled } else { Status::Confirmed },
    };
    event(&app.config, lang, told)
}

/// What a feed says. The stamp is the session's own, so that the same feed is the same bytes.
#[must_use]
pub fn of_feed(config: &Config, lang: Lang, entry: &Entry) -> Event {
    let told = Told {
        id: entry.id,
        uid: &entry.uid,
        sequence: entry.sequence,
        slot: entry.slot,
        who: if entry.departed { lang.words().pairing_session_departed() } else { entry.partner.clone() },
        what: subject_in(lang, &entry.name_ja, &entry.name_en, &entry.topic),
        call: "",
        stamp: entry.changed_at.unwrap_or(entry.created_at),
        status: if entry.state == State::Cancelled { Status::Cancelled } else { Status::Confirmed },
    };
    event(config, lang, told)
}

fn event(config: &Config, lang: Lang, told: Told<'_>) -> Event {
    let t = lang.words();
    let url = config.link(&format!("/pair/sessions/{}", told.id));
    let call = if told.call.is_empty() { String::new() } else { t.pairing_letters_event_call(told.call) + "\n" };
    Event {
        uid: told.uid.to_owned(),
        sequence: u32::try_from(told.sequence).unwrap_or(u32::MAX),
        stamp: told.stamp,
        starts_at: told.slot.starts_at(),
        ends_at: told.slot.ends_at(),
        summary: match told.what {
            what if what.is_empty() => t.pairing_letters_event(told.who),
            what => t.pairing_letters_event_about(told.who, what),
        },
        description: call + &t.pairing_letters_event_page(&url),
        url,
        organizer: organizer(config, t.site_name()),
        status: told.status,
    }
}

/// The site itself.
fn organizer(config: &Config, site: String) -> Person {
    match config.mail_from.parse::<Mailbox>() {
        Ok(from) => Person { name: from.name.unwrap_or(site), address: from.email.to_string() },
        Err(_) => Person { name: site, address: config.mail_from.clone() },
    }
}
