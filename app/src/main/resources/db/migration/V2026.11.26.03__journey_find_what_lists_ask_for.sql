-- Who has been picked for re-verification, and what became of it: few of all forms.
create index form_state_verified on journey.form_state (verification, stage, form_id) where verification <> 'NOT_PLANNED';

-- Which forms an officer has had a hand in: asked for those few who sign.
create index form_by_collector on intake.form (collector, id);
create index form_version_by_author on intake.form_version (created_by, form_id);
create index visit_by_visitor on verification.visit (visitor, form_id);
