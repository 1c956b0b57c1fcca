//! A mail server for tests: it speaks SMTP, with STARTTLS if asked, and can be told to fail in every way that matters.

use std::{
    net::SocketAddr,
    path::{Path, PathBuf},
    process::Command,
    sync::{Arc, Mutex},
};

use tempfile::TempDir;
use tokio::{
    io::{AsyncBufReadExt, AsyncRead, AsyncWrite, AsyncWriteExt, BufStream},
    net::{TcpListener, TcpStream},
};
use tokio_rustls::{
    TlsAcceptor,
    rustls::{
        ServerConfig,
        crypto::ring,
        pki_types::{CertificateDer, PrivateKeyDer, pem::PemObject},
    },
};

/// How the server treats the next mails.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Manner {
    /// Takes them.
    Takes,
    /// Answers the recipient with this code.
    RefusesRecipient(u16),
    /// Answers the text with this code.
    RefusesText(u16),
    /// Hangs up when it is told the recipient.
    HangsUpBeforeText,
    /// Takes the whole text and hangs up without a word.
    HangsUpAfterText,
}

/// What the server saw.
#[derive(Debug, Default)]
pub struct Seen {
    /// The mails it took, with those whose sender was left without an answer.
    pub mails: Vec<Vec<u8>>,
    /// User names and passwords as they came: base64.
    pub sign_ins: Vec<String>,
    /// Whether a recipient was named without encryption.
    pub in_the_open: bool,
}

/// A mail server.
pub struct MailServer {
    pub address: SocketAddr,
    pub manner: Arc<Mutex<Manner>>,
    pub seen: Arc<Mutex<Seen>>,
}

impl MailServer {
    pub async fn start(tls: Option<&Authority>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let (manner, seen) = (Arc::new(Mutex::new(Manner::Takes)), Arc::<Mutex<Seen>>::default());
        let acceptor = tls.map(Authority::acceptor);
        let (m, s) = (Arc::clone(&manner), Arc::clone(&seen));
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let (manner, seen) = (*m.lock().unwrap(), Arc::clone(&s));
                tokio::spawn(serve(stream, acceptor.clone(), manner, seen));
            }
        });
        Self { address, manner, seen }
    }

    pub fn behave(&self, manner: Manner) {
        *self.manner.lock().unwrap() = manner;
    }

    pub fn mails(&self) -> Vec<Vec<u8>> {
        self.seen.lock().unwrap().mails.clone()
    }
}

async fn serve(stream: TcpStream, acceptor: Option<TlsAcceptor>, manner: Manner, seen: Arc<Mutex<Seen>>) {
    let mut stream = BufStream::new(stream);
    let _ = stream.write_all(b"220 test\r\n").await;
    let _ = stream.flush().await;
    let upgrades = acceptor.is_some();
    if let Some(acceptor) = acceptor.filter(|_| upgrades) {
        if !converse(&mut stream, manner, &seen, true, false).await {
            return;
        }
        let Ok(stream) = acceptor.accept(stream.into_inner()).await else { return };
        let mut stream = BufStream::new(stream);
        converse(&mut stream, manner, &seen, false, true).await;
        let _ = stream.shutdown().await;
    } else {
        converse(&mut stream, manner, &seen, false, false).await;
    }
}

