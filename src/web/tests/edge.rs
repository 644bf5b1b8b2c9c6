//! At the edge of the process: slow clients, the end, proxies, https, a lost database, own policies.

use std::net::SocketAddr;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};

use crate::base::limits::Budget;
use crate::testing::{Engine, TestApp, database};
use crate::web::serve::{Patience, serve_with};

/// As the public would run it.
const PUBLIC: [(&str, &str); 3] =
    [("DEV", "off"), ("SMTP_URL", "smtp://127.0.0.1:1"), ("MAIL_FROM", "trace@traces.example")];

#[tokio::test]
async fn a_client_that_is_slow_with_its_headers_is_dropped() {
    assert!(Patience::USUAL.headers < Duration::from_secs(30));
    let app = TestApp::start(Engine::Sqlite).await;
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let patience = Patience { headers: Duration::from_millis(300), ..Patience::USUAL };
    let router = crate::web::router::router(app.app.clone());
    tokio::spawn(serve_with(patience, listener, router, std::future::pending()));
    for begun in ["", "GET / HTTP/1.1\r\nhost: x\r\nx-slow: "] {
        let mut slow = TcpStream::connect(address).await.unwrap();
        slow.write_all(begun.as_bytes()).await.unwrap();
        let began = Instant::now();
        let mut rest = Vec::new();
        // However the server ends it: what counts is that it does.
        let _ = tokio::time::timeout(Duration::from_secs(10), slow.read_to_end(&mut rest)).await.expect("dropped");
        assert!(began.elapsed() < Duration::from_secs(5), "{begun:?}");
    }
}

#[tokio::test]
async fn at_the_end_what_is_under_way_is_finished_and_nothing_new_is_taken() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let slow = async || {
        tokio::time::sleep(Duration::from_millis(400)).await;
        "finished"
    };
    let router = axum::Router::new().route("/", axum::routing::get(slow));
    let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
    let server = tokio::spawn(serve_with(Patience::USUAL, listener, router, async { _ = stopped.await }));
    let under_way = tokio::spawn(async move {
        let mut stream = TcpStream::connect(address).await.unwrap();
        stream.write_all(b"GET / HTTP/1.1\r\nhost: x\r\n\r\n").await.unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).await.unwrap();
        answer
    });
    tokio::time::sleep(Duration::from_millis(100)).await;
    stop.send(()).unwrap();
    assert!(under_way.await.unwrap().ends_with("finished"));
    tokio::time::timeout(Duration::from_secs(5), server).await.expect("it ended by itself").unwrap();
    assert!(TcpStream::connect(address).await.is_err());
}

#[tokio::test]
async fn on_https_browsers_are_told_to_stay_there() {
    let settings = [&PUBLIC[..], &[("PUBLIC_URL", "https://traces.example")]].concat();
    let app = TestApp::start_with(Engine::Sqlite, &settings).await;
    let mut browser = app.browser();
    for path in ["/", "/", "/nowhere", "/healthz", "/assets/none.css"] {
        let hsts = browser.get(path).await.header("strict-transport-security").to_owned();
        assert_eq!(hsts, "max-age=63072000; includeSubDomains", "{path}");
    }
}

#[tokio::test]
async fn a_forwarded_address_is_believed_from_trusted_proxies_alone() {
    for (trusted, expected) in [(None, 422), (Some("127.0.0.0/8"), 429), (Some("10.0.0.0/8"), 422)] {
        let mut settings = PUBLIC.to_vec();
        settings.extend(trusted.map(|networks| ("TRUSTED_PROXIES", networks)));
        let app = TestApp::start_with(Engine::Sqlite, &settings).await;
        while app.app.limits.spend(Budget::SignInAddress, "203.0.113.9").is_ok() {}
        let mut browser = app.browser();
        let sign_in = async |browser: &mut crate::testing::client::Client, forwarded: &str| {
            let request = browser.request(reqwest::Method::POST, "/sign-in").header("x-forwarded-for", forwarded);
            let form = [("email", "haruka@example.org"), ("password", "a quiet walk home")];
            browser.send(request.header("sec-fetch-site", "same-origin").form(&form)).await.status.as_u16()
        };
        assert_eq!(sign_in(&mut browser, "203.0.113.9").await, expected, "{trusted:?}");
        // What a client wrote in front of the proxy's own word is not believed.
        assert_eq!(sign_in(&mut browser, "203.0.113.9, 198.51.100.7").await, 422, "{trusted:?}");
    }
}

