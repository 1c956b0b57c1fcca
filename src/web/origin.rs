//! Where a request comes from: only this site's own pages may post.

use std::net::{IpAddr, SocketAddr};

use actix_web::{HttpRequest, http::header};

use super::Settings;

/// Whether a post was sent by a page of this very origin: `Sec-Fetch-Site` (Fetch Metadata, 2.2), else `Origin` (RFC 6454, 7).
/// Another port of the same host is `same-site`, and refused.
#[must_use]
pub fn is_same_origin(request: &HttpRequest, settings: &Settings) -> bool {
    let text = |name: &str| request.headers().get(name).and_then(|value| value.to_str().ok());
    match (text("sec-fetch-site"), text(header::ORIGIN.as_str())) {
        (Some(site), _) => site == "same-origin",
        (None, Some(origin)) => origin == own_origin(request, settings),
        (None, None) => false,
    }
}

/// The origin that people's browsers see: the public address, on loopback the address asked for.
#[must_use]
pub fn own_origin(request: &HttpRequest, settings: &Settings) -> String {
    let host = || request.headers().get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or("localhost");
    settings.public_url.clone().unwrap_or_else(|| format!("http://{}", host()))
}

/// The client's address: the connection's, or what trusted proxies say they forwarded for. Read from the right, since each proxy
/// appends; what cannot be read ends the search, since what stands before it is the client's own word.
#[must_use]
pub fn client_address(request: &HttpRequest, settings: &Settings) -> Option<IpAddr> {
    let is_trusted = |address: &IpAddr| settings.trusted_proxies.iter().any(|proxy| proxy.to_canonical() == *address);
    let mut last = request.peer_addr()?.ip().to_canonical();
    let forwarded = request.headers().get_all("x-forwarded-for").filter_map(|value| value.to_str().ok());
    let entries: Vec<&str> = forwarded.flat_map(|value| value.split(',')).collect();
    for entry in entries.into_iter().rev() {
        if !is_trusted(&last) {
            break;
        }
        let entry = entry.trim();
        let address = entry.parse::<IpAddr>().or_else(|_| entry.parse::<SocketAddr>().map(|socket| socket.ip()));
        let Ok(address) = address else { break };
        last = address.to_canonical();
    }
    Some(last)
}
