//! The outbox: secrets are made at delivery, nothing goes out twice, nothing is lost.

use std::{collections::BTreeSet, time::Duration};

use chrono::TimeDelta;
use rapporteur::{
    database::Principal,
    domain::{
        ids::MailId,
        line::EmailAddress,
        mail::{Mail, Message},
    },
    jobs::Worker,
    mail::transport::{Kept, Transport},
    services::{accounts, outbox},
    store,
};
use sqlx::Row;

use super::{Arrived, BASE, add_submission, deliver_all, delivered, mailer, only_mail, row, to_files};
use crate::support::{
    app::now,
    fixture::{Fixture, Persona, account_id, add_account},
};

async fn enqueue(fixture: &Fixture, persona: Persona, message: Message, key: usize) -> MailId {
    let mail = Mail::new(fixture.account(persona).await, message, key);
    let context = &fixture.app.context;
    let mut transaction = context.database.begin(Principal::Job).await.unwrap();
    assert!(store::mails::enqueue(&mut transaction, &mail, context.clock.now()).await.unwrap());
    transaction.commit().await.unwrap();
    mail.id
}

#[tokio::test]
async fn a_one_time_link_is_made_at_delivery_and_works() {
    let fixture = Fixture::new().await;
    let app = &fixture.app;
    let email = EmailAddress::parse("new.person@test.example").unwrap();
    add_account(app, email.as_typed(), false).await;
    sqlx::query("update accounts set activated_at = null, password_hash = null, language = 'fr' where email_key = $1")
        .bind(email.key())
        .execute(&app.superuser)
        .await
        .unwrap();
    accounts::request_reset(app.context.clone(), email.clone(), None).await.unwrap();
    let stored: String = sqlx::query("select payload::text from mails").fetch_one(&app.superuser).await.unwrap().get(0);
    assert!(stored.len() < 100, "the outbox holds no secret: {stored}");
    let links: i64 = super::count(app, "one_time_links").await;
    assert_eq!(links, 0);
    let mails = delivered(app).await;
    assert_eq!(mails.len(), 1);
    let mail = &mails[0];
    assert_eq!((mail.subject.as_str(), mail.reply_to.as_deref()), ("Invitation à utiliser Rapporteur", None));
    let link = mail.links().into_iter().find(|link| link.contains("/links/")).unwrap();
    let mut browser = app.browser();
    let page = browser.get(link.strip_prefix(BASE).unwrap()).await;
    assert_eq!(page.status, 200);
    let mut form = page.form("main form");
    form.set("name", "A new person")
        .set("password", "four words are long enough")
        .set("again", "four words are long enough");
    assert_eq!(browser.submit(form).await.status, 303);
    let page = browser.sign_in(email.as_typed(), "four words are long enough").await;
    assert_eq!(page.status, 303);
}

#[tokio::test]
async fn every_message_is_delivered_with_its_facts() {
    let fixture = Fixture::new().await;
    let app = &fixture.app;
    let consultation = fixture.consultation;
    let submission = add_submission(&fixture, "CRI", now(), &fixture.questions[..1]).await;
    let messages = [
        Message::Opened { consultation },
        Message::Extended { consultation, closes_at: now() + TimeDelta::days(30) },
        Message::Closed { consultation },
        Message::Acknowledgement { submission, consultation, reference: "unused".to_owned() },
        Message::ReportIssued { consultation },
        Message::Activation { consultation: Some(consultation) },
        Message::PasswordReset,
        Message::PasswordChanged,
        Message::MembershipChanged {
            consultation: Some(consultation),
            person: "somebody@test.example".to_owned(),
            role: "drafter".to_owned(),
            began: true,
        },
    ];
    let wanted = messages.len();
    for (key, message) in messages.into_iter().enumerate() {
        enqueue(&fixture, Persona::FocalPoint, message, key).await;
    }
    let mails = delivered(app).await;
    assert_eq!(mails.len(), wanted);
    for mail in &mails {
        let of_consultation = mail.text.contains("Concept note for a test");
        let contact = "\"Secretariat of the presidency\" <presidency@test.example>";
        assert_eq!(mail.reply_to.as_deref(), of_consultation.then_some(contact), "{}", mail.subject);
    }
    let receipt = mails.iter().find(|mail| mail.subject.starts_with("Received: TEST-CRI-")).unwrap();
    assert!(receipt.text.contains("Costa Rica") && receipt.text.contains("Ana Signatory · Permanent Representative"));
    // the person has a password: no second way in is handed out
    let activation = mails.iter().find(|mail| mail.subject.starts_with("Invitation")).unwrap();
    assert!(!activation.text.contains("/links/") && activation.text.contains("/sign-in"), "{}", activation.text);
}

#[tokio::test]
async fn shut_accounts_get_no_mail() {
    let fixture = Fixture::new().await;
    let mail = enqueue(&fixture, Persona::Drafter, Message::Opened { consultation: fixture.consultation }, 1).await;
    sqlx::query("update accounts set disabled_at = now() where email_key = $1")
        .bind(Persona::Drafter.email())
        .execute(&fixture.app.superuser)
        .await
        .unwrap();
    assert!(delivered(&fixture.app).await.is_empty());
    assert_eq!(row(&fixture.app, mail.uuid()).await, ("failed".to_owned(), 1, Some("no-recipient".to_owned())));
}

