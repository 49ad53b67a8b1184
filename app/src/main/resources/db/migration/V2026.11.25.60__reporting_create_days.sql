-- Figures as they stood at the end of a day. Counted from the step log, kept, never changed.
create table reporting.closed_day (
    day date primary key,
    closed_at timestamptz not null
);

create table reporting.day_count (
    day date not null,
    commune_code text not null,
    residential_group text not null,
    persons bigint not null,
    planned bigint not null,
    verified bigint not null,
    fit bigint not null,
    registered bigint not null,
    returned bigint not null,
    primary key (day, commune_code, residential_group),
    constraint count_of_a_closed_day foreign key (day) references reporting.closed_day (day)
);

-- The log grows in the order of time: what happened since a moment is found in a few pages.
create index step_by_time on journey.step using brin (at);
