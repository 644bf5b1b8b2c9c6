//! What is a number that wants a source, and what is none, in both languages.

use super::unsourced;

fn found(text: &str) -> bool {
    !unsourced("", text, &["ir"]).is_empty()
}

#[test]
fn english_amounts_percentages_and_counts_are_numbers() {
    for text in [
        "Sales rose by 94.8% in a year.",
        "It earned $1.6 million.",
        "Revenue of ¥93.0bn.",
        "It runs 1,051 stores.",
        "About 12,000 active users came back.",
        "They opened 60 new stores.",
        "Three quarters, or 75 percent, stayed.",
        "It costs 300 yen.",
        "A pair is USD 95.",
        "More than 40 countries.",
        "It employs 200 people.",
        "Costs fell 3x.",
        "The line makes 5 million pairs.",
        "１２０ shops closed.",
        "Profit was £20m.",
    ] {
        assert!(found(text), "{text}");
    }
}

#[test]
fn english_years_dates_ordinals_and_codes_are_none() {
    for text in [
        "In 2015 shops closed.",
        "From 2010 to 2022 it was so.",
        "On 23 November 2026 it opened.",
        "Since Sep 2024 it is law.",
        "Published 2026-11-23.",
        "The 1st and the 22nd shop.",
        "In the 1990s nobody cared.",
        "1. Stores come first.",
        "Its code is 7564.",
        "A B2B firm with 4P in mind.",
        "It is No. 1 in its field.",
        "Chapter 3 is about Q2 2025.",
        "See https://example.org/100-stores today.",
        "At 7 she opens the shop.",
    ] {
        assert!(!found(text), "{text}: {:?}", unsourced("", text, &[]));
    }
}

#[test]
fn japanese_amounts_percentages_and_counts_are_numbers() {
    for text in [
        "売上の三割を占める。",
        "1,051店を展開する。",
        "１０５１店舗になった。",
        "売上高は1,369億円。",
        "94.8%が戻ってきた。",
        "９４．８％が戻ってきた。",
        "客数は二倍になった。",
        "基本の眼鏡は95ドルだった。",
        "従業員は500名以上いる。",
        "一杯三百円で出す。",
        "会員は百二十万人。",
        "年に12回届く。",
        "30分以内に住む。",
        "約4分の3は店で買う。",
        "40カ国に広がる。",
        "二千店を超えた。",
    ] {
        assert!(found(text), "{text}");
    }
}

#[test]
fn japanese_years_dates_ordinals_and_words_are_none() {
    for text in [
        "2010年から2022年まで続いた。",
        "2026年11月23日に始まった。",
        "二〇二六年のこと。",
        "第2四半期の決算。",
        "3回目の値上げ。",
        "2社目の参入。",
        "業界1位の会社。",
        "証券コードは7564。",
        "それで十分だった。",
        "一人ひとりの一部の話。",
        "20代の女性。",
        "9時30分に開く。",
        "1990年代の話。",
        "第一に、人である。",
        "十人十色である。",
        "1号店を出した。",
        "万人に向かない。",
    ] {
        assert!(!found(text), "{text}: {:?}", unsourced("", text, &[]));
    }
}

#[test]
fn a_source_counts_for_its_paragraph_item_or_row() {
    assert!(!found("It runs 1,051 stores,[^ir] and 30%\nare franchised."));
    assert!(found("It runs 1,051 stores.[^ir]\n\nAnd 30% are franchised."));
    assert!(found("- 1,051 stores[^ir]\n- 30% franchised"));
    assert!(!found("- 1,051 stores[^ir]\n- 30% franchised[^IR]"));
    assert!(found("| 1,051 stores[^ir] |\n| 30% |"));
    assert!(found("30%[^elsewhere]"));
    assert!(!found("およそ三割[^my-estimate]"));
}
