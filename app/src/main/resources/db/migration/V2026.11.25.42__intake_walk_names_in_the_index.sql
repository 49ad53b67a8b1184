-- The walk through frequent names reads the index alone, without a look at each row.
drop index intake.form_by_name;

create index form_by_name on intake.form (commune_code, sort_key, id) include (name_folded, birth_packed);
