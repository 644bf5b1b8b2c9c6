//! Asks with many: the lists stay as fast with 100,000 as with 100, and what a booking costs.

use marketing_trace::base::random::token_hash;
use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};
use sqlx::{AssertSqlSafe, Connection};

use crate::Bars;
use crate::load::{self, median, run};
use crate::site::Site;

const FEW: i64 = 100;
const MANY: i64 = 100_000;
/// Members who ask, and as many who take: each books once.
const PAIRS: i64 = 500;
const RUNS: usize = 3;

pub async fn measure(site: &Site, bars: &mut Bars) {
    let options =
        SqliteConnectOptions::new().filename(site.database()).busy_timeout(std::time::Duration::from_secs(20));
    let mut conn = SqliteConnection::connect_with(&options).await.expect("the site's database");
    members(&mut conn).await;
    let lists = [
        "/pair",
        "/pair/asks",
        "/pair/asks?discipline=design",
        "/pair/asks?kind=improvement&language=ja",
        "/pair/asks?industry=mining",
    ];
    fill(&mut conn, FEW).await;
    let few = costs(site, &lists).await;
    fill(&mut conn, MANY - FEW).await;
    let many = costs(site, &lists).await;
    for ((list, few), many) in lists.iter().zip(few).zip(many) {
        println!("     {list}: {few:.0} us with {FEW} asks, {many:.0} us with {MANY}");
        bars.at_most(&format!("{list}, 100,000 asks against 100"), many / few, "", 1.5);
    }
    booking(site, bars, &mut conn).await;
}

/// Server CPU of each page, for a member.
async fn costs(site: &Site, lists: &[&str]) -> Vec<f64> {
    let cookie = site.cookie();
    let mut costs = Vec::new();
    for list in lists {
        let request = load::get(list, &[("accept-encoding", "br, gzip"), ("cookie", &cookie)]);
        let mut runs = Vec::new();
        for _ in 0..RUNS {
            runs.push(run(&site.process, &request).await.cpu_micros);
        }
        costs.push(median(runs.into_iter()));
    }
    costs
}

/// Every ask is taken once: the transaction, and the letters and reminders that follow from it.
async fn booking(site: &Site, bars: &mut Bars, conn: &mut SqliteConnection) {
    let slot = now() / 900_000 + 3 * 96;
    let mut requests = Vec::new();
    for pair in 1..=PAIRS {
        let id: i64 = sqlx::query_scalar(
            "insert into asks (member_id, kind, topic, languages, created_at, expires_at)
             select id, 'company', 'Booked', 'either', 0, $2 from members where handle = $1 returning id",
        )
        .bind(format!("bench-{pair}"))
        .bind(slot * 900_000)
        .fetch_one(&mut *conn)
        .await
        .expect("an ask");
        execute(conn, format!("insert into ask_slots (ask_id, slot) values ({id}, {slot})")).await;
        let token = format!("bench-token-{pair}");
        sqlx::query(
            "insert into sign_ins (member_id, token_hash, browser, created_at, seen_at)
             select id, $2, 'bench', $3, $3 from members where handle = $1",
        )
        .bind(format!("bench-{}", PAIRS + pair))
        .bind(token_hash(&token))
        .bind(now())
        .execute(&mut *conn)
        .await
        .expect("a sign-in");
        let cookie = format!("__Host-sign-in={token}");
        requests.push(load::post(&format!("/pair/asks/{id}/take"), &cookie, &[("slot", &slot.to_string())]));
    }
    let cost = load::each(&site.process, &requests).await;
    let booked: i64 = sqlx::query_scalar("select count(*) from pair_sessions where topic = 'Booked'")
        .fetch_one(&mut *conn)
        .await
        .expect("a count");
    assert_eq!(booked, PAIRS, "every ask was taken");
    println!("     {:.0} bookings a second, one after the other", cost.per_second);
    bars.at_most("booking an ask, durably, server CPU", cost.cpu_micros, "us", 2_000.0);
}

async fn members(conn: &mut SqliteConnection) {
    let now = now();
    execute(
        conn,
        format!(
            "insert into members (handle, name, discipline, language, zone, email, email_key, role, demo, verified_at,
                                  terms_version, terms_agreed_at, created_at)
             with recursive n (i) as (select 1 union all select i + 1 from n where i < {count})
             select 'bench-' || i, 'Bench ' || i, 'marketing', 'ja', 'Asia/Tokyo', 'bench-' || i || '@demo.invalid',
                    'bench-' || i || '@demo.invalid', 'member', true, {now}, 'bench', {now}, {now} from n",
            count = 2 * PAIRS
        ),
    )
    .await;
}

/// So many more open asks, each with two times and two disciplines; one in fifty is an improvement,
/// one in thirty-three about mining.
async fn fill(conn: &mut SqliteConnection, count: i64) {
    let (now, slot) = (now(), now() / 900_000 + 3 * 96);
    let mut tx = conn.begin().await.expect("a transaction");
    execute(
        &mut tx,
        format!(
            "insert into asks (member_id, kind, topic, note, languages, disciplines, created_at, expires_at,
                               industry)
             with recursive n (i) as (select 1 union all select i + 1 from n where i < {count})
             select (select id from members where handle = 'bench-' || (i % {members} + 1)),
                    case when i % 50 = 0 then 'improvement' else 'company' end, 'Question ' || i, 'A note of some length.',
                    case when i % 3 = 0 then 'ja' else 'either' end, 'design,sales', {now}, {expires},
                    case when i % 33 = 0 then 'mining' else 'foods' end from n",
            members = 2 * PAIRS,
            expires = (slot + 96) * 900_000,
        ),
    )
    .await;
    for later in [0, 40] {
        execute(
            &mut tx,
            format!(
                "insert into ask_slots (ask_id, slot) select id, {} from asks order by id desc limit {count}",
                slot + later
            ),
        )
        .await;
    }
    for discipline in ["design", "sales"] {
        execute(
            &mut tx,
            format!(
                "insert into ask_disciplines (discipline, ask_id) select '{discipline}', id from asks order by id desc limit {count}"
            ),
        )
        .await;
    }
    tx.commit().await.expect("committed");
}

async fn execute(conn: &mut SqliteConnection, sql: String) {
    sqlx::query(AssertSqlSafe(sql)).execute(conn).await.expect("the statement fits the schema");
}

fn now() -> i64 {
    marketing_trace::base::time::Clock::System { ahead: 0 }.now().0
}
