-- Meeting: times, asks, the queue, booked sessions. See src/pairing/mod.rs.
-- A slot is a number of quarter-hours since 1970-01-01 UTC; a session takes four.

-- A member's week, in the zone in which it was marked.
create table availability (
    member_id bigint primary key references members (id),
    zone text not null,
    updated_at bigint not null
);
-- Weekday 1 is Monday; minutes of the local day.
create table availability_rules (
    member_id bigint not null references availability (member_id),
    weekday bigint not null check (weekday between 1 and 7),
    from_minute bigint not null,
    until_minute bigint not null check (until_minute > from_minute),
    primary key (member_id, weekday, from_minute)
);
-- One day that differs: away, or free besides.
create table availability_exceptions (
    member_id bigint not null references availability (member_id),
    day KEY_TEXT not null,
    from_minute bigint not null,
    until_minute bigint not null check (until_minute > from_minute),
    free boolean not null,
    primary key (member_id, day, from_minute)
);

create table asks (
    id ROW_ID,
    member_id bigint not null references members (id),
    kind text not null check (kind in ('company', 'comparison', 'improvement')),
    -- Null: the topic says what it is about.
    company_id bigint references companies (id),
    topic text not null default '',
    note text not null default '',
    languages text not null check (languages in ('ja', 'en', 'either')),
    -- Where it began: a trace, or two that disagree.
    trace_id bigint references traces (id),
    other_trace_id bigint references traces (id),
    -- "Meet again": this former partner alone sees it.
    partner_id bigint references members (id),
    state text not null default 'open' check (state in ('open', 'taken', 'closed', 'expired')),
    created_at bigint not null,
    expires_at bigint not null
);
create index asks_open on asks (id desc) where state = 'open' and partner_id is null;
create index asks_member on asks (member_id, id desc);
create index asks_partner on asks (partner_id, id desc) where partner_id is not null;

-- Which disciplines it is open to: all ten where any will do.
create table ask_disciplines (
    discipline KEY_TEXT not null,
    ask_id bigint not null references asks (id),
    primary key (discipline, ask_id)
);
create index ask_disciplines_ask on ask_disciplines (ask_id);

create table ask_slots (
    ask_id bigint not null references asks (id),
    slot bigint not null,
    primary key (ask_id, slot)
);

-- Who would take it should it come free, in order.
create table ask_waiting (
    ask_id bigint not null references asks (id),
    member_id bigint not null references members (id),
    joined_at bigint not null,
    state text not null default 'waiting' check (state in ('waiting', 'offered', 'passed')),
    -- Until when an offer holds.
    answer_by bigint,
    primary key (ask_id, member_id)
);
create index ask_waiting_order on ask_waiting (ask_id, joined_at, member_id) where state = 'waiting';
create index ask_waiting_member on ask_waiting (member_id, ask_id);

-- Find me a partner: the place is joined_at, and is kept while a proposal is open.
create table pair_queue (
    member_id bigint primary key references members (id),
    joined_at bigint not null,
    company_id bigint references companies (id),
    -- Only these, comma-separated; empty: any.
    disciplines text not null default '',
    languages text not null check (languages in ('ja', 'en', 'either')),
    proposal_id bigint
);
create index pair_queue_order on pair_queue (joined_at, member_id);

-- Whom a member would like to meet. Nobody learns of it unless both do.
create table interests (
    member_id bigint not null references members (id),
    other_id bigint not null references members (id),
    created_at bigint not null,
    primary key (member_id, other_id)
);
create index interests_reverse on interests (other_id, member_id);

-- A time and a company that two could meet on; each answers within a limit.
create table proposals (
    id ROW_ID,
    kind text not null check (kind in ('match', 'swap')),
    first_id bigint not null references members (id),
    second_id bigint not null references members (id),
    -- When each had joined the queue.
    first_since bigint not null,
    second_since bigint not null,
    first_answer text not null default '' check (first_answer in ('', 'yes', 'no')),
    second_answer text not null default '' check (second_answer in ('', 'yes', 'no')),
    slot bigint not null,
    company_id bigint references companies (id),
    state text not null default 'open' check (state in ('open', 'booked', 'declined', 'lapsed')),
    answer_by bigint not null,
    created_at bigint not null,
    session_id bigint
);
create index proposals_first on proposals (first_id, id desc);
create index proposals_second on proposals (second_id, id desc);
create index proposals_booked on proposals (id desc) where state = 'booked' and kind = 'match';

