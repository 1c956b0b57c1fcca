-- The audit trail: append-only, one hash chain a consultation (and one of the installation's own, under the installation's id).

create table audit_events (
    chain_id uuid not null,
    position bigint not null constraint audit_events_position_check check (position > 0),
    at timestamptz not null,
    account_id uuid references accounts,
    action text not null,
    detail text not null,
    previous_hash bytea not null,
    hash bytea not null,
    primary key (chain_id, position)
);

grant select, insert on audit_events to rapporteur_app;
grant select on audit_events to rapporteur_backup;
