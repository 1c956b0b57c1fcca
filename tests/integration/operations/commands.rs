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
