//! Programs that a document carries: none is ever run, and a document with one is refused.

use super::super::error::NoteError;
use super::package::Package;

/// Whether there is one. A library of macros without a module is none: word processors write it into plain documents.
pub(super) fn has_any(package: &mut Package<'_>) -> Result<bool, NoteError> {
    let is_binary = |name: &str| name.ends_with("vbaproject.bin") || name.ends_with("vbadata.xml");
    if package.names().any(|name| is_binary(name) || is_script(name)) {
        return Ok(true);
    }
    let basic = |name: &&str| (name.starts_with("basic/") || ending(name) == "xba") && !name.ends_with('/');
    let parts: Vec<String> = package.names().filter(basic).map(str::to_owned).collect();
    for part in parts {
        if package.text(&part)?.is_some_and(|text| has_module(&text)) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Whether a part is a script of an `OpenDocument` package, in any of the languages a word processor runs.
fn is_script(name: &str) -> bool {
    name.starts_with("scripts/") && !name.ends_with('/') && ending(name) != "xml"
}

/// What follows the last full stop of a part's name, which is in small letters.
fn ending(name: &str) -> &str {
    name.rsplit('.').next().unwrap_or_default()
}

/// Whether a part of a Basic library holds an element `module`, whatever its prefix.
fn has_module(text: &str) -> bool {
    text.split('<').skip(1).any(|tag| {
        let name = tag.split(|c: char| c.is_whitespace() || c == '>' || c == '/').next().unwrap_or_default();
        name.rsplit(':').next() == Some("module")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_module_is_told_from_a_library() {
        for (text, module) in [
            ("<?xml version=\"1.0\"?><!DOCTYPE script:module PUBLIC \"x\" \"module.dtd\"><script:module/>", true),
            ("<module>Sub Main</module>", true),
            ("<library:library library:name=\"Standard\" library:passwordprotected=\"false\"/>", false),
            ("<library:element library:name=\"modules\"/>", false),
        ] {
            assert_eq!(has_module(text), module, "{text}");
        }
    }

    #[test]
    fn scripts_are_known_by_their_folder() {
        assert!(is_script("scripts/python/a.py") && is_script("scripts/beanshell/x/y.bsh"));
        assert!(!is_script("scripts/") && !is_script("scripts/python/parcel-descriptor.xml") && !is_script("a.py"));
    }
}
