//! My consultations, and a consultation's page.

use chrono::TimeDelta;

use crate::support::{
    app::now,
    browser::Browser,
    fixture::{Fixture, Persona, add_membership},
};

async fn list(fixture: &Fixture, persona: Persona) -> (Browser, crate::support::browser::Page) {
    let mut browser = fixture.browser(persona).await;
    let page = browser.visit("/").await;
    assert_eq!(page.status, 200);
    assert_eq!(page.path, "/consultations");
    (browser, page)
}

#[tokio::test]
async fn a_delegation_finds_its_state_the_deadline_and_the_next_step() {
    let fixture = Fixture::new().await;
    let (mut browser, page) = list(&fixture, Persona::Drafter).await;
    let entry = page.text("li.entry");
    for part in
        ["Concept note for a test", "Presidency: South Africa", "Costa Rica", "Not begun", "presidency@test.example"]
    {
        assert!(entry.contains(part), "{part}: {entry}");
    }
    assert!(entry.contains("New York") && entry.contains("days left"), "{entry}");
    assert_eq!(page.links("Begin your response"), [super::path(&fixture)]);
    super::answer(&fixture, &mut browser, "An answer.").await;
    let page = browser.get("/consultations").await;
    let entry = page.text("li.entry");
    assert!(entry.contains("In preparation") && entry.contains("Answers written: 1 of 3."), "{entry}");
    assert!(entry.contains("by Person behind drafter@test.example"), "{entry}");
    assert_eq!(page.links("Continue your response"), [super::path(&fixture)]);
    fixture.set_deadline(now() - TimeDelta::hours(1)).await;
    let entry = browser.get("/consultations").await.text("li.entry");
    assert!(entry.contains("Not submitted") && entry.contains("Open your draft"), "{entry}");
}

#[tokio::test]
async fn the_days_tell_two_consultations_of_one_title_apart() {
    let fixture = Fixture::new().await;
    let window = "update consultations set seat_time_zone = 'Asia/Tokyo', opened_at = '2026-10-01T16:00:00Z', closes_at = '2026-11-06T12:00:00Z'";
    sqlx::query(window).execute(&fixture.app.superuser).await.unwrap();
    let (_, page) = list(&fixture, Persona::Drafter).await;
    let entry = page.text("li.entry");
    assert!(entry.contains("Period for answers: 2 October 2026 to 6 November 2026"), "{entry}");
}

#[tokio::test]
async fn nothing_stands_between_a_chinese_colon_and_what_follows() {
    let fixture = Fixture::new().await;
    let mut browser = fixture.browser(Persona::FocalPoint).await;
    super::answer(&fixture, &mut browser, "An answer.").await;
    let open = |page: crate::support::browser::Page| {
        let colon = regex::Regex::new("[:：]( ?)<a href=\"#question-2\"").unwrap();
        colon.captures(&page.body).map(|found| found[1].to_owned())
    };
    let check = format!("{}/submit", super::path(&fixture));
    assert_eq!(open(browser.get(&check).await), Some(" ".to_owned()));
    sqlx::query("update accounts set language = 'zh'").execute(&fixture.app.superuser).await.unwrap();
    assert_eq!(open(browser.get(&check).await), Some(String::new()));
}

#[tokio::test]
async fn another_delegation_learns_nothing() {
    let fixture = Fixture::new().await;
    let mut browser = fixture.browser(Persona::FocalPoint).await;
    super::answer(&fixture, &mut browser, "Kept among ourselves").await;
    let (mut other, page) = list(&fixture, Persona::OtherDelegation).await;
    let shown = page.main() + &other.get(&format!("/consultations/{}", fixture.consultation)).await.main();
    assert!(shown.contains("France") && shown.contains("Not begun"), "{shown}");
    for secret in ["Costa Rica", "among ourselves", "In preparation"] {
        assert!(!shown.contains(secret), "{secret}: {shown}");
    }
}

#[tokio::test]
async fn the_presidency_is_led_to_its_own_pages() {
    let fixture = Fixture::new().await;
    let (mut browser, page) = list(&fixture, Persona::Chair).await;
    assert_eq!(page.links("See who has answered"), [format!("/consultations/{}/board", fixture.consultation)]);
    fixture.set_deadline(now() - TimeDelta::hours(1)).await;
    let page = browser.get("/consultations").await;
    assert_eq!(page.links("Prepare the report"), [format!("/consultations/{}/report", fixture.consultation)]);
    sqlx::query("update consultations set opened_at = null").execute(&fixture.app.superuser).await.unwrap();
    let page = browser.get("/consultations").await;
    assert_eq!(page.links("Continue the set-up"), [format!("/consultations/{}/settings", fixture.consultation)]);
    assert_eq!(browser.get(&format!("/consultations/{}", fixture.consultation)).await.status, 200);
    // nobody of a delegation sees what is being prepared
    let (mut delegate, page) = list(&fixture, Persona::FocalPoint).await;
    assert!(page.text(".empty").contains("No consultation yet"));
    for path in [format!("/consultations/{}", fixture.consultation), super::path(&fixture)] {
        assert_eq!(delegate.get(&path).await.status, 404, "{path}");
    }
}

