//! Every message in every language, opened again by a reader of mails.

use std::collections::BTreeSet;

use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::Tz;
use rapporteur::{
    domain::{
        delegation::Role,
        digest::{Answered, Digest, Group, Missing, Period},
        ids::{ConsultationId, MailId, QuestionId, SubmissionId},
        language::Language,
        mail::Message,
        participant::Kind,
        token::Token,
    },
    locales::Locale,
    mail::{
        compose::{self, Reader},
        content::{Call, Content, OneTime, Receipt},
        envelope::Addressed,
        links::Links,
    },
    web::routes::MAIL_PATHS,
};

use super::{Arrived, BASE};

const MARKS: [char; 4] = ['\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}'];

fn at() -> DateTime<Utc> {
    "2026-12-11T23:00:00Z".parse().unwrap()
}

fn call() -> Call {
    Call {
        id: ConsultationId::new(),
        title: "Security sector governance & reform <\u{62a}\u{62c}\u{631}\u{628}\u{629}>".to_owned(),
        language: Language::En,
        presidency: "South Africa".to_owned(),
        seat: Tz::America__New_York,
        closes_at: Some(at()),
        contact_name: "Secretariat of the presidency".to_owned(),
        contact_email: "presidency@test.example".to_owned(),
        capacities: vec![(Role::FocalPoint, "Costa Rica".to_owned())],
    }
}

fn digest(days_left: Option<i64>, received: &[&str]) -> Digest {
    let names = |names: &[&str]| names.iter().map(ToString::to_string).collect::<Vec<_>>();
    let question = |label: &str| Answered {
        question: QuestionId::new(),
        label: label.to_owned(),
        text: format!("A question, so long that {}\nno mail shows all of it.", "it goes on and on ".repeat(12)),
        delegations: names(received),
    };
    Digest {
        period: Period { start: at() - TimeDelta::days(1), end: at() },
        received: names(received),
        questions: vec![question("(a)"), question("(b)")],
        missing: vec![
            Missing { group: Group::Regional("African States".to_owned()), delegations: names(&["Chad", "Mali"]) },
            Missing { group: Group::Kind(Kind::RegionalOrganization), delegations: names(&["African Union"]) },
        ],
        missing_count: 3,
        invited_count: 3 + received.len(),
        days_left,
    }
}

/// One or more samples of each message, with the name of its kind.
fn samples() -> Vec<(&'static str, Content)> {
    let link = || OneTime { token: Token::new(), until: at() };
    let person = "drafter@test.example".to_owned();
    let receipt = Receipt {
        submission: SubmissionId::new(),
        reference: "2026-ZAF-1/CRI/1".to_owned(),
        delegation: "Costa Rica".to_owned(),
        signatory: "Ana <b>Signatory</b>, Permanent Representative".to_owned(),
        received_at: at(),
        sha256: "ab".repeat(32),
    };
    let nobody_missing = Digest { missing: Vec::new(), missing_count: 0, ..digest(None, &["Chad"]) };
    let in_preparation = Call { closes_at: None, contact_name: String::new(), contact_email: String::new(), ..call() };
    vec![
        ("activation", Content::Activation { call: Some(call()), link: Some(link()) }),
        ("activation", Content::Activation { call: Some(in_preparation), link: None }),
        ("activation", Content::Activation { call: None, link: Some(link()) }),
        ("password_reset", Content::PasswordReset { link: link() }),
        ("password_changed", Content::PasswordChanged { at: at() }),
        (
            "membership_changed",
            Content::MembershipChanged { call: Some(call()), person: person.clone(), role: Role::Drafter, began: true },
        ),
        ("membership_changed", Content::MembershipChanged { call: None, person, role: Role::Chair, began: false }),
        ("opened", Content::Opened(call())),
        ("extended", Content::Extended { call: call(), closes_at: at() + TimeDelta::days(3) }),
        ("closed", Content::Closed(call())),
        ("acknowledgement", Content::Acknowledgement { call: call(), receipt }),
        ("report_issued", Content::ReportIssued(call())),
        ("digest", Content::Digest { call: call(), digest: digest(Some(17), &["Albania", "Angola", "Argentina"]) }),
        ("digest", Content::Digest { call: call(), digest: nobody_missing }),
    ]
}

/// Every kind there is; a new one does not compile until it stands here.
fn kinds() -> BTreeSet<&'static str> {
    let consultation = ConsultationId::new();
    let first = Message::Activation { consultation: None };
    let mut all = vec![first];
    while let Some(next) = match all.last().unwrap() {
        Message::Activation { .. } => Some(Message::PasswordReset),
        Message::PasswordReset => Some(Message::PasswordChanged),
        Message::PasswordChanged => Some(Message::MembershipChanged {
            consultation: None,
            person: String::new(),
            role: String::new(),
            began: true,
        }),
        Message::MembershipChanged { .. } => Some(Message::Opened { consultation }),
        Message::Opened { .. } => Some(Message::Extended { consultation, closes_at: at() }),
        Message::Extended { .. } => Some(Message::Closed { consultation }),
        Message::Closed { .. } => {
            Some(Message::Acknowledgement { submission: SubmissionId::new(), consultation, reference: String::new() })
        }
        Message::Acknowledgement { .. } => Some(Message::ReportIssued { consultation }),
        Message::ReportIssued { .. } => {
            Some(Message::Digest { digest: rapporteur::domain::ids::DigestId::new(), consultation })
        }
        Message::Digest { .. } => None,
    } {
        all.push(next);
    }
    all.iter().map(Message::kind).collect()
}

