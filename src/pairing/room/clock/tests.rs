use super::*;
use proptest::prelude::*;

const START: Time = Time(1_795_424_400_000);
const FRAME: Frame = Frame { starts_at: START, speed: 1 };
const YUI: MemberId = MemberId(1);
const TOM: MemberId = MemberId(2);

fn minute(minutes: i64) -> Time {
    START.plus(minutes * MINUTE)
}

fn hour() -> Hour {
    Hour::new(minute(-10))
}

/// Both wish the same, one after the other.
fn agreed(hour: Hour, wish: Wish, now: Time) -> Hour {
    let seen = hour.version;
    let asked = hour.wished(YUI, wish, seen, &FRAME, now).unwrap();
    asked.wished(TOM, wish, seen, &FRAME, now).unwrap()
}

#[test]
fn left_alone_the_hour_takes_sixty_minutes() {
    let phases: Vec<_> = [-10, 0, 4, 5, 14, 15, 34, 35, 54, 55, 59, 60, 1_000]
        .map(|at| hour().at(&FRAME, minute(at)).phase.as_str())
        .into();
    let expected = [
        "door", "check-in", "check-in", "blind", "blind", "first", "first", "second", "second", "debrief", "debrief",
        "over", "over",
    ];
    assert_eq!(phases, expected);
    assert_eq!(hour().at(&FRAME, minute(22)).needle(minute(22)), 22_000);
    assert_eq!(Phase::TIMED.iter().map(|phase| phase.minutes()).sum::<i64>(), 60);
}

#[test]
fn one_alone_changes_nothing_and_both_do() {
    let now = minute(16);
    let first = hour().at(&FRAME, now);
    let asked = first.wished(YUI, Wish::Skip, first.version, &FRAME, now).unwrap();
    assert_eq!((asked.phase, asked.version, asked.wish), (Phase::First, first.version, Some((Wish::Skip, YUI))));
    let again = asked.wished(YUI, Wish::Skip, first.version, &FRAME, now).unwrap();
    assert_eq!(again, asked, "twice is once");
    let done = again.wished(TOM, Wish::Skip, first.version, &FRAME, now).unwrap();
    assert_eq!((done.phase, done.since, done.wish), (Phase::Second, now, None));
}

#[test]
fn two_clicks_never_skip_two() {
    let now = minute(16);
    let done = agreed(hour().at(&FRAME, now), Wish::Skip, now);
    for late in [YUI, TOM] {
        assert_eq!(done.wished(late, Wish::Skip, done.version - 1, &FRAME, now), Err(Stale));
    }
    let at_the_turn = hour().at(&FRAME, minute(15).plus(-1));
    let asked = at_the_turn.wished(YUI, Wish::Skip, at_the_turn.version, &FRAME, minute(15).plus(-1)).unwrap();
    let after = asked.at(&FRAME, minute(15));
    assert_eq!(after.wished(TOM, Wish::Skip, at_the_turn.version, &FRAME, minute(15)), Err(Stale), "time was quicker");
    assert_eq!((after.phase, after.wish), (Phase::First, None), "a wish ends with its phase");
}

#[test]
fn a_wish_for_something_else_stands_in_its_place() {
    let now = minute(16);
    let first = hour().at(&FRAME, now);
    let skip = first.wished(YUI, Wish::Skip, first.version, &FRAME, now).unwrap();
    let extend = skip.wished(TOM, Wish::Extend, first.version, &FRAME, now).unwrap();
    assert_eq!((extend.phase, extend.wish), (Phase::First, Some((Wish::Extend, TOM))));
    let longer = extend.wished(YUI, Wish::Extend, first.version, &FRAME, now).unwrap();
    assert_eq!(longer.ends_at(), minute(40));
    assert_eq!(extend.unwished(first.version).unwrap().wish, None);
}

#[test]
fn a_pause_gives_the_time_back() {
    let paused = agreed(hour().at(&FRAME, minute(20)), Wish::Pause, minute(20));
    assert_eq!(paused.at(&FRAME, minute(50)).phase, Phase::First);
    assert!(!paused.allows(Wish::Pause));
    let on = agreed(paused.at(&FRAME, minute(30)), Wish::Resume, minute(30));
    assert_eq!((on.ends_at(), on.passed(minute(30))), (minute(45), 5 * MINUTE));
    assert_eq!(paused.at(&FRAME, minute(90)).phase, Phase::Over, "not for ever");
}

#[test]
fn it_begins_early_when_both_are_there_and_follows_the_session_to_another_time() {
    let now = minute(-3);
    let early = agreed(hour().at(&FRAME, now), Wish::Skip, now);
    assert_eq!((early.phase, early.since), (Phase::CheckIn, now));
    let moved = Frame { starts_at: minute(60), speed: 1 };
    assert_eq!(hour().at(&moved, minute(5)).phase, Phase::Door);
}

#[test]
fn the_fast_clock_runs_the_same_way() {
    let fast = Frame { starts_at: START, speed: 60 };
    assert_eq!(hour().at(&fast, START.plus(16_000)).phase, Phase::First);
    assert_eq!(hour().at(&fast, START.plus(60_000)).phase, Phase::Over);
}

proptest! {
    /// Whatever the two do, and however often the row is read in between: phases go forward only, one at
    /// a click; looking does not change what is seen.
    #[test]
    fn phases_go_forward_one_at_a_time(deeds in proptest::collection::vec((0..5_usize, 0..2_usize, 0..3_i64, 0..4_i64), 1..60)) {
        let mut stored = hour();
        let mut now = minute(-10);
        for (wish, who, behind, minutes) in deeds {
            now = now.plus(minutes * MINUTE);
            let seen = stored.at(&FRAME, now);
            prop_assert!(seen.phase >= stored.phase && seen.version >= stored.version);
            prop_assert_eq!(seen.at(&FRAME, now), seen, "looking twice");
            let by = [YUI, TOM][who];
            let outcome = match Wish::ALL.get(wish) {
                Some(wish) => seen.wished(by, *wish, seen.version - behind, &FRAME, now),
                None => seen.unwished(seen.version - behind),
            };
            match outcome {
                Ok(next) => {
                    prop_assert_eq!(behind, 0);
                    prop_assert!(next.phase == seen.phase || next.phase == seen.phase.next());
                    prop_assert!(next.version - seen.version <= 1);
                    stored = next;
                }
                Err(Stale) => stored = seen,
            }
            let passed = stored.passed(now);
            prop_assert!((0..=stored.length).contains(&passed));
            let needle = stored.needle(now);
            prop_assert!((0..=60_000).contains(&needle));
        }
    }
}
