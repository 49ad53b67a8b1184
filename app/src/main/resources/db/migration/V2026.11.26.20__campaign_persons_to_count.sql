-- A figure is never written over any more: of several for one group and day the last one set counts.
alter table campaign.target drop constraint target_pkey;
alter table campaign.target
    add column id bigint generated always as identity primary key,
    add column permanent integer,
    add column temporary integer,
    add column origin text not null default 'ENTERED',
    add constraint target_origin_is_known check (origin in ('BOOKS', 'ENTERED', 'IMPORTED')),
    add constraint target_kinds_are_counted check (permanent >= 0 and temporary >= 0);

create index target_in_force on campaign.target (commune_code, residential_group, as_of desc, id desc);

-- Who must be counted: the last line counts.
create table campaign.who_counts (
    id bigint generated always as identity primary key,
    residence text not null,
    born_up_to date,
    reason text not null,
    set_by text not null,
    set_at timestamptz not null,
    constraint residence_is_known check (residence in ('PERMANENT', 'TEMPORARY', 'BOTH'))
);

insert into campaign.who_counts (residence, born_up_to, reason, set_by, set_at)
values ('BOTH', null, 'preset', 'preset', '2016-02-02 00:00:00+07');

-- What a unit says of itself as a whole (form HK15, or a plan): held against the sum of its groups.
create table campaign.unit_total (
    id bigint generated always as identity primary key,
    commune_code text not null,
    persons integer not null,
    as_of date not null,
    source text not null,
    set_by text not null,
    set_at timestamptz not null,
    constraint total_is_counted check (persons >= 0)
);

create index unit_total_in_force on campaign.unit_total (commune_code, as_of desc, id desc);

-- Births, moves and deaths since a figure was set. One taken from the book is of one entry, and is taken once.
create table campaign.adjustment (
    id bigint generated always as identity primary key,
    commune_code text not null,
    residential_group text not null,
    kind text not null,
    happened_on date not null,
    persons integer not null,
    ground text not null,
    entry_id bigint,
    sent text,
    set_by text not null,
    set_at timestamptz not null,
    constraint adjustment_kind_is_known check (kind in ('BIRTH', 'MOVED_IN', 'DEATH', 'MOVED_OUT')),
    constraint adjustment_is_of_somebody check (persons > 0),
    constraint adjustment_has_a_ground check (ground <> ''),
    constraint adjustment_is_sent_once unique (sent)
);

create unique index adjustment_from_the_book_once on campaign.adjustment (entry_id, kind) where entry_id is not null;
create index adjustment_by_area on campaign.adjustment (commune_code, residential_group, happened_on);

create table campaign.adjustment_withdrawn (
    adjustment_id bigint primary key references campaign.adjustment (id),
    reason text not null,
    withdrawn_by text not null,
    withdrawn_at timestamptz not null,
    constraint adjustment_is_withdrawn_for_a_reason check (reason <> '')
);

-- The numerator of every rate: a form that is valid and is not the later of two for one person. One place for the rule.
create function campaign.stands_for_a_person(stage text, keeps boolean) returns boolean
    language sql immutable parallel safe
    as $$ select stage <> 'CANCELLED' and coalesce(keeps, true) $$;

-- A day as it is written in a book (d/M/yyyy, M/yyyy, yyyy, yyyy-MM-dd); what is not known of it is taken as the first.
create function campaign.day_as_written(written text) returns date
    language plpgsql immutable parallel safe
    as $$
declare
    part text[];
    y integer;
    m integer;
    d integer;
begin
    part := regexp_match(written, '^\s*(?:(?:(\d{1,2})[/.-])?(\d{1,2})[/.-])?(\d{4})\s*$');
    if part is null then
        part := regexp_match(written, '^\s*(\d{4})-(\d{1,2})(?:-(\d{1,2}))?\s*$');
        if part is null then
            return null;
        end if;
        part := array[part[3], part[2], part[1]];
    end if;
    y := part[3]::integer;
    m := coalesce(nullif(part[2]::integer, 0), 1);
    d := coalesce(nullif(part[1]::integer, 0), 1);
    if y < 1800 or m > 12 or d > 31 then
        return null;
    end if;
    if d > extract(day from make_date(y, m, 1) + interval '1 month - 1 day') then
        return null;
    end if;
    return make_date(y, m, d);
end
$$;
