//! What stops the start: one line that names the setting.

use rapporteur::database::cluster::Role;
use sqlx::{AssertSqlSafe, Connection, Executor};

use super::program::{Place, Server, command, on, run};
use crate::support::database::TestDatabase;

/// What a server says with that address of the database, and other settings.
fn with_database(url: &str, more: &[(&str, &str)]) -> String {
    let mut serve = command(&["serve", "--listen", "127.0.0.1:0"]);
    run(serve.env("DATABASE_URL", url).envs(more.iter().copied())).refusal().to_owned()
}

#[test]
fn settings_that_contradict_each_other() {
    let place = Place::new();
    let cases: [(&[&str], &[(&str, &str)], &str); 11] = [
        (&["--listen", "0.0.0.0:0"], &[], "--public-url"),
        (&["--listen", "0.0.0.0:0", "--demo"], &[], "--demo and --listen"),
        (
            &["--demo", "--public-url", "https://example.org"],
            &[("RAPPORTEUR_SMTP_URL", "smtp://h"), ("RAPPORTEUR_MAIL_FROM", "a@example.org")],
            "--demo and --public-url",
        ),
        (&["--demo"], &[("DATABASE_URL", "postgres://u@127.0.0.1:1/d")], "--demo and DATABASE_URL"),
        (&["--listen", "nowhere"], &[], "--listen (RAPPORTEUR_LISTEN)"),
        (&["--public-url", "https://example.org"], &[], "RAPPORTEUR_SMTP_URL is missing"),
        (&[], &[("RAPPORTEUR_OWNER_URL", "postgres://u@127.0.0.1:1/d")], "DATABASE_URL is missing"),
        (&["--demo"], &[("RAPPORTEUR_OWNER_URL", "postgres://u@127.0.0.1:1/d")], "--demo and RAPPORTEUR_OWNER_URL"),
        (&[], &[("RAPPORTEUR_LOG", "loud=very")], "RAPPORTEUR_LOG"),
        (&[], &[("RAPPORTEUR_LOG", "loud")], "RAPPORTEUR_LOG"),
        (&[], &[("RAPPORTEUR_SEAT_TIME_ZONE", "Atlantis/Harbour")], "RAPPORTEUR_SEAT_TIME_ZONE"),
    ];
    for (arguments, environment, expected) in cases {
        let mut serve = command(&["serve", "--data"]);
        serve.arg(&place.data).args(arguments).envs(environment.iter().copied());
        let said = run(&mut serve);
        assert!(said.refusal().contains(expected), "{said:?}");
    }
    assert!(!place.data.exists(), "nothing was touched");
}

#[test]
fn a_folder_that_nobody_served_from() {
    let place = Place::new();
    let file = place.data.with_extension("dump");
    for arguments in [&["verify"][..], &["digest", "send"], &["backup", file.to_str().unwrap()]] {
        let said = on(&place, arguments);
        assert!(said.refusal().contains("holds no data") && said.refusal().contains("--data"), "{said:?}");
        assert!(!place.data.exists(), "{arguments:?}");
    }
}

#[tokio::test]
async fn an_owner_who_is_a_superuser_or_elsewhere() {
    let (one, other) = (TestDatabase::new().await, TestDatabase::new().await);
    let serve = |owner: &str| with_database(&one.url(Role::App), &[("RAPPORTEUR_OWNER_URL", owner)]);
    assert!(serve(&other.url(Role::Owner)).contains("different databases"));
    assert!(serve(&one.url(Role::Superuser)).contains("RAPPORTEUR_OWNER_URL names the superuser postgres"));
}

#[tokio::test]
async fn a_database_in_another_encoding() {
    let database = TestDatabase::new().await;
    let mut admin = sqlx::PgConnection::connect(&database.url(Role::Superuser)).await.unwrap();
    let name = format!("latin_{}", uuid::Uuid::now_v7().simple());
    let make =
        format!("create database {name} owner {} encoding 'LATIN1' locale 'C' template template0", Role::Owner.name());
    admin.execute(AssertSqlSafe(make)).await.unwrap();
    let url = database.url(Role::Owner);
    let (before, after) = url.split_once(":///").unwrap();
    let url = format!("{before}:///{name}?{}", after.split_once('?').unwrap().1);
    let said = run(command(&["migrate"]).env("RAPPORTEUR_OWNER_URL", url)).refusal().to_owned();
    admin.execute(AssertSqlSafe(format!("drop database {name}"))).await.unwrap();
    assert!(said.contains("LATIN1") && said.contains("UTF8"), "{said}");
}

