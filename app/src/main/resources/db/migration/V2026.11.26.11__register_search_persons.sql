-- Persons of the register are looked for by name and by number.
create index person_by_words on register.person using gin (string_to_array(name_folded, ' '));
create index person_by_old_id on register.person (old_id) where old_id is not null;
create index person_by_source on register.person (source_no);
