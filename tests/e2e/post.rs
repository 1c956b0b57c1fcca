//! The mails that a story waits for: delivered into the folder of files, and read there as their reader's program does.

use std::fs;

use chrono::TimeDelta;
use chrono_tz::Tz;
use mailparse::{MailHeaderMap, ParsedMail};
use rapporteur::{
    mail::{Mailer, links::Links, transport::Transport},
    services::outbox,
    web::routes::MAIL_PATHS,
};

use crate::support::app::{TestApp, now};

/// Delivers what waits.
pub async fn deliver(app: &TestApp) {
    let mailer = Mailer {
        transport: Transport::Files(app.mailbox.path().to_owned()),
        from: "Rapporteur <rapporteur@test.example>".parse().unwrap(),
        links: Links::new(&format!("http://{}", app.address), MAIL_PATHS),
        seat: Tz::America__New_York,
    };
    // mails are dated by Postgres's clock, and this one stands still
    app.advance(now() - app.clock.now() + TimeDelta::seconds(5));
    while outbox::deliver_next(app.context.clone(), mailer.clone()).await.unwrap().is_some() {}
}

/// The text of every mail to an address, after delivering what waits.
pub async fn letters(app: &TestApp, email: &str) -> Vec<String> {
    deliver(app).await;
    let files = fs::read_dir(app.mailbox.path()).unwrap().map(|entry| entry.unwrap().path());
    let mails =
        files.filter(|path| path.extension().is_some_and(|kind| kind == "eml")).map(|path| fs::read(path).unwrap());
    mails
        .filter_map(|bytes| {
            let mail = mailparse::parse_mail(&bytes).unwrap();
            mail.headers.get_first_value("To").unwrap().contains(email).then(|| text(&mail).expect("a text part"))
        })
        .collect()
}

/// The path of the one-time link that was mailed to an address.
pub async fn one_time_link(app: &TestApp, email: &str) -> String {
    let letters = letters(app, email).await;
    let link = letters.iter().find_map(|text| {
        let start = text.find("/links/")?;
        text.get(start..start + "/links/".len() + 64)
    });
    link.unwrap_or_else(|| panic!("no link to {email} in {letters:?}")).to_owned()
}

fn text(mail: &ParsedMail<'_>) -> Option<String> {
    if mail.ctype.mimetype == "text/plain" {
        return Some(mail.get_body().unwrap());
    }
    mail.subparts.iter().find_map(text)
}
