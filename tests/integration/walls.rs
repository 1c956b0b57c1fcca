//! The second wall: what the database itself allows, whatever a handler does.

use std::collections::BTreeSet;

use rapporteur::{
    database::{Principal, cluster::Role},
    domain::ids::AccountId,
};
use sqlx::{AssertSqlSafe, PgPool, Row};

use crate::support::{
    database::TestDatabase,
    fixture::{Fixture, Persona},
    words,
};
use Persona::{Administrator, Analyst, Approver, Chair, Drafter, FocalPoint, OtherDelegation, Outsider};

/// Tables that hold no word of a delegation or of the presidency's summary. A new table belongs here or in [`words::TABLES`].
const WITHOUT_WORDS: [&str; 21] = [
    "_sqlx_migrations",
    "accounts",
    "audit_events",
    "consultations",
    "council_memberships",
    "digest_runs",
    "digests",
    "group_memberships",
    "installation",
    "known_browsers",
    "limits",
    "mails",
    "memberships",
    "one_time_links",
    "participant_names",
    "participants",
    "question_addressees",
    "questions",
    "regional_group_names",
    "regional_groups",
    "sessions",
];

/// Tables to which rows are only ever added.
const APPEND_ONLY: [&str; 6] =
    ["revisions", "submissions", "submitted_answers", "summary_revisions", "reports", "audit_events"];

async fn names(pool: &PgPool, query: &'static str) -> BTreeSet<String> {
    sqlx::query(query).fetch_all(pool).await.unwrap().into_iter().map(|row| row.get(0)).collect()
}

async fn holds(pool: &PgPool, query: String) -> bool {
    sqlx::query_scalar(AssertSqlSafe(query)).fetch_one(pool).await.unwrap()
}

#[tokio::test]
async fn every_table_is_known_to_hold_words_or_none() {
    let database = TestDatabase::new().await;
    let pool = database.pool(Role::Superuser).await;
    let tables = names(
        &pool,
        "select relname::text from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'f')",
    )
    .await;
    let known: BTreeSet<String> = words::TABLES.into_iter().chain(WITHOUT_WORDS).map(ToOwned::to_owned).collect();
    let new: Vec<_> = tables.difference(&known).collect();
    assert!(new.is_empty(), "say of these tables whether they hold words: {new:?}");
    assert!(words::TABLES.iter().all(|table| tables.contains(*table)));
}

#[tokio::test]
async fn tables_with_words_have_forced_row_security_and_let_the_backup_read_all() {
    let database = TestDatabase::new().await;
    let pool = database.pool(Role::Superuser).await;
    for table in words::TABLES {
        let forced =
            format!("select relrowsecurity and relforcerowsecurity from pg_class where oid = '{table}'::regclass");
        assert!(holds(&pool, forced).await, "{table}: enable and force row level security");
        let backup = format!(
            "select exists (select from pg_policies where tablename = '{table}' and roles = '{{rapporteur_backup}}'
               and cmd in ('SELECT', 'ALL') and qual = 'true' and permissive = 'PERMISSIVE')"
        );
        assert!(holds(&pool, backup).await, "{table}: the backup would be empty");
    }
    let others = names(
        &pool,
        "select relname::text from pg_class where relnamespace = 'public'::regnamespace and relrowsecurity
           and not relforcerowsecurity",
    )
    .await;
    assert!(others.is_empty(), "enabled but not forced: {others:?}");
    let unread = names(
        &pool,
        "select relname::text from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
           and not has_table_privilege('rapporteur_backup', oid, 'select')",
    )
    .await;
    assert!(unread.is_empty(), "the backup does not read {unread:?}");
}

