//! Publishing: a new immutable revision, shown from now on.

use std::collections::BTreeMap;

use crate::base::db::Tx;
use crate::base::error::{Error, Problem, Problems, Result};
use crate::base::limits::Budget;
use crate::base::time::Time;
use crate::base::{markdown, text};
use crate::companies::model::Company;
use crate::companies::{actions as directory, store as companies};
use crate::members::model::MemberId;
use crate::members::visit::Visit;
use crate::search::actions as search;
use crate::traces::actions::build_on;
use crate::traces::actions::desk::{read, written};
use crate::traces::actions::hypotheses;
use crate::traces::actions::rendering::{Dated, Rendered, render};
use crate::traces::actions::writers;
use crate::traces::model::draft::Content;
use crate::traces::model::outline::Outline;
use crate::traces::model::part::PartKey;
use crate::traces::model::{TraceId, check, facet, stage};
use crate::traces::store::publishing::{self, NewPart, NewRevision};
use crate::traces::store::writers as kept;
use crate::traces::store::{drafts, facets};

/// What the page shows now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Published {
    pub number: i64,
    pub slug: String,
}

/// Saves the draft and publishes it. Publishing what is already shown makes no second revision.
///
/// # Errors
/// The refusals of `Viewer::can_speak`; [`Error::NotFound`] for anyone but the authors;
/// [`Error::Invalid`], also where a later revision gives no reason; [`Error::Conflict`] when a newer draft is there.
pub async fn publish(
    visit: &Visit,
    trace: TraceId,
    version: i64,
    content: &Content,
    reason: &str,
) -> Result<Published> {
    let member = visit.viewer.can_speak(visit.now)?.id;
    // A stranger learns nothing about the trace, not even what would not fit.
    drafts::desk(&mut visit.app.db.read().await?, trace, member).await?.ok_or(Error::NotFound)?;
    let mut problems = Problems::default();
    check::publishable(content, visit.now, &mut problems);
    problems.into_result()?;
    visit.limit_member(Budget::Post)?;
    let rendered = rendered(visit, content).await?;

    let json = written(content)?;
    let mut tx = visit.app.db.write().await?;
    let row = drafts::desk(&mut tx, trace, member).await?.ok_or(Error::NotFound)?;
    if row.content == json {
        if let Some(number) = row.published.filter(|_| row.revised_at == Some(row.saved_at)) {
            return Ok(Published { number, slug: row.slug });
        }
    } else if row.version != version {
        return Err(Error::Conflict);
    }
    if row.published.is_some() && reason.is_empty() {
        return Err(("reason", Problem::Required).into());
    }
    drafts::replace_draft(&mut tx, trace, row.version, &json, member, visit.now).await?.ok_or(Error::Conflict)?;
    writers::edited(&mut tx, trace, member, Some(&read(&row.content, row.company_id)?), content).await?;
    let words = Words { content, rendered: &rendered, reason, of: None };
    let published = revise(&mut tx, trace, member, &words, visit.now).await?;
    visit.app.commit(tx).await?;
    Ok(published)
}

pub(super) async fn rendered(visit: &Visit, content: &Content) -> Result<Rendered> {
    let texts: Vec<(PartKey, String)> = PartKey::ALL.iter().map(|key| (*key, content.part(*key).body)).collect();
    let sources = Dated::of(&content.sources);
    let lang = content.language;
    let rendered = visit.app.offload(move || render(&texts, &sources, lang)).await?;
    rendered.map_err(|key| (format!("{key}.body").as_str(), Problem::TooComplex).into())
}

/// What becomes a revision.
pub(super) struct Words<'a> {
    pub content: &'a Content,
    pub rendered: &'a Rendered,
    /// Why it was made; empty for the first.
    pub reason: &'a str,
    /// The number of the revision whose words these are again, and whose writers wrote them.
    pub of: Option<i64>,
}

pub(super) async fn revise(
    tx: &mut Tx,
    trace: TraceId,
    member: MemberId,
    words: &Words<'_>,
    now: Time,
) -> Result<Published> {
    let Words { content, rendered, reason, of } = words;
    let outline = Outline::of(content);
    let drawn = serde_json::to_string(&outline).map_err(|e| Error::Internal(e.to_string()))?;
    let stage = stage::of(content).ok_or_else(|| Error::Internal("published without four gists".into()))?;
    let slug = text::slug(&content.title);
    let revision = NewRevision {
        number: publishing::next_number(tx, trace).await?,
        title: &content.title,
        language: content.language,
        stage,
        reason,
        outline: &drawn,
        member,
        html_version: markdown::VERSION,
    };
    publishing::insert_revision(tx, trace, &revision, now).await?;
    write_parts(tx, trace, revision.number, content, rendered).await?;
    match of {
        None => kept::keep(tx, trace, revision.number).await?,
        Some(old) => kept::keep_of(tx, trace, *old, revision.number).await?,
    }
    hypotheses::keep(tx, trace, revision.number, content, now).await?;
    facets::forget(tx, trace).await?;
    for word in facet::of(content) {
        facets::add(tx, trace, &word).await?;
    }
    publishing::show(tx, trace, &revision, &slug, now).await?;
    // Held: should it be merged into another at this moment, the names of both are in the index afterwards.
    let company = companies::stand(tx, content.company).await?;
    directory::list(tx, company.id).await?;
    index(tx, trace, &content.title, &outline, &company).await?;
    tell(tx, trace, &company).await?;
    build_on::credit(tx, trace, member, revision.number, now).await?;
    Ok(Published { number: revision.number, slug })
}

async fn write_parts(tx: &mut Tx, trace: TraceId, number: i64, content: &Content, rendered: &Rendered) -> Result<()> {
    for (position, (key, html)) in (1..).zip(&rendered.parts) {
        let part = content.part(*key);
        if part.is_empty() {
            continue;
        }
        let fields = part.fields.json().to_string();
        let public = part.is_public(*key);
        let new = NewPart { key: *key, position, gist: &part.gist, body: &part.body, fields: &fields, public, html };
        publishing::insert_part(tx, trace, number, &new).await?;
    }
    let by_key: BTreeMap<&str, _> = content.sources.iter().map(|source| (source.key.as_str(), source)).collect();
    let ordered = rendered.order.iter().filter_map(|key| by_key.get(key.as_str()));
    for (position, source) in (1..).zip(ordered) {
        publishing::insert_source(tx, trace, number, position, source).await?;
    }
    Ok(())
}

/// What a published trace is found by: its title, its gists, every name of its company.
pub(super) async fn index(
    tx: &mut Tx,
    trace: TraceId,
    title: &str,
    outline: &Outline,
    company: &Company,
) -> Result<()> {
    let names = companies::names(tx, company.id).await?;
    let mut texts = vec![(search::TITLE, title), (search::COMPANY, company.code.as_str())];
    texts.extend(names.iter().map(|name| (search::COMPANY, name.as_str())));
    texts.extend(outline.stations.iter().map(|station| (search::GIST, station.gist.as_str())));
    search::index(tx, trace.0, &texts).await
}

async fn tell(tx: &mut Tx, trace: TraceId, company: &Company) -> Result<()> {
    tx.tell(format!("trace:{trace}"));
    tx.tell("traces");
    tx.tell(format!("company:{}", company.id));
    for author in publishing::authors(tx, trace).await? {
        tx.tell(format!("member:{author}"));
    }
    Ok(())
}
