//! The directory of companies as readers see it: with how often each has been traced.

use super::cards::visible;
use crate::base::db::Conn;
use crate::base::error::Result;
use crate::base::text;
use crate::companies::model::{Company, CompanyId};

/// A company and the number of its public traces.
#[derive(Debug, Clone)]
pub struct Entry {
    pub company: Company,
    pub sort_key: String,
    pub traces: i64,
}

/// The end of a page of the directory; the default is before everything.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Place {
    pub sort_key: String,
    pub id: i64,
}

#[derive(sqlx::FromRow)]
struct Row {
    #[sqlx(flatten)]
    company: Company,
    sort_key: String,
    traces: i64,
}

macro_rules! entry {
    () => {
        concat!(
            "select c.id, c.slug, c.name_ja, c.name_en, c.code, c.industry, c.country, c.sort_key,
                    (select count(*) from traces t where t.company_id = c.id and",
            visible!(),
            ") as traces
             from companies c where c.hidden_at is null and (cast($1 as text) = '' or c.industry = $1) "
        )
    };
}

/// The directory in order of names. `industry`: a key, or empty for all.
pub async fn entries(conn: &mut Conn, industry: &str, after: &Place, limit: usize) -> Result<Vec<Entry>> {
    let sql = crate::sql!(concat!(entry!(), "and (c.sort_key, c.id) > ($2, $3) order by c.sort_key, c.id limit $4"));
    rows(sql.bind(industry).bind(&after.sort_key).bind(after.id).bind(limit as i64), conn).await
}

/// The companies with a name, alias or code that begins with `name`.
pub async fn named(conn: &mut Conn, industry: &str, name: &str, after: &Place, limit: usize) -> Result<Vec<Entry>> {
    let key = text::key(name);
    // Names are compared byte by byte, so every name that begins with the key lies below this.
    let end = format!("{key}\u{10FFFF}");
    let sql = crate::sql!(concat!(
        entry!(),
        "and c.id in (select n.company_id from company_names n where n.name_key >= $2 and n.name_key < $3)
         and (c.sort_key, c.id) > ($4, $5) order by c.sort_key, c.id limit $6"
    ));
    rows(sql.bind(industry).bind(&key).bind(end).bind(&after.sort_key).bind(after.id).bind(limit as i64), conn).await
}

async fn rows(sql: crate::base::db::Sql, conn: &mut Conn) -> Result<Vec<Entry>> {
    let rows: Vec<Row> = sql.all(conn).await?;
    Ok(rows.into_iter().map(|r| Entry { company: r.company, sort_key: r.sort_key, traces: r.traces }).collect())
}

/// The company at an address, with its other spellings.
pub async fn company(conn: &mut Conn, slug: &str) -> Result<Option<(Company, Vec<String>)>> {
    #[derive(sqlx::FromRow)]
    struct Row {
        #[sqlx(flatten)]
        company: Company,
        aliases: String,
    }
    let row: Option<Row> = crate::sql!(
        "select id, slug, name_ja, name_en, code, industry, country, aliases from companies where slug = $1 and hidden_at is null"
    )
    .bind(slug)
    .maybe(conn)
    .await?;
    Ok(row.map(|r| (r.company, r.aliases.lines().map(str::to_owned).collect())))
}

/// How many public traces a company has.
pub async fn count(conn: &mut Conn, company: CompanyId) -> Result<i64> {
    let (count,): (i64,) =
        crate::sql!(concat!("select count(*) from traces t where t.company_id = $1 and", visible!()))
            .bind(company)
            .one(conn)
            .await?;
    Ok(count)
}
