-- A feature keeps to the revision that was chosen.
alter table features add column revision bigint not null default 1;
update features set revision = coalesce(
    (select max(r.number) from revisions r where r.trace_id = features.trace_id and r.created_at <= features.created_at), 1);

-- One who has left keeps the credit, and may no longer write.
alter table trace_authors add column left_at bigint;

-- Someone is asked to write too.
create table invitations (
    id ROW_ID,
    trace_id bigint not null references traces (id),
    member_id bigint not null references members (id),
    invited_by bigint not null references members (id),
    created_at bigint not null,
    answer text not null default 'open' check (answer in ('open', 'accepted', 'declined', 'taken-back')),
    answered_at bigint
);
create index invitations_trace on invitations (trace_id, member_id);
create unique index invitations_open on invitations (trace_id, member_id) where answer = 'open';

-- Who may read a draft and remark on it.
create table draft_reviewers (
    trace_id bigint not null references traces (id),
    member_id bigint not null references members (id),
    chosen_by bigint not null references members (id),
    created_at bigint not null,
    primary key (trace_id, member_id)
);

-- A secret address under which a draft is read; only the token's hash is kept.
create table draft_links (
    id ROW_ID,
    trace_id bigint not null references traces (id),
    token_hash KEY_TEXT not null unique,
    made_by bigint not null references members (id),
    created_at bigint not null,
    revoked_at bigint
);
create index draft_links_open on draft_links (trace_id, id desc) where revoked_at is null;

-- What reviewers say about a draft: for its authors and themselves, never on the published page.
create table draft_remarks (
    id ROW_ID,
    trace_id bigint not null references traces (id),
    part_key text not null,
    author_id bigint not null references members (id),
    body text not null,
    created_at bigint not null
);
create index draft_remarks_trace on draft_remarks (trace_id, id desc);
