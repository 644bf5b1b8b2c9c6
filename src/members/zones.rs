//! Time zones as members choose them: the areas of the IANA database, without its old nicknames.

use std::sync::LazyLock;

use jiff::tz::TimeZone;

use crate::base::time::Time;

/// Where most members are.
pub const DEFAULT: &str = "Asia/Tokyo";

const AREAS: [&str; 10] = [
    "Africa/",
    "America/",
    "Antarctica/",
    "Arctic/",
    "Asia/",
    "Atlantic/",
    "Australia/",
    "Europe/",
    "Indian/",
    "Pacific/",
];

static ZONES: LazyLock<Vec<String>> = LazyLock::new(|| {
    let all = jiff::tz::db().available().map(|name| name.as_str().to_owned());
    let mut zones: Vec<String> =
        all.filter(|name| name == "UTC" || AREAS.iter().any(|area| name.starts_with(area))).collect();
    zones.sort_unstable();
    zones.dedup();
    zones
});

/// Every zone that can be chosen, in order.
#[must_use]
pub fn all() -> &'static [String] {
    &ZONES
}

/// Whether `name` can be chosen.
#[must_use]
pub fn is_zone(name: &str) -> bool {
    ZONES.binary_search_by(|zone| zone.as_str().cmp(name)).is_ok()
}

/// "Asia/Tokyo (+9)": the zone with what its clocks show at `now`.
#[must_use]
pub fn label(name: &str, now: Time) -> String {
    let Ok(zone) = TimeZone::get(name) else { return name.to_owned() };
    format!("{name} ({})", crate::ui::time::offset(zone.to_offset(now.timestamp()).seconds()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_zone_is_a_place_and_its_offset() {
        let november = Time(1_795_424_400_000);
        assert_eq!(label("Asia/Tokyo", november), "Asia/Tokyo (+9)");
        assert_eq!(label("Asia/Kolkata", november), "Asia/Kolkata (+5:30)");
        assert_eq!(label("America/New_York", november), "America/New_York (−5)");
        assert!(is_zone(DEFAULT) && is_zone("UTC") && all().len() > 300);
        assert!(!is_zone("Japan") && !is_zone("Asia/Nowhere") && !is_zone("") && !is_zone("../etc/passwd"));
    }
}
