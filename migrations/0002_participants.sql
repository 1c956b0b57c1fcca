-- Who may be invited, with names in six languages and dated memberships of groups and of the Council.

create table participants (
    code text primary key constraint participants_code_check check (code ~ '^[A-Z0-9-]{2,16}$'),
    kind text not null constraint participants_kind_check
        check (kind in ('member_state', 'observer_state', 'regional_organization', 'other_entity'))
);

create table participant_names (
    participant_code text not null references participants,
    language text not null constraint participant_names_language_check check (language in ('ar', 'en', 'es', 'fr', 'ru', 'zh')),
    name text not null,
    primary key (participant_code, language)
);

create table regional_groups (
    code text primary key
);

create table regional_group_names (
    group_code text not null references regional_groups,
    language text not null constraint regional_group_names_language_check check (language in ('ar', 'en', 'es', 'fr', 'ru', 'zh')),
    name text not null,
    primary key (group_code, language)
);

-- An empty date means: since before the records begin, or until now.
create table group_memberships (
    participant_code text not null references participants,
    group_code text not null references regional_groups,
    valid_from date not null default '-infinity',
    valid_to date not null default 'infinity',
    primary key (participant_code, group_code, valid_from)
);

create table council_memberships (
    participant_code text not null references participants,
    kind text not null constraint council_memberships_kind_check check (kind in ('permanent', 'elected')),
    valid_from date not null,
    valid_to date not null default 'infinity',
    primary key (participant_code, valid_from)
);

grant select on participants, participant_names, regional_groups, regional_group_names, group_memberships, council_memberships
    to rapporteur_app, rapporteur_backup;
grant insert, update on participants, participant_names, regional_groups, regional_group_names, group_memberships,
    council_memberships to rapporteur_app;
