//! The project's own files, for tests that read them.

use std::{
    fs,
    path::{Path, PathBuf},
};

/// A file of the project.
pub struct Source {
    /// Its path from the project's root, with `/`.
    pub path: String,
    /// Its text.
    pub text: String,
}

/// The files below a folder of the project whose names end so, in order.
pub fn below(folder: &str, ending: &str) -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    walk(&root.join(folder), &mut found);
    found.sort();
    found
        .into_iter()
        .filter(|path| path.to_string_lossy().ends_with(ending))
        .map(|path| Source {
            text: fs::read_to_string(&path).unwrap(),
            path: path.strip_prefix(root).unwrap().to_string_lossy().into_owned(),
        })
        .collect()
}

fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten() {
        let path = entry.unwrap().path();
        if path.is_dir() { walk(&path, found) } else { found.push(path) }
    }
}

impl Source {
    /// The program text: without lines of comments, and without the tests at the end of the file.
    pub fn code(&self) -> String {
        let program = self.text.split("\n#[cfg(test)]\nmod tests {").next().unwrap_or_default();
        program.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
    }
}
