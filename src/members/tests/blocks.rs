//! Keeping another member away.

use super::*;
use crate::base::time::DAY;
use crate::both_engines;
use crate::members::actions;
use crate::members::apart::{APART, Apart};
use crate::members::model::MemberId;

/// The news of blocks and absences that waits for the slices above.
async fn news(app: &TestApp) -> Vec<Apart> {
    let mut conn = app.app.db.read().await.unwrap();
    let rows: Vec<(String,)> =
        crate::sql!("select payload from jobs where kind = $1 order by id").bind(APART).all(&mut conn).await.unwrap();
    rows.iter().map(|(payload,)| serde_json::from_str(payload).unwrap()).collect()
}

both_engines!(a_member_blocks_and_unblocks_on_the_other_s_page, |app| {
    let (mut haruka, mut ken) = (app.member("haruka").await, app.member("ken").await);
    let page = haruka.browser.get("/members/ken").await;
    assert!(page.has("Block this member") && page.has("action=\"/members/ken/block\""));
    assert!(!app.browser().get("/members/ken").await.has("Block this member"), "a guest has nobody to block");
    assert!(!ken.browser.get("/members/ken").await.has("Block this member"), "nor anyone themselves");

    let answer = haruka.browser.post("/members/ken/block", &[]).await;
    assert_eq!((answer.status.as_u16(), answer.location()), (303, "/members/ken"));
    let page = haruka.browser.get("/members/ken").await;
    assert!(page.has("You have blocked this member") && page.has("Nothing to show here"));
    let his = ken.browser.get("/members/haruka").await;
    assert!(his.status == 200 && his.has("Block this member") && !his.has("You have blocked"), "nobody is told");
    assert!(haruka.browser.get("/settings").await.has("href=\"/members/ken\""));
    assert!(ken.browser.get("/settings").await.has("You have blocked nobody"));

    let back = [("next", "/settings?done=unblocked")];
    assert_eq!(haruka.browser.post("/members/ken/unblock", &back).await.location(), "/settings?done=unblocked");
    let settings = haruka.browser.get("/settings?done=unblocked").await;
    assert!(settings.has("The block has ended") && settings.has("You have blocked nobody"));
    assert_eq!(haruka.browser.post("/members/ken/unblock", &[("next", "//evil.example")]).await.location(), "/");
    assert_eq!(haruka.browser.post("/members/ken/unblock", &[]).await.location(), "/members/ken");
    for nobody in ["haruka", "nobody"] {
        assert_eq!(haruka.browser.post(&format!("/members/{nobody}/block"), &[]).await.status, 404, "{nobody}");
    }
});

both_engines!(one_who_ends_their_own_block_does_not_end_the_other_s, |app| {
    let (mut haruka, mut ken) = (app.member("haruka").await, app.member("ken").await);
    haruka.browser.post("/members/ken/block", &[]).await;
    ken.browser.post("/members/haruka/block", &[]).await;
    ken.browser.post("/members/haruka/unblock", &[]).await;
    let visit = app.visit(Some(&ken)).await;
    assert!(visit.viewer.keeps_apart(haruka.id));
    assert!(!visit.viewer.keeps_apart(MemberId(0)));
});

both_engines!(settings_list_a_hundred_blocks_and_say_that_there_are_more, |app| {
    let mut haruka = app.member("haruka").await;
    let mut tx = app.app.db.write().await.unwrap();
    crate::sql!(
        "with recursive n (i) as (select 1 union all select i + 1 from n where i < 101)
         insert into members (handle, name, discipline, language, zone, terms_version, terms_agreed_at, created_at)
         select 'm' || cast(i as text), 'M', 'design', 'en', 'UTC', 'test', 1, 1 from n"
    )
    .run(&mut tx)
    .await
    .unwrap();
    crate::sql!("insert into blocks (member_id, blocked_id, created_at) select $1, id, id from members where id <> $1")
        .bind(haruka.id)
        .run(&mut tx)
        .await
        .unwrap();
    app.app.commit(tx).await.unwrap();
    let page = haruka.browser.get("/settings").await;
    assert_eq!(page.text.matches("/unblock\"").count(), 100);
    assert!(page.has("The latest 100 are listed"));
});

both_engines!(slices_above_hear_of_a_block_a_suspension_and_a_leaving, |app| {
    let (mut haruka, ken) = (app.member("haruka").await, app.member("ken").await);
    let alone = Apart { member: ken.id, other: None };
    haruka.browser.post("/members/ken/block", &[]).await;
    haruka.browser.post("/members/ken/block", &[]).await;
    assert_eq!(news(&app).await, [Apart { member: haruka.id, other: Some(ken.id) }], "a block is set once");
    app.letters().await;
    assert_eq!(news(&app).await, [], "and the job is done");
    actions::suspend(&app.app, ken.id, Some(app.app.now().plus(DAY))).await.unwrap();
    actions::suspend(&app.app, ken.id, None).await.unwrap();
    app.pass(1);
    actions::suspend(&app.app, ken.id, Some(app.app.now().plus(DAY))).await.unwrap();
    assert_eq!(news(&app).await, [alone, alone], "lifting a suspension is no news; another one is");
    actions::remove(&app.app, haruka.id).await.unwrap();
    assert_eq!(news(&app).await.last(), Some(&Apart { member: haruka.id, other: None }));
});
