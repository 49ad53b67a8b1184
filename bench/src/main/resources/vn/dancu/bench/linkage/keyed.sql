-- SQL tuned as far as one goes who weighs every pair: integer keys for the joins, names as integers of a dictionary, Hamming
-- distance on digits, likeness of names only where their integers differ; pairs are weighed as they are joined and never kept.
create table lt as select * from read_csv('${left}', header = true, all_varchar = true);
create table rt as select * from read_csv('${right}', header = true, all_varchar = true);
create table names as
with spelt as (
  select distinct unnest([surname, middle_name, given_name]) as name from lt
  union
  select distinct unnest([surname, middle_name, given_name]) from rt
), folds as (
  select name, replace(strip_accents(lower(name)), 'đ', 'd') as fold from spelt where name is not null
)
select name, fold,
       ((dense_rank() over (order by fold) << 8) | row_number() over (partition by fold order by name))::integer as code
from folds;
create table l as
select substr(t.id, 2)::integer as uid, coalesce(s.code, 0) as sn, coalesce(m.code, 0) as mn, coalesce(g.code, 0) as gn,
       case when length(birth_date) = 10
            then ('0x' || substr(birth_date, 7, 4) || substr(birth_date, 4, 2) || substr(birth_date, 1, 2))::integer
            when birth_date is null then 0 else ('0x' || birth_date || '0000')::integer end as dob,
       case when sex is null then 0 when sex = 'Nam' then 1 else 2 end::tinyint as sex,
       coalesce(commune::integer, 0) as unit,
       personal_id, old_id, coalesce(personal_id::bigint, -1) as pid, coalesce(old_id::bigint, -1) as oid,
       s.fold as surname_f, m.fold as middle_f, g.fold as given_f,
       case when length(birth_date) = 10 then substr(birth_date, 7, 4) || substr(birth_date, 4, 2) || substr(birth_date, 1, 2)
            when length(birth_date) = 4 then birth_date || '0000' end as day,
       case when (dob & 65535) not in (0, 257) and gn > 0 then ((dob::bigint << 20) | (gn >> 8)) else -1 end as date_given,
       case when (dob & 65535) not in (0, 257) and sn > 0 then ((dob::bigint << 20) | (sn >> 8)) else -1 end as date_surname,
       case when dob > 0 and sn > 0 and gn > 0 then (((sn >> 8)::bigint << 36) | ((gn >> 8)::bigint << 16) | (dob >> 16)) else -1 end as name_year,
       case when (dob & 65535) not in (0, 257) and sn > 0 and gn > 0
            then (((sn >> 8)::bigint << 36) | ((gn >> 8)::bigint << 16) | (dob & 65535)) else -1 end as name_day,
       case when dob > 0 and gn > 0 and unit > 0
            then ((unit::bigint << 36) | ((gn >> 8)::bigint << 16) | (dob >> 16)) else -1 end as commune_given
from lt t left join names s on t.surname = s.name left join names m on t.middle_name = m.name
  left join names g on t.given_name = g.name;
