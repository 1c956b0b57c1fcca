//! Opens the database that is configured: a server's, or the private cluster in the data folder.

use std::path::PathBuf;

use secrecy::SecretString;
use sqlx::postgres::PgConnectOptions;

use super::Failure;
use crate::{
    clock::Clock,
    config::{self, Config, ConfigError},
    database::{
        Database,
        cluster::{self, Cluster, ClusterError, Role},
    },
    mail::{Mailer, links::Links},
    services::{Context, Installation, passwords::Hasher, startup},
    web::routes,
};

/// Connections of one process: more than it has work for, fewer than a server gives.
const CONNECTIONS: u32 = 20;

/// The file of the data folder that says where its server is reached.
const SITE: &str = "site";

/// Where the database is.
#[allow(clippy::large_enum_variant, reason = "there is one a process")]
pub(super) enum Source {
    /// The private cluster.
    Private(Cluster),
    /// A server, with the roles that are set.
    Server { app: Option<PgConnectOptions>, owner: Option<PgConnectOptions>, backup: Option<PgConnectOptions> },
}

impl Source {
    /// The source for `serve`, which has a data folder to itself.
    pub(super) async fn for_serving(config: &Config) -> Result<Self, Failure> {
        match Self::server(config)? {
            Some(source) => Ok(source),
            None => Ok(Self::Private(Cluster::start(&config.data).await?)),
        }
    }

    /// The source for commands, which join a running server's cluster.
    pub(super) async fn for_command(config: &Config) -> Result<Self, Failure> {
        match Self::server(config)? {
            Some(source) => Ok(source),
            None => Ok(Self::Private(Cluster::join_or_start(&config.data).await?)),
        }
    }

    /// The same for commands that have nothing to do where nothing was ever kept: a mistyped folder is not made.
    pub(super) async fn existing(config: &Config) -> Result<Self, Failure> {
        if config.databases.is_embedded() && !Cluster::is_in(&config.data) {
            return Err(format!("{} holds no data: name the server's folder with --data", config.data.display()).into());
        }
        Self::for_command(config).await
    }

    fn server(config: &Config) -> Result<Option<Self>, ConfigError> {
        let databases = &config.databases;
        if databases.is_embedded() {
            return Ok(None);
        }
        let read = |name, url: &Option<_>| url.as_ref().map(|url| config::options(name, url)).transpose();
        Ok(Some(Self::Server {
            app: read(config::APP, &databases.app)?,
            owner: read(config::OWNER, &databases.owner)?,
            backup: read(config::BACKUP, &databases.backup)?,
        }))
    }

    /// Whether this process alone uses the database, as far as it can know: nobody else delivers mail.
    pub(super) fn is_alone(&self) -> bool {
        matches!(self, Self::Private(cluster) if !cluster.is_joined())
    }

    /// How the serving role connects.
    pub(super) fn app(&self) -> Result<PgConnectOptions, ConfigError> {
        match self {
            Self::Private(cluster) => Ok(cluster.options(Role::App)),
            Self::Server { app, .. } => given(app.as_ref(), config::APP, "this command works as the serving role"),
        }
    }

    /// How the owner connects, if it may.
    pub(super) fn owner(&self) -> Result<PgConnectOptions, ConfigError> {
        match self {
            Self::Private(cluster) => Ok(cluster.options(Role::Owner)),
            Self::Server { owner, .. } => {
                given(owner.as_ref(), config::OWNER, "this command works as the tables' owner")
            }
        }
    }

    /// How the backup role connects.
    pub(super) fn backup(&self) -> Result<PgConnectOptions, ConfigError> {
        match self {
            Self::Private(cluster) => Ok(cluster.options(Role::Backup)),
            Self::Server { backup, .. } => {
                given(backup.as_ref(), config::BACKUP, "this command works as the backup role")
            }
        }
    }

    /// The program of that name, of the version that runs the database or a later one.
    pub(super) async fn program(&self, name: &str, options: &PgConnectOptions) -> Result<PathBuf, Failure> {
        match self {
            Self::Private(cluster) => Ok(cluster.binary(name)),
            Self::Server { .. } => {
                let major = startup::server_version(options).await?;
                let found = cluster::client_program(name, major);
                let advice = format!("on Debian: apt-get install postgresql-client-{major}");
                found.ok_or_else(|| format!("{name} of PostgreSQL {major} or later was not found: {advice}").into())
            }
        }
    }

    /// The address of that role's database, as libpq reads it, without its password; and the password.
    pub(super) fn address(&self, role: Role, config: &Config) -> Result<(String, Option<SecretString>), ConfigError> {
        let (url, name) = match (self, role) {
            (Self::Private(cluster), role) => return Ok((cluster.url(role), None)),
            (_, Role::Backup) => (&config.databases.backup, config::BACKUP),
            (_, _) => (&config.databases.owner, config::OWNER),
        };
        let why = "this command works as that role";
        url.as_ref().map(config::without_password).ok_or(ConfigError::Missing { name, why })
    }

    /// Waits until the private cluster is lost; for ever where there is none, since a server may come back.
    pub(super) async fn lost(&self) -> ClusterError {
        match self {
            Self::Private(cluster) => cluster.lost().await,
            Self::Server { .. } => std::future::pending().await,
        }
    }

    /// Lets the cluster go.
    pub(super) async fn close(self) -> Result<(), ClusterError> {
        match self {
            Self::Private(cluster) => cluster.stop().await,
            Self::Server { .. } => Ok(()),
        }
    }
}

fn given(
    options: Option<&PgConnectOptions>,
    name: &'static str,
    why: &'static str,
) -> Result<PgConnectOptions, ConfigError> {
    options.cloned().ok_or(ConfigError::Missing { name, why })
}

/// Says in the data folder where this server is reached, for commands that join it.
pub(super) fn note_site(config: &Config, source: &Source, site: &str) {
    if matches!(source, Source::Private(_))
        && let Err(error) = std::fs::write(config.data.join(SITE), site)
    {
        tracing::warn!(%error, "commands will not know where this server is reached");
    }
}

/// The beginning of a command's links: where the server that runs is reached, else as this command is configured.
pub(super) fn site(config: &Config, source: &Source) -> String {
    let joined = matches!(source, Source::Private(cluster) if cluster.is_joined()) && config.public_url.is_none();
    let noted = joined.then(|| std::fs::read_to_string(config.data.join(SITE)).ok()).flatten();
    noted.unwrap_or_else(|| config.base_url(config.listen))
}

/// Migrates where the owner is known, checks, seeds; returns what is known of the installation.
pub(super) async fn prepare(source: &Source) -> Result<Installation, Failure> {
    Ok(startup::prepare(&source.app()?, source.owner().ok().as_ref()).await?)
}

/// The use-cases' context on a prepared database.
pub(super) fn context(app: PgConnectOptions, installation: Installation) -> Context {
    let database = Database::new(app, CONNECTIONS);
    Context { database, clock: Clock::System, hasher: Hasher::new(), installation }
}

/// What mails need: the transport, the sender, where links lead.
pub(super) fn mailer(config: &Config, base_url: &str) -> Result<Mailer, Failure> {
    let (transport, from) = config.mail.open()?;
    Ok(Mailer { transport, from, links: Links::new(base_url, routes::MAIL_PATHS), seat: config.seat })
}
