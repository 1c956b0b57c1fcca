//! Who uses the cluster: the first in starts it, the last out stops it.
//!
//! Three locks in the data folder. `serve.lock`: one server at most, while it lives. `users.lock`: shared by every
//! process that uses the cluster, while it does; to get it exclusively means to be alone. `change.lock`: held
//! while one comes or leaves, so that these steps happen one after the other. The kernel frees the locks of a killed
//! process.

use std::fs::{File, TryLockError};
use std::path::{Path, PathBuf};
use std::process::Child;

use super::error::ClusterError;
use super::folder::{Folder, Purpose};
use super::postmaster::{self, Postmaster};
use super::user::ClusterUser;
use super::{launch, socket};

/// A use of the running cluster.
#[derive(Debug)]
pub(super) struct Hold {
    folder: Folder,
    binaries: PathBuf,
    socket_folder: PathBuf,
    joined: bool,
    new: bool,
    /// Postgres, if it is our child: it has to be reaped.
    child: Option<Child>,
    users: File,
    /// Held from `take` to `opened`.
    change: Option<File>,
    _serving: Option<File>,
    released: bool,
}

impl Hold {
    /// Joins the cluster of the data folder, or adopts or starts it. Until [`Hold::opened`] nobody else can come.
    pub(super) fn take(data: &Path, purpose: Purpose) -> Result<Self, ClusterError> {
        let folder = Folder::open(data)?;
        let serving = match purpose {
            Purpose::Serve => Some(folder.lock_for_serving()?),
            Purpose::Command => None,
        };
        let change = folder.lock_for_change()?;
        let users = folder.users()?;
        let alone = try_alone(&folder, &users)?;
        let found = Postmaster::running(&folder.cluster());
        let usable = match &found {
            Some(found) if !alone => launch::accepts(found),
            Some(found) => is_as_we_start_it(found, &folder),
            None => false,
        };
        let (postmaster, child, new) = match found {
            Some(found) if usable => (found, None, false),
            found => {
                let (postmaster, child, new) = restart(&folder, found)?;
                (postmaster, Some(child), new)
            }
        };
        // from exclusive to shared is no single step, but nobody can come in between: we hold `change`
        users.lock_shared().map_err(ClusterError::at(folder.data()))?;
        let binaries = binaries_of(&postmaster);
        Ok(Self {
            folder,
            binaries,
            socket_folder: postmaster.socket_folder,
            joined: !alone,
            new,
            child,
            users,
            change: Some(change),
            _serving: serving,
            released: false,
        })
    }

    /// Says that roles and database stand: others may come.
    pub(super) fn opened(&mut self) {
        self.change = None;
    }

    /// Leaves. Stops Postgres and waits for its end, if nobody else uses it.
    pub(super) fn release(&mut self) -> Result<(), ClusterError> {
        self.released = true;
        let _change = match self.change.take() {
            Some(change) => change,
            None => self.folder.lock_for_change()?,
        };
        self.users.unlock().map_err(ClusterError::at(self.folder.data()))?;
        if !try_alone(&self.folder, &self.users)? {
            return Ok(());
        }
        let cluster = self.folder.cluster();
        if let Some(postmaster) = Postmaster::running(&cluster) {
            postmaster.stop(&cluster)?;
        }
        if let Some(child) = &mut self.child {
            let _ = child.try_wait();
        }
        let _ = std::fs::remove_dir(&self.socket_folder);
        Ok(())
    }

    pub(super) fn socket_folder(&self) -> &Path {
        &self.socket_folder
    }

    pub(super) fn binaries(&self) -> &Path {
        &self.binaries
    }

    /// Whether Postgres runs still.
    pub(super) fn is_running(&self) -> bool {
        Postmaster::running(&self.folder.cluster()).is_some()
    }

    pub(super) fn log(&self) -> PathBuf {
        self.folder.log()
    }

    pub(super) fn is_new(&self) -> bool {
        self.new
    }

    /// Whether this call started Postgres, rather than finding it running.
    pub(super) fn has_started(&self) -> bool {
        self.child.is_some()
    }

    pub(super) fn is_joined(&self) -> bool {
        self.joined
    }
}

impl Drop for Hold {
    /// The same as [`Hold::release`] without waiting for anything; who comes next waits for Postgres's end.
    fn drop(&mut self) {
        if self.released {
            return;
        }
        let change = self.change.take();
        let change = change.or_else(|| self.folder.try_lock_for_change().ok().flatten());
        if change.is_none() || self.users.unlock().is_err() {
            return;
        }
        if try_alone(&self.folder, &self.users).unwrap_or(false)
            && let Some(postmaster) = Postmaster::running(&self.folder.cluster())
        {
            postmaster.ask_to_stop();
        }
    }
}

/// Whether nobody else uses the cluster; then `users` is locked exclusively.
fn try_alone(folder: &Folder, users: &File) -> Result<bool, ClusterError> {
    match users.try_lock() {
        Ok(()) => Ok(true),
        Err(TryLockError::WouldBlock) => Ok(false),
        Err(TryLockError::Error(source)) => Err(ClusterError::at(folder.data())(source)),
    }
}

/// Whether a server that a killed process left behind can be taken over as it is.
fn is_as_we_start_it(found: &Postmaster, folder: &Folder) -> bool {
    let socket_folder = socket::folder(folder.data());
    let arguments = launch::arguments(folder, &socket_folder);
    let installed = binaries_of(found).join("initdb").is_file();
    installed && found.command.get(1..) == Some(&arguments[..]) && launch::accepts(found)
}

/// The folder of the programs that the server was started from: we start it by its full path.
fn binaries_of(postmaster: &Postmaster) -> PathBuf {
    let program = postmaster.command.first().map(Path::new);
    program.and_then(Path::parent).map(Path::to_path_buf).unwrap_or_default()
}

/// Ends what there is, clears the way and starts; makes the cluster first if there is none. Says whether it did.
fn restart(folder: &Folder, found: Option<Postmaster>) -> Result<(Postmaster, Child, bool), ClusterError> {
    let cluster = folder.cluster();
    let user = ClusterUser::choose(folder.data(), &cluster)?;
    // the cluster may be a link to another disk
    let place = cluster.canonicalize();
    user.may_reach(place.as_deref().unwrap_or(folder.data()))?;
    let version = launch::cluster_version(folder)?;
    let installation = launch::installation(folder, version)?;
    if let Some(found) = found {
        found.stop(&cluster)?;
    }
    if version.is_some() {
        postmaster::clear_remains(&cluster)?;
    } else {
        launch::initdb(folder, &user, &installation)?;
    }
    let socket_folder = socket::folder(folder.data());
    socket::prepare(&socket_folder, &user)?;
    let (postmaster, child) = launch::start(folder, &user, &installation, &socket_folder)?;
    if version.is_none() {
        launch::flush(cluster);
    }
    Ok((postmaster, child, version.is_none()))
}