/// Talks until the end, or (true) until the client asks for encryption.
async fn converse<S>(
    stream: &mut BufStream<S>,
    manner: Manner,
    seen: &Mutex<Seen>,
    offers: bool,
    encrypted: bool,
) -> bool
where
    S: AsyncRead + AsyncWrite + Unpin,
{
    let mut line = String::new();
    loop {
        line.clear();
        if stream.read_line(&mut line).await.unwrap_or(0) == 0 {
            return false;
        }
        let command = line.trim().to_uppercase();
        let answer = match command.split_whitespace().next().unwrap_or_default() {
            "EHLO" if offers => "250-test\r\n250 STARTTLS\r\n".to_owned(),
            "EHLO" => "250-test\r\n250-8BITMIME\r\n250 AUTH PLAIN\r\n".to_owned(),
            "STARTTLS" => "220 go ahead\r\n".to_owned(),
            "AUTH" => {
                seen.lock().unwrap().sign_ins.push(line.trim().to_owned());
                "235 signed in\r\n".to_owned()
            }
            "RCPT" => {
                seen.lock().unwrap().in_the_open |= !encrypted;
                match manner {
                    Manner::RefusesRecipient(code) => format!("{code} not now\r\n"),
                    Manner::HangsUpBeforeText => return false,
                    _ => "250 ok\r\n".to_owned(),
                }
            }
            "DATA" => "354 go ahead\r\n".to_owned(),
            "QUIT" => "221 bye\r\n".to_owned(),
            _ => "250 ok\r\n".to_owned(),
        };
        if stream.write_all(answer.as_bytes()).await.is_err() || stream.flush().await.is_err() {
            return false;
        }
        match command.as_str() {
            "STARTTLS" => return true,
            "QUIT" => return false,
            "DATA" => {
                let text = text(stream).await;
                let answer = if let Manner::RefusesText(code) = manner {
                    format!("{code} no\r\n")
                } else {
                    seen.lock().unwrap().mails.push(text);
                    "250 taken\r\n".to_owned()
                };
                if manner == Manner::HangsUpAfterText {
                    return false;
                }
                let _ = stream.write_all(answer.as_bytes()).await;
                let _ = stream.flush().await;
            }
            _ => {}
        }
    }
}

async fn text<S: AsyncRead + AsyncWrite + Unpin>(stream: &mut BufStream<S>) -> Vec<u8> {
    let mut text = Vec::new();
    loop {
        let mut line = Vec::new();
        if stream.read_until(b'\n', &mut line).await.unwrap_or(0) == 0 || line == b".\r\n" {
            return text;
        }
        text.extend_from_slice(line.strip_prefix(b".").unwrap_or(&line));
    }
}

/// A certificate authority of the test's own, and a server certificate for `localhost`.
pub struct Authority(TempDir);

impl Authority {
    pub fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let this = Self(folder);
        this.openssl(&[
            "req",
            "-x509",
            "-newkey",
            "rsa:2048",
            "-nodes",
            "-keyout",
            "ca.key",
            "-out",
            "ca.pem",
            "-days",
            "2",
            "-subj",
            "/CN=Test authority",
        ]);
        this.openssl(&[
            "req",
            "-newkey",
            "rsa:2048",
            "-nodes",
            "-keyout",
            "server.key",
            "-out",
            "server.csr",
            "-subj",
            "/CN=localhost",
        ]);
        std::fs::write(this.0.path().join("names"), "subjectAltName=DNS:localhost\n").unwrap();
        this.openssl(&[
            "x509",
            "-req",
            "-in",
            "server.csr",
            "-CA",
            "ca.pem",
            "-CAkey",
            "ca.key",
            "-CAcreateserial",
            "-days",
            "2",
            "-extfile",
            "names",
            "-out",
            "server.pem",
        ]);
        this
    }

    pub fn certificate(&self) -> PathBuf {
        self.0.path().join("ca.pem")
    }

    fn path(&self) -> &Path {
        self.0.path()
    }

    fn openssl(&self, arguments: &[&str]) {
        let output = Command::new("openssl").args(arguments).current_dir(self.path()).output();
        let output = output.expect("openssl (package openssl) is installed");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }

    fn acceptor(&self) -> TlsAcceptor {
        let certificate = CertificateDer::from_pem_file(self.path().join("server.pem")).unwrap();
        let key = PrivateKeyDer::from_pem_file(self.path().join("server.key")).unwrap();
        let config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_no_client_auth()
            .with_single_cert(vec![certificate], key)
            .unwrap();
        TlsAcceptor::from(Arc::new(config))
    }
}
