//! `rapporteur serve`: database, worker and web server, from the first to the last moment.

use std::{net::TcpListener, pin::pin, thread::available_parallelism};

use actix_web::dev::Server;
use futures_util::{FutureExt, future::join};
use tokio::sync::oneshot;

use super::{
    Failure, demonstration,
    open::{self, Source},
    output,
    signals::Signals,
};
use crate::{
    config::Config,
    database::Interrupted,
    jobs::Worker,
    mail::Mailer,
    services::{Context, note_reader::NoteReader},
    web::{self, State},
};

/// What runs beside the web server.
struct Ready {
    source: Source,
    context: Context,
    /// The demonstration's accounts.
    accounts: Option<String>,
}

pub(super) async fn run(mut config: Config, demonstration: bool) -> Result<(), Failure> {
    config.check_serving(demonstration)?;
    if demonstration {
        // its addresses are nobody's
        config.mail.smtp_url = None;
    }
    let mut signals = Signals::catch()?;
    let listener = bind(&config)?;
    let address = listener.local_addr()?;
    let mailer = open::mailer(&config, &config.base_url(address))?;
    let ready = tokio::select! {
        ready = start(&config, demonstration, &mailer) => ready?,
        // dropped half-way the start lets the cluster go
        () = signals.next() => return Ok(()),
    };
    open::note_site(&config, &ready.source, &config.base_url(address));
    let server = web::server::server(listener, state(&config, &ready, demonstration)?, workers())?;
    let _ = output::print(&greeting(&config.base_url(address), ready.accounts.as_deref()));
    tracing::info!(%address, demonstration, "serving");
    let worker = Worker::new(ready.context.clone(), mailer);
    let served = serve(server, worker, &ready, signals).await;
    ready.context.database.close().await;
    let closed = ready.source.close().await;
    // the line that matters is the first one
    served?;
    closed?;
    tracing::info!("stopped");
    Ok(())
}

/// Serves and works until told to stop, or until the private cluster is lost: then whoever watches over the program can start it
/// anew. The requests under way end first, and after them the mail in hand.
async fn serve(server: Server, worker: Worker, ready: &Ready, mut signals: Signals) -> Result<(), Failure> {
    let (stop_worker, told) = oneshot::channel::<()>();
    let work = ready.context.database.run(async move {
        worker.run(told.map(|_| ())).await;
        Ok::<(), Interrupted>(())
    });
    let site = async move {
        let handle = server.handle();
        let mut server = pin!(server);
        let served: Result<(), Failure> = tokio::select! {
            result = &mut server => result.map_err(Failure::from),
            lost = ready.source.lost() => {
                // who waits for a connection, such as the worker, waits in vain
                ready.context.database.close().await;
                join(handle.stop(false), &mut server).await.1.map_err(Failure::from).and(Err(lost.into()))
            }
            () = signals.next() => {
                tracing::info!("stopping");
                let stop = async {
                    tokio::select! {
                        () = handle.stop(true) => {}
                        // whoever asks twice does not want to wait for others' requests
                        () = signals.next() => handle.stop(false).await,
                    }
                };
                join(stop, &mut server).await.1.map_err(Failure::from)
            }
        };
        drop(stop_worker);
        served
    };
    let (served, worked) = join(site, work).await;
    served?;
    worked?;
    Ok(())
}

fn bind(config: &Config) -> Result<TcpListener, Failure> {
    let address = config.listen;
    let listener = TcpListener::bind(address)
        .map_err(|error| format!("cannot listen on {address} ({error}): choose another address with --listen"))?;
    listener.set_nonblocking(true)?;
    Ok(listener)
}

async fn start(config: &Config, demonstration: bool, mailer: &Mailer) -> Result<Ready, Failure> {
    let source = Source::for_serving(config).await?;
    match prepare(config, &source, demonstration, mailer).await {
        Ok((context, accounts)) => Ok(Ready { source, context, accounts }),
        Err(failure) => {
            // the line that matters is the first one
            let _ = source.close().await;
            Err(failure)
        }
    }
}

async fn prepare(
    config: &Config,
    source: &Source,
    demonstration: bool,
    mailer: &Mailer,
) -> Result<(Context, Option<String>), Failure> {
    if demonstration {
        let (context, accounts) = demonstration::prepare(config, source, mailer.clone()).await?;
        return Ok((context, Some(accounts)));
    }
    let installation = open::prepare(source).await?;
    demonstration::refuse_without_flag(config, source, installation.demonstration)?;
    Ok((open::context(source.app()?, installation), None))
}

fn state(config: &Config, ready: &Ready, demonstration: bool) -> std::io::Result<State> {
    let settings = web::Settings {
        public_url: config.public_url.clone(),
        trusted_proxies: config.trusted_proxies.clone(),
        seat: config.seat,
        mailbox: demonstration.then(|| config.mail.folder.clone()),
    };
    Ok(State { services: ready.context.clone(), notes: NoteReader::of_this_program()?, settings })
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