#[tokio::test]
async fn development_answers_nothing_that_was_forwarded() {
    let app = TestApp::start(Engine::Sqlite).await;
    let mut browser = app.browser();
    for name in ["x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "forwarded", "x-real-ip"] {
        for path in ["/dev/mail", "/sign-in", "/settings"] {
            let request = browser.request(reqwest::Method::GET, path).header(name, "203.0.113.9");
            assert_eq!(browser.send(request).await.status, 404, "{name} {path}");
        }
    }
    assert_eq!(browser.get("/dev/mail").await.status, 200);
}

#[tokio::test]
async fn the_operator_s_policies_take_the_place_of_ours() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("terms.ja.md"), "# 規約\n\n運営者の言葉です。").unwrap();
    let settings = [("POLICIES_DIR", folder.path().to_str().unwrap())];
    let app = TestApp::start_with(Engine::Sqlite, &settings).await;
    let mut browser = app.browser();
    assert!(browser.get("/terms?lang=ja").await.has("運営者の言葉です。"));
    let ours = browser.get("/terms?lang=en").await;
    assert!(ours.status == 200 && ours.has("CC BY-SA 4.0") && !ours.has("運営者の言葉です。"));
    assert!(browser.get("/privacy?lang=ja").await.has("クッキー"), "what has no file stays ours");
}

/// Stands between the site and PostgreSQL, and can be cut.
struct Line {
    address: SocketAddr,
    open: Arc<Mutex<Option<Vec<tokio::task::JoinHandle<()>>>>>,
}

impl Line {
    async fn to(database: SocketAddr) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let open: Arc<Mutex<Option<Vec<_>>>> = Arc::new(Mutex::new(Some(Vec::new())));
        let shared = Arc::clone(&open);
        tokio::spawn(async move {
            while let Ok((mut near, _)) = listener.accept().await {
                if let Some(pairs) = shared.lock().unwrap().as_mut() {
                    pairs.push(tokio::spawn(async move {
                        let mut far = TcpStream::connect(database).await.unwrap();
                        // Cut or closed, the pair is done.
                        _ = tokio::io::copy_bidirectional(&mut near, &mut far).await;
                    }));
                }
            }
        });
        Self { address, open }
    }

    fn cut(&self) {
        self.open.lock().unwrap().take().into_iter().flatten().for_each(|pair| pair.abort());
    }

    fn mend(&self) {
        *self.open.lock().unwrap() = Some(Vec::new());
    }
}

#[tokio::test]
async fn a_database_that_was_lost_is_found_again() {
    let (url, _files) = database(Engine::Postgres).await;
    let mut url = url::Url::parse(&url).unwrap();
    let line = Line::to(url.socket_addrs(|| Some(5432)).unwrap()[0]).await;
    url.set_ip_host(line.address.ip()).unwrap();
    url.set_port(Some(line.address.port())).unwrap();
    let app = TestApp::start_with(Engine::Postgres, &[("DATABASE_URL", url.as_str())]).await;
    let haruka = app.member("haruka").await;
    let mut browser = haruka.browser;
    assert_eq!(browser.get("/settings").await.status, 200);
    line.cut();
    for path in ["/settings", "/readyz"] {
        let lost = browser.get(path).await;
        assert_eq!((lost.status.as_u16(), lost.header("retry-after")), (503, "10"), "{path}");
    }
    assert_eq!(browser.get("/healthz").await.status, 200);
    line.mend();
    for _ in 0..50 {
        if browser.get("/readyz").await.status == 200 {
            assert_eq!(browser.get("/settings").await.status, 200, "and the member is still signed in");
            return;
        }
        tokio::time::sleep(Duration::from_millis(200)).await;
    }
    panic!("not found again");
}
