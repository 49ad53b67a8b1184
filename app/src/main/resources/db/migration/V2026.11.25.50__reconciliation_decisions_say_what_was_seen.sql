-- A decision stands for what was seen when it was made: it goes over to a corrected version, or stays after a comparison
-- anew, only where none of that has changed.
alter table reconciliation.decision
    add column seen_form text,
    add column seen_residence text,
    add column seen_archive text,
    add column seen_outcome text,
    add column is_seen boolean not null default false,
    add column carried_from bigint;

update reconciliation.decision decision
set seen_form = verdict.form_value, seen_residence = verdict.residence_value, seen_archive = verdict.archive_value,
    is_seen = true
from reconciliation.field_verdict verdict
join reconciliation.comparison comparison on comparison.form_id = verdict.form_id
where verdict.form_id = decision.form_id and verdict.field = decision.field
  and comparison.version = decision.version;

update reconciliation.decision decision
set seen_outcome = comparison.outcome, is_seen = true
from reconciliation.comparison comparison
where comparison.form_id = decision.form_id and comparison.version = decision.version and decision.field = '';
