//! People and an open consultation, arranged directly in the tables: what a test is not about, it does not walk through.

use chrono::{DateTime, TimeDelta, Utc};
use rapporteur::domain::{
    ids::{AccountId, ConsultationId, QuestionId, ResponseId},
    line::EmailAddress,
    password::Password,
};
use sqlx::Row;
use uuid::Uuid;

use super::{
    app::{TestApp, now},
    browser::Browser,
};

/// Everybody's password.
pub const PASSWORD: &str = "a long enough pass phrase";

/// Who acts in a test.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Persona {
    /// Not signed in.
    Anonymous,
    /// Costa Rica's focal point.
    FocalPoint,
    /// Costa Rica's approver.
    Approver,
    /// Costa Rica's drafter.
    Drafter,
    /// France's focal point.
    OtherDelegation,
    /// The consultation's chair; may also create others for South Africa.
    Chair,
    /// An analyst of the presidency.
    Analyst,
    /// The administrator.
    Administrator,
    /// Signed in, with no membership anywhere.
    Outsider,
}

impl Persona {
    /// Everybody.
    pub const ALL: [Self; 9] = [
        Self::Anonymous,
        Self::FocalPoint,
        Self::Approver,
        Self::Drafter,
        Self::OtherDelegation,
        Self::Chair,
        Self::Analyst,
        Self::Administrator,
        Self::Outsider,
    ];

    /// Their address.
    pub fn email(self) -> String {
        format!("{self:?}@test.example").to_lowercase()
    }
}

/// An open consultation with three questions, and Costa Rica, France and the African Union invited.
pub struct Fixture {
    /// The server.
    pub app: TestApp,
    /// The consultation.
    pub consultation: ConsultationId,
    /// Its questions (a), (b), (c); (c) is addressed to the African Union.
    pub questions: Vec<QuestionId>,
    /// Costa Rica's response.
    pub response: ResponseId,
    /// France's response.
    pub other_response: ResponseId,
    /// When it closes.
    pub closes_at: DateTime<Utc>,
}

impl Fixture {
    /// A server with everybody and the consultation on it.
    pub async fn new() -> Self {
        let app = TestApp::start().await;
        for persona in Persona::ALL.into_iter().filter(|persona| *persona != Persona::Anonymous) {
            add_account(&app, &persona.email(), persona == Persona::Administrator).await;
        }
        let closes_at = now() + TimeDelta::days(7);
        let consultation = add_consultation(&app, closes_at).await;
        let questions = add_questions(&app, consultation).await;
        let response = add_response(&app, consultation, "CRI").await;
        let other_response = add_response(&app, consultation, "FRA").await;
        add_response(&app, consultation, "AU").await;
        let this = Self { app, consultation, questions, response, other_response, closes_at };
        for (persona, role, participant) in [
            (Persona::FocalPoint, "focal_point", Some("CRI")),
            (Persona::Approver, "approver", Some("CRI")),
            (Persona::Drafter, "drafter", Some("CRI")),
            (Persona::OtherDelegation, "focal_point", Some("FRA")),
            (Persona::Chair, "chair", Some("ZAF")),
            (Persona::Analyst, "analyst", None),
        ] {
            add_membership(&this.app, &persona.email(), role, Some(consultation), participant).await;
        }
        add_membership(&this.app, &Persona::Chair.email(), "chair", None, Some("ZAF")).await;
        this
    }

    /// A browser in which that person has signed in.
    pub async fn browser(&self, persona: Persona) -> Browser {
        let mut browser = self.app.browser();
        if persona != Persona::Anonymous {
            let page = browser.sign_in(&persona.email(), PASSWORD).await;
            assert_eq!(page.status, 303, "{persona:?} cannot sign in: {}", page.body);
        }
        browser
    }

    /// That person's account.
    pub async fn account(&self, persona: Persona) -> AccountId {
        account_id(&self.app, &persona.email()).await
    }

    /// Moves the deadline; in the past, the consultation is closed.
    pub async fn set_deadline(&self, closes_at: DateTime<Utc>) {
        sqlx::query("update consultations set closes_at = $2 where id = $1")
            .bind(self.consultation.uuid())
            .bind(closes_at)
            .execute(&self.app.superuser)
            .await
            .unwrap();
    }
}

/// The account of an address.
pub async fn account_id(app: &TestApp, email: &str) -> AccountId {
    let row = sqlx::query("select id from accounts where email_key = $1").bind(email).fetch_one(&app.superuser).await;
    AccountId::from(row.unwrap().get::<Uuid, _>("id"))
}

