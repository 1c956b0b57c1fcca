//! The private cluster: started, shared, killed, obstructed. Each test has a data folder of its own.

mod folders;
mod place;

use std::fs;
use std::io::{Read, Write};
use std::os::unix::fs::MetadataExt;
use std::path::Path;
use std::process::Command;

use rapporteur::database::cluster::{Cluster, ClusterError, Role};
use rustix::process::{Signal, geteuid, kill_process};
use sqlx::{ConnectOptions, Connection, Executor, PgConnection};

use self::place::{HELPER_FOLDER, HELPER_ROLE, Helper, Place, wait_until};

#[tokio::test]
#[ignore = "the other process of the tests below, which start it"]
async fn helper() {
    let Some(data) = std::env::var_os(HELPER_FOLDER) else {
        return;
    };
    let cluster = if std::env::var(HELPER_ROLE).unwrap() == "serve" {
        Cluster::start(Path::new(&data)).await.unwrap()
    } else {
        Cluster::join_or_start(Path::new(&data)).await.unwrap()
    };
    writeln!(std::io::stdout(), "held").unwrap();
    let _ = std::io::stdin().read(&mut [0]);
    cluster.stop().await.unwrap();
}

async fn connect(cluster: &Cluster, role: Role) -> PgConnection {
    cluster.options(role).connect().await.unwrap()
}

async fn text(connection: &mut PgConnection, query: &'static str) -> String {
    sqlx::query_scalar(query).fetch_one(connection).await.unwrap()
}

async fn write_row(cluster: &Cluster) {
    let mut owner = connect(cluster, Role::Owner).await;
    owner.execute("create table kept (word text)").await.unwrap();
    owner.execute("insert into kept values ('Ж é 中 ع')").await.unwrap();
    owner.close().await.unwrap();
}

async fn assert_row(cluster: &Cluster) {
    let mut owner = connect(cluster, Role::Owner).await;
    assert_eq!(text(&mut owner, "select word from kept").await, "Ж é 中 ع");
}

/// The error as the one line that a person reads.
fn line(result: Result<Cluster, ClusterError>) -> String {
    let line = result.expect_err("this must not start").to_string();
    assert_eq!(line.lines().count(), 1, "one line: {line}");
    line
}

#[tokio::test]
async fn a_second_start_keeps_everything() {
    let place = Place::new();
    let cluster = Cluster::start(&place.data).await.unwrap();
    assert!(cluster.is_new() && !cluster.is_joined());
    write_row(&cluster).await;
    cluster.stop().await.unwrap();
    assert_eq!(place.servers(), 0);
    assert!(!place.data.join("socket").exists());

    let cluster = Cluster::start(&place.data).await.unwrap();
    assert!(!cluster.is_new());
    assert_row(&cluster).await;
    assert_eq!(place.servers(), 1);
    cluster.stop().await.unwrap();
}

#[tokio::test]
async fn everything_private_is_private() {
    let place = Place::new();
    let cluster = Cluster::start(&place.data).await.unwrap();
    let mode = |path: &Path| fs::metadata(path).unwrap().mode() & 0o777;
    assert_eq!(mode(&place.data), if geteuid().is_root() { 0o711 } else { 0o700 });
    for folder in ["cluster", "socket"] {
        assert_eq!(mode(&place.data.join(folder)), 0o700, "{folder}");
    }
    assert_eq!(mode(&place.data.join("postgres.log")), 0o600);
    let mut admin = connect(&cluster, Role::Superuser).await;
    assert_eq!(text(&mut admin, "show listen_addresses").await, "");
    assert_eq!(text(&mut admin, "show fsync").await, "on");
    admin.close().await.unwrap();
    cluster.stop().await.unwrap();
}

