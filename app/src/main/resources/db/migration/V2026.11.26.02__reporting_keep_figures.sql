-- Figures, kept group by group: a page adds them up, and only groups in which something has changed are counted anew.
create sequence reporting.group_count;

-- change: of journey.moved_group, which the figures reckon with. count_no rises with every count, so that a program knows
-- what it has not read yet. stale_at: when the next form of the group will have stood for a week; null when none will.
create table reporting.kept_group (
    commune_code text not null,
    residential_group text not null,
    change bigint not null,
    count_no bigint not null,
    stale_at timestamptz,
    primary key (commune_code, residential_group)
);

create index kept_group_by_count on reporting.kept_group (count_no);

-- figures: in the order of reporting.Measure, by the rule that reporting.kept_rule names.
create table reporting.kept_count (
    commune_code text not null,
    residential_group text not null,
    collector text not null,
    figures bigint[] not null,
    primary key (commune_code, residential_group, collector)
);

create table reporting.kept_work (
    commune_code text not null,
    residential_group text not null,
    officer text not null,
    kind text not null,
    day date not null,
    forms bigint not null,
    returned bigint not null,
    primary key (commune_code, residential_group, officer, kind, day)
);

-- The question by which all of it was counted; another one counts everything anew. complete_at: the last moment at which no
-- group lagged behind.
create table reporting.kept_rule (
    rule text primary key,
    complete_at timestamptz
);

-- How long forms stay at a stage, of every group, of communes ('' ..., null), and of all ('*', null).
create table reporting.kept_stage_time (
    commune_code text not null,
    residential_group text,
    stage text not null,
    ended bigint not null,
    ended_median double precision,
    ended_ninth double precision,
    standing bigint not null,
    standing_median double precision,
    standing_ninth double precision
);

create table reporting.kept_stage_time_at (
    counted_at timestamptz primary key,
    took_millis bigint not null
);
