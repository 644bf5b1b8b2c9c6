-- Lenses, typed fields, supplied sources, hypotheses that come due. See src/traces/mod.rs.

-- Who supplied a source that the writers did not have.
alter table sources add column supplied_by bigint references members (id);

-- What lists are narrowed by, of the revision that is shown: `shift:social`, `pattern:flat-rate`, `lens:growth`.
create table trace_facets (
    trace_id bigint not null references traces (id),
    facet KEY_TEXT not null,
    primary key (trace_id, facet)
);

-- A source that a reader offers; an author takes or declines it.
create table offered_sources (
    id ROW_ID,
    trace_id bigint not null references traces (id),
    -- The part, and the words in it that want a source; both empty: for the trace as a whole.
    part_key text not null default '',
    passage text not null default '',
    member_id bigint not null references members (id),
    kind text not null,
    title text not null,
    publisher text not null default '',
    dated text not null default '',
    url text not null default '',
    note text not null default '',
    created_at bigint not null,
    state text not null default 'open' check (state in ('open', 'taken', 'declined')),
    decided_at bigint,
    decided_by bigint references members (id)
);
create index offered_sources_open on offered_sources (trace_id, id) where state = 'open';
create index offered_sources_member on offered_sources (member_id, trace_id) where state = 'open';

-- What a trace's writers would do, and how it turned out.
create table hypotheses (
    trace_id bigint not null references traces (id),
    part_key KEY_TEXT not null,
    -- The first revision that said it.
    first_revision bigint not null,
    due_on text not null,
    due_at bigint not null,
    asked_at bigint,
    outcome text not null default '' check (outcome in ('', 'held', 'partly', 'failed')),
    evidence text not null default '',
    answered_at bigint,
    answered_by bigint references members (id),
    -- A place may hold another call once its first one was answered.
    primary key (trace_id, part_key, first_revision)
);
