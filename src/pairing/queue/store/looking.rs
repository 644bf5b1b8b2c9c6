//! Statements about who waits, without saying who: how many, from which desks, for which companies.

use crate::base::db::Conn;
use crate::base::error::Result;
use crate::members::model::Discipline;

/// How many of a discipline wait.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Desk {
    #[sqlx(try_from = "String")]
    pub discipline: Discipline,
    pub count: i64,
}

/// Disciplines of those who wait, the most frequent first.
pub async fn desks(conn: &mut Conn) -> Result<Vec<Desk>> {
    crate::sql!(
        "select m.discipline, count(*) as count from pair_queue q join members m on m.id = q.member_id
         where m.deleted_at is null group by m.discipline order by count(*) desc, m.discipline"
    )
    .all(conn)
    .await
}

/// How many wait for a company; without a name: for any.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Wish {
    pub slug: String,
    pub name_ja: String,
    pub name_en: String,
    pub count: i64,
}

/// The companies that most of those who wait wish for.
pub async fn wishes(conn: &mut Conn) -> Result<Vec<Wish>> {
    crate::sql!(
        "select coalesce(i.slug, c.slug, '') as slug, coalesce(i.name_ja, c.name_ja, '') as name_ja,
                coalesce(i.name_en, c.name_en, '') as name_en, count(*) as count
         from pair_queue q join members m on m.id = q.member_id
              left join companies c on c.id = q.company_id left join companies i on i.id = c.merged_into
         where m.deleted_at is null
         group by coalesce(i.slug, c.slug, ''), coalesce(i.name_ja, c.name_ja, ''), coalesce(i.name_en, c.name_en, '')
         order by count(*) desc, coalesce(i.slug, c.slug, '') limit 6"
    )
    .all(conn)
    .await
}
