-- Numbers of printed forms and labels: a number is printed once, whether or not its form comes back.
create table custody.print_series (
    series text primary key,
    next_no bigint not null,
    constraint numbers_begin_with_one check (next_no between 1 and 10000000)
);

-- Who printed which numbers; a print is never undone, so this is append-only.
create table custody.print_run (
    id bigint generated always as identity primary key,
    series text not null references custody.print_series (series),
    first_no bigint not null,
    last_no bigint not null,
    form_version text not null,
    printed_by text not null,
    printed_at timestamptz not null,
    constraint a_run_has_a_number check (last_no >= first_no),
    constraint a_number_is_printed_once exclude using gist (series with =, int8range(first_no, last_no, '[]') with &&)
);
