-- The path of a form. journey.step is append-only and is the truth; journey.form_state is its last line per form.
create schema journey;

create table journey.form_state (
    form_id bigint primary key,
    stage text not null,
    paper text not null default 'HELD',
    verification text not null default 'NOT_PLANNED',
    since timestamptz not null,
    hold_reason text,
    hold_waiting_for text,
    hold_since timestamptz,
    hold_until date,
    hold_by text,
    constraint state_of_a_form foreign key (form_id) references intake.form (id),
    constraint stage_is_known check (stage in
        ('COLLECTED', 'CHECKED', 'RECONCILED', 'APPROVED', 'REGISTERED', 'RETURNED', 'CANCELLED')),
    constraint paper_is_known check (paper in ('HELD', 'HANDED_OVER', 'SCANNED')),
    constraint verification_is_known check (verification in
        ('NOT_PLANNED', 'PLANNED', 'CONFIRMED', 'DIFFERED', 'NOT_MET')),
    constraint hold_says_why check ((hold_since is null) = (hold_reason is null))
) with (fillfactor = 70);

create index form_state_by_stage on journey.form_state (stage, form_id);

create table journey.step (
    id bigint generated always as identity primary key,
    form_id bigint not null,
    version integer not null,
    step text not null,
    stage_from text,
    stage_to text not null,
    track_to text,
    at timestamptz not null,
    device_at timestamptz,
    actor text not null,
    role text not null,
    reason text,
    details jsonb,
    constraint step_of_a_form foreign key (form_id) references intake.form (id)
);

-- Details that differ from form to form within one step: remarks per field, how the paper was put right. Append-only too.
create table journey.step_details (
    step_id bigint primary key references journey.step (id),
    details jsonb not null
);

create index step_by_form on journey.step (form_id, id);
create index step_by_actor on journey.step (actor, at);

-- What each gate asks, per route. Empty arrays never let anything through.
create table journey.gate (
    route text not null,
    step text not null,
    stages text[] not null,
    papers text[] not null,
    verifications text[] not null,
    primary key (route, step)
);

create table journey.route_in_force (
    id bigint generated always as identity primary key,
    route text not null,
    since timestamptz not null,
    set_by text not null
);

insert into journey.gate (route, step, stages, papers, verifications) values
    ('default', 'CHECK', '{COLLECTED}', '{HELD,HANDED_OVER,SCANNED}', '{NOT_PLANNED,PLANNED,CONFIRMED,DIFFERED,NOT_MET}'),
    ('default', 'RECONCILE', '{CHECKED}', '{HELD,HANDED_OVER,SCANNED}', '{NOT_PLANNED,PLANNED,CONFIRMED,DIFFERED,NOT_MET}'),
    ('default', 'PLAN_VERIFICATION', '{RECONCILED}', '{HELD,HANDED_OVER,SCANNED}', '{NOT_PLANNED}'),
    ('default', 'VERIFY', '{RECONCILED}', '{HELD,HANDED_OVER,SCANNED}', '{PLANNED,NOT_MET}'),
    ('default', 'APPROVE', '{RECONCILED}', '{HELD,HANDED_OVER,SCANNED}', '{NOT_PLANNED,CONFIRMED,DIFFERED}'),
    ('default', 'HAND_OVER', '{APPROVED}', '{HELD}', '{NOT_PLANNED,CONFIRMED,DIFFERED}'),
    ('default', 'SCAN', '{APPROVED}', '{HANDED_OVER}', '{NOT_PLANNED,CONFIRMED,DIFFERED}'),
    ('default', 'REGISTER', '{APPROVED}', '{SCANNED}', '{NOT_PLANNED,CONFIRMED,DIFFERED}'),
    ('scan-first', 'HAND_OVER', '{COLLECTED}', '{HELD}', '{NOT_PLANNED}'),
    ('scan-first', 'SCAN', '{COLLECTED}', '{HANDED_OVER}', '{NOT_PLANNED}'),
    ('scan-first', 'CHECK', '{COLLECTED}', '{SCANNED}', '{NOT_PLANNED,PLANNED,CONFIRMED,DIFFERED,NOT_MET}'),
    ('scan-first', 'RECONCILE', '{CHECKED}', '{SCANNED}', '{NOT_PLANNED,PLANNED,CONFIRMED,DIFFERED,NOT_MET}'),
    ('scan-first', 'PLAN_VERIFICATION', '{RECONCILED}', '{SCANNED}', '{NOT_PLANNED}'),
    ('scan-first', 'VERIFY', '{RECONCILED}', '{SCANNED}', '{PLANNED,NOT_MET}'),
    ('scan-first', 'APPROVE', '{RECONCILED}', '{SCANNED}', '{NOT_PLANNED,CONFIRMED,DIFFERED}'),
    ('scan-first', 'REGISTER', '{APPROVED}', '{SCANNED}', '{NOT_PLANNED,CONFIRMED,DIFFERED}');

insert into journey.route_in_force (route, since, set_by) values ('default', '-infinity', 'preset');
