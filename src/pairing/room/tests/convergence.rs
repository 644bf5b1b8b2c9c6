//! Whatever happens on the line, everyone ends with the same text, and it is what was written.
//!
//! The model: each insertion is a character that nothing else inserts, each deletion names one of
//! them. In the end exactly what was inserted and not deleted stands there, each once, whatever was
//! cut off, said twice, said out of order, or served by another process on the way.

use std::collections::BTreeSet;
use std::time::Duration;

use rand::rngs::StdRng;
use rand::{RngExt as _, SeedableRng as _};
use yrs::{ReadTxn as _, Transact as _};

use super::*;
use crate::pairing::room::rooms::Rooms;
use crate::pairing::room::{compact, live};
use crate::testing::Engine;
use crate::testing::tab::edit;
use crate::traces::model::part::PartKey;

/// A person in one tab, on a line that may break.
struct Writer {
    way: usize,
    who: usize,
    tab: Option<Tab>,
    /// The text while off line.
    doc: yrs::Doc,
}

struct Story {
    random: StdRng,
    next: u32,
    model: BTreeSet<char>,
}

impl Story {
    /// One change here; the update that says it.
    fn change(&mut self, doc: &yrs::Doc) -> Vec<u8> {
        let now: Vec<char> = {
            let txn = doc.transact();
            let text = txn.get_text("task");
            text.map_or_else(String::new, |text| yrs::GetString::get_string(&text, &txn)).chars().collect()
        };
        if !now.is_empty() && self.random.random_bool(0.3) {
            let at = self.random.random_range(0..now.len());
            self.model.remove(&now[at]);
            return edit(doc, "task", u32::try_from(at).unwrap(), 1, "");
        }
        // Private use: one unit of UTF-16 each, and nothing else writes them.
        let c = char::from_u32(0xe000 + self.next).expect("private use");
        self.next += 1;
        self.model.insert(c);
        let at = self.random.random_range(0..=now.len());
        edit(doc, "task", u32::try_from(at).unwrap(), 0, &c.to_string())
    }

    /// Something happens to one of the writers.
    async fn step(&mut self, writer: &mut Writer, ways: &[Vec<Way>]) {
        if writer.tab.as_ref().is_some_and(|tab| tab.closed.is_some()) {
            writer.doc = writer.tab.take().expect("a tab").cut();
        }
        let roll = self.random.random_range(0..100);
        match &mut writer.tab {
            None if roll < 40 => drop(self.change(&writer.doc)),
            None if roll < 70 => {
                if self.random.random_bool(0.3) {
                    writer.way = self.random.random_range(0..ways.len());
                }
                writer.tab = Tab::open(&ways[writer.way][writer.who], writer.doc.clone()).await.ok();
            }
            None => {}
            Some(tab) => {
                let doc = tab.doc.clone();
                match roll {
                    0..50 => tab.update(self.change(&doc)).await,
                    50..60 => {
                        let twice = self.change(&doc);
                        tab.update(twice.clone()).await;
                        tab.update(twice).await;
                    }
                    60..68 => {
                        let (first, second) = (self.change(&doc), self.change(&doc));
                        tab.update(second).await;
                        tab.update(first).await;
                    }
                    // Said, and lost on the way.
                    68..74 => drop(self.change(&doc)),
                    74..82 => writer.doc = writer.tab.take().expect("a tab").cut(),
                    _ => tab.during(Duration::from_millis(3)).await,
                }
            }
        }
    }
}

async fn converge(engine: Engine, seed: u64, steps: usize) {
    let app = TestApp::start(engine).await;
    let hour = Hour::of(&app).await;
    let mut processes = vec![app.beside().await];
    let both = |at: &TestApp| vec![hour.way(at, &hour.mei), hour.way(at, &hour.ken)];
    let mut ways = vec![both(&app), both(&processes[0])];
    let writer = |n: usize| Writer { way: n % 2, who: n % 2, tab: None, doc: document(100 + n as u64) };
    let mut writers: Vec<Writer> = (0..4).map(writer).collect();
    let mut story = Story { random: StdRng::seed_from_u64(seed), next: 0, model: BTreeSet::new() };
    for step in 0..steps {
        let at = story.random.random_range(0..writers.len());
        story.step(&mut writers[at], &ways).await;
        if step % 97 == 96 {
            // A process goes and another comes; the log is put together meanwhile.
            Rooms::of(&processes.last().unwrap().app).stop().await;
            processes.push(app.beside().await);
            ways[1] = both(processes.last().unwrap());
            compact::compact(&app.app, hour.session, &Rooms::of(&app.app).process).await.unwrap();
        }
    }
    let mut tabs = Vec::new();
    for writer in writers {
        let doc = writer.tab.map_or(writer.doc, Tab::cut);
        tabs.push(settle(&ways[0][writer.who], doc).await);
    }
    let wanted: BTreeSet<char> = story.model;
    let is_whole = |text: &str| text.chars().count() == wanted.len() && text.chars().all(|c| wanted.contains(&c));
    for tab in &mut tabs {
        tab.until("the model", |tab| is_whole(&tab.text("task")) && tab.is_saved()).await;
    }
    let texts: Vec<String> = tabs.iter().map(|tab| tab.text("task")).collect();
    assert!(texts.windows(2).all(|pair| pair[0] == pair[1]), "seed {seed}: {texts:?}");
    let fresh = app.beside().await;
    let logged = live::text(&fresh.app, hour.session).await.unwrap().parts.remove(&PartKey::Task).unwrap_or_default();
    assert_eq!(logged.body, texts[0], "seed {seed}: the log");
}

/// Comes in on a line that holds, again if it is asked to.
async fn settle(way: &Way, doc: yrs::Doc) -> Tab {
    let mut tab = Tab::open(way, doc).await.expect("may come in");
    for _ in 0..50 {
        tab.during(Duration::from_millis(60)).await;
        if tab.closed.is_none() && tab.synced && tab.is_saved() {
            return tab;
        }
        if tab.closed.is_some() {
            tab = Tab::open(way, tab.cut()).await.expect("may come in");
        }
    }
    panic!("does not settle: {:?} {:?}", tab.closed, tab.lines);
}

#[tokio::test]
async fn everyone_ends_with_what_was_written_on_sqlite() {
    for seed in 1..=6 {
        converge(Engine::Sqlite, seed, 300).await;
    }
}

#[tokio::test]
async fn everyone_ends_with_what_was_written_on_postgres() {
    for seed in 11..=13 {
        converge(Engine::Postgres, seed, 300).await;
    }
}
