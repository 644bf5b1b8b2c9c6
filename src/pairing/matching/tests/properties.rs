//! The rules against any crowd, told a second time in the plainest way: lists, no bits, no lookup.

use proptest::collection::{btree_set, vec};
use proptest::prelude::*;

use super::super::*;

/// Those who wait, and what is known about pairs.
#[derive(Debug, Clone)]
struct Crowd {
    waiting: Vec<Waiting>,
    facts: Vec<(Fact, MemberId, MemberId)>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fact {
    Blocked,
    Declined,
    MutualInterest,
    Met,
}

impl Crowd {
    fn context(&self) -> Context {
        let mut context = Context::default();
        for &(fact, a, b) in &self.facts {
            match fact {
                Fact::Blocked => context.blocked(a, b),
                Fact::Declined => context.declined(a, b),
                Fact::MutualInterest => context.mutual_interest(a, b),
                Fact::Met => context.met(a, b, 1),
            }
        }
        context
    }

    fn matches(&self) -> Vec<Match> {
        matches(&self.waiting, &self.context())
    }

    fn member(&self, id: MemberId) -> &Waiting {
        self.waiting.iter().find(|w| w.member == id).unwrap()
    }

    fn pair(&self, found: &Match) -> (&Waiting, &Waiting) {
        (self.member(found.members[0]), self.member(found.members[1]))
    }

    fn times(&self, fact: Fact, a: &Waiting, b: &Waiting) -> usize {
        let pairs = [(fact, a.member, b.member), (fact, b.member, a.member)];
        self.facts.iter().filter(|known| pairs.contains(known)).count()
    }

    fn agrees(&self, a: &Waiting, b: &Waiting) -> bool {
        let takes = |a: &Waiting, b: &Waiting| match a.wants_disciplines {
            0 => true,
            wanted => (wanted >> b.discipline) % 2 == 1,
        };
        a.member != b.member
            && self.times(Fact::Blocked, a, b) + self.times(Fact::Declined, a, b) == 0
            && (a.languages % 2 == 1 && b.languages % 2 == 1 || a.languages / 2 == 1 && b.languages / 2 == 1)
            && takes(a, b)
            && takes(b, a)
            && !matches!((a.company, b.company), (Some(one), Some(other)) if one != other)
            && a.bookings_left.min(b.bookings_left) > 0
    }

    fn fits(&self, a: &Waiting, b: &Waiting) -> bool {
        self.agrees(a, b) && earliest(a, b).is_some()
    }

