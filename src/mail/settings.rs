//! How mail goes out, as the operator sets it. What is wrong stops the start, by name and without the password.

use std::path::PathBuf;

use lettre::{
    message::Mailbox,
    transport::smtp::client::{Certificate, CertificateStore, TlsParameters},
};
use percent_encoding::percent_decode_str;
use secrecy::{ExposeSecret, SecretString};
use url::{Host, Url};

use super::{
    smtp::{Protection, Smtp},
    transport::Transport,
};

/// The settings.
#[derive(Debug, Clone, Default)]
pub struct MailSettings {
    /// `smtps://user:password@host[:465]`, or `smtp://user:password@host[:587]`, which asks for STARTTLS; within this machine also
    /// `smtp://127.0.0.1:25?tls=none`. None: mails go into `folder`.
    pub smtp_url: Option<SecretString>,
    /// From whom mails come: `Rapporteur <rapporteur@example.org>`. Needed with a server.
    pub from: Option<String>,
    /// A file of certificates (PEM) that alone are trusted to vouch for the mail server; none: the system's.
    pub ca_file: Option<PathBuf>,
    /// Where mails go without a server.
    pub folder: PathBuf,
}

/// What is wrong with the settings.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum SettingsError {
    /// The address of the server is none.
    #[error("the SMTP address must look like smtps://user:password@host or smtp://user:password@host:587")]
    Url,
    /// `tls` is something else than `required` or `none`.
    #[error("the SMTP address may end in ?tls=required or, for this machine alone, in ?tls=none")]
    Tls,
    /// Passwords and mails would cross the network in the open.
    #[error("?tls=none is only for a mail server on this machine (127.0.0.1, [::1] or localhost)")]
    Open,
    /// A server without a sender.
    #[error("with an SMTP address the sender's address must be set too")]
    NoSender,
    /// The sender is no address.
    #[error("the sender must look like rapporteur@example.org or Rapporteur <rapporteur@example.org>")]
    Sender,
    /// The certificates cannot be read.
    #[error("the file of certificates for the mail server cannot be read: {0}")]
    Certificates(String),
    /// The TLS library refused.
    #[error("TLS for the mail server cannot be set up: {0}")]
    Library(String),
}

impl MailSettings {
    /// The transport and the sender.
    pub fn open(&self) -> Result<(Transport, Mailbox), SettingsError> {
        let from = self.from.as_deref().map(|from| from.parse().map_err(|_| SettingsError::Sender)).transpose()?;
        let Some(url) = &self.smtp_url else {
            let from = from.map_or_else(|| "Rapporteur <rapporteur@localhost>".parse(), Ok);
            return Ok((Transport::Files(self.folder.clone()), from.map_err(|_| SettingsError::Sender)?));
        };
        let server = self.server(url.expose_secret())?;
        Ok((Transport::Smtp(server), from.ok_or(SettingsError::NoSender)?))
    }

    fn server(&self, address: &str) -> Result<Smtp, SettingsError> {
        // "smtp" is not special to the URL standard: its host is not looked at closely, so it is read as http's
        let (scheme, rest) = address.split_once("://").ok_or(SettingsError::Url)?;
        let wrapped = match scheme {
            "smtps" => true,
            "smtp" => false,
            _ => return Err(SettingsError::Url),
        };
        let url = Url::parse(&format!("http://{rest}")).map_err(|_| SettingsError::Url)?;
        if url.path() != "/" || url.fragment().is_some() {
            return Err(SettingsError::Url);
        }
        let host = url.host().ok_or(SettingsError::Url)?;
        let name = match &host {
            Host::Ipv6(address) => address.to_string(),
            other => other.to_string(),
        };
        let explicit = url.port().or_else(|| rest_port(rest));
        let protection = match (tls(&url)?, wrapped) {
            (true, true) => Protection::Tls(self.parameters(&name)?),
            (true, false) => Protection::StartTls(self.parameters(&name)?),
            (false, true) => return Err(SettingsError::Tls),
            (false, false) if is_loopback(&host) => Protection::None,
            (false, false) => return Err(SettingsError::Open),
        };
        let port = explicit.unwrap_or(match protection {
            Protection::Tls(_) => 465,
            Protection::StartTls(_) => 587,
            Protection::None => 25,
        });
        Ok(Smtp { host: name, port, protection, credentials: credentials(&url)? })
    }

    fn parameters(&self, host: &str) -> Result<TlsParameters, SettingsError> {
        let mut builder = TlsParameters::builder(host.to_owned());
        if let Some(path) = &self.ca_file {
            let unreadable =
                |error: &dyn std::fmt::Display| SettingsError::Certificates(format!("{}: {error}", path.display()));
            let pem = std::fs::read(path).map_err(|error| unreadable(&error))?;
            // a file without any would trust nobody, and no mail would ever leave
            if !String::from_utf8_lossy(&pem).contains("-----BEGIN CERTIFICATE-----") {
                return Err(unreadable(&"it holds no certificate (PEM)"));
            }
            let certificate = Certificate::from_pem(&pem).map_err(|error| unreadable(&error))?;
            builder = builder.certificate_store(CertificateStore::None).add_root_certificate(certificate);
        }
        builder.build_rustls().map_err(|error| SettingsError::Library(error.to_string()))
    }
}

