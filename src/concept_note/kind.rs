//! Kinds of files that are read: what a file's name says must be what its bytes say.

/// A kind of file. Programs open a file by its name, so one that says another kind opens nowhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Plain text, Markdown, a web page or a mail: all of them are texts.
    Text,
    Docx,
    Odt,
    Pdf,
}

impl Kind {
    /// What a file's name says by its ending; none where it says nothing of these.
    pub fn named(file_name: &str) -> Option<Kind> {
        let (_, ending) = file_name.rsplit_once('.')?;
        match ending.to_ascii_lowercase().as_str() {
            "txt" | "text" | "md" | "markdown" | "html" | "htm" | "xhtml" | "mht" | "mhtml" | "eml" => Some(Kind::Text),
            "docx" => Some(Kind::Docx),
            "odt" => Some(Kind::Odt),
            "pdf" => Some(Kind::Pdf),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_says_its_kind_by_its_ending() {
        assert_eq!(Kind::named("note.PDF"), Some(Kind::Pdf));
        assert_eq!(Kind::named("note.v2.docx"), Some(Kind::Docx));
        assert_eq!(Kind::named("note.final"), None);
        assert_eq!(Kind::named("note"), None);
    }
}
