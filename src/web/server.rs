//! The HTTP server: the same wiring in service and in tests.

use std::{net::TcpListener, time::Duration};

use actix_web::{App, HttpServer, dev::Server, middleware::from_fn, web::Data};

use super::{
    State, account, administration, assets, consultations, health, middleware, preparation, presidency, reports,
    responses,
    routes::{self, Routes},
};

/// Registers every route.
pub fn register(routes: &mut Routes<'_>) {
    routes.get(routes::HEALTH, health::alive).get(routes::READY, health::ready).get(routes::ASSET, assets::show);
    account::routes(routes);
    consultations::routes(routes);
    preparation::routes(routes);
    responses::routes(routes);
    presidency::routes(routes);
    reports::routes(routes);
    administration::routes(routes);
}

/// Every route: method and pattern.
#[must_use]
pub fn table() -> Vec<(actix_web::http::Method, &'static str)> {
    let mut routes = Routes::listing();
    register(&mut routes);
    routes.into_table()
}

/// A server on `listener`; runs when awaited, ends gracefully when its handle is told to stop.
pub fn server(listener: TcpListener, state: State, workers: usize) -> std::io::Result<Server> {
    let state = Data::new(state);
    let server = HttpServer::new(move || {
        App::new().app_data(state.clone()).wrap(from_fn(middleware::around)).configure(|config| {
            let mut routes = Routes::registering(config);
            register(&mut routes);
            routes.lead_upwards();
        })
    })
    .workers(workers)
    .disable_signals()
    .shutdown_timeout(20)
    .client_request_timeout(Duration::from_secs(20))
    .listen(listener)?;
    Ok(server.run())
}
