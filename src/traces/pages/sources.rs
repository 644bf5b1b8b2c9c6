//! The sources of a trace, in the margin and at its end.

use leptos::prelude::*;

use crate::base::words::Lang;
use crate::members::visit::Visit;
use crate::traces::model::part::PartKey;
use crate::traces::model::source::{Source, SourceKind};
use crate::traces::pages::reading::Reading;

/// The list with each source's places; nothing where there is no source.
pub fn list(visit: &Visit, reading: &Reading) -> impl IntoView {
    let t = visit.t();
    (!reading.sources.is_empty()).then(|| {
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
    })
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
    view! {
        <li id=format!("source-{}", source.key)>
            <span>
                <span lang=foreign>{name(source)}</span> " "
                <span class="note">{origin(source, lang)} {link(source)} {places}</span>
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

/// A source on its own, without its places: name, origin, link and note. `foreign`: its writer's
/// language where the page is in the other.
pub fn short(lang: Lang, foreign: Option<&'static str>, source: &Source) -> impl IntoView + use<> {
    let note =
        (!source.note.is_empty()).then(|| view! { <br/> <span class="note" lang=foreign>{source.note.clone()}</span> });
    view! {
        <span>
            <span lang=foreign>{name(source)}</span> " "
            <span class="note">{origin(source, lang)} {link(source)}</span>
            {note}
        </span>
    }
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
    lang.words().reading_kind_dated(kind, dated(&source.dated, lang))
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

/// A year, a month or a day as the reader's language writes it; anything else as it is.
fn dated(iso: &str, lang: Lang) -> String {
    let day = |text: String| text.parse::<jiff::civil::Date>().ok();
    let (date, en, ja) = match iso.len() {
        4 => (day(format!("{iso}-01-01")), "%Y", "%Y年"),
        7 => (day(format!("{iso}-01")), "%b %Y", "%Y年%-m月"),
        _ => (day(iso.to_owned()), "%-d %b %Y", "%Y年%-m月%-d日"),
    };
    let form = if lang == Lang::En { en } else { ja };
    date.map_or_else(|| iso.to_owned(), |date| date.strftime(form).to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_as_exact_as_its_writer_knew() {
        assert_eq!(dated("2019", Lang::En), "2019");
        assert_eq!(dated("2019-05", Lang::En), "May 2019");
        assert_eq!(dated("2019-05-02", Lang::Ja), "2019年5月2日");
        assert_eq!(dated("about 2019", Lang::En), "about 2019");
    }
}