    /// Smaller is better.
    fn rank(&self, seeker: &Waiting, b: &Waiting) -> impl Ord + std::fmt::Debug + use<> {
        let shared = if seeker.languages == 3 && b.languages == 3 { 2 } else { 1 };
        (
            seeker.discipline == b.discipline,
            self.times(Fact::MutualInterest, seeker, b) == 0,
            self.times(Fact::Met, seeker, b),
            seeker.company.zip(b.company).is_none_or(|(one, other)| one != other),
            -shared,
            100 - b.reliability,
            earliest(seeker, b),
            (b.step, b.since, b.member),
        )
    }
}

fn earliest(a: &Waiting, b: &Waiting) -> Option<Slot> {
    a.free.iter().copied().find(|slot| b.free.contains(slot))
}

/// Slots on both sides of the borders between the stretches that are compared at once.
fn slots() -> impl Strategy<Value = Vec<Slot>> {
    let slot = prop_oneof![-2_i64..2, 62_i64..66, 510_i64..514, 1_500_i64..1_502];
    prop_oneof![1 => Just(Vec::new()), 6 => btree_set(slot, 1..8).prop_map(|free| free.into_iter().collect())]
}

/// Alike in much, so that every way to differ decides somewhere.
fn waiting() -> impl Strategy<Value = Waiting> {
    let discipline = prop_oneof![2 => Just(0_u8), 1 => 1_u8..3];
    let languages = prop_oneof![2 => Just(3_u8), 1 => 0_u8..4];
    let wants = prop_oneof![4 => Just(0_u32), 1 => 1_u32..8];
    let company = prop_oneof![1 => Just(None), 1 => (1_i64..3).prop_map(Some)];
    let bookings = prop_oneof![1 => Just(0_u32), 6 => 1_u32..3];
    let since = (0_u8..3, 0_i64..4);
    (since, 1_i64..16, discipline, languages, wants, company, slots(), 0_u8..2, bookings).prop_map(
        |(
            (step, since),
            member,
            discipline,
            languages,
            wants_disciplines,
            company,
            free,
            reliability,
            bookings_left,
        )| {
            Waiting {
                step,
                since,
                member,
                discipline,
                languages,
                wants_disciplines,
                company,
                free,
                reliability,
                bookings_left,
            }
        },
    )
}

/// A crowd in which a member may be listed more than once.
fn any_crowd() -> impl Strategy<Value = Crowd> {
    use Fact::{Blocked, Declined, Met, MutualInterest};
    let fact = prop_oneof![Just(Blocked), Just(Declined), Just(MutualInterest), Just(Met)];
    let facts = vec((fact, 1_i64..16, 1_i64..16), 0..40);
    (vec(waiting(), 0..16), facts).prop_map(|(waiting, facts)| Crowd { waiting, facts })
}

/// A crowd in which each member is listed once.
fn crowd() -> impl Strategy<Value = Crowd> {
    any_crowd().prop_map(|mut crowd| {
        let mut listed = BTreeSet::new();
        crowd.waiting.retain(|waiting| listed.insert(waiting.member));
        crowd
    })
}

proptest! {
    #[test]
    fn no_member_is_matched_twice(crowd in any_crowd()) {
        let mut members: Vec<_> = crowd.matches().iter().flat_map(|found| found.members).collect();
        members.sort_unstable();
        prop_assert!(members.is_sorted_by(|a, b| a < b), "{members:?}");
    }

    #[test]
    fn both_of_every_match_accept_each_other(crowd in crowd()) {
        for found in crowd.matches() {
            let (a, b) = crowd.pair(&found);
            prop_assert!(crowd.fits(a, b) && crowd.fits(b, a), "{found:?}");
            prop_assert!(a.company.is_none_or(|company| found.company == Some(company)));
            prop_assert!(b.company.is_none_or(|company| found.company == Some(company)));
        }
    }

    #[test]
    fn nobody_is_matched_with_whom_they_blocked_or_just_declined(crowd in crowd()) {
        for found in crowd.matches() {
            for &(fact, a, b) in &crowd.facts {
                let apart = matches!(fact, Fact::Blocked | Fact::Declined);
                prop_assert!(!(apart && (found.members == [a, b] || found.members == [b, a])), "{found:?}");
            }
        }
    }

    #[test]
    fn no_two_who_fit_are_both_left_waiting(crowd in crowd()) {
        let matched: Vec<_> = crowd.matches().iter().flat_map(|found| found.members).collect();
        let left: Vec<_> = crowd.waiting.iter().filter(|waiting| !matched.contains(&waiting.member)).collect();
        for a in &left {
            for b in &left {
                prop_assert!(!crowd.fits(a, b), "{} and {}", a.member, b.member);
            }
        }
    }

    #[test]
    fn the_order_of_the_list_does_not_matter(
        (crowd, shuffled) in any_crowd().prop_flat_map(|crowd| {
            let (waiting, facts) = (Just(crowd.waiting.clone()).prop_shuffle(), Just(crowd.facts.clone()).prop_shuffle());
            (Just(crowd), (waiting, facts).prop_map(|(waiting, facts)| Crowd { waiting, facts }))
        }),
    ) {
        prop_assert_eq!(crowd.matches(), shuffled.matches());
        for me in &crowd.waiting {
            let outlooks = [&crowd, &shuffled].map(|crowd| outlook(me, &crowd.waiting, &crowd.context()));
            prop_assert_eq!(outlooks[0], outlooks[1]);
        }
    }

    /// Again and again: the oldest still there who fits anybody, and their best. So the whole result is held.
    #[test]
    fn the_oldest_who_fits_anybody_gets_the_best_partner(crowd in crowd()) {
        let mut left: Vec<_> = crowd.waiting.iter().collect();
        left.sort_by_key(|waiting| (waiting.step, waiting.since, waiting.member));
        let partners = |a: &Waiting, left: &[&Waiting]| -> Vec<Waiting> {
            left.iter().filter(|b| crowd.fits(a, b)).map(|b| (*b).clone()).collect()
        };
        for found in crowd.matches() {
            let oldest = *left.iter().find(|a| !partners(a, &left).is_empty()).unwrap();
            let best = partners(oldest, &left).into_iter().min_by_key(|b| crowd.rank(oldest, b)).unwrap();
            prop_assert_eq!(found.members, [oldest.member, best.member]);
            left.retain(|waiting| !found.members.contains(&waiting.member));
        }
    }

    #[test]
    fn who_is_never_free_is_never_matched(crowd in crowd()) {
        for found in crowd.matches() {
            let (a, b) = crowd.pair(&found);
            prop_assert!(!a.free.is_empty() && !b.free.is_empty(), "{found:?}");
        }
    }

    #[test]
    fn the_proposed_hour_is_the_earliest_that_suits_both(crowd in crowd()) {
        for found in crowd.matches() {
            let (a, b) = crowd.pair(&found);
            prop_assert_eq!(Some(found.slot), earliest(a, b));
            prop_assert_eq!(Some(found.slot), earliest(b, a));
        }
    }

    #[test]
    fn accepting_is_mutual_and_follows_the_rules(crowd in crowd()) {
        let context = crowd.context();
        for a in &crowd.waiting {
            for b in &crowd.waiting {
                prop_assert_eq!(accepts(a, b, &context), crowd.fits(a, b));
                prop_assert_eq!(accepts(b, a, &context), crowd.fits(a, b));
            }
        }
    }

    #[test]
    fn the_outlook_counts_who_would_fit(crowd in crowd()) {
        for me in &crowd.waiting {
            let fitting = |me: &Waiting| crowd.waiting.iter().filter(|b| crowd.fits(me, b)).count();
            let everyones: BTreeSet<Slot> = crowd.waiting.iter().flat_map(|b| b.free.clone()).collect();
            let now = fitting(me);
            prop_assert_eq!(outlook(me, &crowd.waiting, &crowd.context()), Outlook {
                now,
                any_discipline: fitting(&Waiting { wants_disciplines: 0, ..me.clone() }) - now,
                any_company: fitting(&Waiting { company: None, ..me.clone() }) - now,
                wider_times: fitting(&Waiting { free: everyones.into_iter().collect(), ..me.clone() }) - now,
            });
        }
    }
}
