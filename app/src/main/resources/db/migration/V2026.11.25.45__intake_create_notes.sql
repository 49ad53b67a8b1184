-- Long notes while they are being written, per officer: they survive a lost session, and go once the note is sent.
create table intake.note_draft (
    owner text not null,
    key text not null,
    content text not null,
    kept_at timestamptz not null,
    primary key (owner, key),
    constraint key_is_plain check (key ~ '^[a-z0-9][a-z0-9.:-]{0,99}$'),
    constraint note_is_not_endless check (length(content) <= 20000)
);

create index note_draft_by_time on intake.note_draft (kept_at);
