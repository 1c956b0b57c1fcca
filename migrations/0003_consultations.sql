-- Consultations with their concept note and questions, and the people's memberships in them.

create table consultations (
    id uuid primary key,
    title text not null,
    presidency_code text not null references participants,
    seat_time_zone text not null,
    language text not null constraint consultations_language_check check (language in ('ar', 'en', 'es', 'fr', 'ru', 'zh')),
    note jsonb not null,
    source bytea not null,
    source_name text,
    word_limit integer constraint consultations_word_limit_check check (word_limit between 1 and 100000),
    contact_name text not null default '',
    contact_email text not null default '',
    closes_at timestamptz,
    opened_at timestamptz,
    closed_at timestamptz,
    created_by uuid not null references accounts,
    created_at timestamptz not null,
    version integer not null default 1,
    constraint consultations_opened_check check (opened_at is null or closes_at is not null)
);

create table questions (
    id uuid primary key,
    consultation_id uuid not null references consultations,
    position integer not null,
    label text not null,
    text text not null,
    constraint questions_consultation_id_position_key unique (consultation_id, position) deferrable initially immediate
);

-- No row: the question is addressed to everybody.
create table question_addressees (
    question_id uuid not null references questions on delete cascade,
    participant_code text not null references participants,
    primary key (question_id, participant_code)
);

-- A chair without a consultation may create consultations for that presidency.
create table memberships (
    id uuid primary key,
    account_id uuid not null references accounts,
    role text not null constraint memberships_role_check
        check (role in ('focal_point', 'approver', 'drafter', 'chair', 'analyst')),
    consultation_id uuid references consultations,
    participant_code text references participants,
    created_at timestamptz not null,
    created_by uuid references accounts,
    ended_at timestamptz,
    constraint memberships_delegation_check check (
        role not in ('focal_point', 'approver', 'drafter') or (consultation_id is not null and participant_code is not null)),
    constraint memberships_analyst_check check (role <> 'analyst' or consultation_id is not null),
    constraint memberships_chair_check check (role <> 'chair' or participant_code is not null)
);
create unique index memberships_active_key on memberships
    (account_id, role, consultation_id, participant_code) nulls not distinct where ended_at is null;
create index memberships_consultation_id_idx on memberships (consultation_id, participant_code);

grant select, insert, update on consultations, memberships to rapporteur_app;
grant select, insert, update, delete on questions, question_addressees to rapporteur_app;
grant select on consultations, questions, question_addressees, memberships to rapporteur_backup;
