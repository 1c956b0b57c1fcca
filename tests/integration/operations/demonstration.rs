//! What `--demo` shows, and that nothing in it could be taken for a position of anybody.

use std::{collections::BTreeSet, fs};

use rapporteur::database::cluster::Role;
use rustix::process::Signal;
use sqlx::{Connection, Executor, PgConnection};

use super::program::{Place, Server, on};

/// The first line of every text, a language each (`seeds/README.md`).
const MARKS: [&str; 7] = [
    "Illustrative text for a demonstration; not a position of any Government or organization.",
    "Texte fourni à titre d’illustration, pour une démonstration\u{a0}; il ne reflète la position d’aucun gouvernement ni d’aucune organisation.",
    "Texto ilustrativo para una demostración; no refleja la posición de ningún Gobierno ni de ninguna organización.",
    "Иллюстративный текст для демонстрации; не отражает позиции какого-либо правительства или какой-либо организации.",
    "示例文字，仅供演示；不代表任何政府或组织的立场。",
    "نص توضيحي لأغراض العرض؛ لا يعبّر عن موقف أي حكومة أو منظمة.",
    "Illustrative summary for a demonstration; it reports no position of any Government or organization.",
];

async fn number(superuser: &mut PgConnection, query: &'static str) -> i64 {
    sqlx::query_scalar(query).fetch_one(superuser).await.unwrap()
}

/// The consultation that has no report yet is the open one.
const OPEN: &str = "create temporary view open_one as select * from consultations where id not in (select consultation_id from reports)";

#[tokio::test]
async fn it_shows_every_state_and_every_language() {
    let place = Place::new();
    Server::start(&place, &["--demo"]).stop(Signal::TERM);
    let (cluster, mut superuser) = place.inside(Role::Superuser).await;
    let inside = &mut superuser;
    inside.execute(OPEN).await.unwrap();
    for (expected, query) in [
        (2, "select count(*) from consultations"),
        (30, "select count(*) from responses join open_one on open_one.id = consultation_id"),
        (12, "select count(submitted_at) from responses join open_one on open_one.id = consultation_id"),
        (18, "select count(started_at) from responses join open_one on open_one.id = consultation_id"),
        (3, "select count(*) from (select from submitted_answers join open_one on open_one.id = consultation_id
             group by submission_id having count(*) = 7) as whole"),
        (12, "select count(*) from (select from submitted_answers join open_one on open_one.id = consultation_id
             group by submission_id having count(*) >= 2) as enough"),
        (6, "select count(distinct a.language) from submitted_answers a join open_one on open_one.id = consultation_id"),
        (1, "select count(*) from open_one where opened_at < now() and closes_at > now() + interval '16 days'
             and closes_at < now() + interval '18 days' and (closes_at at time zone 'America/New_York')::time = '18:00'"),
        (1, "select count(*) from consultations where closes_at < now() and id in (select consultation_id from reports)"),
        (7, "select count(*) from summary_revisions"),
        (1, "select count(*) from question_addressees a join questions q on q.id = question_id
             join open_one on open_one.id = q.consultation_id where q.label = '(e)' and a.participant_code = 'AU'"),
        (1, "select count(*) from accounts where administrator"),
        (0, "select count(*) from accounts where administrator and id in (select account_id from memberships)"),
        (0, "select count(*) from mails where status = 'failed' or status = 'uncertain'"),
    ] {
        assert_eq!(number(inside, query).await, expected, "{query}");
    }
    assert!(number(inside, "select count(distinct consultation_id) from digests").await == 2);
    let texts: Vec<String> = sqlx::query_scalar(
        "select text from revisions union all select text from submitted_answers union all select text from summary_revisions",
    )
    .fetch_all(&mut *inside)
    .await
    .unwrap();
    assert!(texts.len() > 60);
    let mut seen = BTreeSet::new();
    for text in texts {
        let first = text.lines().next().unwrap_or_default().to_owned();
        assert!(MARKS.contains(&first.as_str()), "no mark: {first}");
        seen.insert(first);
    }
    assert_eq!(seen.len(), MARKS.len());
    superuser.close().await.unwrap();
    cluster.stop().await.unwrap();
    assert!(fs::read_dir(place.data.join("mail")).unwrap().count() > 60, "its mails are files");
    let log = fs::read_to_string(place.data.join("postgres.log")).unwrap();
    let warnings: Vec<&str> = log.lines().filter(|line| line.contains("WARNING") || line.contains("ERROR")).collect();
    assert!(warnings.is_empty(), "{warnings:?}");
}

#[tokio::test]
async fn what_was_handed_over_cannot_be_altered_unseen() {
    let place = Place::new();
    Server::start(&place, &["--demo"]).stop(Signal::TERM);
    let said = on(&place, &["verify"]);
    assert!(said.success && said.out.contains("20 submissions and 1 report: 0 faults"), "{said:?}");
    let (cluster, mut superuser) = place.inside(Role::Superuser).await;
    for (statement, fault) in [
        (
            "update submissions set content = replace(content, 'demonstration', 'Demonstration')",
            "the content is not what was hashed",
        ),
        (
            "update submissions set content = content || ' ', sha256 = sha256(convert_to(content || ' ', 'UTF8'))",
            "no link with this hash",
        ),
        ("update submitted_answers set text = text || '!'", "not what was handed over"),
        ("delete from submitted_answers", "not what was handed over"),
        ("update submissions set reference = reference || '0'", "not what was handed over"),
        ("update submissions set number = number + 1", "not what was handed over"),
        ("update submissions set submitted_at = submitted_at - interval '1 microsecond'", "not what was handed over"),
        ("update submissions set signatory_name = signatory_name || '!'", "not what was handed over"),
        ("update submissions set signatory_title = signatory_title || '!'", "not what was handed over"),
        ("update audit_events set chain_id = gen_random_uuid() where action = 'submitted'", "no link with this hash"),
        ("delete from submitted_answers; delete from submissions", "tells of it, but it is not there"),
        ("update reports set content = content || ' '", "the content is not what was hashed"),
        ("delete from audit_events where action = 'submitted'", "is missing or not in its place"),
    ] {
        let held = "begin; create table kept_s as table submissions; create table kept_a as table submitted_answers;
                    create table kept_r as table reports; create table kept_e as table audit_events; commit";
        superuser.execute(held).await.unwrap();
        superuser.execute(statement).await.unwrap();
        let said = on(&place, &["verify"]);
        assert!(!said.success && said.out.contains(fault), "{statement}: {said:?}");
        let back = "begin; delete from submitted_answers; delete from submissions; delete from reports; delete from audit_events;
                    insert into submissions table kept_s; insert into submitted_answers table kept_a;
                    insert into reports table kept_r; insert into audit_events table kept_e;
                    drop table kept_s, kept_a, kept_r, kept_e; commit";
        superuser.execute(back).await.unwrap();
    }
    assert!(on(&place, &["verify"]).success);
    superuser.close().await.unwrap();
    cluster.stop().await.unwrap();
}
