//! The commands beside `serve`.

use std::fs;

use rapporteur::database::cluster::Role;
use rustix::process::Signal;
use sqlx::{Connection, Executor};

use super::program::{Place, Server, command, on, run};
use crate::support::fixture::PASSWORD;

#[tokio::test]
async fn the_first_administrator_gets_a_link_that_works_once() {
    let place = Place::new();
    let server = Server::start(&place, &[]);
    let listen = server.address.to_string();
    // the command is not told where the server listens
    let make = || on(&place, &["account", "create-administrator", "Admin@Example.org"]);
    let said = make();
    assert!(said.success, "{said:?}");
    let link = said.out.trim().strip_prefix(&format!("http://{listen}")).expect("a link to this server").to_owned();
    let page = server.browser().get(&link).await;
    let mut form = page.form("form:has(input[type=password])");
    form.set("name", "Administrator").set("password", PASSWORD).set("again", PASSWORD);
    let mut browser = server.browser();
    assert_eq!(browser.submit(form).await.status, 303);
    assert_eq!(browser.sign_in("admin@example.org", PASSWORD).await.status, 303);
    assert_eq!(browser.get("/administration").await.status, 200);
    assert_ne!(server.browser().get(&link).await.status, 200, "it works once");
    assert!(make().out.contains("/links/"), "an administrator who lost the password gets another link");
    assert!(on(&place, &["account", "create-administrator", "nobody"]).refusal().contains("no e-mail address"));
    assert_eq!(server.browser().get("/readyz").await.status, 200, "commands leave the server's cluster alone");
    server.stop(Signal::TERM);
    assert!(place.is_quiet());
}

#[test]
fn a_concept_note_is_shown_without_a_database() {
    let said = run(&mut command(&["import", "seeds/concept-note-2020-11-25.txt", "--dry-run", "--json"]));
    assert!(said.success, "{said:?}");
    let note: serde_json::Value = serde_json::from_str(&said.out).unwrap();
    assert_eq!(note["presidency"], "ZAF");
    assert_eq!(note["sections"].as_array().unwrap().len(), 8);
    let labels: Vec<&str> =
        note["questions"].as_array().unwrap().iter().map(|q| q["label"].as_str().unwrap()).collect();
    assert_eq!(labels, ["(a)", "(b)", "(c)", "(d)", "(e)", "(f)", "(g)"]);
}

#[test]
fn a_person_is_told_where_each_part_was_found() {
    let said = run(&mut command(&["import", "seeds/concept-note-2020-11-25.txt", "--dry-run"]));
    assert!(said.success, "{said:?}");
    let line = |name: &str| said.out.lines().find(|line| line.contains(name)).unwrap_or_else(|| panic!("{name}"));
    for (name, place, value) in [
        ("Title", "block 12, line 27", "Concept note for the Security Council high-level debate"),
        ("Symbol", "-", "none found"),
        ("Letter dated", "block 5, line 12", "2020-11-25"),
        ("Time zone", "block 6, line 14", "America/New_York"),
        ("Paragraph 21", "line 117", ""),
        ("Question (a)", "line 101", ""),
    ] {
        assert!(line(name).contains(place) && line(name).contains(value), "{}", line(name));
    }
    let place = Place::new();
    let path = place.beside("note.txt");
    fs::write(&path, "Debate on words\n\nHow are words kept, and by whom?\n\nWho reads the words that are kept?\n")
        .unwrap();
    let said = run(&mut command(&["import", path.to_str().unwrap(), "--dry-run"]));
    assert!(said.out.contains("Warning: The questions were found without a heading that announces them."), "{said:?}");
}

#[test]
fn files_that_are_no_concept_note() {
    let place = Place::new();
    let write = |name: &str, content: &[u8]| {
        let path = place.beside(name);
        fs::write(&path, content).unwrap();
        path.to_str().unwrap().to_owned()
    };
    let long = vec![b'x'; 10 * 1024 * 1024];
    for (file, expected) in [
        (write("empty.txt", b""), "empty"),
        (write("blank.txt", b" \n\n"), "empty"),
        (write("binary.bin", &[0, 159, 146, 150, 0, 1, 2, 3]), "not a text"),
        (write("long.txt", &long), "larger than"),
        (write("archive.docx", b"PK\x03\x04 not really"), "damaged or incomplete"),
        (place.beside("nowhere.txt").to_str().unwrap().to_owned(), "No such file"),
        (place.beside("").to_str().unwrap().to_owned(), "folder"),
        ("/dev/null".to_owned(), "is no file"),
    ] {
        let said = run(&mut command(&["import", &file, "--dry-run"]));
        assert!(said.refusal().contains(expected), "{expected}: {said:?}");
    }
    assert!(!place.data.exists(), "no database was needed");
}

#[tokio::test]
async fn what_was_altered_is_found() {
    let place = Place::new();
    let said = on(&place, &["account", "create-administrator", "admin@example.org"]);
    assert!(said.success, "{said:?}");
    let said = on(&place, &["verify"]);
    assert!(said.success && said.out.contains(": 0 faults"), "{said:?}");

    let (cluster, mut superuser) = place.inside(Role::Superuser).await;
    superuser.execute("update audit_events set action = 'nothing_happened'").await.unwrap();
    let said = on(&place, &["verify"]);
    assert!(!said.success && said.out.contains("link 1 was altered"), "{said:?}");
    superuser.execute("update audit_events set position = position + 1").await.unwrap();
    let said = on(&place, &["verify"]);
    assert!(said.out.contains("link 1 is missing"), "{said:?}");
    superuser.close().await.unwrap();
    cluster.stop().await.unwrap();
}

#[test]
fn help_names_every_setting() {
    let said = run(&mut command(&["help", "serve"]));
    let readme = fs::read_to_string("README.md").unwrap();
    let rows = readme.lines().skip_while(|line| !line.starts_with("| setting |")).skip(2);
    let rows: Vec<&str> = rows.take_while(|line| line.starts_with('|')).collect();
    assert!(rows.len() > 10, "{rows:?}");
    for name in rows.iter().flat_map(|row| row.split('|').skip(1).take(2)) {
        let name = name.trim().trim_matches('`');
        assert!(said.out.contains(name), "{name}: {}", said.out);
    }
}
