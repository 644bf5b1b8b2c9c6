//! Each rule by an example. `properties.rs` holds the rules against any crowd.

use super::*;

mod properties;

const JA: u8 = 1;
const EN: u8 = 2;

/// A member who takes anybody and is free at one hour. Lower numbers wait longer.
fn member(member: MemberId) -> Waiting {
    Waiting {
        step: 0,
        since: member * 1000,
        member,
        discipline: 0,
        languages: JA,
        wants_disciplines: 0,
        company: None,
        free: vec![400],
        reliability: 50,
        bookings_left: 1,
    }
}

fn known(learn: impl Fn(&mut Context)) -> Context {
    let mut context = Context::default();
    learn(&mut context);
    context
}

/// Also holds that it is the same the other way round, and that matching and outlook agree.
fn fit(a: &Waiting, b: &Waiting, context: &Context) -> bool {
    let fit = accepts(a, b, context);
    assert_eq!(fit, accepts(b, a, context));
    assert_eq!(fit, matches(&[a.clone(), b.clone()], context).len() == 1);
    assert_eq!(fit, outlook(a, std::slice::from_ref(b), context).now == 1);
    fit
}

fn fits(a: &Waiting, b: &Waiting) -> bool {
    fit(a, b, &Context::default())
}

/// Whom member 1 gets.
fn partner(waiting: &[Waiting], context: &Context) -> MemberId {
    let first = matches(waiting, context)[0];
    assert_eq!(first.members[0], 1);
    first.members[1]
}

#[test]
fn two_who_ask_for_nothing_fit() {
    assert!(fits(&member(1), &member(2)));
}

#[test]
fn a_member_never_meets_themselves() {
    let me = member(1);
    assert!(!accepts(&me, &me, &Context::default()));
    assert_eq!(matches(&[me.clone(), Waiting { since: 5, ..me }], &Context::default()), []);
}

#[test]
fn a_member_listed_twice_meets_once_by_the_older_entry() {
    let me = Waiting { free: vec![400, 404], ..member(1) };
    let newer = Waiting { since: 9_000, free: vec![404], ..member(1) };
    let found = matches(&[newer, member(2), member(3), me], &Context::default());
    assert_eq!(found, [Match { members: [1, 2], slot: 400, company: None }]);
}

#[test]
fn who_blocked_the_other_never_meets_them() {
    assert!(!fit(&member(1), &member(2), &known(|c| c.blocked(1, 2))));
    assert!(!fit(&member(1), &member(2), &known(|c| c.blocked(2, 1))));
    assert!(fit(&member(1), &member(2), &known(|c| c.blocked(1, 3))));
}

#[test]
fn who_just_declined_the_other_is_not_asked_again() {
    assert!(!fit(&member(1), &member(2), &known(|c| c.declined(1, 2))));
    assert!(!fit(&member(1), &member(2), &known(|c| c.declined(2, 1))));
    assert!(fit(&member(1), &member(2), &known(|c| c.declined(1, 3))));
}

#[test]
fn two_without_a_common_language_do_not_meet() {
    let speaks = |languages| Waiting { languages, ..member(2) };
    assert!(!fits(&member(1), &speaks(EN)));
    assert!(!fits(&member(1), &speaks(0)));
    assert!(fits(&member(1), &speaks(JA | EN)));
}

#[test]
fn a_wished_discipline_must_be_the_others() {
    let wishes = |wants_disciplines| Waiting { wants_disciplines, ..member(1) };
    let designer = Waiting { discipline: 3, ..member(2) };
    assert!(fits(&wishes(1 << 3), &designer));
    assert!(fits(&wishes(1 << 3 | 1 << 5), &designer));
    assert!(!fits(&wishes(1 << 2), &designer));
}

#[test]
fn a_wish_counts_on_both_sides() {
    let picky = Waiting { wants_disciplines: 1 << 4, ..member(2) };
    assert!(!fits(&Waiting { wants_disciplines: 1, ..member(1) }, &picky));
    assert!(fits(&Waiting { wants_disciplines: 1, discipline: 4, ..member(1) }, &picky));
}

