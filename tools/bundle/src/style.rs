//! `style/*.css` -> one minified `site.css`; each `style/own/x.css` -> `x.css`, for the pages that ask
//! for it.

use crate::site::{Site, files_below, logical_name, read};
use anyhow::{Context, Result, anyhow, bail};
use lightningcss::{
    dependencies::{Dependency, DependencyOptions},
    printer::PrinterOptions,
    stylesheet::{MinifyOptions, ParserOptions, StyleSheet},
    targets::{Browsers, Features, Targets},
};
use std::{collections::BTreeSet, path::Path};

pub fn add(site: &mut Site, folder: &Path) -> Result<()> {
    if !folder.exists() {
        bail!("there is no folder {}", folder.display());
    }
    minified(site, "site.css", &join(folder)?)?;
    let own = folder.join(OWN);
    if own.exists() {
        for file in files_below(&own)? {
            let name = logical_name(&own, &file);
            let text = checked(&own, &name)?;
            minified(site, &name, &text)?;
        }
    }
    Ok(())
}

/// The folder of sheets that only some pages load.
const OWN: &str = "own";

fn minified(site: &mut Site, name: &str, text: &str) -> Result<()> {
    let mut sheet = StyleSheet::parse(text, parser(name)).map_err(|error| anyhow!("{error}"))?;
    sheet
        .minify(MinifyOptions { targets: browsers(), ..MinifyOptions::default() })
        .map_err(|error| anyhow!("{error}"))?;
    let printed = sheet
        .to_css(PrinterOptions {
            minify: true,
            targets: browsers(),
            // Names every url(), so that it can be pointed at the hashed file.
            analyze_dependencies: Some(DependencyOptions { remove_imports: false }),
            ..PrinterOptions::default()
        })
        .map_err(|error| anyhow!("{error}"))?;

    let mut css = relaxed(&printed.code);
    for dependency in printed.dependencies.unwrap_or_default() {
        match dependency {
            Dependency::Url(url) => {
                let target =
                    address(site, &url.url).with_context(|| format!("in the style sheets: url({})", url.url))?;
                css = css.replace(&url.placeholder, &target);
            }
            Dependency::Import(import) => bail!("@import {} belongs in style/main.css", import.url),
        }
    }
    site.add(name, css.into_bytes())?;
    Ok(())
}

/// Without the `&` that nesting no longer asks for: `{& .a{` is `{.a{`, `{&>p{` is `{>p{`.
fn relaxed(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let mut rest = css;
    while let Some(at) = rest.find('&') {
        let (before, after) = (&rest[..at], &rest[at + 1..]);
        out.push_str(before);
        let begins = out.ends_with(['{', '}', ';', ',']);
        rest = match after.strip_prefix(' ') {
            Some(nested) if begins => nested,
            None if begins && after.starts_with(['>', '+', '~']) => after,
            _ => {
                out.push('&');
                after
            }
        };
    }
    out.push_str(rest);
    out
}

/// Recent browsers, so that nothing is rewritten for old ones: light-dark(), oklch() and nesting
/// arrive as they were written. Not "no browsers at all", because then the minifier believes in
/// features that none has, and moves `animation-timeline` into the shorthand, where it is invalid.
fn browsers() -> Targets {
    Targets {
        browsers: Some(Browsers {
            chrome: Some(140 << 16),
            firefox: Some(140 << 16),
            safari: Some(26 << 16),
            ..Browsers::default()
        }),
        exclude: Features::Nesting | Features::LightDark | Features::Colors | Features::LogicalProperties,
        ..Targets::default()
    }
}

/// What a url() becomes. `/a.svg`, `a.svg` and `../public/a.svg` all mean `public/a.svg`:
/// the first is what a person writes, the last what an editor completes.
fn address(site: &Site, url: &str) -> Result<String> {
    if url.starts_with('#') || url.starts_with("data:") {
        return Ok(url.to_owned());
    }
    let logical = url.trim_start_matches("../public").trim_start_matches("./").trim_start_matches('/');
    // Relative, as the style sheet lies beside it: right under any prefix.
    site.hashed_name(logical).map(str::to_owned).with_context(|| format!("public/{logical} is not there"))
}

/// The order stands in `main.css`, as plain `@import "x.css";` or `@import "x.css" layer(y);`
/// (so that a browser or an editor reads it likewise). A sheet nobody imports is an error: it
/// is either forgotten or dead. Without a `main.css`: `tokens.css` first, then by name.
fn join(folder: &Path) -> Result<String> {
    let all: BTreeSet<String> = files_below(folder)?
        .iter()
        .map(|file| logical_name(folder, file))
        .filter(|name| name.ends_with(".css") && name != "main.css" && !name.starts_with("own/"))
        .collect();
    let main = folder.join("main.css");
    let mut joined = String::new();
    if !main.exists() {
        let first = all.iter().filter(|name| *name == "tokens.css");
        for name in first.chain(all.iter().filter(|name| *name != "tokens.css")) {
            joined += &checked(folder, name)?;
        }
        return Ok(joined);
    }

    let mut forgotten = all.clone();
    let order = String::from_utf8(read(&main)?).context("main.css is not UTF-8")?;
    for statement in without_comments(&order).split_inclusive(';').map(str::trim).filter(|text| !text.is_empty()) {
        if statement.starts_with("@layer") && statement.ends_with(';') {
            joined += statement;
            joined.push('\n');
            continue;
        }
        let (name, layer) = import(statement)
            .with_context(|| format!("main.css holds @import \"x.css\"; and @layer a, b; only, not: {statement}"))?;
        if !all.contains(name) {
            bail!("main.css imports {name}, which is not there");
        }
        forgotten.remove(name);
        let sheet = checked(folder, name)?;
        match layer {
            Some(layer) => joined += &format!("@layer {layer} {{\n{sheet}\n}}\n"),
            None => joined += &sheet,
        }
    }
    if let Some(name) = forgotten.first() {
        bail!("main.css does not import {name}");
    }
    Ok(joined)
}

/// `@import "x.css" layer(y);` -> `("x.css", Some("y"))`
fn import(statement: &str) -> Option<(&str, Option<&str>)> {
    let rest = statement.strip_prefix("@import")?.strip_suffix(';')?.trim();
    let rest = rest.strip_prefix("url(").map_or(rest, |inner| inner.trim_start());
    let quote = rest.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let (name, rest) = rest[1..].split_once(quote)?;
    let rest = rest.trim_start_matches(')').trim();
    let name = name.trim_start_matches("./");
    if rest.is_empty() {
        return Some((name, None));
    }
    Some((name, Some(rest.strip_prefix("layer(")?.strip_suffix(')')?.trim())))
}

/// Each sheet is parsed alone first, so that an error names its file and line.
fn checked(folder: &Path, name: &str) -> Result<String> {
    let text = String::from_utf8(read(&folder.join(name))?).with_context(|| format!("{name} is not UTF-8"))?;
    StyleSheet::parse(&text, parser(name)).map_err(|error| anyhow!("style/{error}"))?;
    Ok(text + "\n")
}

fn parser<'i>(name: &str) -> ParserOptions<'i> {
    ParserOptions { filename: name.to_owned(), ..ParserOptions::default() }
}

fn without_comments(css: &str) -> String {
    let mut kept = String::new();
    let mut rest = css;
    while let Some((before, after)) = rest.split_once("/*") {
        kept += before;
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    kept + rest
}
