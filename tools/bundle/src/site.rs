//! The finished files: names with hashes, ready-made compressions, the manifest.

use crate::Options;
use anyhow::{Context, Result, bail};
use sha2::{Digest, Sha256};
use std::{
    collections::BTreeMap,
    fs,
    io::Write,
    path::{Path, PathBuf},
};

pub struct Site {
    public: PathBuf,
    assets: PathBuf,
    manifest_file: PathBuf,
    fast: bool,
    /// Logical name -> (hashed name, content). Ordered, so that the manifest reads the same every time.
    files: BTreeMap<String, (String, Vec<u8>)>,
    sizes: Vec<Size>,
}

struct Size {
    name: String,
    plain: usize,
    brotli: Option<usize>,
}

impl Site {
    pub fn new(options: &Options) -> Result<Self> {
        let assets = options.out.join("assets");
        fs::create_dir_all(&assets).with_context(|| format!("making {}", assets.display()))?;
        Ok(Self {
            public: options.public.clone(),
            assets,
            manifest_file: options.out.join("manifest.json"),
            fast: options.fast,
            files: BTreeMap::new(),
            sizes: Vec::new(),
        })
    }

    /// Adds a file under the hash of its own content; answers the hashed name.
    pub fn add(&mut self, logical: &str, content: Vec<u8>) -> Result<String> {
        let hash = hash([content.as_slice()]);
        self.add_as(logical, &hash, content)
    }

    /// Adds a file under a given hash: for files that name each other, where no content can come first.
    pub fn add_as(&mut self, logical: &str, hash: &str, content: Vec<u8>) -> Result<String> {
        let name = hashed(logical, hash);
        if self.files.insert(logical.to_owned(), (name.clone(), content)).is_some() {
            bail!("two files are called {logical}");
        }
        Ok(name)
    }

    pub fn hashed_name(&self, logical: &str) -> Option<&str> {
        self.files.get(logical).map(|(name, _)| name.as_str())
    }

    /// `public/` as it is. Folders are part of the logical name (`fonts/a.woff2`) and become
    /// dashes in the hashed one: `assets/` is flat, so that relative references need no care.
    pub fn add_public(&mut self) -> Result<()> {
        let root = self.public.clone();
        for file in files_below(&root)? {
            let logical = logical_name(&root, &file);
            self.add(&logical, read(&file)?)?;
        }
        Ok(())
    }

    /// Files first, then the manifest in one step, then the leftovers of older builds go: a
    /// server that starts meanwhile finds either the old set or the new one, never half.
    pub fn write(&mut self) -> Result<()> {
        let (assets, fast) = (&self.assets, self.fast);
        let todo: Vec<_> = self.files.values().collect();
        // Brotli 11 is slow and uses one core for one file.
        let threads = std::thread::available_parallelism().map_or(1, usize::from);
        let next = std::sync::atomic::AtomicUsize::new(0);
        let sizes: Vec<Result<Vec<Size>>> = std::thread::scope(|scope| {
            let work = || {
                let mut done = Vec::new();
                while let Some((name, content)) = todo.get(next.fetch_add(1, std::sync::atomic::Ordering::Relaxed)) {
                    done.push(write_with_compressions(assets, name, content, fast)?);
                }
                Ok(done)
            };
            let handles: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
            handles.into_iter().map(|handle| handle.join().expect("a compressing thread panicked")).collect()
        });
        for part in sizes {
            self.sizes.extend(part?);
        }
        self.sizes.sort_by(|a, b| a.name.cmp(&b.name));

        let names: BTreeMap<_, _> = self.files.iter().map(|(logical, (name, _))| (logical, name)).collect();
        let part = self.manifest_file.with_extension("json.part");
        fs::write(&part, serde_json::to_vec_pretty(&names)?).context("writing the manifest")?;
        fs::rename(&part, &self.manifest_file).context("putting the manifest in place")?;
        self.remove_leftovers()
    }

    fn remove_leftovers(&self) -> Result<()> {
        let kept: std::collections::BTreeSet<_> = self.files.values().map(|(name, _)| name.as_str()).collect();
        for entry in fs::read_dir(&self.assets)? {
            let entry = entry?;
            let name = entry.file_name();
            let name = name.to_string_lossy();
            let plain = name.strip_suffix(".br").or(name.strip_suffix(".gz")).unwrap_or(&name);
            if !kept.contains(plain) {
                fs::remove_file(entry.path()).with_context(|| format!("removing {name}"))?;
            }
        }
        Ok(())
    }

