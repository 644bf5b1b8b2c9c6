//! What the operator sets: read once in `main`, from the environment or the TOML file named by `CONFIG`.
//! No other code reads the environment.

use std::fmt::Write as _;
use std::net::SocketAddr;

use ipnet::IpNet;
use url::Url;

/// Who may sign up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SignUp {
    Open,
    Invite,
    Closed,
}

/// The settings, checked.
#[derive(Debug, Clone)]
pub struct Config {
    pub database_url: String,
    pub listen: SocketAddr,
    /// Every absolute link is built from this, never from the Host header. No trailing slash.
    pub public_url: Url,
    pub smtp_url: Option<String>,
    pub mail_from: String,
    /// Proxies whose forwarding headers are believed.
    pub trusted_proxies: Vec<IpNet>,
    pub sign_up: SignUp,
    pub metrics_listen: Option<SocketAddr>,
    pub metrics_token: Option<String>,
    pub log: String,
    /// Development: letters are shown at `/dev/mail` instead of sent. Loopback only.
    pub dev: bool,
    /// Limits are off; only under `dev`.
    pub limits: bool,
    /// How many times as fast as the sun the clock of a pair session runs; only under `dev`, for tests.
    pub room_speed: i64,
    /// How many seconds the site lives ahead of the system's clock; only under `dev`, for tests.
    pub clock_ahead: i64,
    /// The folder of built assets.
    pub site_dir: String,
    /// It is `cargo leptos watch` that builds them, and starts us.
    pub watched: bool,
    /// A folder of Markdown files (`about.ja.md` ...) that replace the built-in policy pages.
    pub policies_dir: Option<String>,
}

/// In seconds.
const YEAR: i64 = 365 * 86_400;

/// The settings' names, their defaults and what they mean: for `config` and for messages.
const NAMES: &[&str] = &[
    "DATABASE_URL",
    "LISTEN",
    "PUBLIC_URL",
    "SMTP_URL",
    "MAIL_FROM",
    "TRUSTED_PROXIES",
    "SIGN_UP",
    "METRICS_LISTEN",
    "METRICS_TOKEN",
    "LOG",
    "DEV",
    "LIMITS",
    "ROOM_SPEED",
    "CLOCK_AHEAD",
    "SITE_DIR",
    "POLICIES_DIR",
];

