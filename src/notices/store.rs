//! Statements about notices.

use crate::base::db::Conn;
use crate::base::error::Result;
use crate::base::time::Time;
use crate::base::words::Lang;
use crate::members::model::MemberId;
use crate::notices::model::{About, Merging, News, NoticeId, NoticeKind};

/// Notices on one page of the inbox.
pub const PAGE: i64 = 30;

/// A company's name before and after it was merged into another; empty in other news.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Names {
    was_ja: String,
    was_en: String,
    now_ja: String,
    now_en: String,
}

impl Names {
    /// Before and after, in the reader's language where there is such a name.
    #[must_use]
    pub fn of(&self, lang: Lang) -> (&str, &str) {
        (lang.either(&self.was_ja, &self.was_en), lang.either(&self.now_ja, &self.now_en))
    }
}

/// The columns of [`Names`], and where they are read from; `n`: the notice.
macro_rules! names {
    (columns) => {
        "coalesce(w.name_ja, '') as was_ja, coalesce(w.name_en, '') as was_en,
         coalesce(k.name_ja, '') as now_ja, coalesce(k.name_en, '') as now_en, "
    };
    (joined) => {
        " left join companies w on w.id = n.company_id left join companies k on k.id = w.merged_into "
    };
}

/// A notice as its reader sees it.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Notice {
    pub id: NoticeId,
    #[sqlx(try_from = "String")]
    pub kind: NoticeKind,
    /// The trace that it is about; else `pair_path` leads to a page of pairing, or of writing together.
    pub trace_id: Option<i64>,
    pub pair_path: String,
    pub title: String,
    /// The language of the trace's title; empty without a trace.
    pub language: String,
    pub comment_id: Option<i64>,
    /// The comment's kind; empty for other news.
    pub comment_kind: String,
    /// The comment's HTML; empty for other news and where it may no longer be seen.
    pub html: String,
    /// Its comment or its trace can no longer be seen.
    pub gone: bool,
    /// Whose doing it is; empty where it is nobody's.
    pub actor: String,
    pub demo: bool,
    #[sqlx(flatten)]
    pub names: Names,
    pub created_at: Time,
    pub read_at: Option<Time>,
}

/// Adds a notice; `None` when the member knows already, is gone, or has blocked the actor.
pub async fn add(conn: &mut Conn, to: MemberId, news: &News, now: Time) -> Result<Option<NoticeId>> {
    let (trace, comment, path) = match &news.about {
        About::Trace { trace, comment } => (Some(*trace), *comment, ""),
        About::Pair(path) | About::Writing(path) => (None, None, path.as_str()),
    };
    let row: Option<(NoticeId,)> = crate::sql!(
        "insert into notices (member_id, kind, actor_id, trace_id, comment_id, pair_path, unique_key, created_at)
         select m.id, cast($2 as text), cast($3 as bigint), cast($4 as bigint), cast($5 as bigint), cast($6 as text),
                cast($7 as text), cast($8 as bigint)
         from members m
         where m.id = $1 and m.deleted_at is null
           and not exists (select 1 from blocks b where b.member_id = m.id and b.blocked_id = cast($3 as bigint))
         on conflict do nothing
         returning id"
    )
    .bind(to)
    .bind(news.kind)
    .bind(news.actor)
    .bind(trace)
    .bind(comment)
    .bind(path)
    .bind(&news.key)
    .bind(now)
    .maybe(conn)
    .await?;
    Ok(row.map(|(id,)| id))
}

/// Adds a notice about a company that was merged; `None` when the member knows already or is gone.
pub async fn add_merging(conn: &mut Conn, to: MemberId, news: &Merging, now: Time) -> Result<Option<NoticeId>> {
    let row: Option<(NoticeId,)> = crate::sql!(
        "insert into notices (member_id, kind, company_id, pair_path, unique_key, created_at)
         select m.id, cast($2 as text), cast($3 as bigint), cast($4 as text), cast($5 as text), cast($6 as bigint)
         from members m where m.id = $1 and m.deleted_at is null
         on conflict do nothing
         returning id"
    )
    .bind(to)
    .bind(NoticeKind::CompanyMerged)
    .bind(news.company)
    .bind(&news.path)
    .bind(format!("{}:{}:{}", NoticeKind::CompanyMerged, news.company, news.path))
    .bind(now)
    .maybe(conn)
    .await?;
    Ok(row.map(|(id,)| id))
}