#[tokio::test]
async fn whoever_has_no_consultation_is_told_what_comes_next() {
    let fixture = Fixture::new().await;
    let (_, page) = list(&fixture, Persona::Outsider).await;
    assert!(page.text(".empty").contains("you get an e-mail"));
    let (_, page) = list(&fixture, Persona::Administrator).await;
    assert!(page.html().select(&scraper::Selector::parse(".empty a[href='/administration']").unwrap()).count() == 1);
    add_membership(&fixture.app, &Persona::Outsider.email(), "chair", None, Some("FRA")).await;
    let (_, page) = list(&fixture, Persona::Outsider).await;
    assert!(page.html().select(&scraper::Selector::parse(".empty a[href='/new-consultation']").unwrap()).count() == 1);
}

#[tokio::test]
async fn the_page_shows_note_links_and_to_whom_questions_are_addressed() {
    let fixture = Fixture::new().await;
    let mut browser = fixture.browser(Persona::FocalPoint).await;
    let path = format!("/consultations/{}", fixture.consultation);
    let page = browser.get(&path).await;
    assert_eq!(page.status, 200);
    assert_eq!(page.text("h1"), "Concept note for a test");
    assert_eq!(page.text("#p-1 .no"), "1");
    assert_eq!(
        page.links("S/PRST/2007/3"),
        ["https://undocs.org/S/PRST/2007/3"; 2],
        "in the text and among those cited"
    );
    assert_eq!(page.texts(".asks > li").len(), 3);
    assert_eq!(page.text(".asks .to"), "Addressed to: African Union. Other delegations may answer if they wish.");
    assert!(page.text(".facts").contains("3 December 2020, 08:30 New York"));
    assert!(page.text("#letter").contains("25 November 2020"));
    assert!(page.texts("#letter .letter").is_empty(), "no letter was kept with it");
    let letter = ["Excellency,", "See A/RES/70/1.\nAnd more."];
    sqlx::query("update consultations set letter = $1")
        .bind(&letter[..])
        .execute(&fixture.app.superuser)
        .await
        .unwrap();
    let page = browser.get(&path).await;
    assert_eq!(page.texts("#letter .letter[lang=en] p"), ["Excellency,", "See A/RES/70/1 . And more."]);
    assert_eq!(page.links("A/RES/70/1"), ["https://undocs.org/A/RES/70/1"]);
    let mut form = page.form_to("/language");
    form.add("language", "fr");
    let page = browser.send_form(form).await;
    assert!(page.text(".asks .to").contains("Question adressée à : Union africaine."), "{}", page.text(".asks .to"));
}

#[tokio::test]
async fn the_note_is_downloaded_as_it_was_handed_in() {
    let fixture = Fixture::new().await;
    let path = format!("/consultations/{}/source", fixture.consultation);
    let mut browser = fixture.browser(Persona::FocalPoint).await;
    let page = browser.get(&path).await;
    assert_eq!((page.status.as_u16(), page.body.as_str()), (200, "source"));
    let header = |name: &str| page.headers.get(name).unwrap().to_str().unwrap().to_owned();
    assert_eq!(header("content-type"), "application/octet-stream");
    assert_eq!(header("content-disposition"), "attachment; filename*=UTF-8''note%2Etxt");
    assert_eq!(header("x-content-type-options"), "nosniff");
    assert_eq!(fixture.browser(Persona::Outsider).await.get(&path).await.status, 404);
}

#[tokio::test]
async fn every_page_can_be_read_in_every_language() {
    let fixture = Fixture::new().await;
    let mut browser = fixture.browser(Persona::FocalPoint).await;
    super::answer(&fixture, &mut browser, "An answer with *stress*.").await;
    let response = super::path(&fixture);
    let mut paths = vec!["/consultations".to_owned(), format!("/consultations/{}", fixture.consultation)];
    paths.extend(["", "/draft", "/submit", "/team"].map(|end| format!("{response}{end}")));
    for language in ["ar", "en", "es", "fr", "ru", "zh"] {
        sqlx::query("update accounts set language = $1").bind(language).execute(&fixture.app.superuser).await.unwrap();
        for path in &paths {
            let page = browser.get(path).await;
            assert_eq!(page.status, 200, "{language} {path}");
            assert_eq!(page.texts("h1").len(), 1, "{language} {path}");
            let html = page.html();
            let root = html.root_element();
            assert_eq!(root.value().attr("lang"), Some(language), "{path}");
            let mut ids: Vec<_> = root
                .select(&scraper::Selector::parse("[id]").unwrap())
                .map(|element| element.value().attr("id").unwrap().to_owned())
                .collect();
            let all = ids.len();
            ids.sort();
            ids.dedup();
            assert_eq!(ids.len(), all, "an id stands twice on {path}");
        }
    }
}
