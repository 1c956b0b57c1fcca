//! What a visitor is told when something is not as it should be: a page in their language. Causes go to the log, never to the page.

use std::fmt;

use actix_web::{HttpResponse, ResponseError, http::StatusCode};

use super::fields::{BodyError, Malformed};
use crate::{
    database::Interrupted,
    services::{
        accounts::{ChangePasswordError, SignInError, WAIT_MINUTES},
        links::LinkError,
        passwords::HashError,
    },
};

/// Why the session of a post is not good for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SessionProblem {
    /// The session ended: sign in on this page.
    Ended,
    /// The address or the password was wrong: try again.
    Wrong,
    /// Too many tries.
    TooMany,
    /// Another account signed in: nothing was saved.
    OtherAccount,
    /// The form belongs to an earlier session of the same account: send it once more.
    EarlierSession,
    /// Something broke, or is not there any more: send it once more, or take the text along.
    Failed,
}

/// An answer that is no page of its own. The middleware renders it.
#[derive(Debug)]
pub enum Error {
    /// Not there, or not yours: byte for byte the same.
    NotFound,
    /// Signing in comes first; a GET is sent to the sign-in page and back.
    SignInFirst,
    /// A post without a good session: what was typed is shown again ([`super::request::Kept`]).
    Session(SessionProblem),
    /// A button without a good session: the page it stands on comes first.
    PageFirst,
    /// Not sent by a page of this site.
    CrossSite,
    /// Not what our form sends.
    Malformed(String),
    /// Over the limit.
    TooLarge,
    /// A media type that is not read here.
    Unsupported,
    /// Too many tries; minutes to wait.
    TooMany(i64),
    /// Too busy.
    Busy,
    /// A defect or a broken part: logged under a reference number.
    Internal(Box<dyn std::error::Error + Send + Sync>),
}

impl Error {
    /// A defect.
    pub fn internal(error: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Self {
        Self::Internal(error.into())
    }

    /// The error as the database's own, for callers that know no other.
    pub(super) fn into_database_error(self) -> sqlx::Error {
        match self {
            Self::Internal(error) => match error.downcast::<sqlx::Error>() {
                Ok(error) => *error,
                Err(error) => sqlx::Error::Io(std::io::Error::other(error)),
            },
            other => sqlx::Error::Io(std::io::Error::other(other.to_string())),
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Internal(error) => error.fmt(f),
            other => write!(f, "{other:?}"),
        }
    }
}

impl ResponseError for Error {
    fn status_code(&self) -> StatusCode {
        match self {
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::SignInFirst | Self::PageFirst => StatusCode::SEE_OTHER,
            Self::Session(_) | Self::CrossSite => StatusCode::FORBIDDEN,
            Self::Malformed(_) => StatusCode::BAD_REQUEST,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::Unsupported => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Self::TooMany(_) => StatusCode::TOO_MANY_REQUESTS,
            Self::Busy => StatusCode::SERVICE_UNAVAILABLE,
            Self::Internal(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    fn error_response(&self) -> HttpResponse {
        HttpResponse::new(self.status_code())
    }
}

impl From<sqlx::Error> for Error {
    fn from(error: sqlx::Error) -> Self {
        match error {
            sqlx::Error::PoolTimedOut => Self::Busy,
            error => Self::internal(error),
        }
    }
}

impl From<Interrupted> for Error {
    fn from(error: Interrupted) -> Self {
        Self::internal(error)
    }
}

impl From<askama::Error> for Error {
    fn from(error: askama::Error) -> Self {
        Self::internal(error)
    }
}

impl From<Malformed> for Error {
    fn from(error: Malformed) -> Self {
        Self::Malformed(error.0)
    }
}

impl From<BodyError> for Error {
    fn from(error: BodyError) -> Self {
        match error {
            BodyError::Malformed(what) => Self::Malformed(what),
            BodyError::TooLarge => Self::TooLarge,
            BodyError::Unsupported => Self::Unsupported,
        }
    }
}

impl From<HashError> for Error {
    fn from(error: HashError) -> Self {
        match error {
            HashError::Busy => Self::Busy,
            error @ HashError::Failed(_) => Self::internal(error),
        }
    }
}

impl From<SignInError> for Error {
    fn from(error: SignInError) -> Self {
        match error {
            SignInError::Wrong => Self::SignInFirst,
            SignInError::TooMany => Self::TooMany(WAIT_MINUTES),
            SignInError::Hash(error) => error.into(),
            SignInError::Database(error) => error.into(),
            SignInError::Interrupted(error) => error.into(),
        }
    }
}

impl From<ChangePasswordError> for Error {
    fn from(error: ChangePasswordError) -> Self {
        match error {
            ChangePasswordError::Wrong => Self::Malformed("present password".into()),
            ChangePasswordError::TooMany => Self::TooMany(WAIT_MINUTES),
            ChangePasswordError::Hash(error) => error.into(),
            ChangePasswordError::Database(error) => error.into(),
            ChangePasswordError::Interrupted(error) => error.into(),
        }
    }
}

impl From<LinkError> for Error {
    fn from(error: LinkError) -> Self {
        match error {
            LinkError::Dead => Self::NotFound,
            LinkError::Hash(error) => error.into(),
            LinkError::Database(error) => error.into(),
            LinkError::Interrupted(error) => error.into(),
        }
    }
}
