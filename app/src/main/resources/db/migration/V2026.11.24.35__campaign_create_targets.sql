-- Persons who must be counted, per residential group, as of a date, with who said so. The newest as_of counts.
create schema campaign;

create table campaign.target (
    commune_code text not null,
    residential_group text not null,
    persons integer not null,
    as_of date not null,
    source text not null,
    set_by text not null,
    set_at timestamptz not null,
    primary key (commune_code, residential_group, as_of),
    constraint persons_are_counted check (persons >= 0)
);
