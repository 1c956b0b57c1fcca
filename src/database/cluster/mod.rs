//! A private Postgres cluster in the data folder, for installations that name no server of their own.
//!
//! | file | holds |
//! |---|---|
//! | `folder` | the data folder: what lies where, and its locks |
//! | `user` | whom Postgres runs as: it refuses root |
//! | `binaries` | where Postgres is installed |
//! | `socket` | the private folder of the socket |
//! | `postmaster` | the running server process: found, asked, stopped |
//! | `launch` | initdb and the start |
//! | `hold` | who uses the cluster: first in starts it, last out stops it |
//! | `bootstrap` | roles and database |
//!
//! Any number of processes use one cluster: each holds a shared lock on it as long as it does. Who finds nobody
//! else starts the cluster, or adopts the one that a killed process left behind; who leaves as the last stops it.
//! So a command never loses its database because the server, or another command, ends first.

mod binaries;
mod bootstrap;
mod error;
mod folder;
mod hold;
mod launch;
mod postmaster;
mod role;
mod socket;
mod user;

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use sqlx::postgres::{PgConnectOptions, PgSslMode};

pub use self::error::ClusterError;
pub use self::role::Role;

use self::folder::Purpose;
use self::hold::Hold;

/// The database that Rapporteur works in.
pub const DATABASE: &str = "rapporteur";

/// How long a Postgres that goes away may keep us from starting it anew.
const GOING_AWAY: Duration = Duration::from_secs(30);

/// How often a look is taken at whether Postgres still runs.
const WATCH: Duration = Duration::from_secs(1);

/// The port is part of the socket's file name; it is no network port.
const PORT: u16 = 5432;

/// A Postgres client program, such as `pg_dump`, of the major version `oldest` or a later one: for databases on a server.
#[must_use]
pub fn client_program(name: &str, oldest: u32) -> Option<PathBuf> {
    binaries::client(name, oldest)
}

/// A running private cluster, held for as long as this value lives.
///
/// Dropping it releases the cluster too, but does not wait until Postgres has ended: call [`Cluster::stop`].
#[derive(Debug)]
pub struct Cluster {
    hold: Hold,
}

impl Cluster {
    /// The cluster in the folder `data`, for `serve`: at most one server has a data folder.
    ///
    /// Makes the folder, the cluster, the roles and the database where they are missing, and returns when the
    /// database accepts connections. A second server on the same folder gets [`ClusterError::InUse`].
    pub async fn start(data: &Path) -> Result<Self, ClusterError> {
        Self::open(data, Purpose::Serve).await
    }

    /// Whether the folder `data` holds a cluster.
    #[must_use]
    pub fn is_in(data: &Path) -> bool {
        folder::cluster_of(data).is_dir()
    }

    /// The cluster in the folder `data`, for commands: joins it if it runs, else starts it like
    /// [`Cluster::start`].
    pub async fn join_or_start(data: &Path) -> Result<Self, ClusterError> {
        Self::open(data, Purpose::Command).await
    }

    /// The work on files and processes waits in a thread of its own; if this future is dropped meanwhile, the
    /// `Hold` that the thread returns is dropped as well, and with it the cluster.
    ///
    /// A Postgres that was asked to stop a moment ago still looks as if it could be adopted: then all is done again, and the
    /// next try finds it stopping, and waits for its end.
    async fn open(data: &Path, purpose: Purpose) -> Result<Self, ClusterError> {
        let started = Instant::now();
        loop {
            let data = data.to_path_buf();
            let hold = tokio::task::spawn_blocking(move || Hold::take(&data, purpose))
                .await
                .map_err(|_| ClusterError::Interrupted)??;
            let mut cluster = Self { hold };
            if !cluster.is_joined() || cluster.hold.has_started() {
                match bootstrap::run(&cluster).await {
                    Err(error) if !cluster.is_new() && error.is_going_away() && started.elapsed() < GOING_AWAY => {
                        continue;
                    }
                    result => result?,
                }
            }
            cluster.hold.opened();
            return Ok(cluster);
        }
    }

    /// How `role` connects to the database [`DATABASE`]; call `.database(..)` on it for another one.
    #[must_use]
    pub fn options(&self, role: Role) -> PgConnectOptions {
        PgConnectOptions::new_without_pgpass()
            .socket(self.hold.socket_folder())
            .port(PORT)
            .ssl_mode(PgSslMode::Disable)
            .username(role.name())
            .database(DATABASE)
            .application_name("rapporteur")
    }

    /// The same as [`Cluster::options`] as an address, for `psql` and `pg_dump`.
    #[must_use]
    pub fn url(&self, role: Role) -> String {
        let host = socket::percent_encoded(self.hold.socket_folder());
        let user = role.name();
        format!("postgres:///{DATABASE}?host={host}&port={PORT}&user={user}")
    }

    /// The path of a Postgres program, such as `pg_dump`, of the version that runs the cluster.
    #[must_use]
    pub fn binary(&self, name: &str) -> PathBuf {
        self.hold.binaries().join(name)
    }

    /// Whether this call made the cluster.
    #[must_use]
    pub fn is_new(&self) -> bool {
        self.hold.is_new()
    }

    /// Whether another process used the cluster already when this one came.
    #[must_use]
    pub fn is_joined(&self) -> bool {
        self.hold.is_joined()
    }

    /// Makes an empty database with the rights of [`DATABASE`], named `name`; it must not exist.
    pub async fn create_database(&self, name: &str) -> Result<(), ClusterError> {
        bootstrap::create_database(self, name).await
    }

    /// Drops the database [`DATABASE`] with everything in it, and makes it anew; who starts next makes it, should this be interrupted.
    pub async fn empty_database(&self) -> Result<(), ClusterError> {
        bootstrap::empty_database(self).await
    }

    /// Waits until Postgres has ended, though this value still holds it: it was killed, or crashed.
    pub async fn lost(&self) -> ClusterError {
        while self.hold.is_running() {
            tokio::time::sleep(WATCH).await;
        }
        ClusterError::Lost { log: self.hold.log() }
    }

    /// Lets the cluster go. The last process that does so stops Postgres and waits until it has ended; where others
    /// still use the cluster it stays.
    pub async fn stop(self) -> Result<(), ClusterError> {
        let mut hold = self.hold;
        tokio::task::spawn_blocking(move || hold.release()).await.map_err(|_| ClusterError::Interrupted)?
    }
}