#[tokio::test]
async fn the_roles_may_do_what_they_are_for() {
    let place = Place::new();
    let cluster = Cluster::start(&place.data).await.unwrap();
    let mut admin = connect(&cluster, Role::Superuser).await;
    let powerful = "select coalesce(string_agg(rolname, ','), '') from pg_roles
        where rolname like 'rapporteur%' and (rolsuper or rolbypassrls or rolcreaterole
            or rolcreatedb or rolreplication or not rolcanlogin)";
    assert_eq!(text(&mut admin, powerful).await, "");
    let known = "select string_agg(rolname, ',' order by rolname) from pg_roles
        where rolname like 'rapporteur%'";
    let all = "rapporteur_app,rapporteur_backup,rapporteur_owner";
    assert_eq!(text(&mut admin, known).await, all);
    let owner = "select pg_get_userbyid(datdba)::text from pg_database where datname = 'rapporteur'";
    assert_eq!(text(&mut admin, owner).await, "rapporteur_owner");
    let schema = "select pg_get_userbyid(nspowner)::text from pg_namespace where nspname = 'public'";
    assert_eq!(text(&mut admin, schema).await, "rapporteur_owner");

    admin.execute("create role stranger login").await.unwrap();
    let stranger = cluster.options(Role::App).username("stranger").connect().await;
    assert!(stranger.unwrap_err().to_string().contains("permission denied"));

    write_row(&cluster).await;
    for role in [Role::App, Role::Backup] {
        let mut connection = connect(&cluster, role).await;
        for denied in ["create table mine (id integer)", "select word from kept"] {
            let error = connection.execute(denied).await.unwrap_err();
            let code = error.into_database_error().unwrap().code().unwrap().into_owned();
            assert_eq!(code, "42501", "{role:?}: {denied}");
        }
    }
    cluster.stop().await.unwrap();
}

#[tokio::test]
async fn a_command_joins_and_the_last_one_out_stops() {
    let place = Place::new();
    let server = Helper::start(&place, "serve");
    let refused = line(Cluster::start(&place.data).await);
    let process = format!("process {}", server.process.id());
    assert!(refused.contains("--data") && refused.contains(&process), "{refused}");

    let command = Cluster::join_or_start(&place.data).await.unwrap();
    assert!(command.is_joined() && !command.is_new());
    let mut owner = connect(&command, Role::Owner).await;
    // made by a process with LC_ALL=C
    assert_eq!(text(&mut owner, "show server_encoding").await, "UTF8");
    assert_eq!(text(&mut owner, "select lower('ЖÉ')").await, "жé");
    owner.close().await.unwrap();
    command.stop().await.unwrap();
    assert_eq!(place.servers(), 1, "the server still has its cluster");

    let command = Cluster::join_or_start(&place.data).await.unwrap();
    server.leave();
    write_row(&command).await; // the server left first, the command works on
    let server = Cluster::start(&place.data).await.unwrap();
    assert!(server.is_joined());
    command.stop().await.unwrap();
    assert_row(&server).await;
    server.stop().await.unwrap();
    assert_eq!(place.servers(), 0);
}

#[tokio::test]
async fn many_at_once_start_one_cluster() {
    let place = Place::new();
    let start = || Cluster::join_or_start(&place.data);
    let (a, b, c) = tokio::try_join!(start(), start(), start()).unwrap();
    assert_eq!([&a, &b, &c].iter().filter(|cluster| cluster.is_new()).count(), 1);
    assert_eq!(place.servers(), 1);
    let (a, b, c) = tokio::join!(a.stop(), b.stop(), c.stop());
    a.and(b).and(c).unwrap();
    assert_eq!(place.servers(), 0);
}

#[tokio::test]
async fn a_killed_server_leaves_a_cluster_that_is_adopted() {
    let place = Place::new();
    Helper::start(&place, "serve").kill();
    assert_eq!(place.servers(), 1);
    let orphan = place.pid();

    let cluster = Cluster::start(&place.data).await.unwrap();
    assert_eq!(place.pid(), orphan, "the same process");
    assert!(!cluster.is_joined() && !cluster.is_new());
    write_row(&cluster).await;
    assert!(cluster.binary("pg_dump").is_file());
    cluster.stop().await.unwrap();
    assert_eq!(place.servers(), 0);
}

