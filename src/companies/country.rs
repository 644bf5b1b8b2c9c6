//! Countries by their ISO 3166-1 alpha-2 code.

use crate::base::words::Lang;

/// The country's name in the reader's language; a code that is not listed here shows as it is.
#[must_use]
pub fn name(code: &str, lang: Lang) -> String {
    let t = lang.words();
    match code {
        "JP" => t.country_jp(),
        "US" => t.country_us(),
        "GB" => t.country_gb(),
        "DE" => t.country_de(),
        "FR" => t.country_fr(),
        "IT" => t.country_it(),
        "ES" => t.country_es(),
        "NL" => t.country_nl(),
        "CH" => t.country_ch(),
        "LI" => t.country_li(),
        "SE" => t.country_se(),
        "DK" => t.country_dk(),
        "KR" => t.country_kr(),
        "CN" => t.country_cn(),
        "TW" => t.country_tw(),
        "SG" => t.country_sg(),
        "IN" => t.country_in(),
        "AU" => t.country_au(),
        "CA" => t.country_ca(),
        "BR" => t.country_br(),
        other => other.to_owned(),
    }
}
