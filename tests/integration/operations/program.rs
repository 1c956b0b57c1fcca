//! The binary as a child process, with a data folder that every user may reach.

use std::{
    fs::{self, Permissions},
    io::{BufRead, BufReader, Read},
    net::SocketAddr,
    os::unix::fs::PermissionsExt,
    path::PathBuf,
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use rapporteur::database::cluster::{Cluster, Role};
use rustix::process::{Pid, Signal, kill_process};
use sqlx::{ConnectOptions, PgConnection};
use tempfile::TempDir;

use crate::support::browser::Browser;

/// A data folder; a Postgres that a failed test left in it is ended.
pub struct Place {
    above: TempDir,
    pub data: PathBuf,
}

impl Place {
    pub fn new() -> Self {
        let above = TempDir::with_prefix("rapporteur-").unwrap();
        fs::set_permissions(above.path(), Permissions::from_mode(0o755)).unwrap();
        let data = above.path().join("data");
        Self { above, data }
    }

    /// A file beside the data folder.
    pub fn beside(&self, name: &str) -> PathBuf {
        self.above.path().join(name)
    }

    fn postmaster(&self) -> Option<Pid> {
        let text = fs::read_to_string(self.data.join("cluster/postmaster.pid")).ok()?;
        Pid::from_raw(text.lines().next()?.parse().ok()?)
    }

    /// Whether Postgres is gone, with everything it keeps while it runs.
    pub fn is_quiet(&self) -> bool {
        self.postmaster().is_none() && !self.data.join("socket").exists()
    }

    /// A look behind the scenes; the value is held while it is used.
    pub async fn inside(&self, role: Role) -> (Cluster, PgConnection) {
        let cluster = Cluster::join_or_start(&self.data).await.unwrap();
        let connection = cluster.options(role).connect().await.unwrap();
        (cluster, connection)
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        if let Some(postmaster) = self.postmaster() {
            let _ = kill_process(postmaster, Signal::QUIT);
            let end = Instant::now() + Duration::from_secs(10);
            while self.postmaster().is_some() && Instant::now() < end {
                std::thread::sleep(Duration::from_millis(10));
            }
        }
    }
}

/// What a command said, and whether it succeeded.
#[derive(Debug)]
pub struct Said {
    pub success: bool,
    pub out: String,
    pub err: String,
}

impl Said {
    /// The one line with which the program refused.
    pub fn refusal(&self) -> &str {
        assert!(!self.success, "it should have been refused: {self:?}");
        let plain: Vec<&str> = self.err.lines().filter(|line| !line.starts_with('{')).collect();
        assert_eq!(plain.len(), 1, "one line: {self:?}");
        assert!(plain[0].starts_with("rapporteur: "), "{self:?}");
        plain[0]
    }
}

/// The binary with nothing set but what the test sets.
pub fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_rapporteur"));
    command.args(arguments).env_clear().env("PATH", std::env::var_os("PATH").unwrap()).stdin(Stdio::null());
    command
}

/// Runs the program to its end, which must come within a minute.
pub fn run(command: &mut Command) -> Said {
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let (mut stdout, mut stderr) = (child.stdout.take().unwrap(), child.stderr.take().unwrap());
    let out = std::thread::spawn(move || text(&mut stdout));
    let err = std::thread::spawn(move || text(&mut stderr));
    let end = Instant::now() + Duration::from_mins(1);
    let status = loop {
        if let Some(status) = child.try_wait().unwrap() {
            break status;
        }
        if Instant::now() > end {
            let _ = child.kill();
            panic!("{command:?} does not end: {}", err.join().unwrap());
        }
        std::thread::sleep(Duration::from_millis(10));
    };
    Said { success: status.success(), out: out.join().unwrap(), err: err.join().unwrap() }
}

fn text(stream: &mut impl Read) -> String {
    let mut text = String::new();
    stream.read_to_string(&mut text).unwrap();
    text
}

/// A command on a data folder.
pub fn on(place: &Place, arguments: &[&str]) -> Said {
    run(command(arguments).arg("--data").arg(&place.data))
}

/// A running server; killed if the test forgets it.
pub struct Server {
    child: Child,
    pub address: SocketAddr,
    /// What it said until it was ready, after the first line.
    pub greeting: String,
    err: Option<std::thread::JoinHandle<String>>,
}

impl Server {
    /// Serves the data folder on a free port.
    pub fn start(place: &Place, arguments: &[&str]) -> Self {
        Self::spawn(command(&["serve", "--listen", "127.0.0.1:0"]).args(arguments).arg("--data").arg(&place.data))
    }

    /// Waits until the server has said where it listens.
    pub fn spawn(command: &mut Command) -> Self {
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let mut stderr = child.stderr.take().unwrap();
        let err = std::thread::spawn(move || text(&mut stderr));
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines().map_while(Result::ok);
        let Some(first) = lines.next() else {
            let _ = child.wait();
            panic!("the server did not start: {}", err.join().unwrap());
        };
        let address = first.rsplit_once("http://").unwrap().1.parse().unwrap();
        let demonstration = command.get_args().any(|argument| argument == "--demo");
        // without the demonstration nothing follows: another line would be waited for in vain
        let rest = lines.take_while(|line| !line.contains("Ctrl-C"));
        let greeting: Vec<String> = if demonstration { rest.collect() } else { Vec::new() };
        Self { child, address, greeting: greeting.join("\n"), err: Some(err) }
    }

    pub fn browser(&self) -> Browser {
        Browser::new(self.address)
    }

    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// Asks it to stop and returns its log; it must end well, within ten seconds.
    pub fn stop(self, signal: Signal) -> String {
        kill_process(Pid::from_child(&self.child), signal).unwrap();
        let (success, log) = self.end();
        assert!(success, "it did not end well: {log}");
        log
    }

    /// Waits until it ends by itself, as a failure, and returns its log.
    pub fn fail(self) -> String {
        let (success, log) = self.end();
        assert!(!success, "it should have failed: {log}");
        log
    }

    fn end(mut self) -> (bool, String) {
        let mut status = None;
        wait_until(|| {
            status = self.child.try_wait().unwrap();
            status.is_some()
        });
        (status.unwrap().success(), self.err.take().unwrap().join().unwrap())
    }

    /// `kill -9`.
    pub fn kill(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Waits for what happens within ten seconds.
pub fn wait_until(mut happened: impl FnMut() -> bool) {
    let end = Instant::now() + Duration::from_secs(10);
    while !happened() {
        assert!(Instant::now() < end, "it did not happen within ten seconds");
        std::thread::sleep(Duration::from_millis(10));
    }
}
