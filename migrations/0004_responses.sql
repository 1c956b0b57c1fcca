-- Responses, the revisions of their answers, and submissions. Row-level security is the second wall: were a handler wrong,
-- these tables would still return nothing. Memberships are looked up in scalar sub-selects, once a statement.

create table responses (
    id uuid primary key,
    consultation_id uuid not null references consultations,
    participant_code text not null references participants,
    invited_at timestamptz not null,
    started_at timestamptz,
    submitted_at timestamptz,
    constraint responses_consultation_id_participant_code_key unique (consultation_id, participant_code),
    constraint responses_identity_key unique (id, consultation_id, participant_code)
);

-- One saved text of an answer. Append-only: nobody may update or delete.
create table revisions (
    id uuid primary key,
    response_id uuid not null,
    consultation_id uuid not null,
    participant_code text not null,
    question_id uuid not null references questions,
    number integer not null constraint revisions_number_check check (number > 0),
    text text not null,
    language text not null constraint revisions_language_check check (language in ('ar', 'en', 'es', 'fr', 'ru', 'zh')),
    words integer not null,
    author_id uuid not null references accounts,
    created_at timestamptz not null,
    constraint revisions_response_fkey foreign key (response_id, consultation_id, participant_code)
        references responses (id, consultation_id, participant_code),
    constraint revisions_response_id_question_id_number_key unique (response_id, question_id, number)
);

-- A response frozen and handed over, with the questions as they were. `content` is the canonical text that was hashed.
create table submissions (
    id uuid primary key,
    response_id uuid not null,
    consultation_id uuid not null,
    participant_code text not null,
    number integer not null constraint submissions_number_check check (number > 0),
    reference text not null constraint submissions_reference_key unique,
    content text not null,
    sha256 bytea not null,
    signatory_name text not null,
    signatory_title text not null,
    submitted_by uuid not null references accounts,
    submitted_at timestamptz not null,
    chain_position bigint not null,
    constraint submissions_response_fkey foreign key (response_id, consultation_id, participant_code)
        references responses (id, consultation_id, participant_code),
    constraint submissions_response_id_number_key unique (response_id, number),
    constraint submissions_identity_key unique (id, consultation_id, participant_code)
);
create index submissions_consultation_id_idx on submissions (consultation_id, submitted_at);

create table submitted_answers (
    submission_id uuid not null,
    consultation_id uuid not null,
    participant_code text not null,
    question_id uuid not null references questions,
    text text not null,
    language text not null constraint submitted_answers_language_check check (language in ('ar', 'en', 'es', 'fr', 'ru', 'zh')),
    words integer not null,
    primary key (submission_id, question_id),
    constraint submitted_answers_submission_fkey foreign key (submission_id, consultation_id, participant_code)
        references submissions (id, consultation_id, participant_code)
);
create index submitted_answers_question_id_idx on submitted_answers (question_id);

alter table responses enable row level security;
alter table responses force row level security;
alter table revisions enable row level security;
alter table revisions force row level security;
alter table submissions enable row level security;
alter table submissions force row level security;
alter table submitted_answers enable row level security;
alter table submitted_answers force row level security;

create policy responses_delegation on responses for select to rapporteur_app using (
    (consultation_id, participant_code) in (
        select m.consultation_id, m.participant_code from memberships m
        where m.account_id = (select current_account()) and m.ended_at is null
          and m.role in ('focal_point', 'approver', 'drafter')));
-- What was handed over stays handed over.
create policy responses_delegation_update on responses for update to rapporteur_app using (
    (consultation_id, participant_code) in (
        select m.consultation_id, m.participant_code from memberships m
        where m.account_id = (select current_account()) and m.ended_at is null
          and m.role in ('focal_point', 'approver', 'drafter')))
    with check (started_at is not null and (submitted_at is not null or not exists (
        select from submissions s where s.response_id = responses.id)));
