//! What the two write to each other.

use leptos::prelude::*;

use super::{Form, Sheet};
use crate::pairing::sessions::store::talk::Message;
use crate::ui::form::TextArea;
use crate::ui::time::Minute;

/// The thread between the two, and the form while they can write.
pub fn section(sheet: &Sheet<'_>) -> AnyView {
    let t = sheet.visit.t();
    let lines: Vec<AnyView> = sheet.talk.messages.iter().map(|message| line(sheet, message)).collect();
    let list = (!lines.is_empty()).then(|| view! { <ol class="thread">{lines}</ol> });
    let page = format!("/pair/sessions/{}", sheet.session.id);
    let older = sheet.talk.older.map(|id| {
        view! { <p><a href=format!("{page}?before={id}#talk") rel="next">{t.pairing_session_talk_older()}</a></p> }
    });
    let form = if sheet.talk.open {
        form(sheet)
    } else {
        view! { <p class="note">{t.pairing_session_talk_closed()}</p> }.into_any()
    };
    view! {
        <section class="band talk" id="talk" aria-labelledby="talk-h">
            <div class="head"><h2 id="talk-h">{t.pairing_session_talk()}</h2></div>
            {older}
            {list}
            {form}
        </section>
    }
    .into_any()
}

fn form(sheet: &Sheet<'_>) -> AnyView {
    let t = sheet.visit.t();
    let body = sheet.value(Form::Message, "body", "");
    view! {
        <form class="form" method="post" action=format!("/pair/sessions/{}/messages", sheet.session.id)>
            <TextArea t=t problems=sheet.problems(Form::Message) name="body" label=t.pairing_session_message() hint=t.pairing_session_message_hint() value=body required=true/>
            <p><button class="button">{t.pairing_session_send()}</button></p>
        </form>
    }
    .into_any()
}

fn line(sheet: &Sheet<'_>, message: &Message) -> AnyView {
    let writer = if message.member_id == sheet.me.member_id { &sheet.me } else { &sheet.partner };
    let name = if writer.departed { sheet.visit.t().comments_departed() } else { writer.name.clone() };
    view! {
        <li class="comment">
            <p class="note"><b>{name}</b>" "<Minute time=message.created_at zone=sheet.visit.zone() lang=sheet.visit.lang/></p>
            <p class="lines">{message.body.clone()}</p>
        </li>
    }
    .into_any()
}
