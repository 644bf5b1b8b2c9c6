//! What goes with an author who leaves, and what stays.

use super::*;
use crate::base::words::Lang;
use crate::members::actions::{remove, suspend};

/// The rows that a statement counts.
async fn count(app: &TestApp, sql: crate::base::db::Sql) -> i64 {
    let (count,): (i64,) = sql.one(&mut app.app.db.read().await.unwrap()).await.unwrap();
    count
}

async fn leave(app: &TestApp, member: &Actor) {
    remove(&app.app, member.id).await.unwrap();
    app.letters().await;
}

async fn write(app: &TestApp, sql: crate::base::db::Sql) {
    let mut tx = app.app.db.write().await.unwrap();
    sql.run(&mut tx).await.unwrap();
    app.app.commit(tx).await.unwrap();
}

both_engines!(drafts_leave_with_their_author_and_what_is_published_stays, |app| {
    let (mut haruka, mut ken) = (app.member("haruka").await, app.member("ken").await);
    let draft = id_of(&sketch(&app, &mut haruka).await);
    sketch(&app, &mut ken).await;
    let shown = app.published(haruka.id, "Ten minutes", Lang::En).await;
    let private = crate::sql!("update parts set visibility = 'authors' where trace_id = $1 and part_key = 'value'");
    write(&app, private.bind(shown)).await;
    suspend(&app.app, haruka.id, Some(app.app.now().plus(1))).await.unwrap();
    app.letters().await;
    let drafts = || crate::sql!("select count(*) from drafts where trace_id = $1");
    assert_eq!(count(&app, drafts().bind(draft)).await, 1, "a suspension takes nothing away");

    leave(&app, &haruka).await;
    assert_eq!(count(&app, drafts().bind(draft)).await, 0);
    let words = crate::sql!("select count(*) from traces where id = $1 and (title <> '' or deleted_at is null)");
    assert_eq!(count(&app, words.bind(draft)).await, 0);
    let private = crate::sql!("select count(*) from parts where visibility = 'authors'");
    assert_eq!(count(&app, private).await, 0, "what only the author could read");
    assert_eq!(count(&app, crate::sql!("select count(*) from drafts")).await, 1, "another's draft stays");
    let page = app.browser().get(&format!("/traces/{shown}-ten-minutes")).await;
    assert!(page.status == 200 && page.has("Former member") && page.has("Nobody wants a"));
});

both_engines!(a_joint_draft_stays_until_the_last_of_its_authors_leaves, |app| {
    let (mut haruka, mut ken) = (app.member("haruka").await, app.member("ken").await);
    let edit = sketch(&app, &mut haruka).await;
    let second = crate::sql!("insert into trace_authors (trace_id, position, member_id) values ($1, 2, $2)");
    write(&app, second.bind(id_of(&edit)).bind(ken.id)).await;
    leave(&app, &haruka).await;
    assert!(ken.browser.get(&edit).await.has("a coat that does both"));
    leave(&app, &ken).await;
    assert_eq!(count(&app, crate::sql!("select count(*) from drafts")).await, 0);
});
