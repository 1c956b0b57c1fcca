//! Who is invited, by regional group and kind in the reader's alphabetical order, with the focal points' addresses.

mod form;
mod stored;

use actix_web::{HttpResponse, http::StatusCode, web::Data};
use askama::Template;

use self::{
    form::{ParticipantsForm, differences, parse},
    stored::Stored,
};
use super::{
    Difference, Head,
    head::{Loaded, load},
    question_items::plural,
    state::{Refusal, refused},
};
use crate::{
    domain::{
        access::CanConduct,
        consultation::Phase,
        delegation::Role,
        participant::{Kind, Participant, RegionalGroup},
    },
    locales::Locale,
    services::invitations::{self, InviteError, Kept},
    web::{
        State,
        error::Error,
        form::{FieldError, FormErrors},
        page::{self, Page, see_other_with},
        request::{Read, Write},
        routes,
        tabs::Tabs,
    },
};

/// One participant's row.
struct Row {
    code: String,
    name: String,
    chosen: bool,
    /// Invited and opened: stays on the list.
    fixed: bool,
    email: String,
    /// The address that the page was shown with.
    shown: String,
    others: Vec<String>,
}

/// One group of rows.
struct Group {
    name: String,
    rows: Vec<Row>,
}

#[derive(Template)]
#[template(path = "pages/preparation/participants.html")]
struct ParticipantsPage {
    page: Page,
    head: Head,
    tabs: Tabs,
    errors: FormErrors,
    differences: Vec<Difference>,
    version: i32,
    groups: Vec<Group>,
    chosen: usize,
    all: usize,
    phase: Phase,
    reported: bool,
    changed: bool,
    action: String,
}

impl ParticipantsPage {
    fn title_key(&self) -> &'static str {
        let fine = self.errors.is_empty() && self.differences.is_empty();
        if fine { "common-page-title" } else { "common-page-title-with-error" }
    }

    fn is_prepared(&self) -> bool {
        self.phase == Phase::Preparation
    }

    fn error_of(&self, row: &Row) -> Option<&FieldError> {
        self.errors.of(&format!("mail-{}", row.code))
    }

    fn summary(&self) -> Vec<(String, String)> {
        let l = self.page.l;
        let name = |field: &str| {
            let code = field.strip_prefix("mail-").unwrap_or(field);
            let mut rows = self.groups.iter().flat_map(|group| &group.rows);
            rows.find(|row| row.code == code).map(|row| row.name.clone()).unwrap_or_default()
        };
        let entry = |error: &FieldError| {
            let text = l.t("error-summary-item").arg("field", name(&error.field)).arg("message", error.text(&l));
            (error.field.clone(), text.to_string())
        };
        self.errors.all().iter().map(entry).collect()
    }

    fn of(page: Page, loaded: Loaded, stored: &Stored, form: &ParticipantsForm) -> Self {
        let id = loaded.consultation.id;
        let opened = loaded.phase != Phase::Preparation;
        let groups = groups(page.l, stored, form, opened);
        let rows = || groups.iter().flat_map(|group| &group.rows);
        let (chosen, all) = (rows().filter(|row| row.chosen).count(), rows().count());
        Self {
            tabs: Tabs::of(id, Role::Chair),
            errors: FormErrors::default(),
            differences: Vec::new(),
            version: form.version,
            chosen,
            all,
            phase: loaded.phase,
            reported: loaded.reported,
            changed: false,
            action: routes::participants(id),
            head: loaded.head,
            groups,
            page,
        }
    }
}

