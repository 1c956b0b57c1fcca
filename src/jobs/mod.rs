//! The worker: delivers the outbox, runs the schedules.
