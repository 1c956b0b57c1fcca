//! Backups by Postgres's own programs, which run beside us: `pg_dump` and `pg_restore`.

use std::{
    io,
    path::{Path, PathBuf},
    process::Stdio,
};

use secrecy::{ExposeSecret, SecretString};
use tokio::process::Command;

/// A program with the database that it works on.
#[derive(Debug)]
pub struct Program {
    /// Its path.
    pub path: PathBuf,
    /// The database's address, without the password: the list of processes shows it.
    pub address: String,
    /// The password, handed over in the environment.
    pub password: Option<SecretString>,
}

/// Why a program did not do its work.
#[derive(Debug, thiserror::Error)]
pub enum DumpError {
    /// It could not be run.
    #[error("{} cannot be run: {source}", program.display())]
    Run {
        /// Which.
        program: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// It failed.
    #[error("{} failed: {message}", program.display())]
    Failed {
        /// Which.
        program: PathBuf,
        /// Its first words.
        message: String,
    },
}

/// Writes every row that the role may read into `file`: the backup role's policies let it read all of them, and Postgres refuses a
/// dump that steps round policies. Another role would get a part for the whole, so its caller asks who it is.
pub async fn dump(pg_dump: Program, file: &Path) -> Result<(), DumpError> {
    let mut command = command(&pg_dump);
    command.args(["--format=custom", "--enable-row-security", "--file"]).arg(file);
    run(command, pg_dump.path).await
}

/// Brings a backup into an empty database, whole or not at all; the tables become the connected role's.
pub async fn restore(pg_restore: Program, file: &Path) -> Result<(), DumpError> {
    let mut command = command(&pg_restore);
    command.args(["--no-owner", "--single-transaction", "--exit-on-error"]).arg(file);
    run(command, pg_restore.path).await
}

fn command(program: &Program) -> Command {
    let mut command = Command::new(&program.path);
    command.arg(format!("--dbname={}", program.address)).args(["--no-password"]).stdin(Stdio::null());
    if let Some(password) = &program.password {
        command.env("PGPASSWORD", password.expose_secret());
    }
    command.kill_on_drop(true);
    command
}

async fn run(mut command: Command, program: PathBuf) -> Result<(), DumpError> {
    match command.output().await {
        Ok(output) if output.status.success() => Ok(()),
        Ok(output) => {
            let text = String::from_utf8_lossy(&output.stderr);
            let message = text.lines().find(|line| line.contains("error")).or_else(|| text.lines().next());
            Err(DumpError::Failed { program, message: message.unwrap_or("it said nothing").to_owned() })
        }
        Err(source) => Err(DumpError::Run { program, source }),
    }
}
