//! Industries: the 33 sectors of Japanese listed companies (EDINET), and one for everything else.

use crate::base::error::Problem;
use crate::base::words::Lang;

/// One industry: its key in forms, addresses and the database, and its names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Industry {
    pub key: &'static str,
    ja: &'static str,
    en: &'static str,
}

impl Industry {
    #[must_use]
    pub fn name(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::Ja => self.ja,
            Lang::En => self.en,
        }
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
    find(key).map_or_else(|| key.to_owned(), |industry| industry.name(lang).to_owned())
}

#[rustfmt::skip]
pub const ALL: &[Industry] = &[
    Industry { key: "fishery-agriculture-and-forestry", ja: "水産・農林業", en: "Fishery, Agriculture & Forestry" },
    Industry { key: "mining", ja: "鉱業", en: "Mining" },
    Industry { key: "construction", ja: "建設業", en: "Construction" },
    Industry { key: "foods", ja: "食料品", en: "Foods" },
    Industry { key: "textiles-and-apparels", ja: "繊維製品", en: "Textiles & Apparels" },
    Industry { key: "pulp-and-paper", ja: "パルプ・紙", en: "Pulp & Paper" },
    Industry { key: "chemicals", ja: "化学", en: "Chemicals" },
    Industry { key: "pharmaceutical", ja: "医薬品", en: "Pharmaceutical" },
    Industry { key: "oil-and-coal-products", ja: "石油・石炭製品", en: "Oil & Coal Products" },
    Industry { key: "rubber-products", ja: "ゴム製品", en: "Rubber Products" },
    Industry { key: "glass-and-ceramics-products", ja: "ガラス・土石製品", en: "Glass & Ceramics Products" },
    Industry { key: "iron-and-steel", ja: "鉄鋼", en: "Iron & Steel" },
    Industry { key: "nonferrous-metals", ja: "非鉄金属", en: "Nonferrous Metals" },
    Industry { key: "metal-products", ja: "金属製品", en: "Metal Products" },
    Industry { key: "machinery", ja: "機械", en: "Machinery" },
    Industry { key: "electric-appliances", ja: "電気機器", en: "Electric Appliances" },
    Industry { key: "transportation-equipment", ja: "輸送用機器", en: "Transportation Equipment" },
    Industry { key: "precision-instruments", ja: "精密機器", en: "Precision Instruments" },
    Industry { key: "other-products", ja: "その他製品", en: "Other Products" },
    Industry { key: "electric-power-and-gas", ja: "電気・ガス業", en: "Electric Power & Gas" },
    Industry { key: "land-transportation", ja: "陸運業", en: "Land Transportation" },
    Industry { key: "marine-transportation", ja: "海運業", en: "Marine Transportation" },
    Industry { key: "air-transportation", ja: "空運業", en: "Air Transportation" },
    Industry { key: "warehousing-and-harbor-transportation-services", ja: "倉庫・運輸関連", en: "Warehousing & Harbor Transportation Services" },
    Industry { key: "information-and-communication", ja: "情報・通信業", en: "Information & Communication" },
    Industry { key: "wholesale-trade", ja: "卸売業", en: "Wholesale Trade" },
    Industry { key: "retail-trade", ja: "小売業", en: "Retail Trade" },
    Industry { key: "banks", ja: "銀行業", en: "Banks" },
    Industry { key: "securities-and-commodity-futures", ja: "証券、商品先物取引業", en: "Securities & Commodity Futures" },
    Industry { key: "insurance", ja: "保険業", en: "Insurance" },
    Industry { key: "other-financing-business", ja: "その他金融業", en: "Other Financing Business" },
    Industry { key: "real-estate", ja: "不動産業", en: "Real Estate" },
    Industry { key: "services", ja: "サービス業", en: "Services" },
    Industry { key: "other", ja: "その他", en: "Other" },
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
    }
}
