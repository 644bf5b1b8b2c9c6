//! The sources of a trace, in the margin and at its end.

use leptos::prelude::*;

use crate::base::words::Lang;
use crate::members::visit::Visit;
use crate::traces::model::part::PartKey;
use crate::traces::model::source::{Source, SourceKind, day};
use crate::traces::pages::offer;
use crate::traces::pages::reading::Reading;
use crate::traces::views::person::Person;

/// The list with each source's places; nothing where there is no source.
pub fn list(visit: &Visit, reading: &Reading) -> impl IntoView {
    let t = visit.t();
    let supply = (reading.revision.number == reading.published).then(|| {
        let path = format!("/traces/{}/sources", reading.trace.id);
        view! { <p class="note screen"><a href=path>{t.offer_supply()}</a></p> }
    });
    let list = (!reading.sources.is_empty()).then(|| {
        let cited = reading.sources.iter().filter(|s| reading.cited.iter().any(|c| c.key == s.key)).count();
        let uncited = reading.sources.len() - cited;
        let items = reading.sources.iter().map(|source| item(visit, reading, source)).collect_view();
        view! {
            <section class="band" id="sources" aria-labelledby="sources-name">
                <div class="head">
                    <h2 id="sources-name">{t.reading_sources()}</h2>
                    <p class="note">{t.reading_sources_count(cited as i64, uncited as i64)}</p>
                </div>
                <ol class="sources">{items}</ol>
            </section>
        }
    });
    view! { {list}{supply}{offer::waiting(visit, &reading.trace, &reading.offers)} }
}

fn item(visit: &Visit, reading: &Reading, source: &Source) -> impl IntoView + use<> {
    let (lang, foreign) = (visit.lang, reading.foreign(visit.lang));
    let places = reading.cited.iter().find(|c| c.key == source.key).map(|cited| {
        let mut before: Vec<PartKey> = Vec::new();
        let one = move |(part, id): &(PartKey, String)| {
            before.push(*part);
            // A part that cites it again is told apart by how often.
            let times = before.iter().filter(|p| *p == part).count();
            let again = (times > 1).then(|| format!(" {times}"));
            view! { " " <a href=format!("#{id}")>{part.name(lang)}{again}</a> }
        };
        view! { " · " {visit.t().reading_cited_in()} {cited.places.iter().map(one).collect_view()} }
    });
    let note =
        (!source.note.is_empty()).then(|| view! { <br/> <span class="note" lang=foreign>{source.note.clone()}</span> });
    let by = source.by.and_then(|by| reading.suppliers.iter().find(|one| one.id == by)).map(|one| {
        view! {
            " · " {visit.t().reading_supplied_by()} " "
            <Person handle=one.handle.clone() name=one.name.clone() demo=one.demo gone=one.deleted_at.is_some() lang=lang/>
        }
    });
    view! {
        <li id=format!("source-{}", source.key)>
            <span>
                <span lang=foreign>{name(source)}</span> " "
                <span class="note">{origin(source, lang)} {link(source)} {places} {by}</span>
                {note}
            </span>
        </li>
    }
}

/// The sources that a part cites, short, each with its number.
pub fn of_part(visit: &Visit, reading: &Reading, part: PartKey) -> Vec<impl IntoView + use<>> {
    let here = |places: &[(PartKey, String)]| places.iter().any(|(p, _)| *p == part);
    let cited = reading.cited.iter().zip(1_i64..).filter(|(cited, _)| here(&cited.places));
    cited
        .filter_map(|(cited, number)| {
            reading.sources.iter().find(|s| s.key == cited.key).map(|source| (source, number))
        })
        .map(|(source, number)| {
            view! {
                <p class="aside-note note">
                    <b class="num">{number}</b> " " <span lang=reading.foreign(visit.lang)>{name(source)}</span> " "
                    {origin(source, visit.lang)}
                </p>
            }
        })
        .collect()
}

/// A source in one line: title, publisher, kind and date, with its link.
pub fn told(source: &Source, lang: Lang) -> impl IntoView + use<> {
    view! { {name(source)} " " <span class="note">{origin(source, lang)} {link(source)}</span> }
}

/// A source on its own, without its places: as [`told`], and its note. `foreign`: its writer's language
/// where the page is in the other.
pub fn short(lang: Lang, foreign: Option<&'static str>, source: &Source) -> impl IntoView + use<> {
    let note =
        (!source.note.is_empty()).then(|| view! { <br/> <span class="note" lang=foreign>{source.note.clone()}</span> });
    view! { <span>{told(source, lang)} {note}</span> }
}

/// The host, with the way there.
fn link(source: &Source) -> Option<impl IntoView + use<>> {
    let host = url::Url::parse(&source.url).ok().and_then(|url| url.host_str().map(str::to_owned))?;
    Some(view! { " · " <a href=source.url.clone() rel="nofollow ugc">{host}</a> })
}

/// Title and publisher, as the writer gave them.
fn name(source: &Source) -> String {
    if source.publisher.is_empty() { source.title.clone() } else { format!("{} · {}", source.title, source.publisher) }
}

/// Kind and date: "Web, 2019".
fn origin(source: &Source, lang: Lang) -> String {
    let kind = kind(source.kind, lang);
    if source.dated.is_empty() {
        return kind;
    }
    lang.words().reading_kind_dated(kind, day(&source.dated, lang))
}

/// The kind's name, as readers see it.
#[must_use]
pub fn kind(kind: SourceKind, lang: Lang) -> String {
    let t = lang.words();
    match kind {
        SourceKind::Web => t.reading_kind_web(),
        SourceKind::Newspaper => t.reading_kind_newspaper(),
        SourceKind::Magazine => t.reading_kind_magazine(),
        SourceKind::Book => t.reading_kind_book(),
        SourceKind::Report => t.reading_kind_report(),
        SourceKind::Tv => t.reading_kind_tv(),
        SourceKind::Podcast => t.reading_kind_podcast(),
        SourceKind::Interview => t.reading_kind_interview(),
        SourceKind::Own => t.reading_kind_own(),
    }
}
