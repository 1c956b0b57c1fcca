-- The outbox and the digests. A mail's parameters are kept, never a rendered secret: one-time links are made at delivery.

create table mails (
    id uuid primary key,
    kind text not null,
    dedupe_key text not null constraint mails_dedupe_key unique,
    account_id uuid not null references accounts,
    consultation_id uuid references consultations,
    payload jsonb not null,
    status text not null default 'pending' constraint mails_status_check
        check (status in ('pending', 'sending', 'sent', 'failed', 'uncertain')),
    attempts integer not null default 0,
    due_at timestamptz not null,
    lease_until timestamptz,
    created_at timestamptz not null,
    sent_at timestamptz,
    error text
);
create index mails_due_idx on mails (due_at) where status in ('pending', 'sending');

create table digests (
    id uuid primary key,
    consultation_id uuid not null references consultations,
    account_id uuid not null references accounts,
    period_start timestamptz not null,
    period_end timestamptz not null,
    mail_id uuid not null references mails,
    constraint digests_consultation_id_account_id_period_start_key unique (consultation_id, account_id, period_start),
    constraint digests_period_check check (period_start < period_end)
);

-- One run of the daily schedule a consultation and day (in the seat's zone), whichever server comes first.
create table digest_runs (
    consultation_id uuid not null references consultations,
    day date not null,
    primary key (consultation_id, day)
);

grant select, insert, update on mails to rapporteur_app;
grant select, insert on digests, digest_runs to rapporteur_app;
grant select on mails, digests, digest_runs to rapporteur_backup;
