//! `companies`: what the operator does about the directory, also beside a running server.

use clap::Subcommand;

use crate::base::app::App;
use crate::base::error::Error;
use crate::companies::model::CompanyId;
use crate::companies::{actions, store};

#[derive(Subcommand)]
pub enum Companies {
    /// Merge a double into the company that it is: its address, spellings, traces and pair sessions become
    /// the other's, and whoever has something on it is told. It cannot be undone
    Merge {
        /// The double, by the last part of its address
        from: String,
        /// The company that stays
        into: String,
    },
}

/// Runs the command; the lines go to standard output.
///
/// # Errors
/// One line for the operator.
pub async fn run(app: &App, command: Companies) -> Result<(), String> {
    let Companies::Merge { from, into } = command;
    let (double, kept) = (find(app, &from).await?, find(app, &into).await?);
    actions::merge(app, double, kept, app.now()).await.map_err(|error| match error {
        Error::Invalid(problems) if problems.of("from").is_some() => format!("{from} has been merged already"),
        Error::Invalid(_) => format!("{into} is not listed, or is {from} itself"),
        other => other.to_string(),
    })?;
    println!("{from} is now {into}. Its traces follow, and members are told, while the site is served.");
    Ok(())
}

async fn find(app: &App, slug: &str) -> Result<CompanyId, String> {
    let mut conn = app.db.read().await.map_err(|error| error.to_string())?;
    let found = store::id_at(&mut conn, slug).await.map_err(|error| error.to_string())?;
    found.ok_or_else(|| format!("no company has the address {slug}"))
}
