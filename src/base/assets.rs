//! The built styles, scripts and wasm: hashed names, kept in memory with their compressed forms.

use std::collections::HashMap;
use std::path::Path;

use bytes::Bytes;

mod watched;

use watched::Watched;

/// One asset under its hashed name.
#[derive(Clone)]
pub struct Asset {
    pub plain: Bytes,
    pub br: Option<Bytes>,
    pub gzip: Option<Bytes>,
    pub content_type: &'static str,
    /// Its name changes with its content, so whoever has it need not ask again.
    pub lasts: bool,
}

/// What the bundler wrote.
#[derive(Default)]
pub struct Assets {
    /// Logical name (`site.css`) to address (`/assets/site.<hash>.css`).
    addresses: HashMap<String, String>,
    files: HashMap<String, Asset>,
    watched: Option<Watched>,
}

impl Assets {
    /// What `cargo leptos watch` keeps in a folder.
    #[must_use]
    pub fn watched(folder: &str) -> Self {
        Self { watched: Some(Watched::new(folder)), ..Self::default() }
    }

    /// Reads `manifest.json` and every file it names.
    ///
    /// # Errors
    /// One line that says which file is missing and how to make it.
    pub fn load(folder: &str) -> Result<Self, String> {
        let folder = Path::new(folder);
        let manifest = folder.join("manifest.json");
        let text = std::fs::read_to_string(&manifest)
            .map_err(|e| format!("SITE_DIR: {}: {e} (run `make web` to build it)", manifest.display()))?;
        let names: HashMap<String, String> =
            serde_json::from_str(&text).map_err(|e| format!("SITE_DIR: {}: {e}", manifest.display()))?;
        let (mut assets, folder) = (Self::default(), folder.join("assets"));
        for (name, hashed) in names {
            let path = folder.join(&hashed);
            let plain = std::fs::read(&path).map_err(|e| format!("SITE_DIR: {}: {e}", path.display()))?;
            let coded = |ending: &str| std::fs::read(folder.join(format!("{hashed}.{ending}"))).ok().map(Bytes::from);
            let (br, gzip) = (coded("br"), coded("gz"));
            let asset = Asset { plain: plain.into(), br, gzip, content_type: content_type(&name), lasts: true };
            assets.addresses.insert(name, format!("/assets/{hashed}"));
            assets.files.insert(hashed, asset);
        }
        Ok(assets)
    }

    /// Where the asset is served.
    #[must_use]
    pub fn address(&self, name: &str) -> String {
        self.addresses.get(name).cloned().unwrap_or_else(|| format!("/assets/{name}"))
    }

    /// Where the asset is served, if there is one of this name.
    #[must_use]
    pub fn known(&self, name: &str) -> Option<String> {
        let is_there = self.watched.as_ref().is_some_and(|watched| watched.file(name).is_some());
        self.addresses.get(name).cloned().or_else(|| is_there.then(|| self.address(name)))
    }

    #[must_use]
    pub fn file(&self, hashed: &str) -> Option<Asset> {
        match &self.watched {
            Some(watched) => watched.file(hashed),
            None => self.files.get(hashed).cloned(),
        }
    }
}

fn content_type(name: &str) -> &'static str {
    match name.rsplit('.').next().unwrap_or_default() {
        "js" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "json" if name.starts_with("speculation") => "application/speculationrules+json",
        "json" | "webmanifest" => "application/json",
        "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}
