-- Four eyes: who shall be administrator or auditor is asked for by one administrator and confirmed by another.
create table access.role_request (
    id bigint generated always as identity primary key,
    login text not null references access.account (login),
    role text not null,
    -- A new account opens nothing until it is confirmed; of an old one the role stays what it was.
    is_new boolean not null,
    asked_by text not null,
    asked_at timestamptz not null,
    decided_by text,
    decided_at timestamptz,
    confirmed boolean,
    constraint role_needs_two check (role in ('ADMINISTRATOR', 'AUDITOR')),
    constraint decided_by_another check (decided_by is null or decided_by <> asked_by or not confirmed),
    constraint decided_whole check ((decided_by is null) = (decided_at is null)
        and (decided_by is null) = (confirmed is null))
);

create unique index one_open_request_of_an_account on access.role_request (login) where decided_at is null;
create index account_by_role on access.account (role, login);
