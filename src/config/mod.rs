//! What is set: one [`Config`] from flags and environment. Whatever is missing, wrong or contradictory is one line that names it.
//!
//! Addresses of databases and of the mail server hold passwords: they come from the environment only, where a list of processes
//! does not show them. To add a setting: a field in [`Flags`] (or a name in [`Config::read`]), its reading, its row in `README.md`.

mod address;

use std::{
    ffi::OsString,
    net::{IpAddr, SocketAddr},
    path::PathBuf,
};

use chrono_tz::Tz;
use secrecy::{ExposeSecret, SecretString};
use sqlx::postgres::PgConnectOptions;

use crate::mail::settings::{MailSettings, SettingsError};

/// The settings that may stand on the command line, as written.
#[derive(Debug, Clone, Default, clap::Args)]
pub struct Flags {
    /// Where to listen; beyond loopback an https --public-url is needed [default: 127.0.0.1:8080]
    #[arg(long, global = true, value_name = "ADDRESS:PORT", env = "RAPPORTEUR_LISTEN")]
    pub listen: Option<String>,
    /// The folder of the private database and of mails written to files [default: data]
    #[arg(long, global = true, value_name = "FOLDER", env = "RAPPORTEUR_DATA")]
    pub data: Option<String>,
    /// The https address that people use; links in mails come from it
    #[arg(long, global = true, value_name = "URL", env = "RAPPORTEUR_PUBLIC_URL")]
    pub public_url: Option<String>,
    /// Proxies whose X-Forwarded-For is believed, separated by commas
    #[arg(long, global = true, value_name = "ADDRESSES", env = "RAPPORTEUR_TRUSTED_PROXIES")]
    pub trusted_proxies: Option<String>,
    #[arg(help = "The time zone of the seat, to which deadlines belong [default: America/New_York]")]
    #[arg(long, global = true, value_name = "ZONE", env = "RAPPORTEUR_SEAT_TIME_ZONE")]
    pub seat_time_zone: Option<String>,
    /// The address that mails come from
    #[arg(long, global = true, value_name = "EMAIL", env = "RAPPORTEUR_MAIL_FROM")]
    pub mail_from: Option<String>,
    /// A file of the certificates that alone vouch for the mail server [default: the system's]
    #[arg(long, global = true, value_name = "FILE", env = "RAPPORTEUR_SMTP_CA")]
    pub smtp_ca: Option<String>,
    /// What is logged, such as info or warn,rapporteur=debug [default: info]
    #[arg(long, global = true, value_name = "LEVELS", env = "RAPPORTEUR_LOG")]
    pub log: Option<String>,
}

/// Everything that is set, read and found consistent.
#[derive(Debug, Clone)]
pub struct Config {
    /// Where to listen.
    pub listen: SocketAddr,
    /// The data folder; it need not exist.
    pub data: PathBuf,
    /// `https://…` without a path; none on loopback.
    pub public_url: Option<String>,
    /// Proxies whose `X-Forwarded-For` is believed.
    pub trusted_proxies: Vec<IpAddr>,
    /// The seat's time zone.
    pub seat: Tz,
    /// How mail leaves.
    pub mail: MailSettings,
    /// Which databases are named.
    pub databases: Databases,
}

/// The addresses of the database, a role each; none at all means the private cluster.
#[derive(Debug, Clone, Default)]
pub struct Databases {
    /// `DATABASE_URL`: the role that serves.
    pub app: Option<SecretString>,
    /// `RAPPORTEUR_OWNER_URL`: the role that owns the tables; for migrations.
    pub owner: Option<SecretString>,
    /// `RAPPORTEUR_BACKUP_URL`: the role that reads everything.
    pub backup: Option<SecretString>,
}

/// A setting that stops the start.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ConfigError {
    /// It cannot be read.
    #[error("{name} {problem}")]
    Wrong {
        /// The setting.
        name: &'static str,
        /// What is wrong with it and what would be right.
        problem: String,
    },
    /// It is needed and not there.
    #[error("{name} is missing: {why}")]
    Missing {
        /// The setting.
        name: &'static str,
        /// What it is needed for.
        why: &'static str,
    },
    /// Two settings exclude each other.
    #[error("{one} and {other} contradict each other: {why}")]
    Contradiction {
        /// One.
        one: &'static str,
        /// The other.
        other: &'static str,
        /// Why.
        why: &'static str,
    },
}

