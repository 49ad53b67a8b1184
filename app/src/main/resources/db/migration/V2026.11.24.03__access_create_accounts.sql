-- Who may log in, as what, where, and until when; who stands in for a chief; who broke the glass.
create schema access;

create table access.account (
    login text primary key,
    display_name text not null,
    role text not null,
    everywhere boolean not null,
    password_hash text not null,
    is_demo boolean not null,
    valid_from date not null,
    valid_to date,
    disabled_at timestamptz,
    disabled_by text,
    failed_logins integer not null default 0,
    locked_until timestamptz,
    created_at timestamptz not null,
    created_by text not null,
    constraint login_is_short_and_plain check (login ~ '^[a-z0-9][a-z0-9._-]{1,63}$'),
    constraint role_is_known check (role in ('COLLECTOR', 'CHIEF', 'ARCHIVIST', 'CITY_TEAM', 'PROVINCE_OPERATOR',
        'INSPECTOR', 'ADMINISTRATOR', 'AUDITOR')),
    constraint account_ends_after_it_begins check (valid_to is null or valid_to >= valid_from),
    constraint disabled_by_somebody check ((disabled_at is null) = (disabled_by is null))
);

-- A whole commune has the empty group.
create table access.account_area (
    login text not null references access.account (login),
    commune_code text not null,
    residential_group text not null default '',
    primary key (login, commune_code, residential_group)
);

-- A deputy signs for the chief (ký thay) from one day to another, by a written decision.
create table access.delegation (
    id bigint generated always as identity primary key,
    chief text not null references access.account (login),
    deputy text not null references access.account (login),
    valid_from date not null,
    valid_to date not null,
    document_no text not null,
    made_by text not null,
    made_at timestamptz not null,
    constraint chief_is_not_deputy check (chief <> deputy),
    constraint delegation_ends_after_it_begins check (valid_to >= valid_from),
    constraint document_is_named check (document_no <> ''),
    constraint one_delegation_of_a_deputy_at_a_time
        exclude using gist (deputy with =, daterange(valid_from, valid_to, '[]') with &&)
);

-- Access beyond one's area in an emergency: for a reason, for hours, and reported afterwards. Never changed.
create table access.break_glass (
    id bigint generated always as identity primary key,
    login text not null references access.account (login),
    communes text[] not null,
    reason text not null,
    opened_at timestamptz not null,
    expires_at timestamptz not null,
    constraint glass_is_broken_for_a_reason check (length(reason) >= 10),
    constraint glass_closes_within_a_day check (expires_at > opened_at and expires_at <= opened_at + interval '1 day')
);

create index break_glass_by_login on access.break_glass (login, expires_at);

-- One row at most, written by the demo on an empty database: only there are the printed demo passwords accepted.
create table access.demo (
    only_one boolean primary key default true,
    made_at timestamptz not null,
    made_by text not null,
    constraint one_row check (only_one)
);
