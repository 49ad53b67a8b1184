-- Who did and who saw what, when and what for. Append-only: the application may insert and select, nobody else logs in.
create schema audit;

create table audit.entry (
    id bigint generated always as identity primary key,
    at timestamptz not null,
    kind text not null,
    actor text not null,
    role text not null,
    area text[] not null,
    act text not null,
    object_kind text not null,
    object_id text not null,
    purpose text not null,
    details jsonb not null default '{}',
    constraint kind_is_known check (kind in ('ACT', 'VIEW'))
);

create index entry_by_object on audit.entry (object_kind, object_id, id);
create index entry_by_actor on audit.entry (actor, id);
create index entry_by_time on audit.entry using brin (at);
