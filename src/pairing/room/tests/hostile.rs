//! What a hostile client sends ends its own connection, and neither the room nor the program.

use std::time::Duration;

use yrs::sync::{Message as Y, SyncMessage};
use yrs::updates::encoder::Encode as _;
use yrs::{ReadTxn as _, StateVector, Transact as _};

use super::*;
use crate::pairing::room::live;
use crate::pairing::room::text::{LARGEST_MESSAGE, LARGEST_TEXT};
use crate::testing::tab::edit;
use crate::traces::model::part::PartKey;

/// The other goes on as if nothing had happened.
async fn goes_on(ken: &mut Tab, words: &str) {
    ken.write("model", 0, words).await;
    ken.until("saved", Tab::is_saved).await;
    assert!(ken.text("model").starts_with(words) && ken.closed.is_none());
}

crate::both_engines!(messages_that_are_none_end_their_connection, |app| {
    let hour = Hour::of(&app).await;
    let mut ken = hour.ken(&app).await;
    let far = [&[0, 2, 14, 1, 1][..], &[7], &[0xff, 0xff, 0xff, 0xff, 0x0f], &[4, 1, 1, b't', 1, b'x', 0]].concat();
    let bomb = vec![0, 2, 5, 0xff, 0xff, 0xff, 0xff, 0x0f];
    for message in
        [vec![0xff; 40], vec![0], vec![0, 9, 0], vec![1, 3, 9, 9, 9], vec![0, 0, 4, 0xff, 0xff, 0xff, 0x7f], far, bomb]
    {
        let mut mei = hour.mei(&app).await;
        mei.send(message.clone()).await;
        assert_eq!(mei.end().await, 4400, "{message:?}");
    }
    let mut mei = hour.mei(&app).await;
    mei.send_text("hello").await;
    assert_eq!(mei.end().await, 1003);
    goes_on(&mut ken, "still here").await;
});

crate::both_engines!(a_message_of_ten_megabytes_ends_its_connection, |app| {
    let hour = Hour::of(&app).await;
    let (mut mei, mut ken) = (hour.mei(&app).await, hour.ken(&app).await);
    mei.send(vec![0; 10 * 1024 * 1024]).await;
    // The line may break before the reason is read: what is left unread is cut off.
    assert!([1009, 1006].contains(&mei.end().await), "{:?}", mei.closed);
    let mut just = hour.mei(&app).await;
    just.send([&[100][..], &vec![0; LARGEST_MESSAGE - 1]].concat()).await;
    just.during(Duration::from_millis(200)).await;
    assert!(just.closed.is_none(), "as large as one may be");
    just.send([&[100][..], &vec![0; LARGEST_MESSAGE]].concat()).await;
    assert!([1009, 1006].contains(&just.end().await));
    goes_on(&mut ken, "still here").await;
});

crate::both_engines!(a_flood_of_tiny_messages_ends_its_connection, |app| {
    let hour = Hour::of(&app).await;
    let (mut mei, mut ken) = (hour.mei(&app).await, hour.ken(&app).await);
    for _ in 0..4_000 {
        mei.send(vec![3]).await;
    }
    assert!([4429, 1006].contains(&mei.end().await), "{:?}", mei.closed);
    goes_on(&mut ken, "still here").await;
});

crate::both_engines!(an_update_with_a_gap_ends_its_connection_and_nothing_waits_for_it, |app| {
    let hour = Hour::of(&app).await;
    let (mut mei, mut ken) = (hour.mei(&app).await, hour.ken(&app).await);
    let _lost = mei.edit("task", 0, 0, "one ");
    let second = mei.edit("task", 4, 0, "two");
    mei.update(second).await;
    assert_eq!(mei.end().await, 4410);
    let mut mei = Tab::enter(&hour.way(&app, &hour.mei), mei.cut()).await;
    mei.until("saved", Tab::is_saved).await;
    ken.until("both pieces", |tab| tab.text("task") == "one two").await;
});

