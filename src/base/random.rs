//! Randomness comes in as an argument, like time. Tokens are 192 bits; only their hash is kept.

use std::sync::{Arc, Mutex, PoisonError};

use data_encoding::{BASE64URL_NOPAD, HEXLOWER};
use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};
use sha2::{Digest, Sha256};

/// Where randomness comes from: the system, or a seed in tests and generators.
#[derive(Clone, Default)]
pub enum Random {
    #[default]
    System,
    Seeded(Arc<Mutex<StdRng>>),
}

impl Random {
    #[must_use]
    pub fn seeded(seed: u64) -> Self {
        Self::Seeded(Arc::new(Mutex::new(StdRng::seed_from_u64(seed))))
    }

    /// Fills `bytes`.
    pub fn fill(&self, bytes: &mut [u8]) {
        match self {
            #[allow(clippy::disallowed_methods, reason = "the one place that asks the system for randomness")]
            Random::System => rand::rng().fill_bytes(bytes),
            Random::Seeded(rng) => rng.lock().unwrap_or_else(PoisonError::into_inner).fill_bytes(bytes),
        }
    }

    /// A new secret for a cookie, a letter or an address: 192 bits as 32 characters of base64url.
    #[must_use]
    pub fn token(&self) -> String {
        let mut bytes = [0; 24];
        self.fill(&mut bytes);
        BASE64URL_NOPAD.encode(&bytes)
    }

    /// A short code that a person can read to support: 8 hexadecimal digits.
    #[must_use]
    pub fn reference(&self) -> String {
        let mut bytes = [0; 4];
        self.fill(&mut bytes);
        HEXLOWER.encode(&bytes)
    }
}

/// What is kept of a token: its SHA-256 in hexadecimal. A token has 192 random bits, so a fast
/// hash suffices; passwords go through argon2 (`members::password`).
#[must_use]
pub fn token_hash(token: &str) -> String {
    token_hash_of(token.as_bytes())
}

/// SHA-256 in hexadecimal: 64 digits.
#[must_use]
pub fn token_hash_of(bytes: &[u8]) -> String {
    HEXLOWER.encode(&Sha256::digest(bytes))
}