const LISTEN: &str = "--listen (RAPPORTEUR_LISTEN)";
const DATA: &str = "--data (RAPPORTEUR_DATA)";
const PUBLIC_URL: &str = "--public-url (RAPPORTEUR_PUBLIC_URL)";
const PROXIES: &str = "--trusted-proxies (RAPPORTEUR_TRUSTED_PROXIES)";
const SEAT: &str = "--seat-time-zone (RAPPORTEUR_SEAT_TIME_ZONE)";
const MAIL_FROM: &str = "--mail-from (RAPPORTEUR_MAIL_FROM)";
const SMTP_CA: &str = "--smtp-ca (RAPPORTEUR_SMTP_CA)";
const SMTP: &str = "RAPPORTEUR_SMTP_URL";
/// The app role's database.
pub const APP: &str = "DATABASE_URL";
/// The owner's.
pub const OWNER: &str = "RAPPORTEUR_OWNER_URL";
/// The backup role's.
pub const BACKUP: &str = "RAPPORTEUR_BACKUP_URL";

impl Config {
    /// Reads the flags, and by `environment` what stands only there. An empty value counts as none.
    pub fn read(flags: &Flags, environment: impl Fn(&str) -> Option<OsString>) -> Result<Self, ConfigError> {
        let secret = |name: &'static str| {
            let text = environment(name).map(OsString::into_string).transpose();
            // passed over, a database that is named would silently be another one
            let text = text.map_err(|_| wrong(name, "is no text in UTF-8".to_owned()))?;
            Ok(filled(text.as_deref()).map(SecretString::from))
        };
        let listen = address::listen(filled(flags.listen.as_deref()).as_deref().unwrap_or("127.0.0.1:8080"))
            .map_err(|problem| wrong(LISTEN, problem))?;
        let data = filled(flags.data.as_deref()).unwrap_or_else(|| "data".to_owned());
        let data = std::path::absolute(data).map_err(|error| wrong(DATA, format!("cannot be used: {error}")))?;
        let public_url = filled(flags.public_url.as_deref())
            .map(|text| address::public_url(&text).map_err(|problem| wrong(PUBLIC_URL, problem)))
            .transpose()?;
        let trusted_proxies = address::list(filled(flags.trusted_proxies.as_deref()).as_deref().unwrap_or_default())
            .map_err(|problem| wrong(PROXIES, problem))?;
        let zone = filled(flags.seat_time_zone.as_deref()).unwrap_or_else(|| "America/New_York".to_owned());
        let seat = zone
            .parse()
            .map_err(|_| wrong(SEAT, format!("is no time zone: {zone:?} (write it like America/New_York)")))?;
        let mail = MailSettings {
            smtp_url: secret(SMTP)?,
            from: filled(flags.mail_from.as_deref()),
            ca_file: filled(flags.smtp_ca.as_deref()).map(PathBuf::from),
            folder: data.join("mail"),
        };
        check_mail(&mail)?;
        if mail.ca_file.is_some() && mail.smtp_url.is_none() {
            let why = "the certificates are for a mail server, and none is named";
            return Err(ConfigError::Missing { name: SMTP, why });
        }
        let databases = Databases { app: secret(APP)?, owner: secret(OWNER)?, backup: secret(BACKUP)? };
        databases.check()?;
        Ok(Self { listen, data, public_url, trusted_proxies, seat, mail, databases })
    }

    /// What serving needs beyond that.
    pub fn check_serving(&self, demonstration: bool) -> Result<(), ConfigError> {
        let beyond_loopback = !self.listen.ip().is_loopback();
        if demonstration && beyond_loopback {
            let why = "the demonstration's passwords are simple, so it listens on loopback only (127.0.0.1 or [::1])";
            return Err(ConfigError::Contradiction { one: "--demo", other: LISTEN, why });
        }
        if demonstration && self.public_url.is_some() {
            let why = "the demonstration is for this machine only";
            return Err(ConfigError::Contradiction { one: "--demo", other: PUBLIC_URL, why });
        }
        if demonstration && let Some(other) = self.databases.first_named() {
            let why = "the demonstration keeps a private database of its own and touches no other: unset it";
            return Err(ConfigError::Contradiction { one: "--demo", other, why });
        }
        if beyond_loopback && self.public_url.is_none() {
            let why = "beyond loopback browsers keep the session's cookie only with https, and links in mails need an address";
            return Err(ConfigError::Missing { name: PUBLIC_URL, why });
        }
        self.check_mailing()?;
        if self.databases.app.is_none() && (self.databases.owner.is_some() || self.databases.backup.is_some()) {
            let why = "the owner's or the backup's address is set, and the address to serve from is not";
            return Err(ConfigError::Missing { name: APP, why });
        }
        Ok(())
    }

    /// What sending mail needs: files are enough as long as nobody else is to read them.
    pub fn check_mailing(&self) -> Result<(), ConfigError> {
        if self.public_url.is_some() && self.mail.smtp_url.is_none() {
            let why = "invitations and digests are mailed; write it like smtps://user:password@host or smtp://host:587";
            return Err(ConfigError::Missing { name: SMTP, why });
        }
        Ok(())
    }

    /// The beginning of every link: the public address, or where this server listens.
    #[must_use]
    pub fn base_url(&self, listening: SocketAddr) -> String {
        self.public_url.clone().unwrap_or_else(|| format!("http://{listening}"))
    }
}

