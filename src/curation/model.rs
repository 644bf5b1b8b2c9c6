//! The public reason. Pure.

use crate::base::error::{Problem, Problems, Result};
use crate::base::text::graphemes;
use crate::ui::fields::Fields;

crate::row_id! {
    /// A feature's row.
    FeatureId;
}

/// Characters of a reason: enough to say something, short enough to be read.
pub const REASON_MIN: usize = 10;
pub const REASON_MAX: usize = 500;

/// Why a trace is featured, or no longer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason(String);

impl Reason {
    /// Reads the field `reason`.
    ///
    /// # Errors
    /// [`crate::base::error::Error::Invalid`].
    pub fn read(fields: &Fields) -> Result<Self> {
        let mut problems = Problems::default();
        let reason = fields.required("reason", REASON_MAX, &mut problems);
        if graphemes(&reason) < REASON_MIN {
            problems.add("reason", Problem::TooShort(REASON_MIN));
        }
        problems.into_result()?;
        Ok(Self(reason))
    }

    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::error::Error;

    fn problem(reason: &str) -> Option<Problem> {
        let form: String = url::form_urlencoded::Serializer::new(String::new()).append_pair("reason", reason).finish();
        match Reason::read(&Fields::parse(form.as_bytes())) {
            Err(Error::Invalid(problems)) => problems.of("reason"),
            _ => None,
        }
    }

    #[test]
    fn a_reason_says_something_and_is_short() {
        assert_eq!(problem(" "), Some(Problem::Required));
        assert_eq!(problem("良い"), Some(Problem::TooShort(REASON_MIN)));
        assert_eq!(problem(&"あ".repeat(REASON_MAX + 1)), Some(Problem::TooLong(REASON_MAX)));
        assert_eq!(problem("課題を値段より先に見つけている"), None);
    }
}
