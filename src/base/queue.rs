//! Work to be done later, kept in the database: written in the transaction that asks for it, done by
//! whichever process claims it first, at least once. Jobs must be safe to run twice.

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::base::db::{Conn, Db};
use crate::base::error::{Error, Result};
use crate::base::time::{MINUTE, SECOND, Time};

/// A claim expires after this; another process may then take the job.
const CLAIM: i64 = 5 * MINUTE;
/// After so many attempts a job is put aside with its last error.
const ATTEMPTS: i64 = 8;

/// A job that this process has claimed.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Job {
    pub id: i64,
    pub kind: String,
    pub payload: String,
    pub attempts: i64,
}

impl Job {
    /// The payload as it was pushed.
    ///
    /// # Errors
    /// [`Error::Internal`] when an older version of the program wrote something else.
    pub fn payload<T: DeserializeOwned>(&self) -> Result<T> {
        serde_json::from_str(&self.payload).map_err(|e| Error::Internal(format!("job {} {}: {e}", self.id, self.kind)))
    }
}

/// Asks for `kind` to be done at `run_at`. While a job with the same kind and key waits, asking again does nothing.
///
/// # Errors
/// When the database does not answer.
pub async fn push(
    conn: &mut Conn,
    kind: &str,
    key: &str,
    payload: &impl Serialize,
    run_at: Time,
    now: Time,
) -> Result<()> {
    let payload = serde_json::to_string(payload).map_err(|e| Error::Internal(e.to_string()))?;
    crate::sql!(
        "insert into jobs (kind, unique_key, payload, run_at, created_at) values ($1, $2, $3, $4, $5)
         on conflict do nothing"
    )
    .bind(kind)
    .bind(key)
    .bind(payload)
    .bind(run_at)
    .bind(now)
    .run(conn)
    .await?;
    Ok(())
}

/// Claims the next due job, if there is one.
///
/// # Errors
/// When the database does not answer.
pub async fn claim(db: &Db, now: Time) -> Result<Option<Job>> {
    // A look first: most of the time nothing is due, and writing costs a transaction.
    let due: Option<(i64, i64)> = crate::sql!(
        "select id, attempts from jobs where failed_at is null and run_at <= $1 and claimed_until <= $1
         order by run_at, id limit 1"
    )
    .bind(now)
    .maybe(&mut db.read().await?)
    .await?;
    let Some((id, attempts)) = due else { return Ok(None) };
    if attempts >= ATTEMPTS {
        put_aside(db, id, now).await?;
        return Box::pin(claim(db, now)).await;
    }
    let mut tx = db.write().await?;
    let job = crate::sql!(
        "update jobs set claimed_until = $2, attempts = attempts + 1
         where id = $3 and failed_at is null and claimed_until <= $1
         returning id, kind, payload, attempts"
    )
    .bind(now)
    .bind(now.plus(CLAIM))
    .bind(id)
    .maybe(&mut tx)
    .await?;
    tx.commit(now).await?;
    Ok(job)
}

/// The process that tried for the last time did not live to say how it went. Put aside, it no longer
/// stands in the way of the same being asked for again.
async fn put_aside(db: &Db, id: i64, now: Time) -> Result<()> {
    let mut tx = db.write().await?;
    crate::sql!(
        "update jobs set failed_at = $2, last_error = 'the last attempt did not end' where id = $1 and failed_at is null"
    )
    .bind(id)
    .bind(now)
    .run(&mut tx)
    .await?;
    tx.commit(now).await?;
    Ok(())
}

/// Ends a claim: done is gone; failed is tried again later, twice as late each time, and put aside in the end.
///
/// # Errors
/// When the database does not answer.
pub async fn finish(db: &Db, job: &Job, outcome: Result<(), &str>, now: Time) -> Result<()> {
    let mut tx = db.write().await?;
    match outcome {
        Ok(()) => crate::sql!("delete from jobs where id = $1").bind(job.id).run(&mut tx).await?,
        Err(error) => {
            let wait = (10 * SECOND) << job.attempts.clamp(0, ATTEMPTS);
            let failed = (job.attempts >= ATTEMPTS).then_some(now);
            crate::sql!("update jobs set claimed_until = 0, run_at = $2, last_error = $3, failed_at = $4 where id = $1")
                .bind(job.id)
                .bind(now.plus(wait))
                .bind(error)
                .bind(failed)
                .run(&mut tx)
                .await?
        }
    };
    tx.commit(now).await?;
    Ok(())
}
