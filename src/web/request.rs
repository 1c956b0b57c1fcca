//! The two ways into a handler: [`Read`] for a page, [`Write`] for a form. Both hold the permission that was decided;
//! there is no other way to a body, so a form cannot be read unverified.

use std::{future::Future, pin::Pin, str::FromStr};

use actix_web::{FromRequest, HttpMessage, HttpRequest, dev::Payload, web::Data};

use super::{
    State,
    error::{Error, SessionProblem},
    fields::Fields,
    form::{AfterSignIn, Form, Written},
    origin,
    page::Page,
    session::{self, SignedIn, Visit},
    subjects::Subject,
};
use crate::{
    database::Principal,
    domain::{access::Permission, ids::AccountId, line::EmailAddress, password::Password},
    services::{
        accounts::{self, SignIn, SignInError},
        passwords::HashError,
    },
};

/// The form token's field.
pub const FORM_TOKEN: &str = "csrf_token";
/// The field that says whose form it was.
pub const FORM_ACCOUNT: &str = "form_account";
/// The address of a sign-in in place.
pub const RESUME_EMAIL: &str = "resume_email";
/// The password of a sign-in in place.
pub const RESUME_PASSWORD: &str = "resume_password";

/// What a form held, kept until its answer is sent: whatever goes wrong, it is shown again.
#[derive(Debug, Clone)]
pub struct Kept {
    /// Names and values.
    pub values: Vec<(String, String)>,
    /// Its token.
    pub token: String,
    /// [`Form::WRITTEN`].
    pub written: &'static [Written],
    /// [`Form::AFTER_SIGN_IN`].
    pub after: AfterSignIn,
}

/// A request for a page by one who may see it.
#[derive(Debug)]
pub struct Read<P> {
    /// The permission.
    pub access: P,
    /// What the page's frame needs.
    pub page: Page,
    /// The request itself: its path and query.
    pub request: HttpRequest,
}

/// A form sent by one who may send it: same origin, live session, its token.
#[derive(Debug)]
pub struct Write<P, F> {
    /// The permission.
    pub access: P,
    /// The form's strings.
    pub form: F,
    /// What the page's frame needs, should the form be shown again.
    pub page: Page,
    /// The request itself.
    pub request: HttpRequest,
    /// Its sender had to sign in again before it was taken; of interest where [`Form::AFTER_SIGN_IN`] is `Asked`.
    pub resumed: bool,
}

type Extraction<T> = Pin<Box<dyn Future<Output = Result<T, Error>>>>;

impl<P> FromRequest for Read<P>
where
    P: Permission + 'static,
    P::Subject: Subject,
{
    type Error = Error;
    type Future = Extraction<Self>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move {
            let state = state(&request)?;
            session::found(&request)?;
            let access = decide::<P>(&request, &state).await?;
            Ok(Self { access, page: Page::of(&request, &state), request })
        })
    }
}

impl<P, F> FromRequest for Write<P, F>
where
    P: Permission + 'static,
    P::Subject: Subject,
    F: Form + 'static,
{
    type Error = Error;
    type Future = Extraction<Self>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let (request, payload) = (request.clone(), payload.take());
        Box::pin(async move {
            let state = state(&request)?;
            if !origin::is_same_origin(&request, &state.settings) {
                return Err(Error::CrossSite);
            }
            let mut fields = Fields::read(&request, payload).await?;
            let proof = Proof::take(&mut fields)?;
            // where no session is asked for, the same-origin check stands alone
            let resumed = !P::decide_without_subject() && verify::<F>(&request, &state, &fields, proof).await?;
            let access = decide::<P>(&request, &state).await?;
            let form = F::read(&mut fields)?;
            fields.finish()?;
            Ok(Self { access, form, page: Page::of(&request, &state), request, resumed })
        })
    }
}

/// Whether a permission asks for a session at all.
trait Anonymous {
    fn decide_without_subject() -> bool;
}

impl<P: Permission + 'static> Anonymous for P {
    fn decide_without_subject() -> bool {
        std::any::TypeId::of::<P>() == std::any::TypeId::of::<crate::domain::access::Anyone>()
    }
}

/// The shared state.
pub fn state(request: &HttpRequest) -> Result<Data<State>, Error> {
    request.app_data::<Data<State>>().cloned().ok_or_else(|| Error::internal("the state is missing"))
}

/// The signed-in visitor of this request.
#[must_use]
pub fn signed_in(request: &HttpRequest) -> Option<SignedIn> {
    request.extensions().get::<Visit>().and_then(|visit| visit.0.clone())
}

