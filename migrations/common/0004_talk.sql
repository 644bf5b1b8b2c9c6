create table comments (
    id ROW_ID,
    trace_id bigint not null references traces (id),
    -- The revision that was on the page when this was said.
    revision bigint not null,
    -- Empty: about the whole trace.
    part_key text not null default '',
    -- Words quoted from the part; empty where nothing is quoted.
    quote text not null default '',
    root_id bigint not null,
    parent_id bigint references comments (id),
    author_id bigint not null references members (id),
    kind text not null check (kind in ('question', 'challenge', 'addition', 'used')),
    body text not null,
    html text not null,
    html_version bigint not null,
    created_at bigint not null,
    edited_at bigint,
    deleted_at bigint,
    hidden_at bigint
);
create index comments_thread on comments (trace_id, root_id, id);
create index comments_author on comments (author_id, id desc);
create index comments_html on comments (html_version, id);

create table notices (
    id ROW_ID,
    member_id bigint not null references members (id),
    kind text not null,
    actor_id bigint references members (id),
    trace_id bigint references traces (id),
    comment_id bigint references comments (id),
    -- The same news is told once.
    unique_key text not null,
    created_at bigint not null,
    read_at bigint
);
create unique index notices_once on notices (member_id, unique_key);
create index notices_inbox on notices (member_id, id desc);
create index notices_unread on notices (member_id) where read_at is null;

create table features (
    id ROW_ID,
    trace_id bigint not null references traces (id),
    reason text not null,
    member_id bigint not null references members (id),
    created_at bigint not null,
    taken_down_at bigint,
    taken_down_by bigint references members (id),
    taken_down_reason text not null default ''
);
create unique index features_current on features (trace_id) where taken_down_at is null;
create index features_trace on features (trace_id, id desc);

-- Inverted index of public documents: see src/search/mod.rs.
create table search_terms (
    term KEY_TEXT not null,
    trace_id bigint not null references traces (id),
    weight bigint not null,
    primary key (term, trace_id)
);
create index search_terms_trace on search_terms (trace_id);