#[test]
fn a_discipline_beyond_what_can_be_wished_fits_only_who_takes_any() {
    let odd = Waiting { discipline: 32, ..member(2) };
    assert!(fits(&member(1), &odd));
    assert!(!fits(&Waiting { wants_disciplines: u32::MAX, ..member(1) }, &odd));
}

#[test]
fn two_who_named_different_companies_do_not_meet() {
    let names = |id, company| Waiting { company, ..member(id) };
    assert!(!fits(&names(1, Some(7)), &names(2, Some(8))));
    assert!(fits(&names(1, Some(7)), &names(2, Some(7))));
    assert!(fits(&names(1, Some(7)), &names(2, None)));
}

#[test]
fn the_named_company_goes_into_the_match_whoever_named_it() {
    let company = |a, b| {
        let pair = [Waiting { company: a, ..member(1) }, Waiting { company: b, ..member(2) }];
        matches(&pair, &Context::default())[0].company
    };
    assert_eq!(company(Some(7), None), Some(7));
    assert_eq!(company(None, Some(7)), Some(7));
    assert_eq!(company(Some(7), Some(7)), Some(7));
    assert_eq!(company(None, None), None);
}

#[test]
fn who_has_no_booking_left_is_not_matched() {
    assert!(!fits(&member(1), &Waiting { bookings_left: 0, ..member(2) }));
    assert!(!fits(&Waiting { bookings_left: 0, ..member(1) }, &member(2)));
}

#[test]
fn two_without_a_common_hour_do_not_meet() {
    let free = |id, free: &[Slot]| Waiting { free: free.to_vec(), ..member(id) };
    assert!(!fits(&free(1, &[400]), &free(2, &[401])));
    assert!(!fits(&free(1, &[400]), &free(2, &[400 + 64])));
    assert!(!fits(&free(1, &[400]), &free(2, &[400 + 512])));
    assert!(!fits(&free(1, &[400]), &free(2, &[])));
    assert!(!fits(&free(1, &[]), &free(2, &[])));
}

#[test]
fn the_earliest_common_hour_is_proposed() {
    let slot = |a: &[Slot], b: &[Slot]| {
        let pair = [Waiting { free: a.to_vec(), ..member(1) }, Waiting { free: b.to_vec(), ..member(2) }];
        matches(&pair, &Context::default())[0].slot
    };
    assert_eq!(slot(&[400, 410, 420], &[390, 410, 420]), 410);
    assert_eq!(slot(&[0, 63, 64, 5_000], &[1, 62, 64, 127, 5_000]), 64);
    assert_eq!(slot(&[0, 511, 512, 5_000], &[1, 510, 512, 1_023, 5_000]), 512);
    assert_eq!(slot(&[-513, -1, 300], &[-512, -1, 0, 300]), -1);
    assert_eq!(slot(&[i64::MIN, i64::MAX], &[0, i64::MAX]), i64::MAX);
    assert_eq!(slot(&[i64::MIN, 0], &[i64::MIN]), i64::MIN);
}

#[test]
fn who_waits_longest_chooses_first() {
    let picky = Waiting { wants_disciplines: 2, ..member(2) };
    let designer = Waiting { discipline: 1, ..member(3) };
    let found = matches(&[designer, picky, member(1)], &Context::default());
    assert_eq!(found.iter().map(|m| m.members).collect::<Vec<_>>(), [[1, 3]]);
}

#[test]
fn of_two_who_wait_equally_long_the_lower_number_goes_first() {
    let together = [4, 2, 3, 1].map(|id| Waiting { since: 0, ..member(id) });
    let found = matches(&together, &Context::default());
    assert_eq!(found.iter().map(|m| m.members).collect::<Vec<_>>(), [[1, 2], [3, 4]]);
}

#[test]
fn an_equally_good_partner_who_waits_longer_goes_first() {
    let waiting = [member(1), Waiting { since: 3_000, ..member(2) }, Waiting { since: 2_000, ..member(3) }];
    assert_eq!(partner(&waiting, &Context::default()), 3);
}

