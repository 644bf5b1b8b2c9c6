//! Two versions of one draft, side by side: the writer chooses, nothing is overwritten unseen.

use leptos::prelude::*;

use crate::members::visit::Visit;
use crate::traces::actions::Desk;
use crate::traces::model::draft::{Content, PartText};
use crate::traces::model::part::PartKey;
use crate::traces::pages::edit::Typed;
use crate::ui::time::minute;

/// What was typed here beside what another window saved. The form below holds the first with the
/// number of the second, so saving it is a choice made knowingly.
pub fn both(visit: &Visit, desk: &Desk, typed: &Typed) -> impl IntoView {
    let t = visit.t();
    let saved = minute(desk.saved_at, visit.zone(), visit.lang);
    let differing = differing(visit, &typed.content, &desk.content);
    let mine =
        differing.iter().map(|(name, mine, _)| one(name, mine, t.write_two_empty(), typed.content.language.as_str()));
    let theirs = differing
        .iter()
        .map(|(name, _, theirs)| one(name, theirs, t.write_two_empty(), desk.content.language.as_str()));
    view! {
        <section class="versions" role="alert" aria-labelledby="two">
            <div><h2 id="two">{t.write_two_title()}</h2><p>{t.write_two_help(saved.clone())}</p></div>
            <div class="pair">
                <section aria-labelledby="v-a">
                    <h3 id="v-a">{t.write_two_mine()}</h3>
                    <p class="note num">{t.write_two_mine_note(typed.version)}</p>
                    {mine.collect_view()}
                    <p><button class="button small" form="edit" name="do" value="take-mine">{t.write_two_keep_mine()}</button></p>
                </section>
                <section aria-labelledby="v-b">
                    <h3 id="v-b">{t.write_two_theirs()}</h3>
                    <p class="note num">{t.write_two_theirs_note(desk.version, saved)}</p>
                    {theirs.collect_view()}
                    <p><a class="button small" href=format!("/traces/{}/edit", desk.trace)>{t.write_two_keep_theirs()}</a></p>
                </section>
            </div>
        </section>
    }
}

fn one(name: &str, text: &str, empty: String, lang: &'static str) -> AnyView {
    let text = if text.is_empty() {
        view! { <p class="note">{empty}</p> }.into_any()
    } else {
        view! { <p lang=lang>{text.to_owned()}</p> }.into_any()
    };
    view! { <p><b>{name.to_owned()}</b></p> {text} }.into_any()
}

/// What differs: its name, and both texts.
fn differing(visit: &Visit, mine: &Content, theirs: &Content) -> Vec<(String, String, String)> {
    let t = visit.t();
    let mut all = vec![
        (t.write_title(), mine.title.clone(), theirs.title.clone()),
        (t.write_language(), mine.language.name().to_owned(), theirs.language.name().to_owned()),
    ];
    for key in PartKey::ALL {
        let (name, a, b) = (key.name(visit.lang), mine.part(*key), theirs.part(*key));
        let lines = |part: &PartText| part.fields.lines(visit.lang).join("\n");
        all.push((t.typed_fields_of(&name), lines(&a), lines(&b)));
        all.push((t.write_field_of(name.clone(), t.write_field_gist()), a.gist, b.gist));
        all.push((name, a.body, b.body));
    }
    all.push((t.write_sources(), sources(mine), sources(theirs)));
    all.retain(|(_, mine, theirs)| mine != theirs);
    all
}

fn sources(content: &Content) -> String {
    let one = |s: &crate::traces::model::source::Source| {
        let fields = [&s.key, &s.title, &s.publisher, &s.dated, &s.url, &s.note];
        fields.into_iter().filter(|f| !f.is_empty()).map(String::as_str).collect::<Vec<_>>().join(" · ")
    };
    content.sources.iter().map(one).collect::<Vec<_>>().join("\n")
}
