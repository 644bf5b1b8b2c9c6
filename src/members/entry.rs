//! What members type about themselves, checked once and then believed.

use lettre::Address;
use unicode_normalization::UnicodeNormalization;

use crate::base::error::{Error, Problem, Problems, Result};
use crate::base::random::token_hash;
use crate::base::text::{self, HandleError};
use crate::base::words::Lang;
use crate::members::model::{Discipline, TERMS_VERSION};
use crate::members::password::Password;
use crate::members::zones;
use crate::ui::fields::Fields;

/// Grapheme clusters.
const NAME: usize = 60;
const BIO: usize = 300;
/// RFC 5321: a path has at most 256 octets, two of them brackets.
const EMAIL: usize = 254;

/// An address that letters can be sent to, and the key under which it is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Email {
    pub address: String,
    pub key: String,
}

impl Email {
    /// # Errors
    /// [`Problem::NotAnAddress`], or that it is missing.
    pub fn new(typed: &str) -> std::result::Result<Self, Problem> {
        // Japanese keyboards type full-width letters by accident.
        let address: String = typed.trim().nfkc().collect();
        if address.is_empty() {
            return Err(Problem::Required);
        }
        let parsed: Address = address.parse().map_err(|_| Problem::NotAnAddress)?;
        let sound = address.len() <= EMAIL
            && parsed.user().is_ascii()
            && parsed.domain().contains('.')
            && !address.contains('"');
        if !sound || address.chars().any(|c| c.is_control() || c.is_whitespace()) {
            return Err(Problem::NotAnAddress);
        }
        let key = text::key(&address);
        Ok(Self { address, key })
    }
}

/// What others see of a member, and how the site speaks to them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Profile {
    pub name: String,
    pub bio: String,
    pub discipline: Discipline,
    pub language: Lang,
    pub zone: String,
}

impl Profile {
    /// # Errors
    /// [`Error::Invalid`] with every problem.
    pub fn read(fields: &Fields) -> Result<Self> {
        let mut problems = Problems::default();
        let profile = Self::check(fields, &mut problems);
        problems.into_result()?;
        profile.ok_or_else(|| Error::Internal("a profile without problems is whole".into()))
    }

    fn check(fields: &Fields, problems: &mut Problems) -> Option<Self> {
        let name = fields.required("name", NAME, problems);
        let bio = fields.block("bio", BIO, problems);
        let discipline = fields.choice("discipline", problems);
        let language = fields.choice("language", problems);
        let zone = Some(fields.get("zone")).filter(|zone| zones::is_zone(zone));
        if zone.is_none() {
            problems.add("zone", Problem::NotAZone);
        }
        Some(Self { name, bio, discipline: discipline?, language: language?, zone: zone?.to_owned() })
    }
}

/// A sign-up that can be carried out.
pub struct SignUp {
    pub email: Email,
    pub handle: String,
    pub profile: Profile,
    pub password: Password,
    /// The hash of the token of a sketch drawn signed out.
    pub sketch: Option<String>,
}

impl SignUp {
    /// # Errors
    /// [`Error::Invalid`] with every problem, in the order of the form.
    pub fn read(fields: &Fields) -> Result<Self> {
        let mut problems = Problems::default();
        let email = problems.check("email", Email::new(fields.get("email")));
        let handle = problems.check("handle", handle(fields.get("handle")));
        let profile = Profile::check(fields, &mut problems);
        let own = [fields.get("email"), fields.get("handle"), fields.get("name")];
        let password = problems.check("password", Password::new(fields.get("password"), &own));
        if fields.get("agree") != TERMS_VERSION {
            problems.add("agree", Problem::MustAgree);
        }
        problems.into_result()?;
        match (email, handle, profile, password) {
            (Some(email), Some(handle), Some(profile), Some(password)) => {
                Ok(Self { email, handle, profile, password, sketch: sketch(fields.get("pending")) })
            }
            _ => Err(Error::Internal("a sign-up without problems is whole".into())),
        }
    }
}

/// The hash under which a sketch waits; `None` where no token came along.
#[must_use]
pub fn sketch(token: &str) -> Option<String> {
    (!token.is_empty() && token.len() <= 64).then(|| token_hash(token))
}

fn handle(typed: &str) -> std::result::Result<String, Problem> {
    if typed.trim().is_empty() {
        return Err(Problem::Required);
    }
    text::handle(typed).map_err(|error| match error {
        HandleError::Reserved => Problem::Reserved,
        HandleError::Length | HandleError::Characters | HandleError::Hyphens => Problem::NotAHandle,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_known_whatever_its_case_and_width() {
        let email = Email::new(" Ｍika@Example.JP ").unwrap();
        assert_eq!((email.address.as_str(), email.key.as_str()), ("Mika@Example.JP", "mika@example.jp"));
        for wrong in [
            "mika",
            "mika@",
            "@example.jp",
            "mika@example",
            "a b@example.jp",
            "a@b@example.jp",
            "a\r\nBcc: x@example.jp",
        ] {
            assert_eq!(Email::new(wrong), Err(Problem::NotAnAddress), "{wrong}");
        }
        assert_eq!(Email::new(&format!("{}@example.jp", "a".repeat(250))), Err(Problem::NotAnAddress));
        assert_eq!(Email::new("  "), Err(Problem::Required));
    }

    #[test]
    fn everything_wrong_is_said_at_once_in_the_order_of_the_form() {
        let Err(Error::Invalid(problems)) = SignUp::read(&Fields::default()) else { panic!("accepted") };
        let fields: Vec<&str> = problems.iter().map(|(field, _)| field).collect();
        assert_eq!(fields, ["email", "handle", "name", "discipline", "language", "zone", "password", "agree"]);
    }
}
