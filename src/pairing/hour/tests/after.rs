//! Feedback, thanks, reports; what is shown on profiles.

use super::*;

const GOOD: [(&str, &str); 4] =
    [("helped", "much"), ("again", "yes"), ("takeaway", "Ask who pays"), ("thanks", "You made me look again")];

crate::both_engines!(feedback_is_given_once_and_only_after_the_hour, |app| {
    let (mut haruka, mut ken, id) = two(&app).await;
    assert_eq!(post(&mut haruka, id, "feedback", &GOOD).await, 409);
    hold(&app, &mut haruka, &mut ken, id).await;
    let wrong = [("helped", "very"), ("again", ""), ("takeaway", "kept"), ("thanks", "kept too")];
    let page = haruka.browser.post(&format!("/pair/sessions/{id}/feedback"), &wrong).await;
    assert_eq!(page.status, 422);
    assert!(page.has("kept</textarea>") && page.has("value=\"kept too\""), "nothing typed is lost");
    assert!(page.has("id=\"helped-error\"") && page.has("id=\"again-error\""));
    assert_eq!(post(&mut haruka, id, "feedback", &GOOD).await, 303);
    assert_eq!(post(&mut haruka, id, "feedback", &GOOD).await, 409);
    assert_eq!(post(&mut app.member("stranger").await, id, "feedback", &GOOD).await, 404);
});

crate::both_engines!(nobody_reads_feedback_but_its_writer, |app| {
    let (mut haruka, mut ken, id) = two(&app).await;
    hold(&app, &mut haruka, &mut ken, id).await;
    assert_eq!(post(&mut haruka, id, "feedback", &GOOD).await, 303);
    let path = format!("/pair/sessions/{id}");
    assert!(haruka.browser.get(&path).await.has("Ask who pays"));
    assert!(haruka.browser.get("/pair/takeaways").await.has("Ask who pays"));
    let seen = ken.browser.get(&path).await;
    assert!(seen.has("You made me look again"), "thanks are public");
    assert!(!seen.has("Ask who pays") && !seen.has("Your answers"));
    assert!(!ken.browser.get("/pair/takeaways").await.has("Ask who pays"));
    assert!(!ken.browser.get("/inbox").await.has("would like to meet you"), "a yes is not told before it is mutual");
    let mut sora = app.organizer("sora").await;
    assert_eq!(sora.browser.get(&path).await.status, 404);
    assert!(!sora.browser.get("/pair/takeaways").await.has("Ask who pays"));
    assert_eq!(app.browser().get("/pair/takeaways").await.status, 303);
    assert_eq!(post(&mut ken, id, "feedback", &[("helped", "some"), ("again", "yes")]).await, 303);
    for actor in [&mut haruka, &mut ken] {
        assert!(actor.browser.get("/inbox").await.has("would like to meet you, and you them"));
    }
});

crate::both_engines!(a_no_tells_nobody_anything, |app| {
    let (mut haruka, mut ken, id) = two(&app).await;
    hold(&app, &mut haruka, &mut ken, id).await;
    post(&mut haruka, id, "feedback", &[("helped", "some"), ("again", "yes")]).await;
    post(&mut ken, id, "feedback", &[("helped", "little"), ("again", "no")]).await;
    for actor in [&mut haruka, &mut ken] {
        assert!(!actor.browser.get("/inbox").await.has("would like to meet"));
    }
    assert_eq!(app.organizer("sora").await.browser.get("/pair/reports").await.text.matches("report-").count(), 0);
});

crate::both_engines!(a_report_reaches_every_organizer_and_nobody_else, |app| {
    let (mut haruka, mut ken, id) = two(&app).await;
    let (mut sora, mut aoi) = (app.organizer("sora").await, app.organizer("aoi").await);
    let empty = haruka.browser.post(&format!("/pair/sessions/{id}/report"), &[("report", " ")]).await;
    assert!(empty.status == 422 && empty.has("id=\"report-error\""));
    let reason = [("report", "Asked for my address\n<script>")];
    assert_eq!(post(&mut haruka, id, "report", &reason).await, 303, "any time from booking on");
    for organizer in [&mut sora, &mut aoi] {
        assert!(organizer.browser.get("/inbox").await.has("haruka the tester reported a session"));
        let page = organizer.browser.get("/pair/reports").await;
        assert!(page.has("Asked for my address") && page.has("&lt;script&gt;") && page.has("ken the tester"));
    }
    assert_eq!(ken.browser.get("/pair/reports").await.status, 404);
    assert_eq!(app.browser().get("/pair/reports").await.status, 404);
    assert!(!ken.browser.get("/inbox").await.has("reported"));
    let (report,): (i64,) =
        crate::sql!("select id from pair_reports").one(&mut app.app.db.read().await.unwrap()).await.unwrap();
    let close = format!("/pair/reports/{report}/close");
    assert_eq!(ken.browser.post(&close, &[]).await.status, 404);
    assert_eq!(sora.browser.post(&close, &[]).await.status, 303);
    assert_eq!(aoi.browser.post(&close, &[]).await.status, 404, "closed already");
    assert!(aoi.browser.get("/pair/reports").await.has("No open report"));
    let (by,): (crate::members::model::MemberId,) =
        crate::sql!("select closed_by from pair_reports").one(&mut app.app.db.read().await.unwrap()).await.unwrap();
    assert_eq!(by, sora.id);
});

