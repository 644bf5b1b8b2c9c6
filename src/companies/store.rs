//! Statements about companies.

use crate::base::db::Conn;
use crate::base::error::Result;
use crate::base::time::Time;
use crate::companies::model::{Company, CompanyId, NewCompany};

pub async fn by_id(conn: &mut Conn, id: CompanyId) -> Result<Option<Company>> {
    crate::sql!("select id, slug, name_ja, name_en, code, industry, country from companies where id = $1")
        .bind(id)
        .maybe(conn)
        .await
}

/// The listed company of an address.
pub async fn by_slug(conn: &mut Conn, slug: &str) -> Result<Option<Company>> {
    crate::sql!(
        "select id, slug, name_ja, name_en, code, industry, country from companies where slug = $1 and hidden_at is null"
    )
    .bind(slug)
    .maybe(conn)
    .await
}

/// Whether an address is taken, by a hidden company too.
pub async fn slug_taken(conn: &mut Conn, slug: &str) -> Result<bool> {
    let row: Option<(i64,)> = crate::sql!("select id from companies where slug = $1").bind(slug).maybe(conn).await?;
    Ok(row.is_some())
}

/// The company of a folded spelling: listed ones first, then those that wait for their first trace.
pub async fn by_name_key(conn: &mut Conn, key: &str) -> Result<Option<Company>> {
    crate::sql!(
        "select c.id, c.slug, c.name_ja, c.name_en, c.code, c.industry, c.country
         from company_names n join companies c on c.id = n.company_id
         where n.name_key = $1 and (c.hidden_at is null or c.hidden_at = c.created_at)
         order by case when c.hidden_at is null then 0 else 1 end, c.id limit 1"
    )
    .bind(key)
    .maybe(conn)
    .await
}

/// The names of listed companies whose sort key is at or after `from`, for suggesting while typing.
pub async fn names_from(conn: &mut Conn, from: &str, limit: i64) -> Result<Vec<(String, String)>> {
    crate::sql!(
        "select name_ja, name_en from companies where hidden_at is null and sort_key >= $1 order by sort_key, id limit $2"
    )
    .bind(from)
    .bind(limit)
    .all(conn)
    .await
}

/// A new row, or `None` when the address is taken.
pub async fn insert(
    conn: &mut Conn,
    new: &NewCompany,
    slug: &str,
    sort_key: &str,
    hidden_at: Option<Time>,
    now: Time,
) -> Result<Option<CompanyId>> {
    let row: Option<(CompanyId,)> = crate::sql!(
        "insert into companies (slug, name_ja, name_en, code, industry, country, aliases, sort_key, added_by, created_at, hidden_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict do nothing returning id"
    )
    .bind(slug)
    .bind(&new.name_ja)
    .bind(&new.name_en)
    .bind(&new.code)
    .bind(&new.industry)
    .bind(&new.country)
    .bind(new.aliases.join("\n"))
    .bind(sort_key)
    .bind(new.added_by)
    .bind(now)
    .bind(hidden_at)
    .maybe(conn)
    .await?;
    Ok(row.map(|(id,)| id))
}

pub async fn insert_name(conn: &mut Conn, company: CompanyId, key: &str) -> Result<()> {
    crate::sql!("insert into company_names (name_key, company_id) values ($1, $2) on conflict do nothing")
        .bind(key)
        .bind(company)
        .run(conn)
        .await?;
    Ok(())
}

/// Lists a company that waited for its first trace; says whether it did.
pub async fn list_waiting(conn: &mut Conn, company: CompanyId) -> Result<bool> {
    let touched = crate::sql!("update companies set hidden_at = null where id = $1 and hidden_at = created_at")
        .bind(company)
        .run(conn)
        .await?;
    Ok(touched > 0)
}

/// Every spelling by which a company is recognised, normalised.
pub async fn names(conn: &mut Conn, company: CompanyId) -> Result<Vec<String>> {
    let rows: Vec<(String,)> =
        crate::sql!("select name_key from company_names where company_id = $1 order by name_key")
            .bind(company)
            .all(conn)
            .await?;
    Ok(rows.into_iter().map(|(name,)| name).collect())
}
