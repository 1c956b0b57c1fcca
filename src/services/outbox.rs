//! Delivery of the outbox: claimed with a lease, never sent twice.
