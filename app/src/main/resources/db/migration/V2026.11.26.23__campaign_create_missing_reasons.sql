-- Why somebody in the books has no form, as officers name it (not confirmed by a text of law, hence data), and whether such a
-- person still must be counted. The last rule of a reason counts.
create table campaign.reason (
    code text primary key,
    ordinal integer not null
);

insert into campaign.reason (code, ordinal) values
    ('AWAY_ADDRESS_KNOWN', 1), ('AWAY_ADDRESS_UNKNOWN', 2), ('STUDYING', 3), ('MILITARY_SERVICE', 4), ('DETAINED', 5),
    ('ABROAD', 6), ('ABSENT', 7), ('REFUSED', 8), ('NO_SUCH_PERSON', 9), ('BIRTH_NOT_REGISTERED', 10), ('DUPLICATE', 11),
    ('DEAD', 12), ('MOVED_AWAY', 13);

create table campaign.reason_rule (
    id bigint generated always as identity primary key,
    reason text not null references campaign.reason (code),
    leaves_denominator boolean not null,
    note text not null,
    set_by text not null,
    set_at timestamptz not null
);

insert into campaign.reason_rule (reason, leaves_denominator, note, set_by, set_at)
select code, code in ('ABROAD', 'NO_SUCH_PERSON', 'DUPLICATE', 'DEAD', 'MOVED_AWAY'), 'preset', 'preset',
       '2016-02-02 00:00:00+07'
from campaign.reason order by ordinal;

-- Every reason ever named for an entry; the last one counts.
create table campaign.missing_reason (
    id bigint generated always as identity primary key,
    entry_id bigint not null,
    reason text not null references campaign.reason (code),
    note text not null default '',
    said_on date not null,
    said_by text not null,
    said_at timestamptz not null
);

create index missing_reason_by_entry on campaign.missing_reason (entry_id, id desc);

create view campaign.latest_reason as
select distinct on (said.entry_id) said.entry_id, said.id, said.reason, said.note, said.said_on, said.said_by, said.said_at,
       (select count(*) from campaign.missing_reason visit
        where visit.entry_id = said.entry_id and visit.reason = 'ABSENT') as absences
from campaign.missing_reason said
order by said.entry_id, said.id desc;

create view campaign.reason_in_force as
select distinct on (rule.reason) rule.reason, reason.ordinal, rule.leaves_denominator, rule.note, rule.set_by, rule.set_at
from campaign.reason_rule rule
join campaign.reason reason on reason.code = rule.reason
order by rule.reason, rule.id desc;

-- A list that went out on paper: who carries it, whom it names, and how it came back.
create table campaign.walking_list (
    id bigint generated always as identity primary key,
    commune_code text not null,
    residential_group text not null,
    holder text not null,
    purpose text not null,
    entries integer not null,
    sent text not null,
    made_by text not null,
    made_at timestamptz not null,
    due_on date not null,
    constraint walking_list_has_a_holder check (holder <> ''),
    constraint walking_list_is_made_once unique (sent)
);

create table campaign.walking_list_entry (
    list_id bigint not null references campaign.walking_list (id),
    line integer not null,
    entry_id bigint not null,
    primary key (list_id, line)
);

create table campaign.walking_list_end (
    list_id bigint primary key references campaign.walking_list (id),
    outcome text not null,
    note text not null default '',
    ended_by text not null,
    ended_at timestamptz not null,
    constraint list_end_is_known check (outcome in ('RETURNED', 'LOST', 'DESTROYED')),
    constraint a_lost_list_is_explained check (outcome = 'RETURNED' or note <> '')
);
