//! The document around every page: head, header, footer.

use leptos::prelude::*;

use crate::base::text::json_for_script;
use crate::base::words::Lang;
use crate::members::model::{SignedIn, Theme, Viewer};
use crate::members::visit::Visit;
use crate::ui::marks::{Glyph, MarkDefs};
use crate::ui::page::{Head, Page};
use crate::ui::render::html;
use crate::web::again;

/// The whole document. `islands`: the page holds components that run in the browser.
#[must_use]
pub fn document(visit: &Visit, page: &Page, islands: bool) -> String {
    let mut out = String::with_capacity(page.body.len() + 8 * 1024);
    out.push_str("<!DOCTYPE html>");
    out.push_str(&html(|| whole(visit, page, islands)));
    out
}

fn whole(visit: &Visit, page: &Page, islands: bool) -> impl IntoView {
    let theme = (visit.theme != Theme::Auto).then(|| visit.theme.as_str());
    let t = visit.t();
    view! {
        <html lang=visit.lang.as_str() data-theme=theme>
            {head(visit, page, islands).into_any()}
            <body>
                <a class="skip vh" href="#main">{t.skip()}</a>
                <MarkDefs/>
                {header(visit, page).into_any()}
                <main id="main" class="page" tabindex="-1" inner_html=page.body.clone()></main>
                {footer(visit, page).into_any()}
            </body>
        </html>
    }
}

fn head(visit: &Visit, page: &Page, islands: bool) -> impl IntoView {
    let assets = &visit.app.assets;
    let Head { description, canonical, feed, alternates, json_ld, og_type, article_language } = page.head.clone();
    let site = visit.t().site_name();
    let title = if page.title.is_empty() { site.clone() } else { format!("{} · {site}", page.title) };
    let link = |path: &str| visit.app.config.link(path);
    let in_language = |path: &str, lang: &str| {
        let joint = if path.contains('?') { '&' } else { '?' };
        visit.app.config.link(&format!("{path}{joint}lang={lang}"))
    };
    let languages = canonical.as_ref().map(|path| {
        let one = Lang::ALL.iter().map(|lang| {
            view! { <link rel="alternate" hreflang=lang.as_str() href=in_language(path, lang.as_str())/> }
        });
        view! {
            <link rel="canonical" href=in_language(path, visit.lang.as_str())/>
            {one.collect_view()}
            <link rel="alternate" hreflang="x-default" href=link(path)/>
            {og("og:url", link(path))}
        }
    });
    let robots = canonical.is_none().then(|| view! { <meta name="robots" content="noindex"/> });
    let json_ld = json_ld.map(|value| {
        let text = json_for_script(&value.to_string());
        view! { <script type="application/ld+json" inner_html=text></script> }
    });
    view! {
        <head>
            <meta charset="utf-8"/>
            <meta name="viewport" content="width=device-width, initial-scale=1"/>
            <title>{title.clone()}</title>
            {(!description.is_empty()).then(|| view! {
                <meta name="description" content=description.clone()/>
                {og("og:description", description.clone())}
            })}
            <meta name="color-scheme" content="light dark"/>
            <meta name="theme-color" media="(prefers-color-scheme: light)" content="#f4efe3"/>
            <meta name="theme-color" media="(prefers-color-scheme: dark)" content="#092349"/>
            {og("og:title", title)}
            {og("og:site_name", site)}
            {og("og:type", og_type.unwrap_or("website"))}
            {og("og:locale", article_language.unwrap_or(visit.lang.as_str()))}
            {languages}
            {robots}
            {feed.map(|path| view! { <link rel="alternate" type="application/atom+xml" href=link(&path)/> })}
            {alternates.into_iter().map(|(kind, path)| view! { <link rel="alternate" type=kind href=link(&path)/> }).collect_view()}
            <link rel="icon" type="image/svg+xml" href=assets.address("icon.svg")/>
            <link rel="stylesheet" href=assets.address("site.css")/>
            {page.sheet.map(|name| view! { <link rel="stylesheet" href=assets.address(&format!("{name}.css"))/> })}
            {islands.then(|| view! {
                <link rel="modulepreload" href=assets.address("app.js")/>
                {assets.known("__wasm_split.js").map(|path| view! { <link rel="modulepreload" href=path/> })}
                <script type="module" src=assets.address("islands.js")></script>
            })}
            {json_ld}
        </head>
    }
}

/// `property` is RDFa, which the view macro does not know.
fn og(property: &'static str, content: impl Into<String>) -> impl IntoView {
    leptos::html::meta().attr("property", property).attr("content", content.into())
}

