//! Who is invited: order, addresses, changes before and after the opening.

use rapporteur::{
    domain::{
        access::{CanConduct, ConsultationSubject, Permission, Visitor},
        ids::ConsultationId,
        line::EmailAddress,
        participant::ParticipantCode,
    },
    services::invitations::{self, Invitation, Replacement},
    store,
    web::routes as r,
};

use super::{CHAIR, audited, chair, count, create, day, invite, mail, mails, press, set_deadline};
use crate::support::{
    app::TestApp,
    browser::Browser,
    fixture::{add_account, add_membership},
};

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
            mail("activation", "known@mission.example")
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

/// A consultation that is open, with an active focal point for Costa Rica and one for France who has not come yet.
async fn opened(app: &TestApp, browser: &mut Browser) -> ConsultationId {
    let id = create(browser).await;
    set_deadline(browser, id, 10).await;
    add_account(app, "cri@mission.example", false).await;
    invite(browser, id, &[("CRI", "cri@mission.example"), ("FRA", "fra@mission.example")]).await;
    assert_eq!(press(browser, &r::settings(id), &r::opening(id)).await.status, 303);
    id
}

async fn ended(app: &TestApp) -> i64 {
    count(app, "memberships where ended_at is not null").await
}

#[tokio::test]
async fn an_active_focal_point_is_not_replaced_by_the_chair() {
    let (app, mut browser) = chair().await;
    let id = opened(&app, &mut browser).await;
    let page = invite(&mut browser, id, &[("CRI", "other@mission.example"), ("EGY", "egy@mission.example")]).await;
    assert_eq!(page.status, 422);
    assert!(page.text("#mail-CRI-error").contains("focal point is active"), "{}", page.main());
    assert_eq!(page.form_to(&r::participants(id)).value("focal-point-CRI"), Some("other@mission.example"));
    assert_eq!((ended(&app).await, count(&app, "responses").await), (0, 2), "nothing is stored");
    // nor beside a first one who has not come yet
    add_account(&app, "late@mission.example", false).await;
    add_membership(&app, "late@mission.example", "focal_point", Some(id), Some("FRA")).await;
    assert_eq!(invite(&mut browser, id, &[("FRA", "other@mission.example")]).await.status, 422);
    assert_eq!(ended(&app).await, 0);
}

#[tokio::test]
async fn nobody_is_on_both_sides() {
    let (app, mut browser) = chair().await;
    let id = opened(&app, &mut browser).await;
    for (code, email) in [("FRA", CHAIR), ("EGY", "Chair@Presidency.example")] {
        let page = invite(&mut browser, id, &[(code, email)]).await;
        assert_eq!(page.status, 422);
        assert!(page.text(&format!("#mail-{code}-error")).contains("presidency’s team"), "{}", page.main());
    }
    assert_eq!((ended(&app).await, count(&app, "responses").await), (0, 2));
    let mut form = browser.get(&r::presidency(id)).await.form_to(&r::presidency(id));
    form.set("email", "cri@mission.example");
    let page = browser.submit(form).await;
    assert_eq!(page.status, 422);
    assert!(page.text("#email-error").contains("acts for a delegation"), "{}", page.main());
}

#[tokio::test]
async fn who_is_replaced_and_the_rest_of_the_delegation_are_told() {
    let (app, mut browser) = chair().await;
    let id = opened(&app, &mut browser).await;
    add_account(&app, "drafter@mission.example", false).await;
    add_membership(&app, "drafter@mission.example", "drafter", Some(id), Some("FRA")).await;
    assert_eq!(invite(&mut browser, id, &[("FRA", "new@mission.example")]).await.status, 303);
    let told: Vec<_> = mails(&app).await.into_iter().filter(|(kind, _)| kind == "membership_changed").collect();
    let drafter = mail("membership_changed", "drafter@mission.example");
    assert_eq!(told, [drafter.clone(), drafter, mail("membership_changed", "fra@mission.example")]);
}