#[test]
fn who_fits_nobody_leaves_the_others_to_each_other() {
    let alone = Waiting { languages: EN, ..member(1) };
    let found = matches(&[alone, member(2), member(3)], &Context::default());
    assert_eq!(found.iter().map(|m| m.members).collect::<Vec<_>>(), [[2, 3]]);
}

/// Members 2, 3, ... are equal but for one trait each, from the weakest to the strongest.
/// Whoever has the strongest trait still there is taken first.
#[test]
fn the_reasons_to_prefer_a_partner_count_in_their_order() {
    let me = Waiting { languages: JA | EN, company: Some(7), free: vec![400, 500], ..member(1) };
    let plain = |id| Waiting { free: vec![500], ..member(id) };
    let mut ladder = [
        plain(2),
        Waiting { free: vec![400], ..member(3) },
        Waiting { reliability: 51, ..plain(4) },
        Waiting { languages: JA | EN, ..plain(5) },
        Waiting { company: Some(7), ..plain(6) },
        plain(7),
        plain(8),
        Waiting { discipline: 1, ..plain(9) },
    ];
    // The strongest waits shortest, and all but the last two have met member 1 once.
    let context = known(|c| {
        for id in [2, 3, 4, 5, 6, 8, 9] {
            c.met(1, id, 1);
        }
        c.mutual_interest(8, 1);
    });
    for strongest in (2..=9).rev() {
        let there = usize::try_from(strongest - 1).unwrap();
        let mut waiting = ladder[..there].to_vec();
        waiting.push(me.clone());
        assert_eq!(partner(&waiting, &context), strongest);
    }
    ladder.reverse();
    assert_eq!(partner(&[&ladder[..], &[me]].concat(), &context), 9);
}

#[test]
fn how_many_languages_are_shared_counts_and_not_which() {
    let speaks = |id, languages| Waiting { languages, ..member(id) };
    for (one, other) in [(JA, EN), (EN, JA)] {
        let waiting = [speaks(1, JA | EN), speaks(2, one), speaks(3, other)];
        assert_eq!(partner(&waiting, &Context::default()), 2);
    }
}

#[test]
fn whom_one_has_met_less_often_goes_first() {
    let waiting = [member(1), member(2), member(3)];
    assert_eq!(partner(&waiting, &known(|c| c.met(1, 2, 1))), 3);
    let both_ways = known(|c| {
        c.met(1, 2, 1);
        c.met(2, 1, 1);
        c.met(3, 1, 1);
    });
    assert_eq!(partner(&waiting, &both_ways), 3);
}

#[test]
fn the_outlook_tells_what_would_widen_the_choice() {
    let me = Waiting { wants_disciplines: 1 << 1, company: Some(7), discipline: 2, ..member(1) };
    let designer = |id| Waiting { discipline: 1, ..member(id) };
    let waiting = [
        me.clone(),
        designer(2),
        member(3),
        member(4),
        Waiting { wants_disciplines: 1, ..member(5) },
        Waiting { company: Some(8), ..designer(6) },
        Waiting { company: Some(8), ..member(7) },
        Waiting { free: vec![401], ..designer(8) },
        Waiting { free: vec![401], ..designer(9) },
        Waiting { free: vec![401], ..designer(10) },
        Waiting { free: vec![], ..designer(11) },
        Waiting { free: vec![401], ..member(12) },
        // Listed twice, counted once.
        Waiting { since: 99_000, ..designer(2) },
    ];
    let found = outlook(&me, &waiting, &Context::default());
    assert_eq!(found, Outlook { now: 1, any_discipline: 2, any_company: 1, wider_times: 3 });
}

#[test]
fn nothing_widens_the_choice_of_who_has_no_booking_left() {
    let me = Waiting { bookings_left: 0, wants_disciplines: 2, company: Some(7), ..member(1) };
    let others = [member(2), Waiting { company: Some(8), ..member(3) }, Waiting { free: vec![1], ..member(4) }];
    let found = outlook(&me, &others, &Context::default());
    assert_eq!(found, Outlook { now: 0, any_discipline: 0, any_company: 0, wider_times: 0 });
}
