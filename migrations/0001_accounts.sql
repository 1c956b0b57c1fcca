-- Accounts, sessions, one-time links and request limits.
-- The roles rapporteur_owner, rapporteur_app and rapporteur_backup are made with the cluster, not here: roles are cluster-wide.

grant usage on schema public to rapporteur_app, rapporteur_backup;
grant select on _sqlx_migrations to rapporteur_app, rapporteur_backup;

-- Who acts: set at the start of each transaction, never taken from a path.
create function current_account() returns uuid language sql stable
    return nullif(current_setting('rapporteur.account', true), '')::uuid;

-- 'job' for the worker; empty for people.
create function current_principal() returns text language sql stable
    return coalesce(current_setting('rapporteur.principal', true), '');

create table installation (
    singleton boolean primary key default true constraint installation_singleton_check check (singleton),
    id uuid not null default gen_random_uuid(),
    demonstration boolean not null default false,
    created_at timestamptz not null default now()
);
insert into installation default values;

create table accounts (
    id uuid primary key,
    email text not null,
    email_key text not null constraint accounts_email_key unique,
    name text not null,
    password_hash text,
    language text not null default 'en' constraint accounts_language_check check (language in ('ar', 'en', 'es', 'fr', 'ru', 'zh')),
    time_zone text,
    administrator boolean not null default false,
    created_at timestamptz not null,
    activated_at timestamptz,
    disabled_at timestamptz,
    constraint accounts_email_key_check check (email_key = lower(email_key))
);

create table sessions (
    id uuid primary key,
    token_hash bytea not null constraint sessions_token_hash_key unique,
    account_id uuid not null references accounts,
    created_at timestamptz not null,
    last_seen_at timestamptz not null,
    ended_at timestamptz
);
create index sessions_account_id_idx on sessions (account_id);

create table one_time_links (
    id uuid primary key,
    account_id uuid not null references accounts,
    purpose text not null constraint one_time_links_purpose_check check (purpose in ('activation', 'password_reset')),
    token_hash bytea not null constraint one_time_links_token_hash_key unique,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz
);
create index one_time_links_account_id_idx on one_time_links (account_id);

-- A browser that signed in before is throttled in a bucket of its own, so that strangers cannot lock a delegation out.
create table known_browsers (
    token_hash bytea not null,
    account_id uuid not null references accounts,
    last_seen_at timestamptz not null,
    primary key (token_hash, account_id)
);

-- Token buckets, shared by all server processes.
create table limits (
    bucket text primary key,
    tokens double precision not null,
    granted boolean not null,
    updated_at timestamptz not null
);

grant select, insert, update on accounts, sessions, one_time_links, known_browsers, limits to rapporteur_app;
grant delete on sessions, one_time_links, known_browsers, limits to rapporteur_app;
grant select on installation to rapporteur_app;
grant select on installation, accounts, sessions, one_time_links, known_browsers, limits to rapporteur_backup;
