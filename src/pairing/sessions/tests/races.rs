//! Two who act at once: one does, the other hears, and nothing is lost or counted twice.

use super::*;

/// Two hours of Haruka's, one with Ken and one with Mei.
async fn crossing(app: &TestApp) -> ([MemberId; 3], [SessionId; 2], [Slot; 2]) {
    let people = [app.member("haruka").await.id, app.member("ken").await.id, app.member("mei").await.id];
    let slots = [app.in_hours(72), app.in_hours(96)];
    let sessions =
        [app.booked([people[0], people[1]], slots[0]).await, app.booked([people[0], people[2]], slots[1]).await];
    app.letters().await;
    (people, sessions, slots)
}

/// How many hold a member's hour that begins at `slot`.
async fn holders(app: &TestApp, member: MemberId, slot: Slot) -> Vec<(SessionId,)> {
    crate::sql!("select distinct session_id from pair_slots where member_id = $1 and slot >= $2 and slot < $2 + 4")
        .bind(member)
        .bind(slot)
        .all(&mut app.app.db.read().await.unwrap())
        .await
        .unwrap()
}

crate::both_engines!(of_a_move_and_a_cancellation_at_once_one_holds_and_its_letters_arrive, |app| {
    let (haruka, ken, id) = two(&app).await;
    app.letters().await;
    let (to, now) = (app.in_hours(80), app.app.now());
    actions::propose_move(&app.app, id, haruka.id, to, now).await.unwrap();
    let before = app.letters().await.len();
    let (cancelled, moved) = tokio::join!(
        actions::cancel(&app.app, id, haruka.id, "A fever", now),
        actions::accept_move(&app.app, id, ken.id, to, now)
    );
    let letters = app.letters().await;
    let new = &letters[..letters.len() - before];
    let word = match (&cancelled, &moved) {
        (Ok(()), Err(Error::Conflict)) => "Cancelled:",
        (Err(Error::Conflict), Ok(())) => "Moved:",
        other => panic!("{other:?}"),
    };
    assert_eq!(new.iter().filter(|letter| letter.subject.starts_with(word)).count(), 2, "both are told: {word}");
    assert_eq!(session(&app, id).await.sequence, 1);
});

crate::both_engines!(a_cancellation_of_what_has_moved_on_is_refused, |app| {
    let (haruka, ken, id) = two(&app).await;
    let seen = session(&app, id).await;
    let (to, now) = (app.in_hours(80), app.app.now());
    actions::propose_move(&app.app, id, haruka.id, to, now).await.unwrap();
    actions::accept_move(&app.app, id, ken.id, to, now).await.unwrap();
    let mut tx = app.app.db.write().await.unwrap();
    let stale = actions::call_off(&mut tx, &seen, Some(ken.id), "late", now).await;
    assert!(matches!(stale, Err(Error::Conflict)), "{stale:?}");
});

crate::both_engines!(of_a_move_and_a_booking_into_the_same_hour_one_gets_it, |app| {
    let ([haruka, ken, mei], [id, _], _) = crossing(&app).await;
    let (to, now) = (app.in_hours(120), app.app.now());
    actions::propose_move(&app.app, id, haruka, to, now).await.unwrap();
    let (moved, booked) =
        tokio::join!(actions::accept_move(&app.app, id, ken, to, now), app.try_book([haruka, mei], to));
    assert_eq!([moved.is_ok(), booked.is_ok()].iter().filter(|ok| **ok).count(), 1, "{moved:?} {booked:?}");
    assert_eq!(holders(&app, haruka, to).await.len(), 1);
    let stays = session(&app, id).await.slot;
    assert_eq!(stays, if moved.is_ok() { to } else { app.in_hours(72) });
    assert_eq!(holders(&app, ken, stays).await, [(id,)], "whoever lost keeps what they had");
});

crate::both_engines!(of_two_moves_into_the_same_hour_one_gets_it, |app| {
    let ([haruka, ken, mei], sessions, _) = crossing(&app).await;
    let (to, now) = (app.in_hours(120), app.app.now());
    for id in sessions {
        actions::propose_move(&app.app, id, haruka, to, now).await.unwrap();
    }
    let (one, other) = tokio::join!(
        actions::accept_move(&app.app, sessions[0], ken, to, now),
        actions::accept_move(&app.app, sessions[1], mei, to, now)
    );
    assert_eq!([one.is_ok(), other.is_ok()].iter().filter(|ok| **ok).count(), 1, "{one:?} {other:?}");
    assert_eq!(holders(&app, haruka, to).await.len(), 1);
});

crate::both_engines!(moves_that_cross_do_not_wait_for_each_other_for_ever, |app| {
    let ([haruka, ken, mei], sessions, _) = crossing(&app).await;
    for _ in 0..5 {
        let now = app.app.now();
        let stand = [session(&app, sessions[0]).await.slot, session(&app, sessions[1]).await.slot];
        // Each into a part of the other's hour, which is free for whoever comes once the other has left.
        let to = [Slot(stand[1].0 + 2), Slot(stand[0].0 + 2)];
        let mut tx = app.app.db.write().await.unwrap();
        for (id, slot) in sessions.into_iter().zip(to) {
            crate::pairing::sessions::store::moves::propose(
                &mut tx,
                id,
                haruka,
                slot,
                session(&app, id).await.sequence,
            )
            .await
            .unwrap();
        }
        app.app.commit(tx).await.unwrap();
        let (one, other) = tokio::join!(
            actions::accept_move(&app.app, sessions[0], ken, to[0], now),
            actions::accept_move(&app.app, sessions[1], mei, to[1], now)
        );
        for outcome in [one, other] {
            assert!(matches!(outcome, Ok(()) | Err(Error::Invalid(_) | Error::Conflict)), "{outcome:?}");
        }
    }
});

crate::both_engines!(two_bookings_at_once_do_not_pass_the_limit, |app| {
    let (haruka, ken) = (app.member("haruka").await, app.member("ken").await);
    for n in 1..=5 {
        app.booked([haruka.id, ken.id], app.in_hours(24 * n)).await;
    }
    let others = [app.member("mei").await.id, app.member("sora").await.id, app.member("taro").await.id];
    let (a, b, c) = tokio::join!(
        app.try_book([haruka.id, others[0]], app.in_hours(200)),
        app.try_book([haruka.id, others[1]], app.in_hours(210)),
        app.try_book([haruka.id, others[2]], app.in_hours(220))
    );
    let booked = [&a, &b, &c].iter().filter(|outcome| outcome.is_ok()).count();
    assert_eq!(booked, 1, "six at most: {a:?} {b:?} {c:?}");
});
