//! Started, restarted, killed, started twice.

use std::{fs, os::unix::fs::MetadataExt, time::Instant};

use rapporteur::database::cluster::Role;
use rustix::process::Signal;
use sqlx::Connection;

use super::program::{Place, Server, command, on, run};
use crate::support::database::TestDatabase;

/// Address and password of the account so described.
fn account(server: &Server, who: &str) -> (String, String) {
    let line = server.greeting.lines().find(|line| line.trim_end().ends_with(who));
    let line = line.unwrap_or_else(|| panic!("no {who} in {}", server.greeting));
    let mut words = line.split_whitespace().map(str::to_owned);
    (words.next().unwrap(), words.next().unwrap())
}

#[tokio::test]
async fn the_demonstration_is_kept() {
    let place = Place::new();
    let server = Server::start(&place, &["--demo"]);
    let greeting = server.greeting.clone();
    for who in ["chair", "analyst", "secretariat (administrator)", "focal point, CRI", "focal point, AU"] {
        let (email, password) = account(&server, who);
        assert!(password.chars().count() >= 15, "{password}");
        let page = server.browser().sign_in(&email, &password).await;
        assert_eq!(page.status, 303, "{email}: {}", page.body);
    }
    let accounts = place.data.join("demonstration-accounts.txt");
    assert_eq!(fs::metadata(&accounts).unwrap().mode() & 0o777, 0o600);
    let mut browser = server.browser();
    let (email, password) = account(&server, "chair");
    browser.sign_in(&email, &password).await;
    let log = server.stop(Signal::TERM);
    assert!(place.is_quiet());
    for secret in [password.as_str(), "password"] {
        assert!(!log.contains(secret), "the log holds a secret: {log}");
    }
    for line in log.lines() {
        let line: serde_json::Value = serde_json::from_str(line).expect("the log is JSON");
        assert!(line["level"].is_string() && line["timestamp"].is_string());
    }

    let again = Server::start(&place, &["--demo"]);
    assert_eq!(again.greeting, greeting);
    browser = browser.moved(again.address);
    let page = browser.get("/account").await;
    assert_eq!(page.status, 200, "the session is still good");
    again.stop(Signal::INT);
    assert!(place.is_quiet());
}

#[tokio::test]
async fn a_killed_server_starts_again() {
    let place = Place::new();
    let server = Server::start(&place, &["--demo"]);
    let greeting = server.greeting.clone();
    server.kill();
    let server = Server::start(&place, &["--demo"]);
    assert_eq!(server.greeting, greeting);
    let page = server.browser().get("/sign-in").await;
    assert_eq!(page.status, 200);
    server.stop(Signal::TERM);
    assert!(place.is_quiet(), "there was one Postgres only");
}

#[tokio::test]
async fn a_server_whose_postgres_was_killed_ends_with_one_line() {
    let place = Place::new();
    let server = Server::start(&place, &[]);
    let postmaster = fs::read_to_string(place.data.join("cluster/postmaster.pid")).unwrap();
    let postmaster = rustix::process::Pid::from_raw(postmaster.lines().next().unwrap().parse().unwrap()).unwrap();
    rustix::process::kill_process(postmaster, Signal::KILL).unwrap();
    let log = server.fail();
    assert!(log.lines().any(|line| line.starts_with("rapporteur: PostgreSQL ended")), "{log}");
    Server::start(&place, &[]).stop(Signal::TERM);
    assert!(place.is_quiet());
}

#[test]
fn a_first_start_that_was_killed_at_any_moment_is_made_good() {
    for wait in [200, 600, 1_000, 2_000] {
        let place = Place::new();
        let mut child = command(&["serve", "--demo", "--listen", "127.0.0.1:0", "--data"])
            .arg(&place.data)
            .stdout(std::process::Stdio::null())
            .stderr(std::process::Stdio::null())
            .spawn()
            .unwrap();
        std::thread::sleep(std::time::Duration::from_millis(wait));
        child.kill().unwrap();
        child.wait().unwrap();
        let server = Server::start(&place, &["--demo"]);
        assert!(server.greeting.contains("chair@"), "{}", server.greeting);
        server.stop(Signal::TERM);
    }
}

