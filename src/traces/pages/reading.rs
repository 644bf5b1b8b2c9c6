//! One revision of a trace with all that its page shows, as far as the viewer may see it.

use crate::base::db::Conn;
use crate::base::error::{Error, Result};
use crate::base::words::Lang;
use crate::companies::model::Company;
use crate::traces::model::address::{self, Form};
use crate::traces::model::citation::{Cited, cited};
use crate::traces::model::outline::{Outline, Station};
use crate::traces::model::part::{BRIDGES, PILLARS, PartKey};
use crate::traces::model::source::Source;
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
    /// Cited ones first, in the order of their numbers.
    pub sources: Vec<Source>,
    pub cited: Vec<Cited>,
    pub feature: Option<FeatureRow>,
    /// Who wrote which part, where several have written.
    pub hands: Vec<Hand>,
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
        let parts = store::parts(conn, trace.id, number, trace.is_author).await?;
        let mut sources = store::sources(conn, trace.id, number).await?;
        let feature = store::feature(conn, trace.id).await?;
        // What one has written alone needs no telling apart.
        let hands = if authors.len() > 1 { writers::hands(conn, trace.id, number).await? } else { Vec::new() };
        let cited = cited(parts.iter().map(|p| (p.part_key, p.html.as_str())));
        // Stable: those not cited keep the writer's order behind the cited ones.
        sources.sort_by_key(|s| cited.iter().position(|c| c.key == s.key).unwrap_or(usize::MAX));
        Ok(Self { trace, company, authors, revision, published, parts, sources, cited, feature, hands })
    }

    #[must_use]
    pub fn part(&self, key: PartKey) -> Option<&PartRow> {
        self.parts.iter().find(|p| p.part_key == key)
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
        let people = self.authors.iter().map(|a| a.id).chain(self.feature.as_ref().map(|f| f.member_id));
        let people = people.chain(self.hands.iter().map(|hand| hand.member_id));
        tags.extend(people.map(|id| format!("member:{id}")));
        tags
    }
}