crate::both_engines!(an_organizer_does_not_read_a_report_about_themselves, |app| {
    let (mut haruka, mut sora) = (app.member("haruka").await, app.organizer("sora").await);
    let id = app.booked([haruka.id, sora.id], app.in_hours(72)).await;
    hold(&app, &mut haruka, &mut sora, id).await;
    let low = [("helped", "little"), ("again", "no"), ("report", "Left after ten minutes")];
    assert_eq!(post(&mut haruka, id, "feedback", &low).await, 303);
    assert!(!sora.browser.get("/pair/reports").await.has("ten minutes"));
    assert!(!sora.browser.get("/inbox").await.has("reported"));
    assert!(app.organizer("aoi").await.browser.get("/pair/reports").await.has("Left after ten minutes"));
});

crate::both_engines!(a_report_may_block_too, |app| {
    let (mut haruka, mut ken, id) = two(&app).await;
    assert_eq!(post(&mut haruka, id, "report", &[("report", "Insults"), ("block", "yes")]).await, 303);
    app.letters().await;
    let page = ken.browser.get(&format!("/pair/sessions/{id}")).await;
    assert!(page.has("This session cannot take place"), "and what they had booked is called off");
});

crate::both_engines!(of_two_who_wish_to_meet_again_at_once_both_hear_of_it, |app| {
    let (mut haruka, mut ken, id) = two(&app).await;
    hold(&app, &mut haruka, &mut ken, id).await;
    let yes = [("helped", "much"), ("again", "yes")];
    tokio::join!(post(&mut haruka, id, "feedback", &yes), post(&mut ken, id, "feedback", &yes));
    for actor in [&mut haruka, &mut ken] {
        assert!(actor.browser.get("/inbox").await.has("would like to meet you, and you them"));
    }
});

crate::both_engines!(a_held_session_is_on_both_profiles_unless_hidden, |app| {
    let (mut haruka, mut ken, id) = two(&app).await;
    let mut guest = app.browser();
    assert!(!guest.get("/members/haruka").await.has("Held sessions"));
    hold(&app, &mut haruka, &mut ken, id).await;
    post(&mut haruka, id, "feedback", &GOOD).await;
    assert!(guest.get("/members/haruka").await.has("With ken the tester"), "a page kept for guests is made anew");
    let page = guest.get("/members/ken").await;
    assert!(page.has("With haruka the tester") && page.has("Who pays for ten minutes") && page.has("26 Nov 2026"));
    assert!(page.has("You made me look again"));
    assert_eq!(post(&mut haruka, id, "hide", &[("hidden", "yes")]).await, 303);
    assert!(!guest.get("/members/haruka").await.has("Held sessions"));
    let page = guest.get("/members/ken").await;
    assert!(page.has("With a member") && !page.has("haruka") && !page.has("You made me look again"));
    assert_eq!(post(&mut haruka, id, "hide", &[("hidden", "no")]).await, 303);
    assert!(guest.get("/members/haruka").await.has("With ken the tester"));
    crate::members::actions::remove(&app.app, haruka.id).await.unwrap();
    let page = guest.get("/members/ken").await;
    assert!(page.has("With someone who has left") && !page.has("haruka"));
});

crate::both_engines!(a_yes_counts_among_those_one_can_name_and_a_second_answer_is_shown_to_be_copied, |app| {
    let (mut haruka, mut ken, id) = two(&app).await;
    hold(&app, &mut haruka, &mut ken, id).await;
    let mut names = Vec::new();
    for n in 0..crate::pairing::interests::MOST {
        let other = app.member(&format!("member-{n}")).await;
        let mut tx = app.app.db.write().await.unwrap();
        crate::pairing::interests::store::add(&mut tx, haruka.id, other.id, app.app.now()).await.unwrap();
        app.app.commit(tx).await.unwrap();
        names.push(other.id);
    }
    let path = format!("/pair/sessions/{id}/feedback");
    let full = haruka.browser.post(&path, &GOOD).await;
    assert!(full.status == 422 && full.has("id=\"again-error\"") && full.has("Ask who pays</textarea>"));
    haruka.browser.post(&format!("/pair/interests/{}/end", names[0]), &[]).await;
    assert_eq!(haruka.browser.post(&path, &GOOD).await.status, 303);
    let second = [("helped", "some"), ("again", "no"), ("takeaway", "What came to me later"), ("thanks", "")];
    let late = haruka.browser.post(&path, &second).await;
    assert!(late.status == 409 && late.has("<dd class=\"lines\">What came to me later</dd>"));
});
