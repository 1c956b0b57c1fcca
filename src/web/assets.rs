//! Style sheets, script and icon: embedded, served under names that change with their content, cached for ever.

use std::{collections::HashMap, sync::LazyLock};

use actix_web::{HttpRequest, HttpResponse, http::header};
use rust_embed::RustEmbed;

use super::error::Error;

#[derive(RustEmbed)]
#[folder = "src/assets/"]
struct Embedded;

/// Served name (with hash) by plain name.
static NAMES: LazyLock<HashMap<String, String>> = LazyLock::new(|| {
    Embedded::iter()
        .filter_map(|name| {
            let hash = hex::encode(&Embedded::get(&name)?.metadata.sha256_hash()[..6]);
            let (stem, extension) = name.rsplit_once('.')?;
            Some((name.to_string(), format!("{stem}-{hash}.{extension}")))
        })
        .collect()
});

/// The path of an embedded file; of a name that is none, a path that is not found.
#[must_use]
pub fn path(name: &str) -> String {
    super::routes::asset(NAMES.get(name).map_or(name, String::as_str))
}

/// Sends an embedded file.
pub async fn show(request: HttpRequest) -> Result<HttpResponse, Error> {
    let asked = request.match_info().get("file").unwrap_or_default();
    let name = NAMES.iter().find(|(_, served)| *served == asked).map(|(name, _)| name).ok_or(Error::NotFound)?;
    let file = Embedded::get(name).ok_or(Error::NotFound)?;
    let media = match name.rsplit_once('.') {
        Some((_, "css")) => "text/css; charset=utf-8",
        Some((_, "js")) => "text/javascript; charset=utf-8",
        Some((_, "svg")) => "image/svg+xml",
        _ => "application/octet-stream",
    };
    Ok(HttpResponse::Ok()
        .insert_header((header::CONTENT_TYPE, media))
        .insert_header((header::CACHE_CONTROL, "public, max-age=31536000, immutable"))
        .body(file.data.into_owned()))
}
