//! `/about /terms /privacy /guidelines /contact` in both languages. A file of the same name
//! (`terms.ja.md`) in `POLICIES_DIR` takes the place of ours; read at start, since the finished
//! pages are kept.

use std::path::Path;
use std::sync::Arc;

use axum::Router;
use axum::routing::get;
use leptos::prelude::*;

use crate::base::app::App;
use crate::base::words::Lang;
use crate::members::visit::Visit;
use crate::ui::page::Page;

macro_rules! texts {
    ($($name:literal),*) => {
        [$(($name, [
            (Lang::Ja, include_str!(concat!("../policies/", $name, ".ja.md"))),
            (Lang::En, include_str!(concat!("../policies/", $name, ".en.md"))),
        ])),*]
    };
}

/// Path and the text in each language.
const TEXTS: [(&str, [(Lang, &str); 2]); 5] = texts!("about", "terms", "privacy", "guidelines", "contact");

/// One policy in one language, rendered.
struct Policy {
    lang: Lang,
    title: String,
    html: String,
}

/// Reads and renders every policy.
pub fn routes(app: &App) -> Router<App> {
    TEXTS.into_iter().fold(Router::new(), |router, (name, texts)| {
        let policies = Arc::new(texts.map(|(lang, ours)| policy(app.config.policies_dir.as_deref(), name, lang, ours)));
        router.route(&format!("/{name}"), get(async move |visit: Visit| show(&visit, name, &policies)))
    })
}

fn show(visit: &Visit, name: &str, policies: &[Policy; 2]) -> Page {
    let [first, second] = policies;
    let policy = if first.lang == visit.lang { first } else { second };
    let page = Page::new(policy.title.clone(), || {
        view! {
            <div class="title"><h1>{policy.title.clone()}</h1></div>
            <div class="prose" inner_html=policy.html.clone()></div>
        }
    });
    page.describe(policy.title.clone()).public(format!("/{name}"), [])
}

/// The operator's text, else ours. The first heading is the page's title.
fn policy(folder: Option<&str>, name: &str, lang: Lang, ours: &str) -> Policy {
    let theirs = folder.and_then(|folder| read(&Path::new(folder).join(format!("{name}.{lang}.md"))));
    let text = theirs.as_deref().unwrap_or(ours).trim_start_matches('\u{feff}').trim_start();
    let (title, body) = match text.strip_prefix("# ") {
        Some(rest) => rest.split_once('\n').unwrap_or((rest, "")),
        None => (name, text),
    };
    Policy { lang, title: title.trim().to_owned(), html: html(body) }
}

fn read(path: &Path) -> Option<String> {
    match std::fs::read_to_string(path) {
        Ok(text) => Some(text),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => None,
        Err(error) => {
            tracing::warn!(%error, "POLICIES_DIR: {} cannot be read; the site's own text stands", path.display());
            None
        }
    }
}

/// The operator's own text: trusted, unlike a member's, so its headings and links stand as they are.
fn html(text: &str) -> String {
    let options = pulldown_cmark::Options::ENABLE_TABLES;
    let mut html = String::with_capacity(text.len() * 3 / 2);
    pulldown_cmark::html::push_html(&mut html, pulldown_cmark::Parser::new_ext(text, options));
    html
}
