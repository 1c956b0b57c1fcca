//! The administrator: accounts, memberships, outgoing mail.
