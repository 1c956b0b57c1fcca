//! The facts behind the ids of a path, on which a permission is decided.

use std::future::Future;

use actix_web::HttpRequest;

use super::{State, error::Error};
use crate::{
    database::Principal,
    domain::access::{ConsultationSubject, ResponseSubject, SubmissionSubject},
    store,
};

/// Something a path can name.
pub trait Subject: Sized {
    /// Its facts as `principal` may see them; a path that names nothing is [`Error::NotFound`].
    fn load(request: &HttpRequest, state: &State, principal: Principal) -> impl Future<Output = Result<Self, Error>>;
}

/// The identifier in the path's segment of that name; anything else than an identifier is not found.
pub fn id<T: std::str::FromStr>(request: &HttpRequest, segment: &str) -> Result<T, Error> {
    request.match_info().get(segment).and_then(|text| text.parse().ok()).ok_or(Error::NotFound)
}

impl Subject for () {
    async fn load(_: &HttpRequest, _: &State, _: Principal) -> Result<Self, Error> {
        Ok(())
    }
}

impl Subject for ConsultationSubject {
    async fn load(request: &HttpRequest, state: &State, principal: Principal) -> Result<Self, Error> {
        let id = id(request, "consultation")?;
        let found = state
            .services
            .database
            .read(principal, move |c| {
                Box::pin(async move { Ok::<_, Error>(store::consultations::subject(c, id).await?) })
            })
            .await?;
        found.ok_or(Error::NotFound)
    }
}

impl Subject for ResponseSubject {
    async fn load(request: &HttpRequest, state: &State, principal: Principal) -> Result<Self, Error> {
        let id = id(request, "response")?;
        let found = state
            .services
            .database
            .read(principal, move |c| Box::pin(async move { Ok::<_, Error>(store::responses::subject(c, id).await?) }))
            .await?;
        found.ok_or(Error::NotFound)
    }
}

impl Subject for SubmissionSubject {
    async fn load(request: &HttpRequest, state: &State, principal: Principal) -> Result<Self, Error> {
        let id = id(request, "submission")?;
        let found = state
            .services
            .database
            .read(principal, move |c| {
                Box::pin(async move { Ok::<_, Error>(store::submissions::subject(c, id).await?) })
            })
            .await?;
        found.ok_or(Error::NotFound)
    }
}
