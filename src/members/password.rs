//! Passwords: what is taken, and how it is kept.
//!
//! After NIST SP 800-63B: length counts, composition does not. 15 to 128 Unicode code points, counted
//! after NFC (so that the same keys on another keyboard give the same password), never truncated,
//! refused when thieves try it first. Kept as argon2id; run [`hash`] and [`matches`] through
//! `App::offload`, which bounds how many take their 19 MiB at once.

use std::collections::HashSet;
use std::sync::LazyLock;

use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, PasswordHash, Version};
use unicode_normalization::UnicodeNormalization;

use crate::base::error::{Error, Problem, Result};
use crate::base::random::Random;
use crate::base::text;

/// Code points, after NFC.
pub const LENGTH: std::ops::RangeInclusive<usize> = 15..=128;

/// OWASP's first choice for argon2id: 19 MiB, two passes, one lane.
const MEMORY_KIB: u32 = 19_456;
const PASSES: u32 = 2;

/// A password in NFC that has passed the rules. It has no `Debug`, so that no log shows it.
#[derive(Clone)]
pub struct Password(String);

impl Password {
    /// Checks what was typed. `own`: words of the member's own that are no secret (address, handle, name).
    ///
    /// # Errors
    /// Which rule it breaks.
    pub fn new(typed: &str, own: &[&str]) -> std::result::Result<Self, Problem> {
        if typed.is_empty() {
            return Err(Problem::Required);
        }
        let password: String = typed.nfc().collect();
        let length = password.chars().count();
        if length < *LENGTH.start() {
            return Err(Problem::TooShort(*LENGTH.start()));
        }
        if length > *LENGTH.end() {
            return Err(Problem::TooLong(*LENGTH.end()));
        }
        if is_common(&password, own) { Err(Problem::CommonPassword) } else { Ok(Self(password)) }
    }
}

/// Whether thieves would try it early: on the list, the site's or the member's own words, one unit
/// again and again, or characters in a row.
fn is_common(password: &str, own: &[&str]) -> bool {
    let folded: String = text::key(password).split_whitespace().collect();
    // A word with a year or a few signs behind it is that word; behind more there may be a secret.
    let letters: String = folded.chars().filter(|c| c.is_alphabetic()).collect();
    let bare = if folded.chars().count() - letters.chars().count() <= 10 { letters } else { String::new() };
    let list = &*COMMON;
    if list.contains(folded.as_str()) || list.contains(bare.as_str()) || is_row(&folded) {
        return true;
    }
    let unit = unit(&folded);
    if unit.chars().count() <= 4 || (unit.len() < folded.len() && list.contains(unit)) {
        return true;
    }
    let words = own.iter().flat_map(|word| [*word, word.split('@').next().unwrap_or_default()]);
    words.chain(["marketingtrace", "marketing-trace"]).any(|word| {
        let word: String = text::key(word).split_whitespace().collect();
        let plain: String = word.chars().filter(|c| c.is_alphabetic()).collect();
        !word.is_empty() && (unit == word || (!plain.is_empty() && self::unit(&bare) == plain))
    })
}

/// The shortest beginning that, repeated, gives the whole (`abcabcab` is three times `abc`, cut).
fn unit(text: &str) -> &str {
    let mut starts = text.char_indices().map(|(at, _)| at).skip(1);
    starts.find(|at| text.starts_with(&text[*at..])).map_or(text, |at| &text[..at])
}

/// `abcdefghijklmno`, `987654321098765`: every character follows its neighbour, digits around the ten.
fn is_row(text: &str) -> bool {
    let codes: Vec<i64> = text.chars().map(|c| i64::from(c as u32)).collect();
    let steps = |step: i64| codes.windows(2).all(|w| w[1] - w[0] == step || w[1] - w[0] == -9 * step);
    steps(1) || steps(-1)
}

static COMMON: LazyLock<HashSet<&'static str>> = LazyLock::new(|| {
    include_str!("common_passwords.txt").lines().filter(|l| !l.starts_with('#') && !l.is_empty()).collect()
});

fn argon2() -> Result<Argon2<'static>> {
    let params = Params::new(MEMORY_KIB, PASSES, 1, None).map_err(|e| Error::Internal(format!("argon2: {e}")))?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

