//! The report: compiled, issued once, and unchanged after.

use chrono::TimeDelta;
use rapporteur::{
    domain::{language::Language, report::Report},
    web::routes as r,
};
use sha2::{Digest, Sha256};
use sqlx::Row;

use super::{DRAFT, african_union, begin_draft, forged, hand_over, reading, save, set};
use crate::support::{
    app::now,
    browser::Page,
    fixture::{
        Fixture,
        Persona::{self, Analyst, Chair, FocalPoint, OtherDelegation, Outsider},
    },
};

#[tokio::test]
async fn before_it_is_issued_only_the_presidency_sees_the_report() {
    let fixture = Fixture::new().await;
    let path = r::report(fixture.consultation);
    hand_over(&fixture, fixture.response, "CRI", &[(0, "An answer", "en")]).await;
    begin_draft(&fixture).await;
    for persona in [FocalPoint, OtherDelegation, Outsider] {
        assert_eq!(fixture.browser(persona).await.get(&path).await.status, 404, "{persona:?}");
    }
    for persona in [Chair, Analyst] {
        let page = fixture.browser(persona).await.get(&path).await;
        assert_eq!(page.status, 200);
        assert!(page.text("article.report .front .meta").starts_with("Not issued"));
        assert_eq!(page.links("Issue the report").len(), 0, "the window is open");
        assert!(page.body.contains("An answer") && !page.body.contains(DRAFT));
    }
}

#[tokio::test]
async fn a_report_is_issued_after_closing_once() {
    let fixture = Fixture::new().await;
    let path = r::report_issue(fixture.consultation);
    hand_over(&fixture, fixture.response, "CRI", &[(0, "An answer", "en")]).await;
    let mut chair = fixture.browser(Chair).await;
    let page = chair.get(&path).await;
    assert!(page.main().contains("The report can be issued when the consultation is closed."));
    assert!(page.texts(&format!("form[action='{path}']")).is_empty());
    let early = forged(&mut chair, &reading(&fixture, 0), path.clone()).await;
    assert_eq!(chair.submit(early).await.status, 409);
    assert_eq!(issued(&fixture).await.len(), 0);
    fixture.set_deadline(now() - TimeDelta::minutes(1)).await;
    let page = chair.get(&path).await;
    assert_eq!(
        page.texts(".notice"),
        [
            "Questions without a summary: (a), (b) and (c).",
            "Questions that nobody answered: (b) and (c).",
            "What is issued cannot be taken back."
        ]
    );
    let form = page.form_to(&path);
    let done = chair.submit(form.clone()).await;
    for path in [r::closure(fixture.consultation), r::extension(fixture.consultation)] {
        assert_eq!(chair.get(&path).await.text("h1"), "The report has been issued", "{path}");
    }
    assert_eq!(done.location().unwrap(), format!("{}?notice=report-issued", r::report(fixture.consultation)));
    let again = chair.submit(form).await;
    assert_eq!(again.status, 409);
    assert!(again.main().contains("The report has been issued already."));
    assert_eq!(issued(&fixture).await.len(), 1);
    // everybody who takes part is told, once
    let told = sqlx::query("select a.email_key from mails m join accounts a on a.id = m.account_id where m.kind = 'report_issued' order by 1")
        .fetch_all(&fixture.app.superuser)
        .await
        .unwrap();
    let told: Vec<String> = told.iter().map(|row| row.get(0)).collect();
    let mut members =
        [Persona::FocalPoint, Persona::Approver, Persona::Drafter, OtherDelegation, Chair, Analyst].map(Persona::email);
    members.sort();
    assert_eq!(told, members);
}

#[tokio::test]
async fn a_chair_closed_consultation_can_be_reported_on() {
    let fixture = Fixture::new().await;
    set(
        &fixture,
        "update consultations set closed_at = now() - interval '1 minute' where id = $1",
        fixture.consultation.uuid(),
    )
    .await;
    let path = r::report_issue(fixture.consultation);
    let mut chair = fixture.browser(Chair).await;
    let page = chair.get(&path).await;
    assert!(page.texts(".notice").contains(&"No delegation has submitted a response.".to_owned()));
    assert_eq!(chair.submit(page.form_to(&path)).await.status, 303);
    assert_eq!(issued(&fixture).await.len(), 1);
}

