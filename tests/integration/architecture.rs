//! The rules that the shape of the code rests on, read from the sources: who imports whom, where SQL, time and paths stand.

use std::collections::{BTreeMap, BTreeSet};

use rapporteur::web::server::table;
use regex::Regex;

use crate::support::sources::{Source, below};

/// The longest a file may be: one that is longer holds two nouns.
const LONGEST: usize = 400;

/// Each part of the program, and which other parts it may see.
const PARTS: [(&str, &[&str]); 14] = [
    ("domain", &[]),
    ("clock", &[]),
    ("logging", &[]),
    ("locales", &["domain"]),
    ("concept_note", &["domain"]),
    ("export", &["domain", "locales"]),
    ("mail", &["domain", "locales"]),
    ("database", &["domain", "clock"]),
    ("store", &["domain"]),
    ("services", &["domain", "clock", "locales", "concept_note", "export", "mail", "database", "store"]),
    ("web", &["domain", "clock", "locales", "concept_note", "export", "mail", "database", "store", "services"]),
    ("jobs", &["domain", "clock", "locales", "concept_note", "export", "mail", "database", "store", "services"]),
    ("config", &["domain", "database", "mail"]),
    ("cli", EVERYTHING),
];

const EVERYTHING: &[&str] = &[
    "domain",
    "clock",
    "logging",
    "locales",
    "concept_note",
    "export",
    "mail",
    "database",
    "store",
    "services",
    "web",
    "jobs",
    "config",
];

fn sources() -> Vec<Source> {
    let sources = below("src", ".rs");
    assert!(sources.len() > 50, "the sources are not where they are looked for");
    sources
}

/// The part that a file belongs to, and how many modules deep it is: `src/web/account/link.rs` is in `web`, 3 deep.
fn place(path: &str) -> (&str, usize) {
    let inner = path.strip_prefix("src/").unwrap().trim_end_matches(".rs").trim_end_matches("/mod");
    (inner.split('/').next().unwrap(), inner.split('/').count())
}

/// The parts of the program that code `depth` modules deep names.
fn parts_named(code: &str, depth: usize) -> BTreeSet<String> {
    let start = Regex::new(r"\b(?:crate|((?:super::)*super))::(\w+|\{)").unwrap();
    let mut named = BTreeSet::new();
    for found in start.captures_iter(code) {
        let steps = found.get(1).map_or(depth, |steps| steps.as_str().matches("super").count());
        if steps != depth {
            continue;
        }
        if &found[2] == "{" {
            named.extend(heads(&code[found.get(0).unwrap().end()..]));
        } else {
            named.insert(found[2].to_owned());
        }
    }
    named
}

/// The first names of a group of imports: `a::b, c::{d, e}}` gives a and c.
fn heads(group: &str) -> Vec<String> {
    let (mut depth, mut names, mut name) = (0, Vec::new(), String::new());
    for c in group.chars() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => names.push(std::mem::take(&mut name)),
            _ if depth == 0 => name.push(c),
            _ => {}
        }
    }
    names.push(name);
    let first = |name: String| name.trim().split([':', ' ']).next().unwrap_or_default().to_owned();
    names.into_iter().map(first).filter(|name| !name.is_empty()).collect()
}

#[test]
fn imports_are_read_as_they_are_written() {
    let named = |code, depth| parts_named(code, depth).into_iter().collect::<Vec<_>>();
    let code =
        "use crate::{\n    domain::{ids::A, web},\n    store::{self, mails},\n};\nfn a() { crate::clock::now() }";
    assert_eq!(named(code, 3), ["clock", "domain", "store"]);
    assert_eq!(named("use super::super::web::X; use super::jobs;", 2), ["web"]);
    assert_eq!(named("use super::{web, jobs::Y};", 1), ["jobs", "web"]);
    assert_eq!(place("src/web/account/mod.rs"), ("web", 2));
    assert_eq!(place("src/clock.rs"), ("clock", 1));
}