create table pair_sessions (
    id ROW_ID,
    -- The calendar's name for it, the same for ever; `sequence` rises with every change of time or state.
    uid KEY_TEXT not null,
    sequence bigint not null default 0,
    kind text not null check (kind in ('company', 'comparison', 'improvement')),
    company_id bigint references companies (id),
    topic text not null default '',
    ask_id bigint references asks (id),
    proposal_id bigint references proposals (id),
    slot bigint not null,
    -- held: both came; missed: one or both did not; closed: ended early by the one who waited.
    state text not null default 'booked' check (state in ('booked', 'held', 'missed', 'closed', 'cancelled')),
    -- A new time that one of the two proposes.
    move_slot bigint,
    move_by bigint references members (id),
    call_link text not null default '',
    call_by bigint references members (id),
    created_at bigint not null,
    ended_at bigint,
    cancelled_by bigint references members (id),
    cancel_reason text not null default ''
);
create unique index pair_sessions_uid on pair_sessions (uid);
create index pair_sessions_ask on pair_sessions (ask_id) where ask_id is not null;

create table pair_people (
    session_id bigint not null references pair_sessions (id),
    member_id bigint not null references members (id),
    -- What each means to bring home, and what both should read, one address a line.
    goals text not null default '',
    readings text not null default '',
    confirmed_at bigint,
    checked_in_at bigint,
    -- Not on one's profile.
    hidden boolean not null default false,
    -- What counts for the reliability figure, and since when; empty: nothing.
    outcome text not null default '' check (outcome in ('', 'came', 'no-show', 'late-cancel')),
    figured_at bigint,
    primary key (session_id, member_id)
);
create index pair_people_member on pair_people (member_id, session_id desc);
create index pair_people_figure on pair_people (member_id, figured_at desc) where outcome <> '';

-- No double booking: a member's quarter-hour belongs to one session.
create table pair_slots (
    member_id bigint not null references members (id),
    slot bigint not null,
    session_id bigint not null references pair_sessions (id),
    primary key (member_id, slot)
);
create index pair_slots_session on pair_slots (session_id);

create table pair_messages (
    id ROW_ID,
    session_id bigint not null references pair_sessions (id),
    member_id bigint not null references members (id),
    body text not null,
    created_at bigint not null
);
create index pair_messages_session on pair_messages (session_id, id desc);

create table pair_feedback (
    session_id bigint not null references pair_sessions (id),
    member_id bigint not null references members (id),
    helped text not null check (helped in ('much', 'some', 'little')),
    again boolean not null,
    takeaway text not null default '',
    -- Public, if wished.
    thanks text not null default '',
    created_at bigint not null,
    primary key (session_id, member_id)
);

-- What reaches the organizers.
create table pair_reports (
    id ROW_ID,
    session_id bigint not null references pair_sessions (id),
    member_id bigint not null references members (id),
    about_id bigint not null references members (id),
    reason text not null,
    created_at bigint not null,
    closed_at bigint,
    closed_by bigint references members (id)
);
create index pair_reports_open on pair_reports (id desc) where closed_at is null;

-- Single-purpose links in letters. Only the hash is kept.
create table pair_links (
    token_hash text primary key,
    purpose text not null check (purpose in ('confirm', 'move', 'cancel', 'accept', 'decline')),
    member_id bigint not null references members (id),
    session_id bigint references pair_sessions (id),
    proposal_id bigint references proposals (id),
    expires_at bigint not null,
    spent_at bigint
);
create index pair_links_expiry on pair_links (expires_at);

-- A member's own calendar at a secret address.
create table pair_calendars (
    member_id bigint primary key references members (id),
    token_hash KEY_TEXT not null,
    created_at bigint not null
);
create unique index pair_calendars_token on pair_calendars (token_hash);

-- A notice may lead to a page of pairing instead of a trace.
alter table notices add column pair_path text not null default '';

-- A company that turned out to be another's double points at it; whoever shows it follows.
alter table companies add column merged_into bigint references companies (id);
