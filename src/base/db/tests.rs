//! Every statement is prepared on both engines; transactions and news behave alike.

use sqlx::{AssertSqlSafe, Executor, SqlSafeStr};

use super::*;
use crate::testing::{Engine as Which, database};

#[tokio::test]
async fn every_statement_prepares_on_both_engines() {
    let mut wrong = Vec::new();
    for which in [Which::Sqlite, Which::Postgres] {
        let (url, _files) = database(which).await;
        let db = Db::connect(&url).await.unwrap();
        db.migrate().await.unwrap();
        let mut count = 0;
        for statement in inventory::iter::<Registered> {
            count += 1;
            let text = || AssertSqlSafe(statement.text.to_owned()).into_sql_str();
            let outcome = match &db {
                Db::Sqlite { writer, .. } => writer.prepare(text()).await.map(drop),
                Db::Postgres(pool) => pool.prepare(text()).await.map(drop),
            };
            if let Err(error) = outcome {
                wrong.push(format!("{which:?} {}: {error}\n{}", statement.place, statement.text));
            }
        }
        assert!(count > 5, "the statements are collected");
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[tokio::test]
async fn sqlite_loses_nothing_that_was_committed_and_points_at_nothing_that_is_not_there() {
    let (url, _files) = database(Which::Sqlite).await;
    let db = Db::connect(&url).await.unwrap();
    db.migrate().await.unwrap();
    let Db::Sqlite { readers, writer } = &db else { panic!("another engine") };
    assert_eq!(writer.options().get_max_connections(), 1, "one writer");
    for pool in [readers, writer] {
        for (pragma, expected) in [("journal_mode", "wal"), ("synchronous", "2"), ("foreign_keys", "1")] {
            let ask = AssertSqlSafe(format!("select cast({pragma} as text) from pragma_{pragma}"));
            let (kept,): (String,) = sqlx::query_as(ask).fetch_one(pool).await.unwrap();
            assert_eq!(kept, expected, "{pragma}");
        }
    }
}

crate::both_engines!(a_dropped_transaction_leaves_nothing, |app| {
    let mut tx = app.app.db.write().await.unwrap();
    tx.tell("x");
    crate::base::queue::push(&mut tx, "k", "1", &(), app.app.now(), app.app.now()).await.unwrap();
    drop(tx);
    assert!(crate::base::queue::claim(&app.app.db, app.app.now()).await.unwrap().is_none());
});

crate::both_engines!(news_is_heard_and_makes_pages_stale, |app| {
    let hub = &app.app.hub;
    let tags = ["trace:1".to_owned()];
    let before = hub.position();
    assert!(hub.unchanged(&tags, before));
    // Another process: its commit is not told to this hub directly.
    let mut tx = app.app.db.write().await.unwrap();
    tx.tell("trace:1");
    tx.commit(app.app.now()).await.unwrap();
    for _ in 0..100 {
        if !hub.unchanged(&tags, before) {
            assert!(hub.unchanged(&["trace:2".to_owned()], before));
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }
    panic!("the news was not heard");
});

crate::both_engines!(one_cut_off_for_so_long_that_the_news_is_gone_drops_everything, |app| {
    use crate::base::hub::{Hub, prune};
    let (db, tags) = (&app.app.db, ["trace:1".to_owned()]);
    let tell = async |tag: &str| {
        let mut tx = db.write().await.unwrap();
        tx.tell(tag);
        tx.commit(app.app.now()).await.unwrap();
    };
    tell("trace:9").await;
    let cut_off = Hub::default();
    cut_off.catch_up(db).await.unwrap();
    let position = cut_off.position();
    tell("trace:1").await;
    tell("trace:2").await;
    app.pass(2 * crate::base::time::HOUR);
    prune(db, app.app.now()).await.unwrap();
    cut_off.catch_up(db).await.unwrap();
    assert!(!cut_off.unchanged(&tags, position), "the news of trace 1 was never read");
    let position = cut_off.position();
    tell("trace:3").await;
    cut_off.catch_up(db).await.unwrap();
    assert!(cut_off.unchanged(&tags, position), "and from then on news by news");
});

crate::both_engines!(a_job_is_claimed_once_and_tried_again_after_a_failure, |app| {
    use crate::base::queue::{claim, finish, push};
    let (db, now) = (&app.app.db, app.app.now());
    let mut tx = db.write().await.unwrap();
    push(&mut tx, "k", "1", &"first", now, now).await.unwrap();
    push(&mut tx, "k", "1", &"again", now, now).await.unwrap();
    tx.commit(now).await.unwrap();
    let job = claim(db, now).await.unwrap().expect("due");
    assert_eq!(job.payload::<String>().unwrap(), "first");
    assert!(claim(db, now).await.unwrap().is_none(), "claimed, and the second push did nothing");
    finish(db, &job, Err("no"), now).await.unwrap();
    assert!(claim(db, now).await.unwrap().is_none(), "not before its time");
    let later = now.plus(crate::base::time::HOUR);
    let job = claim(db, later).await.unwrap().expect("again");
    assert_eq!(job.attempts, 2);
    finish(db, &job, Ok(()), later).await.unwrap();
    assert!(claim(db, later.plus(crate::base::time::DAY)).await.unwrap().is_none());
});

crate::both_engines!(a_claim_that_expired_is_another_process_s, |app| {
    use crate::base::queue::{claim, finish, push};
    use crate::base::time::MINUTE;
    let (db, now) = (&app.app.db, app.app.now());
    let mut tx = db.write().await.unwrap();
    push(&mut tx, "k", "1", &(), now, now).await.unwrap();
    tx.commit(now).await.unwrap();
    let first = claim(db, now).await.unwrap().expect("due");
    assert!(claim(db, now.plus(5 * MINUTE - 1)).await.unwrap().is_none(), "it may still be at work");
    let second = claim(db, now.plus(5 * MINUTE)).await.unwrap().expect("it died");
    assert_eq!((second.id, second.attempts), (first.id, 2));
    finish(db, &second, Ok(()), now).await.unwrap();
    assert!(claim(db, now.plus(crate::base::time::DAY)).await.unwrap().is_none());
});

crate::both_engines!(a_job_whose_last_attempt_died_is_put_aside_and_can_be_asked_for_again, |app| {
    use crate::base::queue::{claim, push};
    use crate::base::time::MINUTE;
    let (db, mut now) = (&app.app.db, app.app.now());
    let ask = async |payload: &str, now| {
        let mut tx = db.write().await.unwrap();
        push(&mut tx, "k", "1", &payload, now, now).await.unwrap();
        tx.commit(now).await.unwrap();
    };
    ask("deadly", now).await;
    for attempt in 1..=8 {
        assert_eq!(claim(db, now).await.unwrap().expect("tried again").attempts, attempt);
        now = now.plus(5 * MINUTE);
    }
    assert!(claim(db, now).await.unwrap().is_none(), "eight times are enough");
    ask("another", now).await;
    assert_eq!(claim(db, now).await.unwrap().expect("the key is free").payload::<String>().unwrap(), "another");
});

#[test]
fn what_engines_say_when_they_cannot_be_reached() {
    for away in ["08006", "08000", "08001", "57P01", "57P03", "53300", "5", "10", "13", "14", "261", "3850"] {
        assert!(is_away(away), "{away}");
    }
    for ours in ["08P01", "23505", "42601", "22P05", "40001", "1", "19", "2067"] {
        assert!(!is_away(ours), "{ours}");
    }
}

crate::both_engines!(an_ear_hears_what_another_process_tells_in_its_order, |app| {
    let mut ear = app.app.hub.subscribe();
    for tag in ["one", "two"] {
        let mut tx = app.app.db.write().await.unwrap();
        tx.in_order().await.unwrap();
        tx.tell(tag);
        tx.commit(app.app.now()).await.unwrap();
    }
    let mut heard = Vec::new();
    while heard.len() < 2 {
        let news = tokio::time::timeout(std::time::Duration::from_secs(5), ear.hear()).await.expect("told");
        let Some(crate::base::hub::News::Tags(tags)) = news else { panic!("{news:?}") };
        heard.extend_from_slice(&tags);
    }
    assert_eq!(heard, ["one", "two"]);
});
