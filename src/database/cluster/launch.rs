//! Makes the cluster and starts Postgres on it.

use std::ffi::OsString;
use std::fs::{self, DirBuilder, File};
use std::io::{Read, Seek, SeekFrom};
use std::os::unix::fs::DirBuilderExt;
use std::os::unix::net::UnixStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use super::binaries::{self, Installation};
use super::error::ClusterError;
use super::folder::Folder;
use super::postmaster::Postmaster;
use super::role::Role;
use super::user::ClusterUser;
use super::{PORT, socket};

/// How long a start may be silent. Recovery after a crash may take longer, but reports to the log every ten seconds.
const SILENCE: Duration = Duration::from_secs(30);
const TICK: Duration = Duration::from_millis(10);

/// What differs from Postgres's defaults. `terse` keeps the rows themselves, which may hold a delegation's words,
/// out of the log; compiling queries takes longer than ours run.
const SETTINGS: [&str; 12] = [
    "listen_addresses=",
    "unix_socket_permissions=0700",
    "cluster_name=rapporteur",
    "max_connections=100",
    "shared_buffers=128MB",
    "jit=off",
    "timezone=UTC",
    "log_timezone=UTC",
    "log_destination=stderr",
    "logging_collector=off",
    "log_error_verbosity=terse",
    "log_line_prefix=%m [%p] %u ",
];

/// The major version of the cluster in `folder`; `None` where there is no cluster yet.
pub(super) fn cluster_version(folder: &Folder) -> Result<Option<u32>, ClusterError> {
    let path = folder.cluster();
    let empty = match fs::read_dir(&path) {
        Ok(mut entries) => entries.next().is_none(),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => true,
        Err(error) if error.kind() == std::io::ErrorKind::NotADirectory => {
            return Err(ClusterError::NotACluster { path });
        }
        Err(error) => return Err(ClusterError::at(&path)(error)),
    };
    if empty {
        return Ok(None);
    }
    let text = fs::read_to_string(path.join("PG_VERSION")).unwrap_or_default();
    let version = text.trim().parse().map_err(|_| ClusterError::NotACluster { path })?;
    Ok(Some(version))
}

/// The installed Postgres that fits the cluster's `version`, or any where there is no cluster yet.
pub(super) fn installation(folder: &Folder, version: Option<u32>) -> Result<Installation, ClusterError> {
    binaries::find(version).map_err(|found| match version {
        Some(data) if !found.is_empty() => {
            ClusterError::VersionMismatch { folder: folder.data().to_path_buf(), data, found }
        }
        _ => ClusterError::NoPostgres { found },
    })
}

/// Makes the cluster under another name first, so that one that was interrupted is never taken for whole.
/// UTF-8 whatever the environment says.
pub(super) fn initdb(folder: &Folder, user: &ClusterUser, installation: &Installation) -> Result<(), ClusterError> {
    remove_unfinished(folder)?;
    let unfinished = folder.data().join(format!("cluster.new-{}", std::process::id()));
    let at = ClusterError::at(&unfinished);
    DirBuilder::new().mode(0o700).create(&unfinished).map_err(&at)?;
    user.give(&unfinished)?;
    let program = installation.folder.join("initdb");
    let output = user
        .command(&program)
        .arg("-D")
        .arg(&unfinished)
        .args(["-U", Role::Superuser.name(), "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8"])
        .args(["--no-instructions", "--no-sync"])
        .output()
        .map_err(ClusterError::at(&program))?;
    if !output.status.success() {
        let text = String::from_utf8_lossy(&output.stderr).into_owned();
        let _ = fs::remove_dir_all(&unfinished);
        return Err(complaint(&text, folder, |message| ClusterError::Initdb {
            folder: folder.data().to_path_buf(),
            message,
        }));
    }
    fs::rename(&unfinished, folder.cluster()).map_err(at)
}

/// Brings a new cluster to the disk, in a thread of its own: initdb would let the first start wait for it, for a
/// second or more on a busy machine. Until it is done nobody has written anything; and should the process end
/// before, the kernel does it within the half minute.
pub(super) fn flush(cluster: PathBuf) {
    thread::spawn(move || {
        let mut folders = vec![cluster];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(&folder).into_iter().flatten().flatten() {
                match entry.file_type() {
                    Ok(kind) if kind.is_dir() => folders.push(entry.path()),
                    Ok(kind) if kind.is_file() => sync(&entry.path()),
                    _ => {}
                }
            }
            sync(&folder);
        }
    });
}

/// A file that Postgres removed meanwhile needs no flushing.
fn sync(path: &Path) {
    if let Ok(file) = File::open(path) {
        let _ = file.sync_all();
    }
}

fn remove_unfinished(folder: &Folder) -> Result<(), ClusterError> {
    let data = folder.data();
    for entry in fs::read_dir(data).map_err(ClusterError::at(data))?.flatten() {
        if entry.file_name().as_encoded_bytes().starts_with(b"cluster.new-") {
            let path = entry.path();
            remove_while_written(&path).map_err(ClusterError::at(&path))?;
        }
    }
    Ok(())
}

