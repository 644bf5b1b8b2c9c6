//! Twenty power cuts in mid-edit: nothing is lost that was told to be durable, and all converge.

use std::collections::BTreeSet;
use std::time::Duration;

use rand::rngs::StdRng;
use rand::{RngExt as _, SeedableRng as _};

use crate::program::Program;
use crate::tab::{Tab, Way, document, edit};
use crate::way;

const ROUNDS: usize = 20;

/// What an update did.
enum Deed {
    Inserted(char),
    Deleted(char),
}

/// Everything that was written, by characters of which each is inserted once.
struct Story {
    random: StdRng,
    next: u32,
    inserted: BTreeSet<char>,
    deleted: BTreeSet<char>,
}

impl Story {
    async fn change(&mut self, tab: &mut Tab) -> (u64, Deed) {
        let now: Vec<char> = tab.text("task").chars().collect();
        let (update, deed) = if !now.is_empty() && self.random.random_bool(0.3) {
            let at = self.random.random_range(0..now.len());
            self.deleted.insert(now[at]);
            (edit(&tab.doc, "task", u32::try_from(at).expect("short"), 1, ""), Deed::Deleted(now[at]))
        } else {
            let c = char::from_u32(0xe000 + self.next).expect("private use");
            self.next += 1;
            self.inserted.insert(c);
            let at = self.random.random_range(0..=now.len());
            (edit(&tab.doc, "task", u32::try_from(at).expect("short"), 0, &c.to_string()), Deed::Inserted(c))
        };
        tab.update(update).await;
        (tab.sent, deed)
    }

    fn is_whole(&self, text: &str) -> bool {
        let wanted: BTreeSet<char> = self.inserted.difference(&self.deleted).copied().collect();
        text.chars().count() == wanted.len() && text.chars().all(|c| wanted.contains(&c))
    }
}

/// Types into both tabs until the line breaks; what was told to be durable by then.
async fn type_until_the_cut(story: &mut Story, tabs: &mut [Tab; 2]) -> Vec<Deed> {
    let mut deeds: [Vec<(u64, Deed)>; 2] = Default::default();
    while tabs.iter().all(|tab| tab.closed.is_none()) {
        let at = story.random.random_range(0..2);
        deeds[at].push(story.change(&mut tabs[at]).await);
        for tab in &mut *tabs {
            tab.during(Duration::from_millis(2)).await;
        }
    }
    let mut durable = Vec::new();
    for (tab, deeds) in tabs.iter_mut().zip(deeds) {
        // What was told before the cut and not read yet was told.
        tab.during(Duration::from_millis(200)).await;
        let told = tab.durable.1;
        durable.extend(deeds.into_iter().filter(|(count, _)| *count <= told).map(|(_, deed)| deed));
    }
    durable
}

async fn come_again(ways: &[Way; 2], docs: [yrs::Doc; 2]) -> [Tab; 2] {
    let mut tabs = Vec::new();
    for (way, doc) in ways.iter().zip(docs) {
        let mut tab = Tab::open(way, doc).await.expect("may come in");
        for _ in 0..50 {
            tab.during(Duration::from_millis(50)).await;
            if tab.closed.is_some() {
                tab = Tab::open(way, tab.cut()).await.expect("may come in");
            } else if tab.synced && tab.is_saved() {
                break;
            }
        }
        tabs.push(tab);
    }
    tabs.try_into().unwrap_or_else(|_| panic!("two tabs"))
}

#[tokio::test]
async fn nothing_is_lost_that_was_told_to_be_saved() {
    let mut program = Program::start().await;
    let room = program.rooms(1).await[0];
    let (mei, ken) = (program.cookie("demo-mei").await, program.cookie("demo-ken").await);
    let ways = [way(&program, room, &mei), way(&program, room, &ken)];
    let random = StdRng::seed_from_u64(4);
    let mut story = Story { random, next: 0, inserted: BTreeSet::new(), deleted: BTreeSet::new() };
    let mut tabs = come_again(&ways, [document(1), document(2)]).await;
    let mut saved = 0;
    for round in 0..ROUNDS {
        let cut = Duration::from_millis(story.random.random_range(60..400));
        let typed = {
            let typing = type_until_the_cut(&mut story, &mut tabs);
            let power = async {
                tokio::time::sleep(cut).await;
                program.kill();
            };
            tokio::join!(typing, power).0
        };
        program.start_again().await;
        // Before anyone comes who could bring it back.
        let fresh = Tab::enter(&ways[0], document(1_000 + round as u64)).await;
        let stands = fresh.text("task");
        saved += typed.len();
        for deed in typed {
            match deed {
                Deed::Inserted(c) => assert!(stands.contains(c) || story.deleted.contains(&c), "round {round}: lost"),
                Deed::Deleted(c) => assert!(!stands.contains(c), "round {round}: a deletion was lost"),
            }
        }
        fresh.cut();
        tabs = come_again(&ways, tabs.map(Tab::cut)).await;
        for tab in &mut tabs {
            tab.until("everything", |tab| story.is_whole(&tab.text("task")) && tab.is_saved()).await;
        }
        assert_eq!(tabs[0].text("task"), tabs[1].text("task"), "round {round}");
    }
    assert!(saved > 10 * ROUNDS, "enough was saved to say anything: {saved}");
}
