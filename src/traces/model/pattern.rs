//! Well-known patterns of earning. The names are common property; the descriptions are our own
//! (`locales/*/patterns.ftl`).

use crate::base::words::Lang;

crate::text_enum! {
    /// A pattern by its key in forms and addresses.
    Pattern {
        AddOn = "add-on", Advertising = "advertising", Auction = "auction", Bundle = "bundle",
        CrossSelling = "cross-selling", DirectSelling = "direct-selling", Financing = "financing",
        FlatRate = "flat-rate", Franchise = "franchise", Freemium = "freemium", Licensing = "licensing",
        LongTail = "long-tail", Marketplace = "marketplace", NoFrills = "no-frills", Aftermarket = "aftermarket",
        PayPerUse = "pay-per-use", Performance = "performance", RazorBlade = "razor-blade", Rental = "rental",
        SelfService = "self-service", Solution = "solution", Subscription = "subscription",
    }
}

/// Every key, for the column of typed fields.
pub const KEYS: [&str; Pattern::ALL.len()] = {
    let mut keys = [""; Pattern::ALL.len()];
    let mut at = 0;
    while at < keys.len() {
        keys[at] = Pattern::ALL[at].as_str();
        at += 1;
    }
    keys
};

impl Pattern {
    /// The name in the reader's language.
    #[must_use]
    pub fn name(self, lang: Lang) -> String {
        self.words(lang).0
    }

    /// What it is, in a sentence.
    #[must_use]
    pub fn about(self, lang: Lang) -> String {
        self.words(lang).1
    }

    fn words(self, lang: Lang) -> (String, String) {
        let t = lang.words();
        match self {
            Pattern::AddOn => (t.pattern_add_on(), t.pattern_add_on_about()),
            Pattern::Advertising => (t.pattern_advertising(), t.pattern_advertising_about()),
            Pattern::Auction => (t.pattern_auction(), t.pattern_auction_about()),
            Pattern::Bundle => (t.pattern_bundle(), t.pattern_bundle_about()),
            Pattern::CrossSelling => (t.pattern_cross_selling(), t.pattern_cross_selling_about()),
            Pattern::DirectSelling => (t.pattern_direct_selling(), t.pattern_direct_selling_about()),
            Pattern::Financing => (t.pattern_financing(), t.pattern_financing_about()),
            Pattern::FlatRate => (t.pattern_flat_rate(), t.pattern_flat_rate_about()),
            Pattern::Franchise => (t.pattern_franchise(), t.pattern_franchise_about()),
            Pattern::Freemium => (t.pattern_freemium(), t.pattern_freemium_about()),
            Pattern::Licensing => (t.pattern_licensing(), t.pattern_licensing_about()),
            Pattern::LongTail => (t.pattern_long_tail(), t.pattern_long_tail_about()),
            Pattern::Marketplace => (t.pattern_marketplace(), t.pattern_marketplace_about()),
            Pattern::NoFrills => (t.pattern_no_frills(), t.pattern_no_frills_about()),
            Pattern::Aftermarket => (t.pattern_aftermarket(), t.pattern_aftermarket_about()),
            Pattern::PayPerUse => (t.pattern_pay_per_use(), t.pattern_pay_per_use_about()),
            Pattern::Performance => (t.pattern_performance(), t.pattern_performance_about()),
            Pattern::RazorBlade => (t.pattern_razor_blade(), t.pattern_razor_blade_about()),
            Pattern::Rental => (t.pattern_rental(), t.pattern_rental_about()),
            Pattern::SelfService => (t.pattern_self_service(), t.pattern_self_service_about()),
            Pattern::Solution => (t.pattern_solution(), t.pattern_solution_about()),
            Pattern::Subscription => (t.pattern_subscription(), t.pattern_subscription_about()),
        }
    }
}
