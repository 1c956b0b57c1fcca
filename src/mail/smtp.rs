//! Handing a mail to a mail server (RFC 5321), with TLS. One connection a mail.
//!
//! The connection is driven command by command, since what a broken one means depends on where it broke: before the text was
//! sent nothing was accepted; after that nobody knows.

use std::{future::Future, time::Duration};

use lettre::{
    address::Envelope,
    transport::smtp::{
        Error,
        authentication::{Credentials, DEFAULT_MECHANISMS},
        client::{AsyncSmtpConnection, TlsParameters},
        commands::{Data, Mail, Rcpt},
        extension::{ClientId, Extension, MailParameter},
    },
};
use secrecy::{ExposeSecret, SecretString};

use crate::domain::delivery::{Outcome, Trouble};

/// The longest wait for an answer before the text is sent (RFC 5321, 4.5.3.2, allows five minutes; people wait).
const COMMAND: Duration = Duration::from_secs(30);
/// The longest wait for the answer to the text.
const TEXT: Duration = Duration::from_mins(2);

/// How the connection is protected.
#[derive(Clone)]
pub enum Protection {
    /// By STARTTLS, or not at all sent.
    StartTls(TlsParameters),
    /// From its first byte.
    Tls(TlsParameters),
    /// Not: only within this machine.
    None,
}

/// A mail server.
#[derive(Clone)]
pub struct Smtp {
    /// Its name.
    pub host: String,
    /// Its port.
    pub port: u16,
    /// How the connection is protected.
    pub protection: Protection,
    /// User and password, if it asks for them.
    pub credentials: Option<(String, SecretString)>,
}

impl std::fmt::Debug for Smtp {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Smtp({}:{})", self.host, self.port)
    }
}

/// What a command that failed means.
fn meaning(error: &Error, otherwise: Trouble) -> Outcome {
    match error.status().map(u16::from) {
        Some(code) if error.is_permanent() => Outcome::Rejected(Trouble::Refused(code)),
        Some(code) => Outcome::Deferred(Trouble::Refused(code)),
        None if error.is_tls() => Outcome::Deferred(Trouble::Insecure),
        None => Outcome::Deferred(otherwise),
    }
}

/// Waits for an answer before the text was sent.
async fn answered<T>(work: impl Future<Output = Result<T, Error>>, otherwise: Trouble) -> Result<T, Outcome> {
    match tokio::time::timeout(COMMAND, work).await {
        Ok(Ok(value)) => Ok(value),
        Ok(Err(error)) => {
            tracing::warn!(%error, "the mail server did not take a command");
            Err(meaning(&error, otherwise))
        }
        Err(_) => Err(Outcome::Deferred(Trouble::Unreachable)),
    }
}

impl Smtp {
    /// Hands a mail over and says how that ended.
    pub async fn hand_over(&self, envelope: &Envelope, message: &[u8]) -> Outcome {
        let mut connection = match self.connect().await {
            Ok(connection) => connection,
            Err(outcome) => return outcome,
        };
        if let Err(outcome) = announce(&mut connection, envelope).await {
            let _ = tokio::time::timeout(Duration::from_secs(2), connection.abort()).await;
            return outcome;
        }
        let outcome = match tokio::time::timeout(TEXT, connection.message(message)).await {
            Ok(Ok(_)) => Outcome::Accepted,
            // a reply that says no is as clear after the text as before it
            Ok(Err(error)) if error.status().is_some() => meaning(&error, Trouble::Unanswered),
            Ok(Err(_)) | Err(_) => Outcome::Unclear(Trouble::Unanswered),
        };
        // whatever the answer to QUIT: the mail's fate is decided
        let _ = tokio::time::timeout(Duration::from_secs(2), connection.quit()).await;
        outcome
    }

    async fn connect(&self) -> Result<AsyncSmtpConnection, Outcome> {
        let name = ClientId::default();
        let wrapped = match &self.protection {
            Protection::Tls(parameters) => Some(parameters.clone()),
            _ => None,
        };
        let server = (self.host.as_str(), self.port);
        let connecting = AsyncSmtpConnection::connect_tokio1(server, Some(COMMAND), &name, wrapped, None);
        let mut connection = answered(connecting, Trouble::Unreachable).await?;
        if let Protection::StartTls(parameters) = &self.protection {
            answered(connection.starttls(parameters.clone(), &name), Trouble::Insecure).await?;
        }
        if let Some((user, password)) = &self.credentials {
            let credentials = Credentials::new(user.clone(), password.expose_secret().to_owned());
            // a wrong password is the operator's to mend: the mails wait meanwhile
            answered(connection.auth(DEFAULT_MECHANISMS, &credentials), Trouble::SignIn)
                .await
                .map_err(|_| Outcome::Deferred(Trouble::SignIn))?;
        }
        Ok(connection)
    }
}

/// Everything up to the text.
async fn announce(connection: &mut AsyncSmtpConnection, envelope: &Envelope) -> Result<(), Outcome> {
    let mut parameters = Vec::new();
    let ascii = |address: &lettre::Address| AsRef::<str>::as_ref(address).is_ascii();
    if !envelope.to().iter().chain(envelope.from()).all(ascii) {
        if !connection.server_info().supports_feature(Extension::SmtpUtfEight) {
            // "mailbox name not allowed" (RFC 6531, 3.5)
            return Err(Outcome::Rejected(Trouble::Refused(553)));
        }
        parameters.push(MailParameter::SmtpUtfEight);
    }
    let lost = Trouble::Unreachable;
    answered(connection.command(Mail::new(envelope.from().cloned(), parameters)), lost).await?;
    for address in envelope.to() {
        answered(connection.command(Rcpt::new(address.clone(), vec![])), lost).await?;
    }
    answered(connection.command(Data), lost).await.map(|_| ())
}
