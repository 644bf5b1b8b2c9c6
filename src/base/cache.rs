//! Finished pages for signed-out readers: compressed bytes, dropped when what they show has changed.
//!
//! A page stores the tags it read and the hub's position *before* reading; a later event on a tag
//! makes it stale, also one that arrived while it was being made.

use std::sync::Arc;

use axum::http::HeaderValue;
use bytes::Bytes;

use crate::base::hub::Hub;

/// A finished page in one language and theme.
pub struct Finished {
    pub tags: Vec<String>,
    pub position: i64,
    pub language: HeaderValue,
    pub content_type: HeaderValue,
    pub rules: Option<HeaderValue>,
    pub csp: HeaderValue,
    pub plain: Coded,
    pub br: Coded,
    pub gzip: Coded,
}

/// The bytes in one encoding, with their strong tag.
pub struct Coded {
    pub bytes: Bytes,
    pub etag: HeaderValue,
}

/// At most so many bytes are kept.
const MOST_BYTES: u64 = 128 * 1024 * 1024;

/// The finished pages of this process.
pub struct Pages(moka::sync::Cache<String, Arc<Finished>>);

impl Default for Pages {
    fn default() -> Self {
        let size = |key: &String, page: &Arc<Finished>| {
            let bytes = key.len() + page.plain.bytes.len() + page.br.bytes.len() + page.gzip.bytes.len() + 512;
            u32::try_from(bytes).unwrap_or(u32::MAX)
        };
        Self(moka::sync::Cache::builder().max_capacity(MOST_BYTES).weigher(size).build())
    }
}

impl Pages {
    /// The page, if nothing it shows has changed since it was made.
    #[must_use]
    pub fn fresh(&self, key: &str, hub: &Hub) -> Option<Arc<Finished>> {
        self.0.get(key).filter(|page| hub.unchanged(&page.tags, page.position))
    }

    pub fn keep(&self, key: String, page: Arc<Finished>) {
        self.0.insert(key, page);
    }
}

impl Coded {
    /// Compresses once, for every reader to come.
    #[must_use]
    pub fn all(plain: &Bytes) -> [Self; 3] {
        [plain.clone(), brotli(plain), gzip(plain)].map(|bytes| {
            let tag = crate::base::random::token_hash_of(&bytes);
            // 32 hexadecimal digits in quotes are always a valid header value.
            let etag =
                HeaderValue::from_str(&format!("\"{}\"", &tag[..32])).unwrap_or(HeaderValue::from_static("\"0\""));
            Self { bytes, etag }
        })
    }
}

fn brotli(plain: &[u8]) -> Bytes {
    let mut out = Vec::with_capacity(plain.len() / 3);
    let params = brotli::enc::BrotliEncoderParams { quality: 6, lgwin: 20, ..Default::default() };
    match brotli::BrotliCompress(&mut &plain[..], &mut out, &params) {
        Ok(_) => out.into(),
        Err(error) => unreachable_write(error, plain),
    }
}

fn gzip(plain: &[u8]) -> Bytes {
    use std::io::Write as _;
    let mut encoder = flate2::write::GzEncoder::new(Vec::with_capacity(plain.len() / 3), flate2::Compression::new(6));
    match encoder.write_all(plain).and_then(|()| encoder.finish()) {
        Ok(out) => out.into(),
        Err(error) => unreachable_write(error, plain),
    }
}

/// Writing to memory does not fail; if it ever did, an empty page must not be served in silence.
fn unreachable_write(error: std::io::Error, plain: &[u8]) -> Bytes {
    tracing::error!(%error, "compressing {} bytes in memory failed", plain.len());
    Bytes::new()
}
