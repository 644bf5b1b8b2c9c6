//! What both write unseen: nobody else's before the reveal, both's afterwards.

use super::{act, at, look, row, together, wish, work, written};
use crate::traces::model::part::PartKey;

const HARUKA: &str = "Where is the next petrol?";
const KEN: &str = "目立ちたい。";

crate::both_engines!(an_answer_stays_with_its_writer_until_both_are_ready, |app| {
    let (mut haruka, mut ken, id) = together(&app, 6).await;
    assert_eq!(act(&mut haruka, id, "blind", &[("answer", HARUKA)]).await.status, 303);
    assert_eq!(act(&mut ken, id, "blind", &[("answer", KEN)]).await.status, 303);
    assert!(look(&mut haruka, id).await.has(HARUKA));
    // No address of the other's, nor the text that the socket sends, says it before.
    let session = format!("/pair/sessions/{id}");
    for path in
        [&session, &format!("{session}/room"), "/pair", "/pair/sessions", "/inbox", "/settings", "/pair/takeaways"]
    {
        assert!(!ken.browser.get(path).await.has(HARUKA), "{path}");
    }
    assert!(!written(&app, id).await.parts.contains_key(&PartKey::Task));

    assert_eq!(wish(&mut haruka, id, "skip").await.status, 303);
    assert!(!look(&mut ken, id).await.has(HARUKA), "one alone opens nothing");
    assert_eq!(wish(&mut ken, id, "skip").await.status, 303);
    for who in [&mut haruka, &mut ken] {
        let page = look(who, id).await;
        assert!(page.has(HARUKA) && page.has(KEN) && page.has("Written unseen, now side by side"));
    }
    assert_eq!(written(&app, id).await.parts[&PartKey::Task].body, format!("{HARUKA}\n\n{KEN}"));
    let credits = crate::pairing::room::live::credits(&app.app, id).await.unwrap();
    let of = |member| credits.iter().find(|one| one.member == member).map(|one| one.characters);
    // A blank line between the two is the second's.
    assert_eq!((of(haruka.id), of(ken.id)), (Some(25), Some(8)));
});

crate::both_engines!(time_opens_the_answers_too_once, |app| {
    let (mut haruka, mut ken, id) = together(&app, 6).await;
    assert_eq!(act(&mut haruka, id, "blind", &[("answer", HARUKA)]).await.status, 303);
    at(&app, id, 15).await;
    assert!(look(&mut ken, id).await.has("In a moment both answers stand here"));
    assert_eq!(act(&mut ken, id, "blind", &[("answer", KEN)]).await.status, 303, "the last second still arrives");
    app.pass(3_000);
    let (one, other) = tokio::join!(look(&mut haruka, id), look(&mut ken, id));
    assert!(one.status == 200 && other.status == 200);
    work(&app).await;
    assert!(look(&mut ken, id).await.has(HARUKA) && row(&app, id).await.merged);
    assert_eq!(written(&app, id).await.parts[&PartKey::Task].body, format!("{HARUKA}\n\n{KEN}"), "once");
});

crate::both_engines!(what_comes_after_the_reveal_is_not_lost, |app| {
    let (mut haruka, _, id) = together(&app, 6).await;
    at(&app, id, 17).await;
    work(&app).await;
    let late = act(&mut haruka, id, "blind", &[("answer", HARUKA)]).await;
    assert!(late.status == 409 && late.has(HARUKA) && late.has("This came after the reveal"));
    assert!(!written(&app, id).await.parts.contains_key(&PartKey::Task));
});

crate::both_engines!(nothing_is_written_unseen_before_its_time, |app| {
    let (mut haruka, _, id) = together(&app, 1).await;
    assert_eq!(act(&mut haruka, id, "blind", &[("answer", HARUKA)]).await.status, 409);
    at(&app, id, 6).await;
    let long = "x".repeat(20_001);
    let refused = act(&mut haruka, id, "blind", &[("answer", &long)]).await;
    assert!(refused.status == 422 && refused.has(&long), "nothing typed is lost");
});
