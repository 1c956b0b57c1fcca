//! Who is invited: order, addresses, changes before and after the opening.

use rapporteur::web::routes as r;

use super::{CHAIR, audited, chair, count, create, invite, mail, mails, press, set_deadline};
use crate::support::fixture::add_account;

#[tokio::test]
async fn participants_stand_in_the_readers_alphabetical_order() {
    let (app, mut browser) = chair().await;
    let id = create(&mut browser).await;
    for (language, in_groups, in_all) in [
        (
            "fr",
            ["Djibouti", "Égypte", "Érythrée", "Eswatini", "Éthiopie", "Gabon"],
            ["Costa Rica", "Côte d’Ivoire", "Croatie", "Cuba"],
        ),
        (
            "zh",
            ["阿尔及利亚", "埃及", "埃塞俄比亚", "安哥拉", "乍得", "中非共和国"],
            ["阿尔巴尼亚", "阿尔及利亚", "越南", "中国"],
        ),
    ] {
        sqlx::query("update accounts set language = $1").bind(language).execute(&app.superuser).await.unwrap();
        let page = browser.get(&r::participants(id)).await;
        let names = page.texts(".chooser-row label");
        assert_eq!(names.len(), 200, "everybody once");
        assert!(in_order(&names, &in_groups), "{language}: {names:?}");
        let page = browser.get(&r::questions(id)).await;
        let names = page.texts("#question-0-to-0 optgroup:last-of-type option");
        assert_eq!(names.len(), 193);
        assert!(in_order(&names, &in_all), "{language}: {names:?}");
    }
}

/// Whether these names are all there, in this order.
fn in_order(names: &[String], wanted: &[&str]) -> bool {
    let places: Vec<_> = wanted.iter().map(|name| names.iter().position(|other| other == name)).collect();
    places.iter().all(Option::is_some) && places.is_sorted()
}

#[tokio::test]
async fn before_the_opening_the_list_can_be_changed_in_every_way() {
    let (app, mut browser) = chair().await;
    let id = create(&mut browser).await;
    invite(&mut browser, id, &[("CRI", "one@mission.example"), ("FRA", "fra@mission.example"), ("AU", "")]).await;
    assert_eq!(count(&app, "responses").await, 3);
    // another focal point for one, none any more for another, a third is taken off
    let mut form = browser.get(&r::participants(id)).await.form_to(&r::participants(id));
    assert_eq!(form.value("focal-point-CRI"), Some("one@mission.example"));
    form.set("focal-point-CRI", "two@mission.example").set("focal-point-FRA", "");
    form.fields.retain(|(name, value)| name != "participants" || value != "AU");
    assert_eq!(browser.submit(form).await.status, 303);
    assert_eq!(count(&app, "responses").await, 2);
    let form = browser.get(&r::participants(id)).await.form_to(&r::participants(id));
    assert_eq!(form.value("focal-point-CRI"), Some("two@mission.example"));
    assert_eq!(form.value("focal-point-FRA"), Some(""));
    assert_eq!(mails(&app).await, [], "and nobody has heard of it");
    let actions = audited(&app, id).await;
    assert_eq!(actions.iter().filter(|action| *action == "membership_ended").count(), 2);
    // unchanged, it changes nothing
    let memberships = count(&app, "memberships").await;
    assert_eq!(browser.submit(form).await.status, 303);
    assert_eq!(count(&app, "memberships").await, memberships);
}

#[tokio::test]
async fn an_address_is_checked_in_its_row() {
    let (app, mut browser) = chair().await;
    let id = create(&mut browser).await;
    let mut form = browser.get(&r::participants(id)).await.form_to(&r::participants(id));
    form.add("participants", "ARM").set("focal-point-ARM", "nobody").set("focal-point-BEN", "ben@mission.example");
    let page = browser.submit(form).await;
    assert_eq!(page.status, 422);
    let errors = page.texts(".errors li");
    assert_eq!(errors.len(), 2);
    assert!(errors[0].starts_with("Benin: There is an address here"), "in the page's order: {errors:?}");
    assert!(errors[1].starts_with("Armenia: "), "{errors:?}");
    assert_eq!(page.form_to(&r::participants(id)).value("focal-point-ARM"), Some("nobody"));
    assert_eq!(count(&app, "responses").await, 0);
    let mut form = browser.get(&r::participants(id)).await.form_to(&r::participants(id));
    form.add("participants", "XYZ");
    assert_eq!(browser.submit(form).await.status, 400);
}

#[tokio::test]
async fn while_it_is_open_newcomers_are_written_to_at_once_and_nobody_leaves() {
    let (app, mut browser) = chair().await;
    let id = create(&mut browser).await;
    set_deadline(&mut browser, id, 10).await;
    invite(&mut browser, id, &[("CRI", "cri@mission.example")]).await;
    press(&mut browser, &r::settings(id), &r::opening(id)).await;
    add_account(&app, "known@mission.example", false).await;
    let list = [("FRA", "known@mission.example"), ("EGY", "egy@mission.example")];
    assert_eq!(invite(&mut browser, id, &list).await.status, 303);
    assert_eq!(
        mails(&app).await,
        [
            mail("activation", "cri@mission.example"),
            mail("activation", "egy@mission.example"),
            mail("opened", "known@mission.example")
        ]
    );
    // the boxes of those invited are shut, so the form does not send them: they stay
    let mut form = browser.get(&r::participants(id)).await.form_to(&r::participants(id));
    assert_eq!(form.value("participants"), None);
    form.set("focal-point-CRI", "");
    let page = browser.submit(form.clone()).await;
    assert_eq!(page.status, 422);
    assert!(page.text(".errors").contains("a delegation keeps a focal point"));
    form.set("focal-point-CRI", "cri.two@mission.example");
    assert_eq!(browser.submit(form).await.status, 303);
    assert_eq!(count(&app, "responses").await, 3);
    assert!(mails(&app).await.contains(&mail("activation", "cri.two@mission.example")));
    assert!(!mails(&app).await.iter().any(|(_, email)| email == CHAIR), "the chair knows what the chair did");
}

#[tokio::test]
async fn the_database_itself_keeps_an_invitation_after_the_opening() {
    let (app, mut browser) = chair().await;
    let id = create(&mut browser).await;
    set_deadline(&mut browser, id, 10).await;
    invite(&mut browser, id, &[("CRI", "cri@mission.example"), ("FRA", "fra@mission.example")]).await;
    let by = crate::support::fixture::account_id(&app, CHAIR).await;
    let take_off = async |code: &str| {
        let mut transaction = app.context.database.begin((&by).into()).await.unwrap();
        let code = rapporteur::domain::participant::ParticipantCode::parse(code).unwrap();
        let gone = rapporteur::store::responses::uninvite(&mut transaction, id, &code).await.unwrap();
        transaction.commit().await.unwrap();
        gone
    };
    assert!(take_off("FRA").await);
    press(&mut browser, &r::settings(id), &r::opening(id)).await;
    assert!(!take_off("CRI").await);
    assert_eq!(count(&app, "responses").await, 1);
}
