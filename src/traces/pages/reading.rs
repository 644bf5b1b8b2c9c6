//! One revision of a trace with all that its page shows, as far as the viewer may see it.

use std::collections::BTreeMap;

use crate::base::db::Conn;
use crate::base::error::{Error, Result};
use crate::base::words::Lang;
use crate::companies::model::Company;
use crate::members::model::MemberId;
use crate::traces::model::address::{self, Form};
use crate::traces::model::citation::{Cited, cited as cited_in};
use crate::traces::model::draft::PartText;
use crate::traces::model::growth::Grown;
use crate::traces::model::numbers::MY_ESTIMATE;
use crate::traces::model::outline::{Outline, Station};
use crate::traces::model::part::{BRIDGES, PILLARS, PartKey};
use crate::traces::model::source::Source;
use crate::traces::model::typed::Typed;
use crate::traces::model::typed::form::Cell;
use crate::traces::pages::growth::MOST;
use crate::traces::store::growth::{self, Credit};
use crate::traces::store::hypotheses::{Call, of_trace};
use crate::traces::store::offers::{OfferRow, open};
use crate::traces::store::show::{self as store, Author, FeatureRow, PartRow, RevisionRow, TraceRow};
use crate::traces::store::writers::{self, Hand};

/// What is read, and by whom it was allowed.
#[derive(Debug, Clone)]
pub struct Reading {
    pub trace: TraceRow,
    pub company: Company,
    pub authors: Vec<Author>,
    pub revision: RevisionRow,
    /// The number of the revision that the trace's own page shows.
    pub published: i64,
    /// Those the viewer may see.
    pub parts: Vec<PartRow>,
    /// Their typed fields.
    pub typed: BTreeMap<PartKey, Typed>,
    /// Cited ones first, in the order of their numbers.
    pub sources: Vec<Source>,
    pub cited: Vec<Cited>,
    pub feature: Option<FeatureRow>,
    /// Who wrote which part, where several have written.
    pub hands: Vec<Hand>,
    /// Readers who supplied a source.
    pub suppliers: Vec<Author>,
    /// Sources that wait for an author; read for authors only.
    pub offers: Vec<OfferRow>,
    /// Its hypotheses, with how they turned out.
    pub calls: Vec<Call>,
    /// The trace that this one was begun from, and those begun from it: see [`Self::credits`].
    pub origin: Option<Credit>,
    pub built: Vec<Credit>,
}

impl Reading {
    /// The revision with this number, or the published one. `trace` comes from [`store::visible`].
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is no such revision.
    pub async fn load(conn: &mut Conn, trace: TraceRow, number: Option<i64>) -> Result<Self> {
        let published = trace.published.ok_or(Error::NotFound)?;
        let number = number.unwrap_or(published);
        if number > published {
            return Err(Error::NotFound);
        }
        let revision = store::revision(conn, trace.id, number).await?;
        let company = store::company(conn, trace.company_id).await?;
        let authors = store::authors(conn, trace.id).await?;
        let all = store::parts(conn, trace.id, number).await?;
        let (parts, hidden): (Vec<_>, Vec<_>) = all.into_iter().partition(|part| part.is_public || trace.is_author);
        let mut sources = store::sources(conn, trace.id, number).await?;
        let feature = store::feature(conn, trace.id).await?;
        // What one has written alone needs no telling apart.
        let mut hands = if authors.len() > 1 { writers::hands(conn, trace.id, number).await? } else { Vec::new() };
        // What stands for the authors alone tells nobody else who wrote it.
        hands.retain(|hand| parts.iter().any(|part| part.part_key == hand.part_key));
        let suppliers = match sources.iter().any(|source| source.by.is_some()) {
            true => store::suppliers(conn, trace.id, number).await?,
            false => Vec::new(),
        };
        let offers = if trace.is_author { open(conn, trace.id).await? } else { Vec::new() };
        let calls = match parts.iter().any(|part| part.part_key.is_hypothesis()) {
            true => of_trace(conn, trace.id).await?,
            false => Vec::new(),
        };
        let typed = parts.iter().map(|part| Ok((part.part_key, part.typed()?))).collect::<Result<BTreeMap<_, _>>>()?;
        let mut cited = cited_in(parts.iter().map(|p| (p.part_key, p.html.as_str())));
        cite_rows(&typed, &mut cited);
        // What only a part for the authors cites would tell of it.
        let secret = cited_in(hidden.iter().map(|p| (p.part_key, p.html.as_str())));
        let shown = |key: &str| cited.iter().any(|c| c.key == key) || !secret.iter().any(|c| c.key == key);
        sources.retain(|source| shown(&source.key));
        // Stable: those not cited keep the writer's order behind the cited ones.
        sources.sort_by_key(|s| cited.iter().position(|c| c.key == s.key).unwrap_or(usize::MAX));
        Ok(Self {
            trace,
            company,
            authors,
            revision,
            published,
            parts,
            typed,
            sources,
            cited,
            feature,
            hands,
            suppliers,
            offers,
            calls,
            origin: None,
            built: Vec::new(),
        })
    }

