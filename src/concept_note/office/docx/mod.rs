//! Office Open XML text (.docx), transitional and strict.

mod body;
mod fields;
mod notes;
mod numbering;
mod paragraphs;
mod properties;
mod styles;

use super::super::error::{Format, NoteError};
use super::super::lines::Line;
use super::head;
use super::package::Package;
use super::xml::{Event, Xml};
use body::Body;
use numbering::Numbering;
use paragraphs::Paragraphs;
use styles::Styles;

/// Reads the document's lines.
pub(super) fn lines(package: &mut Package<'_>) -> Result<Vec<Line>, NoteError> {
    let kinds = package.text("[Content_Types].xml")?.unwrap_or_default();
    if kinds.contains("macroEnabled") || kinds.contains("vbaProject") {
        return Err(NoteError::Unsupported(Format::Macros));
    }
    // tables and slides are kept in the same way
    if !kinds.contains("wordprocessingml") {
        return Err(NoteError::Unsupported(Format::Zip));
    }
    let main = related(package, "", "/officeDocument")?.unwrap_or_else(|| "word/document.xml".to_owned());
    let body = package.text(&main)?.ok_or(NoteError::Damaged)?;
    let mut part = |kind: &str, name: &str| -> Result<Option<String>, NoteError> {
        let folder = main.rsplit_once('/').map_or(String::new(), |(folder, _)| format!("{folder}/"));
        let named = related(package, &main, kind)?.unwrap_or_else(|| format!("{folder}{name}"));
        package.text(&named)
    };
    let styles = part("/styles", "styles.xml")?.map(|text| Styles::read(&text)).transpose()?.unwrap_or_default();
    let numbering = part("/numbering", "numbering.xml")?.map(|text| Numbering::read(&text)).transpose()?;
    let footnotes = part("/footnotes", "footnotes.xml")?.map(|text| notes::read(&text)).transpose()?;
    let endnotes = part("/endnotes", "endnotes.xml")?.map(|text| notes::read(&text)).transpose()?;
    let paragraphs = Paragraphs::new(styles, numbering.unwrap_or_default());
    let mut lines = Body::new(&body, paragraphs, footnotes.unwrap_or_default(), endnotes.unwrap_or_default()).read()?;
    head::put_above(&mut lines, symbol(package)?);
    Ok(lines)
}

/// The symbol that the first head of pages says.
fn symbol(package: &mut Package<'_>) -> Result<Option<String>, NoteError> {
    let mut heads: Vec<String> =
        package.names().filter(|name| name.starts_with("word/header")).map(str::to_owned).collect();
    heads.sort_unstable();
    for name in heads {
        if let Some(symbol) = package.text(&name)?.map(|text| head::symbol(&text)).transpose()?.flatten() {
            return Ok(Some(symbol));
        }
    }
    Ok(None)
}

/// The part that another one names as related in that way; the package itself has no name.
fn related(package: &mut Package<'_>, part: &str, kind: &str) -> Result<Option<String>, NoteError> {
    let (folder, name) = part.rsplit_once('/').unwrap_or(("", part));
    let folder = if folder.is_empty() { String::new() } else { format!("{folder}/") };
    let Some(text) = package.text(&format!("{folder}_rels/{name}.rels"))? else {
        return Ok(None);
    };
    let mut xml = Xml::new(&text);
    while let Some(event) = xml.next()? {
        let Event::Open(element) = event else { continue };
        let is_outside = element.attribute("TargetMode").is_some_and(|mode| mode == "External");
        if is_outside || !element.attribute("Type").is_some_and(|own| own.ends_with(kind)) {
            continue;
        }
        if let Some(target) = element.attribute("Target") {
            return Ok(Some(match target.strip_prefix('/') {
                Some(absolute) => absolute.to_owned(),
                None => format!("{folder}{}", target.trim_start_matches("./")),
            }));
        }
    }
    Ok(None)
}
