//! Traces to read, inserted as publishing would have left them.

use std::collections::BTreeMap;

use crate::base::db::Conn;
use crate::base::text::slug;
use crate::base::words::Lang;
use crate::companies::model::CompanyId;
use crate::members::model::MemberId;
use crate::testing::TestApp;
use crate::traces::model::draft::{Content, PartText};
use crate::traces::model::outline::Outline;
use crate::traces::model::part::PartKey;
use crate::traces::model::source::{Source, SourceKind};
use crate::traces::model::{Stage, TraceId};

impl TestApp {
    /// A published trace of QB House at stage `trace`: four pillars, two bridges said, the last one a
    /// gap; its one source, `survey`, is cited in the market shift.
    pub async fn published(&self, author: MemberId, title: &str, lang: Lang) -> TraceId {
        let id = self.drafted(author, title, lang).await;
        self.revised(id, author, title, lang).await;
        id
    }

    /// A trace that was never published.
    pub async fn drafted(&self, author: MemberId, title: &str, lang: Lang) -> TraceId {
        let now = self.app.now();
        let mut tx = self.app.db.write().await.expect("the database answers");
        let company = company(&mut tx).await;
        let (id,): (TraceId,) = crate::sql!(
            "insert into traces (company_id, language, title, slug, created_at) values ($1, $2, $3, $4, $5) returning id"
        )
        .bind(company)
        .bind(lang)
        .bind(title)
        .bind(slug(title))
        .bind(now)
        .one(&mut tx)
        .await
        .expect("a trace");
        crate::sql!("insert into trace_authors (trace_id, position, member_id) values ($1, 1, $2)")
            .bind(id)
            .bind(author)
            .run(&mut tx)
            .await
            .expect("an author");
        self.app.commit(tx).await.expect("committed");
        id
    }

    /// Publishes the next revision of a trace, under this title.
    pub async fn revised(&self, id: TraceId, author: MemberId, title: &str, lang: Lang) {
        let now = self.app.now();
        let mut tx = self.app.db.write().await.expect("the database answers");
        let (number, company): (i64, CompanyId) =
            crate::sql!("select coalesce(published, 0) + 1, company_id from traces where id = $1")
                .bind(id)
                .one(&mut tx)
                .await
                .expect("the trace");
        let content = content(title, lang, company);
        crate::sql!(
            "insert into revisions (trace_id, number, title, language, stage, reason, outline, member_id, created_at, html_version)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 1)"
        )
        .bind(id)
        .bind(number)
        .bind(title)
        .bind(lang)
        .bind(Stage::Trace)
        .bind(if number == 1 { "" } else { "the survey came out" })
        .bind(serde_json::to_string(&Outline::of(&content)).expect("JSON"))
        .bind(author)
        .bind(now)
        .run(&mut tx)
        .await
        .expect("a revision");
        parts(&mut tx, id, number, &content).await;
        crate::sql!(
            "update traces set title = $2, slug = $3, stage = $4, published = $5, published_at = coalesce(published_at, $6),
                               revised_at = $6, industry = 'services' where id = $1"
        )
        .bind(id)
        .bind(title)
        .bind(slug(title))
        .bind(Stage::Trace)
        .bind(number)
        .bind(now)
        .run(&mut tx)
        .await
        .expect("published");
        tx.tell(format!("trace:{id}"));
        tx.tell("traces");
        self.app.commit(tx).await.expect("committed");
    }
}

/// QB House, once in each database.
async fn company(conn: &mut Conn) -> CompanyId {
    crate::sql!(
        "insert into companies (slug, name_ja, name_en, code, industry, country, sort_key, created_at)
         values ('qb-house', 'キュービーハウス', 'QB House', '6571', 'services', 'JP', 'qb house', 1) on conflict do nothing"
    )
    .run(conn)
    .await
    .expect("a company");
    let (id,): (CompanyId,) =
        crate::sql!("select id from companies where slug = 'qb-house'").one(conn).await.expect("QB House");
    id
}

fn content(title: &str, language: Lang, company: CompanyId) -> Content {
    let part =
        |gist: &str, body: &str| PartText { gist: gist.to_owned(), body: body.to_owned(), ..PartText::default() };
    let parts = BTreeMap::from([
        (PartKey::Shift, part("Pay stopped rising, the day stayed long.", "Wages peaked in 1997.[^survey]")),
        (PartKey::ShiftTask, part("", "most of that hour was not the cut.")),
        (PartKey::Task, part("Someone between two trains wants to look tidy.", "Nobody wants a *haircut*.")),
        (PartKey::TaskValue, part("", "the wait is the real price.")),
        (PartKey::Value, part("Ten minutes, cut only, ¥1,000.", "What is sold is the end of waiting.")),
        (PartKey::Model, part("Small shops in stations, no basin.", "No basin means no plumbing.")),
    ]);
    let survey = Source {
        key: "survey".into(),
        kind: SourceKind::Web,
        title: "Private sector wage survey".into(),
        publisher: "National Tax Agency".into(),
        dated: "2019".into(),
        url: "https://example.org/survey".into(),
        note: "wages since 1990".into(),
        by: None,
    };
    Content { title: title.to_owned(), language, company, parts, sources: vec![survey] }
}

async fn parts(conn: &mut Conn, id: TraceId, revision: i64, content: &Content) {
    for (position, key) in (1_i64..).zip(PartKey::ALL) {
        let Some(part) = content.parts.get(key) else { continue };
        let cite = "<sup class=\"cite\"><a id=\"cite-shift-survey-1\" href=\"#source-survey\" aria-label=\"Source 1\">1</a></sup>";
        crate::sql!(
            "insert into parts (trace_id, revision, part_key, position, gist, body, html) values ($1, $2, $3, $4, $5, $6, $7)"
        )
        .bind(id)
        .bind(revision)
        .bind(*key)
        .bind(position)
        .bind(&part.gist)
        .bind(&part.body)
        .bind(format!("<p>{}</p>\n", part.body.replace("*haircut*", "<em>haircut</em>").replace("[^survey]", cite)))
        .run(conn)
        .await
        .expect("a part");
    }
    for (position, source) in (1_i64..).zip(&content.sources) {
        crate::sql!(
            "insert into sources (trace_id, revision, source_key, position, kind, title, publisher, dated, url, note)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)"
        )
        .bind(id)
        .bind(revision)
        .bind(&source.key)
        .bind(position)
        .bind(source.kind)
        .bind(&source.title)
        .bind(&source.publisher)
        .bind(&source.dated)
        .bind(&source.url)
        .bind(&source.note)
        .run(conn)
        .await
        .expect("a source");
    }
}