create policy responses_presidency on responses for select to rapporteur_app using (
    consultation_id in (
        select m.consultation_id from memberships m
        where m.account_id = (select current_account()) and m.ended_at is null and m.role in ('chair', 'analyst')));
create policy responses_invitation on responses for insert to rapporteur_app with check (
    consultation_id in (
        select m.consultation_id from memberships m
        where m.account_id = (select current_account()) and m.ended_at is null and m.role = 'chair'));
-- An invitation is taken back before the opening only: nothing of a delegation hangs on it yet.
create policy responses_withdrawal on responses for delete to rapporteur_app using (
    consultation_id in (
        select m.consultation_id from memberships m join consultations c on c.id = m.consultation_id
        where m.account_id = (select current_account()) and m.ended_at is null and m.role = 'chair' and c.opened_at is null));
create policy responses_job on responses for select to rapporteur_app using ((select current_principal()) = 'job');
create policy responses_backup on responses for select to rapporteur_backup using (true);

create policy revisions_delegation on revisions for select to rapporteur_app using (
    (consultation_id, participant_code) in (
        select m.consultation_id, m.participant_code from memberships m
        where m.account_id = (select current_account()) and m.ended_at is null
          and m.role in ('focal_point', 'approver', 'drafter')));
create policy revisions_delegation_insert on revisions for insert to rapporteur_app with check (
    author_id = (select current_account()) and (consultation_id, participant_code) in (
        select m.consultation_id, m.participant_code from memberships m
        where m.account_id = (select current_account()) and m.ended_at is null
          and m.role in ('focal_point', 'approver', 'drafter')));
create policy revisions_backup on revisions for select to rapporteur_backup using (true);

create policy submissions_delegation on submissions for select to rapporteur_app using (
    (consultation_id, participant_code) in (
        select m.consultation_id, m.participant_code from memberships m
        where m.account_id = (select current_account()) and m.ended_at is null
          and m.role in ('focal_point', 'approver', 'drafter')));
create policy submissions_presidency on submissions for select to rapporteur_app using (
    consultation_id in (
        select m.consultation_id from memberships m
        where m.account_id = (select current_account()) and m.ended_at is null and m.role in ('chair', 'analyst')));
create policy submissions_job on submissions for select to rapporteur_app using ((select current_principal()) = 'job');
create policy submissions_insert on submissions for insert to rapporteur_app with check (
    submitted_by = (select current_account()) and (consultation_id, participant_code) in (
        select m.consultation_id, m.participant_code from memberships m
        where m.account_id = (select current_account()) and m.ended_at is null
          and m.role in ('focal_point', 'approver')));
create policy submissions_backup on submissions for select to rapporteur_backup using (true);

create policy submitted_answers_delegation on submitted_answers for select to rapporteur_app using (
    (consultation_id, participant_code) in (
        select m.consultation_id, m.participant_code from memberships m
        where m.account_id = (select current_account()) and m.ended_at is null
          and m.role in ('focal_point', 'approver', 'drafter')));
create policy submitted_answers_presidency on submitted_answers for select to rapporteur_app using (
    consultation_id in (
        select m.consultation_id from memberships m
        where m.account_id = (select current_account()) and m.ended_at is null and m.role in ('chair', 'analyst')));
create policy submitted_answers_job on submitted_answers for select to rapporteur_app
    using ((select current_principal()) = 'job');
create policy submitted_answers_insert on submitted_answers for insert to rapporteur_app with check (
    (consultation_id, participant_code) in (
        select m.consultation_id, m.participant_code from memberships m
        where m.account_id = (select current_account()) and m.ended_at is null
          and m.role in ('focal_point', 'approver')));
create policy submitted_answers_backup on submitted_answers for select to rapporteur_backup using (true);

grant select, insert on responses, revisions, submissions, submitted_answers to rapporteur_app;
grant update (started_at, submitted_at) on responses to rapporteur_app;
grant delete on responses to rapporteur_app;
grant select on responses, revisions, submissions, submitted_answers to rapporteur_backup;
