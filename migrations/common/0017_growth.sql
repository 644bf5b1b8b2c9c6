-- A trace begun from another member's, of the same company: each page credits the other.
alter table traces add column built_on bigint references traces (id);
create index traces_built_on on traces (built_on, published_at desc, id desc)
    where built_on is not null and published is not null and hidden_at is null and deleted_at is null;
-- One's own drafts that were begun so, to go on with.
create index traces_begun on traces (built_on, id) where built_on is not null and published is null and deleted_at is null;
-- What a member has used, for their own record.
create index comments_used on comments (author_id, id desc) where kind = 'used' and deleted_at is null;
