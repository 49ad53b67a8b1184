-- What a user of Splink on DuckDB runs: cleaned inputs, blocked pairs of ids as a table, comparison vectors by CASE on text,
-- match weights, a filter. Integer ids.
create table l as
select cast(substr(id, 2) as integer) as uid, surname, middle_name, given_name, sex, commune, personal_id, old_id,
       replace(strip_accents(lower(surname)), 'đ', 'd') as surname_f,
       replace(strip_accents(lower(middle_name)), 'đ', 'd') as middle_f,
       replace(strip_accents(lower(given_name)), 'đ', 'd') as given_f,
       case when length(birth_date) = 10 then substr(birth_date, 7, 4) || substr(birth_date, 4, 2) || substr(birth_date, 1, 2)
            when length(birth_date) = 4 then birth_date || '0000' end as dob,
       right(birth_date, 4) as birth_year,
       case when length(birth_date) = 10 and left(birth_date, 5) <> '01/01' then left(birth_date, 5) end as day_month,
       case when length(birth_date) = 10 and left(birth_date, 5) <> '01/01' then birth_date end as full_date
from read_csv('${left}', header = true, all_varchar = true);
create table r as
select cast(substr(id, 2) as integer) as uid, surname, middle_name, given_name, sex, commune, personal_id, old_id,
       replace(strip_accents(lower(surname)), 'đ', 'd') as surname_f,
       replace(strip_accents(lower(middle_name)), 'đ', 'd') as middle_f,
       replace(strip_accents(lower(given_name)), 'đ', 'd') as given_f,
       case when length(birth_date) = 10 then substr(birth_date, 7, 4) || substr(birth_date, 4, 2) || substr(birth_date, 1, 2)
            when length(birth_date) = 4 then birth_date || '0000' end as dob,
       right(birth_date, 4) as birth_year,
       case when length(birth_date) = 10 and left(birth_date, 5) <> '01/01' then left(birth_date, 5) end as day_month,
       case when length(birth_date) = 10 and left(birth_date, 5) <> '01/01' then birth_date end as full_date
from read_csv('${right}', header = true, all_varchar = true);
create table blocked as
select l.uid as uid_l, r.uid as uid_r, 0 as match_key from l join r on l.personal_id = r.personal_id
union all
select l.uid, r.uid, 1 from l join r on l.old_id = r.old_id
where not coalesce(l.personal_id = r.personal_id, false)
union all
select l.uid, r.uid, 2 from l join r on l.full_date = r.full_date and l.given_f = r.given_f
where not coalesce(l.personal_id = r.personal_id, false) and not coalesce(l.old_id = r.old_id, false)
union all
select l.uid, r.uid, 3 from l join r on l.full_date = r.full_date and l.surname_f = r.surname_f
where not coalesce(l.personal_id = r.personal_id, false) and not coalesce(l.old_id = r.old_id, false)
  and not coalesce(l.full_date = r.full_date and l.given_f = r.given_f, false)
union all
select l.uid, r.uid, 4 from l join r
  on l.surname_f = r.surname_f and l.given_f = r.given_f and l.birth_year = r.birth_year
where not coalesce(l.personal_id = r.personal_id, false) and not coalesce(l.old_id = r.old_id, false)
  and not coalesce(l.full_date = r.full_date and l.given_f = r.given_f, false)
  and not coalesce(l.full_date = r.full_date and l.surname_f = r.surname_f, false)
union all
select l.uid, r.uid, 5 from l join r
  on l.surname_f = r.surname_f and l.given_f = r.given_f and l.day_month = r.day_month
where not coalesce(l.personal_id = r.personal_id, false) and not coalesce(l.old_id = r.old_id, false)
  and not coalesce(l.full_date = r.full_date and l.given_f = r.given_f, false)
  and not coalesce(l.full_date = r.full_date and l.surname_f = r.surname_f, false)
  and not coalesce(l.surname_f = r.surname_f and l.given_f = r.given_f and l.birth_year = r.birth_year, false)
union all
select l.uid, r.uid, 6 from l join r
  on l.commune = r.commune and l.given_f = r.given_f and l.birth_year = r.birth_year
