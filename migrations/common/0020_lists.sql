-- What the list of traces is narrowed by, each read through an index of its own, newest first.
-- A company's industry is copied when a trace of it is published; whoever gives a company another
-- industry, or a trace another company, sets it as well.
alter table traces add column industry text not null default '';
update traces set industry = (select c.industry from companies c where c.id = traces.company_id);
create index traces_industry on traces (industry, published_at desc, id desc)
    where published is not null and hidden_at is null and deleted_at is null;
create index traces_stage on traces (stage, published_at desc, id desc)
    where published is not null and hidden_at is null and deleted_at is null;
create index traces_language on traces (language, published_at desc, id desc)
    where published is not null and hidden_at is null and deleted_at is null;
create index traces_featured_latest on traces (published_at desc, id desc)
    where featured_at is not null and published is not null and hidden_at is null and deleted_at is null;
create index members_discipline on members (discipline, id);
