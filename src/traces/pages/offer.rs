//! Supplying a source: the reader's form, and what waits for the authors.

use leptos::prelude::*;

use crate::base::error::Problems;
use crate::base::text::truncate;
use crate::base::words::Lang;
use crate::members::visit::Visit;
use crate::traces::model::address;
use crate::traces::model::offer::Passage;
use crate::traces::model::source::SourceKind;
use crate::traces::pages::edit::sources::{field_name, kind_name};
use crate::traces::pages::sources::told;
use crate::traces::store::offers::OfferRow;
use crate::traces::store::show::TraceRow;
use crate::traces::views::person::Person;
use crate::ui::fields::Fields;
use crate::ui::form::{ErrorSummary, SelectField, TextField};
use crate::ui::page::Page;

/// Characters of a passage in its choice.
const EXCERPT: usize = 80;

/// The form. `typed`: as sent; empty at first, but for a passage that a link chose.
pub fn form(visit: &Visit, trace: &TraceRow, passages: &[Passage], typed: &Fields, problems: Problems) -> Page {
    let (t, lang) = (visit.t(), visit.lang);
    let back = address::path(trace.id, &trace.slug);
    let label = move |name: &str| if name == "passage" { t.offer_passage() } else { field_name(t, name) };
    let mut places = vec![(String::new(), t.offer_whole())];
    places.extend((1..).zip(passages).map(|(number, passage): (usize, &Passage)| {
        (number.to_string(), format!("{}: {}", passage.key.name(lang), truncate(&passage.line, EXCERPT)))
    }));
    let kinds: Vec<_> = SourceKind::ALL.iter().map(|kind| (kind.as_str().to_owned(), kind_name(t, *kind))).collect();
    let kind = if typed.has("kind") { typed.get("kind") } else { "web" }.to_owned();
    let text = |field: &'static str| {
        let value = typed.get(field).to_owned();
        view! { <TextField t=t problems=problems.clone() name=field label=field_name(t, field) value=value/> }
    };
    Page::new(t.offer_title(), || view! {
        <div class="title"><p class="meta"><a href=back>{t.hypothesis_back()}</a></p><h1>{t.offer_title()}</h1></div>
        <p class="from">{t.offer_hint()}</p>
        <ErrorSummary t=t problems=problems.clone() label=label/>
        <form class="form band" method="post" action=format!("/traces/{}/sources", trace.id)>
            <SelectField t=t problems=problems.clone() name="passage" label=t.offer_passage() value=typed.get("passage") options=places/>
            <SelectField t=t problems=problems.clone() name="kind" label=t.write_source_kind() value=kind options=kinds/>
            {text("title").into_any()}
            {text("publisher").into_any()}
            {text("dated").into_any()}
            {text("url").into_any()}
            {text("note").into_any()}
            <p><button class="button go">{t.offer_go()}</button></p>
        </form>
    })
    .long_form()
}

/// What readers have offered, each to be taken or declined in one step.
pub fn waiting(visit: &Visit, trace: &TraceRow, offers: &[OfferRow]) -> Option<AnyView> {
    if offers.is_empty() {
        return None;
    }
    let (t, lang) = (visit.t(), visit.lang);
    let items = offers.iter().map(|offer| one(trace, offer, lang)).collect_view();
    Some(
        view! {
            <section class="band" id="offers" aria-labelledby="offers-name">
                <div class="head"><h2 id="offers-name">{t.offers_waiting()}</h2><p class="note">{t.offers_hint()}</p></div>
                <ul class="register">{items}</ul>
            </section>
        }
        .into_any(),
    )
}

fn one(trace: &TraceRow, offer: &OfferRow, lang: Lang) -> impl IntoView + use<> {
    let t = lang.words();
    let place = offer.place().map(|place| {
        view! { <br/> <span class="note">{place.key.name(lang)} ": " <q>{truncate(&place.line, 200)}</q></span> }
    });
    let base = format!("/traces/{}/sources/{}", trace.id, offer.id);
    let person = view! {
        <Person handle=offer.handle.clone() name=offer.name.clone() demo=offer.demo gone=offer.deleted_at.is_some() lang=lang/>
    };
    view! {
        <li>
            <p>{told(&offer.source(), lang)} {place}</p>
            <p class="note">{offer.note.clone()} " · " {person}</p>
            <form class="row" method="post" action=format!("{base}/take")>
                <button class="button small go">{t.offer_take()}</button>
                <button class="button small" formaction=format!("{base}/decline")>{t.offer_decline()}</button>
            </form>
        </li>
    }
}
