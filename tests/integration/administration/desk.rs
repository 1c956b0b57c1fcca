//! The list of accounts, and who sees what.

use rapporteur::{database::Principal, web::routes as r};

use super::{STRANGER, count, forged, memberships, new_account};
use crate::support::{
    fixture::{Fixture, Persona, add_account},
    words,
};
use Persona::{Administrator, Analyst, Approver, Chair, Drafter, FocalPoint, OtherDelegation, Outsider};

#[tokio::test]
async fn the_list_is_searched_and_paged() {
    let fixture = Fixture::new().await;
    let mut browser = fixture.browser(Administrator).await;
    for number in 0..120 {
        add_account(&fixture.app, &format!("delegate-{number:03}@mission.example"), false).await;
    }
    let page = browser.get("/administration").await;
    assert_eq!(page.texts("tbody tr").len(), 50);
    assert!(page.main().contains("1–50 of 128"), "{}", page.main());
    assert!(page.links("Previous page").is_empty());
    let second = browser.get(&page.links("Next page")[0]).await;
    assert!(second.main().contains("51–100 of 128"));
    let last = browser.get(&second.links("Next page")[0]).await;
    assert!(last.main().contains("101–128 of 128"));
    assert!(last.links("Next page").is_empty());
    for beyond in ["999", "9223372036854775807"] {
        let page = browser.get(&format!("/administration?page={beyond}")).await;
        assert!(page.main().contains("101–128 of 128"), "{beyond}");
    }
    for below in ["0", "-5", "x", ""] {
        assert!(browser.get(&format!("/administration?page={below}")).await.main().contains("1–50 of 128"));
    }
    let found = browser.get("/administration?q=DELEGATE-01").await;
    assert_eq!(found.texts("tbody tr").len(), 10);
    let found = browser.get("/administration?q=person%20behind%20chair").await;
    assert_eq!(found.texts("tbody th"), [Chair.email()]);
    assert_eq!(found.form("main form").value("q"), Some("person behind chair"));
    for nothing in ["%25", "_", "%00", "%E0%A4%A", "%5C"] {
        let page = browser.get(&format!("/administration?q={nothing}")).await;
        assert_eq!(page.status, 200, "{nothing}");
    }
    assert!(browser.get("/administration?q=%25").await.main().contains("No account"), "no wildcards");
    let paged = browser.get("/administration?q=mission.example&page=2").await;
    assert!(paged.main().contains("51–100 of 120"));
    assert!(browser.get(&paged.links("Next page")[0]).await.main().contains("101–120 of 120"));
}

#[tokio::test]
async fn the_list_says_state_and_roles() {
    let fixture = Fixture::new().await;
    let mut browser = fixture.browser(Administrator).await;
    new_account(&mut browser, STRANGER, "person", "").await;
    let outsider = fixture.account(Outsider).await;
    let page = browser.get(&r::administered_account(outsider)).await;
    let mut form = page.form_to(&r::account_state(outsider));
    form.add("state", "disabled");
    assert_eq!(browser.submit(form).await.status, 303);
    for (email, holds) in [
        (STRANGER.to_owned(), "Invited, not activated"),
        (Outsider.email(), "Disabled"),
        (Drafter.email(), "Drafter, Costa Rica"),
        (Administrator.email(), "Administrator"),
    ] {
        let page = browser.get(&format!("/administration?q={email}")).await;
        assert!(page.text("tbody tr").contains(holds), "{email}: {}", page.text("tbody tr"));
    }
    assert!(browser.get("/administration").await.links("Outgoing mail").contains(&r::outbox()));
    assert!(browser.get("/administration").await.links("Mailbox").is_empty(), "only in the demonstration");
}

#[tokio::test]
async fn nobody_else_administrates() {
    let fixture = Fixture::new().await;
    let outsider = fixture.account(Outsider).await;
    for persona in [FocalPoint, Approver, Drafter, OtherDelegation, Chair, Analyst, Outsider] {
        let mut browser = fixture.browser(persona).await;
        let page = browser.get("/account").await;
        assert!(page.links("Administration").is_empty());
        let fields =
            [("email", STRANGER), ("name", ""), ("language", "en"), ("purpose", "administrator"), ("participant", "")];
        assert_eq!(browser.submit(forged(&page, r::new_account(), &fields)).await.status, 404, "{persona:?}");
        let fields = [("role", "chair"), ("consultation", ""), ("participant", "ZAF")];
        assert_eq!(browser.submit(forged(&page, r::account_memberships(outsider), &fields)).await.status, 404);
        assert_eq!(browser.get("/administration").await.status, 404);
    }
    assert!(memberships(&fixture.app, outsider).await.is_empty());
}

#[tokio::test]
async fn an_administrator_reads_no_answers() {
    let fixture = Fixture::new().await;
    let submission = words::write(&fixture).await;
    let mut browser = fixture.browser(Administrator).await;
    for path in [
        r::board(fixture.consultation),
        r::reading(fixture.consultation, fixture.questions[0]),
        r::report(fixture.consultation),
        r::response(fixture.response),
        r::response_draft(fixture.response),
        r::submit(fixture.response),
        r::team(fixture.response),
        r::submission(submission),
        r::submission_text(submission),
        r::consultation(fixture.consultation),
        r::consultation_source(fixture.consultation),
    ] {
        let page = browser.get(&path).await;
        assert_eq!(page.status, 404, "{path}");
        assert!(!page.body.contains("Illustrative"), "{path}");
    }
    // and were a page wrong, the database would return nothing
    let account = fixture.account(Administrator).await;
    let mut transaction = fixture.app.context.database.begin(Principal::Account(account)).await.unwrap();
    for table in words::TABLES {
        let query = format!("select count(*) from {table}");
        let everything = count(&fixture.app, table).await;
        assert!(everything > 0, "{table} holds something");
        let seen: i64 = sqlx::query_scalar(sqlx::AssertSqlSafe(query)).fetch_one(&mut *transaction).await.unwrap();
        assert_eq!(seen, 0, "{table}");
    }
}
