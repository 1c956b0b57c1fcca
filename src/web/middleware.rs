//! What happens around every request: the visitor is found, errors become pages, headers are set, a line is logged.
//!
//! The log names routes, never paths: a one-time link's path is a secret.

use std::time::Instant;

use actix_web::{
    HttpMessage, HttpRequest, HttpResponse, ResponseError,
    body::{BoxBody, MessageBody},
    dev::{ServiceRequest, ServiceResponse},
    http::{
        Method, StatusCode,
        header::{self, HeaderName, HeaderValue},
    },
    middleware::Next,
};
use askama::Template;

use super::{
    State,
    error::{Error, SessionProblem},
    page::{self, Page},
    request, routes,
    session::{self, NewCookies, NotFoundOut, Visit},
    session_page,
};

const HEADERS: [(&str, &str); 7] = [
    (
        "content-security-policy",
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; \
         base-uri 'none'; frame-ancestors 'none'",
    ),
    ("x-content-type-options", "nosniff"),
    ("x-frame-options", "DENY"),
    // `no-referrer` would make browsers send `Origin: null` with our own forms
    ("referrer-policy", "same-origin"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    ("permissions-policy", "camera=(), microphone=(), geolocation=()"),
];

/// Wraps a request.
pub async fn around(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, actix_web::Error> {
    let started = Instant::now();
    let state = request::state(request.request())?;
    let plain =
        matches!(request.path(), routes::HEALTH | routes::READY) || request.path().starts_with(&routes::asset(""));
    if !plain {
        match session::find(request.request(), &state).await {
            Ok(visit) => {
                request.extensions_mut().insert(visit);
            }
            Err(error) => {
                tracing::error!(%error, "the visitor could not be found out");
                request.extensions_mut().insert(Visit(None));
                request.extensions_mut().insert(NotFoundOut);
            }
        }
    }
    let response = next.call(request).await?.map_into_boxed_body();
    let problem = response.response().error().map(|error| error.as_error::<Error>().is_some());
    let response = match problem {
        None if response.status() == StatusCode::NOT_FOUND && !plain => {
            let (request, _) = response.into_parts();
            let answer = answer(&request, &Error::NotFound);
            ServiceResponse::new(request, answer)
        }
        None => response,
        Some(_) => {
            let (request, response) = response.into_parts();
            let unknown = Error::Malformed(String::new());
            let error = response.error().and_then(|error| error.as_error::<Error>()).unwrap_or(&unknown);
            let answer = answer(&request, error);
            ServiceResponse::new(request, answer)
        }
    };
    Ok(finish(&state, started, response, plain))
}

fn finish(
    state: &State,
    started: Instant,
    mut response: ServiceResponse<BoxBody>,
    plain: bool,
) -> ServiceResponse<BoxBody> {
    let cookies = response.request().extensions_mut().remove::<NewCookies>().unwrap_or_default();
    for cookie in &cookies.0 {
        if let Err(error) = response.response_mut().add_cookie(cookie) {
            tracing::error!(%error, "a cookie could not be set");
        }
    }
    let headers = response.headers_mut();
    for (name, value) in HEADERS {
        headers.insert(HeaderName::from_static(name), HeaderValue::from_static(value));
    }
    if state.settings.public_url.is_some() {
        let value = HeaderValue::from_static("max-age=31536000");
        headers.insert(header::STRICT_TRANSPORT_SECURITY, value);
    }
    if !plain || response.status() != StatusCode::OK {
        response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    }
    log(&response, started, plain);
    response
}

fn log(response: &ServiceResponse<BoxBody>, started: Instant, plain: bool) {
    let request = response.request();
    let route = request.match_pattern().unwrap_or_else(|| "none".to_owned());
    let account = request::signed_in(request).map(|visit| visit.visitor.account.to_string());
    let milliseconds = u64::try_from(started.elapsed().as_millis()).unwrap_or(u64::MAX);
    let status = response.status().as_u16();
    if plain {
        tracing::debug!(method = %request.method(), route, status, milliseconds, "request");
    } else {
        tracing::info!(method = %request.method(), route, status, milliseconds, account, "request");
    }
}

/// The page for an error, in the visitor's language.
fn answer(request: &HttpRequest, error: &Error) -> HttpResponse {
    let Some(frame) = page::frame(request) else { return HttpResponse::InternalServerError().finish() };
    let rendered = match error {
        Error::SignInFirst => return sign_in_first(request),
        Error::PageFirst => return page::see_other(request.path().to_owned()),
        Error::Session(problem) => session_page::render(request, frame, *problem, StatusCode::FORBIDDEN),
        error => match error {
            Error::Busy | Error::Internal(_) | Error::NotFound if session_page::holds_text(request) => {
                if let Error::Internal(cause) = error {
                    tracing::error!(cause = %cause, "internal error; the text is shown again");
                }
                session_page::render(request, frame, SessionProblem::Failed, error.status_code())
            }
            error => error_page(frame, error),
        },
    };
    rendered.unwrap_or_else(|failure| {
        tracing::error!(%failure, "an error page could not be made");
        HttpResponse::InternalServerError().finish()
    })
}

fn sign_in_first(request: &HttpRequest) -> HttpResponse {
    let path = request.uri().path_and_query().map_or("/", |path| path.as_str());
    let target = if request.method() == Method::GET && path != routes::START {
        let encoded = percent_encoding::utf8_percent_encode(path, percent_encoding::NON_ALPHANUMERIC);
        format!("{}?return_to={encoded}", routes::sign_in())
    } else {
        routes::sign_in()
    };
    page::see_other(target)
}

/// An error's page.
#[derive(Template)]
#[template(path = "pages/error.html")]
struct ErrorPage {
    page: Page,
    title: String,
    text: String,
    reference: Option<String>,
}

fn error_page(page: Page, error: &Error) -> Result<HttpResponse, Error> {
    let status = error.status_code();
    let (key, minutes) = match error {
        Error::TooMany(minutes) => ("error-429", Some(*minutes)),
        Error::NotFound => ("error-404", None),
        Error::CrossSite | Error::Session(_) => ("error-403", None),
        Error::Malformed(_) | Error::SignInFirst | Error::PageFirst => ("error-400", None),
        Error::TooLarge => ("error-413", None),
        Error::Unsupported => ("error-415", None),
        Error::Busy => ("error-503", None),
        Error::Internal(_) => ("error-500", None),
    };
    let reference = match error {
        Error::Internal(cause) => {
            let reference = reference();
            tracing::error!(reference, cause = %cause, "internal error");
            Some(reference)
        }
        Error::NotFound => None,
        other => {
            let reference = reference();
            tracing::info!(reference, error = %other, "refused");
            Some(reference)
        }
    };
    let text_key = format!("{key}.text");
    let text = match minutes {
        Some(minutes) => page.l.t(&text_key).arg("minutes", minutes).to_string(),
        None => page.l.t(&text_key).to_string(),
    };
    let title = page.l.t(key).to_string();
    let mut answer = page::render(status, &ErrorPage { page, title, text, reference })?;
    if let Some(seconds) = minutes.map(|minutes| minutes * 60) {
        // RFC 6585, clause 4
        answer.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    }
    Ok(answer)
}

/// A reference number that people can read out: eight hexadecimal digits in two groups.
fn reference() -> String {
    let number: u32 = rand::random();
    format!("{:04X}-{:04X}", number >> 16, number & 0xFFFF)
}
