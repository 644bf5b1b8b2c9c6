//! Industries: the 33 sectors of Japanese listed companies (EDINET), and one for everything else.

use crate::base::error::Problem;
use crate::base::words::{Lang, Words};

/// One industry: its key in forms, addresses and the database, and its name.
#[derive(Debug, Clone, Copy)]
pub struct Industry {
    pub key: &'static str,
    name: fn(&Words) -> String,
}

impl Industry {
    #[must_use]
    pub fn name(&self, lang: Lang) -> String {
        (self.name)(lang.words())
    }
}

/// The industry of a key.
#[must_use]
pub fn find(key: &str) -> Option<&'static Industry> {
    ALL.iter().find(|industry| industry.key == key)
}

/// The key as it may be stored.
///
/// # Errors
/// [`Problem::NotAChoice`].
pub fn parse(key: &str) -> Result<&'static str, Problem> {
    find(key).map(|industry| industry.key).ok_or(Problem::NotAChoice)
}

/// The name of a key in the reader's language; a key that is no longer listed shows as it is.
#[must_use]
pub fn name(key: &str, lang: Lang) -> String {
    find(key).map_or_else(|| key.to_owned(), |industry| industry.name(lang))
}

#[rustfmt::skip]
pub const ALL: &[Industry] = &[
    Industry { key: "fishery-agriculture-and-forestry", name: Words::industry_fishery_agriculture_and_forestry },
    Industry { key: "mining", name: Words::industry_mining },
    Industry { key: "construction", name: Words::industry_construction },
    Industry { key: "foods", name: Words::industry_foods },
    Industry { key: "textiles-and-apparels", name: Words::industry_textiles_and_apparels },
    Industry { key: "pulp-and-paper", name: Words::industry_pulp_and_paper },
    Industry { key: "chemicals", name: Words::industry_chemicals },
    Industry { key: "pharmaceutical", name: Words::industry_pharmaceutical },
    Industry { key: "oil-and-coal-products", name: Words::industry_oil_and_coal_products },
    Industry { key: "rubber-products", name: Words::industry_rubber_products },
    Industry { key: "glass-and-ceramics-products", name: Words::industry_glass_and_ceramics_products },
    Industry { key: "iron-and-steel", name: Words::industry_iron_and_steel },
    Industry { key: "nonferrous-metals", name: Words::industry_nonferrous_metals },
    Industry { key: "metal-products", name: Words::industry_metal_products },
    Industry { key: "machinery", name: Words::industry_machinery },
    Industry { key: "electric-appliances", name: Words::industry_electric_appliances },
    Industry { key: "transportation-equipment", name: Words::industry_transportation_equipment },
    Industry { key: "precision-instruments", name: Words::industry_precision_instruments },
    Industry { key: "other-products", name: Words::industry_other_products },
    Industry { key: "electric-power-and-gas", name: Words::industry_electric_power_and_gas },
    Industry { key: "land-transportation", name: Words::industry_land_transportation },
    Industry { key: "marine-transportation", name: Words::industry_marine_transportation },
    Industry { key: "air-transportation", name: Words::industry_air_transportation },
    Industry { key: "warehousing-and-harbor-transportation-services", name: Words::industry_warehousing_and_harbor_transportation_services },
    Industry { key: "information-and-communication", name: Words::industry_information_and_communication },
    Industry { key: "wholesale-trade", name: Words::industry_wholesale_trade },
    Industry { key: "retail-trade", name: Words::industry_retail_trade },
    Industry { key: "banks", name: Words::industry_banks },
    Industry { key: "securities-and-commodity-futures", name: Words::industry_securities_and_commodity_futures },
    Industry { key: "insurance", name: Words::industry_insurance },
    Industry { key: "other-financing-business", name: Words::industry_other_financing_business },
    Industry { key: "real-estate", name: Words::industry_real_estate },
    Industry { key: "services", name: Words::industry_services },
    Industry { key: "other", name: Words::industry_other },
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_are_thirty_three_sectors_and_one_for_the_rest() {
        assert_eq!(ALL.len(), 34);
        assert_eq!(parse("retail-trade"), Ok("retail-trade"));
        assert_eq!(parse("magic"), Err(Problem::NotAChoice));
        assert_eq!(name("foods", Lang::Ja), "食料品");
        assert_eq!(
            name("warehousing-and-harbor-transportation-services", Lang::En),
            "Warehousing & Harbor Transportation Services"
        );
        assert_eq!(name("gone", Lang::En), "gone");
        assert_eq!(crate::companies::country::name("JP", Lang::Ja), "日本");
    }
}