/// The member's notices below `after`, newest first; one more than a page, to know whether more follow.
pub async fn inbox(conn: &mut Conn, member: MemberId, after: Option<NoticeId>) -> Result<Vec<Notice>> {
    crate::sql!(concat!(
        "select ",
        names!(columns),
        "n.id, n.kind, n.trace_id, n.pair_path, coalesce(t.title, '') as title, coalesce(t.language, '') as language,
                n.comment_id, coalesce(c.kind, '') as comment_kind,
                case when c.deleted_at is null and c.hidden_at is null then coalesce(c.html, '') else '' end as html,
                (n.trace_id is not null and (t.hidden_at is not null or t.deleted_at is not null or t.published is null)
                 or c.deleted_at is not null or c.hidden_at is not null) as gone,
                coalesce(a.name, '') as actor, coalesce(a.demo, false) as demo, n.created_at, n.read_at
         from notices n
         left join members a on a.id = n.actor_id
         left join traces t on t.id = n.trace_id
         left join comments c on c.id = n.comment_id",
        names!(joined),
        "where n.member_id = $1 and n.id < coalesce(cast($2 as bigint), 9007199254740991)
         order by n.id desc limit $3"
    ))
    .bind(member)
    .bind(after)
    .bind(PAGE + 1)
    .all(conn)
    .await
}

/// Marks all as read.
pub async fn read_all(conn: &mut Conn, member: MemberId, now: Time) -> Result<u64> {
    crate::sql!("update notices set read_at = $2 where member_id = $1 and read_at is null")
        .bind(member)
        .bind(now)
        .run(conn)
        .await
}

/// Marks one as read, if it is the member's; keeps the first time.
pub async fn read_one(conn: &mut Conn, member: MemberId, notice: NoticeId, now: Time) -> Result<u64> {
    crate::sql!("update notices set read_at = coalesce(read_at, $3) where id = $2 and member_id = $1")
        .bind(member)
        .bind(notice)
        .bind(now)
        .run(conn)
        .await
}

/// Empties the inbox of a member who has left; anybody else's stays.
pub async fn forget(conn: &mut Conn, member: MemberId) -> Result<()> {
    crate::sql!(
        "delete from notices where member_id = $1
           and exists (select 1 from members m where m.id = $1 and m.deleted_at is not null)"
    )
    .bind(member)
    .run(conn)
    .await?;
    Ok(())
}

/// What a letter about a notice says, and to whom.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Outgoing {
    pub email: String,
    #[sqlx(try_from = "String")]
    pub reader: Lang,
    #[sqlx(try_from = "String")]
    pub kind: NoticeKind,
    pub trace_id: Option<i64>,
    pub pair_path: String,
    pub title: String,
    pub comment_id: Option<i64>,
    pub comment_kind: String,
    pub actor: String,
    #[sqlx(flatten)]
    pub names: Names,
}

/// The letter of a notice, if it is still wanted: unread, to a confirmed address of a member who is
/// no demonstration, about something that can still be seen.
pub async fn letter(conn: &mut Conn, notice: NoticeId) -> Result<Option<Outgoing>> {
    crate::sql!(concat!(
        "select ",
        names!(columns),
        "m.email, m.language as reader, n.kind, n.trace_id, n.pair_path, coalesce(t.title, '') as title,
                n.comment_id, coalesce(c.kind, '') as comment_kind, coalesce(a.name, '') as actor
         from notices n
         join members m on m.id = n.member_id
         left join members a on a.id = n.actor_id
         left join traces t on t.id = n.trace_id
         left join comments c on c.id = n.comment_id",
        names!(joined),
        "where n.id = $1 and n.read_at is null
           and m.email is not null and m.verified_at is not null and m.deleted_at is null and not m.demo
           and (n.trace_id is null or (t.published is not null and t.hidden_at is null and t.deleted_at is null))
           and c.deleted_at is null and c.hidden_at is null
           and not exists (select 1 from blocks b where b.member_id = m.id and b.blocked_id = a.id)"
    ))
    .bind(notice)
    .maybe(conn)
    .await
}
