//! Where the past is played: a clock that is moved on, and everybody's permissions as the pages would decide them.

use std::collections::HashMap;

use chrono::{DateTime, Days, NaiveTime, Utc};
use chrono_tz::{America::New_York, Tz};

use super::{
    DemonstrationError, at,
    people::Cast,
    plan::{Delegation, Progress},
    wrong,
};
use crate::{
    clock::Clock,
    concept_note::{self, Reading},
    database::Principal,
    domain::{
        access::{
            CanConduct, CanCreateConsultation, CanEditResponse, CanReview, CanSubmitResponse, ConsultationSubject,
            Permission, ResponseSubject, Visitor,
        },
        ids::{AccountId, ConsultationId, QuestionId, ResponseId},
        language::Language,
        line::{EmailAddress, Title},
        participant::ParticipantCode,
        question::{QuestionLabel, QuestionText},
        response::Draft,
        submission::Signatory,
        text::AnswerText,
    },
    mail::Mailer,
    services::{
        Context,
        consultations::{
            self, NewConsultation, QuestionDraft,
            settings::{self, Settings, Timing},
            window,
        },
        digests,
        invitations::{self, Invitation, Replacement},
        outbox, responses, seeding,
        submissions::{self, Submit},
    },
    store,
};

const NOTE: &[u8] = include_bytes!("../../../seeds/concept-note-2020-11-25.txt");
const NOTE_NAME: &str = "concept-note-2020-11-25.txt";
/// The seat's zone, to which the demonstration's days belong.
const SEAT: Tz = New_York;
/// Words an answer should not exceed.
const WORD_LIMIT: u32 = 500;

/// The services' context in the past, and the present.
pub(super) struct Stage {
    /// Its clock stands where the play is.
    pub context: Context,
    mailer: Mailer,
    now: DateTime<Utc>,
}

/// A consultation on the stage.
pub(super) struct Scene {
    /// Which.
    pub consultation: ConsultationId,
    /// Its questions by the plan's labels (`a`, `b` ...).
    pub questions: HashMap<String, QuestionId>,
    responses: HashMap<ParticipantCode, ResponseId>,
}

impl Stage {
    pub(super) fn new(context: &Context, mailer: Mailer) -> Self {
        let now = context.clock.now();
        let clock = Clock::fixed(now);
        let database = context.database.clone().playing(clock.clone());
        Self { context: Context { database, clock, ..context.clone() }, mailer, now }
    }

    /// The instant at that hour in the seat's zone, so many days from today.
    pub(super) fn day(&self, days: i64, hour: u32, minute: u32) -> DateTime<Utc> {
        let today = self.now.with_timezone(&SEAT).date_naive();
        let distance = Days::new(days.unsigned_abs());
        let day = if days < 0 { today - distance } else { today + distance };
        let time = NaiveTime::from_hms_opt(hour, minute, 0).unwrap_or_default();
        day.and_time(time).and_local_timezone(SEAT).latest().map_or(self.now, |at| at.with_timezone(&Utc))
    }

    /// Moves the clock there; it only moves forward.
    pub(super) fn move_to(&self, days: i64, hour: u32, minute: u32) {
        let clock = &self.context.clock;
        clock.advance(self.day(days, hour, minute) - clock.now());
    }

    /// Delivers what is due, with the date that it is.
    pub(super) async fn deliver(&self) -> Result<(), DemonstrationError> {
        while outbox::deliver_next(self.context.clone(), self.mailer.clone()).await.map_err(at("a mail"))?.is_some() {}
        Ok(())
    }

    /// Sends the digests that are due, and delivers them.
    pub(super) async fn send_digests(&self) -> Result<(), DemonstrationError> {
        digests::send(self.context.clone(), None).await.map_err(at("a digest"))?;
        self.deliver().await
    }

    async fn visitor(&self, account: AccountId) -> Result<Visitor, DemonstrationError> {
        let mut transaction = self.context.database.begin(Principal::Account(account)).await?;
        let memberships = store::memberships::of_account(&mut transaction, account).await?;
        transaction.rollback().await?;
        Ok(Visitor { account, administrator: false, memberships })
    }

    async fn subject(&self, id: ConsultationId) -> Result<ConsultationSubject, DemonstrationError> {
        let mut transaction = self.context.database.begin(Principal::Nobody).await?;
        let subject = store::consultations::subject(&mut transaction, id).await?;
        transaction.rollback().await?;
        subject.ok_or_else(|| wrong(id))
    }