#[tokio::test]
async fn policies_look_the_account_up_once_a_statement() {
    let database = TestDatabase::new().await;
    let pool = database.pool(Role::Superuser).await;
    let rows = sqlx::query(
        "select tablename::text, policyname::text, coalesce(qual, '') || ' ' || coalesce(with_check, '') as rule,
           roles::text[] as roles from pg_policies",
    )
    .fetch_all(&pool)
    .await
    .unwrap();
    assert!(rows.len() > 15, "policies are not where they are looked for");
    for row in rows {
        let (table, policy, rule): (String, String, String) = (row.get(0), row.get(1), row.get(2));
        for function in ["current_account()", "current_principal()"] {
            let (all, within) = (rule.matches(function).count(), rule.matches(&format!("SELECT {function}")).count());
            assert_eq!(all, within, "{table}.{policy}: {function} outside a scalar sub-select, once a row");
        }
        let roles: Vec<String> = row.get("roles");
        assert!(!roles.contains(&"public".to_owned()), "{table}.{policy} is for everybody");
        if rule.trim() == "true" {
            assert_eq!(roles, ["rapporteur_backup"], "{table}.{policy}");
        }
    }
}

#[tokio::test]
async fn what_was_written_once_is_never_changed_by_the_program() {
    let database = TestDatabase::new().await;
    let pool = database.pool(Role::Superuser).await;
    for table in APPEND_ONLY {
        for right in ["update", "delete", "truncate"] {
            let query = format!("select has_table_privilege('rapporteur_app', '{table}', '{right}')");
            assert!(!holds(&pool, query).await, "the program may {right} {table}");
        }
        let column = format!("select has_any_column_privilege('rapporteur_app', '{table}', 'update')");
        assert!(!holds(&pool, column).await, "the program may update a column of {table}");
        let insert = format!("select has_table_privilege('rapporteur_app', '{table}', 'insert')");
        assert!(holds(&pool, insert).await, "{table} is written by the program");
    }
    // and truly: the role is refused, not only said to be
    let app = database.pool(Role::App).await;
    for statement in ["update audit_events set action = ''", "delete from revisions", "truncate submissions"] {
        let error = sqlx::query(statement).execute(&app).await.unwrap_err();
        let code = error.as_database_error().unwrap().code().unwrap().into_owned();
        assert_eq!(code, "42501", "{statement}");
    }
}

#[tokio::test]
async fn nothing_goes_round_the_wall() {
    let database = TestDatabase::new().await;
    let pool = database.pool(Role::Superuser).await;
    let views = names(
        &pool,
        "select relname::text from pg_class where relnamespace = 'public'::regnamespace and
           (relkind = 'm' or (relkind = 'v' and not coalesce(reloptions @> array['security_invoker=true'], false)))",
    )
    .await;
    assert!(views.is_empty(), "views that read as their owner: {views:?}");
    let definers =
        names(&pool, "select proname::text from pg_proc where pronamespace = 'public'::regnamespace and prosecdef")
            .await;
    assert!(definers.is_empty(), "functions that act as their owner: {definers:?}");
    for role in ["rapporteur_app", "rapporteur_backup", "rapporteur_owner"] {
        let strong = format!(
            "select rolsuper or rolbypassrls or rolcreaterole or rolcreatedb from pg_roles where rolname = '{role}'"
        );
        assert!(!holds(&pool, strong).await, "{role} is more than it needs to be");
    }
    let owned = "select exists (select from pg_class where pg_get_userbyid(relowner) <> 'rapporteur_owner'
                 and relnamespace = 'public'::regnamespace)";
    assert!(!holds(&pool, owned.to_owned()).await, "every table is the owner's");
    for role in ["rapporteur_app", "rapporteur_backup"] {
        let create = format!("select has_schema_privilege('{role}', 'public', 'create')");
        assert!(!holds(&pool, create).await, "{role} may create");
        let member = format!("select pg_has_role('{role}', 'rapporteur_owner', 'member')");
        assert!(!holds(&pool, member).await, "{role} may become the owner");
    }
    let writing = names(
        &pool,
        "select relname::text from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
           and has_table_privilege('rapporteur_backup', oid, 'insert, update, delete, truncate')",
    )
    .await;
    assert!(writing.is_empty(), "the backup writes {writing:?}");
}

/// How many rows of a table a principal sees.
async fn seen(fixture: &Fixture, principal: Principal, table: &str) -> i64 {
    let mut transaction = fixture.app.context.database.begin(principal).await.unwrap();
    let query = format!("select count(*) from {table}");
    sqlx::query_scalar(AssertSqlSafe(query)).fetch_one(&mut *transaction).await.unwrap()
}