crate::both_engines!(a_number_of_the_others_is_refused, |app| {
    let hour = Hour::of(&app).await;
    let (mut mei, mut ken) = (hour.mei(&app).await, hour.ken(&app).await);
    ken.write("task", 0, "mine").await;
    mei.until("his words", |tab| tab.text("task") == "mine").await;
    // She writes on under his number.
    let forged = document(202);
    let all = ken.doc.transact().encode_diff_v1(&StateVector::default());
    forged.transact_mut().apply_update(yrs::updates::decoder::Decode::decode_v1(&all).unwrap()).unwrap();
    mei.update(edit(&forged, "task", 4, 0, " and I said so")).await;
    assert_eq!(mei.end().await, 4409);
    goes_on(&mut ken, "still here").await;
    assert_eq!(live::text(&app.app, hour.session).await.unwrap().parts[&PartKey::Task].body, "mine");
    // A number that he has only shown so far is his too.
    let mut his = Tab::enter(&hour.way(&app, &hour.ken), document(203)).await;
    his.send(presence(203, 1, r#"{"at":1}"#)).await;
    his.until("heard", |tab| tab.presence.contains_key(&203)).await;
    let mut mei = hour.mei(&app).await;
    mei.update(edit(&document(203), "task", 0, 0, "as him")).await;
    assert_eq!(mei.end().await, 4409);
});

crate::both_engines!(a_number_that_two_tabs_write_under_ends_the_one_that_came_first, |app| {
    let hour = Hour::of(&app).await;
    let mut ken = hour.ken(&app).await;
    let way = hour.way(&app, &hour.mei);
    let mut first = Tab::enter(&way, document(101)).await;
    first.send(presence(101, 1, r#"{"at":1}"#)).await;
    ken.until("where she is", |tab| tab.presence.contains_key(&101)).await;
    // A line that broke unnoticed: she comes again under the same number, and is believed at once.
    let mut second = Tab::enter(&way, document(101)).await;
    second.send(presence(101, 2, r#"{"at":2}"#)).await;
    ken.until("where she is now", |tab| tab.presence[&101] == r#"{"at":2}"#).await;
    second.write("task", 0, "from the second").await;
    second.until("saved", Tab::is_saved).await;
    first.write("task", 0, "from the first, as if nothing had been").await;
    assert_eq!(first.end().await, 4409);
    ken.during(Duration::from_millis(200)).await;
    assert_eq!((ken.text("task").as_str(), &ken.presence[&101]), ("from the second", &r#"{"at":2}"#.to_owned()));
    assert!(second.closed.is_none());
});

/// What one may owe who wrote for an hour and a half without a connection, here and there, three strokes a
/// second and some pastes, comes in at once.
#[tokio::test]
async fn a_long_time_without_a_connection_comes_in_as_one_message() {
    use rand::{RngExt as _, SeedableRng as _};
    let app = TestApp::start(crate::testing::Engine::Sqlite).await;
    let hour = Hour::of(&app).await;
    let mut ken = hour.ken(&app).await;
    let offline = document(101);
    let mut random = rand::rngs::StdRng::seed_from_u64(5);
    let mut length = 0_u32;
    for stroke in 0..16_200 {
        let at = random.random_range(0..=length);
        if stroke % 4 == 3 && at < length {
            edit(&offline, "task", at, 1, "");
            length -= 1;
        } else {
            edit(&offline, "task", at, 0, "字");
            length += 1;
        }
    }
    edit(&offline, "value", 0, 0, &"貼り付け".repeat(55_000));
    let owed = offline.transact().encode_diff_v1(&StateVector::default()).len();
    assert!((LARGEST_MESSAGE / 2..LARGEST_MESSAGE).contains(&owed), "{owed}");
    let mut mei = Tab::enter(&hour.way(&app, &hour.mei), offline).await;
    mei.until("saved", Tab::is_saved).await;
    ken.until("all of it", |tab| tab.text("task") == mei.text("task") && tab.text("value") == mei.text("value")).await;
    goes_on(&mut ken, "and on").await;
}

crate::both_engines!(what_a_crash_lost_comes_back_through_the_other, |app| {
    let hour = Hour::of(&app).await;
    let (mei, mut ken) = (hour.mei(&app).await, hour.ken(&app).await);
    ken.write("task", 0, "durable").await;
    ken.until("saved", Tab::is_saved).await;
    // Hers reached him, and then the server was gone, with the last moment of the log.
    let _gone = mei.cut();
    let hers = document(101);
    let lost = edit(&hers, "value", 0, 0, "lost and found");
    let doc = ken.cut();
    doc.transact_mut().apply_update(yrs::updates::decoder::Decode::decode_v1(&lost).unwrap()).unwrap();
    let mut ken = Tab::enter(&hour.way(&app, &hour.ken), doc).await;
    ken.until("saved", Tab::is_saved).await;
    assert_eq!(live::text(&app.app, hour.session).await.unwrap().parts[&PartKey::Value].body, "lost and found");
    let tally = live::credits(&app.app, hour.session).await.unwrap();
    assert!(tally.iter().all(|one| one.member == hour.ken.id), "credited to who brought it");
});

/// One entry of awareness, as a client writes it.
fn presence(client: u8, clock: u8, state: &str) -> Vec<u8> {
    let mut entry = vec![1];
    if client >= 128 {
        entry.extend([client & 0x7f | 0x80, 1]);
    } else {
        entry.push(client);
    }
    entry.extend([clock, u8::try_from(state.len()).unwrap()]);
    entry.extend(state.as_bytes());
    [&[1, u8::try_from(entry.len()).unwrap()][..], &entry].concat()
}

crate::both_engines!(awareness_that_names_someone_else_is_passed_over, |app| {
    let hour = Hour::of(&app).await;
    let (mut mei, mut ken) = (hour.mei(&app).await, hour.ken(&app).await);
    ken.send(presence(202, 1, r#"{"at":"ken"}"#)).await;
    mei.until("where he is", |tab| tab.presence.contains_key(&202)).await;
    mei.send(presence(202, 9, r#"{"at":"forged"}"#)).await;
    mei.send(presence(101, 1, r#"{"at":"mei"}"#)).await;
    ken.until("where she is", |tab| tab.presence.contains_key(&101)).await;
    assert_eq!(ken.presence[&202], r#"{"at":"ken"}"#);
    assert!(mei.closed.is_none(), "a stock client says again what it hears");
    mei.cut();
    ken.until("she is gone", |tab| tab.presence[&101] == "null").await;
});

crate::both_engines!(a_text_that_is_full_takes_no_more_and_keeps_what_it_has, |app| {
    let hour = Hour::of(&app).await;
    let (mut mei, mut ken) = (hour.mei(&app).await, hour.ken(&app).await);
    ken.write("task", 0, "his words").await;
    let piece = "x".repeat(LARGEST_TEXT / 8);
    for at in 0..LARGEST_TEXT / piece.len() + 1 {
        mei.write("value", u32::try_from(at * piece.len()).unwrap(), &piece).await;
        // As fast as one may.
        mei.during(Duration::from_millis(20)).await;
    }
    mei.until("told", |tab| tab.lines.iter().any(|line| line["what"] == "full")).await;
    assert!(!mei.is_saved());
    // Deleting makes room, for her and for everyone; hers is asked for then.
    goes_on(&mut ken, "s").await;
    let kept = live::text(&app.app, hour.session).await.unwrap().parts;
    assert_eq!(kept[&PartKey::Task].body, "his words");
    let grown = kept[&PartKey::Value].body.len();
    assert!((LARGEST_TEXT / 2..=LARGEST_TEXT).contains(&grown), "{grown}");
    ken.until("all of it", |tab| tab.text("value").len() == grown).await;
    let gone = ken.edit("value", 0, u32::try_from(grown).unwrap(), "");
    ken.update(gone).await;
    mei.until("saved after all", Tab::is_saved).await;
    ken.until("hers", |tab| tab.text("value") == mei.text("value")).await;
});

crate::both_engines!(trees_and_documents_are_refused, |app| {
    use yrs::{WriteTxn as _, XmlElementPrelim, XmlFragment as _};
    let hour = Hour::of(&app).await;
    let (mut mei, mut ken) = (hour.mei(&app).await, hour.ken(&app).await);
    let update = {
        let mut txn = mei.doc.transact_mut();
        let tree = txn.get_or_insert_xml_fragment("task");
        tree.push_back(&mut txn, XmlElementPrelim::empty("p"));
        txn.encode_update_v1()
    };
    mei.say(&Y::Sync(SyncMessage::Update(update))).await;
    assert_eq!(mei.end().await, 4415);
    goes_on(&mut ken, "still here").await;
});

crate::both_engines!(one_who_claims_to_have_everything_is_answered, |app| {
    let hour = Hour::of(&app).await;
    let (mut mei, mut ken) = (hour.mei(&app).await, hour.ken(&app).await);
    ken.write("task", 0, "👩 words").await;
    ken.until("saved", Tab::is_saved).await;
    let claims = [(202, 1), (202, u32::MAX >> 1), (9, 5)];
    for (client, clock) in claims {
        let has: StateVector = [(yrs::ClientID::new(client), clock)].into_iter().collect();
        mei.synced = false;
        mei.send([&[0, 0, u8::try_from(has.encode_v1().len()).unwrap()][..], &has.encode_v1()].concat()).await;
        mei.until("an answer", |tab| tab.synced).await;
    }
    goes_on(&mut ken, "still here").await;
});
