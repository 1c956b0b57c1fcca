//! Addresses in settings. Errors are the end of a line that begins with the setting's name.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};

use actix_web::http::Uri;

/// Where to listen: `127.0.0.1:8080`, `[::1]:8080`, `localhost:8080`; port 0 takes any free one.
pub(super) fn listen(text: &str) -> Result<SocketAddr, String> {
    if let Some(port) = text.strip_prefix("localhost:").and_then(|port| port.parse().ok()) {
        return Ok(SocketAddr::from((Ipv4Addr::LOCALHOST, port)));
    }
    text.parse().map_err(|_| format!("is no address with a port: {text:?} (write it like 127.0.0.1:8080)"))
}

/// The public address in the form in which browsers name an origin (RFC 6454, 6.2): small letters, no usual port, no path.
pub(super) fn public_url(text: &str) -> Result<String, String> {
    let problem = || format!("is no https address without a path: {text:?} (write it like https://example.org)");
    let uri: Uri = text.parse().map_err(|_| problem())?;
    let authority = uri.authority().ok_or_else(problem)?;
    let bare = uri.path() == "/" && uri.query().is_none() && !text.contains('#') && !authority.as_str().contains('@');
    if uri.scheme_str() != Some("https") || !bare || authority.host().is_empty() {
        return Err(problem());
    }
    let host = authority.host().to_lowercase();
    Ok(match authority.port_u16() {
        None | Some(443) => format!("https://{host}"),
        Some(port) => format!("https://{host}:{port}"),
    })
}

/// Takes the password out of a database's address, where it stands before the `@` or among the parameters.
pub(super) fn without_password(url: &str) -> (String, Option<String>) {
    let decoded = |text: &str| percent_encoding::percent_decode_str(text).decode_utf8_lossy().into_owned();
    let (front, query) = url.split_once('?').map_or((url, None), |(front, query)| (front, Some(query)));
    let (scheme, rest) = front.split_once("://").unwrap_or(("postgres", front));
    let (authority, path) = rest.find('/').map_or((rest, ""), |place| rest.split_at(place));
    let (user, host) = authority.rsplit_once('@').map_or((None, authority), |(user, host)| (Some(user), host));
    let (name, mut password) = match user.and_then(|user| user.split_once(':')) {
        Some((name, password)) => (Some(name), Some(decoded(password))),
        None => (user, None),
    };
    let mut kept = Vec::new();
    for parameter in query.into_iter().flat_map(|query| query.split('&')) {
        match parameter.strip_prefix("password=") {
            Some(text) => password = Some(decoded(text)),
            None => kept.push(parameter),
        }
    }
    let name = name.map(|name| format!("{name}@")).unwrap_or_default();
    let query = if kept.is_empty() { String::new() } else { format!("?{}", kept.join("&")) };
    (format!("{scheme}://{name}{host}{path}{query}"), password)
}

/// Addresses separated by commas.
pub(super) fn list(text: &str) -> Result<Vec<IpAddr>, String> {
    let parts = text.split(',').map(str::trim).filter(|part| !part.is_empty());
    parts
        .map(|part| {
            let problem = |_| format!("holds what is no address: {part:?} (write it like 10.0.0.1,10.0.0.2)");
            part.parse().map_err(problem)
        })
        .collect()
}
