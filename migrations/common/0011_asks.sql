-- Asks, read in lists. See src/pairing/asks/mod.rs.

-- Only these, comma-separated; empty: any. `ask_disciplines` is from now on what the list of open asks
-- is found by: an ask that is not open to everybody has no row there.
alter table asks add column disciplines text not null default '';

create index asks_open_kind on asks (kind, id desc) where state = 'open' and partner_id is null;
create index asks_open_company on asks (company_id, id desc) where state = 'open' and partner_id is null;
create index companies_merged on companies (merged_into) where merged_into is not null;
