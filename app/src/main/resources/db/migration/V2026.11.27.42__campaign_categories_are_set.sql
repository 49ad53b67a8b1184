-- Whom an announcement calls and which papers they bring is set on a page: every rule ever set, the last one of a category counts.
create table campaign.category_rule (
    id bigint generated always as identity primary key,
    category text not null references campaign.category (code),
    age_from integer,
    age_to integer,
    newcomer_months integer,
    purposes text[] not null,
    papers text[] not null,
    note text not null,
    set_by text not null,
    set_at timestamptz not null,
    constraint ages_make_sense check (age_from is null or (age_from >= 0 and age_to between age_from and 120)),
    constraint months_make_sense check (newcomer_months is null or newcomer_months between 1 and 120)
);

insert into campaign.category_rule (category, age_from, age_to, newcomer_months, purposes, papers, note, set_by, set_at)
select code, age_from, age_to, newcomer_months, purposes, papers, 'preset', 'preset', '2016-02-02 00:00:00+07'
from campaign.category order by ordinal;

alter table campaign.category
    drop column age_from,
    drop column age_to,
    drop column newcomer_months,
    drop column purposes,
    drop column papers;

create view campaign.category_in_force as
select distinct on (category.ordinal) category.code, category.ordinal, rule.age_from, rule.age_to, rule.newcomer_months,
       category.only_missing, rule.purposes, rule.papers, rule.note, rule.set_by, rule.set_at
from campaign.category category
join campaign.category_rule rule on rule.category = category.code
order by category.ordinal, rule.id desc;
