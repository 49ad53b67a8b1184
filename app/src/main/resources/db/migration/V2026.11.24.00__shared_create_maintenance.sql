-- ANALYZE is the owner's right, and MAINTAIN exists from PostgreSQL 17 on only: after a bulk load the application asks here.
create schema shared;

-- Validity periods that may not overlap are exclusion constraints, which need equality inside GiST.
create extension if not exists btree_gist with schema shared;

create function shared.refresh_statistics(target regclass) returns void
    language plpgsql
    security definer
    set search_path = pg_catalog, pg_temp
as $$
begin
    execute format('analyze %s', target);
end
$$;

revoke all on function shared.refresh_statistics(regclass) from public;