impl Databases {
    /// Whether the private cluster is used.
    #[must_use]
    pub fn is_embedded(&self) -> bool {
        self.named().next().is_none()
    }

    fn first_named(&self) -> Option<&'static str> {
        self.named().map(|(name, _)| name).next()
    }

    fn named(&self) -> impl Iterator<Item = (&'static str, &SecretString)> {
        let all = [(APP, &self.app), (OWNER, &self.owner), (BACKUP, &self.backup)];
        all.into_iter().filter_map(|(name, url)| Some((name, url.as_ref()?)))
    }

    fn check(&self) -> Result<(), ConfigError> {
        self.named().try_for_each(|(name, url)| options(name, url).map(|_| ()))
    }
}

/// A database's address as options. The address itself, which may hold a password, is in no message.
pub fn options(name: &'static str, url: &SecretString) -> Result<PgConnectOptions, ConfigError> {
    let problem = "is no address of a database: write it like postgres://user:password@host:5432/database";
    let text = url.expose_secret();
    if !text.starts_with("postgres://") && !text.starts_with("postgresql://") {
        return Err(wrong(name, problem.to_owned()));
    }
    text.parse().map_err(|_| wrong(name, problem.to_owned()))
}

/// A database's address without its password, and the password: for programs whose arguments everybody on the machine can read.
#[must_use]
pub fn without_password(url: &SecretString) -> (String, Option<SecretString>) {
    let (bare, password) = address::without_password(url.expose_secret());
    (bare, password.map(SecretString::from))
}

/// What is set for mails can be used.
fn check_mail(mail: &MailSettings) -> Result<(), ConfigError> {
    let error = match mail.open() {
        Ok(_) => return Ok(()),
        Err(SettingsError::NoSender) => {
            let why = "mails need a sender once RAPPORTEUR_SMTP_URL is set";
            return Err(ConfigError::Missing { name: MAIL_FROM, why });
        }
        Err(error) => error,
    };
    let problem = format!("is wrong: {error}");
    Err(match error {
        SettingsError::Sender => wrong(MAIL_FROM, problem),
        SettingsError::Certificates(_) => wrong(SMTP_CA, problem),
        _ => wrong(SMTP, problem),
    })
}

fn filled(text: Option<&str>) -> Option<String> {
    text.map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned)
}

fn wrong(name: &'static str, problem: String) -> ConfigError {
    ConfigError::Wrong { name, problem }
}

#[cfg(test)]
mod tests;
