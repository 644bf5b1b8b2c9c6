//! A mail server that keeps what it is given: letters are read back as a receiver's program gets them.

use std::net::SocketAddr;
use std::sync::{Arc, Mutex};

use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};

/// One letter, as it came over the wire.
#[derive(Debug, Clone, Default)]
pub struct Received {
    /// Of the envelope.
    pub from: String,
    pub to: Vec<String>,
    /// Head and body, without the dots that SMTP adds.
    pub raw: String,
}

/// The server; it ends with the test.
pub struct Sink {
    address: SocketAddr,
    kept: Arc<Mutex<Vec<Received>>>,
}

impl Sink {
    pub async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let address = listener.local_addr().expect("an address");
        let kept: Arc<Mutex<Vec<Received>>> = Arc::default();
        let inbox = Arc::clone(&kept);
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let inbox = Arc::clone(&inbox);
                // A sender that hangs up in the middle has sent nothing.
                tokio::spawn(async move { converse(stream, &inbox).await.ok() });
            }
        });
        Self { address, kept }
    }

    /// For the setting SMTP_URL.
    pub fn url(&self) -> String {
        format!("smtp://{}", self.address)
    }

    /// What has come so far, oldest first.
    pub fn received(&self) -> Vec<Received> {
        self.kept.lock().expect("no panic while it was held").clone()
    }
}

async fn converse(stream: TcpStream, inbox: &Mutex<Vec<Received>>) -> std::io::Result<()> {
    let (read, mut write) = stream.into_split();
    let mut lines = BufReader::new(read).lines();
    let mut letter = Received::default();
    write.write_all(b"220 sink\r\n").await?;
    while let Some(line) = lines.next_line().await? {
        let command = line.to_ascii_uppercase();
        let answer = if command.starts_with("EHLO") {
            "250-sink\r\n250 8BITMIME\r\n"
        } else if command.starts_with("MAIL FROM:") {
            letter = Received { from: path(&line), ..Received::default() };
            "250 ok\r\n"
        } else if command.starts_with("RCPT TO:") {
            letter.to.push(path(&line));
            "250 ok\r\n"
        } else if command == "DATA" {
            write.write_all(b"354 go on\r\n").await?;
            while let Some(line) = lines.next_line().await?.filter(|line| line != ".") {
                letter.raw.push_str(line.strip_prefix('.').unwrap_or(&line));
                letter.raw.push_str("\r\n");
            }
            inbox.lock().expect("no panic while it was held").push(std::mem::take(&mut letter));
            "250 kept\r\n"
        } else if command == "QUIT" {
            return write.write_all(b"221 bye\r\n").await;
        } else {
            "250 ok\r\n"
        };
        write.write_all(answer.as_bytes()).await?;
    }
    Ok(())
}

/// The address of `MAIL FROM:<a@b> BODY=8BITMIME`.
fn path(line: &str) -> String {
    line.split(['<', '>']).nth(1).unwrap_or_default().to_owned()
}