/// Removes a folder into which the initdb of a killed process may still write: it gives up once its files are gone.
fn remove_while_written(path: &Path) -> std::io::Result<()> {
    let end = Instant::now() + SILENCE;
    loop {
        match fs::remove_dir_all(path) {
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(()),
            Err(error) if error.kind() == std::io::ErrorKind::DirectoryNotEmpty && Instant::now() < end => {
                thread::sleep(TICK);
            }
            result => return result,
        }
    }
}

/// Postgres's arguments. They are also how a running one is known to have been started as we would start it.
pub(super) fn arguments(folder: &Folder, socket_folder: &Path) -> Vec<OsString> {
    let mut arguments: Vec<OsString> = vec!["-D".into(), folder.cluster().into()];
    arguments.extend(["-p".into(), PORT.to_string().into()]);
    arguments.extend(["-c".into(), socket::setting(socket_folder)]);
    for setting in SETTINGS {
        arguments.extend(["-c".into(), setting.into()]);
    }
    arguments
}

/// Starts Postgres and waits until it accepts connections.
///
/// No signal on the parent's death is asked for: that follows the thread that spawned, which may end early. A
/// Postgres left behind is adopted by the next start.
pub(super) fn start(
    folder: &Folder,
    user: &ClusterUser,
    installation: &Installation,
    socket_folder: &Path,
) -> Result<(Postmaster, Child), ClusterError> {
    let mut log = folder.open_log()?;
    let at = ClusterError::at;
    let path = folder.log();
    let begin = log.seek(SeekFrom::End(0)).map_err(at(&path))?;
    let program = installation.folder.join("postgres");
    let mut child = user
        .command(&program)
        .args(arguments(folder, socket_folder))
        .stdout(Stdio::from(log.try_clone().map_err(at(&path))?))
        .stderr(Stdio::from(log.try_clone().map_err(at(&path))?))
        .spawn()
        .map_err(at(&program))?;
    match wait_until_ready(folder, &mut child, &mut log, begin) {
        Ok(postmaster) => Ok((postmaster, child)),
        Err(error) => {
            // nothing of it may stay behind; its data is safe, it was only starting
            let _ = child.kill();
            let _ = child.wait();
            Err(error)
        }
    }
}

fn wait_until_ready(
    folder: &Folder,
    child: &mut Child,
    log: &mut File,
    begin: u64,
) -> Result<Postmaster, ClusterError> {
    let path = folder.log();
    let at = ClusterError::at(&path);
    let mut length = begin;
    let mut last_word = Instant::now();
    loop {
        if child.try_wait().map_err(&at)?.is_some() {
            let text = read_from(log, begin).unwrap_or_default();
            return Err(complaint(&text, folder, |message| ClusterError::Exited { message, log: folder.log() }));
        }
        if let Some(postmaster) = Postmaster::running(&folder.cluster())
            && accepts(&postmaster)
        {
            return Ok(postmaster);
        }
        let now = log.metadata().map_err(&at)?.len();
        if now != length {
            length = now;
            last_word = Instant::now();
        } else if last_word.elapsed() > SILENCE {
            return Err(ClusterError::NotReady { seconds: SILENCE.as_secs(), log: path.clone() });
        }
        thread::sleep(TICK);
    }
}

/// Whether the server says that it is ready and its socket accepts.
pub(super) fn accepts(postmaster: &Postmaster) -> bool {
    let socket: PathBuf = socket::file(&postmaster.socket_folder);
    postmaster.ready && UnixStream::connect(socket).is_ok()
}

fn read_from(log: &mut File, begin: u64) -> std::io::Result<String> {
    let mut text = Vec::new();
    log.seek(SeekFrom::Start(begin))?;
    log.take(64 * 1024).read_to_end(&mut text)?;
    Ok(String::from_utf8_lossy(&text).into_owned())
}

/// The line of a program's output that says what went wrong, as an error.
fn complaint(text: &str, folder: &Folder, otherwise: impl FnOnce(String) -> ClusterError) -> ClusterError {
    // the second is how Postgres puts a write that was cut short
    let full = ["No space left on device", ": wrote only "];
    if full.iter().any(|sign| text.contains(sign)) {
        return ClusterError::DiskFull { path: folder.data().to_path_buf() };
    }
    let marks = ["PANIC:", "FATAL:", "error:"];
    let lines = || text.lines().map(str::trim).filter(|line| !line.is_empty());
    let told = lines().find_map(|line| {
        let told = marks.iter().find_map(|mark| line.split_once(mark));
        told.map(|(_, told)| told.trim())
    });
    let message = told.or_else(|| lines().next_back()).unwrap_or("it said nothing");
    otherwise(message.to_owned())
}