/// Port 80, which the URL standard drops as http's own.
fn rest_port(rest: &str) -> Option<u16> {
    let authority = rest.split(['/', '?', '#']).next()?;
    authority.ends_with(":80").then_some(80)
}

fn is_loopback(host: &Host<&str>) -> bool {
    match host {
        Host::Domain(name) => *name == "localhost",
        Host::Ipv4(address) => address.is_loopback(),
        Host::Ipv6(address) => address.is_loopback(),
    }
}

/// Whether TLS is required.
fn tls(url: &Url) -> Result<bool, SettingsError> {
    let mut required = true;
    for (name, value) in url.query_pairs() {
        required = match (name.as_ref(), value.as_ref()) {
            ("tls", "required") => true,
            ("tls", "none") => false,
            _ => return Err(SettingsError::Tls),
        };
    }
    Ok(required)
}

fn credentials(url: &Url) -> Result<Option<(String, SecretString)>, SettingsError> {
    let decode = |text: &str| {
        percent_decode_str(text).decode_utf8().map(std::borrow::Cow::into_owned).map_err(|_| SettingsError::Url)
    };
    match (url.username(), url.password()) {
        ("", None) => Ok(None),
        (user, Some(password)) if !user.is_empty() => Ok(Some((decode(user)?, decode(password)?.into()))),
        _ => Err(SettingsError::Url),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn opened(url: &str) -> Result<Smtp, SettingsError> {
        let settings = MailSettings {
            smtp_url: Some(url.to_owned().into()),
            from: Some("Rapporteur <rapporteur@example.org>".to_owned()),
            ..MailSettings::default()
        };
        match settings.open()?.0 {
            Transport::Smtp(server) => Ok(server),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn servers_are_read() {
        let server = opened("smtp://us%40er:p%2Fw%C3%A9@mail.example.org:2525?tls=required").unwrap();
        assert_eq!((server.host.as_str(), server.port), ("mail.example.org", 2525));
        assert!(matches!(server.protection, Protection::StartTls(_)));
        let (user, password) = server.credentials.unwrap();
        assert_eq!((user.as_str(), password.expose_secret()), ("us@er", "p/wé"));
        assert_eq!(opened("smtp://mail.example.org").unwrap().port, 587);
        assert_eq!(opened("smtp://mail.example.org:80").unwrap().port, 80);
        let server = opened("smtps://mail.example.org").unwrap();
        assert!(matches!(server.protection, Protection::Tls(_)));
        assert_eq!((server.port, server.credentials.is_none()), (465, true));
        let server = opened("smtp://[::1]?tls=none").unwrap();
        assert!(matches!(server.protection, Protection::None));
        assert_eq!((server.host.as_str(), server.port), ("::1", 25));
    }

    #[test]
    fn wrong_settings_are_named_and_tell_no_password() {
        for (url, wanted) in [
            ("mail.example.org:25", SettingsError::Url),
            ("http://mail.example.org", SettingsError::Url),
            ("smtp://", SettingsError::Url),
            ("smtp://user@mail.example.org", SettingsError::Url),
            ("smtp://mail.example.org/inbox", SettingsError::Url),
            ("smtp://mail.example.org?tls=maybe", SettingsError::Tls),
            ("smtps://127.0.0.1?tls=none", SettingsError::Tls),
            ("smtp://user:secret@mail.example.org?tls=none", SettingsError::Open),
            ("smtp://10.0.0.1?tls=none", SettingsError::Open),
        ] {
            let error = opened(url).unwrap_err();
            assert!(!error.to_string().contains("secret"));
            assert_eq!(error, wanted, "{url}");
        }
        let with_server =
            || MailSettings { smtp_url: Some("smtp://mail.example.org".to_owned().into()), ..MailSettings::default() };
        assert_eq!(with_server().open().unwrap_err(), SettingsError::NoSender);
        let wrong = MailSettings { from: Some("nobody".to_owned()), ..with_server() };
        assert_eq!(wrong.open().unwrap_err(), SettingsError::Sender);
        let empty = tempfile::NamedTempFile::new().unwrap();
        let trusts_nobody = MailSettings { ca_file: Some(empty.path().to_owned()), ..with_server() };
        assert!(matches!(trusts_nobody.open().unwrap_err(), SettingsError::Certificates(_)));
        let debug = format!("{:?}", opened("smtp://user:secret@mail.example.org").unwrap());
        assert!(!debug.contains("secret"), "{debug}");
    }

    #[test]
    fn without_a_server_mails_go_to_files() {
        let (transport, from) = MailSettings::default().open().unwrap();
        assert!(matches!(transport, Transport::Files(_)));
        assert_eq!(from.email.to_string(), "rapporteur@localhost");
    }
}
