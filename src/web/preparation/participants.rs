//! Who is invited, by regional group and kind in the reader's alphabetical order, with the focal points' addresses.

use std::collections::{BTreeMap, BTreeSet};

use actix_web::{HttpResponse, http::StatusCode, web::Data};
use askama::Template;

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
        line::EmailAddress,
        participant::{Kind, Participant, ParticipantCode, RegionalGroup},
    },
    locales::Locale,
    services::invitations::{self, Invitation, InviteError, Kept, Replacement},
    store,
    web::{
        State,
        error::Error,
        fields::{Fields, Malformed},
        form::{FieldError, Form, FormErrors},
        page::{self, Page, see_other_with},
        request::{Read, Write},
        routes,
        tabs::Tabs,
    },
};

/// The list as typed: who is ticked, and every address on the page beside the one that it was shown with.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ParticipantsForm {
    version: i32,
    chosen: BTreeSet<String>,
    addresses: BTreeMap<String, String>,
    shown: BTreeMap<String, String>,
}

impl ParticipantsForm {
    /// The address typed for a participant, and the one that was shown.
    fn address(&self, code: &str) -> (&str, &str) {
        let [typed, shown] = [&self.addresses, &self.shown].map(|of| of.get(code).map_or("", |address| address.trim()));
        (typed, shown)
    }

    /// The form as it is shown again beside what is stored now: what was typed stays, what was not touched follows.
    fn renew(&mut self, stored: &Stored) {
        let now = stored.form(self.version).addresses;
        for participant in &stored.participants {
            let code = participant.code.as_str();
            let (typed, shown) = self.address(code);
            if typed == shown {
                self.addresses.insert(code.to_owned(), now.get(code).cloned().unwrap_or_default());
            }
        }
        self.shown = now;
    }
}

impl Form for ParticipantsForm {
    fn read(fields: &mut Fields) -> Result<Self, Malformed> {
        Ok(Self {
            version: fields.text("version")?.parse().map_err(|_| Malformed("version".into()))?,
            chosen: fields.all("participants").into_iter().collect(),
            addresses: fields.prefixed("focal-point-").into_iter().collect(),
            shown: fields.prefixed("shown-").into_iter().collect(),
        })
    }
}

/// What is stored, in the reader's language.
struct Stored {
    participants: Vec<Participant>,
    groups: Vec<RegionalGroup>,
    invited: BTreeSet<ParticipantCode>,
    /// The focal points' addresses of each participant, the first on the form.
    focal_points: BTreeMap<ParticipantCode, Vec<String>>,
}

impl Stored {
    fn form(&self, version: i32) -> ParticipantsForm {
        let first =
            |(code, emails): (&ParticipantCode, &Vec<String>)| Some((code.to_string(), emails.first()?.clone()));
        let addresses: BTreeMap<_, _> = self.focal_points.iter().filter_map(first).collect();
        let chosen = self.invited.iter().map(ToString::to_string).collect();
        ParticipantsForm { version, chosen, shown: addresses.clone(), addresses }
    }
}

async fn stored(state: &State, page: &Page, access: &CanConduct, loaded: &Loaded) -> Result<Stored, Error> {
    let (id, language) = (*access.consultation(), page.l.language);
    let day = state.services.clock.now().with_timezone(&loaded.consultation.seat).date_naive();
    let read = state.services.database.read(access.account().into(), move |c| {
        Box::pin(async move {
            let mut focal_points: BTreeMap<ParticipantCode, Vec<String>> = BTreeMap::new();
            for member in store::memberships::of_consultation(c, id, None).await? {
                if let (Role::FocalPoint, Some(code)) = (member.membership.role, member.membership.participant) {
                    focal_points.entry(code).or_default().push(member.email);
                }
            }
            let responses = store::responses::of_consultation(c, id).await?;
            Ok::<_, Error>(Stored {
                participants: store::participants::all(c, language, day).await?,
                groups: store::participants::groups(c, language).await?,
                invited: responses.into_iter().map(|response| response.participant).collect(),
                focal_points,
            })
        })
    });
    read.await
}

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
    let stored = stored(&state, &read.page, &read.access, &loaded).await?;
    let form = stored.form(loaded.consultation.version);
    page::ok(&ParticipantsPage::of(read.page, loaded, &stored, &form))
}

/// The list to store, or none with every error added.
fn parse(form: &ParticipantsForm, stored: &Stored, opened: bool, errors: &mut FormErrors) -> Option<Vec<Invitation>> {
    let mut list = Vec::new();
    for participant in &stored.participants {
        let (code, field) = (participant.code.as_str(), format!("mail-{}", participant.code));
        let (typed, shown) = form.address(code);
        let invited = stored.invited.contains(&participant.code);
        if !(form.chosen.contains(code) || (opened && invited)) {
            // an address alone is most likely a box forgotten; who was invited is just taken off
            if !typed.is_empty() && !invited {
                errors.add(field, "preparation-participants-not-chosen");
            }
            continue;
        }
        let given = match typed {
            _ if typed == shown => None,
            "" if opened => {
                errors.add(field, "preparation-participants-keeps-one");
                continue;
            }
            "" => Some(None),
            _ => match errors.take(&field, EmailAddress::parse(typed)) {
                Some(email) => Some(Some(email)),
                None => continue,
            },
        };
        let focal_point = given.map(|given| Replacement { shown: EmailAddress::parse(shown).ok(), given });
        list.push(Invitation { participant: participant.code.clone(), focal_point });
    }
    errors.is_empty().then_some(list)
}

/// Stores the list.
pub async fn update(write: Write<CanConduct, ParticipantsForm>, state: Data<State>) -> Result<HttpResponse, Error> {
    let Write { access, mut form, page, .. } = write;
    let id = *access.consultation();
    let loaded = load(&state, &page, &access).await?;
    let stored = stored(&state, &page, &access, &loaded).await?;
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
            let stored = self::stored(&state, &page, &access, &loaded).await?;
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

/// Where the list as typed differs from the one that somebody else saved.
fn differences(l: Locale, form: &ParticipantsForm, stored: &Stored) -> Vec<Difference> {
    let saved = stored.form(form.version);
    let said = |form: &ParticipantsForm, code: &str| {
        if !form.chosen.contains(code) {
            return l.t("preparation-participants-not-invited").to_string();
        }
        let email = form.addresses.get(code).map(|typed| typed.trim().to_owned()).unwrap_or_default();
        format!("{} {email}", l.t("preparation-participants-invited")).trim().to_owned()
    };
    let mut participants: Vec<&Participant> = stored.participants.iter().collect();
    l.sort_by_name(&mut participants, |participant| &participant.name);
    let row = |p: &&Participant| (p.name.clone(), said(form, p.code.as_str()), said(&saved, p.code.as_str()));
    let mut rows: Vec<_> = participants.iter().map(row).filter(|(_, mine, theirs)| mine != theirs).collect();
    if rows.is_empty() {
        let same = l.t("preparation-conflict-same").to_string();
        rows.push((l.t("preparation-tab-participants").to_string(), same.clone(), same));
    }
    rows
}
