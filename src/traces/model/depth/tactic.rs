//! A result claimed from one tactic: "they ran a promotion and sales rose". A paragraph that says
//! whose task it was or what they valued, or that denies the claim, makes none.

use unicode_normalization::UnicodeNormalization;

use crate::base::words::Lang;
use crate::traces::model::numbers::paragraphs;

/// The words of each claim.
#[must_use]
pub fn claims(text: &str, lang: Lang) -> Vec<String> {
    paragraphs(text).iter().filter_map(|block| claim(block, lang)).collect()
}

/// The sentence with the result, where the tactic stands in it or in the one before.
fn claim(block: &str, lang: Lang) -> Option<String> {
    let words = words_of(lang);
    let whole = folded(block, lang);
    if has(&whole, words.people) || has(&whole, words.denial) {
        return None;
    }
    let mut tactic = false;
    for sentence in sentences(block) {
        let text = folded(sentence, lang);
        let here = has(&text, words.tactics);
        let result = has(&text, words.results) || has(&text, words.measures) && has(&text, words.rises);
        if result && (here || tactic) {
            return Some(sentence.trim().to_owned());
        }
        tactic = here;
    }
    None
}

fn sentences(block: &str) -> impl Iterator<Item = &str> {
    block.split_inclusive(['.', '!', '?', '。', '\u{ff01}', '\u{ff1f}']).filter(|s| !s.trim().is_empty())
}

/// In compatibility form and lower case. English: words alone, a blank around each, so that a word is
/// never found in another. Japanese: a famous person is a tactic, not a customer.
fn folded(text: &str, lang: Lang) -> String {
    let text: String = text.nfkc().flat_map(char::to_lowercase).collect();
    match lang {
        Lang::En => {
            let text = text.replace("n't", " not").replace(|c: char| !c.is_alphanumeric(), " ");
            format!(" {} ", text.split_whitespace().collect::<Vec<_>>().join(" "))
        }
        Lang::Ja => ["芸能人", "有名人", "著名人"].iter().fold(text, |text, who| text.replace(who, "起用")),
    }
}

fn has(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| text.contains(word))
}

struct Words {
    tactics: &'static [&'static str],
    /// Results by themselves.
    results: &'static [&'static str],
    /// What rises, and how it is said to: a result together.
    measures: &'static [&'static str],
    rises: &'static [&'static str],
    /// Whose task it is, what they value.
    people: &'static [&'static str],
    denial: &'static [&'static str],
}

fn words_of(lang: Lang) -> &'static Words {
    match lang {
        Lang::En => &EN,
        Lang::Ja => &JA,
    }
}

#[rustfmt::skip]
const EN: Words = Words {
    tactics: &[
        " campaign ", " campaigns ", " ad ", " ads ", " advert ", " adverts ", " advertising ", " advertisement ", " advertisements ",
        " commercial ", " commercials ", " coupon ", " coupons ", " voucher ", " vouchers ", " discount ", " discounts ", " promotion ",
        " promotions ", " promo ", " influencer ", " influencers ", " viral ", " social media ", " instagram ", " tiktok ", " youtube ",
        " seo ", " logo ", " rebrand ", " rebranding ", " newsletter ", " newsletters ", " points card ", " loyalty card ",
        " loyalty programme ", " loyalty program ", " free samples ", " price cut ", " price cuts ", " cut prices ", " cutting prices ",
        " launch event ", " celebrity ", " slogan ", " billboard ", " billboards ", " hashtag ", " giveaway ", " sponsorship ", " famous actor ",
    ],
    results: &[
        " success ", " succeeded ", " sold out ", " number one ", " popular ", " growth is ", " its growth ", " record revenue ",
        " record sales ", " record profit ", " became a hit ", " was a hit ", " turned the company ", " turned the business ", " market leader ",
    ],
    measures: &[
        " sales ", " revenue ", " revenues ", " orders ", " turnover ", " profit ", " profits ", " share ", " subscriptions ", " traffic ",
        " company ", " firm ", " brand ", " business ", " awareness ", " downloads ",
    ],
    rises: &[
        " rose ", " doubled ", " tripled ", " jumped ", " grew ", " soared ", " surged ", " increased ", " increase ", " boosted ", " boost ",
        " recovered ", " exploded ", " climbed ", " took off ", " won ", " gained ", " followed ", " went up ", " risen ", " grown ", " skyrocketed ",
    ],
    people: &[
        " customer ", " customers ", " people ", " buyer ", " buyers ", " user ", " users ", " shopper ", " shoppers ", " viewer ", " viewers ",
        " reader ", " readers ", " parents ", " guests ", " someone ", " anyone ", " who ", " whose ", " need ", " needs ", " needed ", " want ", " wants ",
        " wanted ", " wish ", " wished ", " afraid ", " worry ", " worried ", " trust ", " trusted ", " looking for ", " task ", " tasks ", " so that ",
        " no longer ", " saved them ", " value ", " values ", " valued ", " paid for ", " pay for ", " pays for ", " waiting ", " households ", " families ",
    ],
    denial: &[" not ", " never ", " whether ", " nor ", " cannot ", " unlikely "],
};

#[rustfmt::skip]
const JA: Words = Words {
    tactics: &[
        "cm", "コマーシャル", "広告", "宣伝", "キャンペーン", "インフルエンサー", "sns", "バズ", "値下げ", "割引", "セール", "クーポン", "ポイントカード",
        "ポイント還元", "ロゴ", "リブランディング", "プロモーション", "販促", "メルマガ", "seo", "試供品", "有名俳優", "起用", "タイアップ", "コラボ",
        "インスタ", "tiktok", "youtube",
    ],
    results: &[
        "売れた", "売れる", "売れて", "ヒットした", "ヒットにつな", "大ヒット", "成功", "成長でき", "成長した", "業界トップ", "行列ができ", "呼び戻し", "大当たり", "シェアを拡大",
        "シェアを伸ば", "トップになった", "首位に",
    ],
    measures: &["売上", "売り上げ", "業績", "注文", "客数", "集客", "来客", "シェア", "人気", "利益", "知名度", "認知", "会員数", "契約数"],
    rises: &[
        "伸び", "伸ば", "増", "上が", "上昇", "回復", "拡大", "二倍", "倍増", "倍に", "急増", "アップ", "記録", "復活", "殺到", "戻った", "戻し", "急伸", "向上",
    ],
    people: &[
        "顧客", "お客", "人が", "人は", "人に", "人も", "人の", "人へ", "人を", "親", "職人", "利用者", "ユーザー", "生活者", "消費者", "課題", "悩み", "困", "不安", "不便",
        "手間", "待ち時間", "待たず", "並ばず", "たい", "ほしい", "欲しい", "求め", "探し", "安心", "価値", "助か", "なくな", "ように", "選べ", "必要",
    ],
    denial: &["ではな", "のではな", "わけではな", "かどうか", "わから", "わかって", "分から", "とは言えな", "とはいえな", "とは限らな"],
};
