//! The same text without scripts.

use super::{act, at, booked, look, together, value, write, written};
use crate::traces::model::part::PartKey;

crate::both_engines!(both_write_by_form_and_neither_overwrites_the_other, |app| {
    let (mut haruka, mut ken, id) = together(&app, 16).await;
    let (one, other) = (look(&mut haruka, id).await, look(&mut ken, id).await);
    let over = |page| value(page, "form[data-form=\"value\"] input[name=over]");
    let mine =
        act(&mut haruka, id, "text", &[("root", "value"), ("over", &over(&one)), ("text", "A book.\r\nA map.")]).await;
    assert_eq!(mine.status, 303);
    assert_eq!(written(&app, id).await.parts[&PartKey::Value].body, "A book.\nA map.");

    let late = act(&mut ken, id, "text", &[("root", "value"), ("over", &over(&other)), ("text", "A plan <b>")]).await;
    assert!(late.status == 409 && late.has("A plan &lt;b&gt;") && late.has("A book.\nA map."), "{}", late.text);
    let now = over(&look(&mut ken, id).await);
    let sent = [("root", "value"), ("over", now.as_str()), ("text", "A book.\r\nA map.\r\nA plan.")];
    assert_eq!(act(&mut ken, id, "text", &sent).await.status, 303);
    assert_eq!(act(&mut ken, id, "text", &sent).await.status, 303, "twice is once");
    let credits = crate::pairing::room::live::credits(&app.app, id).await.unwrap();
    let of = |member| credits.iter().find(|one| one.member == member).map(|one| one.characters);
    assert_eq!((of(haruka.id), of(ken.id)), (Some(14), Some(8)));
});

crate::both_engines!(a_part_that_is_none_is_not_found, |app| {
    let (mut haruka, _, id) = together(&app, 16).await;
    for root in ["", "chat", "sources", "lens", "shift-task.gist"] {
        assert_eq!(act(&mut haruka, id, "text", &[("root", root), ("text", "x")]).await.status, 404, "{root}");
    }
});

crate::both_engines!(what_is_said_beside_the_text_names_its_writer, |app| {
    let (mut haruka, mut ken, id) = together(&app, 16).await;
    assert_eq!(act(&mut haruka, id, "say", &[("said", "場所の本? <i>")]).await.status, 303);
    let page = look(&mut ken, id).await;
    assert!(page.has("場所の本? &lt;i&gt;") && page.has("<b>haruka the tester</b>"));
    assert_eq!(act(&mut ken, id, "say", &[("said", " ")]).await.status, 422);
    let long = "x".repeat(1_001);
    let refused = act(&mut ken, id, "say", &[("said", &long)]).await;
    assert!(refused.status == 422 && refused.has(&long), "nothing typed is lost");
});

crate::both_engines!(sources_stand_in_rows_and_go_again, |app| {
    let (mut haruka, mut ken, id) = together(&app, 16).await;
    let survey = [("key", "survey"), ("source", "Wages <2019>"), ("url", "https://example.org/s")];
    assert_eq!(act(&mut haruka, id, "sources", &survey).await.status, 303);
    assert!(look(&mut ken, id).await.has("Wages &lt;2019&gt;"));
    assert_eq!(written(&app, id).await.sources[0].url, "https://example.org/s");
    let twice = act(&mut ken, id, "sources", &survey).await;
    assert!(twice.status == 422 && twice.has("value=\"survey\""), "{}", twice.text);
    assert_eq!(act(&mut ken, id, "sources", &[("key", "No key"), ("source", "x")]).await.status, 422);
    assert_eq!(act(&mut ken, id, "sources/remove", &[("key", "survey")]).await.status, 303);
    assert!(written(&app, id).await.sources.is_empty());
});

crate::both_engines!(one_who_has_not_come_in_writes_nothing, |app| {
    let (mut haruka, mut ken, id) = booked(&app).await;
    at(&app, id, 0).await;
    assert_eq!(act(&mut haruka, id, "enter", &[]).await.status, 303);
    for (what, fields) in [
        ("text", [("root", "task"), ("text", "x")]),
        ("clock", [("do", "skip"), ("version", "1")]),
        ("say", [("said", "x"), ("", "")]),
        ("end", [("answer", "publish"), ("", "")]),
    ] {
        assert_eq!(act(&mut ken, id, what, &fields).await.status, 409, "{what}");
    }
    write(&app, id, haruka.id, "task", "kept").await;
    assert!(look(&mut ken, id).await.has("haruka the tester is here") && !look(&mut ken, id).await.has("kept"));
});
