//! Settings, right and wrong.

use super::*;

fn read(pairs: &[(&str, &str)]) -> Result<Config, String> {
    Config::read(|name| pairs.iter().find(|(n, _)| *n == name).map(|(_, v)| (*v).to_owned()))
}

#[test]
fn nothing_set_is_a_local_site() {
    let config = read(&[]).unwrap();
    assert_eq!(config.origin(), "http://127.0.0.1:3000");
    assert_eq!(config.link("/traces"), "http://127.0.0.1:3000/traces");
    assert!(!config.dev && config.limits);
}

#[test]
fn a_wrong_setting_is_named_with_what_it_should_be() {
    for (name, value) in [
        ("LISTEN", "3000"),
        ("PUBLIC_URL", "traces"),
        ("PUBLIC_URL", "http://traces.example"),
        ("PUBLIC_URL", "https://traces.example/site"),
        ("DATABASE_URL", "mysql://x"),
        ("SIGN_UP", "maybe"),
        ("TRUSTED_PROXIES", "proxy"),
        ("DEV", "1"),
        ("MAIL_FROM", "nobody"),
        ("LIMITS", "off"),
        ("ROOM_SPEED", "4"),
        ("CLOCK_AHEAD", "60"),
        ("CLOCK_AHEAD", "-60"),
    ] {
        let message = read(&[(name, value)]).unwrap_err();
        assert!(message.starts_with(name), "{name}={value}: {message}");
    }
}

#[test]
fn mail_is_not_sent_from_nowhere_or_with_a_password_in_clear() {
    assert!(read(&[("SMTP_URL", "smtps://me:x@mail.example")]).unwrap_err().starts_with("MAIL_FROM"));
    let clear = [("SMTP_URL", "smtp://me:x@mail.example"), ("MAIL_FROM", "a@example.org")];
    assert!(read(&clear).unwrap_err().starts_with("SMTP_URL"));
}

#[test]
fn development_is_refused_off_loopback() {
    assert!(read(&[("DEV", "on")]).is_ok());
    assert!(read(&[("DEV", "on"), ("LISTEN", "0.0.0.0:3000")]).is_err());
    assert!(read(&[("DEV", "on"), ("PUBLIC_URL", "https://traces.example")]).is_err());
}

#[test]
fn secrets_are_hidden() {
    let shown = read(&[("DATABASE_URL", "postgres://me:s3cret@db/mt"), ("METRICS_TOKEN", "t0ken")]).unwrap().show();
    assert!(!shown.contains("s3cret") && !shown.contains("t0ken"), "{shown}");
}

#[test]
fn cargo_leptos_watch_starts_a_site_in_development() {
    let watch = [
        ("LEPTOS_WATCH", "true"),
        ("LEPTOS_SITE_ADDR", "127.0.0.1:4000"),
        ("LEPTOS_SITE_ROOT", "target/site-leptos"),
        ("LEPTOS_OUTPUT_NAME", "app"),
    ];
    let config = read(&watch).unwrap();
    assert!(config.dev && config.watched);
    assert_eq!((config.origin().as_str(), config.site_dir.as_str()), ("http://127.0.0.1:4000", "target/site-leptos"));
    assert!(!read(&[&watch[..], &[("DEV", "off")]].concat()).unwrap().dev, "what is said wins");
    assert!(!read(&watch[1..]).unwrap().dev, "built by it and started by others is no development");
    assert_eq!(read(&watch[1..]).unwrap().site_dir, "target/site");
    assert!(read(&[&watch[..], &[("LISTEN", "0.0.0.0:80")]].concat()).unwrap_err().contains("loopback"));
}
