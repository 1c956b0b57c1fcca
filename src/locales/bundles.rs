//! The Fluent files, built into the program, and one bundle a language with and without isolation marks.

use std::sync::{Arc, LazyLock};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentResource, FluentValue};
use rust_embed::RustEmbed;
use unic_langid::LanguageIdentifier;

use super::order;
use crate::domain::language::Language;

pub(super) type Bundle = FluentBundle<Arc<FluentResource>>;

/// Every `<language>/<feature>.ftl` beside this file.
#[derive(RustEmbed)]
#[folder = "src/locales"]
#[include = "*.ftl"]
struct Files;

struct Bundles {
    isolating: Bundle,
    plain: Bundle,
}

static BUNDLES: LazyLock<[Bundles; 6]> = LazyLock::new(|| Language::ALL.map(load));

/// The bundle of a language, with isolation marks or without.
pub(super) fn bundle(language: Language, isolating: bool) -> &'static Bundle {
    let bundles = &BUNDLES[language as usize];
    if isolating { &bundles.isolating } else { &bundles.plain }
}

/// Whether `key` (or `key.attribute`) has a text in this language.
pub(super) fn has(language: Language, key: &str) -> bool {
    let (id, attribute) = split(key);
    bundle(language, false).get_message(id).is_some_and(|message| match attribute {
        Some(attribute) => message.get_attribute(attribute).is_some(),
        None => message.value().is_some(),
    })
}

/// `key.attribute` as its two halves.
pub(super) fn split(key: &str) -> (&str, Option<&str>) {
    match key.split_once('.') {
        Some((id, attribute)) => (id, Some(attribute)),
        None => (key, None),
    }
}

fn load(language: Language) -> Bundles {
    let mut isolating = empty(language);
    let mut plain = empty(language);
    plain.set_use_isolating(false);
    let folder = format!("{}/", language.tag());
    for path in Files::iter().filter(|path| path.starts_with(&folder)) {
        let Some(file) = Files::get(&path) else {
            continue;
        };
        let text = String::from_utf8_lossy(&file.data).into_owned();
        let (resource, mut problems) = match FluentResource::try_new(text) {
            Ok(resource) => (Arc::new(resource), Vec::new()),
            Err((resource, errors)) => {
                let errors = errors.iter().map(ToString::to_string).collect();
                (Arc::new(resource), errors)
            }
        };
        for bundle in [&mut isolating, &mut plain] {
            if let Err(errors) = bundle.add_resource(Arc::clone(&resource)) {
                problems.extend(errors.iter().map(ToString::to_string));
            }
        }
        if !problems.is_empty() {
            tracing::error!(%path, ?problems, "a file of messages is damaged");
        }
        debug_assert!(problems.is_empty(), "{path}: {problems:?}");
    }
    Bundles { isolating, plain }
}

fn empty(language: Language) -> Bundle {
    let identifier: LanguageIdentifier = language.tag().parse().unwrap_or_default();
    let mut bundle = Bundle::new_concurrent(vec![identifier]);
    // a plain function pointer cannot know the language, so there is one for each
    bundle.set_formatter(Some(match language {
        Language::Ar => |value, _| format(value, Language::Ar),
        Language::En => |value, _| format(value, Language::En),
        Language::Es => |value, _| format(value, Language::Es),
        Language::Fr => |value, _| format(value, Language::Fr),
        Language::Ru => |value, _| format(value, Language::Ru),
        Language::Zh => |value, _| format(value, Language::Zh),
    }));
    bundle
}

/// Whole numbers are shown as ICU groups them; Fluent has selected the plural form before.
fn format(value: &FluentValue, language: Language) -> Option<String> {
    match value {
        FluentValue::Number(number) if number.value.fract() == 0.0 => {
            #[allow(clippy::cast_possible_truncation, reason = "exact up to 2^53; counts on a page stay far below")]
            let whole = number.value as i64;
            Some(order::number(language, whole))
        }
        _ => None,
    }
}
