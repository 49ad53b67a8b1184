-- An answer can be taken back: a further line, as a change of mind is. Linking looks answers up by entry too.
alter table reconciliation.review_answer drop constraint answer_is_known;
alter table reconciliation.review_answer add constraint answer_is_known
    check (answer in ('same', 'not-same', 'cannot-tell', 'undone'));

create index review_answer_by_entry on reconciliation.review_answer (entry_id, source);