/// Adds an activated account.
pub async fn add_account(app: &TestApp, email: &str, administrator: bool) -> AccountId {
    let id = AccountId::new();
    let hash = app.context.hasher.hash(&Password::choose(PASSWORD).unwrap()).await.unwrap();
    let email = EmailAddress::parse(email).unwrap();
    sqlx::query(
        "insert into accounts (id, email, email_key, name, password_hash, administrator, created_at, activated_at)
         values ($1, $2, $3, $4, $5, $6, $7, $7)",
    )
    .bind(id.uuid())
    .bind(email.as_typed())
    .bind(email.key())
    .bind(format!("Person behind {}", email.key()))
    .bind(hash)
    .bind(administrator)
    .bind(now())
    .execute(&app.superuser)
    .await
    .unwrap();
    id
}

/// Adds a membership.
pub async fn add_membership(
    app: &TestApp,
    email: &str,
    role: &str,
    consultation: Option<ConsultationId>,
    participant: Option<&str>,
) {
    sqlx::query(
        "insert into memberships (id, account_id, role, consultation_id, participant_code, created_at)
         select $1, id, $3, $4, $5, $6 from accounts where email_key = $2",
    )
    .bind(Uuid::now_v7())
    .bind(email)
    .bind(role)
    .bind(consultation.map(ConsultationId::uuid))
    .bind(participant)
    .bind(now())
    .execute(&app.superuser)
    .await
    .unwrap();
}

/// Adds an invited participant.
pub async fn add_response(app: &TestApp, consultation: ConsultationId, participant: &str) -> ResponseId {
    let id = ResponseId::new();
    sqlx::query("insert into responses (id, consultation_id, participant_code, invited_at) values ($1, $2, $3, $4)")
        .bind(id.uuid())
        .bind(consultation.uuid())
        .bind(participant)
        .bind(now())
        .execute(&app.superuser)
        .await
        .unwrap();
    id
}

async fn add_consultation(app: &TestApp, closes_at: DateTime<Utc>) -> ConsultationId {
    let id = ConsultationId::new();
    let note = serde_json::json!({
        "title": "Concept note for a test", "symbol": null, "distribution_date": "2020-11-27", "original_language": "en",
        "letter": {"date": "2020-11-25", "from": "Permanent Representative of South Africa to the United Nations", "signatory": null},
        "presidency": "ZAF", "meeting": {"date": "2020-12-03", "time": "08:30", "time_zone": "America/New_York"},
        "sections": [{"heading": "Context", "paragraphs": [
            {"number": 1, "text": "A paragraph that cites S/PRST/2007/3.", "items": [{"label": "(a)", "text": "An item;"}]}]}],
        "questions": [], "references": ["S/PRST/2007/3"], "warnings": []
    });
    sqlx::query(
        "insert into consultations (id, title, presidency_code, seat_time_zone, language, note, source, source_name, word_limit,
           contact_name, contact_email, closes_at, opened_at, created_by, created_at)
         values ($1, 'Concept note for a test', 'ZAF', 'America/New_York', 'en', $2, 'source', 'note.txt', 300,
           'Secretariat of the presidency', 'presidency@test.example', $3, $4, $5, $4)",
    )
    .bind(id.uuid())
    .bind(note)
    .bind(closes_at)
    .bind(now() - TimeDelta::days(1))
    .bind(account_id(app, &Persona::Chair.email()).await.uuid())
    .execute(&app.superuser)
    .await
    .unwrap();
    id
}

async fn add_questions(app: &TestApp, consultation: ConsultationId) -> Vec<QuestionId> {
    let mut ids = Vec::new();
    for (position, label) in [(1, "(a)"), (2, "(b)"), (3, "(c)")] {
        let id = QuestionId::new();
        sqlx::query("insert into questions (id, consultation_id, position, label, text) values ($1, $2, $3, $4, $5)")
            .bind(id.uuid())
            .bind(consultation.uuid())
            .bind(position)
            .bind(label)
            .bind(format!("Which question is {label}?"))
            .execute(&app.superuser)
            .await
            .unwrap();
        ids.push(id);
    }
    sqlx::query("insert into question_addressees values ($1, 'AU')")
        .bind(ids[2].uuid())
        .execute(&app.superuser)
        .await
        .unwrap();
    ids
}
