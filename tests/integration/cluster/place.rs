//! A data folder for one test, and another process that holds its cluster.

use std::fs::{self, Permissions};
use std::io::{BufRead, BufReader, Read};
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::time::{Duration, Instant};

use rustix::process::{Pid, Signal, kill_process};
use tempfile::TempDir;

pub(super) const HELPER_FOLDER: &str = "RAPPORTEUR_TEST_HELPER_FOLDER";
pub(super) const HELPER_ROLE: &str = "RAPPORTEUR_TEST_HELPER_ROLE";

/// A data folder that every user may reach; a Postgres that a failed test left there is ended.
pub(super) struct Place {
    pub above: TempDir,
    pub data: PathBuf,
}

impl Place {
    pub(super) fn new() -> Self {
        Self::named("data")
    }

    pub(super) fn named(name: &str) -> Self {
        let above = TempDir::with_prefix("rapporteur-").unwrap();
        fs::set_permissions(above.path(), Permissions::from_mode(0o755)).unwrap();
        let data = above.path().join(name);
        Self { above, data }
    }

    pub(super) fn cluster(&self) -> PathBuf {
        self.data.join("cluster")
    }

    pub(super) fn pid_file(&self) -> PathBuf {
        self.cluster().join("postmaster.pid")
    }

    pub(super) fn pid(&self) -> Option<Pid> {
        let text = fs::read_to_string(self.pid_file()).ok()?;
        Pid::from_raw(text.lines().next()?.parse().ok()?)
    }

    /// How many living Postgres servers work on this cluster. A session that was only just forked still has its
    /// server's command line: what has such a parent is no server.
    pub(super) fn servers(&self) -> usize {
        let place = self.cluster();
        let wanted = format!("\0-D\0{}\0", place.canonicalize().unwrap_or(place).display());
        let processes = fs::read_dir("/proc").unwrap().flatten();
        let matching: Vec<(String, String)> = processes
            .filter_map(|entry| {
                let command = fs::read(entry.path().join("cmdline")).ok()?;
                let status = fs::read_to_string(entry.path().join("status")).ok()?;
                let parent = status.lines().find_map(|line| line.strip_prefix("PPid:\t"))?;
                let found = String::from_utf8_lossy(&command).contains(&wanted);
                found.then(|| (entry.file_name().into_string().unwrap(), parent.to_owned()))
            })
            .collect();
        let is_server = |parent: &str| matching.iter().all(|(id, _)| id != parent);
        matching.iter().filter(|(_, parent)| is_server(parent)).count()
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        if self.servers() > 0
            && let Some(pid) = self.pid()
        {
            let _ = kill_process(pid, Signal::QUIT);
            wait_until(|| self.servers() == 0);
        }
    }
}

/// Another process that holds the cluster of a data folder, until it is told to leave or killed.
pub(super) struct Helper {
    pub process: Child,
    input: Option<ChildStdin>,
    /// Kept open: it still writes its result.
    _output: BufReader<ChildStdout>,
}

impl Helper {
    pub(super) fn start(place: &Place, role: &str) -> Self {
        let mut process = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "cluster::helper", "--ignored", "--nocapture"])
            .env(HELPER_FOLDER, &place.data)
            .env(HELPER_ROLE, role)
            .env("LC_ALL", "C") // the cluster must not care
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut output = BufReader::new(process.stdout.take().unwrap());
        let mut lines = output.by_ref().lines().map_while(Result::ok);
        assert!(lines.any(|line| line.ends_with("held")), "the helper holds the cluster");
        let input = process.stdin.take();
        Self { process, input, _output: output }
    }

    pub(super) fn leave(mut self) {
        self.input = None;
        assert!(self.process.wait().unwrap().success());
    }

    pub(super) fn kill(mut self) {
        self.process.kill().unwrap();
        self.process.wait().unwrap();
    }
}

impl Drop for Helper {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

pub(super) fn wait_until(happened: impl Fn() -> bool) {
    let end = Instant::now() + Duration::from_secs(10);
    while !happened() {
        assert!(Instant::now() < end, "it did not happen within ten seconds");
        std::thread::sleep(Duration::from_millis(10));
    }
}
