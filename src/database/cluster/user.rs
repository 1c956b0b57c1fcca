//! Whom the cluster runs as. Postgres refuses root, so root hands it to an unprivileged user.

use std::ffi::OsStr;
use std::fs;
use std::os::unix::fs::{MetadataExt, chown};
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Command, Stdio};

use super::error::ClusterError;

/// The user of the cluster's processes and files.
#[derive(Debug)]
pub(super) struct ClusterUser {
    uid: u32,
    gid: u32,
    name: String,
    /// Whether we are root and processes have to change to this user.
    switch: bool,
}

impl ClusterUser {
    /// Ourselves, unless we are root: then the owner of the cluster, else of the data folder (so that root and that
    /// user can take turns), else `postgres`, else `nobody`.
    pub(super) fn choose(data: &Path, cluster: &Path) -> Result<Self, ClusterError> {
        let own = rustix::process::geteuid();
        let owner = fs::metadata(cluster).ok().map(|found| (found.uid(), found.gid()));
        if !own.is_root() {
            return match owner {
                Some((uid, _)) if uid != own.as_raw() => {
                    Err(ClusterError::WrongUser { path: cluster.to_path_buf(), owner: name_of(uid) })
                }
                _ => Ok(Self {
                    uid: own.as_raw(),
                    gid: rustix::process::getegid().as_raw(),
                    name: name_of(own.as_raw()),
                    switch: false,
                }),
            };
        }
        let owner = owner.filter(|(uid, _)| *uid != 0);
        let keeper = || {
            let found = fs::metadata(data).ok()?;
            (found.uid() != 0).then(|| (found.uid(), found.gid()))
        };
        let (uid, gid) = owner
            .or_else(keeper)
            .or_else(|| entry("postgres"))
            .or_else(|| entry("nobody"))
            .ok_or(ClusterError::NoUser)?;
        Ok(Self { uid, gid, name: name_of(uid), switch: true })
    }

    pub(super) fn uid(&self) -> u32 {
        self.uid
    }

    /// A command run as this user, in a clean environment and a process group of its own: Ctrl-C in the terminal
    /// must reach us and not Postgres, which we stop ourselves.
    pub(super) fn command(&self, program: impl AsRef<OsStr>) -> Command {
        let mut command = Command::new(program);
        command
            .env_clear()
            .env("PATH", "/usr/bin:/bin")
            .env("LC_ALL", "C.UTF-8")
            .env("TZ", "UTC")
            .current_dir("/")
            .stdin(Stdio::null())
            .process_group(0);
        if self.switch {
            command.gid(self.gid).uid(self.uid);
        }
        command
    }

    /// Gives a file or folder that we made to this user.
    pub(super) fn give(&self, path: &Path) -> Result<(), ClusterError> {
        if self.switch {
            chown(path, Some(self.uid), Some(self.gid)).map_err(ClusterError::at(path))?;
        }
        Ok(())
    }

    /// Checks that this user may pass through every folder on the way to `folder`, by trying it as that user: mode
    /// bits alone would miss access lists.
    pub(super) fn may_reach(&self, folder: &Path) -> Result<(), ClusterError> {
        if !self.switch {
            return Ok(());
        }
        let mut way: Vec<&Path> = folder.ancestors().collect();
        way.reverse();
        let script = "n=0; for f; do [ -x \"$f\" ] || break; n=$((n+1)); done; echo $n";
        let output = self
            .command("/bin/sh")
            .args(["-c", script, "sh"])
            .args(&way)
            .stderr(Stdio::null())
            .output()
            .map_err(ClusterError::at(Path::new("/bin/sh")))?;
        let passed = String::from_utf8_lossy(&output.stdout).trim().parse::<usize>();
        match way.get(passed.unwrap_or(0)) {
            None => Ok(()),
            Some(blocking) => Err(ClusterError::Blocked { folder: blocking.to_path_buf(), user: self.name.clone() }),
        }
    }
}

/// User and group id of a name in the user list.
fn entry(name: &str) -> Option<(u32, u32)> {
    user_list(|fields| {
        (fields.first() == Some(&name))
            .then(|| Some((fields.get(2)?.parse().ok()?, fields.get(3)?.parse().ok()?)))
            .flatten()
    })
}

/// The name of a user id, or the number where it has none.
fn name_of(uid: u32) -> String {
    let number = uid.to_string();
    user_list(|fields| {
        (fields.get(2) == Some(&number.as_str())).then(|| fields.first().map(|&name| name.to_owned())).flatten()
    })
    .unwrap_or(number)
}

fn user_list<T>(pick: impl Fn(&[&str]) -> Option<T>) -> Option<T> {
    let text = fs::read_to_string("/etc/passwd").ok()?;
    text.lines().find_map(|line| pick(&line.split(':').collect::<Vec<_>>()))
}
