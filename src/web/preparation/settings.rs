//! Title, seat, deadline, word limit, contact; and from here the consultation is opened, extended, closed.

use actix_web::{HttpResponse, http::StatusCode, web::Data};
use askama::Template;
use chrono::{DateTime, Utc};
use chrono_tz::Tz;

use super::{
    Difference, Head,
    head::{Loaded, load},
    state::{Refusal, refused},
    typed,
};
use crate::{
    domain::{
        access::CanConduct,
        consultation::{Consultation, Phase},
        delegation::Role,
        line::{EmailAddress, Title},
        local_time,
        participant::ParticipantCode,
    },
    locales::Locale,
    services::consultations::{
        settings::{self, Settings, SettingsError, Timing},
        window::{self, Obstacle},
    },
    store,
    web::{
        State,
        error::Error,
        fields::{Fields, Malformed},
        form::{Form, FormErrors, zones},
        page::{self, Page, see_other_with},
        request::{Read, Write},
        routes,
        tabs::Tabs,
    },
};

/// The most words that a limit can allow.
const MAX_WORD_LIMIT: u32 = 100_000;

/// The settings as typed. Seat and deadline are on the form until the opening.
#[derive(Debug, Clone, Default)]
pub struct SettingsForm {
    version: i32,
    title: String,
    seat: Option<String>,
    deadline_date: Option<String>,
    deadline_time: Option<String>,
    word_limit: String,
    contact_name: String,
    contact_email: String,
}

impl Form for SettingsForm {
    fn read(fields: &mut Fields) -> Result<Self, Malformed> {
        Ok(Self {
            version: fields.text("version")?.parse().map_err(|_| Malformed("version".into()))?,
            title: fields.text("title")?,
            seat: fields.optional("seat")?,
            deadline_date: fields.optional("deadline_date")?,
            deadline_time: fields.optional("deadline_time")?,
            word_limit: fields.text("word_limit")?,
            contact_name: fields.text("contact_name")?,
            contact_email: fields.text("contact_email")?,
        })
    }
}

impl SettingsForm {
    fn stored(consultation: &Consultation) -> Self {
        let local = consultation.window.closes_at.map(|end| end.with_timezone(&consultation.seat).naive_local());
        Self {
            version: consultation.version,
            title: consultation.title.clone(),
            seat: Some(consultation.seat.name().to_owned()),
            deadline_date: Some(local.map(|local| local.date().to_string()).unwrap_or_default()),
            deadline_time: Some(local.map(|local| local.format("%H:%M").to_string()).unwrap_or_default()),
            word_limit: consultation.word_limit.map(|limit| limit.to_string()).unwrap_or_default(),
            contact_name: consultation.contact_name.clone(),
            contact_email: consultation.contact_email.clone(),
        }
    }

    fn parse(&self, errors: &mut FormErrors, stored: &Consultation, now: DateTime<Utc>) -> Option<Settings> {
        let title = errors.take("title", Title::parse(&self.title.lines().collect::<Vec<_>>().join(" ")));
        let timing = self.timing(errors, stored, now);
        let limit = match self.word_limit.trim() {
            "" => Some(None),
            typed => {
                let limit = typed.parse().ok().filter(|limit| (1..=MAX_WORD_LIMIT).contains(limit));
                errors.require("word_limit", limit.map(Some), "preparation-word-limit-range")
            }
        };
        let contact_name = typed::line::<200>(errors, "contact_name", &self.contact_name);
        let contact_email = match self.contact_email.trim() {
            "" => Some(None),
            typed => errors.take("contact_email", EmailAddress::parse(typed)).map(Some),
        };
        Some(Settings {
            version: self.version,
            title: title?,
            word_limit: limit?,
            contact_name: contact_name?,
            contact_email: contact_email?,
            timing: timing?,
        })
    }

    fn timing(&self, errors: &mut FormErrors, stored: &Consultation, now: DateTime<Utc>) -> Option<Timing> {
        let unchanged = Timing { seat: stored.seat, closes_at: stored.window.closes_at };
        let (Some(seat), Some(date), Some(time)) = (&self.seat, &self.deadline_date, &self.deadline_time) else {
            return Some(unchanged);
        };
        let seat: Option<Tz> = errors.require("seat", seat.parse().ok(), "error-not-a-choice");
        let deadline = deadline(errors, seat, date, time)?;
        if deadline.is_some_and(|end| end <= now) && deadline != unchanged.closes_at {
            errors.add("deadline_date", "preparation-deadline-past");
        }
        Some(Timing { seat: seat?, closes_at: deadline })
    }

