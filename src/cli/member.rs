//! `member`: what the operator does about members, also beside a running server.

use clap::Subcommand;

use crate::base::app::App;
use crate::base::error::Error;
use crate::base::text;
use crate::base::time::{DAY, Time};
use crate::members::model::{Purpose, Role};
use crate::members::store::{self, Account};
use crate::members::{actions, jobs};

#[derive(Subcommand)]
pub enum Member {
    /// List members: handle, role, state, address, name
    List,
    /// Show one member
    Show { handle: String },
    /// Make someone a member, an organizer or an admin
    Role {
        handle: String,
        #[arg(value_parser = role)]
        role: Role,
    },
    /// Suspend a member: they read and write drafts, and do not speak
    Suspend {
        handle: String,
        /// For so many days
        #[arg(long, default_value_t = 7, value_parser = clap::value_parser!(i64).range(1..=3650))]
        days: i64,
        /// End the suspension instead
        #[arg(long, conflicts_with = "days")]
        lift: bool,
    },
    /// Print a link that sets a new password: single use, holds for an hour
    ResetLink { handle: String },
}

fn role(text: &str) -> Result<Role, String> {
    text.parse().map_err(|_| "a role is member, organizer or admin".to_owned())
}

/// How many rows are read at once.
const PAGE: i64 = 500;

/// Runs the command; the lines go to standard output.
///
/// # Errors
/// One line for the operator.
pub async fn run(app: &App, command: Member) -> Result<(), String> {
    match command {
        Member::List => list(app).await,
        Member::Show { handle } => show(app, &find(app, &handle).await?),
        Member::Role { handle, role } => {
            let account = find(app, &handle).await?;
            actions::set_role(app, account.id, role).await.map_err(line)?;
            println!("{} is now {role}.", account.handle);
            Ok(())
        }
        Member::Suspend { handle, days, lift } => {
            let account = find(app, &handle).await?;
            let until = (!lift).then(|| app.now().plus(days * DAY));
            actions::suspend(app, account.id, until).await.map_err(line)?;
            println!(
                "{} is {}.",
                account.handle,
                until.map_or("no longer suspended".into(), |t| format!("suspended until {}", t.rfc3339()))
            );
            Ok(())
        }
        Member::ResetLink { handle } => {
            let account = find(app, &handle).await?;
            println!("{}", jobs::token_link(app, Purpose::Reset, account.id, None).await.map_err(line)?);
            Ok(())
        }
    }
}

async fn find(app: &App, handle: &str) -> Result<Account, String> {
    let mut conn = app.db.read().await.map_err(line)?;
    let found = store::account_by_handle(&mut conn, &text::key(handle)).await.map_err(line)?;
    found.ok_or_else(|| format!("no member has the handle {handle}"))
}

async fn list(app: &App) -> Result<(), String> {
    let mut conn = app.db.read().await.map_err(line)?;
    let mut after = String::new();
    loop {
        let page = store::accounts(&mut conn, &after, PAGE).await.map_err(line)?;
        for account in &page {
            let email = account.email.as_deref().unwrap_or("-");
            println!("{}\t{}\t{}\t{email}\t{}", account.handle, account.role, state(account, app.now()), account.name);
        }
        let Some(last) = page.last().filter(|_| page.len() as i64 == PAGE) else { return Ok(()) };
        after.clone_from(&last.handle);
    }
}

fn show(app: &App, account: &Account) -> Result<(), String> {
    let date = |time: Option<Time>| time.map_or_else(|| "no".to_owned(), Time::rfc3339);
    for (name, value) in [
        ("handle", account.handle.clone()),
        ("name", account.name.clone()),
        ("email", account.email.clone().unwrap_or_default()),
        ("role", account.role.to_string()),
        ("state", state(account, app.now()).to_owned()),
        ("discipline", account.discipline.to_string()),
        ("language", account.language.to_string()),
        ("zone", account.zone.clone()),
        ("standing", account.standing.to_string()),
        ("joined", account.created_at.rfc3339()),
        ("confirmed", date(account.verified_at)),
        ("suspended until", date(account.suspended_until)),
    ] {
        println!("{name}: {value}");
    }
    Ok(())
}

fn state(account: &Account, now: Time) -> &'static str {
    match account {
        a if a.suspended_until.is_some_and(|until| until > now) => "suspended",
        a if a.verified_at.is_none() => "unverified",
        a if a.demo => "demo",
        _ => "active",
    }
}

fn line(error: Error) -> String {
    error.to_string()
}
