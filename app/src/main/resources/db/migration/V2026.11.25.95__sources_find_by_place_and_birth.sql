-- Who was born on the same day in the same place: asked for every form that is compared by itself.
create index residence_entry_by_birth on sources.residence_entry (birth_packed, commune_code);

-- What an index over an expression knows of its values comes with the next look at the table: taken at once.
analyze sources.residence_entry;
analyze sources.archive_entry;
