//! Meeting a former partner again.

use super::*;
use crate::base::time::HOUR;
use crate::pairing::model::SessionId;

/// An hour that both came to.
async fn held(app: &TestApp, haruka: &mut Actor, ken: &mut Actor) -> SessionId {
    let id = app.booked([haruka.id, ken.id], app.in_hours(2)).await;
    app.pass(2 * HOUR);
    for who in [&mut *haruka, &mut *ken] {
        assert_eq!(who.browser.post(&format!("/pair/sessions/{id}/check-in"), &[]).await.status, 303);
    }
    app.pass(HOUR);
    app.letters().await;
    id
}

crate::both_engines!(meeting_again_is_one_step_and_seen_by_the_partner_alone, |app| {
    let (mut haruka, mut ken) = (app.member("haruka").await, app.member("ken").await);
    let mut mei = app.member("mei").await;
    let session = held(&app, &mut haruka, &mut ken).await;
    let week = [("zone", ZONE), ("hour", "2-20"), ("hour", "4-20"), ("hour", "6-20")];
    assert_eq!(haruka.browser.post("/pair/times", &week).await.status, 303);
    assert!(haruka.browser.get(&format!("/pair/sessions/{session}")).await.has("Meet again"));
    let answer = haruka.browser.post(&format!("/pair/sessions/{session}/again"), &[]).await;
    assert_eq!(answer.status, 303, "{}", answer.text);
    let path = answer.location().split('?').next().unwrap().to_owned();
    let page = ken.browser.get(&path).await;
    assert!(page.has("Who pays for ten minutes") && page.has("20:00–21:00") && page.has("/take"));
    assert!(ken.browser.get("/inbox").await.has("haruka the tester would like to meet you again"));
    assert!(ken.browser.get("/pair").await.has("haruka the tester would like to meet you again: take a time."));
    assert_eq!((mei.browser.get(&path).await.status, app.browser().get(&path).await.status).0, 404);
    assert_eq!(app.browser().get(&path).await.status, 404);
    for list in ["/pair", "/pair/asks", "/pair/asks?discipline=marketing", "/pair/asks?kind=company", "/pair/asks.atom"]
    {
        assert!(!mei.browser.get(list).await.has("Who pays for ten minutes"), "{list}");
    }
    let slot = page.text.split("name=\"slot\" value=\"").nth(1).unwrap().split('"').next().unwrap().parse().unwrap();
    let id = path.rsplit('/').next().unwrap().parse().unwrap();
    assert_eq!(takes(&mut mei, id, slot).await.status, 404);
    took(&mut ken, id, slot).await;
    assert!(haruka.browser.get("/inbox").await.has("ken the tester took your ask"));
});

crate::both_engines!(without_marked_times_the_form_asks_for_them, |app| {
    let (mut haruka, mut ken) = (app.member("haruka").await, app.member("ken").await);
    let session = held(&app, &mut haruka, &mut ken).await;
    let answer = haruka.browser.post(&format!("/pair/sessions/{session}/again"), &[]).await;
    assert_eq!(answer.location(), format!("/pair/asks/new?again={session}"));
    let form = haruka.browser.get(answer.location()).await;
    assert!(form.has("Offer ken the tester some times") && form.has("value=\"Who pays for ten minutes\""));
    assert!(!form.has("name=\"discipline\""), "one is asked, whatever their desk");
    let again = session.to_string();
    let wrong = posts(&mut haruka, &[], &[("again", again.as_str())]).await;
    assert!(wrong.status == 422 && wrong.has(&format!("name=\"again\" value=\"{again}\"")));
    let id = asks(&mut haruka, &[app.in_hours(48)], &[("again", again.as_str())]).await;
    took(&mut ken, id, app.in_hours(48)).await;
});

crate::both_engines!(only_a_held_hour_of_one_s_own_leads_to_another, |app| {
    let (mut haruka, mut ken) = (app.member("haruka").await, app.member("ken").await);
    let mut mei = app.member("mei").await;
    let ahead = app.booked([haruka.id, ken.id], app.in_hours(240)).await;
    assert_eq!(haruka.browser.post(&format!("/pair/sessions/{ahead}/again"), &[]).await.status, 404);
    let session = held(&app, &mut haruka, &mut ken).await;
    assert_eq!(mei.browser.post(&format!("/pair/sessions/{session}/again"), &[]).await.status, 404);
    assert_eq!(mei.browser.get(&format!("/pair/asks/new?again={session}")).await.status, 404);
    blocks(&app, &ken, &haruka).await;
    let again = session.to_string();
    let refused = posts(&mut haruka, &[app.in_hours(48)], &[("again", again.as_str())]).await;
    assert_eq!(refused.status, 403, "{}", refused.text);
    assert!(!haruka.browser.get(&format!("/pair/sessions/{session}")).await.has("Meet again"));
});
