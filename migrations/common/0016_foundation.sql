-- Handles chosen at a sign-up for an address that has an account already: kept from others as a new
-- member's would be, or the next sign-up with the same handle would tell that the address is known.
create table reserved_handles (
    handle KEY_TEXT primary key,
    member_id bigint not null references members (id),
    created_at bigint not null
);
create index reserved_handles_member on reserved_handles (member_id);

-- The sitemap's chunks of 5,000 row numbers, and the last change in each, without counting all traces.
create index traces_chunk on traces ((id / 5000), (coalesce(revised_at, published_at, created_at)) desc)
    where published is not null and hidden_at is null and deleted_at is null;
