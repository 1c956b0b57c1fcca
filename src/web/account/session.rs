//! The session itself: its end, its life while somebody writes, its language.

use actix_web::{HttpResponse, web::Data};

use crate::{
    domain::{
        access::{Anyone, CanUseAccount},
        language::Language,
    },
    services::accounts,
    web::{
        State,
        error::Error,
        fields::{Fields, Malformed},
        form::{Empty, Form},
        page::{own_path, see_other, see_other_with},
        request::{Write, signed_in},
        routes, session,
    },
};

/// Ends the session.
pub async fn end(write: Write<CanUseAccount, Empty>, state: Data<State>) -> Result<HttpResponse, Error> {
    if let Some(visit) = signed_in(&write.request) {
        let context = state.services.clone();
        state.run(async move { accounts::sign_out(context, visit.session.id).await.map_err(Error::from) }).await?;
    }
    session::set_cookies(&write.request, [session::end(state.services.installation.id)]);
    Ok(see_other_with(routes::sign_in(), "signed-out"))
}

/// Keeps the session alive: finding it has noted its use.
pub async fn keep_alive(_: Write<CanUseAccount, Empty>) -> HttpResponse {
    HttpResponse::NoContent().finish()
}

/// The language switch.
#[derive(Debug)]
pub struct LanguageForm {
    language: String,
    return_to: String,
}

impl Form for LanguageForm {
    fn read(fields: &mut Fields) -> Result<Self, Malformed> {
        Ok(Self { language: fields.text("language")?, return_to: fields.text("return_to")? })
    }
}

/// Sets the language: in the browser, and in the account of who is signed in.
pub async fn set_language(write: Write<Anyone, LanguageForm>, state: Data<State>) -> Result<HttpResponse, Error> {
    let Write { form, mut page, request, .. } = write;
    let language = Language::parse(&form.language).ok_or_else(|| Error::Malformed("language".into()))?;
    page.switch(&request, &state, language).await?;
    Ok(see_other(own_path(&form.return_to)))
}
