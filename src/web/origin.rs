//! Where a request comes from: only this site's own pages may post.

use std::net::IpAddr;

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

/// The client's address: the connection's, or what a trusted proxy says it forwarded for (the last address that is no trusted proxy).
#[must_use]
pub fn client_address(request: &HttpRequest, settings: &Settings) -> Option<IpAddr> {
    let peer = request.peer_addr()?.ip();
    if !settings.trusted_proxies.contains(&peer) {
        return Some(peer);
    }
    let forwarded: Vec<IpAddr> = request
        .headers()
        .get_all("x-forwarded-for")
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .filter_map(|address| address.trim().parse().ok())
        .collect();
    forwarded.into_iter().rev().find(|address| !settings.trusted_proxies.contains(address)).or(Some(peer))
}
