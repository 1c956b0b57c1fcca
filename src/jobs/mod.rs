//! The worker: delivers the outbox, runs the schedules. It only calls services; any number of servers may run one each.

use std::{
    future::Future,
    pin::pin,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use chrono::{DateTime, TimeDelta, Utc};
use tokio::sync::Notify;

use crate::{
    database::{Interrupted, Principal},
    domain::{account::ABSOLUTE, delivery::Outcome, delivery::Trouble},
    mail::Mailer,
    services::{Context, digests, outbox},
    store,
};

/// The outbox is looked at so often, unless the worker is woken.
const PACE: Duration = Duration::from_secs(1);
/// Schedules are looked at so often.
const SCHEDULE: TimeDelta = TimeDelta::seconds(20);
/// Old sessions are forgotten so often, a week after they ended.
const FORGET: TimeDelta = TimeDelta::days(1);
const KEPT: TimeDelta = TimeDelta::days(7);

/// Does what no request waits for.
#[derive(Debug)]
pub struct Worker {
    context: Context,
    mailer: Mailer,
    wake: Arc<Notify>,
    scheduled_at: Option<DateTime<Utc>>,
    forgot_at: Option<DateTime<Utc>>,
}

impl Worker {
    /// A worker that hands mails to `mailer`.
    #[must_use]
    pub fn new(context: Context, mailer: Mailer) -> Self {
        Self { context, mailer, wake: Arc::default(), scheduled_at: None, forgot_at: None }
    }

    /// Wakes the worker before its time.
    #[must_use]
    pub fn wake(&self) -> Arc<Notify> {
        Arc::clone(&self.wake)
    }

    /// Works until `shutdown` is there; the mail in hand is finished first.
    pub async fn run(mut self, shutdown: impl Future<Output = ()>) {
        let mut shutdown = pin!(shutdown);
        let stopping = Arc::new(AtomicBool::new(false));
        let wake = self.wake();
        loop {
            {
                let mut round = Box::pin(self.round(&stopping));
                tokio::select! {
                    () = &mut shutdown => {
                        stopping.store(true, Ordering::Relaxed);
                        round.await;
                        return;
                    }
                    () = &mut round => {}
                }
            }
            tokio::select! {
                () = &mut shutdown => return,
                () = tokio::time::sleep(PACE) => {}
                () = wake.notified() => {}
            }
        }
    }

    /// Everything that is due now. What fails is logged and comes again.
    pub async fn round(&mut self, stopping: &AtomicBool) {
        let now = self.context.clock.now();
        if is_due(&mut self.scheduled_at, now, SCHEDULE) {
            self.step("the schedule of digests", digests::run_schedule(self.context.clone())).await;
        }
        if is_due(&mut self.forgot_at, now, FORGET) {
            self.step("forgetting old sessions", forget_sessions(self.context.clone())).await;
        }
        self.step("looking for interrupted mails", outbox::give_up(self.context.clone())).await;
        while !stopping.load(Ordering::Relaxed) {
            let delivery = Box::pin(outbox::deliver_next(self.context.clone(), self.mailer.clone()));
            match self.step("delivering a mail", delivery).await.flatten() {
                // the others would only wait for the same server
                Some((_, Outcome::Deferred(Trouble::Unreachable | Trouble::Insecure | Trouble::SignIn))) | None => {
                    break;
                }
                Some(_) => {}
            }
        }
    }

    /// One piece of work in a task of its own, so that a panic ends it and not the worker.
    async fn step<T, E>(
        &self,
        name: &'static str,
        work: impl Future<Output = Result<T, E>> + Send + 'static,
    ) -> Option<T>
    where
        T: Send + 'static,
        E: From<Interrupted> + std::fmt::Display + Send + 'static,
    {
        match self.context.database.run(work).await {
            Ok(value) => Some(value),
            Err(error) => {
                tracing::error!(%error, "{name} failed");
                None
            }
        }
    }
}

/// Whether it is time again, and if so notes that.
fn is_due(last: &mut Option<DateTime<Utc>>, now: DateTime<Utc>, every: TimeDelta) -> bool {
    let due = last.is_none_or(|last| now - last >= every || now < last);
    if due {
        *last = Some(now);
    }
    due
}

async fn forget_sessions(context: Context) -> Result<u64, outbox::OutboxError> {
    let mut transaction = context.database.begin(Principal::Job).await?;
    let now = context.clock.now();
    let forgotten = store::sessions::forget(&mut transaction, now - ABSOLUTE - KEPT).await?;
    store::limits::forget(&mut transaction, now - KEPT).await?;
    transaction.commit().await?;
    Ok(forgotten)
}
