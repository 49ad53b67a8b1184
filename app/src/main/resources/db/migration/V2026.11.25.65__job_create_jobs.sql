-- Long work that survives a restart of the server: what was asked, how far it is, and what it wants to remember.
create schema job;

-- A number is drawn before the row is written, because an upload is put into the folder of that number first.
create sequence job.job_number;

create table job.job (
    id bigint primary key,
    kind text not null,
    parameters jsonb not null,
    login text not null,
    role text not null,
    state text not null,
    task text not null default '',
    done bigint not null default 0,
    total bigint not null default -1,
    failure text,
    queued_at timestamptz not null,
    started_at timestamptz,
    ended_at timestamptz,
    -- How often it was taken up since somebody asked for it: what brings the server down is not tried for ever.
    starts integer not null default 0,
    -- The server that works on it, and when it last said so by the clock of the database.
    instance text,
    heartbeat_at timestamptz,
    constraint state_is_known check (state in ('QUEUED', 'RUNNING', 'STOPPING', 'STOPPED', 'DONE', 'FAILED')),
    constraint somebody_works_on_it check ((state in ('RUNNING', 'STOPPING')) = (instance is not null)),
    constraint what_is_over_has_an_end check ((state in ('STOPPED', 'DONE', 'FAILED')) = (ended_at is not null))
);

create index job_to_do on job.job (id) where state in ('QUEUED', 'RUNNING', 'STOPPING');
create index job_by_login on job.job (login, id);

-- Apart from the job's own row, so that a work may remember within a long transaction while its heartbeat goes on.
create table job.note (
    job_id bigint not null references job.job (id),
    kind text not null,
    key text not null,
    value text not null,
    primary key (job_id, kind, key),
    constraint kind_is_known check (kind in ('MEMORY', 'RESULT'))
);
