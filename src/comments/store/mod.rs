//! Statements about comments.

pub mod change;
pub mod rendering;

use crate::base::db::Conn;
use crate::base::error::Result;
use crate::base::time::Time;
use crate::comments::model::{CommentId, Kind};
use crate::members::model::MemberId;
use crate::traces::model::TraceId;

/// Threads on one page of the talk.
pub const ROOTS: i64 = 50;
/// Comments read for one page of the talk, so that an endless thread cannot freeze it: each thread's
/// first ones before any thread's later ones, so that it hides no other thread either.
const ROWS: i64 = 2_000;

/// Whether viewer `$2` and the author of comment `c` have blocked each other. Null for a guest: nobody.
macro_rules! blocked {
    () => {
        "(exists (select 1 from blocks b where b.member_id = cast($2 as bigint) and b.blocked_id = c.author_id)
          or exists (select 1 from blocks b where b.member_id = c.author_id and b.blocked_id = cast($2 as bigint)))"
    };
}

/// One comment of the talk. Text and names are empty where the viewer may not see them.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Row {
    pub id: CommentId,
    pub root_id: CommentId,
    pub parent_id: Option<CommentId>,
    pub revision: i64,
    pub part_key: String,
    #[sqlx(try_from = "String")]
    pub kind: Kind,
    pub html: String,
    pub created_at: Time,
    pub edited_at: Option<Time>,
    pub deleted: bool,
    pub hidden: bool,
    pub blocked: bool,
    pub author_id: MemberId,
    pub handle: String,
    pub name: String,
    pub demo: bool,
    /// The author's account is gone.
    pub departed: bool,
    /// Comments of the whole trace that this viewer can see, and how many of them are about a part.
    pub total: i64,
    pub on_parts: i64,
    /// There are threads before this page's.
    pub older: bool,
}

/// One page of a trace's talk for a viewer: the threads of the [`ROOTS`] newest roots below `after`,
/// in order of thread and time.
pub async fn thread(
    conn: &mut Conn,
    trace: TraceId,
    viewer: Option<MemberId>,
    after: Option<CommentId>,
) -> Result<Vec<Row>> {
    crate::sql!(concat!(
        "with roots as (
           select r.id from comments r
           where r.trace_id = $1 and r.root_id = r.id and r.root_id < coalesce(cast($3 as bigint), 9007199254740991)
           order by r.root_id desc limit $4
         ), seen as (
           select count(*) as total, count(*) filter (where c.part_key <> '') as on_parts
           from comments c
           where c.trace_id = $1 and c.deleted_at is null and c.hidden_at is null and not ",
        blocked!(),
        "
         ), talk as (
           select c.*, ",
        blocked!(),
        " as blocked, row_number() over (partition by c.root_id order by c.id) as nth
           from comments c where c.trace_id = $1 and c.root_id in (select id from roots)
         ), shown as (
           select * from talk order by nth, root_id desc limit $5
         )
         select c.id, c.root_id, c.parent_id, c.revision, c.part_key, c.kind,
                case when c.hidden_at is null and not c.blocked then c.html else '' end as html,
                c.created_at, c.edited_at, (c.deleted_at is not null) as deleted, (c.hidden_at is not null) as hidden,
                c.blocked, c.author_id, m.handle, m.name, m.demo, (m.deleted_at is not null) as departed,
                s.total, s.on_parts,
                exists (select 1 from comments o where o.trace_id = $1 and o.root_id = o.id
                        and o.root_id < (select min(id) from roots)) as older
         from shown c join members m on m.id = c.author_id cross join seen s
         order by c.root_id, c.id"
    ))
    .bind(trace)
    .bind(viewer)
    .bind(after)
    .bind(ROOTS)
    .bind(ROWS)
    .all(conn)
    .await
}

/// What must be known before something is said about a trace.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Ground {
    pub slug: String,
    pub revision: i64,
    /// Authors' numbers, comma-separated.
    authors: String,
    /// The part stands in the published revision and is public.
    pub part_there: bool,
    /// The speaker and an author, or the parent's author, have blocked each other.
    pub blocked: bool,
    pub parent_author: Option<MemberId>,
    pub parent_root: Option<CommentId>,
    pub parent_part: Option<String>,
}

impl Ground {
    pub fn authors(&self) -> impl Iterator<Item = MemberId> {
        self.authors.split(',').filter_map(|id| id.parse().ok())
    }
}

