-- Papers that are keyed, from their image or from the sheet itself. What was keyed is a fact: never changed, never deleted.
create schema keying;

create table keying.paper (
    id bigint generated always as identity primary key,
    form_no text not null,
    form_version text not null,
    commune_code text not null,
    residential_group text not null,
    state text not null,
    -- Whoever keys it now; after two hours somebody else may.
    held_by text,
    held_at timestamptz,
    taken_up_by text not null,
    taken_up_at timestamptz not null,
    -- The form that it joined or became.
    form_id bigint references intake.form (id),
    became_form boolean not null default false,
    finished_at timestamptz,
    constraint a_paper_is_keyed_once unique (form_no),
    constraint state_is_known check (state in ('FIRST', 'SECOND', 'SETTLE', 'READY', 'DONE')),
    constraint held_since check ((held_by is null) = (held_at is null))
);

create index paper_by_state on keying.paper (state, id) where state <> 'DONE';
create index paper_by_form on keying.paper (form_id) where form_id is not null;

create table keying.item (
    paper_id bigint not null references keying.paper (id),
    field text not null,
    position integer not null,
    -- The page that was scanned; none when the sheet itself is keyed.
    page_id bigint,
    kind text not null,
    reading text not null,
    confidence real not null,
    -- 0: the reading stands; 1: keyed once; 2: keyed by two operators.
    passes smallint not null,
    primary key (paper_id, field),
    constraint passes_are_known check (passes between 0 and 2)
);

create table keying.entry (
    paper_id bigint not null,
    field text not null,
    -- 1 first, 2 blind second, 3 settled by a third.
    pass smallint not null,
    value text not null,
    operator text not null,
    keystrokes integer not null,
    millis integer not null,
    at timestamptz not null,
    primary key (paper_id, field, pass),
    constraint entry_of_an_item foreign key (paper_id, field) references keying.item (paper_id, field),
    constraint pass_is_known check (pass between 1 and 3)
);

create index entry_by_operator on keying.entry (operator, at);

-- The paper says otherwise than the version that it should bear.
create table keying.finding (
    paper_id bigint not null references keying.paper (id),
    field text not null,
    collected text not null,
    keyed text not null,
    found_at timestamptz not null,
    primary key (paper_id, field)
);

-- Which fields are keyed twice, and how many papers in a thousand are keyed twice as a whole.
create table keying.rule (
    id bigint generated always as identity primary key,
    twice text[] not null,
    per_mille integer not null,
    reason text not null,
    set_by text not null,
    set_at timestamptz not null,
    constraint per_mille_is_a_share check (per_mille between 0 and 1000)
);
