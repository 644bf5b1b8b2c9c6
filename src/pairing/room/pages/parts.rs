//! The shared text, a form for each of its parts. The island binds the text areas by their `data-root`.

use leptos::prelude::*;

use super::Sheet;
use crate::base::words::Lang;
use crate::pairing::room::actions::by_form::of;
use crate::pairing::room::reading::keys;
use crate::pairing::room::{fingerprint, text};
use crate::traces::model::part::{PILLARS, PartKey};
use crate::ui::form::{TextField, escape, field_id, say};

/// Every part, in page order.
pub fn section(sheet: &Sheet<'_>) -> AnyView {
    let t = sheet.t();
    let parts = keys().map(|key| part(sheet, key)).collect_view();
    view! {
        <section id="text" aria-labelledby="text-h">
            <h2 id="text-h" class="vh">{t.pairing_room_text()}</h2>
            {one(sheet, text::TITLE, "one")}
            {parts}
            {sources(sheet)}
        </section>
    }
    .into_any()
}

fn part(sheet: &Sheet<'_>, key: PartKey) -> AnyView {
    let lang = sheet.visit.lang;
    if !PILLARS.contains(&key) {
        return view! {
            <div class="span"><h3>{key.name(lang)}</h3><p class="note">{key.question(lang)}</p>{one(sheet, key.as_str(), "one")}</div>
        }
        .into_any();
    }
    let mark = format!("#m-{key}");
    view! {
        <section class=format!("part {key}") aria-labelledby=format!("{key}-h")>
            <h3 id=format!("{key}-h")>
                <svg class="mark" viewBox="0 0 24 24" aria-hidden="true"><use href=mark></use></svg>" "
                {key.name(lang)}" "<span class="note">{key.question(lang)}</span>
            </h3>
            {one(sheet, &text::gist(key.as_str()), "one")}
            {one(sheet, key.as_str(), "body")}
        </section>
    }
    .into_any()
}

/// What a text is called.
pub fn label(lang: Lang, root: &str) -> String {
    let t = lang.words();
    let (key, gist) = match root.strip_suffix(".gist") {
        Some(key) => (key, true),
        None => (root.strip_suffix(".body").unwrap_or(root), false),
    };
    match key.parse::<PartKey>() {
        Ok(key) if gist => t.pairing_room_gist(key.name(lang)),
        Ok(key) if key.is_bridge() => key.name(lang),
        Ok(key) => t.pairing_room_body(key.name(lang)),
        Err(_) if root == "company" => t.pairing_room_end_company(),
        Err(_) if root == "key" => t.write_source_key(),
        Err(_) if root == "source" => t.write_source_title(),
        Err(_) if root == "url" => t.write_source_url(),
        Err(_) if root == "takeaway" => t.pairing_hour_takeaway(),
        Err(_) if root == "said" => t.pairing_room_say(),
        Err(_) if root == "answer" => t.pairing_room_blind_own(),
        Err(_) => t.pairing_room_text_title(),
    }
}

/// One text: its form, and behind it, for the island, the same words with whose they are.
fn one(sheet: &Sheet<'_>, root: &str, class: &'static str) -> AnyView {
    let t = sheet.t();
    let (lang, stands) = (sheet.visit.lang, of(&sheet.written, root));
    if !sheet.can_write() {
        let shown = (!stands.is_empty()).then(|| view! { <p class="lines">{stands}</p> });
        return view! { <div class="field"><p class="note"><b>{label(lang, root)}</b></p>{shown}</div> }.into_any();
    }
    let field = if root == text::TITLE || root.ends_with(".gist") { root.to_owned() } else { format!("{root}.body") };
    let id = field_id(&field);
    let typed = sheet.showing.typed.as_ref().filter(|(of, _)| of == root).map(|(_, typed)| {
        view! {
            <div class="notice" role="alert" id=format!("{id}-typed")>
                <p>{t.pairing_room_conflict()}</p>
                <p class="note"><b>{t.pairing_room_typed()}</b></p><blockquote class="lines">{typed.clone()}</blockquote>
            </div>
        }
    });
    let problem = sheet.showing.problems.of(&field).map(|problem| say(problem, t));
    let over = fingerprint::of([stands.as_str()]);
    let content = escape(&format!("\n{stands}"));
    view! {
        <form class="text-form" method="post" action=sheet.address("text") data-form=root.to_owned()>
            {typed}
            <label for=id.clone()>{label(lang, root)}</label>
            {problem.map(|problem| view! { <p class="error" id=format!("{id}-error")>{problem}</p> })}
            <input type="hidden" name="root" value=root.to_owned()/>
            <input type="hidden" name="over" value=over/>
            <div class=format!("shared {class}")>
                <div class="ink" aria-hidden="true"></div>
                <textarea id=id.clone() name="text" rows="1" data-root=root.to_owned()
                    aria-describedby=format!("{id}-hands") inner_html=content></textarea>
            </div>
            <p class="hands note num" id=format!("{id}-hands")></p>
            <p class="plain"><button class="button small">{t.pairing_room_save()}</button></p>
        </form>
    }
    .into_any()
}

/// The sources in rows, each of which goes by a button; and a form for one more.
fn sources(sheet: &Sheet<'_>) -> AnyView {
    let t = sheet.t();
    let state = sheet.written.sources.iter().map(|source| source.key.as_str()).collect::<Vec<_>>().join(" ");
    let rows = sheet.written.sources.iter().map(|source| {
        let link = (!source.url.is_empty()).then(|| {
            view! { " "<a href=source.url.clone() rel="nofollow noopener ugc">{source.url.clone()}</a> }
        });
        let remove = sheet.can_write().then(|| {
            view! {
                <form method="post" action=sheet.address("sources/remove") data-live="">
                    <input type="hidden" name="key" value=source.key.clone()/>
                    <button class="button small" aria-label=t.pairing_room_source_remove_named(&source.key)>{t.pairing_room_source_remove()}</button>
                </form>
            }
        });
        view! { <li><span><b>{source.key.clone()}</b>" "{source.title.clone()}{link}</span>{remove}</li> }.into_any()
    });
    let [key, title, url] = sheet.showing.source.clone();
    let problems = sheet.showing.problems.clone();
    let form = sheet.can_write().then(|| {
        view! {
            <form class="source-row" method="post" action=sheet.address("sources") data-live="">
                <TextField t=t problems=problems.clone() name="key" label=t.write_source_key() value=key/>
                <TextField t=t problems=problems.clone() name="source" label=t.write_source_title() value=title/>
                <TextField t=t problems=problems name="url" label=t.write_source_url() value=url/>
                <p><button class="button small">{t.pairing_room_source_add()}</button></p>
            </form>
        }
    });
    view! {
        <section id="sources" class="sources" data-state=state aria-labelledby="sources-h">
            <h3 id="sources-h">{t.pairing_room_sources()}</h3>
            <p class="note">{t.pairing_room_sources_hint()}</p>
            <ul>{rows.collect_view()}</ul>
            {form}
        </section>
    }
    .into_any()
}
