//! Booked hours, made in one line.

use crate::base::time::HOUR;
use crate::members::model::MemberId;
use crate::pairing::model::{Kind, SessionId, Slot};
use crate::pairing::sessions::actions::book;
use crate::pairing::sessions::model::Booking;
use crate::testing::TestApp;

impl TestApp {
    /// The slot so many hours from now.
    pub fn in_hours(&self, hours: i64) -> Slot {
        Slot::at(self.app.now().plus(hours * HOUR))
    }

    /// An hour of two on a topic, booked by the first.
    pub async fn booked(&self, people: [MemberId; 2], slot: Slot) -> SessionId {
        self.try_book(people, slot).await.expect("the hour is free")
    }

    /// The same, where it may be refused.
    pub async fn try_book(&self, people: [MemberId; 2], slot: Slot) -> crate::base::error::Result<SessionId> {
        let booking = Booking {
            people,
            slot,
            kind: Kind::Company,
            company: None,
            topic: "Who pays for ten minutes".into(),
            ask: None,
            proposal: None,
        };
        let now = self.app.now();
        let mut tx = self.app.db.write().await?;
        let id = book(&mut tx, &self.app.random, &booking, people[0], now).await?;
        self.app.commit(tx).await?;
        Ok(id)
    }
}
