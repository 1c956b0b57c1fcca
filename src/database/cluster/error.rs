//! What can go wrong with the private cluster: one line each, which names the way out.

use std::fmt::Write as _;
use std::io;
use std::path::{Path, PathBuf};

use super::binaries::MINIMUM;

/// Why the private cluster could not be used.
#[derive(Debug, thiserror::Error)]
pub enum ClusterError {
    /// A server has this data folder already.
    #[error("the data folder {} is served by another rapporteur{}: stop that one, or choose another folder with --data", folder.display(), process_note(*process))]
    InUse {
        /// The data folder.
        folder: PathBuf,
        /// The other server's process id, where it is known.
        process: Option<u32>,
    },
    /// Another process has been starting or stopping the cluster for too long.
    #[error("another rapporteur has been starting or stopping the database in {} for a minute and a half: end that process and try again", folder.display())]
    Busy {
        /// The data folder.
        folder: PathBuf,
    },
    /// No usable Postgres on this machine.
    #[error(
        "PostgreSQL {MINIMUM} or later was not found on this machine{}: install it (on Debian: apt-get install postgresql), or set DATABASE_URL to a running server",
        found_note(found)
    )]
    NoPostgres {
        /// Major versions that were found, all too old.
        found: Vec<u32>,
    },
    /// The cluster was made by another major version.
    #[error("{} was made by PostgreSQL {data}, and this machine has PostgreSQL {}: {}", folder.display(), listed(found), mismatch_way_out(*data))]
    VersionMismatch {
        /// The data folder.
        folder: PathBuf,
        /// The cluster's major version.
        data: u32,
        /// The installed major versions.
        found: Vec<u32>,
    },
    /// The folder where the cluster belongs holds something else.
    #[error("{} is no PostgreSQL cluster: move it away, or choose another folder with --data", path.display())]
    NotACluster {
        /// The folder where the cluster belongs.
        path: PathBuf,
    },
    /// A file stands where a folder belongs.
    #[error("{} is not a folder: choose another one with --data", path.display())]
    NotAFolder {
        /// The file.
        path: PathBuf,
    },
    /// The process lacks the right to write.
    #[error("no permission to write {}: run as its owner, or choose another folder with --data", path.display())]
    NotWritable {
        /// What could not be written.
        path: PathBuf,
    },
    /// Another user's cluster.
    #[error("{} belongs to {owner}: run rapporteur as {owner} or as root, or choose another folder with --data", path.display())]
    WrongUser {
        /// The cluster.
        path: PathBuf,
        /// Its owner.
        owner: String,
    },
    /// Postgres runs as an unprivileged user, who may not pass through a folder.
    #[error("PostgreSQL runs as the user {user}, who may not enter {}: choose a folder elsewhere with --data (for example /var/lib/rapporteur), or allow it with: chmod o+x {}", folder.display(), folder.display())]
    Blocked {
        /// The folder that blocks.
        folder: PathBuf,
        /// The cluster's user.
        user: String,
    },
    /// Running as root without any user to hand the cluster to.
    #[error(
        "PostgreSQL refuses to run as root, and there is neither a user postgres nor nobody: make one, or run rapporteur as another user"
    )]
    NoUser,
    /// The socket's folder is somebody else's, or no folder.
    #[error("{} exists and is not a folder of the database's user: remove it, or choose another folder with --data", path.display())]
    SocketTaken {
        /// The socket's folder.
        path: PathBuf,
    },
    /// The disk is full.
    #[error("the disk is full at {}: make room and start again", path.display())]
    DiskFull {
        /// Where.
        path: PathBuf,
    },
    /// `initdb` failed.
    #[error("PostgreSQL could not make its cluster in {} ({message}): mend that, or choose another folder with --data", folder.display())]
    Initdb {
        /// The data folder.
        folder: PathBuf,
        /// What initdb said.
        message: String,
    },
    /// Postgres ended while starting.
    #[error("PostgreSQL did not start ({message}): see {}", log.display())]
    Exited {
        /// Its last words.
        message: String,
        /// Its log file.
        log: PathBuf,
    },
    /// Postgres ended while it was used.
    #[error("PostgreSQL ended though nobody asked it to: see {} and start again", log.display())]
    Lost {
        /// Its log file.
        log: PathBuf,
    },
    /// Postgres did not become ready.
    #[error("PostgreSQL is not ready after {seconds} s: see {} and start again", log.display())]
    NotReady {
        /// How long it was waited for.
        seconds: u64,
        /// Its log file.
        log: PathBuf,
    },
    /// Postgres, or what a killed one left behind, does not end.
    #[error("the PostgreSQL process {pid} of {} does not end: end it with: kill -QUIT {pid}", folder.display())]
    WillNotStop {
        /// The process.
        pid: i32,
        /// The cluster's folder.
        folder: PathBuf,
    },
    /// Roles or database could not be made.
    #[error("the roles or the database could not be prepared ({source}): see {} and start again", log.display())]
    Bootstrap {
        /// What Postgres, or the connection, said.
        source: sqlx::Error,
        /// Postgres's log file.
        log: PathBuf,
    },
    /// Any other failure of the file system or of a process.
    #[error("{}: {source}: mend that and start again, or choose another folder with --data", path.display())]
    Io {
        /// What was worked on.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The program is ending.
    #[error("the work on the database cluster was interrupted: start again")]
    Interrupted,
}

impl ClusterError {
    /// Whether Postgres was ending while it was talked to: `admin_shutdown`, `cannot_connect_now`, or the line went dead.
    pub(super) fn is_going_away(&self) -> bool {
        match self {
            Self::Bootstrap { source: sqlx::Error::Io(_), .. } => true,
            Self::Bootstrap { source: sqlx::Error::Database(said), .. } => {
                matches!(said.code().as_deref(), Some("57P01" | "57P03"))
            }
            _ => false,
        }
    }

    /// Turns a failure at `path` into the line that helps; made for `map_err`.
    pub(super) fn at(path: &Path) -> impl Fn(io::Error) -> Self + '_ {
        move |source| {
            let path = path.to_path_buf();
            match source.kind() {
                io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::DiskFull { path },
                io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => Self::NotWritable { path },
                io::ErrorKind::NotADirectory => Self::NotAFolder { path },
                _ => Self::Io { path, source },
            }
        }
    }
}

fn process_note(process: Option<u32>) -> String {
    process.map_or_else(String::new, |id| format!(" (process {id})"))
}

fn found_note(found: &[u32]) -> String {
    let mut note = String::new();
    if !found.is_empty() {
        let _ = write!(note, " (found only {})", listed(found));
    }
    note
}

fn listed(versions: &[u32]) -> String {
    let texts: Vec<String> = versions.iter().map(u32::to_string).collect();
    texts.join(", ")
}

fn mismatch_way_out(data: u32) -> String {
    let restore = "restore a backup into a new folder (--data)";
    if data < MINIMUM {
        restore.to_owned()
    } else {
        format!("install that version (on Debian: apt-get install postgresql-{data}), or {restore}")
    }
}
