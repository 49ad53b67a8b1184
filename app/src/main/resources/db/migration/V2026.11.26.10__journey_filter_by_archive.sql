-- A saved filter may ask for forms by what the archive said of them.
alter table journey.saved_filter add column archive_state text,
    add constraint archive_state_is_known check (archive_state in ('FOUND', 'NOT_FOUND', 'NOT_CONSULTED'));
