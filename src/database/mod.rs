//! Where the data is: the private Postgres [`cluster`] that serves when no other server is named.

pub mod cluster;
