//! The measured site: the real server in a process of its own, filled over HTTP as people do.

use std::net::SocketAddr;
use std::process::{Command, Stdio};
use std::time::Duration;

use axum::http::{HeaderMap, HeaderName, HeaderValue};
use axum::routing::get;

use crate::client::Client;
use crate::full;
use crate::load;
use crate::process::Process;

/// 200 characters of talk, and a paragraph of which 6,000 are made.
const SENTENCE: &str =
    "客が払うのは性能そのものではなく、失敗しないという見通しに対してである。だから比べる相手は同じ棚の品ではない。";

pub struct Site {
    pub process: Process,
    /// The fixed trace, as signed-out readers see it.
    pub trace_path: String,
    /// The trace with every lens.
    pub full_path: String,
    /// Its page as it was before the bench added comments: in brotli, and as text.
    pub compressed: Vec<u8>,
    pub text: String,
    site_dir: String,
    token: String,
    comments: String,
    folder: tempfile::TempDir,
}

impl Site {
    pub async fn start() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let address = free();
        let site_dir = concat!(env!("CARGO_MANIFEST_DIR"), "/target/site").to_owned();
        let command = |name: &str| {
            let mut command = Command::new(env!("CARGO_BIN_EXE_marketing-trace"));
            command.arg(name).env("DEV", "on").env("LIMITS", "off").env("LISTEN", address.to_string());
            command.env("DATABASE_URL", format!("sqlite://{}/bench.db", folder.path().display()));
            command.env("SITE_DIR", &site_dir).env("LOG", "warn").stdout(Stdio::null());
            command
        };
        assert!(command("demo").status().expect("the program starts").success(), "the demo content");
        let process = Process { child: command("serve").spawn().expect("the server starts"), address };
        wait(address).await;
        let mut writer = Client::new(address);
        writer.post("/dev/sign-in", &[("handle", "demo-mei")]).await;
        let trace_path = write_trace(&mut writer).await;
        let full_path = full::write(&mut writer).await;
        let id: String = trace_path.trim_start_matches("/traces/").chars().take_while(char::is_ascii_digit).collect();
        let comments = format!("/traces/{id}/comments");
        let mut talker = Client::new(address);
        talker.post("/dev/sign-in", &[("handle", "demo-ken")]).await;
        for _ in 0..20 {
            let answer = talker.post(&comments, &[("kind", "question"), ("part", "value"), ("body", &text(200))]).await;
            assert_eq!(answer.status, 303, "{}", answer.text);
        }
        let token = talker.cookie("__Host-sign-in").expect("signed in").to_owned();
        let mut site = Self {
            process,
            trace_path,
            full_path,
            compressed: Vec::new(),
            text: String::new(),
            site_dir,
            token,
            comments,
            folder,
        };
        (_, site.compressed) = site.fetch(&site.trace_path, Some("br")).await;
        let (_, plain) = site.fetch(&site.trace_path, None).await;
        site.text = String::from_utf8(plain).expect("a page is UTF-8");
        site
    }

    /// The cookie of a signed-in member.
    pub fn cookie(&self) -> String {
        format!("__Host-sign-in={}", self.token)
    }

    pub fn comment_request(&self) -> Vec<u8> {
        let body: String = url::form_urlencoded::Serializer::new(String::new())
            .extend_pairs([("kind", "question"), ("part", "value"), ("body", &text(200))])
            .finish();
        let cookie = self.cookie();
        let headers = [
            ("cookie", cookie.as_str()),
            ("sec-fetch-site", "same-origin"),
            ("content-type", "application/x-www-form-urlencoded"),
        ];
        load::request("POST", &self.comments, &headers, &body)
    }

    /// A bare handler in a process of its own, sending what the site sends for `path`.
    pub async fn bare_of(&self, path: &str) -> Process {
        let (headers, body) = self.fetch(path, Some("br")).await;
        let kept: Vec<(String, String)> = headers
            .iter()
            .filter(|(name, _)| !matches!(name.as_str(), "content-length" | "date" | "transfer-encoding"))
            .map(|(name, value)| (name.to_string(), value.to_str().expect("ASCII").to_owned()))
            .collect();
        let folder = self.folder.path();
        std::fs::write(folder.join("bare.body"), body).expect("written");
        std::fs::write(folder.join("bare.json"), serde_json::to_vec(&kept).expect("JSON")).expect("written");
        let address = free();
        let child = Command::new(std::env::current_exe().expect("this program"))
            .args(["--bare", &address.to_string(), &folder.display().to_string()])
            .spawn()
            .expect("the bare handler starts");
        wait(address).await;
        Process { child, address }
    }

    /// The brotli size of a built asset, by its logical name.
    pub fn asset(&self, name: &str) -> usize {
        let read = |path: String| std::fs::read(&path).unwrap_or_else(|e| panic!("{path}: {e}"));
        let manifest: serde_json::Value =
            serde_json::from_slice(&read(format!("{}/manifest.json", self.site_dir))).expect("JSON");
        let hashed = manifest[name].as_str().unwrap_or_else(|| panic!("{name} is in the manifest"));
        read(format!("{}/assets/{hashed}.br", self.site_dir)).len()
    }

    async fn fetch(&self, path: &str, coding: Option<&str>) -> (HeaderMap, Vec<u8>) {
        let http = reqwest::Client::new();
        let mut request = http.get(format!("http://{}{path}", self.process.address)).header("accept-language", "ja");
        if let Some(coding) = coding {
            request = request.header("accept-encoding", coding);
        }
        let response = request.send().await.expect("an answer");
        assert_eq!(response.status(), 200, "{path}");
        (response.headers().clone(), response.bytes().await.expect("a body").to_vec())
    }
}

