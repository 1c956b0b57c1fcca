//! Mail: outbox, transport, digests.
