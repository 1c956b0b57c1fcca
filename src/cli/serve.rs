//! `rapporteur serve`: database, worker and web server, from the first to the last moment.

use std::{net::TcpListener, pin::pin, thread::available_parallelism};

use super::{
    Failure, demonstration,
    open::{self, Source},
    output,
    signals::Signals,
};
use crate::{
    config::{Config, MailConfig},
    services::Context,
    web::{self, State},
};

/// What runs beside the web server.
struct Ready {
    source: Source,
    context: Context,
    /// The demonstration's accounts.
    accounts: Option<String>,
}

pub(super) async fn run(config: Config, demonstration: bool) -> Result<(), Failure> {
    config.check_serving(demonstration)?;
    let mut signals = Signals::catch()?;
    let listener = bind(&config)?;
    let ready = tokio::select! {
        ready = start(&config, demonstration) => ready?,
        // dropped half-way the start lets the cluster go
        () = signals.next() => return Ok(()),
    };
    let address = listener.local_addr()?;
    let server = web::server::server(listener, state(&config, &ready, demonstration), workers())?;
    let _ = output::print(&greeting(&config.base_url(address), ready.accounts.as_deref()));
    tracing::info!(%address, demonstration, "serving");
    let handle = server.handle();
    let mut server = pin!(server);
    let served = tokio::select! {
        result = &mut server => result,
        () = signals.next() => {
            tracing::info!("stopping");
            let stop = async {
                tokio::select! {
                    () = handle.stop(true) => {}
                    // whoever asks twice does not want to wait for others' requests
                    () = signals.next() => handle.stop(false).await,
                }
            };
            futures_util::future::join(stop, &mut server).await.1
        }
    };
    ready.context.database.close().await;
    ready.source.close().await?;
    served?;
    tracing::info!("stopped");
    Ok(())
}

fn bind(config: &Config) -> Result<TcpListener, Failure> {
    let address = config.listen;
    let listener = TcpListener::bind(address)
        .map_err(|error| format!("cannot listen on {address} ({error}): choose another address with --listen"))?;
    listener.set_nonblocking(true)?;
    Ok(listener)
}

async fn start(config: &Config, demonstration: bool) -> Result<Ready, Failure> {
    let source = Source::for_serving(config).await?;
    match prepare(config, &source, demonstration).await {
        Ok((context, accounts)) => Ok(Ready { source, context, accounts }),
        Err(failure) => {
            // the line that matters is the first one
            let _ = source.close().await;
            Err(failure)
        }
    }
}

async fn prepare(config: &Config, source: &Source, demonstration: bool) -> Result<(Context, Option<String>), Failure> {
    if demonstration {
        let (context, accounts) = demonstration::prepare(config, source).await?;
        return Ok((context, Some(accounts)));
    }
    let installation = open::prepare(source).await?;
    demonstration::refuse_without_flag(config, installation)?;
    Ok((open::context(source.app()?, installation), None))
}

fn state(config: &Config, ready: &Ready, demonstration: bool) -> State {
    let to_files = matches!(config.mail, MailConfig::Files { .. });
    let settings = web::Settings {
        public_url: config.public_url.clone(),
        trusted_proxies: config.trusted_proxies.clone(),
        seat: config.seat,
        mailbox: (demonstration && to_files).then(|| config.mail_folder()),
    };
    State { services: ready.context.clone(), settings }
}

fn workers() -> usize {
    available_parallelism().map_or(2, usize::from)
}

fn greeting(url: &str, accounts: Option<&str>) -> String {
    match accounts {
        Some(accounts) => format!("Rapporteur is ready: {url}\n\n{accounts}\nStop it with Ctrl-C.\n"),
        None => format!("Rapporteur is ready: {url}\n"),
    }
}