/// Content and hash of what was issued.
async fn issued(fixture: &Fixture) -> Vec<(String, Vec<u8>)> {
    let rows =
        sqlx::query("select content, sha256 from reports order by number").fetch_all(&fixture.app.superuser).await;
    rows.unwrap().iter().map(|row| (row.get(0), row.get(1))).collect()
}

pub(super) async fn issue(fixture: &Fixture) {
    fixture.set_deadline(now() - TimeDelta::minutes(1)).await;
    let path = r::report_issue(fixture.consultation);
    let mut chair = fixture.browser(Chair).await;
    let form = chair.get(&path).await.form_to(&path);
    assert_eq!(chair.submit(form).await.status, 303);
}

#[tokio::test]
async fn what_is_issued_stays_as_it_was() {
    let fixture = Fixture::new().await;
    hand_over(&fixture, fixture.response, "CRI", &[(0, "Réponse[^1]\n\n[^1]: Note", "fr"), (1, "Zwei", "en")]).await;
    hand_over(&fixture, african_union(&fixture).await, "AU", &[(0, "نص", "ar"), (2, "Third", "en")]).await;
    let mut analyst = fixture.browser(Analyst).await;
    save(&mut analyst, &reading(&fixture, 0), "A *summary*.").await;
    issue(&fixture).await;
    let mut delegate = fixture.browser(OtherDelegation).await;
    let path = r::report(fixture.consultation);
    let before = delegate.get(&path).await;
    assert_eq!(before.status, 200);
    assert_eq!(before.texts(".summary em"), ["summary"]);
    assert_eq!(before.texts(".annex h4"), ["African Union", "Costa Rica", "Costa Rica", "African Union"]);
    assert_eq!(before.text(".annex .words[lang=ar][dir=rtl]"), "نص");
    assert_eq!(before.texts("tfoot tr"), ["All 2 2 3", "All 2 2 3", "All 1 1 3", "All 1 1 3"]);
    assert_eq!(
        before.text(".caveat"),
        "This summary was prepared by the presidency under its own responsibility and should not be considered as representing the views of the participants."
    );
    for statement in [
        "update participant_names set name = 'Renamed' where $1 is not null",
        "update regional_group_names set name = 'Renamed' where $1 is not null",
        "update consultations set title = 'Renamed', seat_time_zone = 'Asia/Tokyo' where id = $1",
        "update questions set text = 'Renamed' where consultation_id = $1",
        "delete from group_memberships where $1 is not null",
    ] {
        set(&fixture, statement, fixture.consultation.uuid()).await;
    }
    save(&mut analyst, &reading(&fixture, 0), "Another summary.").await;
    assert!(analyst.get(&reading(&fixture, 0)).await.main().contains("What is saved here since does not change it."));
    let article = |page: &Page| page.text("article.report");
    assert_eq!(article(&delegate.get(&path).await), article(&before));
    assert_eq!(article(&analyst.get(&path).await), article(&before));
    let (content, sha256) = issued(&fixture).await.remove(0);
    assert_eq!(Sha256::digest(content.as_bytes()).to_vec(), sha256);
    assert_eq!(before.text(".front .hash"), hex::encode(&sha256));
    let report: Report = serde_json::from_str(&content).unwrap();
    assert_eq!(report.canonical().unwrap(), content);
    assert_eq!(report.questions.iter().map(|question| question.answers.len()).sum::<usize>(), 4);
    assert_eq!(report.questions[0].answers[1].text, "Réponse[^1]\n\n[^1]: Note");
    assert_eq!(report.respondents[0].named.names[&Language::Fr], "Union africaine");
    let audit = sqlx::query("select detail from audit_events where chain_id = $1 and action = 'report_issued'")
        .bind(fixture.consultation.uuid())
        .fetch_one(&fixture.app.superuser)
        .await
        .unwrap();
    assert!(audit.get::<String, _>("detail").contains(&hex::encode(&sha256)));
}
