-- What officers say to each other about a form. Append-only; one answer deep.
create table journey.comment (
    id bigint generated always as identity primary key,
    form_id bigint not null,
    version integer not null,
    reply_to bigint references journey.comment (id),
    author text not null,
    role text not null,
    at timestamptz not null,
    content text not null,
    -- Made with the page: a form sent twice says one thing.
    once text not null,
    constraint comment_on_a_form foreign key (form_id) references intake.form (id),
    constraint comment_says_something check (content <> '' and length(content) <= 4000),
    constraint comment_is_said_once unique (author, once)
);

create index comment_by_form on journey.comment (form_id, id);

-- Civil-status cases per commune are printed from here.
create index form_state_on_hold on journey.form_state (hold_waiting_for, form_id) where hold_since is not null;