#[tokio::test]
async fn a_start_that_was_killed_before_its_first_migration_is_made_good() {
    let database = TestDatabase::empty().await;
    let mut owner = sqlx::PgConnection::connect(&database.url(Role::Owner)).await.unwrap();
    // what the library makes first, and nobody else may read yet
    let bookkeeping = "create table _sqlx_migrations (version bigint primary key, description text not null,
        installed_on timestamptz not null default now(), success boolean not null, checksum bytea not null,
        execution_time bigint not null)";
    sqlx::Executor::execute(&mut owner, bookkeeping).await.unwrap();
    let mut serve = command(&["serve", "--listen", "127.0.0.1:0"]);
    serve.env("DATABASE_URL", database.url(Role::App));
    assert!(run(&mut serve).refusal().contains("behind"));
    serve.env("RAPPORTEUR_OWNER_URL", database.url(Role::Owner));
    Server::spawn(&mut serve).stop(Signal::TERM);

    // a demonstration in the data folder is another matter, one in the database is not
    let place = Place::new();
    fs::create_dir(&place.data).unwrap();
    fs::write(place.data.join("demonstration-accounts.txt"), "").unwrap();
    Server::spawn(serve.arg("--data").arg(&place.data)).stop(Signal::TERM);
    sqlx::Executor::execute(&mut owner, "update installation set demonstration = true").await.unwrap();
    assert!(run(&mut serve).refusal().contains("DATABASE_URL names a database that holds a demonstration"));
}

#[tokio::test]
async fn two_servers_side_by_side_on_one_database() {
    let database = TestDatabase::empty().await;
    let serve = || {
        let mut serve = command(&["serve", "--listen", "127.0.0.1:0"]);
        serve.env("DATABASE_URL", database.url(Role::App)).env("RAPPORTEUR_OWNER_URL", database.url(Role::Owner));
        std::thread::spawn(move || Server::spawn(&mut serve))
    };
    let (one, other) = (serve(), serve());
    let (one, other) = (one.join().unwrap(), other.join().unwrap());
    let mut owner = sqlx::PgConnection::connect(&database.url(Role::Owner)).await.unwrap();
    let migrations: i64 =
        sqlx::query_scalar("select count(*) from _sqlx_migrations").fetch_one(&mut owner).await.unwrap();
    assert_eq!(usize::try_from(migrations).unwrap(), fs::read_dir("migrations").unwrap().count());
    let participants: i64 =
        sqlx::query_scalar("select count(*) from participants").fetch_one(&mut owner).await.unwrap();
    assert_eq!(participants, 200);
    for server in [&one, &other] {
        assert_eq!(server.browser().get("/readyz").await.status, 200);
    }
    one.stop(Signal::TERM);
    assert_eq!(other.browser().get("/readyz").await.status, 200, "the other one goes on");
    other.stop(Signal::TERM);
}

#[tokio::test]
async fn cookies_of_two_installations_are_told_apart() {
    let (one, other) = (Place::new(), Place::new());
    let servers = [Server::start(&one, &["--demo"]), Server::start(&other, &["--demo"])];
    let mut names = Vec::new();
    for server in &servers {
        let mut browser = server.browser();
        let (email, password) = account(server, "chair");
        browser.sign_in(&email, &password).await;
        names.extend(browser.cookies.into_keys().filter(|name| name.contains("session")));
    }
    assert_eq!(names.len(), 2);
    assert_ne!(names[0], names[1]);
    for server in servers {
        server.stop(Signal::TERM);
    }
}

#[tokio::test]
async fn participants_are_those_of_the_seeds() {
    let place = Place::new();
    let said = on(&place, &["migrate"]);
    assert!(said.success, "{said:?}");
    assert!(on(&place, &["migrate"]).success, "a second time changes nothing");
    let (cluster, mut app) = place.inside(Role::App).await;
    let counts: Vec<i64> = sqlx::query_scalar(
        "select count(*) from participants where kind = 'member_state' union all
         select count(*) from participants where kind = 'observer_state' union all
         select count(*) from participants where kind = 'regional_organization' union all
         select count(*) from participant_names union all
         select count(*) from regional_group_names union all
         select count(*) from group_memberships where valid_from = '-infinity' and valid_to = 'infinity' union all
         select count(*) from council_memberships where date '2020-12-03' between valid_from and valid_to",
    )
    .fetch_all(&mut app)
    .await
    .unwrap();
    assert_eq!(counts, [193, 2, 5, 1200, 30, 193, 15]);
    app.close().await.unwrap();
    cluster.stop().await.unwrap();
}

#[test]
fn stopping_is_quick_with_a_browser_still_connected() {
    let place = Place::new();
    let server = Server::start(&place, &[]);
    // a kept-alive connection must not hold up the end
    let mut connection = std::net::TcpStream::connect(server.address).unwrap();
    std::io::Write::write_all(&mut connection, b"GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n").unwrap();
    let mut answer = [0; 12];
    std::io::Read::read_exact(&mut connection, &mut answer).unwrap();
    assert_eq!(&answer, b"HTTP/1.1 200");
    let asked = Instant::now();
    server.stop(Signal::TERM);
    assert!(asked.elapsed().as_secs() < 8, "{:?}", asked.elapsed());
}