impl Config {
    /// Reads the settings through `get`, which answers for one name (an empty value counts as unset).
    ///
    /// # Errors
    /// One line: the setting's name and what it should be.
    pub fn read(get: impl Fn(&str) -> Option<String>) -> Result<Self, String> {
        let get = |name: &str| get(name).map(|v| v.trim().to_owned()).filter(|v| !v.is_empty());
        // `cargo leptos watch` starts us with nothing but its own settings: that is development.
        let watched = get("LEPTOS_WATCH").as_deref() == Some("true");
        let leptos = |name: &str| get(name).filter(|_| watched);
        let dev = on(&get, "DEV")?.unwrap_or(watched);
        let limits = on(&get, "LIMITS")?.unwrap_or(true);
        let listen: SocketAddr = parse(&get, "LISTEN", "an address and port such as 127.0.0.1:3000")?
            .or(parse(&leptos, "LEPTOS_SITE_ADDR", "an address and port such as 127.0.0.1:3000")?)
            .unwrap_or_else(|| SocketAddr::from(([127, 0, 0, 1], 3000)));
        let public_url = match get("PUBLIC_URL") {
            None => Url::parse(&format!("http://{listen}")).map_err(|e| format!("LISTEN: {e}"))?,
            Some(text) => Url::parse(&text)
                .map_err(|_| "PUBLIC_URL must be an address such as https://traces.example".to_owned())?,
        };
        if !matches!(public_url.scheme(), "http" | "https") || public_url.path() != "/" || public_url.query().is_some()
        {
            return Err("PUBLIC_URL must be https://host or http://host, without a path".into());
        }
        if public_url.scheme() == "http" && !is_loopback(&public_url) {
            return Err("PUBLIC_URL must be https:// unless it is a loopback address".into());
        }
        if dev && !(listen.ip().is_loopback() && is_loopback(&public_url)) {
            return Err("DEV=on is refused unless LISTEN and PUBLIC_URL are loopback addresses".into());
        }
        if !limits && !dev {
            return Err("LIMITS=off is refused without DEV=on".into());
        }
        let room_speed: i64 = parse(&get, "ROOM_SPEED", "a whole number from 1 to 600")?.unwrap_or(1);
        if !(1..=600).contains(&room_speed) {
            return Err("ROOM_SPEED must be a whole number from 1 to 600".into());
        }
        if room_speed != 1 && !dev {
            return Err("ROOM_SPEED is refused without DEV=on".into());
        }
        let clock_ahead: i64 = parse(&get, "CLOCK_AHEAD", "a whole number of seconds up to a year")?.unwrap_or(0);
        if !(0..=YEAR).contains(&clock_ahead) {
            return Err("CLOCK_AHEAD must be a whole number of seconds up to a year".into());
        }
        if clock_ahead != 0 && !dev {
            return Err("CLOCK_AHEAD is refused without DEV=on".into());
        }
        let database_url = get("DATABASE_URL").unwrap_or_else(|| "sqlite://data/marketing-trace.db".into());
        if !["sqlite:", "postgres://", "postgresql://"].iter().any(|s| database_url.starts_with(s)) {
            return Err("DATABASE_URL must be sqlite://path or postgres://user@host/name".into());
        }
        let sign_up = match get("SIGN_UP").as_deref() {
            None | Some("open") => SignUp::Open,
            Some("invite") => SignUp::Invite,
            Some("closed") => SignUp::Closed,
            Some(_) => return Err("SIGN_UP must be open, invite or closed".into()),
        };
        let trusted_proxies = get("TRUSTED_PROXIES")
            .map(|list| list.split(',').map(|n| network(n.trim())).collect::<Option<Vec<_>>>())
            .unwrap_or(Some(Vec::new()))
            .ok_or("TRUSTED_PROXIES must be addresses or networks separated by commas, such as 10.0.0.0/8")?;
        if get("SMTP_URL").is_some() && get("MAIL_FROM").is_none() {
            return Err("MAIL_FROM must be set with SMTP_URL: an address that may send through that server".into());
        }
        if get("SMTP_URL").is_some_and(|address| sends_password_in_clear(&address)) {
            return Err("SMTP_URL must be smtps:// (or smtp:// with ?tls=required) when it holds a password".into());
        }
        let mail_from = get("MAIL_FROM").unwrap_or_else(|| "Marketing Trace <trace@localhost>".into());
        mail_from
            .parse::<lettre::message::Mailbox>()
            .map_err(|_| "MAIL_FROM must be an address such as Marketing Trace <trace@example.org>")?;
        Ok(Self {
            database_url,
            listen,
            public_url,
            smtp_url: get("SMTP_URL"),
            mail_from,
            trusted_proxies,
            sign_up,
            metrics_listen: parse(&get, "METRICS_LISTEN", "an address and port such as 127.0.0.1:9090")?,
            metrics_token: get("METRICS_TOKEN"),
            log: get("LOG").unwrap_or_else(|| "info,sqlx=warn".into()),
            dev,
            limits,
            room_speed,
            clock_ahead,
            watched: watched && get("SITE_DIR").is_none(),
            site_dir: get("SITE_DIR").or(leptos("LEPTOS_SITE_ROOT")).unwrap_or_else(|| "target/site".into()),
            policies_dir: get("POLICIES_DIR"),
        })
    }

    /// Reads the environment, over the TOML file named by `CONFIG` where there is one.
    ///
    /// # Errors
    /// One line that names the setting or the file.
    #[allow(clippy::disallowed_methods, reason = "the one place that reads the environment")]
    pub fn load() -> Result<Self, String> {
        let file: toml::Table = match std::env::var("CONFIG") {
            Ok(path) if !path.is_empty() => std::fs::read_to_string(&path)
                .map_err(|e| format!("CONFIG: {path}: {e}"))?
                .parse()
                .map_err(|e: toml::de::Error| format!("CONFIG: {path}: {}", e.message()))?,
            _ => toml::Table::new(),
        };
        if let Some(name) = file.keys().find(|k| !NAMES.contains(&k.to_uppercase().as_str())) {
            return Err(format!("CONFIG: {name} is no setting"));
        }
        Self::read(|name| {
            std::env::var(name).ok().or_else(|| {
                let value = file.get(name).or_else(|| file.get(&name.to_lowercase()))?;
                Some(value.as_str().map_or_else(|| value.to_string(), str::to_owned))
            })
        })
    }

