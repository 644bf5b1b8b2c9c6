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
    let touched = crate::sql!(
        "update companies set hidden_at = null where id = $1 and hidden_at = created_at and merged_into is null"
    )
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

/// The company of an address, whether it is listed or not.
pub async fn id_at(conn: &mut Conn, slug: &str) -> Result<Option<CompanyId>> {
    let row: Option<(CompanyId,)> =
        crate::sql!("select id from companies where slug = $1").bind(slug).maybe(conn).await?;
    Ok(row.map(|(id,)| id))
}

/// Where the company of an address that is no longer its own now stands.
pub async fn moved_to(conn: &mut Conn, slug: &str) -> Result<Option<String>> {
    let row: Option<(String,)> = crate::sql!(
        "select i.slug from companies c join companies i on i.id = c.merged_into
         where c.slug = $1 and i.hidden_at is null"
    )
    .bind(slug)
    .maybe(conn)
    .await?;
    Ok(row.map(|(slug,)| slug))
}

/// The company that stands for this one: itself, or the one that it was merged into. It is merged into
/// no other until the transaction ends, so that what is written about it now is found when it is.
pub async fn stand(conn: &mut Conn, id: CompanyId) -> Result<Company> {
    let (standing,): (CompanyId,) =
        crate::sql!("update companies set merged_into = merged_into where id = $1 returning coalesce(merged_into, id)")
            .bind(id)
            .one(conn)
            .await?;
    by_id(conn, standing).await?.ok_or(crate::base::error::Error::NotFound)
}

/// What merging looks at.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Held {
    #[sqlx(flatten)]
    pub company: Company,
    aliases: String,
    pub merged_into: Option<CompanyId>,
    pub hidden_at: Option<Time>,
}

impl Held {
    /// Its names and other spellings, as they are shown.
    #[must_use]
    pub fn spellings(&self) -> Vec<String> {
        let names = [&self.company.name_ja, &self.company.name_en].into_iter().map(String::as_str);
        names.chain(self.aliases.lines()).filter(|name| !name.is_empty()).map(str::to_owned).collect()
    }

    /// Its other spellings.
    #[must_use]
    pub fn aliases(&self) -> Vec<String> {
        self.aliases.lines().map(str::to_owned).collect()
    }
}

/// A company, kept as it is for others until the transaction ends.
pub async fn hold(conn: &mut Conn, id: CompanyId) -> Result<Option<Held>> {
    crate::sql!(
        "update companies set merged_into = merged_into where id = $1
         returning id, slug, name_ja, name_en, code, industry, country, aliases, merged_into, hidden_at"
    )
    .bind(id)
    .maybe(conn)
    .await
}

/// Makes a company, and all that were merged into it before, point at another; none of them is listed.
pub async fn point(conn: &mut Conn, from: CompanyId, into: CompanyId, now: Time) -> Result<()> {
    crate::sql!(
        "update companies set merged_into = $2, hidden_at = coalesce(hidden_at, $3) where id = $1 or merged_into = $1"
    )
    .bind(from)
    .bind(into)
    .bind(now)
    .run(conn)
    .await?;
    Ok(())
}

/// Every spelling of the one is from now on the other's.
pub async fn give_names(conn: &mut Conn, from: CompanyId, into: CompanyId) -> Result<()> {
    crate::sql!(
        "insert into company_names (name_key, company_id)
         select name_key, cast($2 as bigint) from company_names where company_id = $1 on conflict do nothing"
    )
    .bind(from)
    .bind(into)
    .run(conn)
    .await?;
    crate::sql!("delete from company_names where company_id = $1").bind(from).run(conn).await?;
    Ok(())
}

pub async fn set_aliases(conn: &mut Conn, company: CompanyId, aliases: &[String]) -> Result<()> {
    crate::sql!("update companies set aliases = $2 where id = $1")
        .bind(company)
        .bind(aliases.join("\n"))
        .run(conn)
        .await?;
    Ok(())
}