/// The ground for a comment on a published trace; the parent's columns are null when it is gone.
pub async fn ground(
    conn: &mut Conn,
    trace: TraceId,
    speaker: MemberId,
    part: &str,
    parent: Option<CommentId>,
) -> Result<Ground> {
    crate::sql!(
        "select t.slug, t.published as revision,
                coalesce((select string_agg(cast(a.member_id as text), ',') from trace_authors a where a.trace_id = t.id), '')
                  as authors,
                exists (select 1 from parts p where p.trace_id = t.id and p.revision = t.published
                        and p.part_key = $3 and p.visibility = 'public') as part_there,
                exists (select 1 from blocks b
                        where (b.blocked_id = $2 and (b.member_id = p.author_id or b.member_id in
                                 (select a.member_id from trace_authors a where a.trace_id = t.id)))
                           or (b.member_id = $2 and (b.blocked_id = p.author_id or b.blocked_id in
                                 (select a.member_id from trace_authors a where a.trace_id = t.id)))) as blocked,
                p.author_id as parent_author, p.root_id as parent_root, p.part_key as parent_part
         from traces t
         left join comments p on p.id = cast($4 as bigint) and p.trace_id = t.id
              and p.deleted_at is null and p.hidden_at is null
         where t.id = $1 and t.published is not null and t.hidden_at is null and t.deleted_at is null"
    )
    .bind(trace)
    .bind(speaker)
    .bind(part)
    .bind(parent)
    .one(conn)
    .await
}

/// A comment to be kept.
pub struct New<'a> {
    pub trace: TraceId,
    pub revision: i64,
    pub part: &'a str,
    pub root: Option<CommentId>,
    pub parent: Option<CommentId>,
    pub author: MemberId,
    pub kind: Kind,
    pub body: &'a str,
    pub html: &'a str,
    pub html_version: i64,
}

/// Adds a comment. A root still has to be told its own number: [`make_root`].
pub async fn add(conn: &mut Conn, new: &New<'_>, now: Time) -> Result<CommentId> {
    let (id,) = crate::sql!(
        "insert into comments (trace_id, revision, part_key, root_id, parent_id, author_id, kind, body, html, html_version,
                               created_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) returning id"
    )
    .bind(new.trace)
    .bind(new.revision)
    .bind(new.part)
    .bind(new.root.unwrap_or(CommentId(0)))
    .bind(new.parent)
    .bind(new.author)
    .bind(new.kind)
    .bind(new.body)
    .bind(new.html)
    .bind(new.html_version)
    .bind(now)
    .one(conn)
    .await?;
    Ok(id)
}

/// A comment that answers none begins its own thread.
pub async fn make_root(conn: &mut Conn, id: CommentId) -> Result<u64> {
    crate::sql!("update comments set root_id = id where id = $1").bind(id).run(conn).await
}

/// One comment with its place, for its own page and for acting on it.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Placed {
    pub id: CommentId,
    pub trace_id: TraceId,
    pub slug: String,
    pub title: String,
    pub root_id: CommentId,
    pub part_key: String,
    #[sqlx(try_from = "String")]
    pub kind: Kind,
    pub body: String,
    pub html: String,
    pub author_id: MemberId,
    pub name: String,
    pub created_at: Time,
    /// Threads after this one's, counted up to a page.
    pub newer: i64,
}

/// A comment that the viewer can see: neither deleted, hidden nor of a blocked member, on a visible trace.
pub async fn visible(conn: &mut Conn, id: CommentId, viewer: Option<MemberId>) -> Result<Placed> {
    crate::sql!(concat!(
        "select c.id, c.trace_id, t.slug, t.title, c.root_id, c.part_key, c.kind, c.body, c.html, c.author_id, m.name,
                c.created_at,
                (select count(*) from (select 1 as one from comments r where r.trace_id = c.trace_id
                 and r.root_id = r.id and r.root_id > c.root_id limit $3) newer) as newer
         from comments c join traces t on t.id = c.trace_id join members m on m.id = c.author_id
         where c.id = $1 and c.deleted_at is null and c.hidden_at is null
           and t.published is not null and t.hidden_at is null and t.deleted_at is null
           and not ",
        blocked!()
    ))
    .bind(id)
    .bind(viewer)
    .bind(ROOTS)
    .one(conn)
    .await
}

/// The published trace that a new comment will be about.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct About {
    pub slug: String,
    pub title: String,
    #[sqlx(try_from = "String")]
    pub language: crate::base::words::Lang,
    /// Public parts of the published revision, comma-separated.
    pub parts: String,
}

pub async fn about(conn: &mut Conn, trace: TraceId) -> Result<About> {
    crate::sql!(
        "select t.slug, t.title, t.language,
                coalesce((select string_agg(p.part_key, ',') from parts p where p.trace_id = t.id
                          and p.revision = t.published and p.visibility = 'public'), '') as parts
         from traces t
         where t.id = $1 and t.published is not null and t.hidden_at is null and t.deleted_at is null"
    )
    .bind(trace)
    .one(conn)
    .await
}
