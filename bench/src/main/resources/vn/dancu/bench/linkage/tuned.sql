-- The best SQL known to us for this task. Every value becomes an integer: names by dictionary (the folded name in the high
-- bits, its spelling in the low eight), dates and numbers as nibbles, so that two texts are one digit apart where the exclusive-or has
-- one nibble. Pairs are not kept: a rule's join leaves at once those that even the best rest could not lift to the threshold;
-- only the few others are looked at exactly, on text. Rows are in the order of the widest rule, so that its blocks lie together.
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
       coalesce(('0x' || personal_id)::bigint, -1) as pid, coalesce(('0x' || old_id)::bigint, -1) as oid,
       case when (dob & 65535) not in (0, 257) and gn > 0 then ((dob::bigint << 20) | (gn >> 8)) else -1 end as date_given,
       case when (dob & 65535) not in (0, 257) and sn > 0 then ((dob::bigint << 20) | (sn >> 8)) else -1 end as date_surname,
       case when dob > 0 and sn > 0 and gn > 0 then (((sn >> 8)::bigint << 36) | ((gn >> 8)::bigint << 16) | (dob >> 16)) else -1 end as name_year,
       case when (dob & 65535) not in (0, 257) and sn > 0 and gn > 0
            then (((sn >> 8)::bigint << 36) | ((gn >> 8)::bigint << 16) | (dob & 65535)) else -1 end as name_day,
       case when dob > 0 and gn > 0 and unit > 0
            then ((unit::bigint << 36) | ((gn >> 8)::bigint << 16) | (dob >> 16)) else -1 end as commune_given
from lt t left join names s on t.surname = s.name left join names m on t.middle_name = m.name
  left join names g on t.given_name = g.name
order by name_year;
create table r as
select substr(t.id, 2)::integer as uid, coalesce(s.code, 0) as sn, coalesce(m.code, 0) as mn, coalesce(g.code, 0) as gn,
       case when length(birth_date) = 10
            then ('0x' || substr(birth_date, 7, 4) || substr(birth_date, 4, 2) || substr(birth_date, 1, 2))::integer
            when birth_date is null then 0 else ('0x' || birth_date || '0000')::integer end as dob,
       case when sex is null then 0 when sex = 'Nam' then 1 else 2 end::tinyint as sex,
       coalesce(commune::integer, 0) as unit,
       coalesce(('0x' || personal_id)::bigint, -2) as pid, coalesce(('0x' || old_id)::bigint, -2) as oid,
       case when (dob & 65535) not in (0, 257) and gn > 0 then ((dob::bigint << 20) | (gn >> 8)) else -2 end as date_given,
       case when (dob & 65535) not in (0, 257) and sn > 0 then ((dob::bigint << 20) | (sn >> 8)) else -2 end as date_surname,
       case when dob > 0 and sn > 0 and gn > 0 then (((sn >> 8)::bigint << 36) | ((gn >> 8)::bigint << 16) | (dob >> 16)) else -2 end as name_year,
       case when (dob & 65535) not in (0, 257) and sn > 0 and gn > 0
            then (((sn >> 8)::bigint << 36) | ((gn >> 8)::bigint << 16) | (dob & 65535)) else -2 end as name_day,
       case when dob > 0 and gn > 0 and unit > 0
            then ((unit::bigint << 36) | ((gn >> 8)::bigint << 16) | (dob >> 16)) else -2 end as commune_given
from rt t left join names s on t.surname = s.name left join names m on t.middle_name = m.name
  left join names g on t.given_name = g.name
order by name_year;
set variable prior = (
  select log2(${share} * least(a, b) / (a::double * b))
  from (select (select count(*) from l) as a, (select count(*) from r) as b));
create macro nibbles(x) as bit_count((x | (x >> 1) | (x >> 2) | (x >> 3)) & 1229782938247303441);
create macro slip(a, b) as nibbles(xor(a, b)) = 1 or (nibbles(xor(a, b)) = 2
  and damerau_levenshtein(format('{:012x}', a), format('{:012x}', b)) <= 1);
