//! Countries by their ISO 3166-1 alpha-2 code.

use crate::base::words::Lang;

/// The country's name in the reader's language; a code that is not listed here shows as it is.
#[must_use]
pub fn name(code: &str, lang: Lang) -> String {
    let (ja, en) = match code {
        "JP" => ("日本", "Japan"),
        "US" => ("アメリカ", "United States"),
        "GB" => ("イギリス", "United Kingdom"),
        "DE" => ("ドイツ", "Germany"),
        "FR" => ("フランス", "France"),
        "IT" => ("イタリア", "Italy"),
        "ES" => ("スペイン", "Spain"),
        "NL" => ("オランダ", "Netherlands"),
        "CH" => ("スイス", "Switzerland"),
        "LI" => ("リヒテンシュタイン", "Liechtenstein"),
        "SE" => ("スウェーデン", "Sweden"),
        "DK" => ("デンマーク", "Denmark"),
        "KR" => ("韓国", "South Korea"),
        "CN" => ("中国", "China"),
        "TW" => ("台湾", "Taiwan"),
        "SG" => ("シンガポール", "Singapore"),
        "IN" => ("インド", "India"),
        "AU" => ("オーストラリア", "Australia"),
        "CA" => ("カナダ", "Canada"),
        "BR" => ("ブラジル", "Brazil"),
        other => (other, other),
    };
    if lang == Lang::Ja { ja.to_owned() } else { en.to_owned() }
}
