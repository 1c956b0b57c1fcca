//! What strangers, other sites and broken requests get.

mod aborted;
mod answers;
mod forms;
mod links;
mod sessions;
mod throttling;

use crate::support::{
    app::TestApp,
    fixture::{Fixture, Persona},
};

/// How browsers send forms.
const FORM: &str = "application/x-www-form-urlencoded";

async fn number(app: &TestApp, query: &'static str) -> i64 {
    sqlx::query_scalar(query).fetch_one(&app.superuser).await.unwrap()
}

fn same_origin(kind: &str) -> Vec<(&'static str, String)> {
    vec![("sec-fetch-site", "same-origin".to_owned()), ("content-type", kind.to_owned())]
}

/// The drafter's name as stored.
async fn stored_name(fixture: &Fixture) -> String {
    sqlx::query_scalar("select name from accounts where email_key = $1")
        .bind(Persona::Drafter.email())
        .fetch_one(&fixture.app.superuser)
        .await
        .unwrap()
}
