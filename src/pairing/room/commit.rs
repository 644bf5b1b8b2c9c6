//! Makes durable what all rooms of this process have taken: one transaction for whatever arrived within
//! a moment.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::mpsc;
use tokio::time::Instant;

use crate::base::app::App;
use crate::base::error::Result;
use crate::pairing::room::queue::Piece;
use crate::pairing::room::rooms::Rooms;
use crate::pairing::room::store::{self, New};

/// How long the first of a group waits for others.
const MOMENT: Duration = Duration::from_millis(18);
/// Pieces of one transaction.
const MOST: usize = 4_096;
/// After a failure.
const AGAIN: Duration = Duration::from_millis(250);

/// Writes until the program ends. What cannot be written now is tried again: nothing is told to be
/// durable before it is.
pub async fn run(app: App, mut queue: mpsc::Receiver<Piece>) {
    let rooms = Rooms::of(&app);
    let mut group = Vec::new();
    while queue.recv_many(&mut group, MOST).await > 0 {
        let until = Instant::now() + MOMENT;
        tokio::time::sleep_until(until).await;
        while group.len() < MOST
            && let Ok(piece) = queue.try_recv()
        {
            group.push(piece);
        }
        while let Err(error) = write(&app, &rooms, &group).await {
            tracing::warn!(%error, pieces = group.len(), "rooms cannot be written to the log yet");
            tokio::time::sleep(AGAIN).await;
        }
        tell(&app, &rooms, &mut group).await;
    }
}

async fn write(app: &App, rooms: &Rooms, group: &[Piece]) -> Result<()> {
    let new =
        |piece: &Piece| New { session: piece.room.session, member: Some(piece.member), data: piece.data.to_vec() };
    let pieces: Vec<New> = group.iter().filter(|piece| !piece.data.is_empty()).map(new).collect();
    if pieces.is_empty() {
        return Ok(());
    }
    let now = app.now();
    let mut tx = app.db.write().await?;
    for piece in group {
        for (client, from) in &piece.notes {
            store::note_client(&mut tx, piece.room.session, *client, *from, piece.member).await?;
        }
    }
    tx.in_order().await?;
    store::add(&mut tx, pieces, &rooms.process, now).await?;
    tx.tell(format!("rooms:{}", rooms.process));
    app.commit(tx).await
}

/// Tells each room what of it is durable.
async fn tell(app: &App, rooms: &Rooms, group: &mut Vec<Piece>) {
    // Sorting keeps the order of pieces of one room.
    group.sort_by_key(|piece| piece.room.session);
    for pieces in group.chunk_by(|one, other| Arc::ptr_eq(&one.room, &other.room)) {
        let room = &pieces[0].room;
        room.stored(pieces.iter());
        // Read anew from the log meanwhile: it has not seen these.
        if let Some(current) = rooms.get(room.session).filter(|current| !Arc::ptr_eq(current, room)) {
            rooms.read_again(app, &current).await;
        }
    }
    for piece in group.drain(..) {
        if let Some(done) = piece.done {
            // Whoever asked may have hung up.
            let _ = done.send(());
        }
    }
}