create table r as
select substr(t.id, 2)::integer as uid, coalesce(s.code, 0) as sn, coalesce(m.code, 0) as mn, coalesce(g.code, 0) as gn,
       case when length(birth_date) = 10
            then ('0x' || substr(birth_date, 7, 4) || substr(birth_date, 4, 2) || substr(birth_date, 1, 2))::integer
            when birth_date is null then 0 else ('0x' || birth_date || '0000')::integer end as dob,
       case when sex is null then 0 when sex = 'Nam' then 1 else 2 end::tinyint as sex,
       coalesce(commune::integer, 0) as unit,
       personal_id, old_id, coalesce(personal_id::bigint, -2) as pid, coalesce(old_id::bigint, -2) as oid,
       s.fold as surname_f, m.fold as middle_f, g.fold as given_f,
       case when length(birth_date) = 10 then substr(birth_date, 7, 4) || substr(birth_date, 4, 2) || substr(birth_date, 1, 2)
            when length(birth_date) = 4 then birth_date || '0000' end as day,
       case when (dob & 65535) not in (0, 257) and gn > 0 then ((dob::bigint << 20) | (gn >> 8)) else -2 end as date_given,
       case when (dob & 65535) not in (0, 257) and sn > 0 then ((dob::bigint << 20) | (sn >> 8)) else -2 end as date_surname,
       case when dob > 0 and sn > 0 and gn > 0 then (((sn >> 8)::bigint << 36) | ((gn >> 8)::bigint << 16) | (dob >> 16)) else -2 end as name_year,
       case when (dob & 65535) not in (0, 257) and sn > 0 and gn > 0
            then (((sn >> 8)::bigint << 36) | ((gn >> 8)::bigint << 16) | (dob & 65535)) else -2 end as name_day,
       case when dob > 0 and gn > 0 and unit > 0
            then ((unit::bigint << 36) | ((gn >> 8)::bigint << 16) | (dob >> 16)) else -2 end as commune_given
from rt t left join names s on t.surname = s.name left join names m on t.middle_name = m.name
  left join names g on t.given_name = g.name;
set variable prior = (
  select log2(${share} * least(a, b) / (a::double * b))
  from (select (select count(*) from l) as a, (select count(*) from r) as b));
create macro weighed(pa, pb, pta, ptb, oa, ob, ota, otb, da, db, dta, dtb, ga, gb, gta, gtb, sa, sb, sta, stb, ma, mb, mta, mtb, xa, xb, ca, cb) as
  getvariable('prior')
  + case when pa < 0 or pb < 0 then 0.0 when pa = pb then ${personal_id.1}
         when ${digits:pta,ptb} then ${personal_id.2} else ${personal_id.3} end
  + case when oa < 0 or ob < 0 then 0.0 when oa = ob then ${old_id.1}
         when ${digits:ota,otb} then ${old_id.2} else ${old_id.3} end
  + case when da = 0 or db = 0 then 0.0 when da = db then ${birth_date.1}
         when ${digits:dta,dtb} then ${birth_date.2}
         when (da >> 16) = (db >> 16) then ${birth_date.3} else ${birth_date.4} end
  + case when ga = 0 or gb = 0 then 0.0 when ga = gb then ${given_name.1}
         when (ga >> 8) = (gb >> 8) then ${given_name.2}
         when jaro_winkler_similarity(gta, gtb) >= 0.88 or levenshtein(gta, gtb) <= 1 then ${given_name.3} else ${given_name.4} end
  + case when sa = 0 or sb = 0 then 0.0 when sa = sb then ${surname.1}
         when (sa >> 8) = (sb >> 8) then ${surname.2}
         when jaro_winkler_similarity(sta, stb) >= 0.88 or levenshtein(sta, stb) <= 1 then ${surname.3} else ${surname.4} end
  + case when ma = 0 or mb = 0 then 0.0 when ma = mb then ${middle_name.1}
         when (ma >> 8) = (mb >> 8) then ${middle_name.2}
         when jaro_winkler_similarity(mta, mtb) >= 0.88 or levenshtein(mta, mtb) <= 1 then ${middle_name.3} else ${middle_name.4} end
  + case when xa = 0 or xb = 0 then 0.0 when xa = xb then ${sex.1} else ${sex.2} end
  + case when ca = 0 or cb = 0 then 0.0 when ca = cb then ${commune.1} else ${commune.2} end;
