//! For whoever watches the server: `/healthz` says that it runs, `/readyz` that it can work.

use actix_web::{HttpResponse, web::Data};

use super::State;

/// The process runs.
pub async fn alive() -> HttpResponse {
    HttpResponse::Ok().content_type("text/plain; charset=utf-8").body("ok\n")
}

/// Postgres answers.
pub async fn ready(state: Data<State>) -> HttpResponse {
    let database = state.services.database.clone();
    let answered = state.run(async move { database.ping().await.map_err(super::error::Error::from) }).await;
    match answered {
        Ok(()) => HttpResponse::Ok().content_type("text/plain; charset=utf-8").body("ready\n"),
        Err(error) => {
            tracing::warn!(%error, "not ready");
            HttpResponse::ServiceUnavailable().content_type("text/plain; charset=utf-8").body("not ready\n")
        }
    }
}
