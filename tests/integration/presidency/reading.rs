//! Reading a question with all its answers.

use rapporteur::{
    domain::ids::{ConsultationId, QuestionId},
    web::routes as r,
};
use sqlx::Row;

use super::{african_union, forged, hand_over, reading};
use crate::support::fixture::{
    Fixture,
    Persona::{Analyst, Chair},
};

#[tokio::test]
async fn a_question_is_read_with_all_its_answers() {
    let fixture = Fixture::new().await;
    let text = "First *point*.[^1]\n\n<script>alert(1)</script>\n\n[^1]: A note.";
    let submission = hand_over(&fixture, fixture.response, "CRI", &[(0, text, "en"), (1, "Other", "en")]).await;
    hand_over(&fixture, african_union(&fixture).await, "AU", &[(0, "نص توضيحي", "ar")]).await;
    hand_over(&fixture, fixture.other_response, "FRA", &[(1, "Texte", "fr")]).await;
    let mut analyst = fixture.browser(Analyst).await;
    let page = analyst.get(&reading(&fixture, 0)).await;
    assert_eq!(page.status, 200);
    assert_eq!(page.texts("h1"), ["(a) Which question is (a)?"]);
    assert_eq!(page.texts(".answer h3"), ["African Union", "Costa Rica"]);
    assert_eq!(page.links("Costa Rica"), [r::submission_text(submission)]);
    assert_eq!(page.text(".answer .words[lang=ar][dir=rtl]"), "نص توضيحي");
    assert_eq!(page.texts(".answer .words[lang=en] em"), ["point"]);
    let facts = &page.texts(".answer header span")[0];
    assert!(facts.starts_with("Arabic · 2 words · received ") && facts.ends_with(" New York"), "{facts}");
    assert!(page.texts("script").iter().all(String::is_empty) && page.body.contains("alert(1)"));
    assert!(page.main().contains("Submitted without an answer to this question: France."));
    assert_eq!(page.texts(".facts dd")[0..2], ["2", "2"]);
    assert!(page.links("Previous").is_empty());
    assert_eq!(page.links("Next"), [reading(&fixture, 1)]);
    let last = analyst.get(&reading(&fixture, 2)).await;
    assert_eq!(last.links("Previous"), [reading(&fixture, 1)]);
    assert!(last.links("Next").is_empty());
    assert!(last.main().contains("Addressed to: African Union."));
    assert_eq!(last.text(".empty strong"), "No answer to this question has been received yet");
}

#[tokio::test]
async fn what_is_not_of_this_consultation_is_not_found() {
    let fixture = Fixture::new().await;
    let mut chair = fixture.browser(Chair).await;
    let foreign = QuestionId::new();
    let other = ConsultationId::new();
    sqlx::query(
        "insert into consultations (id, title, presidency_code, seat_time_zone, language, note, source, created_by, created_at)
         select $1, 'Other', 'ZAF', seat_time_zone, language, note, source, created_by, created_at from consultations",
    )
    .bind(other.uuid())
    .execute(&fixture.app.superuser)
    .await
    .unwrap();
    sqlx::query(
        "insert into questions (id, consultation_id, position, label, text) values ($1, $2, 1, '(a)', 'Other?')",
    )
    .bind(foreign.uuid())
    .bind(other.uuid())
    .execute(&fixture.app.superuser)
    .await
    .unwrap();
    let path = r::reading(fixture.consultation, foreign);
    assert_eq!(chair.get(&path).await.status, 404);
    let mut form = forged(&mut chair, &reading(&fixture, 0), path).await;
    form.add("base", "0").add("text", "Text").add("language", "en");
    assert_eq!(chair.submit(form).await.status, 404);
    assert_eq!(chair.get(&r::reading(other, foreign)).await.status, 404);
    for revision in ["1", "0", "-1", "x", "99999999999"] {
        let path = format!("{}?revision={revision}", reading(&fixture, 0));
        assert_eq!(chair.get(&path).await.status, 404, "{revision}");
    }
    let revisions = sqlx::query("select count(*) as n from summary_revisions").fetch_one(&fixture.app.superuser).await;
    assert_eq!(revisions.unwrap().get::<i64, _>("n"), 0);
}
