//! The roles of the cluster.

/// Who connects. All but the superuser are subject to row-level security.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// `postgres`: makes roles and databases, and nothing else.
    Superuser,
    /// `rapporteur_owner`: owns the database; migrations run as this role.
    Owner,
    /// `rapporteur_app`: serves.
    App,
    /// `rapporteur_backup`: reads everything by policies of its own.
    Backup,
}

impl Role {
    /// The role's name in Postgres.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Superuser => "postgres",
            Self::Owner => "rapporteur_owner",
            Self::App => "rapporteur_app",
            Self::Backup => "rapporteur_backup",
        }
    }
}
