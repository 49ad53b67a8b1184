-- A day at a house of culture: slots of so many people each, who is invited to which, who came, and the queue.
create table campaign.collection_day (
    id bigint generated always as identity primary key,
    announcement_id bigint references campaign.announcement (id),
    commune_code text not null,
    place text not null,
    day date not null,
    opens time not null,
    closes time not null,
    slot_minutes integer not null,
    capacity integer not null,
    desks integer not null,
    sent text not null,
    made_by text not null,
    made_at timestamptz not null,
    closed_at timestamptz,
    closed_by text,
    constraint day_has_slots check (closes > opens and slot_minutes > 0 and capacity > 0 and desks > 0),
    constraint day_is_made_once unique (sent)
);

create index collection_day_by_unit on campaign.collection_day (commune_code, day desc);

-- One person (of the books) or one walk-in (known by the number on the ticket alone).
create table campaign.ticket (
    id bigint generated always as identity primary key,
    day_id bigint not null references campaign.collection_day (id),
    number integer not null,
    entry_id bigint,
    slot_at time,
    state text not null,
    due_at timestamptz,
    desk integer,
    sent text,
    changed_at timestamptz not null,
    constraint ticket_number_is_of_one unique (day_id, number),
    constraint ticket_is_given_once unique (sent),
    constraint invited_has_a_slot check ((entry_id is null) = (slot_at is null)),
    constraint ticket_state_is_known check (state in ('INVITED', 'WAITING', 'CALLED', 'SERVED', 'NO_SHOW'))
);

create unique index one_ticket_a_person_and_day on campaign.ticket (day_id, entry_id) where entry_id is not null;
create index ticket_waiting on campaign.ticket (day_id, state, due_at, number);

create table campaign.ticket_event (
    id bigint generated always as identity primary key,
    ticket_id bigint not null references campaign.ticket (id),
    state text not null,
    desk integer,
    done_at timestamptz not null,
    done_by text not null
);

create index ticket_event_by_ticket on campaign.ticket_event (ticket_id, id);

-- Letters name persons: who may make them, and every run with everybody in it.
create table campaign.letter_right (
    id bigint generated always as identity primary key,
    login text not null,
    given boolean not null,
    note text not null,
    changed_by text not null,
    changed_at timestamptz not null
);

create table campaign.letter_run (
    id bigint generated always as identity primary key,
    announcement_id bigint not null references campaign.announcement (id),
    day_id bigint references campaign.collection_day (id),
    commune_code text not null,
    letters integer not null,
    purpose text not null,
    made_by text not null,
    made_at timestamptz not null
);

create table campaign.letter (
    run_id bigint not null references campaign.letter_run (id),
    line integer not null,
    entry_id bigint not null,
    primary key (run_id, line)
);
