//! The socket: authorised, then one task for each connection.

use std::sync::Arc;
use std::time::Duration;

use axum::extract::Path;
use axum::extract::ws::rejection::WebSocketUpgradeRejection;
use axum::extract::ws::{CloseFrame, Message, WebSocket, WebSocketUpgrade};
use axum::http::{HeaderMap, header};
use axum::response::Response;
use bytes::Bytes;
use tokio::time::Instant;

use crate::base::app::App;
use crate::base::error::{Error, Refusal, Result};
use crate::members::model::{MemberId, SignInId};
use crate::members::visit::Visit;
use crate::pairing::model::SessionId;
use crate::pairing::room::door::{self, Door};
use crate::pairing::room::keeper::Room;
use crate::pairing::room::limits::Allowance;
use crate::pairing::room::outbox::{self, Closing, FLOOD, Inbox, NOT_BINARY, Out, SLOW, TOO_LARGE};
use crate::pairing::room::rooms::Rooms;
use crate::pairing::room::text::LARGEST_MESSAGE;
use crate::pairing::sessions::routes::number;

/// Two people in a room send little: buffers are small, and there may be thousands.
const BUFFER: usize = 4 * 1024;
/// A message that is not taken within this ends the connection.
const SEND: Duration = Duration::from_secs(10);
/// A line on which nothing comes for so long is asked whether it lives, and given up after as long again.
const SILENCE: Duration = Duration::from_secs(40);
/// Updates from this size on are merged beside the tasks that serve others.
const LARGE: usize = 16 * 1024;

/// Who comes in.
struct Comer {
    app: App,
    session: SessionId,
    member: MemberId,
    sign_in: SignInId,
    door: Door,
}

/// Upgrades to the room's socket, for one of the two from a page of ours.
pub async fn open(
    visit: Visit,
    Path(id): Path<String>,
    headers: HeaderMap,
    upgrade: std::result::Result<WebSocketUpgrade, WebSocketUpgradeRejection>,
) -> Result<Response> {
    let member = visit.viewer.member()?;
    // A socket is not held back by the browser when another site opens it.
    if headers.get(header::ORIGIN).is_none_or(|origin| *origin != visit.app.config.origin()) {
        return Err(Error::NotAllowed(Refusal::ForeignSite));
    }
    let session = number(&id)?;
    let door = door::look(&visit.app, session).await?;
    if !door.is_theirs(member.id) {
        return Err(Error::NotFound);
    }
    door.seat(member.id, member.sign_in).ok_or(Error::Conflict)?;
    let upgrade = upgrade.map_err(|_| Error::NotFound)?;
    let comer = Comer { app: visit.app.clone(), session, member: member.id, sign_in: member.sign_in, door };
    let upgrade = upgrade.read_buffer_size(BUFFER).write_buffer_size(0).max_write_buffer_size(8 * LARGEST_MESSAGE);
    let upgrade = upgrade.max_message_size(LARGEST_MESSAGE).max_frame_size(LARGEST_MESSAGE);
    Ok(upgrade.on_upgrade(move |socket| serve(comer, socket)))
}

async fn serve(comer: Comer, mut socket: WebSocket) {
    let rooms = Rooms::of(&comer.app);
    let room = match rooms.open(&comer.app, comer.session).await {
        Ok(room) => room,
        Err(error) => {
            tracing::warn!(%error, session = %comer.session, "a room cannot be opened");
            return close(&mut socket, outbox::LATER).await;
        }
    };
    let (outbox, mut inbox) = outbox::pair();
    let number = rooms.number();
    drop(rooms);
    let ended = match room.join(number, comer.member, comer.sign_in, comer.door, outbox) {
        Ok(()) => {
            let ended = talk(&room, number, &mut socket, &mut inbox).await;
            room.leave(number);
            ended
        }
        Err(closing) => Some(closing),
    };
    if let Some(closing) = ended {
        close(&mut socket, closing).await;
    }
}

/// Carries messages both ways until either ends; why, when it was us.
async fn talk(room: &Arc<Room>, number: u64, socket: &mut WebSocket, inbox: &mut Inbox) -> Option<Closing> {
    let mut allowance = Allowance::default();
    let mut last = Instant::now();
    let mut asked = false;
    loop {
        tokio::select! {
            message = socket.recv() => {
                let since = last.elapsed();
                (last, asked) = (Instant::now(), false);
                let message = match message? {
                    Ok(Message::Binary(message)) => message,
                    Ok(Message::Ping(_) | Message::Pong(_)) => Bytes::new(),
                    Ok(Message::Text(_)) => return Some(NOT_BINARY),
                    Ok(Message::Close(_)) => return None,
                    Err(error) => return is_too_large(&error).then_some(TOO_LARGE),
                };
                if !allowance.message(since, message.len()) {
                    return Some(FLOOD);
                }
                if message.is_empty() {
                    continue;
                }
                let begun = Instant::now();
                if let Err(closing) = take(room, number, message).await {
                    return Some(closing);
                }
                if !allowance.work(begun.elapsed()) {
                    return Some(FLOOD);
                }
            }
            out = inbox.next() => match out? {
                Out::Message(message) => {
                    let sent = tokio::time::timeout(SEND, socket.send(Message::Binary(message))).await;
                    match sent {
                        Ok(Ok(())) => {}
                        Ok(Err(_)) => return None,
                        Err(_) => return Some(SLOW),
                    }
                }
                Out::Close(closing) => return Some(closing),
            },
            () = tokio::time::sleep_until(last + SILENCE) => {
                if std::mem::replace(&mut asked, true) {
                    return None;
                }
                last = Instant::now();
                if tokio::time::timeout(SEND, socket.send(Message::Ping(Bytes::new()))).await.is_err() {
                    return None;
                }
            }
        }
    }
}

async fn take(room: &Arc<Room>, number: u64, message: Bytes) -> std::result::Result<(), Closing> {
    if message.len() < LARGE {
        return room.receive(number, &message);
    }
    let room = Arc::clone(room);
    let taken = tokio::task::spawn_blocking(move || room.receive(number, &message)).await;
    taken.unwrap_or(Err(outbox::RESTART))
}

/// Says why, and goes.
async fn close(socket: &mut WebSocket, closing: Closing) {
    let frame = CloseFrame { code: closing.code, reason: closing.reason.into() };
    let said = tokio::time::timeout(SEND, socket.send(Message::Close(Some(frame)))).await;
    if matches!(said, Ok(Ok(()))) {
        // Until the other has read it: a connection that is dropped at once may lose it.
        let _ = tokio::time::timeout(Duration::from_secs(2), async { while let Some(Ok(_)) = socket.recv().await {} })
            .await;
    }
}

fn is_too_large(error: &axum::Error) -> bool {
    // axum keeps the library's error to itself; its words are all that there is.
    error.to_string().to_lowercase().contains("too long")
}
