//! Many who hand over while the consultation closes.

use std::collections::{BTreeMap, HashSet};

use chrono::{DateTime, Utc};
use rapporteur::{
    database::Principal,
    domain::ids::{AccountId, ResponseId},
    services::{
        responses::{self, SaveError},
        submissions::{self, Submit, SubmitError},
    },
    store,
};
use sqlx::Row;

use super::{draft, may_edit, may_submit, revisions, submitting::signatory};
use crate::support::fixture::{Fixture, Persona, account_id, add_membership, add_response};

/// One person who is the focal point of `codes`, each with an answer to question (a).
async fn delegations(fixture: &Fixture, codes: &[&'static str]) -> (AccountId, Vec<ResponseId>) {
    let email = Persona::Outsider.email();
    let account = account_id(&fixture.app, &email).await;
    let mut responses = Vec::new();
    for code in codes {
        add_membership(&fixture.app, &email, "focal_point", Some(fixture.consultation), Some(code)).await;
        let response = add_response(&fixture.app, fixture.consultation, code).await;
        sqlx::query(
            "insert into revisions (id, response_id, consultation_id, participant_code, question_id, number, text, language, words,
               author_id, created_at) values (gen_random_uuid(), $1, $2, $3, $4, 1, 'text', 'en', 1, $5, now())",
        )
        .bind(response.uuid())
        .bind(fixture.consultation.uuid())
        .bind(code)
        .bind(fixture.questions[0].uuid())
        .bind(account.uuid())
        .execute(&fixture.app.superuser)
        .await
        .unwrap();
        responses.push(response);
    }
    (account, responses)
}

/// Closes as the chair does, and says when the close was committed.
async fn close(fixture: &Fixture) -> DateTime<Utc> {
    let mut transaction = fixture.app.context.database.begin(Principal::Nobody).await.unwrap();
    let at = store::consultations::hold_window(&mut transaction, fixture.consultation, true).await.unwrap();
    let mut consultation = store::consultations::get(&mut transaction, fixture.consultation).await.unwrap().unwrap();
    consultation.window.closed_at = Some(at);
    assert!(store::consultations::update(&mut transaction, &consultation).await.unwrap());
    transaction.commit().await.unwrap();
    at
}

#[tokio::test]
async fn nothing_is_accepted_after_the_close_and_everything_accepted_is_there() {
    let fixture = Fixture::new().await;
    let codes = [
        "ALB", "DZA", "AND", "AGO", "ARG", "ARM", "AUS", "AUT", "BHS", "BGD", "BRB", "BLR", "BEL", "BLZ", "BEN", "BTN",
    ];
    let (account, responses) = delegations(&fixture, &codes).await;
    let mut running = Vec::new();
    for (code, response) in codes.iter().zip(&responses) {
        let access = may_submit(&fixture, account, *response, code).await;
        let seen = BTreeMap::from([(fixture.questions[0], 1), (fixture.questions[1], 0), (fixture.questions[2], 0)]);
        let command = Submit { signatory: signatory(), seen };
        running.push((access, command));
    }
    let mut works: Vec<_> = Vec::new();
    for (n, (access, command)) in running.into_iter().enumerate() {
        if n == 8 {
            let context = fixture.app.context.clone();
            let repeated = submissions::submit(context, access.clone(), command.clone());
            works.push(tokio::spawn(repeated));
        }
        works.push(tokio::spawn(submissions::submit(fixture.app.context.clone(), access, command)));
    }
    let closed_at = close(&fixture).await;
    let mut accepted = HashSet::new();
    for work in works {
        match work.await.unwrap() {
            Ok(id) | Err(SubmitError::Repeated(id)) => {
                accepted.insert(id.uuid());
            }
            Err(SubmitError::Closed) => {}
            Err(other) => panic!("{other:?}"),
        }
    }
    let stored: HashSet<uuid::Uuid> = sqlx::query("select id, submitted_at from submissions")
        .fetch_all(&fixture.app.superuser)
        .await
        .unwrap()
        .into_iter()
        .map(|row| {
            assert!(row.get::<DateTime<Utc>, _>(1) <= closed_at, "accepted after the close");
            row.get(0)
        })
        .collect();
    assert_eq!(stored, accepted);
    let mut superuser = fixture.app.superuser.acquire().await.unwrap();
    let chain = store::audit::chain(&mut superuser, fixture.consultation.uuid()).await.unwrap();
    assert_eq!(chain.len(), accepted.len());
    for event in chain {
        assert_eq!(event.hash, event.computed_hash(fixture.consultation.uuid()));
    }
    let late = may_submit(&fixture, fixture.account(Persona::Approver).await, fixture.response, "CRI").await;
    let command = Submit { signatory: signatory(), seen: BTreeMap::new() };
    let error = submissions::submit(fixture.app.context.clone(), late, command).await;
    assert!(matches!(error, Err(SubmitError::Closed)), "{error:?}");
}

#[tokio::test]
async fn saving_and_handing_over_at_once_never_leave_a_text_behind_the_submission() {
    let fixture = Fixture::new().await;
    let (edit, account) = (may_edit(&fixture, Persona::Drafter).await, fixture.account(Persona::Approver).await);
    let context = &fixture.app.context;
    let question = fixture.questions[0];
    responses::save(context.clone(), edit.clone(), vec![draft(question, 0, "first")]).await.unwrap();
    let seen = BTreeMap::from([(question, 1), (fixture.questions[1], 0), (fixture.questions[2], 0)]);
    let access = may_submit(&fixture, account, fixture.response, "CRI").await;
    let handing = tokio::spawn(submissions::submit(context.clone(), access, Submit { signatory: signatory(), seen }));
    let saving = tokio::spawn(responses::save(context.clone(), edit, vec![draft(question, 1, "second")]));
    let (handed, saved) = (handing.await.unwrap(), saving.await.unwrap());
    let texts: Vec<_> = revisions(&fixture.app, question).await.into_iter().map(|r| r.1).collect();
    match (handed, saved) {
        (Ok(_), Err(SaveError::Submitted)) => assert_eq!(texts, ["first"]),
        (Err(SubmitError::Stale), Ok(_)) => assert_eq!(texts, ["first", "second"]),
        other => panic!("{other:?}"),
    }
}
