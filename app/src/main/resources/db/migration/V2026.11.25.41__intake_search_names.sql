-- Names in a ward in the order of lists: frequent words («nguyen van») are found by walking it, rare ones by the word index.
create index form_by_name on intake.form (commune_code, sort_key, id);

-- Every word that any name has, so that a mistyped one leads to those near it.
create table intake.name_word (
    word text primary key
);

insert into intake.name_word (word)
select distinct unnest(string_to_array(name_folded, ' ')) from intake.form
on conflict do nothing;
