//! Pairing with many: the list of asks, booking an hour, matching.

use std::time::Instant;

use marketing_trace::base::db::{Conn, Db};
use marketing_trace::base::random::token_hash;
use marketing_trace::pairing::matching::{Context, Waiting, matches};
use marketing_trace::sql;

use crate::Bars;
use crate::client::Client;
use crate::load::{self, median, run};
use crate::site::Site;

/// Open asks, by as many owners as there are takers.
const ASKS: i64 = 100_000;
/// Hours booked, each by a member of their own.
const BOOKINGS: i64 = 400;
/// Members who wait for a partner.
const WAITING: i64 = 2_000;

pub async fn measure(site: &Site, bars: &mut Bars) {
    let db = Db::connect(&site.database()).await.expect("the bench's database");
    let mut tx = db.write().await.expect("it can be written");
    fill(&mut tx, site.now()).await;
    tx.commit(marketing_trace::base::time::Time(site.now())).await.expect("filled");
    list(site, bars).await;
    book(site, bars).await;
    matching(bars);
}

/// Owners, takers with a sign-in each, and the asks: offered two days ahead, an hour apart for each owner.
async fn fill(conn: &mut Conn, now: i64) {
    sql!(
        "with recursive n(i) as (select 1 union all select i + 1 from n where i < 2 * $1)
         insert into members (handle, name, discipline, language, zone, email, email_key, verified_at, terms_version,
                              terms_agreed_at, created_at)
         select 'bench-' || i, 'Bench ' || i, case when i % 2 = 0 then 'design' else 'marketing' end, 'en', 'Asia/Tokyo',
                'bench-' || i || '@demo.invalid', 'bench-' || i || '@demo.invalid', $2, 'bench', $2, $2 from n"
    )
    .bind(BOOKINGS)
    .bind(now)
    .run(conn)
    .await
    .expect("members");
    for taker in 1..=BOOKINGS {
        sql!(
            "insert into sign_ins (member_id, token_hash, browser, created_at, seen_at)
             select id, $2, 'bench', $3, $3 from members where handle = 'bench-' || $1"
        )
        .bind(taker)
        .bind(token_hash(&token(taker)))
        .bind(now)
        .run(conn)
        .await
        .expect("a sign-in");
    }
    sql!(
        "with recursive n(i) as (select 1 union all select i + 1 from n where i < $1)
         insert into asks (member_id, kind, topic, note, languages, created_at, expires_at)
         select (select id from members where handle = 'bench-' || ($2 + 1 + i % $2)), 'company', 'Topic ' || i, 'A note',
                'either', $3, $3 + 4 * 86400000 from n"
    )
    .bind(ASKS)
    .bind(BOOKINGS)
    .bind(now)
    .run(conn)
    .await
    .expect("asks");
    sql!(
        "insert into ask_disciplines (discipline, ask_id)
         select d.column1, a.id from asks a, (values ('marketing'), ('design'), ('sales')) d where a.topic like 'Topic %'"
    )
    .run(conn)
    .await
    .expect("disciplines");
    sql!("insert into ask_slots (ask_id, slot) select id, $1 + 4 * (id % 20) from asks where topic like 'Topic %'")
        .bind(now / 900_000 + 2 * 96)
        .run(conn)
        .await
        .expect("slots");
}

fn token(taker: i64) -> String {
    format!("bench-token-{taker:020}")
}

async fn list(site: &Site, bars: &mut Bars) {
    let cookie = site.cookie();
    for (what, path) in [("the newest", "/pair"), ("those open to design", "/pair?discipline=design")] {
        let request = load::get(path, &[("accept-encoding", "br"), ("cookie", &cookie)]);
        let mut runs = Vec::new();
        for _ in 0..3 {
            runs.push(run(&site.process, &request).await);
        }
        let figure = median(runs.iter().map(|r| r.cpu_micros));
        bars.at_most(&format!("asks, {what} of 100,000, server CPU"), figure / 1e3, "ms", 3.0);
    }
}

/// Each taker takes the newest ask of another owner; what the operating system charged for all.
async fn book(site: &Site, bars: &mut Bars) {
    let db = Db::connect(&site.database()).await.expect("the bench's database");
    let asks: Vec<(i64, i64)> = sql!(
        "select max(a.id), max(s.slot) from asks a join ask_slots s on s.ask_id = a.id
         where a.topic like 'Topic %' group by a.member_id order by a.member_id limit $1"
    )
    .bind(BOOKINGS)
    .all(&mut db.read().await.expect("it can be read"))
    .await
    .expect("asks");
    let slots: std::collections::HashMap<i64, i64> = sql!(
        "select ask_id, slot from ask_slots where ask_id in (select max(id) from asks where topic like 'Topic %' group by member_id)"
    )
    .all::<(i64, i64)>(&mut db.read().await.expect("it can be read"))
    .await
    .expect("slots")
    .into_iter()
    .collect();
    let before = site.process.cpu();
    for (taker, (ask, _)) in (1..).zip(&asks) {
        let mut client = Client::new(site.process.address);
        client.set_cookie("__Host-sign-in", &token(taker));
        let slot = slots[ask].to_string();
        let answer = client.post(&format!("/pair/asks/{ask}/take"), &[("slot", &slot)]).await;
        assert_eq!(answer.status, 303, "{}", answer.text);
    }
    let spent = (site.process.cpu() - before).as_secs_f64() * 1e3 / asks.len() as f64;
    bars.at_most("booking an hour, durably, server CPU", spent, "ms", 2.0);
}

/// Two weeks of hours each; few agree on the company, so that most pairs are looked at.
fn matching(bars: &mut Bars) {
    let waiting: Vec<Waiting> = (0..WAITING).map(one).collect();
    let context = Context::default();
    let times: Vec<f64> = (0..5)
        .map(|_| {
            let began = Instant::now();
            assert!(!matches(&waiting, &context).is_empty());
            began.elapsed().as_secs_f64() * 1e3
        })
        .collect();
    bars.at_most("matching 2,000 waiting members", median(times.into_iter()), "ms", 100.0);
}

fn one(n: i64) -> Waiting {
    let first = 1_994_000 + n % 96;
    Waiting {
        since: n,
        member: n,
        discipline: (n % 10) as u8,
        languages: 1 + (n % 3) as u8,
        wants_disciplines: if n % 4 == 0 { 1 << (n % 7) } else { 0 },
        company: (n % 5 != 0).then_some(n % 600),
        free: (0..14).flat_map(|day| (0..16).map(move |hour| first + day * 96 + hour)).collect(),
        reliability: 100,
        bookings_left: 6,
    }
}
