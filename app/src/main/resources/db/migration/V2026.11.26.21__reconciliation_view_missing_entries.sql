-- Persons in the books, not struck off, of whom there is no form. Entries between which no decision was possible are not missing.
create view reconciliation.missing_entry as
select entry.id, entry.entry_no, entry.commune_code, entry.residential_group, entry.household_book_no, entry.full_name,
       entry.birth_date, entry.birth_packed, entry.book_kind, entry.address, entry.relation_to_head, entry.head_name,
       entry.registered_on, entry.sort_key
from sources.residence_entry entry
where entry.removed_on is null and entry.removal_reason is null
  and not exists (select from reconciliation.comparison comparison where comparison.residence_entry_id = entry.id)
  and not exists (select from reconciliation.candidate candidate
                  join reconciliation.comparison comparison on comparison.form_id = candidate.form_id
                  where candidate.source = 'residence-book' and candidate.entry_id = entry.id
                    and comparison.outcome = 'UNCERTAIN');
