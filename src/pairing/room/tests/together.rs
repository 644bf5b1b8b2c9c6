//! Two write one text.

use serde_json::json;

use super::*;
use crate::pairing::room::live;
use crate::pairing::room::text::Edit;
use crate::traces::actions::writers::Writing;
use crate::traces::model::part::PartKey;

crate::both_engines!(what_one_types_the_other_reads_and_both_are_told_when_it_is_durable, |app| {
    let hour = Hour::of(&app).await;
    let (mut mei, mut ken) = (hour.mei(&app).await, hour.ken(&app).await);
    mei.write("task", 0, "職人の服").await;
    ken.until("her words", |tab| tab.text("task") == "職人の服").await;
    ken.write("task", 3, "丈夫な").await;
    mei.until("his words", |tab| tab.text("task") == "職人の丈夫な服").await;
    mei.until("saved", Tab::is_saved).await;
    ken.until("saved", Tab::is_saved).await;
    let gone = mei.edit("task", 0, 3, "");
    assert!(mei.is_saved(), "a state vector does not show a deletion");
    mei.update(gone).await;
    assert!(!mei.is_saved(), "the count does");
    mei.until("saved", Tab::is_saved).await;
    ken.until("the deletion", |tab| tab.text("task") == "丈夫な服").await;
    let written = live::text(&app.app, hour.session).await.unwrap();
    assert_eq!(written.parts[&PartKey::Task].body, "丈夫な服");
    let tally = live::credits(&app.app, hour.session).await.unwrap();
    let of = |member, characters| Writing { key: PartKey::Task, member, characters };
    assert_eq!(tally, [of(hour.mei.id, 1), of(hour.ken.id, 3)]);
});

crate::both_engines!(names_and_hands_come_from_the_servers_record, |app| {
    let hour = Hour::of(&app).await;
    let (mut mei, mut ken) = (hour.mei(&app).await, hour.ken(&app).await);
    mei.write("value", 0, "a").await;
    ken.write("value", 0, "b").await;
    let all = |tab: &Tab| tab.people["clients"] == json!({"101": 0, "202": 1});
    mei.until("both clients", all).await;
    ken.until("both clients", all).await;
    assert_eq!(mei.people["names"], json!(["mei the tester", "ken the tester"]));
    assert_eq!((&mei.people["me"], &ken.people["me"]), (&json!(0), &json!(1)));
    assert_eq!(mei.people["role"], "writer");
});

crate::both_engines!(one_who_has_written_nothing_is_known_by_the_line_they_came_on, |app| {
    let hour = Hour::of(&app).await;
    let (mut mei, mut ken) = (hour.mei(&app).await, hour.ken(&app).await);
    ken.send(here(202)).await;
    mei.until("his client", |tab| tab.people["clients"] == json!({"202": 1})).await;
    mei.send(here(202)).await;
    mei.send(here(101)).await;
    ken.until("her client, and his still his", |tab| tab.people["clients"] == json!({"101": 0, "202": 1})).await;
});

/// That a client is here: y-websocket's message 1, with one entry.
fn here(client: u64) -> Vec<u8> {
    let state = br#"{"root":"task"}"#.to_vec();
    let entry = crate::pairing::room::awareness::Entry { client, clock: 1, state };
    crate::pairing::room::protocol::awareness(&crate::pairing::room::awareness::write([&entry].into_iter())).to_vec()
}

crate::both_engines!(one_who_comes_late_or_again_finds_everything, |app| {
    let hour = Hour::of(&app).await;
    let mut mei = hour.mei(&app).await;
    mei.write("shift", 0, "before").await;
    mei.until("saved", Tab::is_saved).await;
    let ken = hour.ken(&app).await;
    assert_eq!(ken.text("shift"), "before");
    // Cut off, both write on; back again, each has both.
    let (mei, ken) = (mei.cut(), ken.cut());
    crate::testing::tab::edit(&mei, "shift", 0, 0, "mei ");
    crate::testing::tab::edit(&ken, "shift", 6, 0, " ken");
    let mut mei = Tab::enter(&hour.way(&app, &hour.mei), mei).await;
    let mut ken = Tab::enter(&hour.way(&app, &hour.ken), ken).await;
    for tab in [&mut mei, &mut ken] {
        tab.until("both", |tab| tab.text("shift") == "mei before ken" && tab.is_saved()).await;
    }
});

crate::both_engines!(what_the_server_writes_in_a_members_name_is_theirs, |app| {
    let hour = Hour::of(&app).await;
    let edit = |insert: &str| Edit { root: "task".into(), at: 0, delete: 0, insert: insert.into() };
    live::insert(&app.app, hour.session, hour.mei.id, &[edit("nobody is there. ")]).await.unwrap();
    let mut ken = hour.ken(&app).await;
    assert_eq!(ken.text("task"), "nobody is there. ");
    live::insert(&app.app, hour.session, hour.ken.id, &[edit("seen at once. ")]).await.unwrap();
    ken.until("the server's words", |tab| tab.text("task") == "seen at once. nobody is there. ").await;
    let tally = live::credits(&app.app, hour.session).await.unwrap();
    let of = |member, characters| Writing { key: PartKey::Task, member, characters };
    assert_eq!(tally, [of(hour.mei.id, 17), of(hour.ken.id, 14)]);
});

crate::both_engines!(a_chat_line_is_credited_by_who_inserted_it, |app| {
    use yrs::{Array as _, MapPrelim, Transact as _, WriteTxn as _};
    let hour = Hour::of(&app).await;
    let mut mei = hour.mei(&app).await;
    let update = {
        let mut txn = mei.doc.transact_mut();
        let chat = txn.get_or_insert_array("chat");
        chat.push_back(&mut txn, MapPrelim::from([("text", "hello"), ("from", "ken")]));
        txn.encode_update_v1()
    };
    mei.update(update).await;
    mei.until("saved", Tab::is_saved).await;
    let chat = live::text(&app.app, hour.session).await.unwrap().chat;
    assert_eq!((chat[0].member, chat[0].text.as_str()), (Some(hour.mei.id), "hello"));
});