/// Writes and publishes the fixed trace; returns its path.
async fn write_trace(writer: &mut Client) -> String {
    let answer = writer
        .post(
            "/traces/new",
            &[
                ("company", "Workman"),
                ("language", "ja"),
                ("title", "ベンチのためのトレース"),
                ("shift.gist", &text(60)),
                ("task.gist", &text(60)),
                ("value.gist", &text(60)),
                ("model.gist", &text(60)),
            ],
        )
        .await;
    assert_eq!(answer.status, 303, "{}", answer.text);
    let edit = answer.location().to_owned();
    let publish = edit.replace("/edit", "/publish");
    let body = [text(500), text(500), text(500)].join("\n\n");
    let answer = writer
        .post(
            &publish,
            &[
                ("version", "1"),
                ("title", "ベンチのためのトレース"),
                ("language", "ja"),
                ("shift.gist", &text(60)),
                ("task.gist", &text(60)),
                ("value.gist", &text(60)),
                ("model.gist", &text(60)),
                ("shift.body", &body),
                ("task.body", &body),
                ("value.body", &body),
                ("model.body", &body),
            ],
        )
        .await;
    assert_eq!(answer.status, 303, "{}", answer.text);
    let answer_path = answer.location().split(['?', '#']).next().unwrap_or_default().to_owned();
    assert!(answer_path.starts_with("/traces/"), "{answer_path}");
    answer_path
}

/// So many characters of Japanese.
pub fn text(characters: usize) -> String {
    SENTENCE.chars().cycle().take(characters).collect()
}

fn free() -> SocketAddr {
    std::net::TcpListener::bind("127.0.0.1:0").expect("a free port").local_addr().expect("its address")
}

async fn wait(address: SocketAddr) {
    for _ in 0..300 {
        if tokio::net::TcpStream::connect(address).await.is_ok() {
            return;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("nothing answers at {address}");
}

/// The bare handler: the same server code, no work.
pub async fn bare(address: &str, folder: &str) {
    let body = axum::body::Bytes::from(std::fs::read(format!("{folder}/bare.body")).expect("the body"));
    let kept: Vec<(String, String)> =
        serde_json::from_slice(&std::fs::read(format!("{folder}/bare.json")).expect("the headers")).expect("JSON");
    let headers: HeaderMap = kept
        .into_iter()
        .map(|(n, v)| (n.parse::<HeaderName>().expect("a name"), v.parse::<HeaderValue>().expect("a value")))
        .collect();
    let router = axum::Router::new().fallback(get(move || async move { (headers, body) }));
    let listener = tokio::net::TcpListener::bind(address).await.expect("the port is free");
    marketing_trace::web::serve::serve(listener, router, std::future::pending()).await;
}
