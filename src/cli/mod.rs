//! The commands of the one binary.

pub mod serve;

use clap::{Parser, Subcommand};

use crate::base::config::Config;
use crate::base::db::Db;

#[derive(Parser)]
#[command(name = "marketing-trace", version, about = "A community that learns strategy by tracing companies")]
pub struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Serve the site (brings the schema up to date first)
    Serve,
    /// Bring the database's schema up to date
    Migrate,
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
    match command {
        Command::Serve => serve::run(config).await,
        Command::Migrate => {
            let db = open(&config).await?;
            println!("The {} database is up to date.", db.engine());
            Ok(())
        }
        Command::Config => {
            print!("{}", config.show());
            Ok(())
        }
    }
}

/// Connects and migrates.
async fn open(config: &Config) -> Result<Db, String> {
    let db = Db::connect(&config.database_url).await.map_err(|e| format!("DATABASE_URL: {e}"))?;
    db.migrate().await.map_err(|e| format!("migrating: {e}"))?;
    Ok(db)
}