copy (
  with weights as (
  select l.uid as a, r.uid as b, weighed(l.pid, r.pid, l.personal_id, r.personal_id, l.oid, r.oid, l.old_id, r.old_id, l.dob, r.dob, l.day, r.day, l.gn, r.gn, l.given_f, r.given_f, l.sn, r.sn, l.surname_f, r.surname_f, l.mn, r.mn, l.middle_f, r.middle_f, l.sex, r.sex, l.unit, r.unit) as weight
  from l join r on l.pid = r.pid
  union all
  select l.uid as a, r.uid as b, weighed(l.pid, r.pid, l.personal_id, r.personal_id, l.oid, r.oid, l.old_id, r.old_id, l.dob, r.dob, l.day, r.day, l.gn, r.gn, l.given_f, r.given_f, l.sn, r.sn, l.surname_f, r.surname_f, l.mn, r.mn, l.middle_f, r.middle_f, l.sex, r.sex, l.unit, r.unit) as weight
  from l join r on l.oid = r.oid
  where not (l.pid = r.pid)
  union all
  select l.uid as a, r.uid as b, weighed(l.pid, r.pid, l.personal_id, r.personal_id, l.oid, r.oid, l.old_id, r.old_id, l.dob, r.dob, l.day, r.day, l.gn, r.gn, l.given_f, r.given_f, l.sn, r.sn, l.surname_f, r.surname_f, l.mn, r.mn, l.middle_f, r.middle_f, l.sex, r.sex, l.unit, r.unit) as weight
  from l join r on l.date_given = r.date_given
  where not (l.pid = r.pid)
    and not (l.oid = r.oid)
  union all
  select l.uid as a, r.uid as b, weighed(l.pid, r.pid, l.personal_id, r.personal_id, l.oid, r.oid, l.old_id, r.old_id, l.dob, r.dob, l.day, r.day, l.gn, r.gn, l.given_f, r.given_f, l.sn, r.sn, l.surname_f, r.surname_f, l.mn, r.mn, l.middle_f, r.middle_f, l.sex, r.sex, l.unit, r.unit) as weight
  from l join r on l.date_surname = r.date_surname
  where not (l.pid = r.pid)
    and not (l.oid = r.oid)
    and not (l.date_given = r.date_given)
  union all
  select l.uid as a, r.uid as b, weighed(l.pid, r.pid, l.personal_id, r.personal_id, l.oid, r.oid, l.old_id, r.old_id, l.dob, r.dob, l.day, r.day, l.gn, r.gn, l.given_f, r.given_f, l.sn, r.sn, l.surname_f, r.surname_f, l.mn, r.mn, l.middle_f, r.middle_f, l.sex, r.sex, l.unit, r.unit) as weight
  from l join r on l.name_year = r.name_year
  where not (l.pid = r.pid)
    and not (l.oid = r.oid)
    and not (l.date_given = r.date_given)
    and not (l.date_surname = r.date_surname)
  union all
  select l.uid as a, r.uid as b, weighed(l.pid, r.pid, l.personal_id, r.personal_id, l.oid, r.oid, l.old_id, r.old_id, l.dob, r.dob, l.day, r.day, l.gn, r.gn, l.given_f, r.given_f, l.sn, r.sn, l.surname_f, r.surname_f, l.mn, r.mn, l.middle_f, r.middle_f, l.sex, r.sex, l.unit, r.unit) as weight
  from l join r on l.name_day = r.name_day
  where not (l.pid = r.pid)
    and not (l.oid = r.oid)
    and not (l.date_given = r.date_given)
    and not (l.date_surname = r.date_surname)
    and not (l.name_year = r.name_year)
  union all
  select l.uid as a, r.uid as b, weighed(l.pid, r.pid, l.personal_id, r.personal_id, l.oid, r.oid, l.old_id, r.old_id, l.dob, r.dob, l.day, r.day, l.gn, r.gn, l.given_f, r.given_f, l.sn, r.sn, l.surname_f, r.surname_f, l.mn, r.mn, l.middle_f, r.middle_f, l.sex, r.sex, l.unit, r.unit) as weight
  from l join r on l.commune_given = r.commune_given
  where not (l.pid = r.pid)
    and not (l.oid = r.oid)
    and not (l.date_given = r.date_given)
    and not (l.date_surname = r.date_surname)
    and not (l.name_year = r.name_year)
    and not (l.name_day = r.name_day)
  )
  select 'F' || a as left_id, 'B' || b as right_id, weight from weights where weight >= ${least}
) to '${out}' (header true);
