//! What the slices' tests stand on: a real server on a real database, on both engines, with a clock
//! in hand; [`both_engines!`](crate::both_engines) runs a test on each.

pub mod cast;
pub mod client;
pub mod house;
pub mod pairing;
pub mod plans;
pub mod smtp;
pub mod tab;
pub mod traces;
pub mod visit;

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};

use tokio::net::TcpListener;
use tokio::sync::{OnceCell, Semaphore};

use crate::base::app::{App, Kept, Parts};
use crate::base::assets::Assets;
use crate::base::cache::Pages;
use crate::base::config::Config;
use crate::base::db::Db;
use crate::base::hub::Hub;
use crate::base::limits::Limits;
use crate::base::mail::{Letter, Mailer};
use crate::base::random::Random;
use crate::base::time::{Clock, Time};
use crate::testing::client::Client;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    Sqlite,
    Postgres,
}

/// Makes `name::sqlite` and `name::postgres` from one test: `both_engines!(a_guest_reads, |app| { ... });`
#[macro_export]
macro_rules! both_engines {
    ($(#[$meta:meta])* $name:ident, |$app:ident| $body:block) => {
        mod $name {
            #[allow(unused_imports)]
            use super::*;
            async fn case($app: $crate::testing::TestApp) $body
            $(#[$meta])*
            #[tokio::test]
            async fn sqlite() { case($crate::testing::TestApp::start($crate::testing::Engine::Sqlite).await).await }
            $(#[$meta])*
            #[tokio::test]
            async fn postgres() { case($crate::testing::TestApp::start($crate::testing::Engine::Postgres).await).await }
        }
    };
}

/// 2026-11-23 09:00 UTC.
pub const NOON: Time = Time(1_795_424_400_000);

/// A running site.
pub struct TestApp {
    pub app: App,
    pub address: SocketAddr,
    clock: Arc<AtomicI64>,
    _files: Option<tempfile::TempDir>,
}

impl TestApp {
    pub async fn start(engine: Engine) -> Self {
        Self::start_with(engine, &[]).await
    }

    /// With settings of its own.
    pub async fn start_with(engine: Engine, settings: &[(&str, &str)]) -> Self {
        let own = settings.iter().find(|(name, _)| *name == "DATABASE_URL").map(|(_, url)| (*url).to_owned());
        let (url, files) = match own {
            Some(url) => (url, None),
            None => database(engine).await,
        };
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let port = listener.local_addr().expect("an address").to_string();
        let config = Config::read(|name| {
            settings.iter().find(|(n, _)| *n == name).map(|(_, v)| (*v).to_owned()).or_else(|| match name {
                "LISTEN" => Some(port.clone()),
                "DATABASE_URL" => Some(url.clone()),
                "DEV" => Some("on".into()),
                _ => None,
            })
        })
        .expect("the test's settings");
        Self::serve(listener, config, Arc::new(AtomicI64::new(NOON.0)), files).await
    }

    /// Another process on the same database: a second one behind a balancer, or one after a restart.
    pub async fn beside(&self) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        Self::serve(listener, self.app.config.clone(), Arc::clone(&self.clock), None).await
    }

    async fn serve(
        listener: TcpListener,
        config: Config,
        clock: Arc<AtomicI64>,
        files: Option<tempfile::TempDir>,
    ) -> Self {
        let db = Db::connect(&config.database_url).await.expect("the test database answers");
        db.migrate().await.expect("the schema fits");
        let address = listener.local_addr().expect("an address");
        let app = App::new(Parts {
            limits: Limits::new(config.limits),
            mailer: Mailer::new(&config).expect("the test's mail server"),
            config,
            db,
            hub: Hub::default(),
            pages: Pages::default(),
            clock: Clock::Hand(Arc::clone(&clock)),
            random: Random::System,
            heavy: Arc::new(Semaphore::new(4)),
            hashing: Arc::new(Semaphore::new(4)),
            hashed: Default::default(),
            assets: Assets::default(),
            kept: Kept::default(),
        });
        app.hub.catch_up(&app.db).await.expect("the news can be read");
        tokio::spawn(app.hub.clone().listen(app.db.clone()));
        tokio::spawn(crate::web::serve::serve(
            listener,
            crate::web::router::router(app.clone()),
            std::future::pending(),
        ));
        Self { app, address, clock, _files: files }
    }

    /// A browser without any cookie.
    pub fn browser(&self) -> Client {
        Client::new(self.address)
    }

    /// Lets so many milliseconds pass.
    pub fn pass(&self, millis: i64) {
        self.clock.fetch_add(millis, Ordering::SeqCst);
    }

    /// Does every job that is due and returns the letters so far, newest first.
    pub async fn letters(&self) -> Vec<Letter> {
        crate::worker::drain(&self.app).await.expect("the worker reaches the database");
        self.app.mailer.kept()
    }
}

/// A database of its own for each test. PostgreSQL is the private one that `make test` starts
/// (`TEST_POSTGRES_URL`); without it these tests fail, because both engines are promised.
pub async fn database(engine: Engine) -> (String, Option<tempfile::TempDir>) {
    match engine {
        Engine::Sqlite => {
            let folder = tempfile::tempdir().expect("a temporary folder");
            (format!("sqlite://{}/test.db", folder.path().display()), Some(folder))
        }
        Engine::Postgres => (postgres().await, None),
    }
}

#[allow(clippy::disallowed_methods, reason = "tests are told where their database is")]
async fn postgres() -> String {
    static NUMBER: AtomicU64 = AtomicU64::new(0);
    static TEMPLATE: OnceCell<()> = OnceCell::const_new();
    // Copying a template must not overlap with another copy of it.
    static ONE: Semaphore = Semaphore::const_new(1);
    let base = std::env::var("TEST_POSTGRES_URL").expect("TEST_POSTGRES_URL (run `make test`)");
    let process = std::process::id();
    let named = |name: &str| {
        let mut url = url::Url::parse(&base).expect("TEST_POSTGRES_URL is an address");
        url.set_path(name);
        url.to_string()
    };
    let execute = async |sql: String| {
        let pool = sqlx::PgPool::connect(&base).await.expect("the test PostgreSQL answers");
        sqlx::query(sqlx::AssertSqlSafe(sql)).execute(&pool).await.expect("a database can be made");
        pool.close().await;
    };
    let _place = ONE.acquire().await.expect("never closed");
    let template = format!("mt_{process}_template");
    TEMPLATE
        .get_or_init(async || {
            execute(format!("create database {template}")).await;
            let db = Db::connect(&named(&template)).await.expect("the template answers");
            db.migrate().await.expect("the schema fits");
            db.close().await;
        })
        .await;
    let name = format!("mt_{process}_{}", NUMBER.fetch_add(1, Ordering::Relaxed));
    execute(format!("create database {name} template {template}")).await;
    named(&name)
}
