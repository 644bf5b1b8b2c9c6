-- Who wrote which part: the characters that each member added, in the draft so far and in each revision.
create table draft_writers (
    trace_id bigint not null references traces (id),
    part_key KEY_TEXT not null,
    member_id bigint not null references members (id),
    characters bigint not null,
    primary key (trace_id, part_key, member_id)
);
create table part_writers (
    trace_id bigint not null,
    revision bigint not null,
    part_key KEY_TEXT not null,
    member_id bigint not null references members (id),
    characters bigint not null,
    primary key (trace_id, revision, part_key, member_id),
    foreign key (trace_id, revision) references revisions (trace_id, number)
);
