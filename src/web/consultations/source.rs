//! The note's file, byte for byte as it was handed in.

use actix_web::{HttpResponse, http::header, web::Data};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

use crate::{
    database::Principal,
    domain::access::CanReadConsultation,
    store,
    web::{State, error::Error, request::Read},
};

/// Sends it as a file to be saved, never as something a browser shows.
pub async fn download(read: Read<CanReadConsultation>, state: Data<State>) -> Result<HttpResponse, Error> {
    let access = read.access;
    let principal = Principal::Account(*access.account());
    let (bytes, name) = state
        .services
        .database
        .read(principal, move |c| {
            Box::pin(async move { store::consultations::source(c, &access).await?.ok_or(Error::NotFound) })
        })
        .await?;
    Ok(HttpResponse::Ok()
        .insert_header((header::CONTENT_TYPE, media(name.as_deref())))
        .insert_header((header::CONTENT_DISPOSITION, disposition(name.as_deref())))
        .body(bytes))
}

/// What kind of file it is, by its name; a page saved from the web is never called one.
fn media(name: Option<&str>) -> &'static str {
    let ending = name.and_then(|name| name.rsplit_once('.')).map(|(_, ending)| ending.to_ascii_lowercase());
    match ending.as_deref() {
        Some("pdf") => "application/pdf",
        Some("docx") => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        Some("odt") => "application/vnd.oasis.opendocument.text",
        _ => "application/octet-stream",
    }
}

/// `attachment` with the file's own name (RFC 6266, 4.3), without folders and control characters.
fn disposition(name: Option<&str>) -> String {
    let base = name.unwrap_or_default().rsplit(['/', '\\']).next().unwrap_or_default();
    let clean: String = base.chars().filter(|c| !c.is_control()).take(120).collect();
    let name = if clean.trim_matches(['.', ' ']).is_empty() { "concept-note.txt" } else { clean.as_str() };
    format!("attachment; filename*=UTF-8''{}", utf8_percent_encode(name, NON_ALPHANUMERIC))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_keeps_its_kind_unless_a_browser_would_run_it() {
        assert_eq!(media(Some("Note.PDF")), "application/pdf");
        assert!(media(Some("note.docx")).ends_with("wordprocessingml.document"));
        for name in [None, Some("note.txt"), Some("note.html"), Some("note.svg"), Some("docx")] {
            assert_eq!(media(name), "application/octet-stream");
        }
    }

    #[test]
    fn a_file_name_cannot_leave_its_header_or_its_folder() {
        assert_eq!(disposition(None), "attachment; filename*=UTF-8''concept%2Dnote%2Etxt");
        assert_eq!(disposition(Some("../x/é\r\n\".docx")), "attachment; filename*=UTF-8''%C3%A9%22%2Edocx");
        assert_eq!(disposition(Some("..")), disposition(None));
    }
}
