//! One's consultations, the nearest deadline first.

use std::cmp::Reverse;

use actix_web::{HttpResponse, web::Data};
use askama::Template;
use chrono::{DateTime, Utc};

use super::{
    clock::{Clock, clock},
    mine::{Mine, Standing},
    question::name,
};
use crate::{
    domain::{
        access::CanUseAccount,
        consultation::{Consultation, Phase},
        language::Language,
    },
    locales::Locale,
    web::{
        State,
        error::Error,
        page::{self, Page},
        request::{Read, signed_in},
        routes,
    },
};

#[derive(Template)]
#[template(path = "pages/consultations/list.html")]
struct ListPage {
    page: Page,
    entries: Vec<Entry>,
    administers: bool,
}

/// One capacity in one consultation.
struct Entry {
    path: String,
    title: String,
    language: Language,
    presidency: String,
    contact_name: String,
    contact_email: String,
    clock: Option<Clock>,
    /// The days from which and until which answers are received.
    window: Option<String>,
    standing: Standing,
}

/// My consultations.
pub async fn show(read: Read<CanUseAccount>, state: Data<State>) -> Result<HttpResponse, Error> {
    let Read { access, page, request } = read;
    let visitor = signed_in(&request).ok_or(Error::SignInFirst)?.visitor;
    let mut mine = Mine::load(&state, *access.account(), page.l.language).await?;
    let mut consultations = std::mem::take(&mut mine.consultations);
    consultations.sort_by_key(|consultation| {
        let end = consultation.window.end();
        match consultation.window.phase(mine.now) {
            Phase::Open => (0, end, None),
            Phase::Preparation => (1, end, None),
            Phase::Closed => (2, None, Some(Reverse(end))),
        }
    });
    let mut entries = Vec::new();
    for consultation in &consultations {
        for capacity in mine.capacities(consultation, &visitor.memberships) {
            let standing = mine.standing(page.l, consultation, &capacity);
            entries.extend(standing.map(|standing| entry(&page, &mine, consultation, standing)));
        }
    }
    page::ok(&ListPage { page, entries, administers: visitor.administrator })
}

fn entry(page: &Page, mine: &Mine, consultation: &Consultation, standing: Standing) -> Entry {
    Entry {
        path: routes::consultation(consultation.id),
        title: consultation.title.clone(),
        language: consultation.language,
        presidency: name(&mine.names, &consultation.presidency),
        contact_name: consultation.contact_name.clone(),
        contact_email: consultation.contact_email.clone(),
        clock: clock(page.l, consultation, mine.now),
        window: window(page.l, consultation),
        standing,
    }
}

/// Two consultations on one note have one title: their days tell them apart.
fn window(l: Locale, consultation: &Consultation) -> Option<String> {
    let day = |instant: DateTime<Utc>| l.date(instant.with_timezone(&consultation.seat).date_naive());
    let (from, to) = (consultation.window.opened_at?, consultation.window.end()?);
    Some(l.t("consultations-window").arg("from", day(from)).arg("to", day(to)).to_string())
}