/// The PHC string that is kept. Slow on purpose.
///
/// # Errors
/// [`Error::Internal`] when argon2 refuses its own parameters.
pub fn hash(password: &Password, random: &Random) -> Result<String> {
    let mut salt = [0; 16];
    random.fill(&mut salt);
    let hash = argon2()?.hash_password_with_salt(password.0.as_bytes(), &salt);
    Ok(hash.map_err(|e| Error::Internal(format!("argon2: {e}")))?.to_string())
}

/// Of a password that nobody knows; the same parameters as [`hash`].
const NOBODY: &str = "$argon2id$v=19$m=19456,t=2,p=1$bm9ib2R5IGhhcyB0aGlz$TqXCAgYqqfrFvRkJSk1o2AYAQGwM6qWUCuXX8cD0Zn4";

/// Whether `typed` is the password behind `kept`. Without one (no such account, or one that has no
/// password) the same work is done for nothing, so that the time tells nothing.
///
/// # Errors
/// [`Error::Internal`] when what is kept is no PHC string.
pub fn matches(typed: &str, kept: Option<&str>) -> Result<bool> {
    let kept_hash =
        PasswordHash::new(kept.unwrap_or(NOBODY)).map_err(|e| Error::Internal(format!("a kept password: {e}")))?;
    let typed: String = typed.nfc().collect();
    let fits = argon2()?.verify_password(typed.as_bytes(), &kept_hash).is_ok();
    Ok(fits && kept.is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn verdict(typed: &str) -> Option<Problem> {
        Password::new(typed, &["haruka@example.org", "haruka-ono", "小野 遥"]).err()
    }

    #[test]
    fn any_writing_of_15_to_128_characters_is_taken() {
        for good in [
            "a quiet walk home",
            "毎朝の珈琲を二杯ゆっくり飲むのが好き",
            "correct horse battery",
            &"課題と価値をつなぐ。".repeat(12)[..],
        ] {
            assert_eq!(verdict(good), None, "{good}");
        }
        assert_eq!(verdict("😀🚲🍎🌙⛵🎈🎲🧭🪁🧵🪴🫖🧊🪵🦉"), None, "code points are counted, not bytes");
        assert_eq!(verdict("fourteen chars"), Some(Problem::TooShort(15)));
        let long: String = (0..129).map(|i| char::from_u32(0x4e00 + i * 7).unwrap()).collect();
        assert_eq!(verdict(&long), Some(Problem::TooLong(128)));
        assert_eq!(verdict(""), Some(Problem::Required));
    }

    #[test]
    fn accents_count_once_however_they_were_typed() {
        assert_eq!(verdict(&"e\u{301}".repeat(14)), Some(Problem::TooShort(15)));
    }

    #[test]
    fn what_thieves_try_first_is_refused() {
        for common in [
            "123456789123456789",
            "QWERTY123456789",
            "password1234567",
            "Password!!!!!!!!!!",
            "passwordpassword",
            "aaaaaaaaaaaaaaaaa",
            "abcabcabcabcabcabc",
            "abcdefghijklmnopqrs",
            "123456789012345",
            "marketing trace marketing trace",
            "haruka@example.org",
            "haruka-onoharuka-ono",
            "harukaono123456",
            "Marketing-Trace-2026",
            "あああああああああああああああ",
        ] {
            assert_eq!(verdict(common), Some(Problem::CommonPassword), "{common}");
        }
    }

    #[test]
    fn without_an_account_as_much_is_worked() {
        let kept = hash(&Password::new("a quiet walk home", &[]).unwrap(), &Random::seeded(1)).unwrap();
        let (kept, nobody) = (PasswordHash::new(&kept).unwrap(), PasswordHash::new(NOBODY).unwrap());
        assert_eq!((nobody.algorithm, nobody.version, &nobody.params), (kept.algorithm, kept.version, &kept.params));
        let length = |hash: &PasswordHash| hash.hash.as_ref().map(|output| output.len());
        assert_eq!(length(&nobody), length(&kept));
    }

    #[test]
    fn a_kept_password_opens_to_itself_alone() {
        let password = Password::new("a quiet walk home, é", &[]).unwrap();
        let kept = hash(&password, &Random::seeded(1)).unwrap();
        assert!(kept.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{kept}");
        assert!(matches("a quiet walk home, e\u{301}", Some(&kept)).unwrap());
        assert!(!matches("a quiet walk home", Some(&kept)).unwrap());
        assert!(!matches("a quiet walk home, é", None).unwrap());
    }
}
