//! The slice, through HTTP, on both engines.

mod blocks;
mod enter;
mod join;
mod keep;
mod leave;

use crate::base::mail::Letter;
use crate::testing::TestApp;
use crate::testing::client::{Answer, Client};

const PASSWORD: &str = "a quiet walk home";

/// A sign-up that fits, with some fields otherwise.
fn sheet<'a>(email: &'a str, handle: &'a str, otherwise: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let fields = [
        ("email", email),
        ("handle", handle),
        ("name", "Haruka Ono"),
        ("discipline", "design"),
        ("language", "en"),
        ("zone", "Asia/Tokyo"),
        ("password", PASSWORD),
        ("agree", "2026-11-01"),
    ];
    let value = |(name, value)| otherwise.iter().find(|(n, _)| *n == name).copied().unwrap_or((name, value));
    let more = otherwise.iter().copied().filter(|(n, _)| fields.iter().all(|(f, _)| f != n));
    fields.into_iter().map(value).chain(more).collect()
}

/// The path of the link in a letter that begins with `path`.
fn link(app: &TestApp, letter: &Letter, path: &str) -> String {
    let origin = app.app.config.origin();
    let found = letter.text.lines().find_map(|line| line.strip_prefix(&origin).filter(|rest| rest.starts_with(path)));
    found.unwrap_or_else(|| panic!("no {path} on {origin} in {}", letter.text)).to_owned()
}

fn token(link: &str) -> &str {
    link.split_once("token=").expect("a token").1
}

/// Signs up and confirms, and gives the browser.
async fn join(app: &TestApp, email: &str, handle: &str) -> Client {
    let mut browser = app.browser();
    assert_eq!(browser.post("/sign-up", &sheet(email, handle, &[])).await.status, 303);
    let letters = app.letters().await;
    let link = link(app, &letters[0], "/verify?");
    assert_eq!(browser.post("/verify", &[("token", token(&link))]).await.location(), "/sign-in?verified=1");
    browser
}

async fn sign_in(browser: &mut Client, email: &str, password: &str) -> Answer {
    browser.post("/sign-in", &[("email", email), ("password", password), ("next", "/settings")]).await
}
