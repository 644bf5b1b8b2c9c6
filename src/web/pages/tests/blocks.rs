//! What a block leaves out of a signed-in reader's lists, and what it does not.

use super::{index, next, run, titles};
use crate::base::words::Lang;
use crate::testing::TestApp;
use crate::testing::client::Client;
use crate::traces::model::TraceId;

const LISTS: [&str; 6] =
    ["/", "/traces", "/companies/qb-house", "/members/ken", "/search?q=needle", "/feeds/traces.atom"];

async fn feature(app: &TestApp, id: TraceId, at: i64) {
    let features = crate::sql!(
        "insert into features (trace_id, reason, member_id, created_at) values ($1, 'It names the wait.', 1, $2)"
    );
    run(app, features.bind(id).bind(at)).await;
    run(app, crate::sql!("update traces set featured_at = $2 where id = $1").bind(id).bind(at)).await;
}

/// Every title on the pages of a list, and how many pages there are.
async fn walk(browser: &mut Client, list: &str) -> (Vec<String>, usize) {
    let (mut path, mut found, mut pages) = (list.to_owned(), Vec::new(), 0);
    loop {
        let page = browser.get(&path).await;
        assert_eq!(page.status, 200);
        pages += 1;
        found.extend(titles(&page.text));
        let Some(older) = next(&page.text) else { return (found, pages) };
        path = older;
    }
}

crate::both_engines!(a_block_keeps_each_out_of_the_other_s_lists_and_nothing_from_anybody_else, |app| {
    let (mut mei, mut ken) = (app.member("mei").await, app.member("ken").await);
    let mut sora = app.organizer("sora").await;
    for (author, title) in [(mei.id, "Mei draws"), (ken.id, "Ken draws"), (sora.id, "Sora draws")] {
        let id = app.published(author, title, Lang::En).await;
        index(&app, id, "needle").await;
        feature(&app, id, id.0).await;
    }
    for who in [&mut mei.browser, &mut ken.browser] {
        assert!(who.get("/traces").await.has("Mei draws") && who.get("/traces").await.has("Ken draws"));
    }
    mei.browser.post("/members/ken/block", &[]).await;
    sora.browser.post("/members/ken/block", &[]).await;
    for path in LISTS.into_iter().chain(["/featured", "/featured.atom"]) {
        assert!(!mei.browser.get(path).await.has("Ken draws"), "{path} for who blocked");
        assert!(!ken.browser.get(&path.replace("ken", "mei")).await.has("Mei draws"), "{path} for who was blocked");
        assert!(app.browser().get(path).await.has("Ken draws"), "{path} for a guest");
        assert!(sora.browser.get(path).await.has("Ken draws"), "{path} for an organizer");
    }
    for path in ["/traces", "/featured", "/search?q=needle"] {
        assert!(mei.browser.get(path).await.has("Sora draws"), "{path} shows the others");
    }
    assert!(mei.browser.get("/traces/2-ken-draws").await.status == 200, "its address stays readable");
    mei.browser.post("/members/ken/unblock", &[]).await;
    assert!(mei.browser.get("/traces").await.has("Ken draws"));
});

crate::both_engines!(what_two_wrote_together_stays_in_both_their_lists, |app| {
    let (mut mei, mut ken) = (app.member("mei").await, app.member("ken").await);
    let mut tara = app.member("tara").await;
    let joint = app.published(mei.id, "Together", Lang::En).await;
    let second = crate::sql!("insert into trace_authors (trace_id, position, member_id) values ($1, 2, $2)");
    run(&app, second.bind(joint).bind(ken.id)).await;
    mei.browser.post("/members/ken/block", &[]).await;
    tara.browser.post("/members/ken/block", &[]).await;
    assert!(mei.browser.get("/traces").await.has("Together") && ken.browser.get("/traces").await.has("Together"));
    assert!(!tara.browser.get("/traces").await.has("Together"), "one of its authors is kept from her");
});

crate::both_engines!(a_list_with_blocked_members_is_paged_without_gaps_or_doubles, |app| {
    let (mut mei, ken) = (app.member("mei").await, app.member("ken").await);
    for n in 0..50 {
        // The second page is his alone.
        let author = if (10..30).contains(&n) || n % 3 == 0 { ken.id } else { mei.id };
        app.published(author, &format!("Trace {n}"), Lang::En).await;
    }
    mei.browser.post("/members/ken/block", &[]).await;
    let hers: Vec<String> =
        (0..50).rev().filter(|n| !((10..30).contains(n) || n % 3 == 0)).map(|n| format!("Trace {n}")).collect();
    for list in ["/traces", "/companies/qb-house"] {
        assert_eq!(walk(&mut mei.browser, list).await, (hers.clone(), 3), "{list}");
    }
    let (his, pages) = walk(&mut mei.browser, "/members/ken").await;
    assert!(his.is_empty() && pages == 2);
    let older = next(&mei.browser.get("/traces").await.text).unwrap();
    let empty = mei.browser.get(&older).await;
    assert!(empty.has("The list goes on below") && !empty.has("No trace has been published"));
});
