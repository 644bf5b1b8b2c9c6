//! What stays of a room that has ended.

use super::{act, at, end, look, row, together, work, write, written};
use crate::base::time::{MINUTE, SECOND};
use crate::members::actions::block;
use crate::pairing::model::SessionId;
use crate::pairing::room::ending::Outcome;
use crate::pairing::room::hour_store::blind;
use crate::pairing::room::live;
use crate::pairing::room::store::{clients, log};
use crate::testing::TestApp;
use crate::traces::model::part::PartKey;

/// Pieces of the log, clients, answers written unseen.
async fn left(app: &TestApp, id: SessionId) -> (usize, usize, usize) {
    let mut conn = app.app.db.read().await.unwrap();
    let pieces = log(&mut conn, id).await.unwrap().len();
    (pieces, clients(&mut conn, id).await.unwrap().len(), blind(&mut conn, id).await.unwrap().len())
}

crate::both_engines!(of_what_both_dropped_no_word_stays, |app| {
    let (mut haruka, mut ken, id) = together(&app, 6).await;
    assert_eq!(act(&mut haruka, id, "blind", &[("answer", "Not worth it, unseen.")]).await.status, 303);
    at(&app, id, 56).await;
    work(&app).await;
    write(&app, id, ken.id, "value", "Not worth it.").await;
    for who in [&mut haruka, &mut ken] {
        assert_eq!(end(who, id, "drop", "").await.status, 303);
    }
    app.pass(30 * SECOND);
    work(&app).await;
    assert!(left(&app, id).await.0 > 0, "what is on its way has time to arrive");
    app.pass(MINUTE);
    work(&app).await;
    assert_eq!(left(&app, id).await, (0, 0, 0));
    let beside = app.beside().await;
    assert_eq!(live::text(&beside.app, id).await.unwrap().parts.len(), 0, "nor for another process");
    for who in [&mut haruka, &mut ken] {
        let page = look(who, id).await;
        assert!(page.status == 200 && page.has("You both dropped it") && !page.has("Not worth it"));
    }
    app.pass(MINUTE);
    work(&app).await;
    assert_eq!(row(&app, id).await.outcome, Outcome::Dropped, "looked at again, it is the same");
});

crate::both_engines!(of_what_has_ended_otherwise_one_piece_stays_and_is_shown, |app| {
    let (mut haruka, ken, id) = together(&app, 56).await;
    for piece in 0..5 {
        write(&app, id, haruka.id, "task", &format!("piece {piece}. ")).await;
    }
    at(&app, id, 61).await;
    work(&app).await;
    block(&app.visit(Some(&haruka)).await, ken.id).await.unwrap();
    at(&app, id, 76).await;
    work(&app).await;
    app.pass(2 * MINUTE);
    work(&app).await;
    assert_eq!(row(&app, id).await.outcome, Outcome::Apart);
    let (pieces, clients, _) = left(&app, id).await;
    assert!(pieces == 1 && clients > 0, "{pieces}");
    assert!(look(&mut haruka, id).await.has("piece 4."));
    let whole = written(&app, id).await.parts[&PartKey::Task].body.clone();
    let beside = app.beside().await;
    assert_eq!(live::text(&beside.app, id).await.unwrap().parts[&PartKey::Task].body, whole);
});
