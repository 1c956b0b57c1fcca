//! Reads a mail's file again: for the mailbox page. The secrets of one-time links are left out.

use std::sync::LazyLock;

use chrono::{DateTime, Utc};
use mailparse::{MailHeaderMap, ParsedMail};
use regex::Regex;

use crate::domain::language::Language;

/// The headers of a mail that lists show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Headers {
    /// From whom.
    pub from: String,
    /// To whom.
    pub to: String,
    /// Where answers go.
    pub reply_to: Option<String>,
    /// What it is about.
    pub subject: String,
    /// When it was sent.
    pub date: Option<DateTime<Utc>>,
    /// Its Message-ID.
    pub message_id: String,
    /// Its language.
    pub language: Option<Language>,
}

/// A mail as a page may show it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stored {
    /// Its headers.
    pub headers: Headers,
    /// The text part.
    pub text: String,
    /// The HTML part, sanitised: no scripts, no style, nothing that is fetched.
    pub html: String,
    /// Whether a one-time link's secret was left out.
    pub masked: bool,
}

/// Reads the headers.
#[must_use]
pub fn headers(bytes: &[u8]) -> Option<Headers> {
    let (headers, _) = mailparse::parse_headers(bytes).ok()?;
    let value = |name: &str| headers.get_first_value(name);
    Some(Headers {
        from: value("From")?,
        to: value("To")?,
        reply_to: value("Reply-To"),
        subject: value("Subject")?,
        date: value("Date").and_then(|date| DateTime::from_timestamp(mailparse::dateparse(&date).ok()?, 0)),
        message_id: value("Message-ID").unwrap_or_default(),
        language: value("Content-Language").and_then(|tag| Language::parse(&tag)),
    })
}

/// Reads a whole mail.
#[must_use]
pub fn read(bytes: &[u8]) -> Option<Stored> {
    let headers = headers(bytes)?;
    let mail = mailparse::parse_mail(bytes).ok()?;
    let (text, masked) = mask(&body(&mail, "text/plain")?);
    let (html, _) = mask(&body(&mail, "text/html").unwrap_or_default());
    Some(Stored { headers, text, html: sanitised(&html), masked })
}

/// The body of the first part of that type.
fn body(mail: &ParsedMail<'_>, kind: &str) -> Option<String> {
    if mail.ctype.mimetype == kind {
        return mail.get_body().ok().map(|text| text.replace("\r\n", "\n"));
    }
    mail.subparts.iter().find_map(|part| body(part, kind))
}

/// Leaves the secrets of one-time links out: whoever holds one holds the account. They are known by their form, a path's part of 64
/// hexadecimal digits (see [`crate::domain::token::Token`]), wherever the path leads.
fn mask(text: &str) -> (String, bool) {
    static SECRET: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"/[0-9a-fA-F]{64}\b").ok());
    let Some(secret) = SECRET.as_ref() else { return (String::new(), true) };
    (secret.replace_all(text, "/…").into_owned(), secret.is_match(text))
}

/// The mail's HTML as a part of a page: headings become text, styles and what is fetched go.
fn sanitised(html: &str) -> String {
    ammonia::Builder::default()
        .rm_tags(["h1", "h2", "h3", "img", "center"])
        .add_clean_content_tags(["title"])
        .add_tags(["strong"])
        .add_tag_attributes("p", ["lang", "dir"])
        .add_tag_attributes("bdi", ["dir"])
        .rm_tag_attributes("table", ["align", "char", "charoff", "summary"])
        .url_schemes(["http", "https"].into())
        .clean(html)
        .to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_could_act_or_be_fetched_goes() {
        let clean = sanitised(
            "<title>T</title><style>p{}</style><script>1</script><img src=http://a/b><p lang=fr dir=ltr style='x' onclick=y>\
             a <a href='javascript:1'>b</a> <a href='https://c.example/d'>e</a></p>",
        );
        for gone in ["T", "style", "script", "img", "onclick", "javascript"] {
            assert!(!clean.contains(gone), "{gone}: {clean}");
        }
        assert!(clean.contains("lang=\"fr\"") && clean.contains("https://c.example/d"), "{clean}");
    }

    #[test]
    fn secrets_are_left_out() {
        let secret = "ab".repeat(32);
        let (masked, found) = mask(&format!("http://127.0.0.1:8080/a/{secret} and /a/short, SHA-256: {secret}"));
        assert!(found);
        assert_eq!(masked, format!("http://127.0.0.1:8080/a/… and /a/short, SHA-256: {secret}"));
        assert_eq!(mask("none"), ("none".to_owned(), false));
    }
}
