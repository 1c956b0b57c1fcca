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