/// Who acts in this request's transactions.
#[must_use]
pub fn principal(request: &HttpRequest) -> Principal {
    signed_in(request).map_or(Principal::Nobody, |visit| Principal::Account(visit.visitor.account))
}

async fn decide<P>(request: &HttpRequest, state: &State) -> Result<P, Error>
where
    P: Permission + 'static,
    P::Subject: Subject,
{
    let visit = signed_in(request);
    if visit.is_none() && !P::decide_without_subject() {
        return Err(Error::SignInFirst);
    }
    let subject = P::Subject::load(request, state, principal(request)).await?;
    P::decide(visit.as_ref().map(|visit| &visit.visitor), &subject).ok_or(Error::NotFound)
}

/// What a form says of its session, taken out of its fields.
struct Proof {
    token: String,
    owner: Option<AccountId>,
    email: Option<String>,
    password: Option<String>,
}

impl Proof {
    fn take(fields: &mut Fields) -> Result<Self, Error> {
        Ok(Self {
            token: fields.optional(FORM_TOKEN)?.unwrap_or_default(),
            owner: fields.optional(FORM_ACCOUNT)?.and_then(|id| AccountId::from_str(&id).ok()),
            email: fields.optional(RESUME_EMAIL)?,
            password: fields.optional(RESUME_PASSWORD)?,
        })
    }
}

/// Checks the session and the form's token. A form without a good session is never lost: it is shown again, to be signed in in
/// place. Returns whether its sender had to sign in again.
async fn verify<F: Form>(request: &HttpRequest, state: &State, fields: &Fields, proof: Proof) -> Result<bool, Error> {
    let Proof { token, owner, email, password } = proof;
    let mut values = fields.values().to_vec();
    values.extend(owner.map(|owner| (FORM_ACCOUNT.to_owned(), owner.to_string())));
    request.extensions_mut().insert(Kept {
        values,
        token: token.clone(),
        written: F::WRITTEN,
        after: F::AFTER_SIGN_IN,
    });
    session::found(request)?;
    let problem = match signed_in(request) {
        Some(visit) if visit.token.is_form_token(&token) => return Ok(false),
        Some(visit) if owner == Some(visit.visitor.account) => SessionProblem::EarlierSession,
        Some(_) if owner.is_some() => SessionProblem::OtherAccount,
        Some(_) => return Err(Error::CrossSite),
        None => match (email, password) {
            (Some(email), Some(password)) => match resume(request, state, &email, &password, owner).await? {
                None => return Ok(true),
                Some(problem) => problem,
            },
            _ => SessionProblem::Ended,
        },
    };
    match (F::AFTER_SIGN_IN, problem) {
        // a file cannot be shown again: it is chosen once more
        (AfterSignIn::Dropped, _) => Err(Error::PageFirst),
        _ if fields.has_file() => Err(Error::PageFirst),
        (AfterSignIn::Asked, SessionProblem::EarlierSession) => Ok(true),
        _ => Err(Error::Session(problem)),
    }
}

/// Signs in in place. Only the account whose form it was goes on; another one is not signed in, and saves nothing.
async fn resume(
    request: &HttpRequest,
    state: &State,
    email: &str,
    password: &str,
    owner: Option<AccountId>,
) -> Result<Option<SessionProblem>, Error> {
    let Ok(email) = EmailAddress::parse(email) else { return Ok(Some(SessionProblem::Wrong)) };
    let password = Password::attempt(password);
    let installation = state.services.installation.id;
    let command = SignIn {
        email,
        password,
        browser: session::browser(request, installation),
        address: origin::client_address(request, &state.settings),
    };
    let signed_in = match state.run(accounts::sign_in(state.services.clone(), command)).await {
        Ok(signed_in) => signed_in,
        Err(SignInError::Wrong) => return Ok(Some(SessionProblem::Wrong)),
        Err(SignInError::TooMany | SignInError::Hash(HashError::Busy)) => return Ok(Some(SessionProblem::TooMany)),
        Err(error) => return Err(error.into()),
    };
    let (context, token) = (state.services.clone(), signed_in.session.clone());
    let live = async move { accounts::live_session(context, token).await.map_err(Error::from) };
    let Some((session, visitor)) = state.run(live).await? else { return Ok(Some(SessionProblem::Ended)) };
    if owner != Some(visitor.account) {
        let (context, id) = (state.services.clone(), session.id);
        state.run(async move { accounts::sign_out(context, id).await.map_err(Error::from) }).await?;
        return Ok(Some(SessionProblem::OtherAccount));
    }
    session::set_cookies(request, session::begin(installation, &signed_in.session, &signed_in.browser));
    request.extensions_mut().insert(Visit(Some(SignedIn { token: signed_in.session, session, visitor })));
    Ok(None)
}