where not coalesce(l.personal_id = r.personal_id, false) and not coalesce(l.old_id = r.old_id, false)
  and not coalesce(l.full_date = r.full_date and l.given_f = r.given_f, false)
  and not coalesce(l.full_date = r.full_date and l.surname_f = r.surname_f, false)
  and not coalesce(l.surname_f = r.surname_f and l.given_f = r.given_f and l.birth_year = r.birth_year, false)
  and not coalesce(l.surname_f = r.surname_f and l.given_f = r.given_f and l.day_month = r.day_month, false);
create table prior as
select log2(${share} * least(a, b) / (a::double * b)) as weight
from (select (select count(*) from l) as a, (select count(*) from r) as b);
--report pairs select count(*) from blocked
create table predictions as
with gammas as (
  select uid_l, uid_r, match_key,
    case when l.personal_id is null or r.personal_id is null then -1
         when l.personal_id = r.personal_id then 2
         when ${digits:l.personal_id,r.personal_id} then 1 else 0 end as gamma_personal_id,
    case when l.old_id is null or r.old_id is null then -1
         when l.old_id = r.old_id then 2
         when ${digits:l.old_id,r.old_id} then 1 else 0 end as gamma_old_id,
    case when l.dob is null or r.dob is null then -1
         when l.dob = r.dob then 3
         when ${digits:l.dob,r.dob} then 2
         when l.birth_year = r.birth_year then 1 else 0 end as gamma_birth_date,
    case when l.given_name is null or r.given_name is null then -1
         when l.given_name = r.given_name then 3
         when l.given_f = r.given_f then 2
         when jaro_winkler_similarity(l.given_f, r.given_f) >= 0.88 or levenshtein(l.given_f, r.given_f) <= 1 then 1
         else 0 end as gamma_given_name,
    case when l.surname is null or r.surname is null then -1
         when l.surname = r.surname then 3
         when l.surname_f = r.surname_f then 2
         when jaro_winkler_similarity(l.surname_f, r.surname_f) >= 0.88 or levenshtein(l.surname_f, r.surname_f) <= 1 then 1
         else 0 end as gamma_surname,
    case when l.middle_name is null or r.middle_name is null then -1
         when l.middle_name = r.middle_name then 3
         when l.middle_f = r.middle_f then 2
         when jaro_winkler_similarity(l.middle_f, r.middle_f) >= 0.88 or levenshtein(l.middle_f, r.middle_f) <= 1 then 1
         else 0 end as gamma_middle_name,
    case when l.sex is null or r.sex is null then -1 when l.sex = r.sex then 1 else 0 end as gamma_sex,
    case when l.commune is null or r.commune is null then -1 when l.commune = r.commune then 1 else 0 end as gamma_commune
  from blocked b join l on b.uid_l = l.uid join r on b.uid_r = r.uid
), weights as (
  select uid_l, uid_r,
    (select weight from prior)
    + case gamma_personal_id when 2 then ${personal_id.1} when 1 then ${personal_id.2} when 0 then ${personal_id.3} else 0.0 end
    + case gamma_old_id when 2 then ${old_id.1} when 1 then ${old_id.2} when 0 then ${old_id.3} else 0.0 end
    + case gamma_birth_date when 3 then ${birth_date.1} when 2 then ${birth_date.2} when 1 then ${birth_date.3}
        when 0 then ${birth_date.4} else 0.0 end
    + case gamma_given_name when 3 then ${given_name.1} when 2 then ${given_name.2} when 1 then ${given_name.3}
        when 0 then ${given_name.4} else 0.0 end
    + case gamma_surname when 3 then ${surname.1} when 2 then ${surname.2} when 1 then ${surname.3}
        when 0 then ${surname.4} else 0.0 end
    + case gamma_middle_name when 3 then ${middle_name.1} when 2 then ${middle_name.2} when 1 then ${middle_name.3}
        when 0 then ${middle_name.4} else 0.0 end
    + case gamma_sex when 1 then ${sex.1} when 0 then ${sex.2} else 0.0 end
    + case gamma_commune when 1 then ${commune.1} when 0 then ${commune.2} else 0.0 end as weight
  from gammas
)
select uid_l, uid_r, weight from weights where weight >= ${least};
copy (select 'F' || uid_l as left_id, 'B' || uid_r as right_id, weight from predictions)
to '${out}' (header true);
