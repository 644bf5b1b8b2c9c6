//! The commands of the one binary.

pub mod companies;
pub mod demo;
pub mod member;
pub mod serve;

use clap::{CommandFactory as _, Parser, Subcommand};

use crate::base::app::App;
use crate::base::assets::Assets;
use crate::base::config::Config;
use crate::base::db::Db;
use crate::base::mail::Mailer;

#[derive(Parser)]
#[command(name = "marketing-trace", version, about = "A community that learns strategy by tracing companies")]
pub struct Cli {
    /// None: `cargo leptos watch` starts the binary bare.
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Subcommand)]
enum Command {
    /// Serve the site (brings the schema up to date first)
    Serve,
    /// Bring the database's schema up to date
    Migrate,
    /// What the operator does about members
    #[command(subcommand)]
    Member(member::Member),
    /// What the operator does about the directory of companies
    #[command(subcommand)]
    Companies(companies::Companies),
    /// Fill the site with demo members and traces; running it again adds only what is missing
    Demo {
        /// Only where nobody has an account yet
        #[arg(long)]
        if_empty: bool,
    },
    /// Print the settings as read, secrets hidden
    Config,
}

/// Runs the command; an error is one clear line for the operator.
///
/// # Errors
/// The line to print before exiting non-zero.
pub async fn run() -> Result<(), String> {
    let command = Cli::parse().command;
    let config = Config::load()?;
    let Some(command) = command else { return bare(config).await };
    match command {
        Command::Serve => serve::run(config).await,
        Command::Migrate => {
            let db = open(&config).await?;
            println!("The {} database is up to date.", db.engine());
            Ok(())
        }
        Command::Member(command) => member::run(&app(config).await?, command).await,
        Command::Companies(command) => companies::run(&app(config).await?, command).await,
        Command::Demo { if_empty } => {
            let added = demo::fill(&app(config).await?, if_empty).await.map_err(|e| format!("demo: {e}"))?;
            let demo::Added { members, companies, traces, asks } = added;
            println!("Demo: {members} members, {companies} companies, {traces} traces, {asks} asks added.");
            Ok(())
        }
        Command::Config => {
            print!("{}", config.show());
            Ok(())
        }
    }
}

/// Without a command: under `cargo leptos watch` the site with its demo content, else help.
async fn bare(config: Config) -> Result<(), String> {
    if !config.watched {
        Cli::command().print_help().map_err(|e| e.to_string())?;
        return Err("which command? `serve` serves the site".into());
    }
    demo::fill(&app(config.clone()).await?, true).await.map_err(|e| format!("demo: {e}"))?;
    serve::run(config).await
}

/// The program without its server: for commands, which send no letters and show no pages.
async fn app(config: Config) -> Result<App, String> {
    let db = open(&config).await?;
    Ok(serve::app(config, db, Mailer::outbox(), Assets::default()))
}

/// Connects and migrates.
async fn open(config: &Config) -> Result<Db, String> {
    let db = Db::connect(&config.database_url).await.map_err(|e| format!("DATABASE_URL: {e}"))?;
    db.migrate().await.map_err(|e| format!("migrating: {e}"))?;
    Ok(db)
}