    /// An absolute link to `path` (which begins with a slash).
    #[must_use]
    pub fn link(&self, path: &str) -> String {
        format!("{}{path}", self.origin())
    }

    /// Scheme, host and port, as browsers write it in `Origin`.
    #[must_use]
    pub fn origin(&self) -> String {
        self.public_url.origin().ascii_serialization()
    }

    #[must_use]
    pub fn is_https(&self) -> bool {
        self.public_url.scheme() == "https"
    }

    /// The settings as read, one a line, secrets hidden.
    #[must_use]
    pub fn show(&self) -> String {
        let mut out = String::new();
        let mut line = |name: &str, value: String| {
            // Writing to a String cannot fail.
            let _ = writeln!(out, "{name}={value}");
        };
        let switch = |on: bool| if on { "on" } else { "off" }.to_owned();
        line("DATABASE_URL", hide_password(&self.database_url));
        line("LISTEN", self.listen.to_string());
        line("PUBLIC_URL", self.origin());
        line("SMTP_URL", self.smtp_url.as_deref().map(hide_password).unwrap_or_default());
        line("MAIL_FROM", self.mail_from.clone());
        line("TRUSTED_PROXIES", self.trusted_proxies.iter().map(ToString::to_string).collect::<Vec<_>>().join(","));
        line("SIGN_UP", format!("{:?}", self.sign_up).to_lowercase());
        line("METRICS_LISTEN", self.metrics_listen.map(|a| a.to_string()).unwrap_or_default());
        line("METRICS_TOKEN", self.metrics_token.as_ref().map(|_| "(hidden)".to_owned()).unwrap_or_default());
        line("LOG", self.log.clone());
        line("DEV", switch(self.dev));
        line("LIMITS", switch(self.limits));
        line("ROOM_SPEED", self.room_speed.to_string());
        line("CLOCK_AHEAD", self.clock_ahead.to_string());
        line("SITE_DIR", self.site_dir.clone());
        line("POLICIES_DIR", self.policies_dir.clone().unwrap_or_default());
        out
    }
}

fn on(get: &impl Fn(&str) -> Option<String>, name: &str) -> Result<Option<bool>, String> {
    match get(name).as_deref() {
        None => Ok(None),
        Some("on") => Ok(Some(true)),
        Some("off") => Ok(Some(false)),
        Some(_) => Err(format!("{name} must be on or off")),
    }
}

fn parse<T: std::str::FromStr>(
    get: &impl Fn(&str) -> Option<String>,
    name: &str,
    should: &str,
) -> Result<Option<T>, String> {
    get(name).map(|v| v.parse().map_err(|_| format!("{name} must be {should}"))).transpose()
}

fn network(text: &str) -> Option<IpNet> {
    text.parse().ok().or_else(|| text.parse::<std::net::IpAddr>().ok().map(IpNet::from))
}

fn is_loopback(url: &Url) -> bool {
    match url.host() {
        Some(url::Host::Ipv4(ip)) => ip.is_loopback(),
        Some(url::Host::Ipv6(ip)) => ip.is_loopback(),
        Some(url::Host::Domain(name)) => name == "localhost",
        None => false,
    }
}

/// A password to another machine, without TLS.
fn sends_password_in_clear(address: &str) -> bool {
    Url::parse(address).is_ok_and(|url| {
        url.scheme() == "smtp" && url.password().is_some() && !is_loopback(&url) && !address.contains("tls=required")
    })
}

fn hide_password(address: &str) -> String {
    match Url::parse(address) {
        Ok(mut url) if url.password().is_some() => match url.set_password(Some("hidden")) {
            Ok(()) => url.to_string(),
            Err(()) => "(hidden)".into(),
        },
        _ => address.to_owned(),
    }
}

#[cfg(test)]
mod tests;
