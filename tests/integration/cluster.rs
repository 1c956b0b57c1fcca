//! The private cluster: started, shared, killed, obstructed. Each test has a data folder of its own.

use std::fs::{self, Permissions};
use std::io::{BufRead, BufReader, Read, Write};
use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::time::{Duration, Instant};

use rapporteur::database::cluster::{Cluster, ClusterError, Role};
use rustix::process::{Pid, Signal, geteuid, kill_process};
use sqlx::{ConnectOptions, Connection, Executor, PgConnection};
use tempfile::TempDir;

const HELPER_FOLDER: &str = "RAPPORTEUR_TEST_HELPER_FOLDER";
const HELPER_ROLE: &str = "RAPPORTEUR_TEST_HELPER_ROLE";

/// A data folder that every user may reach; a Postgres that a failed test left there is ended.
struct Place {
    above: TempDir,
    data: PathBuf,
}

impl Place {
    fn new() -> Self {
        Self::named("data")
    }

    fn named(name: &str) -> Self {
        let above = TempDir::with_prefix("rapporteur-").unwrap();
        fs::set_permissions(above.path(), Permissions::from_mode(0o755)).unwrap();
        let data = above.path().join(name);
        Self { above, data }
    }

    fn cluster(&self) -> PathBuf {
        self.data.join("cluster")
    }

    fn pid_file(&self) -> PathBuf {
        self.cluster().join("postmaster.pid")
    }

    fn pid(&self) -> Option<Pid> {
        let text = fs::read_to_string(self.pid_file()).ok()?;
        Pid::from_raw(text.lines().next()?.parse().ok()?)
    }

    /// How many living Postgres servers work on this cluster. A session that was only just forked still has its
    /// server's command line: what has such a parent is no server.
    fn servers(&self) -> usize {
        let place = self.cluster();
        let wanted = format!("\0-D\0{}\0", place.canonicalize().unwrap_or(place).display());
        let processes = fs::read_dir("/proc").unwrap().flatten();
        let matching: Vec<(String, String)> = processes
            .filter_map(|entry| {
                let command = fs::read(entry.path().join("cmdline")).ok()?;
                let status = fs::read_to_string(entry.path().join("status")).ok()?;
                let parent = status.lines().find_map(|line| line.strip_prefix("PPid:\t"))?;
                let found = String::from_utf8_lossy(&command).contains(&wanted);
                found.then(|| (entry.file_name().into_string().unwrap(), parent.to_owned()))
            })
            .collect();
        let is_server = |parent: &str| matching.iter().all(|(id, _)| id != parent);
        matching.iter().filter(|(_, parent)| is_server(parent)).count()
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        if self.servers() > 0
            && let Some(pid) = self.pid()
        {
            let _ = kill_process(pid, Signal::QUIT);
            wait_until(|| self.servers() == 0);
        }
    }
}

/// Another process that holds the cluster of a data folder, until it is told to leave or killed.
struct Helper {
    process: Child,
    input: Option<ChildStdin>,
    /// Kept open: it still writes its result.
    _output: BufReader<ChildStdout>,
}

impl Helper {
    fn start(place: &Place, role: &str) -> Self {
        let mut process = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "cluster::helper", "--ignored", "--nocapture"])
            .env(HELPER_FOLDER, &place.data)
            .env(HELPER_ROLE, role)
            .env("LC_ALL", "C") // the cluster must not care
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut output = BufReader::new(process.stdout.take().unwrap());
        let mut lines = output.by_ref().lines().map_while(Result::ok);
        assert!(lines.any(|line| line.ends_with("held")), "the helper holds the cluster");
        let input = process.stdin.take();
        Self { process, input, _output: output }
    }

    fn leave(mut self) {
        self.input = None;
        assert!(self.process.wait().unwrap().success());
    }

    fn kill(mut self) {
        self.process.kill().unwrap();
        self.process.wait().unwrap();
    }
}

