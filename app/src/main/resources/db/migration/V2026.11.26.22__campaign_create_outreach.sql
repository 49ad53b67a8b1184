-- What was done to reach people. A line is never changed: a wrong one is withdrawn and entered anew.
create table campaign.outreach (
    id bigint generated always as identity primary key,
    kind text not null,
    commune_code text not null,
    residential_group text not null default '',
    held_on date not null,
    times integer not null,
    minutes integer,
    attendance integer,
    held_by text not null,
    text_used text not null default '',
    note text not null default '',
    announcement_id bigint,
    sent text not null,
    entered_by text not null,
    entered_at timestamptz not null,
    constraint outreach_kind_is_known check (kind in ('BROADCAST', 'MEETING', 'LEAFLET', 'HOME_VISIT', 'MESSAGE')),
    constraint outreach_was_done check (times > 0 and minutes > 0 and attendance >= 0),
    constraint outreach_is_sent_once unique (sent)
);

create index outreach_by_area on campaign.outreach (commune_code, held_on);

create table campaign.outreach_withdrawn (
    outreach_id bigint primary key references campaign.outreach (id),
    reason text not null,
    withdrawn_by text not null,
    withdrawn_at timestamptz not null,
    constraint outreach_is_withdrawn_for_a_reason check (reason <> '')
);
