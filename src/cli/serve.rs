//! `serve`: the site, its worker and its ear for news.

use std::path::Path;
use std::sync::Arc;

use tokio::net::TcpListener;
use tokio::sync::Semaphore;
use tracing_subscriber::EnvFilter;

use crate::base::app::{App, Kept, Parts};
use crate::base::assets::Assets;
use crate::base::cache::Pages;
use crate::base::config::Config;
use crate::base::db::Db;
use crate::base::hub::Hub;
use crate::base::limits::Limits;
use crate::base::mail::Mailer;
use crate::base::random::Random;
use crate::base::time::{Clock, SECOND};
use crate::pairing::room::rooms::Rooms;
use crate::{comments, companies, traces, web, worker};

pub async fn run(config: Config) -> Result<(), String> {
    let filter = EnvFilter::try_new(&config.log).map_err(|e| format!("LOG must be a filter such as info: {e}"))?;
    tracing_subscriber::fmt().with_env_filter(filter).with_target(false).init();
    let mailer = Mailer::new(&config)?;
    if let Some(folder) = config.policies_dir.as_deref().filter(|folder| !Path::new(folder).is_dir()) {
        return Err(format!("POLICIES_DIR must be a folder of Markdown files; {folder} is none"));
    }
    let assets = if config.watched { Assets::watched(&config.site_dir) } else { Assets::load(&config.site_dir)? };
    let listen = config.listen;
    let listener = TcpListener::bind(listen).await.map_err(|e| format!("LISTEN: {listen}: {e}"))?;
    let db = super::open(&config).await?;
    let app = app(config, db, mailer, assets);
    app.hub.catch_up(&app.db).await.map_err(|e| e.to_string())?;
    // A new site has companies to choose from; pages rendered by an older version are made again.
    companies::actions::seed_directory(&app).await.map_err(|e| format!("the directory of companies: {e}"))?;
    traces::jobs::ask_rerender(&app).await.map_err(|e| e.to_string())?;
    comments::jobs::ask_rerender(&app).await.map_err(|e| e.to_string())?;
    tokio::spawn(app.hub.clone().listen(app.db.clone()));
    tokio::spawn(worker::run(app.clone()));
    tracing::info!("serving {} on {listen} with {}", app.config.origin(), app.db.engine());
    web::serve::serve(listener, web::router::router(app.clone()), stopped()).await;
    Rooms::of(&app).stop().await;
    app.db.close().await;
    tracing::info!("stopped");
    Ok(())
}

/// The running program with the system's clock and randomness.
pub fn app(config: Config, db: Db, mailer: Mailer, assets: Assets) -> App {
    App::new(Parts {
        limits: Limits::new(config.limits),
        clock: Clock::System { ahead: config.clock_ahead * SECOND },
        config,
        db,
        hub: Hub::default(),
        pages: Pages::default(),
        mailer,
        random: Random::System,
        // One a core keeps the cores busy with either, and leaves room for the other.
        heavy: Arc::new(Semaphore::new(places())),
        hashing: Arc::new(Semaphore::new(places())),
        hashed: Default::default(),
        assets,
        kept: Kept::default(),
    })
}

fn places() -> usize {
    std::thread::available_parallelism().map_or(2, usize::from)
}

/// SIGTERM, or Ctrl-C.
async fn stopped() {
    let mut term = match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
        Ok(term) => term,
        Err(error) => {
            tracing::warn!(%error, "cannot hear SIGTERM");
            return std::future::pending().await;
        }
    };
    tokio::select! {
        _ = term.recv() => {}
        _ = tokio::signal::ctrl_c() => {}
    }
}
