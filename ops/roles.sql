-- The roles of a database, and who owns what in it. As often as wanted, as a superuser, in any database:
--   psql -v database=… -v owner=… -v owner_password=… -v runtime=… -v runtime_password=… -f roles.sql
-- The owner applies the schema (db-apply) and grants the runtime role what nodes need; nodes run as the runtime role, which owns nothing.
\set ON_ERROR_STOP on
\set QUIET on
select format('create role %I login', r) from unnest(array[:'owner', :'runtime']) r where not exists (select from pg_roles where rolname = r) \gexec
alter role :"owner" with login nosuperuser nocreatedb nocreaterole noreplication nobypassrls password :'owner_password';
alter role :"runtime" with login nosuperuser nocreatedb nocreaterole noreplication nobypassrls password :'runtime_password';
select format('create database %I template template0', :'database') where not exists (select from pg_database where datname = :'database') \gexec
select format('alter database %I owner to %I', datname, :'owner') from pg_database d join pg_roles r on r.oid = d.datdba
    where datname = :'database' and rolname <> :'owner' \gexec
\connect :"database"
-- What a checkout of before made as the superuser.
select format('alter schema %I owner to %I', nspname, :'owner') from pg_namespace n join pg_roles r on r.oid = n.nspowner
    where nspname = 'crisis' and rolname <> :'owner' \gexec
select format('alter table %s owner to %I', c.oid::regclass, :'owner') from pg_class c join pg_roles r on r.oid = c.relowner
    where c.relnamespace = (select oid from pg_namespace where nspname = 'crisis') and c.relkind in ('r', 'p', 'v', 'm') and rolname <> :'owner' \gexec
select format('alter sequence %s owner to %I', c.oid::regclass, :'owner') from pg_class c join pg_roles r on r.oid = c.relowner
    where c.relnamespace = (select oid from pg_namespace where nspname = 'crisis') and c.relkind = 'S' and rolname <> :'owner'
        and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype in ('a', 'i')) \gexec
select format('alter routine %s owner to %I', p.oid::regprocedure, :'owner') from pg_proc p join pg_roles r on r.oid = p.proowner
    where p.pronamespace = (select oid from pg_namespace where nspname = 'crisis') and rolname <> :'owner' \gexec
-- What the schema is like now, in one line: whoever has applied it can tell whether it is still as they left it.
select md5(concat_ws(' ', (select oid from pg_database where datname = current_database()),
    (select string_agg(concat_ws(' ', c.relname, c.relacl, c.relowner), ',' order by c.relname)
        from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'crisis'),
    (select string_agg(concat_ws(' ', t.tgname, t.tgenabled), ',' order by t.tgname) from pg_trigger t where not t.tgisinternal),
    (select string_agg(md5(p.prosrc), ',' order by p.oid::regprocedure::text)
        from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'crisis')));
