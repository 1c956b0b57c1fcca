//! The command line: each command in a file of its own. What stops a command is one line on standard error.
//!
//! To add a command: a variant of [`Command`], its file, its line in `run`.

mod account;
mod backup;
mod demonstration;
mod digest;
mod import;
mod language;
mod migrate;
mod open;
mod output;
mod read_note;
mod serve;
mod signals;
mod understood;
mod verify;

use std::{path::PathBuf, process::ExitCode};

use clap::{Parser, Subcommand};

use crate::{
    config::{Config, Flags},
    logging,
};

/// Why a command failed: shown in one line.
type Failure = Box<dyn std::error::Error + Send + Sync>;

const SECRETS: &str = "\
Set in the environment only, since they hold passwords:
  DATABASE_URL           the role that serves; without it a private PostgreSQL runs in the data folder
  RAPPORTEUR_OWNER_URL   the role that owns the tables; for migrations and restore
  RAPPORTEUR_BACKUP_URL  the role that reads everything; for backup
  RAPPORTEUR_SMTP_URL    the mail server: smtps://user:password@host:465 or smtp://host:587";

/// Collects the written answers of delegations to the guiding questions of a consultation.
#[derive(Debug, Parser)]
#[command(name = "rapporteur", version, after_help = SECRETS)]
struct Cli {
    #[command(flatten)]
    flags: Flags,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Serves the site until TERM or Ctrl-C
    #[command(after_help = SECRETS)]
    Serve {
        /// With two consultations to look at, on this machine only
        #[arg(long)]
        demo: bool,
    },
    /// Brings the database's schema up to date, as its owner
    Migrate,
    /// Reads a concept note, and creates the consultation in preparation
    Import(import::Import),
    /// Reads one concept note from the standard input, within bounds: what serve and import start
    #[command(hide = true)]
    ReadNote,
    /// Recomputes every audit chain and every hash; fails with a line a fault
    Verify,
    /// Writes everything into a file
    Backup {
        /// A file that does not exist yet
        file: PathBuf,
    },
    /// Brings a backup into an empty database
    Restore {
        /// What backup wrote
        file: PathBuf,
    },
    /// Digests: what is new, and who is missing
    Digest {
        #[command(subcommand)]
        command: digest::Digest,
    },
    /// Accounts, for the operator
    Account {
        #[command(subcommand)]
        command: account::Account,
    },
}

/// Runs the command that the process was started with.
#[must_use]
pub fn main() -> ExitCode {
    let cli = Cli::parse();
    match start(cli) {
        Ok(code) => code,
        Err(failure) => {
            let line: Vec<String> = failure.to_string().lines().map(|line| line.trim().to_owned()).collect();
            eprintln!("rapporteur: {}", line.join(" "));
            ExitCode::FAILURE
        }
    }
}

fn start(cli: Cli) -> Result<ExitCode, Failure> {
    // before anything else has threads and memory of its own
    if matches!(cli.command, Command::ReadNote) {
        read_note::run()?;
        return Ok(ExitCode::SUCCESS);
    }
    let config = Config::read(&cli.flags, |name| std::env::var_os(name))?;
    // the demonstration's first start writes a hundred mails: too many lines for a newcomer's terminal
    let usual = match cli.command {
        Command::Serve { demo: true } => "info,rapporteur::services::outbox=warn",
        // the command's own sentence says what a file did
        Command::Import(_) => "info,rapporteur::services::note_reader=off",
        _ => "info",
    };
    logging::start(cli.flags.log.as_deref(), usual)?;
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(run(config, cli.command))
}

async fn run(config: Config, command: Command) -> Result<ExitCode, Failure> {
    match command {
        Command::Serve { demo } => serve::run(config, demo).await?,
        Command::Migrate => migrate::run(&config).await?,
        Command::Import(command) => import::run(&config, command).await?,
        Command::ReadNote => read_note::run()?,
        Command::Verify => return verify::run(&config).await,
        Command::Backup { file } => backup::back_up(&config, &file).await?,
        Command::Restore { file } => backup::restore(&config, &file).await?,
        Command::Digest { command } => digest::run(&config, &command).await?,
        Command::Account { command } => account::run(&config, command).await?,
    }
    Ok(ExitCode::SUCCESS)
}
