-- Work queues are kept, not computed when somebody looks: one row for a form in a queue, and how many there are. Whatever
-- changes what a form waits for is noted by triggers, whoever writes it; journey.db.WaitingStore brings the rows up to date.

-- Time on hold since the stage began, of holds that are over; it does not count against the officer.
alter table journey.form_state add column held interval not null default '0';

update journey.form_state state set held = spent.held
from (
    select resumed.form_id, sum(resumed.at - greatest(hold.since, stood.since)) as held
    from journey.step resumed
    join journey.form_state stood on stood.form_id = resumed.form_id and stood.since <= resumed.at
    cross join lateral (
        select min(begun.at) as since from journey.step begun
        where begun.form_id = resumed.form_id and begun.step = 'HOLD' and begun.id < resumed.id
          and begun.id > coalesce((select max(earlier.id) from journey.step earlier
                                   where earlier.form_id = resumed.form_id and earlier.step = 'RESUME'
                                     and earlier.id < resumed.id), 0)) hold
    where resumed.step = 'RESUME' and hold.since is not null
    group by resumed.form_id) spent
where state.form_id = spent.form_id;

-- Who answers for a form: the log, and its last line per form. Where nobody was named, the collector of the group does.
create table journey.assignment (
    id bigint generated always as identity primary key,
    form_id bigint not null,
    holder text not null,
    reason text not null,
    assigned_by text not null,
    at timestamptz not null,
    constraint assignment_of_a_form foreign key (form_id) references intake.form (id),
    constraint assignment_says_why check (reason <> '')
);

create index assignment_by_form on journey.assignment (form_id, id);

create table journey.form_holder (
    form_id bigint primary key,
    holder text not null,
    reason text not null,
    assigned_by text not null,
    since timestamptz not null,
    constraint holder_of_a_form foreign key (form_id) references intake.form (id)
);

create index form_holder_by_holder on journey.form_holder (holder);

-- A form in a queue, with what lists are sorted by. Queue 'ALL' has every form that is not cancelled. Texts are empty, never
-- null. counted_from: the stage's beginning, later by the time on hold; on hold, the beginning of the hold.
create table journey.waiting (
    form_id bigint not null,
    queue text not null,
    commune_code text not null,
    residential_group text not null,
    household_key text not null,
    sort_key text not null,
    form_no text not null,
    collected_on date not null,
    counted_from timestamptz not null,
    holder text not null,
    primary key (form_id, queue)
);

create index waiting_by_household on journey.waiting (queue, commune_code, residential_group, household_key, form_id);
create index waiting_by_name on journey.waiting (queue, commune_code, sort_key, form_id);
create index waiting_by_age on journey.waiting (queue, commune_code, counted_from, form_id);
create index waiting_by_day on journey.waiting (queue, commune_code, collected_on, form_id);
create index waiting_by_number on journey.waiting (queue, commune_code, form_no, form_id);
create index waiting_by_holder on journey.waiting (holder, queue) where holder <> '';

create table journey.waiting_count (
    queue text not null,
    commune_code text not null,
    residential_group text not null,
    holder text not null,
    forms bigint not null,
    primary key (queue, commune_code, residential_group, holder)
);

-- Forms that something has changed about, by range of keys, until the rows above say so.
create table journey.stale (
    from_id bigint not null,
    to_id bigint not null
);

create function journey.note_changed() returns trigger language plpgsql as $$
begin
    insert into journey.stale (from_id, to_id)
    select min(form_id), max(form_id) from changed group by form_id / 256;
    return null;
end
$$;

create function journey.note_changed_form() returns trigger language plpgsql as $$
begin
    insert into journey.stale (from_id, to_id)
    select min(id), max(id) from changed group by id / 256;
    return null;
end
$$;

do $$
declare
    watched record;
begin
    for watched in
        select * from (values
            ('journey.form_state', 'update'),
            ('journey.form_state', 'insert'),
            ('journey.form_holder', 'insert'),
            ('journey.form_holder', 'update'),
            ('journey.form_holder', 'delete'),
            ('quality.finding', 'insert'),
            ('quality.finding', 'update'),
            ('quality.finding', 'delete'),
            ('reconciliation.comparison', 'insert'),
            ('reconciliation.comparison', 'update'),
            ('reconciliation.comparison', 'delete'),
            ('reconciliation.field_verdict', 'insert'),
            ('reconciliation.field_verdict', 'update'),
            ('reconciliation.field_verdict', 'delete'),
            ('reconciliation.decision', 'insert'),
            ('reconciliation.decision', 'update'),
            ('reconciliation.decision', 'delete')) as listed (name, event)
    loop
        execute format(
            'create trigger %I after %s on %s referencing %s table as changed for each statement'
                || ' execute function journey.note_changed()',
            'queues_note_' || watched.event, watched.event, watched.name,
            case watched.event when 'delete' then 'old' else 'new' end);
    end loop;
end
$$;

create trigger queues_note_update after update on intake.form referencing new table as changed for each statement
    execute function journey.note_changed_form();

insert into journey.stale (from_id, to_id)
select min(form_id), max(form_id) from journey.form_state group by form_id / 256;

-- After how many counted days a form in a queue is shown as due, and as late.
create table journey.days_limit (
    queue text primary key,
    due_after integer not null,
    late_after integer not null,
    constraint late_is_after_due check (0 < due_after and due_after < late_after)
);

insert into journey.days_limit (queue, due_after, late_after) values
    ('TO_CHECK', 3, 7),
    ('MUST_FIX', 5, 10),
    ('RETURNED', 3, 7),
    ('EXPLAIN', 5, 10),
    ('DIFFERS', 5, 10),
    ('NOT_IN_BOOKS', 7, 15),
    ('DUPLICATE', 5, 10),
    ('UNCERTAIN', 7, 15),
    ('TO_RECONCILE', 3, 7),
    ('TO_VERIFY', 10, 20),
    ('TO_APPROVE', 3, 7),
    ('ON_HOLD', 15, 30);

-- A filter that an officer keeps under a name.
create table journey.saved_filter (
    id bigint generated by default as identity primary key,
    owner text not null,
    name text not null,
    queue text not null,
    commune_code text,
    residential_group text,
    holder text,
    days integer not null default 0,
    words text not null default '',
    view text not null,
    sort text not null,
    created_at timestamptz not null,
    constraint one_filter_of_a_name unique (owner, name)
);
