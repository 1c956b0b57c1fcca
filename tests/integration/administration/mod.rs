//! The administrator: accounts and memberships of others, and nothing of what delegations write.

mod accounts;
mod desk;
mod memberships;

use rapporteur::{
    domain::ids::{AccountId, MembershipId},
    web::routes as r,
};
use sqlx::Row;
use uuid::Uuid;

use crate::support::{
    app::TestApp,
    browser::{Browser, Form, Page},
};

const STRANGER: &str = "new.person@mission.example";

/// The mails written to an account: kind and payload.
async fn mails(app: &TestApp, account: AccountId) -> Vec<(String, serde_json::Value)> {
    sqlx::query("select kind, payload from mails where account_id = $1 order by created_at, id")
        .bind(account.uuid())
        .fetch_all(&app.superuser)
        .await
        .unwrap()
        .into_iter()
        .map(|row| (row.get("kind"), row.get("payload")))
        .collect()
}

async fn kinds(app: &TestApp, account: AccountId) -> Vec<String> {
    mails(app, account).await.into_iter().map(|(kind, _)| kind).collect()
}

/// The links of a chain: who did what.
async fn audit(app: &TestApp, chain: Uuid, action: &str) -> Vec<(Option<Uuid>, String)> {
    sqlx::query("select account_id, detail from audit_events where chain_id = $1 and action = $2 order by position")
        .bind(chain)
        .bind(action)
        .fetch_all(&app.superuser)
        .await
        .unwrap()
        .into_iter()
        .map(|row| (row.get("account_id"), row.get("detail")))
        .collect()
}

async fn memberships(app: &TestApp, account: AccountId) -> Vec<(MembershipId, String, Option<String>)> {
    sqlx::query(
        "select id, role, participant_code from memberships where account_id = $1 and ended_at is null order by created_at, id",
    )
    .bind(account.uuid())
    .fetch_all(&app.superuser)
    .await
    .unwrap()
    .into_iter()
    .map(|row| (row.get::<Uuid, _>("id").into(), row.get("role"), row.get("participant_code")))
    .collect()
}

async fn count(app: &TestApp, table: &str) -> i64 {
    let query = format!("select count(*) from {table}");
    sqlx::query_scalar(sqlx::AssertSqlSafe(query)).fetch_one(&app.superuser).await.unwrap()
}

/// The form of a page, to be sent to another path: what a hostile administrator would do.
fn forged(page: &Page, path: String, fields: &[(&str, &str)]) -> Form {
    let mut form = page.form_to("/sign-out");
    form.action = path;
    for (name, value) in fields {
        form.add(name, value);
    }
    form
}

async fn new_account(browser: &mut Browser, email: &str, purpose: &str, participant: &str) -> Page {
    let mut form = browser.get("/administration/new-account").await.form_to("/administration/new-account");
    form.set("email", email).set("purpose", purpose).set("participant", participant);
    browser.submit(form).await
}

async fn add(browser: &mut Browser, account: AccountId, role: &str, consultation: &str, participant: &str) -> Page {
    let path = r::account_memberships(account);
    let mut form = browser.get(&r::administered_account(account)).await.form_to(&path);
    form.set("role", role).set("consultation", consultation).set("participant", participant);
    browser.submit(form).await
}
