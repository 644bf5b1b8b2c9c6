//! The rows of sources.

use leptos::prelude::*;

use crate::base::error::Problems;
use crate::base::words::Words;
use crate::traces::model::source::{Source, SourceKind};
use crate::ui::form::{SelectField, TextField};

/// Every source, and an empty row where there is none or one more is asked for.
pub fn sources(t: &'static Words, sources: &[Source], problems: &Problems, one_more: bool) -> impl IntoView {
    let empty = (one_more || sources.is_empty()).then_some(None);
    let rows = sources.iter().map(Some).chain(empty).enumerate();
    view! {
        <section id="sources" aria-labelledby="sources-name">
            <div class="head"><h2 id="sources-name">{t.write_sources()}</h2><p class="note">{t.write_sources_hint()}</p></div>
            {rows.map(|(at, source)| row(t, at + 1, source, problems).into_any()).collect_view()}
            <p><button class="button small" name="do" value="add-source">{t.write_source_add()}</button></p>
        </section>
    }
}

fn row(t: &'static Words, number: usize, source: Option<&Source>, problems: &Problems) -> impl IntoView {
    let kinds = SourceKind::ALL.iter().map(|kind| (kind.as_str().to_owned(), kind_name(t, *kind))).collect::<Vec<_>>();
    let kind = source.map_or(SourceKind::Web, |source| source.kind);
    let text = |field: &'static str, value: String| {
        let name = format!("source.{number}.{field}");
        view! { <TextField t=t problems=problems.clone() name=name label=field_name(t, field) value=value/> }
    };
    let of = |get: fn(&Source) -> &String| source.map(|source| get(source).clone()).unwrap_or_default();
    view! {
        <fieldset class="source-row" id=format!("source-{number}")>
            <legend>{t.write_source(number as i64)}</legend>
            {text("key", of(|s| &s.key)).into_any()}
            <SelectField t=t problems=problems.clone() name=format!("source.{number}.kind") label=t.write_source_kind()
                value=kind.as_str() options=kinds/>
            {text("dated", of(|s| &s.dated)).into_any()}
            <div class="wide">{text("title", of(|s| &s.title)).into_any()}</div>
            {text("publisher", of(|s| &s.publisher)).into_any()}
            {text("url", of(|s| &s.url)).into_any()}
            <div class="wide">{text("note", of(|s| &s.note)).into_any()}</div>
            <p class="wide"><button class="button small" name="do" value=format!("remove-source-{number}")>{t.write_source_remove()}</button></p>
        </fieldset>
    }
}

/// A column's name for people.
pub fn field_name(t: &Words, field: &str) -> String {
    match field {
        "key" => t.write_source_key(),
        "kind" => t.write_source_kind(),
        "dated" => t.write_source_dated(),
        "title" => t.write_source_title(),
        "publisher" => t.write_source_publisher(),
        "url" => t.write_source_url(),
        _ => t.write_source_note(),
    }
}

/// A kind's name in forms.
pub fn kind_name(t: &Words, kind: SourceKind) -> String {
    match kind {
        SourceKind::Web => t.write_kind_web(),
        SourceKind::Newspaper => t.write_kind_newspaper(),
        SourceKind::Magazine => t.write_kind_magazine(),
        SourceKind::Book => t.write_kind_book(),
        SourceKind::Report => t.write_kind_report(),
        SourceKind::Tv => t.write_kind_tv(),
        SourceKind::Podcast => t.write_kind_podcast(),
        SourceKind::Interview => t.write_kind_interview(),
        SourceKind::Own => t.write_kind_own(),
    }
}