    /// Where these settings differ from those that somebody else saved.
    fn differences(&self, l: Locale, saved: &Consultation) -> Vec<Difference> {
        let theirs = Self::stored(saved);
        let text = |value: &Option<String>, other: &Option<String>| value.clone().or(other.clone()).unwrap_or_default();
        let place = |zone: String| zone.parse().map_or(zone, |zone| l.zone_name(zone));
        let rows = [
            ("preparation-title", self.title.clone(), theirs.title.clone()),
            ("preparation-seat", place(text(&self.seat, &theirs.seat)), place(text(&theirs.seat, &None))),
            (
                "preparation-deadline-date",
                text(&self.deadline_date, &theirs.deadline_date),
                text(&theirs.deadline_date, &None),
            ),
            (
                "preparation-deadline-time",
                text(&self.deadline_time, &theirs.deadline_time),
                text(&theirs.deadline_time, &None),
            ),
            ("preparation-word-limit", self.word_limit.clone(), theirs.word_limit.clone()),
            ("preparation-contact-name", self.contact_name.clone(), theirs.contact_name.clone()),
            ("preparation-contact-email", self.contact_email.clone(), theirs.contact_email.clone()),
        ];
        let name = |key: &str| l.t(key).to_string();
        let mut rows: Vec<_> = rows
            .into_iter()
            .filter(|(_, mine, theirs)| mine != theirs)
            .map(|(key, mine, theirs)| (name(key), mine, theirs))
            .collect();
        if rows.is_empty() {
            let same = name("preparation-conflict-same");
            rows.push((name("preparation-tab-settings"), same.clone(), same));
        }
        rows
    }
}

/// The instant of a day and a time by the seat's clock: none when both are empty; no value when something is wrong, with
/// the error added.
#[allow(clippy::option_option, reason = "wrong; or else left empty, or a value")]
pub(super) fn deadline(
    errors: &mut FormErrors,
    seat: Option<Tz>,
    date: &str,
    time: &str,
) -> Option<Option<DateTime<Utc>>> {
    let date = typed::date(errors, "deadline_date", date);
    let time = typed::time(errors, "deadline_time", time);
    match (date?, time?) {
        (None, None) => Some(None),
        (Some(_), None) => errors.require("deadline_time", None, "error-required"),
        (None, Some(_)) => errors.require("deadline_date", None, "error-required"),
        (Some(date), Some(time)) => {
            let instant = local_time::instant(date.and_time(time), seat?);
            errors.require("deadline_date", instant.map(Some), "error-not-a-date")
        }
    }
}

/// What stands between a consultation in preparation and its opening.
#[derive(Debug, Clone, Default)]
struct Readiness {
    obstacles: Vec<(&'static str, String)>,
    invited: usize,
    /// Invited participants without a focal point.
    missing: Vec<String>,
}

#[derive(Template)]
#[template(path = "pages/preparation/settings.html")]
struct SettingsPage {
    page: Page,
    head: Head,
    tabs: Tabs,
    errors: FormErrors,
    differences: Vec<Difference>,
    form: SettingsForm,
    zones: Vec<(String, String, String)>,
    readiness: Readiness,
    consultation: Consultation,
    deadline: Option<(String, Option<String>)>,
    phase: Phase,
    reported: bool,
}

impl SettingsPage {
    fn title_key(&self) -> &'static str {
        let fine = self.errors.is_empty() && self.differences.is_empty();
        if fine { "common-page-title" } else { "common-page-title-with-error" }
    }

    fn is_prepared(&self) -> bool {
        self.phase == Phase::Preparation
    }

    fn seat(&self) -> &str {
        self.form.seat.as_deref().unwrap_or_default()
    }

    fn deadline_date(&self) -> &str {
        self.form.deadline_date.as_deref().unwrap_or_default()
    }

    fn deadline_time(&self) -> &str {
        self.form.deadline_time.as_deref().unwrap_or_default()
    }
}

