//! What a part says in typed fields: drawn, compared and searched by, where prose is only read.
//!
//! In drafts (`PartText::fields`) they carry the name of their kind; in `parts.fields` and in a
//! trace's JSON, where the key says the kind, they stand bare, `{}` where there are none.

pub mod check;
pub mod form;
pub mod kinds;
pub mod said;

use serde::{Deserialize, Serialize};

use crate::traces::model::part::PartKey;
use form::AnyForm;
use kinds::{Alternatives, Experience, Finance, FourP, Growth, Hypothesis, Maturity, Model, Own, Shift, Success};

/// The typed fields of a part; `None` where it has none or none is filled.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Typed {
    #[default]
    None,
    Shift(Shift),
    Model(Model),
    Growth(Growth),
    Finance(Finance),
    Alternatives(Alternatives),
    FourP(FourP),
    Success(Success),
    Experience(Experience),
    Maturity(Maturity),
    Own(Own),
    Hypothesis(Hypothesis),
}

/// The same for every kind of form.
macro_rules! each {
    ($typed:expr, $form:ident => $some:expr, $none:expr) => {
        match $typed {
            Typed::None => $none,
            Typed::Shift($form) => $some,
            Typed::Model($form) => $some,
            Typed::Growth($form) => $some,
            Typed::Finance($form) => $some,
            Typed::Alternatives($form) => $some,
            Typed::FourP($form) => $some,
            Typed::Success($form) => $some,
            Typed::Experience($form) => $some,
            Typed::Maturity($form) => $some,
            Typed::Own($form) => $some,
            Typed::Hypothesis($form) => $some,
        }
    };
}

impl Typed {
    /// The empty form of a part; `None` for one that has no typed fields.
    #[must_use]
    pub fn blank(key: PartKey) -> Self {
        match key {
            PartKey::Shift => Typed::Shift(Shift::default()),
            PartKey::Model => Typed::Model(Model::default()),
            PartKey::Growth => Typed::Growth(Growth::default()),
            PartKey::Finance => Typed::Finance(Finance::default()),
            PartKey::Alternatives => Typed::Alternatives(Alternatives::default()),
            PartKey::FourP => Typed::FourP(FourP::default()),
            PartKey::Success => Typed::Success(Success::default()),
            PartKey::Experience => Typed::Experience(Experience::default()),
            PartKey::Maturity => Typed::Maturity(Maturity::default()),
            PartKey::Own => Typed::Own(Own::default()),
            PartKey::Hypothesis1 | PartKey::Hypothesis2 => Typed::Hypothesis(Hypothesis::default()),
            _ => Typed::None,
        }
    }

    /// Reads `parts.fields`.
    ///
    /// # Errors
    /// Text that is not this part's JSON.
    pub fn read(key: PartKey, json: &str) -> Result<Self, serde_json::Error> {
        let mut typed = Self::blank(key);
        each!(&mut typed, form => *form = serde_json::from_str(json)?, ());
        Ok(typed.or_none())
    }

    /// Bare, as `parts.fields` and a trace's JSON hold it.
    #[must_use]
    pub fn json(&self) -> serde_json::Value {
        let value = each!(self, form => serde_json::to_value(form).ok(), None);
        value.unwrap_or_else(|| serde_json::json!({}))
    }

    #[must_use]
    pub fn is_none(&self) -> bool {
        *self == Typed::None
    }

    /// `None` where nothing is filled.
    #[must_use]
    pub fn or_none(self) -> Self {
        let empty = self
            .form()
            .is_none_or(|form| form.rows().is_empty() && form.head().iter().all(|cell| cell.trim().is_empty()));
        if empty { Typed::None } else { self }
    }

    /// Whatever the columns are.
    #[must_use]
    pub fn form(&self) -> Option<&dyn AnyForm> {
        each!(self, form => Some(form as &dyn AnyForm), None)
    }

    pub fn form_mut(&mut self) -> Option<&mut dyn AnyForm> {
        each!(self, form => Some(form as &mut dyn AnyForm), None)
    }

    /// What is the authors' alone is published all the same.
    #[must_use]
    pub fn says_public(&self) -> bool {
        matches!(self, Typed::Own(own) if own.head.readers == "everyone")
    }
}

#[cfg(test)]
mod tests;
