-- The shared text of a pair session. See src/pairing/room/mod.rs.

-- Every change, as it arrived: the truth, from which every process merges.
create table room_updates (
    id ROW_ID,
    session_id bigint not null references pair_sessions (id),
    -- Who delivered it; null: the server itself.
    member_id bigint references members (id),
    -- Which process wrote it, so that it need not read it again.
    process text not null,
    data RAW_BYTES not null,
    created_at bigint not null
);
create index room_updates_session on room_updates (session_id, id);

-- What the log held up to `through`, in one piece; the log before it is gone.
create table room_snapshots (
    session_id bigint primary key references pair_sessions (id),
    through bigint not null,
    data RAW_BYTES not null,
    created_at bigint not null
);

-- Which member first delivered what a client wrote, from that clock on.
create table room_clients (
    session_id bigint not null references pair_sessions (id),
    client_id bigint not null,
    from_clock bigint not null,
    member_id bigint not null references members (id),
    primary key (session_id, client_id, from_clock)
);
