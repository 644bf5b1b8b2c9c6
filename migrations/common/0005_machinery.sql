-- Work to be done later; see src/base/queue.rs.
create table jobs (
    id ROW_ID,
    kind text not null,
    -- At most one waiting job has a given key.
    unique_key text not null,
    payload text not null,
    run_at bigint not null,
    attempts bigint not null default 0,
    claimed_until bigint not null default 0,
    last_error text not null default '',
    failed_at bigint,
    created_at bigint not null
);
create unique index jobs_once on jobs (kind, unique_key) where failed_at is null;
create index jobs_due on jobs (run_at, id) where failed_at is null;

-- News between processes; see src/base/hub.rs.
create table events (
    seq ROW_ID,
    tag text not null,
    created_at bigint not null
);
create index events_age on events (created_at);
