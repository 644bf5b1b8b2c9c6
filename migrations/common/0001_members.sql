-- Members, their sign-ins, the letters' tokens, and who does not want to meet whom.
-- ROW_ID, KEY_TEXT: see src/base/db/migrate.rs. Times are Unix milliseconds UTC.
create table members (
    id ROW_ID,
    handle KEY_TEXT not null,
    name text not null,
    bio text not null default '',
    discipline text not null check (discipline in ('marketing', 'design', 'writing', 'engineering', 'sales',
        'customer-success', 'research', 'management', 'study', 'other')),
    language text not null check (language in ('ja', 'en')),
    zone text not null,
    email text,
    email_key KEY_TEXT,
    password_hash text,
    role text not null default 'member' check (role in ('member', 'organizer', 'admin')),
    standing bigint not null default 0,
    demo boolean not null default false,
    verified_at bigint,
    suspended_until bigint,
    terms_version text not null,
    terms_agreed_at bigint not null,
    created_at bigint not null,
    -- A deleted member leaves this row as a tombstone that content can point at.
    deleted_at bigint
);
create unique index members_handle on members (handle);
create unique index members_email on members (email_key) where email_key is not null;

create table sign_ins (
    id ROW_ID,
    member_id bigint not null references members (id),
    token_hash text not null,
    browser text not null,
    created_at bigint not null,
    seen_at bigint not null
);
create unique index sign_ins_token on sign_ins (token_hash);
create index sign_ins_member on sign_ins (member_id, seen_at desc, id desc);

-- A browser that has signed in to an account before: throttling the account never locks it out.
create table known_browsers (
    token_hash text primary key,
    member_id bigint not null references members (id),
    created_at bigint not null
);

-- Single-use tokens sent by letter. Only the hash is kept.
create table letter_tokens (
    token_hash text primary key,
    purpose text not null check (purpose in ('verify', 'reset')),
    member_id bigint not null references members (id),
    expires_at bigint not null,
    spent_at bigint
);
create index letter_tokens_member on letter_tokens (member_id, purpose);
create index letter_tokens_expiry on letter_tokens (expires_at);

create table blocks (
    member_id bigint not null references members (id),
    blocked_id bigint not null references members (id),
    created_at bigint not null,
    primary key (member_id, blocked_id)
);
create index blocks_reverse on blocks (blocked_id, member_id);