#[test]
fn a_port_that_is_taken() {
    let place = Place::new();
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    let said = on(&place, &["serve", "--listen", &address]);
    assert!(said.refusal().contains(&address) && said.refusal().contains("--listen"), "{said:?}");
    assert!(!place.data.exists());
}

#[tokio::test]
async fn a_role_that_row_level_security_does_not_bind() {
    let database = TestDatabase::new().await;
    assert!(with_database(&database.url(Role::Superuser), &[]).contains("superuser postgres"));
    assert!(with_database(&database.url(Role::Owner), &[]).contains("owns the tables"));
    assert!(with_database(&database.url(Role::Backup), &[]).contains("has not the rights of rapporteur_app"));
    let mut admin = sqlx::PgConnection::connect(&database.url(Role::Superuser)).await.unwrap();
    let name = format!("passes_{}", uuid::Uuid::now_v7().simple());
    let make = format!("create role {name} login bypassrls; grant connect on database {} to {name}", {
        let url = database.url(Role::App);
        url.split_once(":///").unwrap().1.split_once('?').unwrap().0.to_owned()
    });
    admin.execute(AssertSqlSafe(make)).await.unwrap();
    let line = with_database(&database.url(Role::App).replace(Role::App.name(), &name), &[]);
    let unmake = format!("drop owned by {name}; drop role {name}");
    admin.execute(AssertSqlSafe(unmake)).await.unwrap();
    assert!(line.contains("BYPASSRLS") && line.contains(&name), "{line}");
}

#[tokio::test]
async fn a_schema_that_is_not_this_programs() {
    let empty = TestDatabase::empty().await;
    let line = with_database(&empty.url(Role::App), &[]);
    assert!(line.contains("behind") && line.contains("RAPPORTEUR_OWNER_URL"), "{line}");

    let newer = TestDatabase::new().await;
    let mut owner = sqlx::PgConnection::connect(&newer.url(Role::Owner)).await.unwrap();
    let future = "insert into _sqlx_migrations (version, description, success, checksum, execution_time)
                  values (9999, 'of a newer program', true, '', 0)";
    owner.execute(future).await.unwrap();
    assert!(with_database(&newer.url(Role::App), &[]).contains("ahead"));
    let line = with_database(&newer.url(Role::App), &[("RAPPORTEUR_OWNER_URL", &newer.url(Role::Owner))]);
    assert!(line.contains("ahead"), "{line}");
}

#[test]
fn a_server_that_does_not_answer_and_its_password() {
    let line = with_database("postgres://somebody:very-hidden@127.0.0.1:1/nowhere", &[]);
    assert!(line.contains("no connection") && !line.contains("hidden"), "{line}");
}

#[test]
fn a_second_server_on_one_data_folder() {
    let place = Place::new();
    let server = Server::start(&place, &[]);
    let said = on(&place, &["serve", "--listen", "127.0.0.1:0"]);
    assert!(said.refusal().contains(&format!("process {}", server.id())), "{said:?}");
    server.stop(rustix::process::Signal::TERM);
}

#[test]
fn the_demonstration_and_real_data_keep_apart() {
    let real = Place::new();
    Server::start(&real, &[]).stop(rustix::process::Signal::TERM);
    let said = on(&real, &["serve", "--demo", "--listen", "127.0.0.1:0"]);
    assert!(said.refusal().contains("--demo did not make"), "{said:?}");
    assert!(real.is_quiet() && !real.data.join("demonstration-accounts.txt").exists());

    let shown = Place::new();
    Server::start(&shown, &["--demo"]).stop(rustix::process::Signal::TERM);
    let said = on(&shown, &["serve", "--listen", "127.0.0.1:0"]);
    assert!(said.refusal().contains("add --demo"), "{said:?}");
    assert!(shown.is_quiet());
}
