-- The hour in the room: its clock, what both write unseen, and what they make of it. See
-- src/pairing/room/mod.rs.
create table rooms (
    session_id bigint primary key references pair_sessions (id),
    opened_at bigint not null,
    -- How the clock stood when it was last changed; how it stands now follows from it (room/clock).
    version bigint not null default 0,
    phase text not null default 'door'
        check (phase in ('door', 'check-in', 'blind', 'first', 'second', 'debrief', 'over')),
    since bigint not null,
    length bigint not null default 0,
    paused_at bigint,
    -- What one of the two would like, until the other would, too.
    wish text check (wish in ('skip', 'extend', 'pause', 'resume')),
    wish_by bigint references members (id),
    -- Since when both read what both wrote unseen; and that it stands in the shared text.
    revealed_at bigint,
    merged boolean not null default false,
    -- Of a session that was booked without a company.
    company_id bigint references companies (id),
    outcome text not null default '' check (outcome in ('', 'published', 'draft', 'dropped', 'nothing', 'apart')),
    ended_at bigint
);

create table room_people (
    session_id bigint not null references rooms (session_id),
    member_id bigint not null references members (id),
    entered_at bigint not null,
    answer text check (answer in ('publish', 'keep', 'drop')),
    -- The text that they agreed to publish, by its fingerprint.
    seen text not null default '',
    primary key (session_id, member_id)
);

-- What each writes of the customer task before the reveal: the other's until then.
create table room_blind (
    session_id bigint not null references rooms (session_id),
    member_id bigint not null references members (id),
    body text not null,
    saved_at bigint not null,
    primary key (session_id, member_id)
);

-- The joint trace, draft or published.
alter table pair_sessions add column trace_id bigint references traces (id);
