//! 絞り込み in SQL: which traces a list keeps.

/// Whether the trace has one of the words in parameter `$n`; all have where there is none.
macro_rules! has {
    ($n:literal) => {
        concat!(
            "and (cast($",
            $n,
            " as text) = '' or exists (select 1 from trace_facets k where k.trace_id = t.id
            and cast($",
            $n,
            " as text) like '%,' || k.facet || ',%')) "
        )
    };
}

/// `$1` to `$8`: facets as `,a,b,`, empty to keep all; in this form one text serves every combination.
macro_rules! facets {
    () => {
        concat!(
            " and (cast($1 as text) = '' or cast($1 as text) like '%,' || r.stage || ',%')
          and (cast($2 as text) = '' or cast($2 as text) like '%,' || r.language || ',%')
          and (cast($3 as text) = '' or cast($3 as text) like '%,' || c.industry || ',%')
          and (cast($4 as text) = '' or exists (select 1 from trace_authors x join members y on y.id = x.member_id
                where x.trace_id = t.id and cast($4 as text) like '%,' || y.discipline || ',%'))
          and (not cast($5 as boolean) or t.featured_at is not null) ",
            has!("6"),
            has!("7"),
            has!("8")
        )
    };
}
pub(super) use {facets, has};

/// The choices of one facet as one text.
pub(super) fn choices(chosen: impl Iterator<Item = impl Into<String>>) -> String {
    let chosen: Vec<String> = chosen.map(Into::into).collect();
    if chosen.is_empty() { String::new() } else { format!(",{},", chosen.join(",")) }
}
