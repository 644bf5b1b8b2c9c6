//! The wasm of the islands -> glue, main wasm, lazy chunks, and the module that starts them.

use crate::{
    Options,
    site::{Site, files_below, hash, hashed, logical_name, read},
};
use anyhow::{Context, Result, anyhow, bail};
use std::{fs, path::Path};
use wasm_bindgen_cli_support::Bindgen;

/// The name by which the main wasm imports the loaders of its lazy parts.
const LOADERS: &str = "__wasm_split.js";

/// Imports `./app.js`, which is rewritten to the hashed name.
const START: &str = include_str!("../islands.js");

pub fn add(site: &mut Site, options: &Options) -> Result<()> {
    let work = options.out.join("work");
    let _ = fs::remove_dir_all(&work);
    fs::create_dir_all(&work)?;
    let made = generate(&work, options)?;

    let mut glue = text(&work.join("app.js"))?;
    let mut loaders = if made.split { text(&work.join(LOADERS))? } else { String::new() };

    // Leaves first: what names nothing else takes the hash of its own content.
    for file in files_below(&work)? {
        let logical = logical_name(&work, &file);
        if logical == "app.js" || logical == LOADERS || logical == "main.wasm" {
            continue;
        }
        let mut content = read(&file)?;
        if logical.ends_with(".wasm") && !options.fast {
            content = without_names(&content)?;
        }
        let name = site.add(&logical, content)?;
        if logical == "app_bg.wasm" {
            // wasm-bindgen writes this reference without "./".
            glue = replace(&glue, "'app_bg.wasm'", &format!("'{name}'"))?;
        } else if logical.ends_with(".wasm") {
            loaders = replace(&loaders, &format!("\"./{logical}\""), &format!("\"./{name}\""))?;
        } else {
            // Snippets, which crates carry in `inline_js`.
            glue = replace(&glue, &format!("'./{logical}'"), &format!("'./{name}'"))?;
        }
    }

    // The glue imports the loaders and they import the glue: neither can be hashed first, so
    // both carry one hash over the two. It must be the same address everywhere, or the browser
    // would start a second copy of the glue that knows nothing of the first one's memory.
    let both = hash([glue.as_bytes(), loaders.as_bytes()]);
    let glue_name = hashed("app.js", &both);
    if made.split {
        let loaders_name = hashed(LOADERS, &both);
        // With `from`: the bare name is also the key by which the wasm asks for this import, and stays.
        glue = replace(&glue, &format!("from \"./{LOADERS}\""), &format!("from \"./{loaders_name}\""))?;
        loaders = replace(&loaders, "\"./app.js\"", &format!("\"./{glue_name}\""))?;
        site.add_as(LOADERS, &both, loaders.into_bytes())?;
    }
    site.add_as("app.js", &both, glue.into_bytes())?;

    let start = replace(&without_comment_lines(START), "\"./app.js\"", &format!("\"./{glue_name}\""))?;
    site.add("islands.js", start.into_bytes())?;
    fs::remove_dir_all(&work)?;
    Ok(())
}

struct Made {
    /// There is at least one lazy part, hence a module of loaders.
    split: bool,
}

fn generate(work: &Path, options: &Options) -> Result<Made> {
    let input = read(&options.wasm)?;
    let mut main = options.wasm.clone();
    let mut split = false;
    if options.split {
        main = work.join("main.wasm");
        split = cut(&input, work, &main)?;
    }
    let mut bindgen = Bindgen::new();
    bindgen.input_path(&main).out_name("app").typescript(false).omit_default_module_path(false).web(true)?;
    if options.split {
        // The chunks import these from the main part, by their mangled names.
        bindgen.keep_lld_exports(true).demangle(false);
    }
    bindgen.generate(work).context("wasm-bindgen")?;
    Ok(Made { split })
}

/// Cuts the lazy parts off; answers whether there were any.
fn cut(input: &[u8], work: &Path, main: &Path) -> Result<bool> {
    let link = format!("./{LOADERS}");
    let mut options = wasm_split_cli_support::Options::new(input);
    options.output_dir = work;
    options.main_out_path = main;
    options.main_module = "./app.js";
    options.link_name = &link;
    let made = wasm_split_cli_support::transform(options).map_err(|error| {
        anyhow!("cutting the wasm into lazy parts (was it linked with -Clink-args=--emit-relocs?): {error:?}")
    })?;
    if made.prefetch_map.is_empty() {
        fs::remove_file(work.join(LOADERS))?;
        return Ok(false);
    }
    Ok(true)
}

/// Drops the sections that only a debugger reads: the functions' names are near half of a lazy
/// part, and the splitter has no switch for it. A wasm file is a header and a row of sections
/// (kind, length, content); kind 0 begins with its own name.
fn without_names(wasm: &[u8]) -> Result<Vec<u8>> {
    let (mut kept, mut rest) =
        wasm.split_at_checked(8).map(|(head, rest)| (head.to_vec(), rest)).context("not wasm")?;
    while let Some((&kind, after)) = rest.split_first() {
        let (length, content) = number(after)?;
        let (content, next) = content.split_at_checked(length).context("a wasm section is cut short")?;
        let section = &rest[..rest.len() - next.len()];
        rest = next;
        let debugging = kind == 0 && {
            let (length, text) = number(content)?;
            matches!(text.get(..length), Some(b"name" | b"producers"))
        };
        if !debugging {
            kept.extend_from_slice(section);
        }
    }
    Ok(kept)
}

/// LEB128: seven bits a byte, the lowest first, the eighth says that more follow.
fn number(bytes: &[u8]) -> Result<(usize, &[u8])> {
    let end = bytes.iter().take(5).position(|byte| byte & 0x80 == 0).context("a wasm number does not end")?;
    let value = bytes[..=end].iter().rev().fold(0, |value, byte| value << 7 | usize::from(byte & 0x7f));
    Ok((value, &bytes[end + 1..]))
}

/// A reference that is not where we expect it would be a 404 in the browser, so it is an error here.
fn replace(text: &str, from: &str, to: &str) -> Result<String> {
    if !text.contains(from) {
        bail!("the generated JavaScript does not mention {from}: has its generator changed?");
    }
    Ok(text.replace(from, to))
}

/// The comments are for those who read the source.
fn without_comment_lines(source: &str) -> String {
    source
        .lines()
        .filter(|line| !line.trim_start().starts_with("//") && !line.trim().is_empty())
        .map(|line| format!("{line}\n"))
        .collect()
}

fn text(file: &Path) -> Result<String> {
    String::from_utf8(read(file)?).with_context(|| format!("{} is not UTF-8", file.display()))
}
