//! The laws of digests: nothing new, nothing sent; each submission in exactly one digest of each reader; missed days make one.

use chrono::{DateTime, TimeDelta, Utc};
use rapporteur::{
    clock::Clock,
    services::{
        Context,
        digests::{self, DigestError, Report},
    },
};
use sqlx::Row;

use super::{add_submission, count, delivered, open_since};
use crate::support::{
    app::now,
    fixture::{Fixture, Persona, add_membership, add_response},
};

async fn send(fixture: &Fixture) -> usize {
    digests::send(fixture.app.context.clone(), None).await.unwrap().written
}

#[tokio::test]
async fn nothing_new_nothing_sent() {
    let fixture = Fixture::new().await;
    assert_eq!(send(&fixture).await, 0);
    assert_eq!((count(&fixture.app, "digests").await, count(&fixture.app, "mails").await), (0, 0));
    add_submission(&fixture, "CRI", now(), &fixture.questions[..2]).await;
    assert_eq!(send(&fixture).await, 2, "to the chair and the analyst");
    assert_eq!(send(&fixture).await, 0, "nothing since");
    assert_eq!((count(&fixture.app, "digests").await, count(&fixture.app, "mails").await), (2, 2));
}

#[tokio::test]
async fn three_missed_days_make_one_digest() {
    let fixture = Fixture::new().await;
    let start = now() - TimeDelta::days(4);
    open_since(&fixture, start).await;
    add_response(&fixture.app, fixture.consultation, "MLI").await;
    add_submission(&fixture, "FRA", start + TimeDelta::days(1), &fixture.questions[1..]).await;
    add_submission(&fixture, "CRI", start + TimeDelta::days(2), &fixture.questions[..2]).await;
    sqlx::query("update accounts set language = 'fr', time_zone = 'Africa/Johannesburg' where email_key = $1")
        .bind(Persona::Analyst.email())
        .execute(&fixture.app.superuser)
        .await
        .unwrap();
    assert_eq!(send(&fixture).await, 2);
    let mails = delivered(&fixture.app).await;
    assert_eq!(mails.len(), 2);
    let chair = mails.iter().find(|mail| mail.to.contains("chair@")).unwrap();
    assert_eq!(chair.subject, "2 new responses: Concept note for a test");
    let consultation = fixture.consultation;
    let reading = |n: usize| format!("/consultations/{consultation}/reading/{}", fixture.questions[n]);
    for part in [
        "Responses received\n==================\n\nCosta Rica and France".to_owned(),
        "(a) Which question is (a)?\nCosta Rica\n".to_owned(),
        "(b) Which question is (b)?\nCosta Rica and France\n".to_owned(),
        "(c) Which question is (c)?\nFrance\n".to_owned(),
        "2 of 4 have not answered yet".to_owned(),
        "Mali".to_owned(),
        "African Union".to_owned(),
        "6 days left".to_owned(),
        format!("/consultations/{consultation}/board"),
        reading(0),
        reading(1),
        reading(2),
    ] {
        assert!(chair.text.contains(&part), "{part}:\n{}", chair.text);
    }
    let analyst = mails.iter().find(|mail| mail.to.contains("analyst@")).unwrap();
    assert_eq!(analyst.subject, "2 nouvelles réponses : Concept note for a test");
    assert!(analyst.text.contains("Costa Rica et France") && analyst.text.contains("Johannesburg"), "{}", analyst.text);
    assert!(!analyst.text.contains("An answer."), "no words of a State travel by mail");
}

/// Each submission is in exactly one period of each reader, however sendings and submissions are mixed; periods join.
#[tokio::test]
async fn each_submission_is_in_exactly_one_digest_of_each_reader() {
    let fixture = Fixture::new().await;
    for (step, participant) in ["CRI", "FRA", "AU", "MLI", "NER", "TCD", "KEN"].into_iter().enumerate() {
        add_submission(&fixture, participant, database_now(&fixture).await, &fixture.questions[..1]).await;
        if step == 3 {
            // one who joins later is told everything from the beginning, once
            add_membership(&fixture.app, &Persona::Outsider.email(), "analyst", Some(fixture.consultation), None).await;
        }
        if step % 2 == 1 {
            send(&fixture).await;
        }
    }
    send(&fixture).await;
    let rows = sqlx::query(
        "select a.email_key, s.id, (select count(*) from digests d where d.account_id = a.id
           and s.submitted_at > d.period_start and s.submitted_at <= d.period_end) as n
         from submissions s, accounts a where a.id in (select account_id from digests)",
    )
    .fetch_all(&fixture.app.superuser)
    .await
    .unwrap();
    assert_eq!(rows.len(), 3 * 7);
    assert!(rows.iter().all(|row| row.get::<i64, _>("n") == 1));
    let gaps: i64 = sqlx::query_scalar(
        "select count(*) from (select period_start, lag(period_end) over (partition by account_id order by period_end) as before
           from digests) periods where before <> period_start",
    )
    .fetch_one(&fixture.app.superuser)
    .await
    .unwrap();
    assert_eq!(gaps, 0, "a period begins where the last one ended");
}

async fn database_now(fixture: &Fixture) -> DateTime<Utc> {
    sqlx::query_scalar("select clock_timestamp()").fetch_one(&fixture.app.superuser).await.unwrap()
}