create macro best(pa, pb, oa, ob, da, db, ga, gb, sa, sb, ma, mb, xa, xb, ca, cb) as
  case when pa < 0 or pb < 0 then 0.0 when pa = pb then ${personal_id.1}
       when nibbles(xor(pa, pb)) <= 2 then ${personal_id.2} else ${personal_id.3} end
  + case when oa < 0 or ob < 0 then 0.0 when oa = ob then ${old_id.1}
       when nibbles(xor(oa, ob)) <= 2 then ${old_id.2} else ${old_id.3} end
  + case when da = 0 or db = 0 then 0.0 when da = db then ${birth_date.1}
       when nibbles(xor(da, db)::bigint) <= 2 then ${birth_date.2}
       when (da >> 16) = (db >> 16) then ${birth_date.3} else ${birth_date.4} end
  + case when ga = 0 or gb = 0 then 0.0 when ga = gb then ${given_name.1}
       when (ga >> 8) = (gb >> 8) then ${given_name.2} else ${given_name.3} end
  + case when sa = 0 or sb = 0 then 0.0 when sa = sb then ${surname.1}
       when (sa >> 8) = (sb >> 8) then ${surname.2} else ${surname.3} end
  + case when ma = 0 or mb = 0 then 0.0 when ma = mb then ${middle_name.1}
       when (ma >> 8) = (mb >> 8) then ${middle_name.2} else ${middle_name.3} end
  + case when xa = 0 or xb = 0 then 0.0 when xa = xb then ${sex.1} else ${sex.2} end
  + case when ca = 0 or cb = 0 then 0.0 when ca = cb then ${commune.1} else ${commune.2} end;
-- Without an equal date or a number that is nearly equal, or else a nearly equal date in one commune, no pair can weigh more than
-- the sum of the first line.
create macro likely(pa, pb, oa, ob, da, db, ca, cb) as
  getvariable('prior') + ${birth_date.3} + ${commune.1} + ${given_name.1} + ${surname.1} + ${middle_name.1} + ${sex.1} >= ${least}
  or da = db or nibbles(xor(pa, pb)) <= 2 or nibbles(xor(oa, ob)) <= 2
  or ((ca = cb or ca = 0 or cb = 0) and nibbles(xor(da, db)::bigint) <= 2);
create table kept as
select l.uid as a, r.uid as b, l.pid as pa, r.pid as pb, l.oid as oa, r.oid as ob, l.dob as da, r.dob as db, l.gn as ga, r.gn as gb, l.sn as sa, r.sn as sb, l.mn as ma, r.mn as mb, l.sex as xa, r.sex as xb, l.unit as ca, r.unit as cb
from l join r on l.pid = r.pid
where likely(l.pid, r.pid, l.oid, r.oid, l.dob, r.dob, l.unit, r.unit)
  and best(l.pid, r.pid, l.oid, r.oid, l.dob, r.dob, l.gn, r.gn, l.sn, r.sn, l.mn, r.mn, l.sex, r.sex, l.unit, r.unit) >= ${least} - getvariable('prior')
union all
select l.uid as a, r.uid as b, l.pid as pa, r.pid as pb, l.oid as oa, r.oid as ob, l.dob as da, r.dob as db, l.gn as ga, r.gn as gb, l.sn as sa, r.sn as sb, l.mn as ma, r.mn as mb, l.sex as xa, r.sex as xb, l.unit as ca, r.unit as cb
from l join r on l.oid = r.oid
where likely(l.pid, r.pid, l.oid, r.oid, l.dob, r.dob, l.unit, r.unit)
  and best(l.pid, r.pid, l.oid, r.oid, l.dob, r.dob, l.gn, r.gn, l.sn, r.sn, l.mn, r.mn, l.sex, r.sex, l.unit, r.unit) >= ${least} - getvariable('prior')
  and l.pid <> r.pid
