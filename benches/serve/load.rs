//! The load: one request, over and over, on keep-alive connections.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::{Duration, Instant};

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use crate::process::Process;

const CONNECTIONS: usize = 32;
const WARM: Duration = Duration::from_millis(300);
const LENGTH: Duration = Duration::from_secs(2);

/// What one run measured.
pub struct Run {
    pub per_second: f64,
    /// Server CPU per request, microseconds, from the operating system.
    pub cpu_micros: f64,
}

/// The median; runs are odd in number.
pub fn median(figures: impl Iterator<Item = f64>) -> f64 {
    let mut sorted: Vec<f64> = figures.collect();
    sorted.sort_by(f64::total_cmp);
    sorted[sorted.len() / 2]
}

/// A GET as bytes.
pub fn get(path: &str, headers: &[(&str, &str)]) -> Vec<u8> {
    request("GET", path, headers, "")
}

pub fn request(method: &str, path: &str, headers: &[(&str, &str)], body: &str) -> Vec<u8> {
    let mut out = format!("{method} {path} HTTP/1.1\r\nhost: 127.0.0.1\r\naccept-language: ja\r\n");
    for (name, value) in headers {
        out.push_str(&format!("{name}: {value}\r\n"));
    }
    if method != "GET" {
        out.push_str(&format!("content-length: {}\r\n", body.len()));
    }
    out.push_str("\r\n");
    out.push_str(body);
    out.into_bytes()
}

/// A form, sent as a page of ours would.
pub fn post(path: &str, cookie: &str, fields: &[(&str, &str)]) -> Vec<u8> {
    let body: String = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
    let headers =
        [("cookie", cookie), ("sec-fetch-site", "same-origin"), ("content-type", "application/x-www-form-urlencoded")];
    request("POST", path, &headers, &body)
}

/// Sends each request once, one after the other, and says what one cost.
pub async fn each(process: &Process, requests: &[Vec<u8>]) -> Run {
    let mut stream = TcpStream::connect(process.address).await.expect("a connection");
    stream.set_nodelay(true).expect("nodelay");
    let mut buffer = vec![0; 256 * 1024];
    let (began, cpu) = (Instant::now(), process.cpu());
    for request in requests {
        exchange(&mut stream, request, &mut buffer).await;
    }
    let (took, cpu) = (began.elapsed(), process.cpu() - cpu);
    let count = requests.len() as f64;
    Run { per_second: count / took.as_secs_f64(), cpu_micros: cpu.as_secs_f64() * 1e6 / count }
}

/// Asks `process` for two seconds and says what it cost.
pub async fn run(process: &Process, request: &[u8]) -> Run {
    let stop = Arc::new(AtomicBool::new(false));
    let count = Arc::new(AtomicU64::new(0));
    let mut tasks = Vec::new();
    for _ in 0..CONNECTIONS {
        let (stop, count, request) = (Arc::clone(&stop), Arc::clone(&count), request.to_vec());
        let mut stream = TcpStream::connect(process.address).await.expect("a connection");
        stream.set_nodelay(true).expect("nodelay");
        tasks.push(tokio::spawn(async move {
            let mut buffer = vec![0; 256 * 1024];
            while !stop.load(Ordering::Relaxed) {
                exchange(&mut stream, &request, &mut buffer).await;
                count.fetch_add(1, Ordering::Relaxed);
            }
        }));
    }
    tokio::time::sleep(WARM).await;
    let (began, first, cpu) = (Instant::now(), count.load(Ordering::Relaxed), process.cpu());
    tokio::time::sleep(LENGTH).await;
    let (done, took, cpu) = (count.load(Ordering::Relaxed) - first, began.elapsed(), process.cpu() - cpu);
    stop.store(true, Ordering::Relaxed);
    for task in tasks {
        task.await.expect("the load ran through");
    }
    Run { per_second: done as f64 / took.as_secs_f64(), cpu_micros: cpu.as_secs_f64() * 1e6 / done.max(1) as f64 }
}

/// Sends the request and reads one whole answer; anything but 200 or 303 ends the bench.
async fn exchange(stream: &mut TcpStream, request: &[u8], buffer: &mut [u8]) {
    stream.write_all(request).await.expect("sent");
    let mut have = 0;
    loop {
        let got = stream.read(&mut buffer[have..]).await.expect("an answer");
        assert!(got > 0, "the server closed the connection");
        have += got;
        let Some(end) = buffer[..have].windows(4).position(|w| w == b"\r\n\r\n") else { continue };
        let head = std::str::from_utf8(&buffer[..end]).expect("a head in ASCII");
        assert!(head.starts_with("HTTP/1.1 200") || head.starts_with("HTTP/1.1 303"), "{head}");
        let length =
            head.lines().find_map(|l| l.to_ascii_lowercase().strip_prefix("content-length: ")?.parse::<usize>().ok());
        let whole = end + 4 + length.expect("a content-length");
        while have < whole {
            let got = stream.read(&mut buffer[have..]).await.expect("the rest");
            assert!(got > 0, "the answer broke off");
            have += got;
        }
        return;
    }
}