async fn build(
    state: &State,
    page: Page,
    access: &CanConduct,
    loaded: Loaded,
    form: SettingsForm,
    errors: FormErrors,
) -> Result<SettingsPage, Error> {
    let Loaded { consultation, head, phase, reported } = loaded;
    let readiness = if phase == Phase::Preparation {
        readiness(state, &page, access, &consultation).await?
    } else {
        Readiness::default()
    };
    Ok(SettingsPage {
        tabs: Tabs::of(consultation.id, Role::Chair),
        differences: Vec::new(),
        zones: zones(page.l, form.seat.as_deref().unwrap_or_default()),
        deadline: consultation.window.end().map(|end| page.l.deadline(end, consultation.seat)),
        page,
        head,
        errors,
        form,
        readiness,
        consultation,
        phase,
        reported,
    })
}

async fn readiness(
    state: &State,
    page: &Page,
    access: &CanConduct,
    consultation: &Consultation,
) -> Result<Readiness, Error> {
    let (consultation, language, now) = (consultation.clone(), page.l.language, state.services.clock.now());
    let id = consultation.id;
    let read = state.services.database.read(access.account().into(), move |c| {
        Box::pin(async move {
            let obstacles = window::obstacles(c, &consultation, now).await?;
            let invited = store::responses::of_consultation(c, id).await?;
            let members = store::memberships::of_consultation(c, id, None).await?;
            let participants = store::participants::all(c, language, now.date_naive()).await?;
            Ok::<_, Error>((obstacles, invited, members, participants))
        })
    });
    let (obstacles, invited, members, participants) = read.await?;
    let has_focal_point = |code: &ParticipantCode| {
        members.iter().any(|m| m.membership.role == Role::FocalPoint && m.membership.participant.as_ref() == Some(code))
    };
    let mut missing: Vec<String> = participants
        .into_iter()
        .filter(|p| invited.iter().any(|response| response.participant == p.code) && !has_focal_point(&p.code))
        .map(|participant| participant.name)
        .collect();
    page.l.sort_by_name(&mut missing, |name| name);
    let obstacles = obstacles.into_iter().map(|obstacle| match obstacle {
        Obstacle::NoDeadline => ("preparation-obstacle-no-deadline", "#deadline_date".to_owned()),
        Obstacle::DeadlinePassed => ("preparation-obstacle-deadline-passed", "#deadline_date".to_owned()),
        Obstacle::NoQuestion => ("preparation-obstacle-no-question", routes::questions(id)),
        Obstacle::NobodyInvited => ("preparation-obstacle-nobody", routes::participants(id)),
    });
    Ok(Readiness { obstacles: obstacles.collect(), invited: invited.len(), missing })
}

/// The settings as they stand.
pub async fn show(read: Read<CanConduct>, state: Data<State>) -> Result<HttpResponse, Error> {
    let loaded = load(&state, &read.page, &read.access).await?;
    let form = SettingsForm::stored(&loaded.consultation);
    page::ok(&build(&state, read.page, &read.access, loaded, form, FormErrors::default()).await?)
}

/// The settings page with 422: the consultation could not be opened yet, and the page says what is missing.
pub(super) async fn not_ready(state: &State, page: Page, access: &CanConduct) -> Result<HttpResponse, Error> {
    let loaded = load(state, &page, access).await?;
    let form = SettingsForm::stored(&loaded.consultation);
    let mut errors = FormErrors::default();
    errors.add("opening", "preparation-not-ready");
    page::unprocessable(&build(state, page, access, loaded, form, errors).await?)
}

/// Stores them.
pub async fn update(write: Write<CanConduct, SettingsForm>, state: Data<State>) -> Result<HttpResponse, Error> {
    let Write { access, form, page, .. } = write;
    let loaded = load(&state, &page, &access).await?;
    let id = loaded.consultation.id;
    let mut errors = FormErrors::default();
    let parsed = form.parse(&mut errors, &loaded.consultation, state.services.clock.now());
    let Some(command) = parsed.filter(|_| errors.is_empty()) else {
        return page::unprocessable(&build(&state, page, &access, loaded, form, errors).await?);
    };
    match state.run(settings::update(state.services.clone(), access.clone(), command)).await {
        Ok(()) => Ok(see_other_with(routes::settings(id), "consultation-settings-saved")),
        Err(SettingsError::Stale(saved)) => {
            let differences = form.differences(page.l, &saved);
            let form = SettingsForm { version: saved.version, ..form };
            let again = build(&state, page, &access, loaded, form, errors).await?;
            page::render(StatusCode::CONFLICT, &SettingsPage { differences, ..again })
        }
        Err(SettingsError::Reported) => refused(page, id, Refusal::Reported),
        Err(error) => Err(error.into()),
    }
}