union all
select l.uid as a, r.uid as b, l.pid as pa, r.pid as pb, l.oid as oa, r.oid as ob, l.dob as da, r.dob as db, l.gn as ga, r.gn as gb, l.sn as sa, r.sn as sb, l.mn as ma, r.mn as mb, l.sex as xa, r.sex as xb, l.unit as ca, r.unit as cb
from l join r on l.date_given = r.date_given
where likely(l.pid, r.pid, l.oid, r.oid, l.dob, r.dob, l.unit, r.unit)
  and best(l.pid, r.pid, l.oid, r.oid, l.dob, r.dob, l.gn, r.gn, l.sn, r.sn, l.mn, r.mn, l.sex, r.sex, l.unit, r.unit) >= ${least} - getvariable('prior')
  and l.pid <> r.pid
  and l.oid <> r.oid
union all
select l.uid as a, r.uid as b, l.pid as pa, r.pid as pb, l.oid as oa, r.oid as ob, l.dob as da, r.dob as db, l.gn as ga, r.gn as gb, l.sn as sa, r.sn as sb, l.mn as ma, r.mn as mb, l.sex as xa, r.sex as xb, l.unit as ca, r.unit as cb
from l join r on l.date_surname = r.date_surname
where likely(l.pid, r.pid, l.oid, r.oid, l.dob, r.dob, l.unit, r.unit)
  and best(l.pid, r.pid, l.oid, r.oid, l.dob, r.dob, l.gn, r.gn, l.sn, r.sn, l.mn, r.mn, l.sex, r.sex, l.unit, r.unit) >= ${least} - getvariable('prior')
  and l.pid <> r.pid
  and l.oid <> r.oid
  and (l.dob <> r.dob or (l.dob & 65535) in (0, 257) or (l.gn >> 8) <> r.gn >> 8)
union all
select l.uid as a, r.uid as b, l.pid as pa, r.pid as pb, l.oid as oa, r.oid as ob, l.dob as da, r.dob as db, l.gn as ga, r.gn as gb, l.sn as sa, r.sn as sb, l.mn as ma, r.mn as mb, l.sex as xa, r.sex as xb, l.unit as ca, r.unit as cb
from l join r on l.name_year = r.name_year
where likely(l.pid, r.pid, l.oid, r.oid, l.dob, r.dob, l.unit, r.unit)
  and best(l.pid, r.pid, l.oid, r.oid, l.dob, r.dob, l.gn, r.gn, l.sn, r.sn, l.mn, r.mn, l.sex, r.sex, l.unit, r.unit) >= ${least} - getvariable('prior')
  and l.pid <> r.pid
  and l.oid <> r.oid
  and (l.dob <> r.dob or (l.dob & 65535) in (0, 257) or (l.gn >> 8) <> r.gn >> 8)
  and (l.dob <> r.dob or (l.dob & 65535) in (0, 257) or (l.sn >> 8) <> r.sn >> 8)
union all
select l.uid as a, r.uid as b, l.pid as pa, r.pid as pb, l.oid as oa, r.oid as ob, l.dob as da, r.dob as db, l.gn as ga, r.gn as gb, l.sn as sa, r.sn as sb, l.mn as ma, r.mn as mb, l.sex as xa, r.sex as xb, l.unit as ca, r.unit as cb
from l join r on l.name_day = r.name_day
where likely(l.pid, r.pid, l.oid, r.oid, l.dob, r.dob, l.unit, r.unit)
  and best(l.pid, r.pid, l.oid, r.oid, l.dob, r.dob, l.gn, r.gn, l.sn, r.sn, l.mn, r.mn, l.sex, r.sex, l.unit, r.unit) >= ${least} - getvariable('prior')
  and l.pid <> r.pid
  and l.oid <> r.oid
  and (l.dob <> r.dob or (l.dob & 65535) in (0, 257) or (l.gn >> 8) <> r.gn >> 8)
  and (l.dob <> r.dob or (l.dob & 65535) in (0, 257) or (l.sn >> 8) <> r.sn >> 8)
  and (l.sn >> 8 <> (r.sn >> 8) or (l.gn >> 8) <> (r.gn >> 8) or (l.dob >> 16) <> r.dob >> 16)
