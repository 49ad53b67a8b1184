-- Whom an announcement is for, as data: ages are those reached in the calendar year of the day, so that a year of birth is enough.
create table campaign.category (
    code text primary key,
    ordinal integer not null,
    age_from integer,
    age_to integer,
    newcomer_months integer,
    only_missing boolean not null default false,
    purposes text[] not null,
    papers text[] not null
);

insert into campaign.category (code, ordinal, age_from, age_to, newcomer_months, only_missing, purposes, papers) values
    ('WITHOUT_FORM', 1, null, null, null, true, '{FORMS}', '{ID_CARD,HOUSEHOLD_BOOK,BIRTH_CERTIFICATE}'),
    ('FIRST_CARD_14', 2, 14, 14, null, false, '{ID_CARDS}', '{HOUSEHOLD_BOOK,BIRTH_CERTIFICATE}'),
    ('CHANGE_25', 3, 25, 25, null, false, '{ID_CARDS}', '{ID_CARD,HOUSEHOLD_BOOK}'),
    ('CHANGE_40', 4, 40, 40, null, false, '{ID_CARDS}', '{ID_CARD,HOUSEHOLD_BOOK}'),
    ('CHANGE_60', 5, 60, 60, null, false, '{ID_CARDS}', '{ID_CARD,HOUSEHOLD_BOOK}'),
    ('NEWCOMERS', 6, null, null, 12, false, '{FORMS,ID_CARDS}', '{ID_CARD,RESIDENCE_PAPER,BIRTH_CERTIFICATE}'),
    ('PUPILS', 7, 6, 18, null, false, '{FORMS,ID_CARDS}', '{HOUSEHOLD_BOOK,BIRTH_CERTIFICATE}');

create table campaign.announcement (
    id bigint generated always as identity primary key,
    purpose text not null,
    commune_code text not null,
    groups text[] not null,
    categories text[] not null,
    papers text[] not null,
    place text not null,
    first_day date not null,
    last_day date not null,
    opens time not null,
    closes time not null,
    telephone text not null default '',
    script text not null,
    notice text not null,
    sms text not null,
    sms_plain text not null,
    sent text not null,
    made_by text not null,
    made_at timestamptz not null,
    constraint announcement_purpose_is_known check (purpose in ('FORMS', 'ID_CARDS')),
    constraint announcement_ends_after_it_begins check (last_day >= first_day and closes > opens),
    constraint announcement_is_made_once unique (sent)
);

create index announcement_by_unit on campaign.announcement (commune_code, id desc);

create table campaign.announcement_withdrawn (
    announcement_id bigint primary key references campaign.announcement (id),
    reason text not null,
    withdrawn_by text not null,
    withdrawn_at timestamptz not null
);