#[tokio::test]
async fn senders_side_by_side_send_once() {
    let fixture = Fixture::new().await;
    add_submission(&fixture, "CRI", now(), &fixture.questions).await;
    let senders = (0..6).map(|_| tokio::spawn(digests::send(fixture.app.context.clone(), Some(fixture.consultation))));
    let mut written = 0;
    for sender in senders.collect::<Vec<_>>() {
        written += sender.await.unwrap().unwrap().written;
    }
    assert_eq!(written, 2);
    assert_eq!(delivered(&fixture.app).await.len(), 2);
}

#[tokio::test]
async fn a_submission_under_way_waits_for_the_next_digest_and_is_not_lost() {
    let fixture = Fixture::new().await;
    add_submission(&fixture, "FRA", now(), &fixture.questions[..1]).await;
    // a delegation has taken the window's lock and its time, and has not committed yet
    let mut under_way = fixture.app.superuser.begin().await.unwrap();
    let received: DateTime<Utc> = sqlx::query_scalar(
        "with held as (select pg_advisory_xact_lock_shared(hashtextextended($1, 0))) select clock_timestamp() from held",
    )
    .bind(format!("window {}", fixture.consultation))
    .fetch_one(&mut *under_way)
    .await
    .unwrap();
    let sender = tokio::spawn(digests::send(fixture.app.context.clone(), None));
    tokio::time::sleep(std::time::Duration::from_millis(200)).await;
    assert!(!sender.is_finished(), "the digest waits for it");
    add_submission(&fixture, "CRI", received, &fixture.questions[..1]).await;
    under_way.commit().await.unwrap();
    assert_eq!(sender.await.unwrap().unwrap().written, 2);
    let mails = delivered(&fixture.app).await;
    assert!(mails.iter().all(|mail| mail.text.contains("Costa Rica and France")), "{mails:#?}");
}

#[tokio::test]
async fn after_the_end_there_is_one_last_digest() {
    let fixture = Fixture::new().await;
    add_submission(&fixture, "CRI", now() - TimeDelta::hours(2), &fixture.questions).await;
    fixture.set_deadline(now() - TimeDelta::hours(1)).await;
    assert_eq!(send(&fixture).await, 2);
    let mails = delivered(&fixture.app).await;
    assert!(mails.iter().all(|mail| mail.text.contains("The consultation is closed.")));
    assert_eq!(send(&fixture).await, 0);
}

#[tokio::test]
async fn only_opened_consultations_have_digests() {
    let fixture = Fixture::new().await;
    let context = &fixture.app.context;
    let unknown = digests::send(context.clone(), Some(rapporteur::domain::ids::ConsultationId::new())).await;
    assert!(matches!(unknown, Err(DigestError::NotFound)));
    sqlx::query("update consultations set opened_at = null").execute(&fixture.app.superuser).await.unwrap();
    let closed = digests::send(context.clone(), Some(fixture.consultation)).await;
    assert!(matches!(closed, Err(DigestError::NotOpened)));
    assert_eq!(digests::send(context.clone(), None).await.unwrap(), Report::default());
}

#[tokio::test]
async fn the_schedule_runs_once_a_day_at_eight_by_the_seat() {
    let fixture = Fixture::new().await;
    let at = |time: &str| Context { clock: Clock::fixed(time.parse().unwrap()), ..fixture.app.context.clone() };
    let run = async |time: &str| digests::run_schedule(at(time)).await.unwrap();
    open_since(&fixture, "2020-11-30T15:00:00Z".parse().unwrap()).await;
    fixture.set_deadline("2031-12-11T23:00:00Z".parse().unwrap()).await;
    add_submission(&fixture, "CRI", now(), &fixture.questions).await;
    assert_eq!(run("2030-12-02T12:59:59Z").await, Report::default(), "07:59:59 in New York");
    let contexts = (0..3).map(|_| tokio::spawn(digests::run_schedule(at("2030-12-02T13:00:00Z"))));
    let mut reports = Vec::new();
    for context in contexts.collect::<Vec<_>>() {
        reports.push(context.await.unwrap().unwrap());
    }
    assert_eq!(reports.iter().map(|report| (report.consultations, report.written)).max(), Some((1, 2)));
    assert_eq!(reports.iter().map(|report| report.written).sum::<usize>(), 2, "three servers, one run");
    add_submission(&fixture, "FRA", database_now(&fixture).await, &fixture.questions).await;
    assert_eq!(run("2030-12-03T04:59:00Z").await.written, 0, "the same day in New York");
    assert_eq!(run("2030-12-05T21:00:00Z").await.written, 2, "two days without a server, and late");
    assert_eq!(run("2030-12-06T13:00:00Z").await, Report { consultations: 1, written: 0 }, "a run with nothing new");
    // closed: one more run for what came in till the end, then no more
    add_submission(&fixture, "AU", database_now(&fixture).await, &fixture.questions).await;
    fixture.set_deadline("2030-12-06T20:00:00Z".parse().unwrap()).await;
    assert_eq!(run("2030-12-07T13:00:00Z").await.written, 2);
    assert_eq!(run("2030-12-08T13:00:00Z").await, Report::default());
}
