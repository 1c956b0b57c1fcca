//! The pool, migrations, and the embedded cluster that is used when no address is given.
//!
//! All database work runs on one multi-threaded runtime: actix's workers are single-threaded runtimes of their own, and a
//! pooled connection stays with the reactor that opened it. [`Database::run`] spawns the work there and awaits it, so a
//! request that is dropped half-way never drops a transaction half-way.

pub mod cluster;
pub mod dump;
pub mod migrations;

use std::{future::Future, time::Duration};

use futures_util::future::BoxFuture;
use sqlx::{
    Connection, Executor, PgConnection, PgPool, Postgres, Transaction,
    postgres::{PgConnectOptions, PgPoolOptions},
};
use tokio::runtime::Handle;

use crate::{clock::Clock, domain::ids::AccountId};

/// In whose name a transaction reads and writes; row-level security asks for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Principal {
    /// Nobody is signed in.
    Nobody,
    /// The session's account.
    Account(AccountId),
    /// The worker: states and what was submitted, no drafts.
    Job,
}

impl From<&AccountId> for Principal {
    fn from(account: &AccountId) -> Self {
        Self::Account(*account)
    }
}

/// Access to Postgres in the app's role.
#[derive(Clone, Debug)]
pub struct Database {
    pool: PgPool,
    runtime: Handle,
    /// The time that Postgres is told, while the demonstration's past is played.
    played: Option<Clock>,
}

impl Database {
    /// A pool of at most `size` connections whose work runs on the runtime that calls this.
    #[must_use]
    pub fn new(options: PgConnectOptions, size: u32) -> Self {
        let options = options.application_name("rapporteur").options([
            ("statement_timeout", "15s"),
            ("idle_in_transaction_session_timeout", "20s"),
            ("lock_timeout", "10s"),
            ("timezone", "UTC"),
        ]);
        let pool = PgPoolOptions::new()
            .max_connections(size)
            .acquire_timeout(Duration::from_secs(8))
            // a future dropped in `begin` may leave an open transaction behind (sqlx issues 4385 and 4393)
            .before_acquire(|connection, _| Box::pin(async move { end_transaction(connection).await.map(|()| true) }))
            .connect_lazy_with(options);
        Self { pool, runtime: Handle::current(), played: None }
    }

    /// The same database, whose transactions take `clock` for Postgres's own clock where windows are decided: for the
    /// demonstration, which plays a consultation that is over. Service never does.
    #[must_use]
    pub fn playing(mut self, clock: Clock) -> Self {
        self.played = Some(clock);
        self
    }

    /// Begins a transaction in the name of `principal`.
    pub async fn begin(&self, principal: Principal) -> Result<Transaction<'static, Postgres>, sqlx::Error> {
        let mut transaction = self.pool.begin().await?;
        let (account, kind) = match principal {
            Principal::Nobody => (String::new(), ""),
            Principal::Account(account) => (account.to_string(), ""),
            Principal::Job => (String::new(), "job"),
        };
        let played = self.played.as_ref().map(|clock| clock.now().to_rfc3339()).unwrap_or_default();
        sqlx::query!(
            "select set_config('rapporteur.account', $1, true) as account, set_config('rapporteur.principal', $2, true) as principal,
               set_config('rapporteur.now', $3, true) as now",
            account,
            kind,
            played
        )
        .fetch_one(&mut *transaction)
        .await?;
        Ok(transaction)
    }

    /// Reads in one transaction that is rolled back afterwards.
    pub async fn read<T, E, F>(&self, principal: Principal, work: F) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<sqlx::Error> + From<Interrupted> + Send + 'static,
        F: for<'c> FnOnce(&'c mut PgConnection) -> BoxFuture<'c, Result<T, E>> + Send + 'static,
    {
        let database = self.clone();
        self.run(async move {
            let mut transaction = database.begin(principal).await?;
            let value = work(&mut transaction).await?;
            transaction.rollback().await?;
            Ok(value)
        })
        .await
    }

    /// Runs `work` to its end on the database's runtime, even when the caller stops waiting.
    pub async fn run<T, E>(&self, work: impl Future<Output = Result<T, E>> + Send + 'static) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<Interrupted> + Send + 'static,
    {
        self.runtime.spawn(work).await.map_err(|_| Interrupted)?
    }

    /// Whether Postgres answers.
    pub async fn ping(&self) -> Result<(), sqlx::Error> {
        self.pool.acquire().await?.ping().await
    }

    /// Closes the pool; waits a few seconds at most for connections in use.
    pub async fn close(&self) {
        let _ = tokio::time::timeout(Duration::from_secs(5), self.pool.close()).await;
    }
}

/// The work panicked or its runtime is shutting down.
#[derive(Debug, thiserror::Error)]
#[error("the work was interrupted")]
pub struct Interrupted;

/// Ends the transaction that a connection may have been left in. One statement alone would warn in Postgres's log
/// whenever there is nothing to end, which is the rule; both together warn when there is.
async fn end_transaction(connection: &mut PgConnection) -> Result<(), sqlx::Error> {
    if connection.execute("begin; rollback").await.is_err() {
        // an aborted transaction takes no other statement
        connection.execute("rollback").await?;
    }
    Ok(())
}
