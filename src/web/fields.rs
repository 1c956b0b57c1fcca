//! A form's body as untrusted names and values. Nothing is guessed: what is not UTF-8, twice there, missing or not asked for is refused.

use actix_multipart::{Multipart, MultipartError};
use actix_web::{HttpRequest, dev::Payload, error::PayloadError, http::header, web::Bytes};
use futures_util::StreamExt;
use percent_encoding::percent_decode_str;

/// At most so many bytes are read of a form; a larger one gets 413.
pub const MAX_BODY: usize = 8 * 1024 * 1024;

/// At most so many fields are taken: our largest form, of all participants, has some 600.
const MAX_FIELDS: usize = 5_000;

/// A file that came with a form.
#[derive(Debug, Clone)]
pub struct Upload {
    /// Its name as the browser gave it.
    pub file_name: Option<String>,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// Names and values of a form.
#[derive(Debug, Clone, Default)]
pub struct Fields {
    values: Vec<(String, String)>,
    files: Vec<(String, Upload)>,
}

/// Why a body is no form.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BodyError {
    /// Not in the form expected: 400.
    #[error("malformed form: {0}")]
    Malformed(String),
    /// Larger than [`MAX_BODY`]: 413.
    #[error("the form is too large")]
    TooLarge,
    /// Neither urlencoded nor multipart UTF-8: 415.
    #[error("the form's media type is not supported")]
    Unsupported,
}

/// A field that a browser filling in our page would not have sent so.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("field {0}")]
pub struct Malformed(pub String);

impl From<Malformed> for BodyError {
    fn from(error: Malformed) -> Self {
        Self::Malformed(error.to_string())
    }
}

impl Fields {
    /// Reads a request's body.
    pub async fn read(request: &HttpRequest, payload: Payload) -> Result<Self, BodyError> {
        let content_type =
            request.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or("");
        let media: mime::Mime = content_type.parse().map_err(|_| BodyError::Unsupported)?;
        let charset_is_utf8 = media.get_param(mime::CHARSET).is_none_or(|charset| charset == mime::UTF_8);
        match (media.essence_str(), charset_is_utf8) {
            ("application/x-www-form-urlencoded", true) => Self::parse(&collect(payload).await?),
            ("multipart/form-data", true) => Self::read_multipart(request, payload).await,
            _ => Err(BodyError::Unsupported),
        }
    }

    /// Parses `application/x-www-form-urlencoded` (URL Standard, 5.1), but strictly in UTF-8.
    pub fn parse(body: &[u8]) -> Result<Self, BodyError> {
        let text = std::str::from_utf8(body).map_err(|_| BodyError::Malformed("encoding".into()))?;
        if text.split('&').count() > MAX_FIELDS {
            return Err(BodyError::TooLarge);
        }
        let values = text
            .split('&')
            .filter(|pair| !pair.is_empty())
            .map(|pair| {
                let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
                Ok((decode(name)?, decode(value)?))
            })
            .collect::<Result<_, BodyError>>()?;
        Ok(Self { values, files: Vec::new() })
    }

    async fn read_multipart(request: &HttpRequest, payload: Payload) -> Result<Self, BodyError> {
        let mut fields = Self::default();
        let mut parts = Multipart::new(request.headers(), limited(payload));
        while let Some(part) = parts.next().await {
            let mut part = part.map_err(part_error)?;
            let name = unescaped(part.name().unwrap_or_default());
            let file_name = part.content_disposition().and_then(|d| d.get_filename()).map(unescaped);
            let is_file = file_name.is_some();
            let mut bytes = Vec::new();
            while let Some(chunk) = part.next().await {
                bytes.extend_from_slice(&chunk.map_err(part_error)?);
            }
            if is_file {
                fields.files.push((name, Upload { file_name: file_name.filter(|name| !name.is_empty()), bytes }));
            } else {
                let value = String::from_utf8(bytes).map_err(|_| BodyError::Malformed(name.clone()))?;
                fields.values.push((name, value));
            }
            if fields.values.len() + fields.files.len() > MAX_FIELDS {
                return Err(BodyError::TooLarge);
            }
        }
        Ok(fields)
    }

    /// Takes the one value of a field that our page always sends.
    pub fn text(&mut self, name: &str) -> Result<String, Malformed> {
        self.optional(name)?.ok_or_else(|| Malformed(name.to_owned()))
    }

    /// Takes the value of a field that may be missing; twice is malformed.
    pub fn optional(&mut self, name: &str) -> Result<Option<String>, Malformed> {
        let mut found = self.all(name);
        if found.len() > 1 { Err(Malformed(name.to_owned())) } else { Ok(found.pop()) }
    }