fn header(visit: &Visit, page: &Page) -> impl IntoView {
    let t = visit.t();
    let here = |path: &str| visit.here.split('?').next().is_some_and(|h| h == path).then_some("page");
    let section = move |path: &'static str, name: String| view! { <a href=path aria-current=here(path)>{name}</a> };
    view! {
        <header class="top page">
            <a class="brand" href="/"><Glyph/> " " <span lang="en">{t.site_name()}</span></a>
            <nav class="sections" aria-label=t.nav_sections()>
                {section("/traces", t.nav_traces())}
                {section("/companies", t.nav_companies())}
                {section("/pair", t.nav_pair())}
                {section("/featured", t.nav_featured())}
                <a class="short" href="/search">{t.nav_search_go()}</a>
            </nav>
            <form class="find" role="search" action="/search">
                <label class="vh" for="find-q">{t.nav_search()}</label>
                <input id="find-q" name="q" type="search" maxlength="200" placeholder=t.nav_search_hint()/>
                <button aria-label=t.nav_search_go()><svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><use href="#m-find"></use></svg></button>
            </form>
            {tongue(visit, page)}
            {match &visit.viewer {
                Viewer::Guest => view! {
                    <nav class="me" aria-label=t.nav_mine()><a href="/sign-in">{t.nav_sign_in()}</a></nav>
                }
                .into_any(),
                Viewer::Member(member) => mine(visit, member).into_any(),
            }}
        </header>
    }
}

/// The language switch: a form, because a GET changes nothing.
fn tongue(visit: &Visit, page: &Page) -> impl IntoView {
    let one = |lang: Lang| {
        view! {
            <button name="lang" value=lang.as_str() lang=lang.as_str() aria-pressed=(lang == visit.lang).to_string()>
                {lang.name()}
            </button>
        }
    };
    view! {
        <form class="tongue" method="post" action="/language" aria-label=visit.t().nav_language()>
            {again::brought_along(visit, page)}
            {one(Lang::En)}
            {one(Lang::Ja)}
        </form>
    }
}

fn mine(visit: &Visit, member: &SignedIn) -> impl IntoView {
    let t = visit.t();
    let count = (member.unread > 0).then(|| {
        view! { " " <span class="count">{member.unread}<span class="vh">" " {t.nav_unread()}</span></span> }
    });
    view! {
        <nav class="me" aria-label=t.nav_mine()>
            <a href="/traces/new">{t.nav_new_trace()}</a>
            <a href="/inbox">{t.nav_inbox()} {count}</a>
            <details class="menu">
                <summary>{member.name.clone()}</summary>
                <ul>
                    <li><a href=format!("/members/{}", member.handle)>{t.nav_my_page()}</a></li>
                    <li><a href="/settings">{t.nav_settings()}</a></li>
                    <li><form method="post" action="/sign-out"><button>{t.nav_sign_out()}</button></form></li>
                </ul>
            </details>
        </nav>
    }
}

fn footer(visit: &Visit, page: &Page) -> impl IntoView {
    let t = visit.t();
    let theme = |theme: Theme, name: String| {
        view! { <button name="theme" value=theme.as_str() aria-pressed=(theme == visit.theme).to_string()>{name}</button> }
    };
    view! {
        <footer class="foot page">
            <dl class="block">
                <div><dt lang="en">{t.site_name()}</dt><dd>{t.foot_site()}</dd></div>
                <div><dt>{t.foot_lines()}</dt><dd>{t.foot_lines_text()}</dd></div>
                <div><dt id="theme-name">{t.foot_theme()}</dt><dd>
                    <form class="choice" method="post" action="/theme" aria-labelledby="theme-name">
                        {again::brought_along(visit, page)}
                        {theme(Theme::Auto, t.theme_auto())}
                        {theme(Theme::Light, t.theme_light())}
                        {theme(Theme::Dark, t.theme_dark())}
                    </form>
                </dd></div>
                <div><dt>{t.foot_more()}</dt><dd class="row">
                    <a href="/about">{t.foot_about()}</a>
                    <a href="/guidelines">{t.foot_guidelines()}</a>
                    <a href="/terms">{t.foot_terms()}</a>
                    <a href="/privacy">{t.foot_privacy()}</a>
                    <a href="/contact">{t.foot_contact()}</a>
                    <a href="/feeds/traces.atom">{t.foot_feed()}</a>
                </dd></div>
            </dl>
        </footer>
    }
}
