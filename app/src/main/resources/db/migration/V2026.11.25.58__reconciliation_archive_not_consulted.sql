-- Where no archive was imported for the commune, «not found» was said too soon: nobody has looked.
update reconciliation.comparison comparison set archive_state = 'NOT_CONSULTED'
from intake.form form
join intake.form_version version on version.form_id = form.id and version.version = form.current_version
where form.id = comparison.form_id and comparison.archive_state = 'NOT_FOUND'
  and not exists (select from sources.archive_entry entry
                  where coalesce(entry.commune_code, '') = coalesce(form.commune_code, version.permanent_code, ''))
  and not exists (select from reconciliation.candidate candidate
                  where candidate.form_id = comparison.form_id and candidate.source = 'archive');

create index comparison_by_archive_state on reconciliation.comparison (archive_state, form_id) where archive_state <> 'FOUND';
