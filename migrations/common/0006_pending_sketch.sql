-- The sketch that a member drew before having an account (pending_sketches.token_hash), until it is claimed.
alter table members add column sketch_hash text;
