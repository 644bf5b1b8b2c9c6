//! From a row to a card.

use crate::base::error::{Error, Result};
use crate::base::time::Time;
use crate::base::words::Lang;
use crate::companies::model::{Company, CompanyId};
use crate::members::model::Discipline;
use crate::traces::model::card::{Author, Card, Feature};
use crate::traces::model::{Stage, TraceId};

/// Between a person's fields and between persons.
const FIELD: char = '\u{1f}';
const PERSON: char = '\u{1e}';

#[derive(sqlx::FromRow)]
pub(super) struct Row {
    id: TraceId,
    slug: String,
    title: String,
    #[sqlx(try_from = "String")]
    language: Lang,
    #[sqlx(try_from = "String")]
    stage: Stage,
    published_at: Time,
    revised_at: Time,
    featured_at: Option<Time>,
    outline: String,
    company_id: CompanyId,
    company_slug: String,
    name_ja: String,
    name_en: String,
    code: String,
    industry: String,
    country: String,
    authors: Option<String>,
    #[sqlx(default)]
    reason: Option<String>,
    #[sqlx(default)]
    feature_at: Option<Time>,
    #[sqlx(default)]
    feature_by: Option<String>,
    #[sqlx(default)]
    score: i64,
}

impl TryFrom<Row> for Card {
    type Error = Error;
    fn try_from(row: Row) -> Result<Self> {
        let broken = |what: String| Error::Internal(format!("trace {}: {what}", row.id));
        let outline = serde_json::from_str(&row.outline).map_err(|e| broken(format!("outline: {e}")))?;
        let authors = row.authors.iter().flat_map(|a| a.split(PERSON)).map(author).collect::<Option<Vec<_>>>();
        let feature = match (row.reason, row.feature_at, row.feature_by) {
            (Some(reason), Some(at), Some(by)) => {
                Some(Feature { reason, at, by: author(&by).ok_or_else(|| broken("who featured it".into()))? })
            }
            _ => None,
        };
        Ok(Card {
            id: row.id,
            slug: row.slug,
            title: row.title,
            language: row.language,
            stage: row.stage,
            published_at: row.published_at,
            revised_at: row.revised_at,
            featured_at: row.featured_at,
            outline,
            company: Company {
                id: row.company_id,
                slug: row.company_slug,
                name_ja: row.name_ja,
                name_en: row.name_en,
                code: row.code,
                industry: row.industry,
                country: row.country,
            },
            authors: authors.ok_or_else(|| Error::Internal(format!("trace {}: authors", row.id)))?,
            feature,
            score: row.score,
        })
    }
}

/// Reads what `person!` wrote.
fn author(text: &str) -> Option<Author> {
    let mut fields = text.split(FIELD);
    Some(Author {
        id: fields.next()?.parse().ok()?,
        handle: fields.next()?.to_owned(),
        name: fields.next()?.to_owned(),
        discipline: fields.next()?.parse::<Discipline>().ok()?,
        demo: fields.next()? == "1",
        gone: fields.next()? == "1",
    })
}