    pub fn report(&self) {
        for size in &self.sizes {
            match size.brotli {
                Some(brotli) => println!("  {:<44} {:>9} B  {:>8} B brotli", size.name, size.plain, brotli),
                None => println!("  {:<44} {:>9} B", size.name, size.plain),
            }
        }
    }
}

/// One hash over everything that decides the result, the bundler itself included.
pub fn stamp(options: &Options) -> Result<String> {
    let mut sum = Sha256::new();
    sum.update([u8::from(options.split), u8::from(options.fast)]);
    let itself = std::env::current_exe().context("finding the bundler itself")?;
    let mut inputs = vec![itself, options.wasm.clone()];
    inputs.extend(files_below(&options.style)?);
    inputs.extend(files_below(&options.public)?);
    for file in inputs {
        let content = read(&file)?;
        // Lengths keep two neighbouring files from reading like one.
        sum.update(file.to_string_lossy().as_bytes());
        sum.update(content.len().to_le_bytes());
        sum.update(content);
    }
    Ok(hex(&sum.finalize()))
}

/// Sixty bits: enough that two versions of one file never meet, short enough to read.
pub fn hash<'a>(parts: impl IntoIterator<Item = &'a [u8]>) -> String {
    let mut sum = Sha256::new();
    for part in parts {
        sum.update(part.len().to_le_bytes());
        sum.update(part);
    }
    hex(&sum.finalize())[..15].to_owned()
}

/// `fonts/a.woff2` -> `fonts-a.<hash>.woff2`
pub fn hashed(logical: &str, hash: &str) -> String {
    let flat = logical.replace('/', "-");
    match flat.rsplit_once('.') {
        Some((stem, extension)) => format!("{stem}.{hash}.{extension}"),
        None => format!("{flat}.{hash}"),
    }
}

pub fn read(file: &Path) -> Result<Vec<u8>> {
    fs::read(file).with_context(|| format!("reading {}", file.display()))
}

/// All files below a folder, sorted; none if there is no such folder. Editors' and git's dot files do not count.
pub fn files_below(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let mut todo = vec![folder.to_owned()];
    while let Some(folder) = todo.pop() {
        if !folder.exists() {
            continue;
        }
        for entry in fs::read_dir(&folder).with_context(|| format!("reading {}", folder.display()))? {
            let path = entry?.path();
            if path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.')) {
                continue;
            }
            if path.is_dir() { todo.push(path) } else { found.push(path) }
        }
    }
    found.sort();
    Ok(found)
}

pub fn logical_name(root: &Path, file: &Path) -> String {
    let parts = file.strip_prefix(root).unwrap_or(file).components();
    parts.map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/")
}

fn write_with_compressions(assets: &Path, name: &str, content: &[u8], fast: bool) -> Result<Size> {
    let path = assets.join(name);
    fs::write(&path, content).with_context(|| format!("writing {}", path.display()))?;
    let mut size = Size { name: name.to_owned(), plain: content.len(), brotli: None };
    // Pictures and woff2 are compressed in themselves.
    let compresses = matches!(
        name.rsplit('.').next(),
        Some("wasm" | "js" | "css" | "svg" | "json" | "webmanifest" | "txt" | "xml" | "html" | "ico" | "ttf" | "otf")
    );
    for (suffix, packed) in [("br", brotli(content, fast)), ("gz", gzip(content, fast))] {
        let path = assets.join(format!("{name}.{suffix}"));
        let packed = if compresses { packed()? } else { Vec::new() };
        if compresses && packed.len() < content.len() {
            fs::write(&path, &packed).with_context(|| format!("writing {}", path.display()))?;
            if suffix == "br" {
                size.brotli = Some(packed.len());
            }
        } else {
            // Nothing may stay from a build that still compressed this name.
            let _ = fs::remove_file(&path);
        }
    }
    Ok(size)
}

fn brotli(content: &[u8], fast: bool) -> Box<dyn Fn() -> Result<Vec<u8>> + '_> {
    Box::new(move || {
        let mut packed = Vec::new();
        let parameters = brotli::enc::BrotliEncoderParams {
            quality: if fast { 5 } else { 11 },
            // A window as large as the file may need; browsers take up to 24.
            lgwin: 22,
            size_hint: content.len(),
            ..Default::default()
        };
        brotli::BrotliCompress(&mut &content[..], &mut packed, &parameters)?;
        Ok(packed)
    })
}

fn gzip(content: &[u8], fast: bool) -> Box<dyn Fn() -> Result<Vec<u8>> + '_> {
    Box::new(move || {
        let level = flate2::Compression::new(if fast { 1 } else { 9 });
        let mut packed = flate2::write::GzEncoder::new(Vec::new(), level);
        packed.write_all(content)?;
        Ok(packed.finish()?)
    })
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
