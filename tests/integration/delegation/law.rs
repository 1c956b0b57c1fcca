//! The law of saving, tried in random orders against the database.

use proptest::{
    prelude::*,
    strategy::ValueTree,
    test_runner::{Config, TestRng, TestRunner},
};
use rapporteur::services::responses;

use super::{draft, may_edit, revisions};
use crate::support::fixture::{Fixture, Persona};

/// Writers that each know some earlier state, and post a text.
#[tokio::test]
async fn every_text_posted_is_stored_or_given_back() {
    let fixture = Fixture::new().await;
    let access = may_edit(&fixture, Persona::Drafter).await;
    let mut runner =
        TestRunner::new_with_rng(Config::default(), TestRng::deterministic_rng(Config::default().rng_algorithm));
    let posts = prop::collection::vec((0usize..3, 0i32..4, "[abc]{0,2}"), 60);
    let posts = posts.new_tree(&mut runner).unwrap().current();
    let (mut stored, mut returned) = (0, 0);
    for (which, age, text) in posts {
        let question = fixture.questions[which];
        let before = revisions(&fixture.app, question).await;
        let newest = i32::try_from(before.len()).unwrap();
        let base = (newest - age).max(0);
        let post = draft(question, base, &text);
        let saved = responses::save(fixture.app.context.clone(), access.clone(), vec![post]).await.unwrap();
        let after = revisions(&fixture.app, question).await;
        assert_eq!(after[..before.len()], before[..], "a stored text was changed");
        if let [conflict] = saved.conflicts.as_slice() {
            returned += 1;
            assert_eq!(after, before);
            assert_eq!(conflict.mine.text.as_str(), text);
            assert_eq!(conflict.theirs.as_ref().unwrap().text.as_str(), before.last().unwrap().1);
        } else if saved.written == 1 {
            stored += 1;
            assert_eq!(base, newest, "a text nobody had seen was covered up");
            assert_eq!(after.last().unwrap().1, text);
        } else {
            assert!(text.is_empty() || before.iter().any(|revision| revision.1 == text));
        }
    }
    assert!(stored > 10 && returned > 5, "the orders tried say little: {stored} stored, {returned} returned");
}