#[test]
fn no_part_sees_what_it_may_not() {
    let parts: BTreeMap<_, _> = PARTS.into_iter().collect();
    let mut wrong = Vec::new();
    for source in sources().iter().filter(|source| !matches!(source.path.as_str(), "src/lib.rs" | "src/main.rs")) {
        let (part, depth) = place(&source.path);
        let Some(may_see) = parts.get(part) else {
            wrong.push(format!("{}: say in PARTS what `{part}` may see", source.path));
            continue;
        };
        for named in parts_named(&source.code(), depth) {
            if named != part && parts.contains_key(named.as_str()) && !may_see.contains(&named.as_str()) {
                wrong.push(format!("{} names `{named}`", source.path));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// The lines of all files but those excepted in which `pattern` stands.
fn places(pattern: &str, excepted: &[&str]) -> Vec<String> {
    let pattern = Regex::new(pattern).unwrap();
    let mut found = Vec::new();
    for source in sources().iter().filter(|source| !excepted.iter().any(|start| source.path.starts_with(start))) {
        found.extend(
            source
                .code()
                .lines()
                .filter(|line| pattern.is_match(line))
                .map(|line| format!("{}: {}", source.path, line.trim())),
        );
    }
    found
}

#[test]
fn sql_stands_in_the_store_and_is_checked() {
    let anywhere = places(r"\bsqlx::(query|raw_sql)", &["src/store/", "src/database/"]);
    assert!(anywhere.is_empty(), "{anywhere:#?}");
    let unchecked = places(r"\bsqlx::(raw_sql|query\w*)\s*[(:<]", &["src/database/", "src/web/"]);
    assert!(unchecked.is_empty(), "unchecked: {unchecked:#?}");
    assert!(places(r"\bsqlx::query", &[]).len() > 20, "the search finds nothing");
}

#[test]
fn only_the_clock_asks_for_the_time() {
    let asked = places(r"\b(Utc|Local|SystemTime|OffsetDateTime)::now\b", &["src/clock.rs"]);
    assert!(asked.is_empty(), "{asked:#?}");
    assert!(!places(r"\bUtc::now\b", &[]).is_empty(), "the search finds nothing");
}

#[test]
fn services_own_the_transactions() {
    // the reader of notes sees no database, and begins lists and paragraphs
    let others = ["src/services", "src/database/", "src/jobs/", "src/cli/", "src/concept_note/"];
    let elsewhere = places(r"\.(begin|begin_with|commit)\(", &others);
    assert!(elsewhere.is_empty(), "{elsewhere:#?}");
    assert!(!places(r"\.begin\(", &["src/database/"]).is_empty(), "the search finds nothing");
}

#[test]
fn paths_stand_in_the_routes_alone() {
    let firsts: BTreeSet<&str> = table().iter().filter_map(|(_, pattern)| pattern.split('/').nth(1)).collect();
    let firsts: Vec<_> = firsts.into_iter().filter(|first| !first.is_empty()).collect();
    assert!(firsts.contains(&"sign-in"));
    let literal = format!("\"/({})([/?\"{{])", firsts.join("|"));
    // mails are read back without knowledge of the web: there a link's secret is masked, whatever its path
    let written = places(&literal, &["src/web/routes.rs", "src/mail/reader.rs"]);
    assert!(written.is_empty(), "{written:#?}");
    let attribute = Regex::new(r#"(href|action|src|data-keep-alive)=["']/"#).unwrap();
    for source in below("templates", "") {
        let found = attribute.find(&source.text);
        assert!(found.is_none(), "{}: {found:?}", source.path);
    }
}

#[test]
fn files_hold_one_thing() {
    let long: Vec<_> = sources()
        .iter()
        .map(|source| (source.text.lines().count(), source.path.clone()))
        .filter(|(lines, _)| *lines > LONGEST)
        .collect();
    assert!(long.is_empty(), "longer than {LONGEST} lines: {long:?}");
}

#[test]
fn outer_joins_say_which_columns_may_be_null() {
    // what sqlx infers of an outer join changes with the planner's mood
    let outer = Regex::new(r"(?i)\b(left|right|full)\s+(outer\s+)?join\b").unwrap();
    let mut unmarked = Vec::new();
    for source in below(".sqlx", ".json") {
        let query: serde_json::Value = serde_json::from_str(&source.text).unwrap();
        if !outer.is_match(query["query"].as_str().unwrap()) {
            continue;
        }
        for column in query["describe"]["columns"].as_array().unwrap() {
            let name = column["name"].as_str().unwrap();
            if !name.contains(['!', '?']) {
                unmarked.push(format!("{name} of {}", query["query"]));
            }
        }
    }
    assert!(unmarked.is_empty(), "{unmarked:#?}");
}
