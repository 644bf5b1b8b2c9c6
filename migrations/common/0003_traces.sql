create table traces (
    id ROW_ID,
    company_id bigint not null references companies (id),
    language text not null check (language in ('ja', 'en')),
    title text not null,
    slug text not null,
    licence text not null default 'CC-BY-SA-4.0',
    -- The number of the revision that the page shows; null while only a draft exists.
    published bigint,
    stage text not null default 'sketch' check (stage in ('sketch', 'trace', 'bridged')),
    created_at bigint not null,
    published_at bigint,
    revised_at bigint,
    -- Facts that lower slices filter by; set through traces::actions.
    featured_at bigint,
    hidden_at bigint,
    deleted_at bigint
);
create index traces_latest on traces (published_at desc, id desc)
    where published is not null and hidden_at is null and deleted_at is null;
create index traces_company on traces (company_id, published_at desc, id desc)
    where published is not null and hidden_at is null and deleted_at is null;
create index traces_featured on traces (featured_at desc, id desc)
    where featured_at is not null and published is not null and hidden_at is null and deleted_at is null;

create table trace_authors (
    trace_id bigint not null references traces (id),
    position bigint not null,
    member_id bigint not null references members (id),
    primary key (trace_id, position)
);
create unique index trace_authors_member on trace_authors (member_id, trace_id desc);

-- Immutable and numbered from 1. Nothing here is ever updated but the rendered HTML.
create table revisions (
    trace_id bigint not null references traces (id),
    number bigint not null,
    title text not null,
    language text not null,
    stage text not null,
    reason text not null default '',
    -- The four gists and what is said, for cards and maps: JSON, derived from the parts.
    outline text not null,
    member_id bigint not null references members (id),
    created_at bigint not null,
    html_version bigint not null,
    primary key (trace_id, number)
);
create index revisions_html on revisions (html_version, trace_id, number);

create table parts (
    trace_id bigint not null,
    revision bigint not null,
    part_key text not null,
    position bigint not null,
    gist text not null default '',
    body text not null default '',
    -- Typed fields of the part, JSON; '{}' where the part has none.
    fields text not null default '{}',
    visibility text not null default 'public' check (visibility in ('public', 'authors')),
    html text not null default '',
    primary key (trace_id, revision, part_key),
    foreign key (trace_id, revision) references revisions (trace_id, number)
);

create table sources (
    trace_id bigint not null,
    revision bigint not null,
    source_key text not null,
    position bigint not null,
    kind text not null,
    title text not null,
    publisher text not null default '',
    dated text not null default '',
    url text not null default '',
    note text not null default '',
    primary key (trace_id, revision, source_key),
    foreign key (trace_id, revision) references revisions (trace_id, number)
);

-- What is being written: one row a trace, replaced as a whole; the version only rises.
create table drafts (
    trace_id bigint primary key references traces (id),
    version bigint not null,
    content text not null,
    member_id bigint not null references members (id),
    saved_at bigint not null
);

-- A sketch drawn signed out waits here until its writer has confirmed the address.
create table pending_sketches (
    token_hash text primary key,
    content text not null,
    created_at bigint not null,
    expires_at bigint not null
);
create index pending_sketches_expiry on pending_sketches (expires_at);
alter table letter_tokens add column sketch_hash text;
