//! A company is merged meanwhile: who hears of it, and what becomes of what they have on it.

use crate::base::mail::Letter;
use crate::base::time::{HOUR, MINUTE};
use crate::cli::companies::{Companies, run};
use crate::companies::actions::add;
use crate::companies::merged::Merged;
use crate::companies::model::{CompanyId, NewCompany};
use crate::companies::store as companies;
use crate::pairing::model::Slot;
use crate::testing::TestApp;
use crate::testing::cast::Actor;
use crate::ui::time::for_input;

const SAID: &str = "“Kyubi House” was a second entry for “QB House”";

/// A company of the directory; QB House is in services, the others in none.
async fn company(app: &TestApp, name: &str) -> CompanyId {
    let mut tx = app.app.db.write().await.unwrap();
    let industry = if name == "QB House" { "services" } else { "other" };
    let new = NewCompany { name_en: name.into(), industry: industry.into(), ..NewCompany::default() };
    let id = add(&mut tx, &new, app.app.now()).await.unwrap();
    app.app.commit(tx).await.unwrap();
    id
}

/// A company of the directory is recognised by this name.
async fn named(app: &TestApp, slug: &str, name: &str) {
    let mut tx = app.app.db.write().await.unwrap();
    let id = companies::id_at(&mut tx, slug).await.unwrap().expect("a company");
    companies::insert_name(&mut tx, id, &crate::base::text::key(name)).await.unwrap();
    app.app.commit(tx).await.unwrap();
}

/// The operator's command, beside a running server.
async fn merges(app: &TestApp, from: &str, into: &str) -> Result<(), String> {
    run(&app.app, Companies::Merge { from: from.into(), into: into.into() }).await
}

/// Asks about Kyubi House; the ask's path.
async fn asks(who: &mut Actor, slot: Slot) -> String {
    let at = for_input(slot.starts_at(), "Asia/Tokyo");
    let fields = [("kind", "company"), ("company", "Kyubi House"), ("languages", "either"), ("slot-1", at.as_str())];
    let answer = who.browser.post("/pair/asks/new", &fields).await;
    assert_eq!(answer.status, 303, "{}", answer.text);
    answer.location().split('?').next().unwrap().to_owned()
}

async fn heard(who: &mut Actor) -> usize {
    who.browser.get("/inbox").await.text.matches(SAID).count()
}

fn to<'a>(letters: &'a [Letter], who: &Actor) -> Vec<&'a Letter> {
    letters.iter().filter(|letter| letter.to == format!("{}@example.org", who.handle)).collect()
}

crate::both_engines!(everybody_who_has_something_on_it_hears_once, |app| {
    let (kept, double) = (company(&app, "QB House").await, company(&app, "Kyubi House").await);
    let (mut haruka, mut ken, mut mei) = (app.member("haruka").await, app.member("ken").await, app.member("mei").await);
    let (mut tara, mut luis, mut nils) = (app.member("tara").await, app.member("luis").await, app.member("nils").await);
    let taken = asks(&mut haruka, app.in_hours(48)).await;
    let session = ken.browser.post(&format!("{taken}/take"), &[("slot", &app.in_hours(48).to_string())]).await;
    let session = session.location().to_owned();
    assert_eq!(mei.browser.post(&format!("{taken}/wait"), &[]).await.status, 303);
    let open = asks(&mut tara, app.in_hours(72)).await;
    let week = [("zone", "Asia/Tokyo"), ("hour", "2-20")];
    assert_eq!(luis.browser.post("/pair/times", &week).await.status, 303);
    let wish = [("company", "Kyubi House"), ("languages", "either")];
    assert_eq!(luis.browser.post("/pair/queue", &wish).await.status, 303);
    let before = app.letters().await.len();

    merges(&app, "kyubi-house", "qb-house").await.unwrap();
    let mut letters = app.letters().await;
    letters.truncate(letters.len() - before);
    assert_eq!(letters.len(), 2, "the two of the hour have a new invitation at once");
    for who in [&haruka, &ken] {
        let calendar = to(&letters, who)[0].calendar.clone().expect("an invitation").text.replace("\r\n ", "");
        assert!(calendar.contains("SEQUENCE:1") && calendar.contains("QB House"), "{calendar}");
        assert!(!calendar.contains("Kyubi"), "{calendar}");
    }
    for (who, path) in [(&mut haruka, &session), (&mut ken, &session), (&mut mei, &taken), (&mut tara, &open)] {
        assert_eq!(heard(who).await, 1, "{}", who.handle);
        assert!(who.browser.get("/inbox").await.has(&format!("href=\"{path}\"")), "{}", who.handle);
        let page = who.browser.get(path).await;
        assert!(page.has("/companies/qb-house") && !page.has("Kyubi"), "{path}");
    }
    assert_eq!((heard(&mut luis).await, heard(&mut nils).await), (1, 0));
    assert!(luis.browser.get("/pair/queue").await.has("value=\"QB House\""));
    let services = app.browser().get("/pair/asks?industry=services").await;
    assert!(services.has(&open) && services.has("QB House"), "in the list of the other's industry: {}", services.text);

    // Told again, as after a crash: nobody hears it twice.
    let before = app.letters().await.len();
    crate::pairing::jobs::merged(&app.app, &Merged { from: double, into: kept }).await.unwrap();
    assert_eq!((heard(&mut haruka).await, heard(&mut tara).await), (1, 1));
    // Who has read the inbox gets no letter about it.
    assert_eq!(mei.browser.post("/inbox/read", &[]).await.status, 303);
    app.pass(6 * MINUTE);
    let mut letters = app.letters().await;
    letters.truncate(letters.len() - before);
    assert_eq!((to(&letters, &haruka).len(), to(&letters, &ken).len(), to(&letters, &mei).len()), (0, 0, 0));
    for who in [&tara, &luis] {
        assert!(to(&letters, who)[0].subject.contains(SAID), "{}", who.handle);
    }
});

