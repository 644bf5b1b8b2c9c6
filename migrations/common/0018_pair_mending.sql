-- What pairing keeps besides, since its first weeks. See src/pairing/mod.rs.

-- When the calendar's entry last changed: its time, its state, its company, where to call.
alter table pair_sessions add column changed_at bigint;
-- Whose block called the hour off when giving it up would have counted; empty once it has been settled.
alter table pair_sessions add column parted_by bigint references members (id);
create index pair_sessions_parted on pair_sessions (parted_by) where parted_by is not null;

-- Whose turn comes after whose: 0 reliable, 1 and 2 less so (see hour). Kept by each round.
alter table pair_queue add column step bigint not null default 0;
drop index pair_queue_order;
create index pair_queue_order on pair_queue (step, joined_at, member_id);
create index pair_queue_proposal on pair_queue (proposal_id) where proposal_id is not null;
