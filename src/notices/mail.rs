//! The letter: who did what, where, and the link. It quotes nothing, so that nothing outlives its removal.

use leptos::prelude::*;

use crate::base::config::Config;
use crate::base::mail::Letter;
use crate::notices::store::Outgoing;
use crate::notices::views::{is_writing, said, target};
use crate::ui::render::html;

/// The letter in its reader's language.
pub fn letter(config: &Config, outgoing: Outgoing) -> Letter {
    let lang = outgoing.reader;
    let t = lang.words();
    let line = said(t, outgoing.kind, &outgoing.comment_kind, &outgoing.actor, outgoing.names.of(lang));
    let about = match outgoing.trace_id {
        Some(_) => t.notices_letter_about(&outgoing.title),
        None if is_writing(&outgoing.pair_path) => t.notices_letter_writing(),
        None => t.notices_letter_pair(),
    };
    let link = config.link(&target(outgoing.trace_id, outgoing.comment_id, &outgoing.pair_path));
    let inbox = config.link("/inbox");
    let why = t.notices_letter_why();
    let body = html(|| {
        view! {
            <div lang=lang.as_str()>
                <p>{line.clone()}</p>
                <p>{about.clone()}</p>
                <p><a href=link.clone()>{link.clone()}</a></p>
                <p><small>{why.clone()}" "<a href=inbox.clone()>{inbox.clone()}</a></small></p>
            </div>
        }
    });
    Letter {
        to: outgoing.email,
        text: format!("{line}\n{about}\n\n{link}\n\n{why}\n{inbox}\n"),
        subject: line,
        html: body,
        calendar: None,
    }
}