    /// The chair's right to conduct the consultation.
    pub(super) async fn conduct(&self, cast: &Cast, scene: &Scene) -> Result<CanConduct, DemonstrationError> {
        self.conduct_new(cast, scene.consultation).await
    }

    async fn conduct_new(&self, cast: &Cast, id: ConsultationId) -> Result<CanConduct, DemonstrationError> {
        let visitor = self.visitor(cast.chair).await?;
        CanConduct::decide(Some(&visitor), &self.subject(id).await?).ok_or_else(|| wrong("the chair"))
    }

    /// An analyst's right to review.
    pub(super) async fn review(&self, analyst: AccountId, scene: &Scene) -> Result<CanReview, DemonstrationError> {
        let visitor = self.visitor(analyst).await?;
        CanReview::decide(Some(&visitor), &self.subject(scene.consultation).await?).ok_or_else(|| wrong("the analyst"))
    }

    /// The chair makes the consultation out of the note and sets it up; it closes at `closes_at`.
    pub(super) async fn prepare(
        &self,
        cast: &Cast,
        delegations: &[Delegation],
        closes_at: DateTime<Utc>,
    ) -> Result<Scene, DemonstrationError> {
        let visitor = self.visitor(cast.chair).await?;
        let access = CanCreateConsultation::decide(Some(&visitor), &()).ok_or_else(|| wrong("the chair"))?;
        let presidency = access.presidencies().first().cloned().ok_or_else(|| wrong("the presidency"))?;
        let command = new_consultation(presidency)?;
        let id = consultations::create(self.context.clone(), access, command).await.map_err(at("the consultation"))?;
        self.set_up(cast, id, closes_at).await?;
        let list = delegations.iter().map(invitation).collect::<Result<Vec<_>, _>>()?;
        let conduct = self.conduct_new(cast, id).await?;
        let version = self.version(id).await?;
        invitations::set(self.context.clone(), conduct.clone(), version, list).await.map_err(at("the invitations"))?;
        for analyst in &cast.analysts {
            let added = invitations::add_analyst(self.context.clone(), conduct.clone(), analyst.clone()).await;
            added.map_err(at("an analyst"))?;
        }
        self.scene(cast, id).await
    }

    async fn set_up(
        &self,
        cast: &Cast,
        id: ConsultationId,
        closes_at: DateTime<Utc>,
    ) -> Result<(), DemonstrationError> {
        let mut transaction = self.context.database.begin(Principal::Account(cast.chair)).await?;
        let made = store::consultations::get(&mut transaction, id).await?.ok_or_else(|| wrong(id))?;
        transaction.rollback().await?;
        let command = Settings {
            version: made.version,
            title: Title::parse(&made.title).map_err(at("the title"))?,
            word_limit: Some(WORD_LIMIT),
            contact_name: crate::domain::line::PersonName::parse(&made.contact_name).ok(),
            contact_email: EmailAddress::parse(&made.contact_email).ok(),
            timing: Timing { seat: SEAT, closes_at: Some(closes_at) },
        };
        let conduct = self.conduct_new(cast, id).await?;
        settings::update(self.context.clone(), conduct, command).await.map_err(at("the settings"))
    }

    async fn version(&self, id: ConsultationId) -> Result<i32, DemonstrationError> {
        let mut transaction = self.context.database.begin(Principal::Nobody).await?;
        let consultation = store::consultations::get(&mut transaction, id).await?;
        transaction.rollback().await?;
        consultation.map(|consultation| consultation.version).ok_or_else(|| wrong(id))
    }

    async fn scene(&self, cast: &Cast, id: ConsultationId) -> Result<Scene, DemonstrationError> {
        let mut transaction = self.context.database.begin(Principal::Account(cast.chair)).await?;
        let questions = store::questions::of_consultation(&mut transaction, id).await?;
        let states = store::responses::of_consultation(&mut transaction, id).await?;
        transaction.rollback().await?;
        let key = |label: &str| label.trim_matches(['(', ')']).to_owned();
        Ok(Scene {
            consultation: id,
            questions: questions.into_iter().map(|question| (key(&question.label), question.id)).collect(),
            responses: states.into_iter().map(|state| (state.participant, state.id)).collect(),
        })
    }

