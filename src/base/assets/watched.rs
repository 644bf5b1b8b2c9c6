//! Assets as `cargo leptos watch` lays them out: its own names without hashes, no manifest, nothing
//! compressed. Read anew each time, since style sheets change under a running server.

use std::fs::read;
use std::path::{Path, PathBuf};

use super::{Asset, content_type};

/// What starts the islands; the bundler adds it elsewhere.
const START: &str = include_str!("../../../tools/bundle/islands.js");

/// Where things lie: see `[package.metadata.leptos]` in Cargo.toml.
pub struct Watched {
    site: PathBuf,
    style: PathBuf,
}

impl Watched {
    pub fn new(site: &str) -> Self {
        Self { site: site.into(), style: "style".into() }
    }

    /// The asset of a logical name, which is its address as well.
    pub fn file(&self, name: &str) -> Option<Asset> {
        if name.contains(['/', '\\']) || name.starts_with('.') {
            return None;
        }
        let package = self.site.join("assets");
        let plain = match name {
            "islands.js" => START.into(),
            // Copied without what it imports, so it is joined here.
            "site.css" => joined(&self.style, "main.css")?.into_bytes(),
            // The glue asks for its wasm by the name that wasm-bindgen gave it.
            "app_bg.wasm" => read(package.join("app.wasm")).ok()?,
            _ => [package, self.site.clone(), self.style.join("own")]
                .iter()
                .find_map(|folder| read(folder.join(name)).ok())?,
        };
        Some(Asset { plain: plain.into(), br: None, gzip: None, content_type: content_type(name), lasts: false })
    }
}

/// A style sheet with the files that it imports in their places.
fn joined(folder: &Path, name: &str) -> Option<String> {
    let mut whole = String::new();
    for line in std::fs::read_to_string(folder.join(name)).ok()?.lines() {
        let imported = line.trim().strip_prefix("@import \"").and_then(|rest| rest.strip_suffix("\";"));
        match imported {
            Some(file) => whole.push_str(&joined(folder, file)?),
            None => whole.push_str(line),
        }
        whole.push('\n');
    }
    Some(whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cargo_leptos_wrote_is_served_under_the_names_that_pages_ask_for() {
        let site = tempfile::tempdir().unwrap();
        std::fs::create_dir(site.path().join("assets")).unwrap();
        for (file, text) in [("assets/app.js", "glue"), ("assets/app.wasm", "wasm"), ("icon.svg", "<svg/>")] {
            std::fs::write(site.path().join(file), text).unwrap();
        }
        let watched = Watched::new(site.path().to_str().unwrap());
        let text = |name: &str| watched.file(name).map(|asset| String::from_utf8_lossy(&asset.plain).into_owned());
        assert_eq!(text("app.js").as_deref(), Some("glue"));
        assert_eq!(text("app_bg.wasm").as_deref(), Some("wasm"));
        assert_eq!(text("icon.svg").as_deref(), Some("<svg/>"));
        assert!(text("islands.js").unwrap().contains("./app.js"));
        let css = text("site.css").unwrap();
        assert!(css.contains("--paper") && !css.contains("@import"), "the sheets are joined");
        for outside in ["../Cargo.toml", "..", ".env", "none.css"] {
            assert!(text(outside).is_none(), "{outside}");
        }
    }
}