#[tokio::test]
async fn when_postgres_is_killed_too_nothing_is_lost() {
    let place = Place::new();
    let server = Helper::start(&place, "serve");
    let command = Cluster::join_or_start(&place.data).await.unwrap();
    write_row(&command).await;
    server.kill();
    let orphan = place.pid().unwrap();
    kill_process(orphan, Signal::KILL).unwrap();
    wait_until(|| place.servers() == 0);
    // another still uses it, but what it uses is gone: it is started again for both
    let cluster = Cluster::start(&place.data).await.unwrap();
    assert_ne!(place.pid(), Some(orphan));
    assert_row(&cluster).await;
    assert_row(&command).await;
    cluster.stop().await.unwrap();
    command.stop().await.unwrap();
    assert_eq!(place.servers(), 0);
}

#[tokio::test]
async fn an_orphan_that_was_started_otherwise_is_restarted() {
    let place = Place::new();
    Helper::start(&place, "serve").kill();
    let orphan = place.pid().unwrap();
    kill_process(orphan, Signal::STOP).unwrap(); // it hangs
    fs::rename(place.data.join("socket"), place.above.path().join("away")).unwrap();
    kill_process(orphan, Signal::CONT).unwrap();
    let cluster = Cluster::start(&place.data).await.unwrap();
    assert_ne!(place.pid(), Some(orphan), "its socket is not where it should be");
    assert_eq!(place.servers(), 1);
    cluster.stop().await.unwrap();
}

#[tokio::test]
async fn stale_pid_files_and_socket_locks_do_not_stop_a_start() {
    let place = Place::new();
    let cluster = Cluster::start(&place.data).await.unwrap();
    write_row(&cluster).await;
    let valid = fs::read_to_string(place.pid_file()).unwrap();
    cluster.stop().await.unwrap();

    let mut stranger = Command::new("sleep").arg("60").spawn().unwrap();
    let mut zombie = Command::new("true").spawn().unwrap();
    wait_until(|| {
        let stat = fs::read_to_string(format!("/proc/{}/stat", zombie.id())).unwrap();
        stat.contains(") Z ")
    });
    let (_, rest) = valid.split_once('\n').unwrap();
    let of = |pid: u32| format!("{pid}\n{rest}");
    for stale in [of(stranger.id()), of(zombie.id()), of(4_194_303), String::new(), "x\n".into()] {
        fs::write(place.pid_file(), &stale).unwrap();
        // as Postgres leaves it: of the same user as the cluster
        let lock = place.data.join("socket/.s.PGSQL.5432.lock");
        let user = fs::metadata(place.cluster()).unwrap();
        fs::create_dir(place.data.join("socket")).unwrap();
        fs::write(&lock, &stale).unwrap();
        for path in [&place.pid_file(), &lock, &place.data.join("socket")] {
            std::os::unix::fs::chown(path, Some(user.uid()), Some(user.gid())).unwrap();
        }
        let cluster = Cluster::start(&place.data).await.unwrap();
        assert_row(&cluster).await;
        cluster.stop().await.unwrap();
    }
    assert!(stranger.try_wait().unwrap().is_none(), "a stranger is never ended");
    stranger.kill().unwrap();
    stranger.wait().unwrap();
    zombie.wait().unwrap();
}

#[tokio::test]
async fn a_dropped_handle_stops_the_cluster() {
    let place = Place::new();
    let cluster = Cluster::start(&place.data).await.unwrap();
    write_row(&cluster).await;
    drop(cluster);
    // at once: the next one waits for the end of the one before
    let cluster = Cluster::start(&place.data).await.unwrap();
    assert_row(&cluster).await;
    drop(cluster);
    wait_until(|| !place.pid_file().exists());
}
