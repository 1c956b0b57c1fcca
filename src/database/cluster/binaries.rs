//! Where Postgres is installed.

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The oldest major version that Rapporteur runs on.
pub(super) const MINIMUM: u32 = 15;

/// A folder with the programs of one Postgres version.
#[derive(Debug)]
pub(super) struct Installation {
    pub(super) folder: PathBuf,
}

/// The first installation of the major version `wanted`, or of any that is recent enough; else the major versions
/// that were found instead.
pub(super) fn find(wanted: Option<u32>) -> Result<Installation, Vec<u32>> {
    let mut seen = HashSet::new();
    let mut others = Vec::new();
    for folder in candidates() {
        if !seen.insert(folder.clone()) {
            continue;
        }
        let Some(major) = major_version(&folder) else {
            continue;
        };
        if major >= MINIMUM && wanted.is_none_or(|wanted| wanted == major) {
            return Ok(Installation { folder });
        }
        if !others.contains(&major) {
            others.push(major);
        }
    }
    Err(others)
}

/// Lazily, since asking `pg_config` costs a process.
fn candidates() -> impl Iterator<Item = PathBuf> {
    on_path()
        .chain(std::iter::once_with(by_pg_config).flatten())
        .chain(std::iter::once_with(usual_folders).flatten())
        .filter_map(|folder| complete(&folder))
}

/// The folder that really has both programs: `postgres` on the path may be a link to its place, or a wrapper
/// without `initdb` beside it.
fn complete(folder: &Path) -> Option<PathBuf> {
    let program = folder.join("postgres");
    let target = program.canonicalize().ok()?;
    let both = |folder: &Path| ["postgres", "initdb"].iter().all(|p| folder.join(p).is_file());
    if let Some(home) = target.parent()
        && both(home)
    {
        return Some(home.to_path_buf());
    }
    both(folder).then(|| folder.to_path_buf())
}

fn on_path() -> impl Iterator<Item = PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let folders: Vec<PathBuf> = std::env::split_paths(&path).filter(|folder| folder.is_absolute()).collect();
    folders.into_iter()
}

fn by_pg_config() -> Option<PathBuf> {
    let output = Command::new("pg_config").arg("--bindir").output().ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    let folder = PathBuf::from(text.trim());
    folder.is_absolute().then_some(folder)
}

/// Debian's, the Postgres project's own packages', and the default of a build from source; highest version first.
fn usual_folders() -> Vec<PathBuf> {
    let mut versioned: Vec<(u32, PathBuf)> = Vec::new();
    for (parent, prefix) in [("/usr/lib/postgresql", ""), ("/usr", "pgsql-"), ("/opt", "pgsql-")] {
        for entry in fs::read_dir(parent).into_iter().flatten().flatten() {
            let name = entry.file_name();
            let number = name.to_str().and_then(|name| name.strip_prefix(prefix));
            if let Some(version) = number.and_then(|number| number.parse().ok()) {
                versioned.push((version, entry.path().join("bin")));
            }
        }
    }
    versioned.sort_by_key(|(version, _)| std::cmp::Reverse(*version));
    let mut folders: Vec<PathBuf> = versioned.into_iter().map(|(_, folder)| folder).collect();
    folders.push(PathBuf::from("/usr/local/pgsql/bin"));
    folders.push(PathBuf::from("/usr/libexec/postgresql"));
    folders
}

/// A client program of the major version `oldest` or later. The usual folders come first: what Debian puts on the path is a
/// wrapper that chooses a version by itself.
pub(super) fn client(name: &str, oldest: u32) -> Option<PathBuf> {
    let mut programs = usual_folders().into_iter().chain(on_path()).map(|folder| folder.join(name));
    programs.find(|program| program.is_file() && version_of(program).is_some_and(|major| major >= oldest))
}

fn major_version(folder: &Path) -> Option<u32> {
    version_of(&folder.join("postgres"))
}

/// Reads `postgres (PostgreSQL) 15.18 (Debian ...)`.
fn version_of(program: &Path) -> Option<u32> {
    let output = Command::new(program).arg("--version").output().ok()?;
    parse_version(&String::from_utf8(output.stdout).ok()?)
}

fn parse_version(text: &str) -> Option<u32> {
    let number = text.split(") ").nth(1)?;
    let digits: String = number.chars().take_while(char::is_ascii_digit).collect();
    digits.parse().ok()
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::os::unix::fs::symlink;

    use super::{complete, parse_version};

    #[test]
    fn a_folder_counts_with_both_programs_only() {
        let place = tempfile::tempdir().unwrap();
        let root = place.path().canonicalize().unwrap();
        let (home, links, wrapper) = (root.join("home"), root.join("links"), root.join("wrapper"));
        for folder in [&home, &links, &wrapper] {
            fs::create_dir(folder).unwrap();
        }
        for program in ["postgres", "initdb"] {
            fs::write(home.join(program), "").unwrap();
        }
        symlink(home.join("postgres"), links.join("postgres")).unwrap();
        fs::write(wrapper.join("postgres"), "").unwrap();
        assert_eq!(complete(&home), Some(home.clone()));
        assert_eq!(complete(&links), Some(home));
        assert_eq!(complete(&wrapper), None);
        assert_eq!(complete(&root.join("nowhere")), None);
    }

    #[test]
    fn reads_the_major_version() {
        let debian = "postgres (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)\n";
        assert_eq!(parse_version(debian), Some(15));
        assert_eq!(parse_version("postgres (PostgreSQL) 18beta1\n"), Some(18));
        assert_eq!(parse_version("command not found"), None);
    }
}
