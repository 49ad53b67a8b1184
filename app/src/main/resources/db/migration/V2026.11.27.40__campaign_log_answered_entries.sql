-- Since when somebody about whom a reason was named has a form after all, and until when: which form is compared with which
-- entry is known only as of now, and a report of a past day counts who remained by what was known then. A line only where that
-- changed, and only for entries with a reason; the last one of an entry before a moment counts. Never changed.
create table campaign.answered_entry (
    id bigint generated always as identity primary key,
    entry_id bigint not null,
    form_id bigint not null,
    answered boolean not null,
    at timestamptz not null
);

create index answered_entry_by_entry on campaign.answered_entry (entry_id, id desc);
create index answered_entry_by_form on campaign.answered_entry (form_id, id desc);

create function campaign.note_answered_entries() returns trigger language plpgsql as $$
begin
    insert into campaign.answered_entry (entry_id, form_id, answered, at)
    select last.entry_id, last.form_id, false, compared.compared_at
    from (select distinct on (noted.form_id) noted.form_id, noted.entry_id, noted.answered
          from campaign.answered_entry noted order by noted.form_id, noted.id desc) last
    join changed compared on compared.form_id = last.form_id
    where last.answered and last.entry_id is distinct from compared.residence_entry_id;

    insert into campaign.answered_entry (entry_id, form_id, answered, at)
    select compared.residence_entry_id, compared.form_id, true, compared.compared_at
    from (select distinct entry_id from campaign.missing_reason) asked
    join changed compared on compared.residence_entry_id = asked.entry_id
    where not coalesce((select noted.answered and noted.entry_id = compared.residence_entry_id
                        from campaign.answered_entry noted
                        where noted.form_id = compared.form_id order by noted.id desc limit 1), false);
    return null;
end
$$;

create trigger campaign_notes_insert after insert on reconciliation.comparison
    referencing new table as changed for each statement execute function campaign.note_answered_entries();

-- What is known already has been known since the comparison that found it.
insert into campaign.answered_entry (entry_id, form_id, answered, at)
select comparison.residence_entry_id, comparison.form_id, true, comparison.compared_at
from reconciliation.comparison comparison
where comparison.residence_entry_id in (select entry_id from campaign.missing_reason);
