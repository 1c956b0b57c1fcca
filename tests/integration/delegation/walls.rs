//! The second wall: were a handler wrong, the database would still return nothing.

use rapporteur::database::cluster::Role;
use sqlx::{Connection, PgConnection, Row};

use super::answer;
use crate::support::fixture::{Fixture, Persona};

/// What a principal counts in a table through plain SQL in the app's role.
async fn seen(fixture: &Fixture, persona: Option<Persona>, job: bool, table: &str) -> i64 {
    let options = fixture.app.database.url(Role::App);
    let mut connection = PgConnection::connect(&options).await.unwrap();
    let account = match persona {
        Some(persona) => fixture.account(persona).await.to_string(),
        None => String::new(),
    };
    sqlx::query("select set_config('rapporteur.account', $1, false), set_config('rapporteur.principal', $2, false)")
        .bind(account)
        .bind(if job { "job" } else { "" })
        .execute(&mut connection)
        .await
        .unwrap();
    let query = sqlx::AssertSqlSafe(format!("select count(*) from {table}"));
    sqlx::query(query).fetch_one(&mut connection).await.unwrap().get(0)
}

#[tokio::test]
async fn a_draft_is_seen_by_its_own_delegation_alone() {
    let fixture = Fixture::new().await;
    let mut browser = fixture.browser(Persona::FocalPoint).await;
    answer(&fixture, &mut browser, "a draft").await;
    for (persona, revisions) in [
        (Persona::FocalPoint, 1),
        (Persona::Approver, 1),
        (Persona::Drafter, 1),
        (Persona::OtherDelegation, 0),
        (Persona::Chair, 0),
        (Persona::Analyst, 0),
        (Persona::Administrator, 0),
        (Persona::Outsider, 0),
    ] {
        assert_eq!(seen(&fixture, Some(persona), false, "revisions").await, revisions, "{persona:?}");
    }
    assert_eq!(seen(&fixture, None, false, "revisions").await, 0);
    assert_eq!(seen(&fixture, None, true, "revisions").await, 0, "the worker reads no drafts");
    assert_eq!(seen(&fixture, Some(Persona::OtherDelegation), false, "responses").await, 1, "not even another's state");
    assert_eq!(seen(&fixture, Some(Persona::Administrator), false, "responses").await, 0);
    assert_eq!(seen(&fixture, Some(Persona::Chair), false, "responses").await, 3, "the presidency sees states");
}

#[tokio::test]
async fn nobody_changes_or_deletes_what_was_saved() {
    let fixture = Fixture::new().await;
    let mut browser = fixture.browser(Persona::FocalPoint).await;
    answer(&fixture, &mut browser, "a draft").await;
    let mut app = PgConnection::connect(&fixture.app.database.url(Role::App)).await.unwrap();
    for statement in [
        "update revisions set text = 'x'",
        "delete from revisions",
        "update submissions set content = 'x'",
        "delete from submissions",
        "delete from submitted_answers",
        "update audit_events set detail = 'x'",
    ] {
        let error = sqlx::query(statement).execute(&mut app).await.unwrap_err();
        assert_eq!(error.as_database_error().unwrap().code().as_deref(), Some("42501"), "{statement}");
    }
}
