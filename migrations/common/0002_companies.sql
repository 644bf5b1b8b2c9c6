create table companies (
    id ROW_ID,
    slug KEY_TEXT not null,
    name_ja text not null,
    name_en text not null,
    code text not null default '',
    industry text not null,
    country text not null default '',
    -- Other spellings, one a line.
    aliases text not null default '',
    -- For ordering the directory: the normalised Japanese or English name.
    sort_key KEY_TEXT not null,
    added_by bigint references members (id),
    created_at bigint not null,
    hidden_at bigint
);
create unique index companies_slug on companies (slug);
create index companies_sort on companies (sort_key, id) where hidden_at is null;
-- Every spelling by which a company is recognised, normalised (base::text::key).
create table company_names (
    name_key KEY_TEXT not null,
    company_id bigint not null references companies (id),
    primary key (name_key, company_id)
);
create index company_names_company on company_names (company_id);
