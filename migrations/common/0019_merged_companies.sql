-- News that a company now goes by another's name: the double, whose old and new names the notice says.
alter table notices add column company_id bigint references companies (id);

-- The industry of what an ask is about, as its company had it: by which the list is narrowed. Empty: a topic.
alter table asks add column industry KEY_TEXT not null default '';
update asks set industry = coalesce((select c.industry from companies c where c.id = asks.company_id), '');
create index asks_open_industry on asks (industry, id desc) where state = 'open' and partner_id is null;