fn arrived(content: &Content, language: Language, demonstration: bool) -> Arrived {
    let links = Links::new(BASE, MAIL_PATHS);
    let reader = Reader { l: Locale::new(language, Tz::Asia__Tokyo), email: "reader@test.example", demonstration };
    let rendered = compose::render(content, &reader, &links).unwrap();
    assert!(!rendered.subject.contains(MARKS), "{}", rendered.subject);
    let addressed = Addressed {
        id: MailId::new(),
        from: "Rapporteur <rapporteur@test.example>".parse().unwrap(),
        to: "قارئ <reader@test.example>".parse().unwrap(),
        reply_to: None,
        date: at(),
        language,
    };
    let arrived = Arrived::read(&addressed.message(rendered.clone()).unwrap().formatted());
    assert_eq!(arrived.message_id, format!("<{}@test.example>", addressed.id));
    assert_eq!((&arrived.subject, &arrived.text), (&rendered.subject, &rendered.text), "nothing was lost on the way");
    assert_eq!(arrived.html, rendered.html.replace("\r\n", "\n"));
    assert_eq!((arrived.automatic.as_str(), arrived.to.as_str()), ("auto-generated", "قارئ <reader@test.example>"));
    arrived
}

#[test]
fn every_message_has_two_good_parts_in_every_language() {
    assert_eq!(samples().iter().map(|(kind, _)| *kind).collect::<BTreeSet<_>>(), kinds());
    for language in Language::ALL {
        for (kind, content) in samples() {
            let mail = arrived(&content, language, false);
            let what = format!("{language} {kind}:\n{}", mail.text);
            assert!(!mail.subject.trim().is_empty() && mail.text.lines().count() > 6, "{what}");
            assert!(!mail.text.contains("\n\n\n") && !mail.text.lines().any(|line| line.ends_with(' ')), "{what}");
            if language.direction() == "ltr" {
                assert!(!mail.text.contains(MARKS), "{what}");
            }
            assert!(!mail.links().is_empty(), "{what}");
            assert!(mail.links().iter().all(|link| link.starts_with(&format!("{BASE}/"))), "{what}");
            safe_html(&mail, language);
        }
    }
}

/// Says what the text says, fetches nothing, runs in the right direction.
fn safe_html(mail: &Arrived, language: Language) {
    let html = scraper::Html::parse_document(&mail.html);
    let select = |selector: &str| {
        html.select(&scraper::Selector::parse(selector).unwrap()).map(|e| e.value().clone()).collect::<Vec<_>>()
    };
    let root = select("html");
    assert_eq!(root[0].attr("lang"), Some(language.tag()));
    assert_eq!(root[0].attr("dir"), Some(language.direction()));
    for fetched in ["img", "link", "script", "style", "iframe", "[src]", "[background]", "[onclick]", "form"] {
        assert!(select(fetched).is_empty(), "{fetched}: {}", mail.html);
    }
    assert!(!mail.html.contains("url(") && !mail.html.contains("<b>Signatory"), "{}", mail.html);
    let links: Vec<_> = select("a").iter().map(|a| a.attr("href").unwrap().to_owned()).collect();
    assert_eq!(links, mail.links(), "both parts lead to the same pages");
}

#[test]
fn mails_read_well() {
    let english = |index: usize| arrived(&samples()[index].1, Language::En, false);
    let invitation = english(0);
    assert!(invitation.subject.starts_with("Invitation: Security sector governance & reform"));
    assert!(
        invitation.text.contains("Answers are due: 11\u{a0}December 2026, 18:00\u{a0}New\u{a0}York"),
        "{}",
        invitation.text
    );
    assert!(invitation.text.contains("In your time: 12\u{a0}December 2026, 08:00\u{a0}Tokyo"), "{}", invitation.text);
    assert!(invitation.text.contains("Secretariat of the presidency <presidency@test.example>"), "{}", invitation.text);
    let receipt = english(10);
    assert_eq!(receipt.subject, "Received: 2026-ZAF-1/CRI/1");
    for part in [
        "Reference number: 2026-ZAF-1/CRI/1",
        "Costa Rica",
        "Ana <b>Signatory</b>",
        "18:00\u{a0}New\u{a0}York",
        "08:00\u{a0}Tokyo",
    ] {
        assert!(receipt.text.contains(part), "{part}: {}", receipt.text);
    }
    assert!(receipt.text.contains(&format!("SHA-256: {}", "ab".repeat(32))), "{}", receipt.text);
    let digest = english(12);
    assert!(digest.subject.starts_with("3 new responses: Security"), "{}", digest.subject);
    for part in [
        "17 days left",
        "Albania, Angola and Argentina",
        "3 of 6 have not answered yet",
        "African States:\nChad and Mali",
        "Regional organizations:\nAfrican Union",
        "Read the answers to (a):\nhttps://",
    ] {
        assert!(digest.text.contains(part), "{part}: {}", digest.text);
    }
    let russian = arrived(&samples()[12].1, Language::Ru, false);
    assert!(russian.subject.starts_with("3 новых ответа: "), "{}", russian.subject);
    let last = english(13);
    assert!(last.text.contains("The consultation is closed.") && last.text.contains("Everybody who was invited"));
}

#[test]
fn mails_of_the_demonstration_say_so() {
    for language in Language::ALL {
        let notice = Locale::new(language, Tz::UTC).plain("frame-demonstration.text").to_string();
        let mail = arrived(&samples()[12].1, language, true);
        assert!(mail.text.contains(&notice) && mail.html.contains(&notice), "{language}: {}", mail.text);
    }
}
