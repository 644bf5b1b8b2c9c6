-- Sketches that a member drew before having an account (pending_sketches.token_hash), until they are
-- claimed. One sketch may wait for two accounts: whoever mistyped the address signs up again.
create table waiting_sketches (
    member_id bigint not null references members (id),
    token_hash text not null,
    created_at bigint not null,
    primary key (member_id, token_hash)
);
insert into waiting_sketches (member_id, token_hash, created_at)
    select id, sketch_hash, created_at from members where sketch_hash is not null;
alter table members drop column sketch_hash;
-- Someone else signed up with this address while it was not confirmed: since then only a new password,
-- set by letter, confirms it.
alter table members add column contested_at bigint;
