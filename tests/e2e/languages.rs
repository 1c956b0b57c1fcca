//! Every page in three languages, at both widths, with scripts and without.

use crate::{
    support::fixture::Fixture,
    walks,
    window::{Look, story},
};

/// From the first answer to the report that everybody reads, and the administrator's desk.
async fn everything(name: &str, look: Look) {
    let fixture = Fixture::new().await;
    walks::speak(&fixture, look.language).await;
    story(name, fixture.app.address, look, async |window| {
        walks::answer_and_submit(window, &fixture, look.language).await;
        walks::preside_and_report(window, &fixture, look.language).await;
        walks::read_the_report(window, &fixture).await;
        walks::administer(window, &fixture).await;
    })
    .await;
}

#[tokio::test]
async fn everything_in_arabic_on_a_phone() {
    everything("arabic-phone", Look::phone("ar")).await;
}

#[tokio::test]
async fn everything_in_french_on_a_desk() {
    everything("french-desk", Look::desk("fr")).await;
}

#[tokio::test]
async fn everything_in_english_on_a_phone_without_scripts() {
    everything("english-phone-no-scripts", Look { scripts: false, ..Look::phone("en") }).await;
}