union all
select l.uid as a, r.uid as b, l.pid as pa, r.pid as pb, l.oid as oa, r.oid as ob, l.dob as da, r.dob as db, l.gn as ga, r.gn as gb, l.sn as sa, r.sn as sb, l.mn as ma, r.mn as mb, l.sex as xa, r.sex as xb, l.unit as ca, r.unit as cb
from l join r on l.commune_given = r.commune_given
where likely(l.pid, r.pid, l.oid, r.oid, l.dob, r.dob, l.unit, r.unit)
  and best(l.pid, r.pid, l.oid, r.oid, l.dob, r.dob, l.gn, r.gn, l.sn, r.sn, l.mn, r.mn, l.sex, r.sex, l.unit, r.unit) >= ${least} - getvariable('prior')
  and l.pid <> r.pid
  and l.oid <> r.oid
  and (l.dob <> r.dob or (l.dob & 65535) in (0, 257) or (l.gn >> 8) <> r.gn >> 8)
  and (l.dob <> r.dob or (l.dob & 65535) in (0, 257) or (l.sn >> 8) <> r.sn >> 8)
  and (l.sn >> 8 <> (r.sn >> 8) or (l.gn >> 8) <> (r.gn >> 8) or (l.dob >> 16) <> r.dob >> 16)
  and (l.sn >> 8 <> (r.sn >> 8) or (l.gn >> 8) <> (r.gn >> 8) or (l.dob & 65535) <> (r.dob & 65535) or (l.dob & 65535) in (0, 257));
create table close as
select a, b
from (select distinct (ga >> 8) as a, (gb >> 8) as b from kept where (ga >> 8) <> (gb >> 8) and ga > 0 and gb > 0
      union select distinct (sa >> 8), (sb >> 8) from kept where (sa >> 8) <> (sb >> 8) and sa > 0 and sb > 0
      union select distinct (ma >> 8), (mb >> 8) from kept where (ma >> 8) <> (mb >> 8) and ma > 0 and mb > 0) pairs
  join (select distinct code >> 8 as code, fold from names) x on a = x.code
  join (select distinct code >> 8 as code, fold from names) y on b = y.code
where jaro_winkler_similarity(x.fold, y.fold) >= 0.88 or levenshtein(x.fold, y.fold) <= 1;
copy (
  with exact as (
    select kept.a, kept.b, getvariable('prior')
      + case when pa < 0 or pb < 0 then 0.0 when pa = pb then ${personal_id.1}
             when slip(pa, pb) then ${personal_id.2} else ${personal_id.3} end
      + case when oa < 0 or ob < 0 then 0.0 when oa = ob then ${old_id.1}
             when slip(oa, ob) then ${old_id.2} else ${old_id.3} end
      + case when da = 0 or db = 0 then 0.0 when da = db then ${birth_date.1}
             when slip(da::bigint, db::bigint) then ${birth_date.2}
             when (da >> 16) = (db >> 16) then ${birth_date.3} else ${birth_date.4} end
      + case when ga = 0 or gb = 0 then 0.0 when ga = gb then ${given_name.1} when (ga >> 8) = (gb >> 8) then ${given_name.2}
             when g.a is not null then ${given_name.3} else ${given_name.4} end
      + case when sa = 0 or sb = 0 then 0.0 when sa = sb then ${surname.1} when (sa >> 8) = (sb >> 8) then ${surname.2}
             when s.a is not null then ${surname.3} else ${surname.4} end
      + case when ma = 0 or mb = 0 then 0.0 when ma = mb then ${middle_name.1} when (ma >> 8) = (mb >> 8) then ${middle_name.2}
             when m.a is not null then ${middle_name.3} else ${middle_name.4} end
      + case when xa = 0 or xb = 0 then 0.0 when xa = xb then ${sex.1} else ${sex.2} end
      + case when ca = 0 or cb = 0 then 0.0 when ca = cb then ${commune.1} else ${commune.2} end as weight
    from kept left join close g on (ga >> 8) = g.a and (gb >> 8) = g.b
      left join close s on (sa >> 8) = s.a and (sb >> 8) = s.b
      left join close m on (ma >> 8) = m.a and (mb >> 8) = m.b
  )
  select 'F' || a as left_id, 'B' || b as right_id, weight from exact where weight >= ${least}
) to '${out}' (header true);
