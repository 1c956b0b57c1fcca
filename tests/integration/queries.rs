//! The checked queries (`.sqlx`) fit the migrations and the sources: what builds without a database is what runs on one.

use std::{fs, path::Path};

use rapporteur::database::cluster::Role;
use regex::Regex;
use serde_json::Value;
use sqlx::{AssertSqlSafe, ConnectOptions, Executor, SqlSafeStr};

use crate::support::database::TestDatabase;

const MAKE: &str = "make it anew: cargo sqlx prepare, with DATABASE_URL leading to a migrated database as its owner";

/// A stored query: its file's name and content.
struct Stored {
    file: String,
    content: Value,
}

impl Stored {
    fn text(&self) -> &str {
        self.content["query"].as_str().expect("a query")
    }

    fn part(&self, name: &str) -> &Value {
        &self.content["describe"][name]
    }

    fn columns(&self) -> Vec<&str> {
        self.part("columns").as_array().unwrap().iter().map(|column| column["name"].as_str().unwrap()).collect()
    }

    /// Which columns may be null there is guessed from the plan: see the rule below.
    fn has_outer_join(&self) -> bool {
        Regex::new(r"(?i)\b(left|right|full)\s+(outer\s+)?join\b").unwrap().is_match(self.text())
    }
}

fn stored() -> Vec<Stored> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(".sqlx");
    let entries = fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}; {MAKE}", folder.display()));
    let mut found: Vec<Stored> = entries
        .map(|entry| {
            let path = entry.unwrap().path();
            let content = serde_json::from_slice(&fs::read(&path).unwrap()).unwrap();
            Stored { file: path.file_name().unwrap().to_string_lossy().into_owned(), content }
        })
        .collect();
    assert!(found.len() > 20, "{} holds {} queries; {MAKE}", folder.display(), found.len());
    found.sort_by(|a, b| a.file.cmp(&b.file));
    found
}

#[tokio::test]
async fn every_stored_query_is_described_by_the_database_as_it_is_stored() {
    let database = TestDatabase::new().await;
    let mut owner = database.options(Role::Owner).connect().await.unwrap();
    let mut wrong = Vec::new();
    for query in stored() {
        let described = owner.describe(AssertSqlSafe(query.text().to_owned()).into_sql_str()).await;
        let described = match described {
            Ok(described) => serde_json::to_value(described).unwrap(),
            Err(error) => {
                wrong.push(format!("{}: {error}\n{}", query.file, query.text()));
                continue;
            }
        };
        let parts = if query.has_outer_join() {
            &["columns", "parameters"][..]
        } else {
            &["columns", "parameters", "nullable"]
        };
        for part in parts {
            if described[part] != *query.part(part) {
                let (stored, now) = (query.part(part), &described[part]);
                wrong.push(format!("{}: {part}: stored {stored}, now {now}\n{}", query.file, query.text()));
            }
        }
    }
    assert!(wrong.is_empty(), "{MAKE}\n{}", wrong.join("\n\n"));
}

/// sqlx takes a column for never null or sometimes null by the plan of the day; behind an outer join it is wrong at times.
#[test]
fn every_column_of_an_outer_join_says_whether_it_may_be_null() {
    let unsaid: Vec<String> = stored()
        .iter()
        .filter(|query| query.has_outer_join())
        .filter(|query| query.columns().iter().any(|name| !name.ends_with(['!', '?'])))
        .map(|query| format!("{:?}\n{}", query.columns(), query.text()))
        .collect();
    assert!(unsaid.is_empty(), "write \"column!\" or \"column?\" for each column:\n{}", unsaid.join("\n\n"));
}

/// A query that no source holds any more was left behind.
#[test]
fn every_stored_query_stands_in_the_sources() {
    let mut sources = String::new();
    gather(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut sources);
    let sources = sources.replace("\\\"", "\"");
    let left: Vec<String> =
        stored().iter().filter(|query| !sources.contains(query.text())).map(|query| query.text().to_owned()).collect();
    assert!(left.is_empty(), "{MAKE}\n{}", left.join("\n\n"));
}

fn gather(folder: &Path, sources: &mut String) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            gather(&path, sources);
        } else if path.extension().is_some_and(|kind| kind == "rs") {
            sources.push_str(&fs::read_to_string(&path).unwrap());
        }
    }
}
