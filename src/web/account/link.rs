//! One-time links: opening one shows a form and changes nothing; its button uses it up.

use actix_web::{HttpRequest, HttpResponse, http::StatusCode, web::Data};
use askama::Template;

use super::password::choose;
use crate::{
    domain::{access::Anyone, account::LinkPurpose, language::Language, line::PersonName, token::Token},
    services::links::{self, Introduction, LinkError, LinkView},
    web::{
        State,
        error::Error,
        fields::{Fields, Malformed},
        form::{Form, FormErrors, languages},
        page::{self, Page, see_other_with},
        request::{Read, Write},
        routes, session,
    },
};

#[derive(Template)]
#[template(path = "pages/account/link.html")]
struct LinkPage {
    page: Page,
    errors: FormErrors,
    email: String,
    activates: bool,
    name: String,
    /// The language of pages and mails, from the one of this page.
    language: String,
    languages: Vec<(String, String, String)>,
}

impl LinkPage {
    fn of(page: Page, errors: FormErrors, view: LinkView, name: String, language: String) -> Self {
        let (email, activates) = (view.account.email, view.purpose == LinkPurpose::Activation);
        Self { page, errors, email, activates, name, language, languages: languages() }
    }

    fn title_key(&self) -> &'static str {
        if self.errors.is_empty() { "common-page-title" } else { "common-page-title-with-error" }
    }
}

#[derive(Template)]
#[template(path = "pages/account/link_dead.html")]
struct DeadLinkPage {
    page: Page,
}

fn token(request: &HttpRequest) -> Option<Token> {
    request.match_info().get("token").and_then(Token::parse)
}

async fn view(request: &HttpRequest, state: &State) -> Result<Option<LinkView>, Error> {
    let Some(token) = token(request) else { return Ok(None) };
    match state.run(links::view(state.services.clone(), token)).await {
        Ok(view) => Ok(Some(view)),
        Err(LinkError::Dead) => Ok(None),
        Err(error) => Err(error.into()),
    }
}

fn dead(page: Page) -> Result<HttpResponse, Error> {
    page::render(StatusCode::GONE, &DeadLinkPage { page })
}

/// What the link is for.
pub async fn show(read: Read<Anyone>, state: Data<State>) -> Result<HttpResponse, Error> {
    let Some(view) = view(&read.request, &state).await? else { return dead(read.page) };
    let language = read.page.l.language.tag().to_owned();
    page::ok(&LinkPage::of(read.page, FormErrors::default(), view, String::new(), language))
}

/// A password chosen, twice; with name and language when activating.
#[derive(Debug)]
pub struct LinkForm {
    name: Option<String>,
    language: Option<String>,
    password: String,
    again: String,
}

impl Form for LinkForm {
    fn read(fields: &mut Fields) -> Result<Self, Malformed> {
        let (name, language) = (fields.optional("name")?, fields.optional("language")?);
        Ok(Self { name, language, password: fields.text("password")?, again: fields.text("again")? })
    }
}

/// Uses the link up.
pub async fn choose_password(write: Write<Anyone, LinkForm>, state: Data<State>) -> Result<HttpResponse, Error> {
    let Write { form, page, request, .. } = write;
    let (Some(view), Some(token)) = (view(&request, &state).await?, token(&request)) else { return dead(page) };
    let (name, language) = (form.name.unwrap_or_default(), form.language.unwrap_or_default());
    let mut errors = FormErrors::default();
    let introduction = match view.purpose {
        LinkPurpose::Activation => introduce(&mut errors, &name, &language),
        LinkPurpose::PasswordReset => None,
    };
    let password = choose(&mut errors, &form.password, &form.again);
    let (Some(password), true) = (password, errors.is_empty()) else {
        return page::unprocessable(&LinkPage::of(page, errors, view, name, language));
    };
    let installation = state.services.installation.id;
    let browser = session::browser(&request, installation);
    match state.run(links::choose_password(state.services.clone(), token, introduction, password, browser)).await {
        Ok(browser) => {
            session::set_cookies(&request, [session::remember(installation, &browser)]);
            Ok(see_other_with(routes::sign_in(), "password-chosen"))
        }
        Err(LinkError::Dead) => dead(page),
        Err(error) => Err(error.into()),
    }
}

/// Who activates, with what is wrong with it added to the errors.
fn introduce(errors: &mut FormErrors, name: &str, language: &str) -> Option<Introduction> {
    let name = errors.take("name", PersonName::parse(name));
    let language = errors.require("language", Language::parse(language), "error-not-a-choice");
    Some(Introduction { name: name?, language: language? })
}
