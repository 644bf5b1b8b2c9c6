//! A letter as text and as plain HTML with the same words.

use leptos::prelude::*;

use crate::base::mail::Letter;
use crate::base::words::Lang;
use crate::ui::render::html;

/// A piece of a letter.
#[derive(Debug, Clone)]
pub enum Part {
    Say(String),
    /// Names and what they are, one a line.
    Facts(Vec<(String, String)>),
    /// An absolute link that is its own text.
    Link(String),
    /// What an absolute link does, and the link.
    Act(String, String),
}

/// A letter of these parts, from the greeting to what stands above the signature.
#[must_use]
pub fn letter(lang: Lang, to: String, subject: String, parts: &[Part]) -> Letter {
    let sign = lang.words().site_name();
    let mut text = String::new();
    for part in parts {
        text.push_str(&match part {
            Part::Say(words) => format!("{words}\n\n"),
            Part::Facts(facts) => {
                facts.iter().map(|(name, what)| format!("{name}: {what}\n")).collect::<String>() + "\n"
            }
            Part::Link(link) => format!("{link}\n\n"),
            Part::Act(what, link) => format!("{what}:\n{link}\n\n"),
        });
    }
    text.push_str(&format!("-- \n{sign}\n"));
    let (title, body) = (subject.clone(), parts.iter().map(shown).collect_view());
    let document = html(|| {
        view! {
            <html lang=lang.as_str()>
                <head><meta charset="utf-8"/><title>{title}</title></head>
                <body>{body}<p>{sign}</p></body>
            </html>
        }
    });
    Letter { to, subject, text, html: format!("<!DOCTYPE html>{document}"), calendar: None }
}

fn shown(part: &Part) -> AnyView {
    match part {
        Part::Say(words) => view! { <p>{words.clone()}</p> }.into_any(),
        Part::Facts(facts) => {
            let one = |(name, what): &(String, String)| view! { <b>{name.clone()}</b>": "{what.clone()}<br/> };
            view! { <p>{facts.iter().map(one).collect_view()}</p> }.into_any()
        }
        Part::Link(link) => view! { <p><a href=link.clone()>{link.clone()}</a></p> }.into_any(),
        Part::Act(what, link) => view! { <p><a href=link.clone()>{what.clone()}</a></p> }.into_any(),
    }
}