impl Drop for Helper {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

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

fn wait_until(happened: impl Fn() -> bool) {
    let end = Instant::now() + Duration::from_secs(10);
    while !happened() {
        assert!(Instant::now() < end, "it did not happen within ten seconds");
        std::thread::sleep(Duration::from_millis(10));
    }
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

#[tokio::test]
async fn any_folder_name_will_do() {
    // the socket of the first is in the folder, that of the second cannot be
    let long = format!("{}, long", "très".repeat(30));
    for name in ["中文 \"notes\" d'été", &long] {
        let place = Place::named(name);
        let cluster = Cluster::start(&place.data).await.unwrap();
        let mut app = connect(&cluster, Role::App).await;
        assert_eq!(text(&mut app, "select current_user::text").await, "rapporteur_app");
        let mut by_url = PgConnection::connect(&cluster.url(Role::Backup)).await.unwrap();
        assert_eq!(text(&mut by_url, "select current_user::text").await, "rapporteur_backup");
        let psql = Command::new(cluster.binary("psql"))
            .args(["-XAtc", "select current_database()", &cluster.url(Role::Owner)])
            .output()
            .unwrap();
        assert_eq!(String::from_utf8_lossy(&psql.stdout).trim(), "rapporteur", "{psql:?}");
        cluster.stop().await.unwrap();
    }
}

#[tokio::test]
async fn an_interrupted_first_start_is_made_again() {
    let place = Place::new();
    fs::create_dir_all(place.cluster()).unwrap();
    fs::create_dir(place.data.join("cluster.new-17")).unwrap();
    fs::write(place.data.join("cluster.new-17/PG_VERSION"), "15").unwrap();
    if geteuid().is_root() {
        fs::set_permissions(&place.data, Permissions::from_mode(0o711)).unwrap();
    }
    let cluster = Cluster::start(&place.data).await.unwrap();
    assert!(cluster.is_new());
    assert!(!place.data.join("cluster.new-17").exists());
    cluster.stop().await.unwrap();
}

#[tokio::test]
async fn another_version_or_something_else_is_named() {
    let place = Place::new();
    Cluster::start(&place.data).await.unwrap().stop().await.unwrap();
    let version = place.cluster().join("PG_VERSION");
    let ours = fs::read_to_string(&version).unwrap();
    for (other, way_out) in [("14", "backup"), ("99", "postgresql-99")] {
        fs::write(&version, other).unwrap();
        let line = line(Cluster::start(&place.data).await);
        let both = [format!("PostgreSQL {other}"), format!("PostgreSQL {}", ours.trim())];
        assert!(both.iter().all(|part| line.contains(part)), "{line}");
        assert!(line.contains(way_out), "{line}");
    }
    fs::remove_file(&version).unwrap();
    let line = line(Cluster::start(&place.data).await);
    assert!(line.contains("is no PostgreSQL cluster"), "{line}");
    fs::write(&version, ours).unwrap();
    Cluster::start(&place.data).await.unwrap().stop().await.unwrap();
}

#[tokio::test]
async fn a_folder_that_blocks_is_named() {
    let place = Place::named("closed/data");
    let closed = place.above.path().join("closed");
    fs::create_dir(&closed).unwrap();
    // root passes everywhere, the cluster's user does not; another user cannot write
    let root = geteuid().is_root();
    let mode = if root { 0o700 } else { 0o500 };
    fs::set_permissions(&closed, Permissions::from_mode(mode)).unwrap();
    let line = line(Cluster::start(&place.data).await);
    assert!(line.contains(closed.to_str().unwrap()) && line.contains("--data"), "{line}");
    assert_eq!(line.contains("may not enter"), root, "{line}");
    fs::set_permissions(&closed, Permissions::from_mode(0o755)).unwrap();
    Cluster::start(&place.data).await.unwrap().stop().await.unwrap();
}

#[tokio::test]
async fn a_file_is_no_data_folder() {
    let place = Place::new();
    fs::write(&place.data, "a letter").unwrap();
    for data in [place.data.clone(), place.data.join("below")] {
        let line = line(Cluster::start(&data).await);
        let file = format!("{} is not a folder", place.data.display());
        assert!(line.starts_with(&file) && line.contains("--data"), "{line}");
    }
    assert_eq!(fs::read_to_string(&place.data).unwrap(), "a letter");
}

#[tokio::test]
async fn a_link_in_place_of_the_socket_folder_is_not_followed() {
    let place = Place::new();
    Cluster::start(&place.data).await.unwrap().stop().await.unwrap();
    let elsewhere = place.above.path().join("elsewhere");
    fs::create_dir(&elsewhere).unwrap();
    symlink(&elsewhere, place.data.join("socket")).unwrap();
    let line = line(Cluster::start(&place.data).await);
    assert!(line.contains("socket") && line.contains("remove it"), "{line}");
}
