//! Makes what the browser loads: the islands' wasm and its glue, the style sheet,
//! and the files of `public/`, each under a name that holds its content's hash,
//! so that they can be cached for ever.
//!
//! ```text
//! bundle --wasm target/web/.../marketing_trace.wasm --style style --public public --out target/site [--split] [--fast]
//! ```
//!
//! Leaves in `--out`:
//! - `assets/`: the hashed files, each with `.br` and `.gz` beside it where that is smaller;
//! - `manifest.json`: logical name -> hashed name, for example `"app.js": "app.3f2a9c01be.js"`;
//! - `stamp`: a hash of all that went in; the next run does nothing while it is the same.
//!
//! Why not cargo-leptos: installing it costs some twenty minutes on a small machine and its
//! release build wants tools from the internet. This uses the same two libraries
//! (`wasm-bindgen-cli-support`, `wasm_split_cli_support`) and needs crates.io only.

mod browser;
mod site;
mod style;

use anyhow::{Context, Result, bail};
use std::{fs, path::PathBuf, process::ExitCode, time::Instant};

pub struct Options {
    wasm: PathBuf,
    style: PathBuf,
    public: PathBuf,
    out: PathBuf,
    /// Cut what stands behind `#[lazy]` and `#[island(lazy)]` into files of their own.
    split: bool,
    /// For development: compress quickly instead of well.
    fast: bool,
}

fn main() -> ExitCode {
    match options().and_then(|options| bundle(&options)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("bundle: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn bundle(options: &Options) -> Result<()> {
    let started = Instant::now();
    let stamp = site::stamp(options)?;
    let stamp_file = options.out.join("stamp");
    if fs::read_to_string(&stamp_file).is_ok_and(|old| old == stamp) {
        println!("bundle: nothing changed");
        return Ok(());
    }
    // While the stamp is gone, a run cut short is seen as unfinished by the next one.
    let _ = fs::remove_file(&stamp_file);

    let mut site = site::Site::new(options)?;
    site.add_public()?;
    style::add(&mut site, &options.style)?;
    browser::add(&mut site, options)?;
    site.write()?;
    fs::write(&stamp_file, stamp).context("writing the stamp")?;
    site.report();
    println!("bundle: done in {:.1} s", started.elapsed().as_secs_f32());
    Ok(())
}

fn options() -> Result<Options> {
    let (mut wasm, mut style, mut public, mut out) = (None, None, None, None);
    let (mut split, mut fast) = (false, false);
    let mut args = std::env::args().skip(1);
    while let Some(arg) = args.next() {
        let place = match arg.as_str() {
            "--wasm" => &mut wasm,
            "--style" => &mut style,
            "--public" => &mut public,
            "--out" => &mut out,
            "--split" => {
                split = true;
                continue;
            }
            "--fast" => {
                fast = true;
                continue;
            }
            "--help" | "-h" => {
                println!(
                    "bundle --wasm FILE --style DIR --public DIR --out DIR [--split] [--fast]\n\
                     \n  --split  lazily loaded code becomes files of its own\
                     \n  --fast   compress quickly instead of well (development)"
                );
                std::process::exit(0);
            }
            other => bail!("unknown argument {other}; see --help"),
        };
        *place = Some(PathBuf::from(args.next().with_context(|| format!("{arg} needs a value"))?));
    }
    let need = |value: Option<PathBuf>, name| value.with_context(|| format!("{name} is missing; see --help"));
    Ok(Options {
        wasm: need(wasm, "--wasm")?,
        style: need(style, "--style")?,
        public: need(public, "--public")?,
        out: need(out, "--out")?,
        split,
        fast,
    })
}
