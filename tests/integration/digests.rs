//! Mail: messages, transports, the outbox, digests and their schedule, the administrator's pages on it.

mod delivery;
mod laws;
mod messages;
mod pages;
mod server;
mod smtp;

use std::path::Path;

use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::Tz;
use mailparse::{MailHeaderMap, ParsedMail};
use rapporteur::{
    domain::ids::{QuestionId, SubmissionId},
    mail::{
        Mailer,
        links::Links,
        transport::{Kept, Transport},
    },
    services::outbox,
    web::routes::MAIL_PATHS,
};
use sqlx::Row;
use uuid::Uuid;

use crate::support::{app::TestApp, fixture::Fixture};

/// Where links lead in these tests.
const BASE: &str = "https://rapporteur.test.example";

pub fn mailer(transport: Transport) -> Mailer {
    Mailer {
        transport,
        from: "Rapporteur <rapporteur@test.example>".parse().unwrap(),
        links: Links::new(BASE, MAIL_PATHS),
        seat: Tz::America__New_York,
    }
}

fn to_files(folder: &Path) -> Mailer {
    mailer(Transport::Files(folder.to_owned()))
}

/// Delivers until nothing is due; returns how often it was tried.
async fn deliver_all(app: &TestApp, mailer: &Mailer) -> usize {
    // what Postgres's clock has dated may be a moment ahead of the standing one
    app.advance(TimeDelta::seconds(30));
    let mut tries = 0;
    while outbox::deliver_next(app.context.clone(), mailer.clone()).await.unwrap().is_some() {
        tries += 1;
        assert!(tries < 1000, "delivery never ends");
    }
    tries
}

/// Delivers into memory and returns what arrived.
async fn delivered(app: &TestApp) -> Vec<Arrived> {
    let kept = Kept::default();
    deliver_all(app, &mailer(Transport::Memory(kept.clone()))).await;
    kept.all().iter().map(|(_, bytes)| Arrived::read(bytes)).collect()
}

/// A mail as its reader's program reads it.
#[derive(Debug)]
struct Arrived {
    from: String,
    to: String,
    subject: String,
    reply_to: Option<String>,
    message_id: String,
    automatic: String,
    text: String,
    html: String,
}

impl Arrived {
    fn read(bytes: &[u8]) -> Self {
        let mail = mailparse::parse_mail(bytes).expect("a mail that can be read");
        assert_eq!(mail.ctype.mimetype, "multipart/alternative");
        assert!(mailparse::dateparse(&header(&mail, "Date").unwrap()).unwrap() > 0);
        for line in String::from_utf8_lossy(bytes).lines() {
            assert!(line.len() <= 998 && line.is_ascii(), "no mail server need take this line: {line}");
        }
        let part = |kind: &str| {
            let part = mail.subparts.iter().find(|part| part.ctype.mimetype == kind);
            part.unwrap_or_else(|| panic!("no {kind}")).get_body().unwrap().replace("\r\n", "\n")
        };
        Self {
            from: header(&mail, "From").unwrap(),
            to: header(&mail, "To").unwrap(),
            subject: header(&mail, "Subject").unwrap(),
            reply_to: header(&mail, "Reply-To"),
            message_id: header(&mail, "Message-ID").unwrap(),
            automatic: header(&mail, "Auto-Submitted").unwrap(),
            text: part("text/plain"),
            html: part("text/html"),
        }
    }

    /// The addresses in the text part.
    fn links(&self) -> Vec<String> {
        let is_link = |word: &&str| word.starts_with("http");
        self.text.split_whitespace().filter(is_link).map(ToOwned::to_owned).collect()
    }
}

fn header(mail: &ParsedMail<'_>, name: &str) -> Option<String> {
    mail.headers.get_first_value(name)
}

/// A mail's row: status, attempts, error.
async fn row(app: &TestApp, id: Uuid) -> (String, i32, Option<String>) {
    let row = sqlx::query("select status, attempts, error from mails where id = $1").bind(id);
    let row = row.fetch_one(&app.superuser).await.unwrap();
    (row.get("status"), row.get("attempts"), row.get("error"))
}

/// The only mail there is.
async fn only_mail(app: &TestApp) -> Uuid {
    let rows = sqlx::query("select id from mails").fetch_all(&app.superuser).await.unwrap();
    assert_eq!(rows.len(), 1);
    rows[0].get("id")
}

async fn count(app: &TestApp, table: &str) -> i64 {
    let sql = sqlx::AssertSqlSafe(format!("select count(*) from {table}"));
    sqlx::query_scalar(sql).fetch_one(&app.superuser).await.unwrap()
}

/// A delegation's response, received at `at`, answering these questions.
async fn add_submission(
    fixture: &Fixture,
    participant: &str,
    at: DateTime<Utc>,
    questions: &[QuestionId],
) -> SubmissionId {
    let (id, pool) = (SubmissionId::new(), &fixture.app.superuser);
    sqlx::query(
        "insert into responses (id, consultation_id, participant_code, invited_at) values ($1, $2, $3, $4)
         on conflict do nothing",
    )
    .bind(Uuid::now_v7())
    .bind(fixture.consultation.uuid())
    .bind(participant)
    .bind(at)
    .execute(pool)
    .await
    .unwrap();
    sqlx::query(
        "insert into submissions (id, response_id, consultation_id, participant_code, number, reference, content, sha256,
           signatory_name, signatory_title, submitted_by, submitted_at, chain_position)
         select $1, r.id, $2, $3, (select count(*) + 1 from submissions s where s.response_id = r.id), $4, '{}', sha256('{}'),
           'Ana Signatory', 'Permanent Representative', (select id from accounts order by email_key limit 1), $5, 1
         from responses r where r.consultation_id = $2 and r.participant_code = $3",
    )
    .bind(id.uuid())
    .bind(fixture.consultation.uuid())
    .bind(participant)
    .bind(format!("TEST-{participant}-{id}"))
    .bind(at)
    .execute(pool)
    .await
    .unwrap();
    for question in questions {
        sqlx::query(
            "insert into submitted_answers (submission_id, consultation_id, participant_code, question_id, text, language, words)
             values ($1, $2, $3, $4, 'An answer.', 'en', 2)",
        )
        .bind(id.uuid())
        .bind(fixture.consultation.uuid())
        .bind(participant)
        .bind(question.uuid())
        .execute(pool)
        .await
        .unwrap();
    }
    id
}

/// Says when the consultation was opened.
async fn open_since(fixture: &Fixture, at: DateTime<Utc>) {
    sqlx::query("update consultations set opened_at = $2 where id = $1")
        .bind(fixture.consultation.uuid())
        .bind(at)
        .execute(&fixture.app.superuser)
        .await
        .unwrap();
}
