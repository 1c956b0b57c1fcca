//! The running Postgres: found by its pid file, told from strangers, stopped.
//!
//! A pid alone proves nothing: it may be a stranger's by now, or a zombie's that nobody reaped (in containers).
//! Postgres works in its cluster folder, so "ours" is the process whose working folder that is.

use std::ffi::{OsStr, OsString};
use std::fs;
use std::io;
use std::os::unix::ffi::{OsStrExt, OsStringExt};
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

use rustix::process::{Pid, Signal, kill_process};

use super::error::ClusterError;

/// A clean shutdown writes out everything that is in memory.
const SHUTDOWN: Duration = Duration::from_mins(1);
/// Processes that lost their postmaster notice at once, unless they are in the midst of a computation.
const SURVIVAL: Duration = Duration::from_secs(5);
const TICK: Duration = Duration::from_millis(10);

/// A living Postgres server on our cluster folder.
#[derive(Debug)]
pub(super) struct Postmaster {
    pub(super) pid: Pid,
    /// From its pid file: where it listens.
    pub(super) socket_folder: PathBuf,
    /// Whether it says that it accepts connections.
    pub(super) ready: bool,
    /// Its command line.
    pub(super) command: Vec<OsString>,
}

impl Postmaster {
    /// The server that runs on `cluster`, if any. Lines of the pid file: pid, data folder, start time, port, socket
    /// folder, address, shared memory, state (Postgres's `pidfile.h`).
    pub(super) fn running(cluster: &Path) -> Option<Self> {
        let text = fs::read(pid_file(cluster)).ok()?;
        let lines: Vec<&[u8]> = text.split(|&byte| byte == b'\n').collect();
        let pid = pid_of(&lines)?;
        let command = command_line(pid);
        // a killed server gives up its memory first, and with it its command line; its socket still answers then
        if command.is_empty() || !is_alive(pid) || !is_ours(pid, cluster) {
            return None;
        }
        let socket_folder = OsStr::from_bytes(lines.get(4).copied().unwrap_or_default());
        let state = lines.get(7).copied().unwrap_or_default();
        Some(Self { pid, socket_folder: PathBuf::from(socket_folder), ready: state.trim_ascii() == b"ready", command })
    }

    /// Stops the server cleanly and waits until it has ended; one that hangs is ended without its last writes,
    /// which the next start recovers.
    pub(super) fn stop(&self, cluster: &Path) -> Result<(), ClusterError> {
        self.ask_to_stop();
        if wait_for_end(self.pid, cluster, SHUTDOWN) {
            return Ok(());
        }
        let _ = kill_process(self.pid, Signal::QUIT);
        if wait_for_end(self.pid, cluster, SURVIVAL) {
            return Ok(());
        }
        Err(will_not_stop(self.pid, cluster))
    }

    /// Asks for Postgres's fast shutdown: sessions are ended, open transactions rolled back.
    pub(super) fn ask_to_stop(&self) {
        let _ = kill_process(self.pid, Signal::INT);
    }
}

/// Clears the way after a Postgres that was killed. Only while no server runs on `cluster`.
///
/// The pid file is removed only where Postgres would be misled by it, since it also leads Postgres to shared memory
/// that is still in use.
pub(super) fn clear_remains(cluster: &Path) -> Result<(), ClusterError> {
    wait_for_survivors(cluster)?;
    let path = pid_file(cluster);
    let text = match fs::read(&path) {
        Ok(text) => text,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(ClusterError::at(&path)(error)),
    };
    let lines: Vec<&[u8]> = text.split(|&byte| byte == b'\n').collect();
    let misleading = pid_of(&lines).is_none_or(|pid| proc(pid, "stat").exists());
    if misleading {
        fs::remove_file(&path).map_err(ClusterError::at(&path))?;
    }
    Ok(())
}

/// Sessions of a killed server end by themselves; one that does not would write beside the new server.
fn wait_for_survivors(cluster: &Path) -> Result<(), ClusterError> {
    for signal in [None, Some(Signal::QUIT)] {
        let survivors = survivors(cluster);
        if let Some(signal) = signal {
            for &pid in &survivors {
                let _ = kill_process(pid, signal);
            }
        }
        let end = Instant::now() + SURVIVAL;
        if survivors.iter().all(|&pid| {
            let left = end.saturating_duration_since(Instant::now());
            wait_for_end(pid, cluster, left)
        }) {
            return Ok(());
        }
    }
    survivors(cluster).first().map_or(Ok(()), |&pid| Err(will_not_stop(pid, cluster)))
}

fn survivors(cluster: &Path) -> Vec<Pid> {
    let entries = fs::read_dir("/proc").into_iter().flatten().flatten();
    entries
        .filter_map(|entry| parse_pid(entry.file_name().as_bytes()))
        .filter(|&pid| is_postgres(pid) && is_alive(pid) && is_ours(pid, cluster))
        .collect()
}

fn wait_for_end(pid: Pid, cluster: &Path, limit: Duration) -> bool {
    let end = Instant::now() + limit;
    while is_alive(pid) && is_ours(pid, cluster) {
        if Instant::now() > end {
            return false;
        }
        thread::sleep(TICK);
    }
    true
}

/// Whether the process exists and is no zombie: the state follows the name in brackets (proc(5)).
fn is_alive(pid: Pid) -> bool {
    let Ok(text) = fs::read(proc(pid, "stat")) else {
        return false;
    };
    let after_name = text.rsplit(|&byte| byte == b')').next().unwrap_or_default();
    !matches!(after_name.trim_ascii_start().first(), None | Some(b'Z' | b'X'))
}

/// Whether the process works in the folder `cluster`. Root in a container may lack the right to see that; then the
/// command line tells, which anybody may read.
fn is_ours(pid: Pid, cluster: &Path) -> bool {
    let Ok(wanted) = fs::metadata(cluster) else {
        return false;
    };
    match fs::metadata(proc(pid, "cwd")) {
        Ok(found) => found.dev() == wanted.dev() && found.ino() == wanted.ino() && is_postgres(pid),
        Err(error) if error.kind() == io::ErrorKind::PermissionDenied => {
            let command = command_line(pid);
            command.windows(2).any(|pair| pair[0] == "-D" && Path::new(&pair[1]) == cluster)
        }
        Err(_) => false,
    }
}

/// By its name: a shell may stand in the folder too.
fn is_postgres(pid: Pid) -> bool {
    fs::read_to_string(proc(pid, "comm")).is_ok_and(|name| name.contains("postgres"))
}

fn command_line(pid: Pid) -> Vec<OsString> {
    let text = fs::read(proc(pid, "cmdline")).unwrap_or_default();
    text.split_inclusive(|&byte| byte == 0)
        .map(|part| OsString::from_vec(part.strip_suffix(b"\0").unwrap_or(part).to_vec()))
        .collect()
}

fn pid_file(cluster: &Path) -> PathBuf {
    cluster.join("postmaster.pid")
}

fn pid_of(lines: &[&[u8]]) -> Option<Pid> {
    parse_pid(lines.first()?)
}

fn parse_pid(text: &[u8]) -> Option<Pid> {
    let number: i32 = std::str::from_utf8(text).ok()?.trim().parse().ok()?;
    (number > 0).then(|| Pid::from_raw(number)).flatten()
}

fn proc(pid: Pid, name: &str) -> PathBuf {
    PathBuf::from(format!("/proc/{}/{name}", pid.as_raw_pid()))
}

fn will_not_stop(pid: Pid, cluster: &Path) -> ClusterError {
    ClusterError::WillNotStop { pid: pid.as_raw_pid(), folder: cluster.to_path_buf() }
}
