//! What a look through an update finds.

use yrs::updates::encoder::Encode;
use yrs::{Array, ArrayPrelim, Doc, Map, MapPrelim, ReadTxn, StateVector, Text, Transact, WriteTxn};

use super::*;
use crate::pairing::room::bytes;
use crate::pairing::room::text;

fn all(doc: &Doc) -> Vec<u8> {
    doc.transact().encode_diff_v1(&StateVector::default())
}

fn nothing(_: u64) -> u32 {
    0
}

#[test]
fn what_an_honest_client_writes_is_read_as_it_was_meant() {
    let doc = text::new(7);
    let mut txn = doc.transact_mut();
    let task = txn.get_or_insert_text("task");
    task.insert(&mut txn, 0, "職人の👩服");
    task.remove_range(&mut txn, 1, 1);
    let chat = txn.get_or_insert_array("chat");
    chat.push_back(&mut txn, MapPrelim::from([("text", "やあ"), ("at", "1")]));
    chat.push_back(&mut txn, "bare");
    drop(txn);
    let update = read(&all(&doc)).expect("well-formed");
    let until = doc.transact().state_vector().get(&yrs::ClientID::new(7));
    assert_eq!(update.runs, [Run { client: 7, from: 0, until }]);
    assert_eq!(update.fresh(nothing), Ok(vec![Run { client: 7, from: 0, until }]));
    assert_eq!(update.fresh(|_| 3), Ok(vec![Run { client: 7, from: 3, until }]), "some is known");
    assert_eq!(update.fresh(|_| until), Ok(vec![]), "all is known");
    assert_eq!(update.settle(&mut Depths::default()), Ok(()));
    assert!(update.outer().is_empty());
}

#[test]
fn what_builds_on_what_has_not_arrived_is_a_gap() {
    let doc = text::new(7);
    doc.transact_mut().get_or_insert_text("task");
    let write = |at: u32, piece: &str| {
        let mut txn = doc.transact_mut();
        let task = txn.get_or_insert_text("task");
        task.insert(&mut txn, at, piece);
        txn.encode_update_v1()
    };
    let (_first, second) = (write(0, "ab"), write(2, "cd"));
    let second = read(&second).expect("well-formed");
    assert_eq!(second.fresh(nothing), Err(Refused::Gap));
    assert_eq!(second.fresh(|_| 2), Ok(vec![Run { client: 7, from: 2, until: 4 }]));
    let mut txn = doc.transact_mut();
    let task = txn.get_or_insert_text("task");
    task.remove_range(&mut txn, 0, 4);
    let gone = read(&txn.encode_update_v1()).expect("well-formed");
    assert_eq!(gone.fresh(|_| 2), Err(Refused::Gap), "deletes what is not there");
    assert_eq!(gone.fresh(|_| 4), Ok(vec![]));
}

/// One block of one character, by hand: `origin` beside, or in the root `task`.
fn single(client: u64, clock: u64, origin: Option<(u64, u64)>) -> Vec<u8> {
    let mut out = Vec::new();
    for part in [1, client, clock] {
        bytes::number(&mut out, part);
    }
    match origin {
        Some((of, at)) => {
            out.push(0x84);
            bytes::number(&mut out, of);
            bytes::number(&mut out, at);
        }
        None => {
            out.extend([4, 1]);
            bytes::bytes(&mut out, b"task");
        }
    }
    bytes::bytes(&mut out, b"x");
    out
}

fn update(clients: &[Vec<u8>]) -> Vec<u8> {
    let mut out = vec![u8::try_from(clients.len()).expect("few")];
    clients.iter().for_each(|client| out.extend(client));
    out.push(0);
    out
}

#[test]
fn what_waits_for_itself_is_a_gap() {
    let circle = update(&[single(8, 0, Some((7, 0))), single(7, 0, Some((8, 0)))]);
    assert_eq!(read(&circle).expect("well-formed").fresh(nothing), Err(Refused::Gap));
    let own = update(&[single(7, 0, Some((7, 0)))]);
    assert_eq!(read(&own).expect("well-formed").fresh(nothing), Err(Refused::Gap));
    let chain = update(&[single(8, 0, Some((7, 0))), single(7, 0, None)]);
    assert_eq!(read(&chain).expect("well-formed").fresh(nothing).map(|runs| runs.len()), Ok(2), "later in the message");
}

#[test]
fn what_is_not_an_update_is_refused_wherever_it_is_cut() {
    let doc = text::new(7);
    let mut txn = doc.transact_mut();
    let list = txn.get_or_insert_array("sources");
    list.push_back(&mut txn, MapPrelim::from([("key", "a"), ("url", "https://example.org")]));
    drop(txn);
    let whole = all(&doc);
    assert!(read(&whole).is_ok());
    for cut in 0..whole.len() {
        assert!(read(&whole[..cut]).is_err(), "cut at {cut}");
    }
    assert!(read(&[&whole[..], &[0]].concat()).is_err(), "more than an update");
    assert_eq!(read(&[0xff, 0xff, 0xff, 0xff, 0x0f]).err(), Some(Refused::Broken), "a bomb");
    let far = update(&[single(7, u64::from(u32::MAX), None)]);
    assert_eq!(read(&far).err(), Some(Refused::Broken), "absurdly distant");
    let far = update(&[single(7, (1 << 31) - 2, None)]);
    assert_eq!(read(&far).expect("well-formed").fresh(nothing), Err(Refused::Gap), "distant");
}

#[test]
fn a_deep_tree_is_refused() {
    let doc = text::new(7);
    let mut txn = doc.transact_mut();
    let mut list = txn.get_or_insert_array("chat").push_back(&mut txn, ArrayPrelim::default());
    let mut depths = Depths::default();
    let mut deep = 1;
    loop {
        let before = txn.state_vector();
        list.push_back(&mut txn, "beside");
        list = list.push_back(&mut txn, ArrayPrelim::default());
        let update = read(&txn.encode_diff_v1(&before)).expect("well-formed");
        if update.settle(&mut depths).is_err() {
            break;
        }
        deep += 1;
    }
    assert_eq!(deep, DEEPEST);
}

#[test]
fn kinds_that_a_room_does_not_hold_are_refused() {
    let doc = text::new(7);
    let mut txn = doc.transact_mut();
    let other = txn.get_or_insert_xml_fragment("task");
    yrs::XmlFragment::push_back(&other, &mut txn, yrs::XmlElementPrelim::empty("p"));
    drop(txn);
    assert_eq!(read(&all(&doc)).err(), Some(Refused::Foreign));
    let doc = text::new(7);
    let mut txn = doc.transact_mut();
    let map = txn.get_or_insert_map("chat");
    map.insert(&mut txn, "doc", Doc::new());
    drop(txn);
    assert_eq!(read(&all(&doc)).err(), Some(Refused::Foreign));
    assert_eq!(read(&yrs::Update::default().encode_v1()).map(|update| update.runs), Ok(vec![]));
}
