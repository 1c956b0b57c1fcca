//! The private folder of the cluster's socket.
//!
//! Connections are trusted, so the folder is the only door: mode 0700, of the cluster's user. It lies in the data
//! folder where the path is short enough, since folders under /tmp are swept, and hidden from commands by a service
//! manager that gives the server a /tmp of its own.

use std::ffi::OsString;
use std::fmt::Write as _;
use std::fs::{self, DirBuilder, Permissions};
use std::io;
use std::os::unix::ffi::{OsStrExt, OsStringExt};
use std::os::unix::fs::{DirBuilderExt, MetadataExt, PermissionsExt};
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use super::PORT;
use super::error::ClusterError;
use super::user::ClusterUser;

/// The longest path of a socket in bytes: `sun_path` of unix(7) without its closing zero.
const LONGEST: usize = 107;

/// Where the cluster of the data folder `data` (canonical) has its socket.
pub(super) fn folder(data: &Path) -> PathBuf {
    let inside = data.join("socket");
    let bytes = inside.as_os_str().as_bytes();
    // libpq takes a comma for the end of a host's name
    if file(&inside).as_os_str().len() <= LONGEST && !bytes.contains(&b',') {
        return inside;
    }
    let hash = Sha256::digest(data.as_os_str().as_bytes());
    PathBuf::from(format!("/tmp/rapporteur-{}", hex::encode(&hash[..8])))
}

/// The socket in its folder.
pub(super) fn file(folder: &Path) -> PathBuf {
    folder.join(format!(".s.PGSQL.{PORT}"))
}

/// Makes the folder, or checks that it is the cluster's user's own, and clears away what a killed Postgres left.
/// Only while no Postgres of ours runs.
pub(super) fn prepare(folder: &Path, user: &ClusterUser) -> Result<(), ClusterError> {
    match DirBuilder::new().mode(0o700).create(folder) {
        Ok(()) => user.give(folder)?,
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            // of the name itself: a link that somebody laid there is not followed
            let found = fs::symlink_metadata(folder).map_err(ClusterError::at(folder))?;
            if !found.is_dir() || found.uid() != user.uid() {
                return Err(ClusterError::SocketTaken { path: folder.to_path_buf() });
            }
        }
        Err(error) => return Err(ClusterError::at(folder)(error)),
    }
    fs::set_permissions(folder, Permissions::from_mode(0o700)).map_err(ClusterError::at(folder))?;
    let socket = file(folder);
    let mut lock = socket.clone().into_os_string();
    lock.push(".lock");
    for stale in [socket, PathBuf::from(lock)] {
        match fs::remove_file(&stale) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                return Err(ClusterError::at(&stale)(error));
            }
            _ => {}
        }
    }
    Ok(())
}

/// The folder as `unix_socket_directories` wants it: a list, so commas and blanks need quotes.
pub(super) fn setting(folder: &Path) -> OsString {
    let mut value = b"unix_socket_directories=\"".to_vec();
    for &byte in folder.as_os_str().as_bytes() {
        if byte == b'"' {
            value.push(b'"');
        }
        value.push(byte);
    }
    value.push(b'"');
    OsString::from_vec(value)
}

/// A path as a value in an address (RFC 3986, section 2.1).
pub(super) fn percent_encoded(path: &Path) -> String {
    let mut text = String::new();
    for &byte in path.as_os_str().as_bytes() {
        if byte.is_ascii_alphanumeric() || b"/-._~".contains(&byte) {
            text.push(char::from(byte));
        } else {
            let _ = write!(text, "%{byte:02X}");
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::{LONGEST, file, folder, percent_encoded, setting};

    #[test]
    fn a_long_data_folder_gets_a_short_socket() {
        let short = Path::new("/var/lib/rapporteur");
        assert_eq!(folder(short), short.join("socket"));
        let deep = format!("/srv/{}", "é".repeat(60));
        let socket = folder(Path::new(&deep));
        assert!(socket.starts_with("/tmp"), "{}", socket.display());
        assert!(file(&socket).as_os_str().len() <= LONGEST);
        assert_ne!(socket, folder(Path::new(&format!("{deep}x"))));
    }

    #[test]
    fn the_limit_is_exact() {
        // "/" + name + "/socket/.s.PGSQL.5432"
        let exact = format!("/{}", "x".repeat(LONGEST - 1 - 21));
        assert!(folder(Path::new(&exact)).starts_with(&exact));
        assert!(folder(Path::new(&format!("{exact}x"))).starts_with("/tmp"));
    }

    #[test]
    fn a_comma_would_cut_the_name() {
        assert!(folder(Path::new("/srv/a,b")).starts_with("/tmp"));
    }

    #[test]
    fn odd_names_are_quoted() {
        let path = Path::new("/a b,c/\"é");
        assert_eq!(setting(path).to_str(), Some("unix_socket_directories=\"/a b,c/\"\"é\""));
        assert_eq!(percent_encoded(path), "/a%20b%2Cc/%22%C3%A9");
    }
}
