-- The presidency's own text a question, and the report as issued.

create table summary_revisions (
    id uuid primary key,
    consultation_id uuid not null references consultations,
    question_id uuid not null references questions,
    number integer not null constraint summary_revisions_number_check check (number > 0),
    text text not null,
    language text not null constraint summary_revisions_language_check check (language in ('ar', 'en', 'es', 'fr', 'ru', 'zh')),
    author_id uuid not null references accounts,
    created_at timestamptz not null,
    constraint summary_revisions_question_id_number_key unique (question_id, number)
);

-- Frozen when issued: `content` is the canonical text of the whole report.
create table reports (
    id uuid primary key,
    consultation_id uuid not null references consultations,
    number integer not null constraint reports_number_check check (number > 0),
    content text not null,
    sha256 bytea not null,
    issued_by uuid not null references accounts,
    issued_at timestamptz not null,
    constraint reports_consultation_id_number_key unique (consultation_id, number)
);

alter table summary_revisions enable row level security;
alter table summary_revisions force row level security;
alter table reports enable row level security;
alter table reports force row level security;

create policy summary_revisions_presidency on summary_revisions for select to rapporteur_app using (
    consultation_id in (
        select m.consultation_id from memberships m
        where m.account_id = (select current_account()) and m.ended_at is null and m.role in ('chair', 'analyst')));
create policy summary_revisions_insert on summary_revisions for insert to rapporteur_app with check (
    author_id = (select current_account()) and consultation_id in (
        select m.consultation_id from memberships m
        where m.account_id = (select current_account()) and m.ended_at is null and m.role in ('chair', 'analyst')));
create policy summary_revisions_backup on summary_revisions for select to rapporteur_backup using (true);

-- Everybody who takes part reads an issued report.
create policy reports_members on reports for select to rapporteur_app using (
    consultation_id in (
        select m.consultation_id from memberships m
        where m.account_id = (select current_account()) and m.ended_at is null and m.consultation_id is not null));
create policy reports_insert on reports for insert to rapporteur_app with check (
    issued_by = (select current_account()) and consultation_id in (
        select m.consultation_id from memberships m
        where m.account_id = (select current_account()) and m.ended_at is null and m.role = 'chair'));
create policy reports_job on reports for select to rapporteur_app using ((select current_principal()) = 'job');
create policy reports_backup on reports for select to rapporteur_backup using (true);

grant select, insert on summary_revisions, reports to rapporteur_app;
grant select on summary_revisions, reports to rapporteur_backup;
