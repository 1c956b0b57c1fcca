//! What carries mails: a mail server, a folder of files, or (for tests) memory.

use std::{
    io::Write,
    os::unix::fs::OpenOptionsExt,
    path::{Path, PathBuf},
    sync::{Arc, Mutex, PoisonError},
};

use lettre::Message;

use super::smtp::Smtp;
use crate::domain::{
    delivery::{Outcome, Trouble},
    ids::MailId,
};

/// Carries mails.
#[derive(Debug, Clone)]
pub enum Transport {
    /// To a mail server.
    Smtp(Smtp),
    /// Into a folder, a file `<mail id>.eml` each: the demonstration.
    Files(PathBuf),
    /// Into memory: tests.
    Memory(Kept),
}

/// A mail's identifier and its bytes.
type Whole = (MailId, Vec<u8>);

/// Mails kept in memory, in order.
#[derive(Debug, Clone, Default)]
pub struct Kept(Arc<Mutex<Vec<Whole>>>);

impl Kept {
    /// All mails so far.
    #[must_use]
    pub fn all(&self) -> Vec<Whole> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl Transport {
    /// Hands a mail over, once, and says how that ended.
    pub async fn hand_over(&self, id: MailId, message: &Message) -> Outcome {
        match self {
            Self::Smtp(server) => server.hand_over(message.envelope(), &message.formatted()).await,
            Self::Files(folder) => {
                let (folder, bytes) = (folder.clone(), message.formatted());
                let written = tokio::task::spawn_blocking(move || write(&folder, id, &bytes)).await;
                match written {
                    Ok(Ok(())) => Outcome::Accepted,
                    Ok(Err(error)) => {
                        tracing::warn!(mail = %id, %error, "a mail's file could not be written");
                        Outcome::Deferred(Trouble::NotWritten)
                    }
                    Err(_) => Outcome::Unclear(Trouble::Interrupted),
                }
            }
            Self::Memory(kept) => {
                kept.0.lock().unwrap_or_else(PoisonError::into_inner).push((id, message.formatted()));
                Outcome::Accepted
            }
        }
    }
}

/// The file of a mail in that folder.
#[must_use]
pub fn file(folder: &Path, id: MailId) -> PathBuf {
    folder.join(format!("{id}.eml"))
}

/// Writes a mail's file, readable by its owner alone: all of it or nothing.
fn write(folder: &Path, id: MailId, bytes: &[u8]) -> std::io::Result<()> {
    std::fs::create_dir_all(folder)?;
    let draft = folder.join(format!(".{id}.part"));
    let mut out = std::fs::OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(&draft)?;
    out.write_all(bytes)?;
    out.sync_all()?;
    std::fs::rename(&draft, file(folder, id))
}