    /// Takes all values of a field that may repeat.
    pub fn all(&mut self, name: &str) -> Vec<String> {
        let (found, rest) = std::mem::take(&mut self.values).into_iter().partition(|(given, _)| given == name);
        self.values = rest;
        Vec::into_iter(found).map(|(_, value)| value).collect()
    }

    /// Takes all fields whose names begin so, with what follows in their names.
    pub fn prefixed(&mut self, prefix: &str) -> Vec<(String, String)> {
        let (found, rest) =
            std::mem::take(&mut self.values).into_iter().partition(|(given, _)| given.starts_with(prefix));
        self.values = rest;
        Vec::into_iter(found).map(|(name, value): (String, String)| (name[prefix.len()..].to_owned(), value)).collect()
    }

    /// Takes whether a box was ticked.
    pub fn flag(&mut self, name: &str) -> bool {
        !self.all(name).is_empty()
    }

    /// Takes a file; an empty file field of a browser (no name, no bytes) is none.
    pub fn file(&mut self, name: &str) -> Option<Upload> {
        let at = self.files.iter().position(|(given, _)| given == name)?;
        let (_, upload) = self.files.swap_remove(at);
        (upload.file_name.is_some() || !upload.bytes.is_empty()).then_some(upload)
    }

    /// Whether a file came along.
    #[must_use]
    pub fn has_file(&self) -> bool {
        self.files.iter().any(|(_, file)| !file.bytes.is_empty())
    }

    /// Refuses what nobody asked for: no form of ours sends it.
    pub fn finish(&self) -> Result<(), Malformed> {
        let left = self.values.iter().map(|(name, _)| name).chain(self.files.iter().map(|(name, _)| name)).next();
        left.map_or(Ok(()), |name| Err(Malformed(name.clone())))
    }

    /// The names and values that are left, for showing them again.
    #[must_use]
    pub fn values(&self) -> &[(String, String)] {
        &self.values
    }
}

fn decode(text: &str) -> Result<String, BodyError> {
    let digits = |escape: &str| escape.bytes().take(2).filter(u8::is_ascii_hexdigit).count() == 2;
    if text.split('%').skip(1).any(|escape| !digits(escape)) {
        return Err(BodyError::Malformed("encoding".into()));
    }
    let spaced = text.replace('+', " ");
    percent_decode_str(&spaced)
        .decode_utf8()
        .map(std::borrow::Cow::into_owned)
        .map_err(|_| BodyError::Malformed("encoding".into()))
}

/// A name of a part as it was before the browser wrote it: quotation marks and line ends, and nothing else, are escaped
/// (HTML Standard, 4.10.22.8, multipart/form-data).
fn unescaped(name: &str) -> String {
    name.replace("%22", "\"").replace("%0D", "\r").replace("%0A", "\n")
}

/// The payload, ended by an error when it grows over [`MAX_BODY`]: heads of parts count too.
fn limited(payload: Payload) -> impl futures_util::Stream<Item = Result<Bytes, PayloadError>> {
    let mut room = MAX_BODY;
    payload.map(move |chunk| {
        let chunk = chunk?;
        room = room.checked_sub(chunk.len()).ok_or(PayloadError::Overflow)?;
        Ok(chunk)
    })
}

fn part_error(error: MultipartError) -> BodyError {
    match error {
        MultipartError::Payload(PayloadError::Overflow) => BodyError::TooLarge,
        error => BodyError::Malformed(error.to_string()),
    }
}

async fn collect(mut payload: Payload) -> Result<Bytes, BodyError> {
    let mut body = actix_web::web::BytesMut::new();
    while let Some(chunk) = payload.next().await {
        let chunk = chunk.map_err(|error| BodyError::Malformed(error.to_string()))?;
        if body.len() + chunk.len() > MAX_BODY {
            return Err(BodyError::TooLarge);
        }
        body.extend_from_slice(&chunk);
    }
    Ok(body.freeze())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_decoded_strictly() {
        let mut fields = Fields::parse("a=1+2&b=%C3%A9&c=x&c=y&".as_bytes()).unwrap();
        assert_eq!(fields.text("a").unwrap(), "1 2");
        assert_eq!(fields.text("b").unwrap(), "é");
        assert_eq!(fields.clone().text("c"), Err(Malformed("c".into())));
        assert_eq!(fields.finish(), Err(Malformed("c".into())));
        assert_eq!(fields.all("c"), ["x", "y"]);
        assert_eq!(fields.finish(), Ok(()));
        for broken in ["a=%FF", "a=%", "a=%4", "a=%zz", "a%=1", "a=%%41"] {
            assert!(Fields::parse(broken.as_bytes()).is_err(), "{broken}");
        }
        assert!(Fields::parse(b"a=\xFF").is_err());
    }
}