#[tokio::test]
async fn many_deliverers_send_each_mail_once() {
    let fixture = Fixture::new().await;
    let app = &fixture.app;
    let mut wanted = BTreeSet::new();
    for key in 0..24 {
        wanted.insert(
            enqueue(&fixture, Persona::Chair, Message::Closed { consultation: fixture.consultation }, key).await,
        );
    }
    app.advance(TimeDelta::seconds(30));
    let kept = Kept::default();
    let mailer = mailer(Transport::Memory(kept.clone()));
    let deliverers = (0..4).map(|_| {
        let (context, mailer) = (app.context.clone(), mailer.clone());
        tokio::spawn(
            async move { while outbox::deliver_next(context.clone(), mailer.clone()).await.unwrap().is_some() {} },
        )
    });
    for deliverer in deliverers.collect::<Vec<_>>() {
        deliverer.await.unwrap();
    }
    let sent: Vec<MailId> = kept.all().iter().map(|(id, _)| *id).collect();
    assert_eq!(sent.len(), wanted.len(), "none twice, none left out");
    assert_eq!(sent.into_iter().collect::<BTreeSet<_>>(), wanted);
}

#[tokio::test]
async fn what_a_crashed_server_left_is_tried_again_or_uncertain() {
    let fixture = Fixture::new().await;
    let app = &fixture.app;
    enqueue(&fixture, Persona::Chair, Message::Closed { consultation: fixture.consultation }, 1).await;
    let mail = only_mail(app).await;
    let claim = async || {
        let now = app.context.clock.now();
        let mut transaction = app.context.database.begin(Principal::Job).await.unwrap();
        let claimed = store::mails::claim(&mut transaction, now, now + TimeDelta::minutes(1)).await.unwrap();
        transaction.commit().await.unwrap();
        claimed
    };
    // it stopped while it put the mail together: nothing can have gone out
    let first = claim().await.unwrap();
    assert!(claim().await.is_none(), "held by the first");
    app.advance(TimeDelta::minutes(2));
    let second = claim().await.unwrap();
    // the first comes back late and must not hand it over too
    let lease = app.context.clock.now() + TimeDelta::minutes(1);
    let mut transaction = app.context.database.begin(Principal::Job).await.unwrap();
    assert!(!store::mails::set_sending(&mut transaction, &first, lease).await.unwrap());
    assert!(store::mails::set_sending(&mut transaction, &second, lease).await.unwrap());
    transaction.commit().await.unwrap();
    // the second stopped during the hand-over
    assert_eq!(outbox::give_up(app.context.clone()).await.unwrap(), 0, "its lease still runs");
    app.advance(TimeDelta::minutes(2));
    assert_eq!(outbox::give_up(app.context.clone()).await.unwrap(), 1);
    assert!(delivered(app).await.is_empty());
    assert_eq!(row(app, mail).await, ("uncertain".to_owned(), 1, Some("interrupted".to_owned())));
}

#[tokio::test]
async fn files_are_whole_and_private() {
    use std::os::unix::fs::PermissionsExt;
    let fixture = Fixture::new().await;
    let mail = enqueue(&fixture, Persona::Chair, Message::PasswordReset, 1).await;
    let folder = fixture.app.mailbox.path().join("made on demand");
    assert_eq!(deliver_all(&fixture.app, &to_files(&folder)).await, 1);
    let files: Vec<_> = std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    assert_eq!(files, [folder.join(format!("{mail}.eml"))]);
    assert_eq!(std::fs::metadata(&files[0]).unwrap().permissions().mode() & 0o777, 0o600);
    Arrived::read(&std::fs::read(&files[0]).unwrap());
    // a folder that cannot be written: it waits
    let mail = enqueue(&fixture, Persona::Chair, Message::PasswordReset, 2).await;
    assert_eq!(deliver_all(&fixture.app, &to_files(&files[0])).await, 1);
    assert_eq!(row(&fixture.app, mail.uuid()).await, ("pending".to_owned(), 1, Some("not-written".to_owned())));
}

#[tokio::test]
async fn the_worker_delivers_and_stops_when_told() {
    let fixture = Fixture::new().await;
    let app = &fixture.app;
    let kept = Kept::default();
    let worker = Worker::new(app.context.clone(), mailer(Transport::Memory(kept.clone())));
    let wake = worker.wake();
    let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
    let running = tokio::spawn(worker.run(async move {
        let _ = stopped.await;
    }));
    enqueue(&fixture, Persona::Chair, Message::PasswordChanged, 1).await;
    // a message that cannot be read must not stop the others
    sqlx::query("insert into mails (id, kind, dedupe_key, account_id, payload, due_at, created_at) values ($1, 'x', 'x', $2, '{}', $3, $3)")
        .bind(MailId::new().uuid())
        .bind(account_id(app, &Persona::Chair.email()).await.uuid())
        .bind(now() - TimeDelta::days(1))
        .execute(&app.superuser)
        .await
        .unwrap();
    enqueue(&fixture, Persona::Analyst, Message::PasswordChanged, 2).await;
    wake.notify_one();
    tokio::time::timeout(Duration::from_secs(20), async {
        while kept.all().len() < 2 {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    })
    .await
    .expect("both mails arrive");
    stop.send(()).unwrap();
    tokio::time::timeout(Duration::from_secs(20), running).await.expect("it stops").unwrap();
    enqueue(&fixture, Persona::Chair, Message::PasswordReset, 3).await;
    assert_eq!(kept.all().len(), 2);
}
