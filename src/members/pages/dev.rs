//! What only development shows: the letters that would have been sent.

use leptos::prelude::*;

use crate::base::mail::Letter;
use crate::members::visit::Visit;
use crate::ui::page::Page;

/// The outbox, newest first.
pub fn outbox(visit: &Visit, letters: &[Letter]) -> Page {
    let t = visit.t();
    let one = |letter: &Letter| {
        view! {
            <tr>
                <td data-name=t.members_outbox_to()>{letter.to.clone()}</td>
                <td data-name=t.members_outbox_subject()>
                    <details><summary>{letter.subject.clone()}</summary><div class="prose"><pre>{with_links(&letter.text)}</pre></div></details>
                </td>
            </tr>
        }
    };
    Page::new(t.members_outbox(), || {
        let rows = letters.iter().map(one).collect_view();
        let table = if letters.is_empty() {
            view! { <p>{t.members_outbox_none()}</p> }.into_any()
        } else {
            view! {
                <table class="fold">
                    <thead><tr><th scope="col">{t.members_outbox_to()}</th><th scope="col">{t.members_outbox_subject()}</th></tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            }
            .into_any()
        };
        view! {
            <div class="title"><h1>{t.members_outbox()}</h1><p class="from">{t.members_outbox_lead()}</p></div>
            {table}
        }
    })
}

/// A line that is an address becomes a link, so that a letter can be tried at once.
fn with_links(text: &str) -> impl IntoView + use<> {
    let line = |line: &str| {
        let line = line.to_owned();
        if line.starts_with("http") {
            let href = line.clone();
            view! { <a href=href>{line}</a>"\n" }.into_any()
        } else {
            view! { {line}"\n" }.into_any()
        }
    };
    text.lines().map(line).collect_view()
}
