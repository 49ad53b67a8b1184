-- What was scanned here, page by page. A page is a fact of one moment: never changed, never deleted. Its image lies encrypted in
-- the data folder under the digest of what was encrypted.
create table scanning.run (
    id bigint generated always as identity primary key,
    job_id bigint,
    machine text not null,
    shift text not null,
    operator text not null,
    begun_at timestamptz not null,
    constraint a_job_has_one_run unique (job_id),
    constraint machine_is_short check (length(machine) between 1 and 60),
    constraint shift_is_short check (length(shift) <= 30)
);

create table scanning.page (
    id bigint generated always as identity primary key,
    run_id bigint not null references scanning.run (id),
    -- Place among the files of the run, and among the pictures of the file; two forms on one picture are two parts.
    file_no integer not null,
    file_name text not null,
    picture_no integer not null,
    part_no integer not null,
    batch_no text not null,
    form_no text not null,
    -- The form that bore this number when the page was scanned; in the scan-first route there is none yet.
    form_id bigint references intake.form (id),
    form_version text not null,
    form_page integer not null,
    verdict text not null,
    -- The page with the same image, or the same page of the same form, that was there before.
    duplicate_of bigint references scanning.page (id),
    taken_at timestamptz not null,
    bytes integer not null,
    dots_per_inch integer not null,
    colour text not null,
    -- Eight numbers: how the page's millimetres lie in the image that is kept; none when that cannot be told.
    placed double precision[],
    reading jsonb not null,
    image_sha256 text not null,
    constraint a_place_is_read_once unique (run_id, file_no, picture_no, part_no),
    constraint digest_is_sha256 check (image_sha256 = '' or image_sha256 ~ '^[0-9a-f]{64}$'),
    constraint placed_has_eight check (placed is null or cardinality(placed) = 8),
    constraint colour_is_known check (colour in ('GREY', 'BITONAL', 'NONE'))
);

create index page_by_form on scanning.page (form_id);
create index page_by_form_no on scanning.page (form_no, form_page) where form_no <> '';
create index page_by_batch on scanning.page (batch_no) where batch_no <> '';
create index page_by_image on scanning.page (image_sha256) where image_sha256 <> '';
create index page_by_day on scanning.page (taken_at);