    /// The chair opens it, and everybody is written to.
    pub(super) async fn open(&self, cast: &Cast, scene: &Scene) -> Result<(), DemonstrationError> {
        let conduct = self.conduct(cast, scene).await?;
        window::open(self.context.clone(), conduct).await.map_err(at("the opening"))?;
        self.deliver().await
    }

    /// A delegation writes its answers and, if it is so far, hands them over.
    pub(super) async fn answer(
        &self,
        cast: &Cast,
        scene: &Scene,
        delegation: &Delegation,
    ) -> Result<(), DemonstrationError> {
        let participant =
            ParticipantCode::parse(&delegation.participant).ok_or_else(|| wrong(&delegation.participant))?;
        let response = *scene.responses.get(&participant).ok_or_else(|| wrong(&participant))?;
        let subject = ResponseSubject { response, consultation: scene.consultation, participant, opened: true };
        let visitor = self.visitor(cast.account(&delegation.focal_point.email)?).await?;
        let edit = CanEditResponse::decide(Some(&visitor), &subject).ok_or_else(|| wrong(&subject.participant))?;
        let drafts = drafts(scene, delegation)?;
        responses::save(self.context.clone(), edit, drafts).await.map_err(at("an answer"))?;
        if delegation.state != Progress::Submitted {
            return Ok(());
        }
        let access = CanSubmitResponse::decide(Some(&visitor), &subject).ok_or_else(|| wrong(&subject.participant))?;
        let signatory = delegation.signatory.clone().ok_or_else(|| wrong(&subject.participant))?;
        let command = Submit {
            signatory: Signatory { name: signatory.name, title: signatory.title },
            seen: scene
                .questions
                .iter()
                .map(|(label, id)| (*id, i32::from(delegation.answers.contains_key(label))))
                .collect(),
        };
        submissions::submit(self.context.clone(), access, command).await.map_err(at("a submission"))?;
        self.deliver().await
    }
}

/// The note, read as the pages read it. Question (e) speaks to the African Union: the chair says so, the note is not asked.
fn new_consultation(presidency: ParticipantCode) -> Result<NewConsultation, DemonstrationError> {
    let Reading { note, letter, .. } = read_note()?;
    let african_union = ParticipantCode::parse("AU").ok_or_else(|| wrong("AU"))?;
    let question = |question: &crate::domain::concept_note::Question| {
        Ok(QuestionDraft {
            id: None,
            label: QuestionLabel::parse(&question.label).map_err(at("a question's label"))?,
            text: QuestionText::parse(&question.text).map_err(at("a question's text"))?,
            addressees: if question.label == "(e)" { vec![african_union.clone()] } else { Vec::new() },
        })
    };
    let questions = note.questions.iter().map(question).collect::<Result<Vec<_>, DemonstrationError>>()?;
    Ok(NewConsultation {
        id: ConsultationId::new(),
        presidency,
        title: Title::parse(note.title.as_deref().unwrap_or_default()).map_err(at("the title"))?,
        language: Language::En,
        seat: SEAT,
        questions,
        source: NOTE.to_vec(),
        source_name: Some(NOTE_NAME.to_owned()),
        note,
        letter,
    })
}

fn read_note() -> Result<Reading, DemonstrationError> {
    let countries = seeding::countries().map_err(at("the participants"))?;
    concept_note::read(NOTE, Some(NOTE_NAME), &countries).map_err(at("the note"))
}

fn invitation(delegation: &Delegation) -> Result<Invitation, DemonstrationError> {
    let participant = ParticipantCode::parse(&delegation.participant).ok_or_else(|| wrong(&delegation.participant))?;
    let email = EmailAddress::parse(&delegation.focal_point.email).map_err(at("a focal point"))?;
    Ok(Invitation { participant, focal_point: Some(Replacement { shown: None, given: Some(email) }) })
}

fn drafts(scene: &Scene, delegation: &Delegation) -> Result<Vec<Draft>, DemonstrationError> {
    let language = Language::parse(&delegation.language).ok_or_else(|| wrong(&delegation.language))?;
    let draft = |(label, text): (&String, &String)| {
        Ok(Draft {
            question: *scene.questions.get(label).ok_or_else(|| wrong(label))?,
            base: 0,
            text: AnswerText::parse(text).map_err(at("an answer's text"))?.0,
            language,
        })
    };
    delegation.answers.iter().map(draft).collect()
}