#[tokio::test]
async fn each_principal_sees_its_own_rows_alone() {
    let fixture = Fixture::new().await;
    words::write(&fixture).await;
    // in the order of the tables: responses, revisions, submissions, submitted answers, summaries, reports
    let own = [1, 1, 1, 1, 0, 1];
    let presidency = [3, 0, 1, 1, 1, 1];
    for (persona, expected) in [
        (FocalPoint, own),
        (Approver, own),
        (Drafter, own),
        (OtherDelegation, [1, 0, 0, 0, 0, 1]),
        (Chair, presidency),
        (Analyst, presidency),
        (Administrator, [0; 6]),
        (Outsider, [0; 6]),
    ] {
        let principal = Principal::Account(fixture.account(persona).await);
        for (table, expected) in words::TABLES.into_iter().zip(expected) {
            assert_eq!(seen(&fixture, principal, table).await, expected, "{persona:?} in {table}");
        }
    }
    let somebody = Principal::Account(AccountId::new());
    for (table, job) in words::TABLES.into_iter().zip([3, 0, 1, 1, 0, 1]) {
        assert_eq!(seen(&fixture, Principal::Nobody, table).await, 0, "nobody in {table}");
        assert_eq!(seen(&fixture, somebody, table).await, 0, "an unknown account in {table}");
        assert_eq!(seen(&fixture, Principal::Job, table).await, job, "the worker in {table}");
    }
}

#[tokio::test]
async fn a_membership_that_ended_shows_nothing_any_more() {
    let fixture = Fixture::new().await;
    words::write(&fixture).await;
    sqlx::query("update memberships set ended_at = now()").execute(&fixture.app.superuser).await.unwrap();
    for persona in [FocalPoint, Chair] {
        let principal = Principal::Account(fixture.account(persona).await);
        for table in words::TABLES {
            assert_eq!(seen(&fixture, principal, table).await, 0, "{persona:?} in {table}");
        }
    }
}

#[tokio::test]
async fn nobody_writes_in_the_name_of_another() {
    let fixture = Fixture::new().await;
    let (drafter, other) = (fixture.account(Drafter).await, fixture.account(OtherDelegation).await);
    let statement =
        "insert into revisions (id, response_id, consultation_id, participant_code, question_id, number, text,
                       language, words, author_id, created_at)
                     values (gen_random_uuid(), $1, $2, $3, $4, 1, 'x', 'en', 1, $5, now())";
    for (principal, response, participant, author, fits) in [
        (drafter, fixture.response, "CRI", drafter, true),
        (drafter, fixture.response, "CRI", other, false),
        (other, fixture.response, "CRI", other, false),
        (drafter, fixture.other_response, "FRA", drafter, false),
        // one's own code with another's response: the key to the response refuses what the policy lets pass
        (drafter, fixture.other_response, "CRI", drafter, false),
    ] {
        let mut transaction = fixture.app.context.database.begin(Principal::Account(principal)).await.unwrap();
        let done = sqlx::query(statement)
            .bind(response.uuid())
            .bind(fixture.consultation.uuid())
            .bind(participant)
            .bind(fixture.questions[0].uuid())
            .bind(author.uuid())
            .execute(&mut *transaction)
            .await;
        assert_eq!(done.is_ok(), fits, "{participant}: {done:?}");
    }
    let mut transaction = fixture.app.context.database.begin(Principal::Account(drafter)).await.unwrap();
    let submission = "insert into submissions (id, response_id, consultation_id, participant_code, number, reference, content, sha256,
             signatory_name, signatory_title, submitted_by, submitted_at, chain_position)
           values (gen_random_uuid(), $1, $2, 'CRI', 1, 'X', '{}', sha256('x'), 'x', 'x', $3, now(), 1)";
    let done = sqlx::query(submission)
        .bind(fixture.response.uuid())
        .bind(fixture.consultation.uuid())
        .bind(drafter.uuid())
        .execute(&mut *transaction)
        .await;
    assert!(done.is_err(), "a drafter hands nothing over");
}
