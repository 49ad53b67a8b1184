-- How grave a rule is taken in this campaign, where that is not what the catalogue says. Append-only: the last line of a
-- rule is in force, the others are its history. BLOCKING is the law's and is never set here.
create table quality.rule_severity (
    id bigint generated always as identity primary key,
    code text not null,
    severity text not null,
    set_at timestamptz not null,
    set_by text not null,
    reason text not null,
    constraint severity_may_be_chosen check (severity in ('EXPLAIN', 'NOTE')),
    constraint change_has_a_reason check (reason <> '')
);

create index rule_severity_by_code on quality.rule_severity (code, id desc);
