//! For whoever watches the server: `/healthz` says that it runs, `/readyz` that it can work.

use std::time::Duration;

use actix_web::{HttpResponse, web::Data};

use super::State;

/// Balancers wait a few seconds for an answer.
const PATIENCE: Duration = Duration::from_secs(2);

/// The process runs.
pub async fn alive() -> HttpResponse {
    HttpResponse::Ok().content_type("text/plain; charset=utf-8").body("ok\n")
}

/// Postgres answers.
pub async fn ready(state: Data<State>) -> HttpResponse {
    let database = state.services.database.clone();
    let asked = state.run(async move { database.ping().await.map_err(super::error::Error::from) });
    let cause = match tokio::time::timeout(PATIENCE, asked).await {
        Ok(Ok(())) => return HttpResponse::Ok().content_type("text/plain; charset=utf-8").body("ready\n"),
        Ok(Err(error)) => error.to_string(),
        Err(late) => late.to_string(),
    };
    tracing::warn!(error = cause, "not ready");
    HttpResponse::ServiceUnavailable().content_type("text/plain; charset=utf-8").body("not ready\n")
}