crate::both_engines!(what_was_to_follow_the_hour_still_does, |app| {
    company(&app, "QB House").await;
    company(&app, "Kyubi House").await;
    let (mut haruka, mut ken) = (app.member("haruka").await, app.member("ken").await);
    let ask = asks(&mut haruka, app.in_hours(48)).await;
    let slot = app.in_hours(48).to_string();
    assert_eq!(ken.browser.post(&format!("{ask}/take"), &[("slot", &slot)]).await.status, 303);
    merges(&app, "kyubi-house", "qb-house").await.unwrap();
    let before = app.letters().await.len();
    app.pass(47 * HOUR);
    let mut letters = app.letters().await;
    letters.truncate(letters.len() - before);
    let soon = to(&letters, &ken);
    assert!(soon.len() == 1 && soon[0].text.contains("QB House"), "one reminder of what is near: {}", soon.len());
});

crate::both_engines!(traces_and_readers_follow_to_the_company_that_stands, |app| {
    let mut mei = app.member("mei").await;
    for n in 0..23 {
        app.published(mei.id, &format!("Haircut {n}"), crate::base::words::Lang::En).await;
    }
    named(&app, "qb-house", "QB House").await;
    let draft = app.drafted(mei.id, "Not yet", crate::base::words::Lang::En).await;
    company(&app, "Short Cuts").await;
    let mut guest = app.browser();
    assert!(guest.get("/companies/short-cuts").await.has("Nobody has traced this company yet"));
    assert!(guest.get("/companies/qb-house").await.has("23 traces"));
    merges(&app, "qb-house", "short-cuts").await.unwrap();
    app.letters().await;
    assert!(guest.get("/companies/short-cuts").await.has("23 traces"), "also for who has just read the old page");
    for (path, to) in [
        ("/companies/qb-house?lang=ja", "/companies/short-cuts?lang=ja"),
        ("/companies/qb-house.atom", "/companies/short-cuts.atom"),
    ] {
        let answer = guest.get(path).await;
        assert_eq!((answer.status.as_u16(), answer.location()), (301, to));
    }
    for name in ["short cuts", "qb house"] {
        let found = guest.get(&format!("/search?q={}", name.replace(' ', "+"))).await;
        assert!(found.has("Haircut") && found.has("rel=\"next\""), "more than a page is found by {name}");
    }
    let (standing,): (CompanyId,) = crate::sql!("select company_id from traces where id = $1")
        .bind(draft)
        .one(&mut app.app.db.read().await.unwrap())
        .await
        .unwrap();
    let short = companies::id_at(&mut app.app.db.read().await.unwrap(), "short-cuts").await.unwrap();
    assert_eq!(Some(standing), short, "a draft too");
    assert!(!guest.get("/companies").await.has("/companies/qb-house"));
    let line = [("company", "QB House"), ("who", "people in a hurry")];
    let begun = mei.browser.post("/traces/new", &line).await;
    assert_eq!(begun.status, 303);
    assert!(mei.browser.get(begun.location()).await.has("Short Cuts"), "what is begun by the old name");
});

crate::both_engines!(the_operator_and_organizers_merge_and_nobody_else, |app| {
    company(&app, "QB House").await;
    company(&app, "Kyubi House").await;
    let (mut sora, mut ken) = (app.organizer("sora").await, app.member("ken").await);
    assert!(merges(&app, "nowhere", "qb-house").await.unwrap_err().contains("no company has the address nowhere"));
    assert!(merges(&app, "qb-house", "qb-house").await.is_err());
    assert!(!ken.browser.get("/companies/kyubi-house").await.has("/merge"));
    let into = [("into", "qb house")];
    assert_eq!(ken.browser.post("/companies/kyubi-house/merge", &into).await.status, 403);
    assert_eq!(app.browser().post("/companies/kyubi-house/merge", &into).await.status, 401);
    assert!(sora.browser.get("/companies/kyubi-house").await.has("action=\"/companies/kyubi-house/merge\""));
    for (typed, why) in [("Nobody <Inc>", "not in the directory"), ("Kyubi House", "itself"), ("", "nothing")] {
        let wrong = sora.browser.post("/companies/kyubi-house/merge", &[("into", typed)]).await;
        let kept = typed.replace('<', "&lt;").replace('>', "&gt;");
        assert!(wrong.status == 422 && wrong.has("id=\"into-error\""), "{why}: {}", wrong.status);
        assert!(wrong.text.replace("&#60;", "&lt;").contains(&format!("value=\"{kept}\"")), "{}", wrong.text);
    }
    let done = sora.browser.post("/companies/kyubi-house/merge", &into).await;
    assert_eq!((done.status.as_u16(), done.location()), (303, "/companies/qb-house"));
    assert_eq!(sora.browser.post("/companies/kyubi-house/merge", &into).await.status, 404, "it is gone");
    assert!(merges(&app, "kyubi-house", "qb-house").await.unwrap_err().contains("merged already"));
});
