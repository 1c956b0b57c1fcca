//! The data folder: what lies where, and its locks.

use std::fs::{self, DirBuilder, File, OpenOptions, Permissions, TryLockError};
use std::io::{self, Read, Write};
use std::os::unix::fs::{DirBuilderExt, MetadataExt, OpenOptionsExt, PermissionsExt, chown};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

use super::error::ClusterError;

/// How long to wait for another process that is starting or stopping the cluster.
const PATIENCE: Duration = Duration::from_secs(90);

/// Postgres's own folder in a data folder.
pub(super) fn cluster_of(data: &Path) -> PathBuf {
    data.join("cluster")
}

/// What the data folder is opened for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Purpose {
    Serve,
    Command,
}

/// An existing data folder, by its canonical path.
#[derive(Debug)]
pub(super) struct Folder {
    data: PathBuf,
    /// Owner and group of the data folder, if we are root and it is not root's: our files there become theirs.
    keeper: Option<(u32, u32)>,
}

impl Folder {
    /// Opens the data folder, or makes it: 0700, or 0711 as root, since the cluster's user has to pass through it.
    pub(super) fn open(data: &Path) -> Result<Self, ClusterError> {
        let absolute = std::path::absolute(data).map_err(ClusterError::at(data))?;
        make(&absolute)?;
        let data = absolute.canonicalize().map_err(ClusterError::at(&absolute))?;
        let found = fs::metadata(&data).map_err(ClusterError::at(&data))?;
        if !found.is_dir() {
            return Err(ClusterError::NotAFolder { path: data });
        }
        let root = rustix::process::geteuid().is_root();
        let keeper = (root && found.uid() != 0).then(|| (found.uid(), found.gid()));
        let folder = Self { data, keeper };
        if root && keeper.is_none() && found.mode() & 0o011 != 0o011 && folder.is_ours()? {
            folder.let_pass(found.mode())?;
        }
        Ok(folder)
    }

    pub(super) fn data(&self) -> &Path {
        &self.data
    }

    /// Postgres's own folder.
    pub(super) fn cluster(&self) -> PathBuf {
        cluster_of(&self.data)
    }

    /// Where Postgres writes its log.
    pub(super) fn log(&self) -> PathBuf {
        self.data.join("postgres.log")
    }

    /// Takes the data folder for a server, for as long as the file is open.
    pub(super) fn lock_for_serving(&self) -> Result<File, ClusterError> {
        let path = self.data.join("serve.lock");
        let mut file = self.open_file(&path)?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                let mut text = String::new();
                let _ = file.read_to_string(&mut text);
                return Err(ClusterError::InUse { folder: self.data.clone(), process: text.trim().parse().ok() });
            }
            Err(TryLockError::Error(source)) => return Err(ClusterError::at(&path)(source)),
        }
        // the number only helps a person to find the process: the lock is what counts
        file.set_len(0).map_err(ClusterError::at(&path))?;
        writeln!(file, "{}", std::process::id()).map_err(ClusterError::at(&path))?;
        Ok(file)
    }

    /// Waits until nobody else starts or stops the cluster, and keeps others from it while the file is open.
    pub(super) fn lock_for_change(&self) -> Result<File, ClusterError> {
        let end = Instant::now() + PATIENCE;
        loop {
            if let Some(file) = self.try_lock_for_change()? {
                return Ok(file);
            }
            if Instant::now() > end {
                return Err(ClusterError::Busy { folder: self.data.clone() });
            }
            thread::sleep(Duration::from_millis(10));
        }
    }

    /// The same without waiting.
    pub(super) fn try_lock_for_change(&self) -> Result<Option<File>, ClusterError> {
        let path = self.data.join("change.lock");
        let file = self.open_file(&path)?;
        match file.try_lock() {
            Ok(()) => Ok(Some(file)),
            Err(TryLockError::WouldBlock) => Ok(None),
            Err(TryLockError::Error(source)) => Err(ClusterError::at(&path)(source)),
        }
    }

    /// The file that every user of the cluster holds a shared lock on.
    pub(super) fn users(&self) -> Result<File, ClusterError> {
        self.open_file(&self.data.join("users.lock"))
    }

    /// Postgres's log, opened for appending; an old long one makes room.
    pub(super) fn open_log(&self) -> Result<File, ClusterError> {
        const LONG: u64 = 10 * 1024 * 1024;
        let path = self.log();
        if fs::metadata(&path).is_ok_and(|found| found.len() > LONG) {
            let old = self.data.join("postgres.log.1");
            fs::rename(&path, old).map_err(ClusterError::at(&path))?;
        }
        self.open_file(&path)
    }

    /// A file of ours in the data folder, made if it is missing; writing appends.
    fn open_file(&self, path: &Path) -> Result<File, ClusterError> {
        let new = !path.exists();
        let file = OpenOptions::new()
            .read(true)
            .append(true)
            .create(true)
            .mode(0o600)
            .open(path)
            .map_err(ClusterError::at(path))?;
        if let Some((uid, gid)) = self.keeper.filter(|_| new) {
            chown(path, Some(uid), Some(gid)).map_err(ClusterError::at(path))?;
        }
        Ok(file)
    }

    /// Whether the folder is empty or has been used by us: a folder that somebody keeps other things in is not
    /// opened to others behind their back.
    fn is_ours(&self) -> Result<bool, ClusterError> {
        let at = ClusterError::at(&self.data);
        let mut entries = fs::read_dir(&self.data).map_err(at)?;
        Ok(self.data.join("change.lock").exists() || entries.next().is_none())
    }

    fn let_pass(&self, mode: u32) -> Result<(), ClusterError> {
        let mode = Permissions::from_mode((mode & 0o7777) | 0o011);
        fs::set_permissions(&self.data, mode).map_err(ClusterError::at(&self.data))
    }
}

/// Makes `folder` and what is missing above it, whatever the umask says.
fn make(folder: &Path) -> Result<(), ClusterError> {
    match fs::metadata(folder) {
        Ok(_) => return Ok(()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        Err(error) if error.kind() == io::ErrorKind::NotADirectory => {
            let file = folder.ancestors().find(|above| above.is_file());
            return Err(ClusterError::NotAFolder { path: file.unwrap_or(folder).to_path_buf() });
        }
        Err(error) => return Err(ClusterError::at(folder)(error)),
    }
    if let Some(parent) = folder.parent() {
        make(parent)?;
    }
    let mode = if rustix::process::geteuid().is_root() { 0o711 } else { 0o700 };
    match DirBuilder::new().mode(mode).create(folder) {
        // another process was faster
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists && folder.is_dir() => Ok(()),
        Err(error) => Err(ClusterError::at(folder)(error)),
        Ok(()) => fs::set_permissions(folder, Permissions::from_mode(mode)).map_err(ClusterError::at(folder)),
    }
}
