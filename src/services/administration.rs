//! What administrators do: accounts and memberships of others.