    /// Reads which traces this one is credited by and credits, for its page.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn credits(&mut self, conn: &mut Conn, viewer: Option<MemberId>) -> Result<()> {
        self.origin = growth::origin(conn, self.trace.id, viewer).await?;
        self.built = growth::built(conn, self.trace.id, viewer, MOST).await?;
        Ok(())
    }

    #[must_use]
    pub fn part(&self, key: PartKey) -> Option<&PartRow> {
        self.parts.iter().find(|p| p.part_key == key)
    }

    /// The typed fields of a part, as far as the viewer may see them.
    #[must_use]
    pub fn typed(&self, key: PartKey) -> &Typed {
        self.typed.get(&key).unwrap_or(&Typed::None)
    }

    /// The map of what the viewer may see; the stored outline also speaks of parts for the authors only.
    #[must_use]
    pub fn outline(&self) -> Outline {
        let station = |key| {
            let part = self.part(key);
            Station {
                gist: part.map(|p| p.gist.clone()).unwrap_or_default(),
                written: part.is_some_and(|p| !p.body.trim().is_empty()),
            }
        };
        let bridge = |key| self.part(key).map(|p| p.body.trim().to_owned()).unwrap_or_default();
        Outline { stations: PILLARS.map(station), bridges: BRIDGES.map(bridge) }
    }

    /// What grows further: the parts that the viewer may see.
    #[must_use]
    pub fn grown(&self) -> Grown {
        let part = |row: &PartRow| {
            let fields = self.typed.get(&row.part_key).cloned().unwrap_or_default();
            (row.part_key, PartText { gist: row.gist.clone(), body: row.body.clone(), fields })
        };
        let sources = self.sources.iter().map(|source| source.key.clone()).collect();
        Grown { parts: self.parts.iter().map(part).collect(), sources }
    }

    /// The four gists, for search engines and other sites.
    #[must_use]
    pub fn description(&self) -> String {
        let gists = PILLARS.iter().filter_map(|key| self.part(*key)).map(|p| p.gist.as_str()).filter(|g| !g.is_empty());
        let joint = if self.revision.language == Lang::Ja { "" } else { " " };
        crate::base::text::truncate(&gists.collect::<Vec<_>>().join(joint), 300)
    }

    /// The trace's own path in this form.
    #[must_use]
    pub fn path(&self, form: Form) -> String {
        address::path_of(self.trace.id, &self.trace.slug, form)
    }

    #[must_use]
    pub fn edit_path(&self) -> String {
        format!("/traces/{}/edit", self.trace.id)
    }

    #[must_use]
    pub fn history_path(&self) -> String {
        format!("/traces/{}/history", self.trace.id)
    }

    /// What the page read, as writers tell it.
    #[must_use]
    pub fn tags(&self) -> Vec<String> {
        let mut tags = vec![format!("trace:{}", self.trace.id), format!("company:{}", self.company.id)];
        let people =
            self.authors.iter().chain(&self.suppliers).map(|a| a.id).chain(self.feature.as_ref().map(|f| f.member_id));
        let people = people.chain(self.hands.iter().map(|hand| hand.member_id));
        tags.extend(people.map(|id| format!("member:{id}")));
        tags.extend(self.origin.iter().chain(&self.built).flat_map(Credit::tags));
        tags
    }
}

/// Where a typed row cites its source: the id of that place.
#[must_use]
pub fn row_place(key: PartKey, row: usize) -> String {
    format!("cite-{key}-row-{row}")
}

/// Typed rows cite too; their sources stand behind those that the text cites.
fn cite_rows(typed: &BTreeMap<PartKey, Typed>, cited: &mut Vec<Cited>) {
    for (key, typed) in typed {
        let Some(form) = typed.form() else { continue };
        let Some(column) = form.row_columns().iter().position(|column| matches!(column.cell, Cell::Source)) else {
            continue;
        };
        for (row, cells) in (1..).zip(form.rows()) {
            let source = cells[column];
            if source.is_empty() || source == MY_ESTIMATE {
                continue;
            }
            let place = (*key, row_place(*key, row));
            match cited.iter_mut().find(|one| one.key == source) {
                Some(one) => one.places.push(place),
                None => cited.push(Cited { key: source.to_owned(), places: vec![place] }),
            }
        }
    }
}