/// The rows by regional group in the order of their names, then those in none, by kind. Who is in two groups stands in the
/// first: two boxes for one participant would contradict each other.
fn groups(l: Locale, stored: &Stored, form: &ParticipantsForm, opened: bool) -> Vec<Group> {
    let mut participants: Vec<&Participant> = stored.participants.iter().collect();
    l.sort_by_name(&mut participants, |participant| &participant.name);
    let mut regional: Vec<&RegionalGroup> = stored.groups.iter().collect();
    l.sort_by_name(&mut regional, |group| &group.name);
    let home = |participant: &Participant| regional.iter().position(|group| participant.groups.contains(&group.code));
    let row = |participant: &&Participant| {
        let code = participant.code.to_string();
        let fixed = opened && stored.invited.contains(&participant.code);
        let others = stored.focal_points.get(&participant.code).map(|emails| emails[1..].to_vec()).unwrap_or_default();
        Row {
            chosen: fixed || form.chosen.contains(&code),
            email: form.addresses.get(&code).cloned().unwrap_or_default(),
            shown: form.shown.get(&code).cloned().unwrap_or_default(),
            name: participant.name.clone(),
            code,
            fixed,
            others,
        }
    };
    let group = |name: String, belongs: &dyn Fn(&Participant) -> bool| Group {
        name,
        rows: participants.iter().filter(|participant| belongs(participant)).map(row).collect(),
    };
    let by_region =
        regional.iter().enumerate().map(|(at, region)| group(region.name.clone(), &|p| home(p) == Some(at)));
    let by_kind = Kind::ALL.into_iter().map(|kind| {
        let key = if kind == Kind::MemberState { "preparation-participants-no-group" } else { plural(kind) };
        group(l.t(key).to_string(), &|p| home(p).is_none() && p.kind == kind)
    });
    by_region.chain(by_kind).filter(|group| !group.rows.is_empty()).collect()
}

/// The list as it stands.
pub async fn show(read: Read<CanConduct>, state: Data<State>) -> Result<HttpResponse, Error> {
    let loaded = load(&state, &read.page, &read.access).await?;
    let stored = stored::stored(&state, &read.page, &read.access, &loaded).await?;
    let form = ParticipantsForm::of(&stored, loaded.consultation.version);
    page::ok(&ParticipantsPage::of(read.page, loaded, &stored, &form))
}

/// Stores the list.
pub async fn update(write: Write<CanConduct, ParticipantsForm>, state: Data<State>) -> Result<HttpResponse, Error> {
    let Write { access, mut form, page, .. } = write;
    let id = *access.consultation();
    let loaded = load(&state, &page, &access).await?;
    let stored = stored::stored(&state, &page, &access, &loaded).await?;
    let known = |code: &String| stored.participants.iter().any(|participant| participant.code.as_str() == code);
    if !form.chosen.iter().chain(form.addresses.keys()).chain(form.shown.keys()).all(known) {
        return Err(Error::Malformed("participants".into()));
    }
    let mut errors = FormErrors::default();
    let Some(list) = parse(&form, &stored, loaded.phase != Phase::Preparation, &mut errors) else {
        let again = ParticipantsPage::of(page, loaded, &stored, &form);
        return page::unprocessable(&sorted(ParticipantsPage { errors, changed: true, ..again }));
    };
    match state.run(invitations::set(state.services.clone(), access.clone(), form.version, list)).await {
        Ok(()) => Ok(see_other_with(routes::participants(id), "participants-saved")),
        Err(InviteError::Stale) => {
            let differences = differences(page.l, &form, &stored);
            form.version = loaded.consultation.version;
            form.renew(&stored);
            let again = ParticipantsPage::of(page, loaded, &stored, &form);
            page::render(StatusCode::CONFLICT, &ParticipantsPage { differences, changed: true, ..again })
        }
        Err(InviteError::Kept(kept)) => {
            let stored = stored::stored(&state, &page, &access, &loaded).await?;
            form.renew(&stored);
            for (code, why) in kept {
                errors.add(format!("mail-{code}"), kept_message(why));
            }
            let again = ParticipantsPage::of(page, loaded, &stored, &form);
            page::unprocessable(&sorted(ParticipantsPage { errors, changed: true, ..again }))
        }
        Err(InviteError::Reported) => refused(page, id, Refusal::Reported),
        Err(error) => Err(error.into()),
    }
}

/// The message that says why a focal point stays.
fn kept_message(why: Kept) -> &'static str {
    match why {
        Kept::Active => "preparation-participants-active",
        Kept::Changed => "preparation-participants-changed",
        Kept::OtherSide => "preparation-participants-other-side",
    }
}

/// The page with its errors in the order of its rows.
fn sorted(mut page: ParticipantsPage) -> ParticipantsPage {
    let mut errors = FormErrors::default();
    for row in page.groups.iter().flat_map(|group| &group.rows) {
        if let Some(error) = page.error_of(row) {
            errors.add(error.field.clone(), error.key);
        }
    }
    page.errors = errors;
    page
}
