-- Rights to take persons' data out, one record for all kinds: files (EXPORT), invitation letters (LETTERS). Given to an account by
-- the administrator or taken back; the last line of an account and kind counts. Never changed.
create table access.data_right (
    id bigint generated always as identity primary key,
    kind text not null,
    login text not null,
    given boolean not null,
    note text not null,
    changed_by text not null,
    changed_at timestamptz not null,
    constraint kind_is_known check (kind in ('EXPORT', 'LETTERS'))
);

create index data_right_by_login on access.data_right (kind, login, id);

insert into access.data_right (kind, login, given, note, changed_by, changed_at)
select kind, login, given, note, changed_by, changed_at
from (select 'EXPORT' as kind, id, login, given, note, changed_by, changed_at from reporting.export_right
      union all
      select 'LETTERS', id, login, given, note, changed_by, changed_at from campaign.letter_right) old
order by changed_at, kind, id;

drop table reporting.export_right;
drop table campaign.letter_right;