#[tokio::test]
async fn an_old_list_takes_no_focal_points_place() {
    let (app, mut browser) = chair().await;
    let id = opened(&app, &mut browser).await;
    let old = browser.get(&r::participants(id)).await.form_to(&r::participants(id));
    assert_eq!(old.value("shown-CRI"), Some("cri@mission.example"));
    // meanwhile both delegations name somebody else
    sqlx::query("update memberships set ended_at = now() where role = 'focal_point'")
        .execute(&app.superuser)
        .await
        .unwrap();
    add_account(&app, "successor@mission.example", false).await;
    for code in ["CRI", "FRA"] {
        add_membership(&app, "successor@mission.example", "focal_point", Some(id), Some(code)).await;
    }
    let mut touched = old.clone();
    assert_eq!(browser.submit(old).await.status, 303, "what was not touched is left as it is");
    assert_eq!(count(&app, "memberships where role = 'focal_point' and ended_at is null").await, 2);

    touched.set(
        "version",
        browser.get(&r::participants(id)).await.form_to(&r::participants(id)).value("version").unwrap(),
    );
    touched.set("focal-point-FRA", "third@mission.example");
    let page = browser.submit(touched).await;
    assert_eq!(page.status, 422);
    assert!(page.text("#mail-FRA-error").contains("changed in the meantime"), "{}", page.main());
    let again = page.form_to(&r::participants(id));
    assert_eq!(again.value("focal-point-CRI"), Some("successor@mission.example"));
    assert_eq!(again.value("shown-FRA"), Some("successor@mission.example"));
    assert_eq!(again.value("focal-point-FRA"), Some("third@mission.example"));
    assert_eq!(count(&app, "memberships where role = 'focal_point' and ended_at is null").await, 2);
}

#[tokio::test]
async fn the_whole_delegation_is_written_to_at_the_opening_and_at_an_extension() {
    let (app, mut browser) = chair().await;
    let id = create(&mut browser).await;
    set_deadline(&mut browser, id, 10).await;
    invite(&mut browser, id, &[("CRI", "cri@mission.example")]).await;
    for (email, role) in [("approver@mission.example", "approver"), ("drafter@mission.example", "drafter")] {
        add_account(&app, email, false).await;
        add_membership(&app, email, role, Some(id), Some("CRI")).await;
    }
    sqlx::query("update accounts set activated_at = null, password_hash = null where email_key like 'drafter@%'")
        .execute(&app.superuser)
        .await
        .unwrap();
    press(&mut browser, &r::settings(id), &r::opening(id)).await;
    let written = [
        mail("activation", "cri@mission.example"),
        mail("activation", "drafter@mission.example"),
        mail("opened", "approver@mission.example"),
    ];
    assert_eq!(mails(&app).await, written);
    let mut form = browser.get(&r::extension(id)).await.form_to(&r::extension(id));
    form.set("deadline_date", &day(12));
    assert_eq!(browser.submit(form).await.status, 303);
    let again = mails(&app).await;
    assert_eq!(again.iter().filter(|entry| **entry == written[1]).count(), 2, "a fresh link: {again:?}");
    assert!(again.contains(&mail("extended", "approver@mission.example")));
}

#[tokio::test]
async fn two_lists_with_the_same_new_addresses_in_opposite_order_are_both_stored() {
    let (app, mut browser) = chair().await;
    let (one, other) = (create(&mut browser).await, create(&mut browser).await);
    let account = crate::support::fixture::account_id(&app, CHAIR).await;
    let mut superuser = app.superuser.acquire().await.unwrap();
    let codes: Vec<String> = sqlx::query_scalar("select code from participants order by code limit 60")
        .fetch_all(&mut *superuser)
        .await
        .unwrap();
    let memberships = store::memberships::of_account(&mut superuser, account).await.unwrap();
    let visitor = Visitor { account, administrator: false, memberships };
    let list = |backwards: bool| -> Vec<Invitation> {
        let place = |n: usize| if backwards { codes.len() - n } else { n };
        let address = |n: usize| EmailAddress::parse(&format!("focal.{:02}@mission.example", place(n))).unwrap();
        let invitation = |(n, code): (usize, &String)| Invitation {
            participant: ParticipantCode::parse(code).unwrap(),
            focal_point: Some(Replacement { shown: None, given: Some(address(n)) }),
        };
        codes.iter().enumerate().map(invitation).collect()
    };
    let store = |consultation: ConsultationId, backwards: bool| {
        let subject = ConsultationSubject { consultation, opened: false, reported: false };
        let access = CanConduct::decide(Some(&visitor), &subject).unwrap();
        tokio::spawn(invitations::set(app.context.clone(), access, 1, list(backwards)))
    };
    let (first, second) = (store(one, false), store(other, true));
    first.await.unwrap().unwrap();
    second.await.unwrap().unwrap();
    assert_eq!(count(&app, "responses").await, 120);
}
