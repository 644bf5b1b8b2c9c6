//! What readers may do with a trace. Kept as an SPDX name.

/// The licence's name as people write it, and its text.
#[must_use]
pub fn known(spdx: &str) -> (&str, Option<&'static str>) {
    match spdx {
        "CC-BY-SA-4.0" => ("CC BY-SA 4.0", Some("https://creativecommons.org/licenses/by-sa/4.0/")),
        other => (other, None),
    }
}
