//! The catalogue of messages: complete in each language, and all that is asked for is there.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use fluent_syntax::ast::{CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::parser::parse;
use rapporteur::domain::language::Language;
use regex::Regex;

use super::reader;

/// The variables of each key; attributes stand as `key.attribute`, terms as `-term`.
type Keys = BTreeMap<String, BTreeSet<String>>;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn files_below(folder: &Path, found: &mut Vec<PathBuf>) {
    let Ok(entries) = fs::read_dir(folder) else {
        return;
    };
    for entry in entries {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files_below(&path, found);
        } else {
            found.push(path);
        }
    }
}

/// Each Fluent file of a language by its name, with its keys.
fn catalogue(language: Language) -> BTreeMap<String, Keys> {
    let mut paths = Vec::new();
    files_below(&root().join("src/locales").join(language.tag()), &mut paths);
    paths
        .iter()
        .map(|path| {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            (name, keys(path))
        })
        .collect()
}

fn keys(path: &Path) -> Keys {
    let text = fs::read_to_string(path).unwrap();
    let resource = parse(text.as_str()).unwrap_or_else(|(_, errors)| panic!("{}: {errors:?}", path.display()));
    let mut keys = Keys::new();
    let mut add = |key: String, pattern: &Pattern<&str>| {
        let mut variables = BTreeSet::new();
        in_pattern(pattern, &mut variables);
        let before = keys.insert(key.clone(), variables);
        assert!(before.is_none(), "{}: {key} stands twice", path.display());
    };
    for entry in &resource.body {
        let (id, value, attributes) = match entry {
            Entry::Message(message) => (message.id.name.to_owned(), message.value.as_ref(), &message.attributes),
            Entry::Term(term) => (format!("-{}", term.id.name), Some(&term.value), &term.attributes),
            _ => continue,
        };
        if let Some(value) = value {
            add(id.clone(), value);
        }
        for attribute in attributes {
            add(format!("{id}.{}", attribute.id.name), &attribute.value);
        }
    }
    keys
}

fn in_pattern(pattern: &Pattern<&str>, variables: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            in_expression(expression, variables);
        }
    }
}

fn in_expression(expression: &Expression<&str>, variables: &mut BTreeSet<String>) {
    match expression {
        Expression::Inline(inline) => in_inline(inline, variables),
        Expression::Select { selector, variants } => {
            in_inline(selector, variables);
            for variant in variants {
                in_pattern(&variant.value, variables);
            }
        }
    }
}

fn in_inline(inline: &InlineExpression<&str>, variables: &mut BTreeSet<String>) {
    let mut in_arguments = |arguments: &CallArguments<&str>| {
        for argument in &arguments.positional {
            in_inline(argument, variables);
        }
        for argument in &arguments.named {
            in_inline(&argument.value, variables);
        }
    };
    match inline {
        InlineExpression::VariableReference { id } => {
            variables.insert(id.name.to_owned());
        }
        InlineExpression::FunctionReference { arguments, .. }
        | InlineExpression::TermReference { arguments: Some(arguments), .. } => in_arguments(arguments),
        InlineExpression::Placeable { expression } => in_expression(expression, variables),
        _ => {}
    }
}

#[test]
fn every_language_has_every_message_with_the_same_variables() {
    let english = catalogue(Language::En);
    assert!(english.contains_key("common.ftl"));
    let mut differences = Vec::new();
    for language in Language::ALL {
        let other = catalogue(language);
        let names: BTreeSet<_> = english.keys().chain(other.keys()).collect();
        for name in names {
            let (Some(wanted), Some(found)) = (english.get(name), other.get(name)) else {
                differences.push(format!("{name}: only in English or only in {language}"));
                continue;
            };
            let all: BTreeSet<_> = wanted.keys().chain(found.keys()).collect();
            for key in all {
                if wanted.get(key) != found.get(key) {
                    differences.push(format!(
                        "{language}/{name}: {key}: {:?}, in English {:?}",
                        found.get(key),
                        wanted.get(key)
                    ));
                }
            }
        }
    }
    assert!(differences.is_empty(), "{differences:#?}");
}

#[test]
fn no_key_stands_in_two_files() {
    let mut seen = BTreeMap::new();
    for (name, keys) in catalogue(Language::En) {
        for key in keys.into_keys() {
            let before = seen.insert(key.clone(), name.clone());
            assert!(before.is_none(), "{key}: {before:?} and {name}");
        }
    }
}

#[test]
fn every_message_can_be_shown() {
    for language in Language::ALL {
        for (key, variables) in catalogue(language).into_values().flatten() {
            if key.starts_with('-') {
                continue;
            }
            assert!(reader(language).has(&key), "{language}: {key}");
            for number in [0, 1, 2, 3, 11, 100] {
                let mut message = reader(language).t(&key);
                for variable in &variables {
                    message = message.arg(variable, number);
                }
                assert!(!message.to_string().trim().is_empty(), "{language}: {key}");
            }
        }
    }
}

#[test]
fn every_key_in_code_and_templates_exists() {
    let call = Regex::new(r#"\.(?:t|plain)\(\s*"([^"]+)"\s*,?\s*\)"#).unwrap();
    let mut paths = Vec::new();
    files_below(&root().join("src"), &mut paths);
    files_below(&root().join("templates"), &mut paths);
    let mut seen = 0;
    let mut missing = Vec::new();
    for path in paths {
        let Ok(text) = fs::read_to_string(&path) else {
            continue;
        };
        for found in call.captures_iter(&text) {
            seen += 1;
            if !reader(Language::En).has(&found[1]) {
                missing.push(format!("{}: {}", path.display(), &found[1]));
            }
        }
    }
    assert!(seen > 0, "the search finds nothing at all");
    assert!(missing.is_empty(), "{missing:#?}");
}
