-- Residential groups in which something has changed, each with the number of its last change: figures that are kept by group
-- are counted anew for these only. journey.db.WaitingStore writes here whenever it brings forms up to date.
create sequence journey.group_change;

create table journey.moved_group (
    commune_code text not null,
    residential_group text not null,
    change bigint not null,
    primary key (commune_code, residential_group)
);

insert into journey.moved_group (commune_code, residential_group, change)
select commune_code, residential_group, nextval('journey.group_change')
from (select distinct coalesce(commune_code, '') as commune_code, coalesce(residential_group, '') as residential_group
      from intake.form) known;

-- Two more things that figures, though not queues, rest on.
do $$
declare
    watched record;
begin
    for watched in
        select * from (values
            ('reconciliation.duplicate', 'insert'),
            ('reconciliation.duplicate', 'update'),
            ('reconciliation.duplicate', 'delete'),
            ('verification.visit', 'insert')) as listed (name, event)
    loop
        execute format(
            'create trigger %I after %s on %s referencing %s table as changed for each statement'
                || ' execute function journey.note_changed()',
            'queues_note_' || watched.event, watched.event, watched.name,
            case watched.event when 'delete' then 'old' else 'new' end);
    end loop;
end
$$;
