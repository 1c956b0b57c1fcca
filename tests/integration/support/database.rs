//! A fresh, migrated database for each test, in some 40 ms.
//!
//! All test processes of a checkout share one private cluster (the product's own code), since `cargo nextest` runs
//! each test in a process of its own: its folder is fixed, below the system's temporary folder, and each process
//! holds it like any other command does. The first process starts the cluster and a watchdog; the watchdog stops
//! it and removes its data when no process has held it for ten seconds. So nothing has to be set up or cleaned up,
//! and a killed test run leaves nothing behind.
//!
//! In the cluster is one template database, made from the folder `migrations` and named after its contents; each
//! test clones it. Databases of processes that were killed are dropped by the next one that comes.

use std::fs::{self, File};
use std::os::unix::fs::MetadataExt;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use rapporteur::database::cluster::{Cluster, DATABASE, Role};
use sha2::{Digest, Sha256};
use sqlx::migrate::Migrator;
use sqlx::postgres::{PgConnectOptions, PgPool, PgPoolOptions};
use sqlx::{AssertSqlSafe, ConnectOptions, Connection, Executor, PgConnection};
use tokio::sync::OnceCell;
use uuid::Uuid;

static SHARED: OnceCell<Shared> = OnceCell::const_new();

/// Any number that nobody else locks: one process at a time looks after the template.
const UPKEEP: i64 = 0x7465_6d70;

/// Stops the cluster when nobody uses it. `$0` is the folder; the locks are the product's (see `hold.rs`).
const WATCHDOG: &str = r#"
cd "$0" || exit
stop='
kill -INT "$(head -n 1 cluster/postmaster.pid)"
n=0
while [ -e cluster/postmaster.pid ] && [ $n -lt 100 ]; do sleep 0.1; n=$((n+1)); done
rm -rf cluster socket postgres.log'
while [ -e users.lock ]; do
    idle=0
    while [ $idle -lt 10 ]; do
        sleep 1
        [ -e users.lock ] || exit
        if flock -n users.lock true; then idle=$((idle+1)); else idle=0; fi
    done
    flock change.lock flock -n users.lock sh -c "$stop" && exit
done
"#;

struct Shared {
    cluster: Cluster,
    template: String,
}

/// A database of one test, dropped at its end.
pub struct TestDatabase {
    shared: &'static Shared,
    name: String,
}

impl TestDatabase {
    /// A database with all migrations applied, and no rows but those that migrations make.
    pub async fn new() -> Self {
        let shared = SHARED.get_or_init(share).await;
        let name = new_name();
        let (owner, app, backup) = (Role::Owner.name(), Role::App.name(), Role::Backup.name());
        let mut admin = connect(&shared.cluster, "postgres").await;
        // a clone has the template's tables and rights in it, but not the rights on the database itself
        for statement in [
            format!("create database {name} template {} owner {owner}", shared.template),
            format!("revoke all on database {name} from public"),
            format!("grant connect on database {name} to {app}, {backup}"),
        ] {
            admin.execute(AssertSqlSafe(statement)).await.unwrap();
        }
        admin.close().await.unwrap();
        Self { shared, name }
    }

    /// A database without tables, for tests of the migrations themselves.
    pub async fn empty() -> Self {
        let shared = SHARED.get_or_init(share).await;
        let name = new_name();
        shared.cluster.create_database(&name).await.unwrap();
        Self { shared, name }
    }

    /// How `role` connects to this database.
    pub fn options(&self, role: Role) -> PgConnectOptions {
        self.shared.cluster.options(role).database(&self.name)
    }

    /// The same as an address, for a process that is told where its database is.
    pub fn url(&self, role: Role) -> String {
        let (main, own) = (format!(":///{DATABASE}?"), format!(":///{}?", self.name));
        self.shared.cluster.url(role).replace(&main, &own)
    }

    /// A few connections as `role`.
    pub async fn pool(&self, role: Role) -> PgPool {
        let options = self.options(role);
        PgPoolOptions::new().max_connections(4).connect_with(options).await.unwrap()
    }
}

impl Drop for TestDatabase {
    /// In a thread with a runtime of its own, since the test's may be ending.
    fn drop(&mut self) {
        let options = self.shared.cluster.options(Role::Superuser).database("postgres");
        let statement = format!("drop database if exists {} with (force)", self.name);
        let work = async move {
            let mut admin = options.connect().await?;
            admin.execute(AssertSqlSafe(statement)).await?;
            admin.close().await
        };
        let thread = std::thread::spawn(move || {
            let mut runtime = tokio::runtime::Builder::new_current_thread();
            runtime.enable_all().build().unwrap().block_on(work)
        });
        let result = thread.join().expect("the thread that drops a database");
        if !std::thread::panicking() {
            result.expect("a test's database can be dropped");
        }
    }
}

async fn share() -> Shared {
    let folder = folder();
    let cluster = Cluster::join_or_start(&folder).await.expect("the shared test cluster");
    watch(&folder);
    let mut admin = connect(&cluster, "postgres").await;
    admin.execute(AssertSqlSafe(format!("select pg_advisory_lock({UPKEEP})"))).await.unwrap();
    forget_durability(&mut admin).await;
    drop_leftovers(&mut admin).await;
    let template = template(&cluster, &mut admin).await;
    admin.close().await.unwrap();
    Shared { cluster, template }
}

/// One folder a checkout and user.
fn folder() -> PathBuf {
    let checkout = Sha256::digest(env!("CARGO_MANIFEST_DIR"));
    let user = rustix::process::geteuid().as_raw();
    let name = format!("rapporteur-tests-{user}-{}", hex::encode(&checkout[..6]));
    let folder = std::env::temp_dir().join(name);
    if let Ok(found) = fs::symlink_metadata(&folder) {
        let ours = found.is_dir() && found.uid() == user;
        assert!(ours, "{} is somebody else's: remove it", folder.display());
    }
    folder
}

/// Starts the watchdog unless there is one.
#[allow(clippy::zombie_processes)] // it outlives us
fn watch(folder: &Path) {
    let path = folder.join("watch.lock");
    if File::create(&path).unwrap().try_lock().is_err() {
        return;
    }
    Command::new("flock")
        .arg("-n")
        .arg(path)
        .args(["sh", "-c", WATCHDOG])
        .arg(folder)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .process_group(0)
        .spawn()
        .expect("flock (package util-linux) is installed");
}

/// Nothing in the cluster outlives the run: no need to wait for the disk.
async fn forget_durability(admin: &mut PgConnection) {
    let fsync: String = sqlx::query_scalar("show fsync").fetch_one(&mut *admin).await.unwrap();
    if fsync == "off" {
        return;
    }
    for statement in [
        "alter system set fsync = off",
        "alter system set full_page_writes = off",
        "alter system set synchronous_commit = off",
        "select pg_reload_conf()",
    ] {
        admin.execute(statement).await.unwrap();
    }
}

/// Drops the databases of processes that are gone: `test_<process>_<unique>`.
async fn drop_leftovers(admin: &mut PgConnection) {
    for name in databases_like(admin, r"test\_%").await {
        let process = name.split('_').nth(1).unwrap_or_default();
        if !Path::new("/proc").join(process).exists() {
            drop_database(admin, &name).await;
        }
    }
}

/// The name of the template for the migrations as they are now; makes it if it is missing, and drops older ones.
async fn template(cluster: &Cluster, admin: &mut PgConnection) -> String {
    let migrations = migrations().await;
    let mut hash = Sha256::new();
    for migration in migrations.iter() {
        hash.update(migration.version.to_be_bytes());
        hash.update(&migration.checksum);
    }
    let name = format!("template_{}", &hex::encode(hash.finalize())[..16]);
    let others = databases_like(admin, r"template\__%").await;
    if others.contains(&name) {
        return name;
    }
    for other in others {
        drop_database(admin, &other).await;
    }
    drop_database(admin, "migrating").await;
    cluster.create_database("migrating").await.unwrap();
    let mut owner = cluster.options(Role::Owner).database("migrating").connect().await.unwrap();
    migrations.run(&mut owner).await.expect("the migrations apply to an empty database");
    owner.close().await.unwrap();
    let rename = format!("alter database migrating rename to {name}");
    admin.execute(AssertSqlSafe(rename)).await.unwrap();
    name
}

/// Read from the folder at run time, so that no test runs on migrations that the compiler had cached.
async fn migrations() -> Migrator {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations");
    if !folder.exists() {
        return Migrator::with_migrations(Vec::new());
    }
    Migrator::new(folder).await.expect("the folder migrations can be read")
}

async fn databases_like(admin: &mut PgConnection, pattern: &str) -> Vec<String> {
    sqlx::query_scalar("select datname::text from pg_database where datname like $1")
        .bind(pattern)
        .fetch_all(admin)
        .await
        .unwrap()
}

async fn drop_database(admin: &mut PgConnection, name: &str) {
    let statement = format!("drop database if exists \"{name}\" with (force)");
    admin.execute(AssertSqlSafe(statement)).await.unwrap();
}

async fn connect(cluster: &Cluster, database: &str) -> PgConnection {
    cluster.options(Role::Superuser).database(database).connect().await.unwrap()
}

fn new_name() -> String {
    format!("test_{}_{}", std::process::id(), Uuid::now_v7().simple())
}

#[tokio::test]
async fn each_test_has_a_database_of_its_own() {
    let (first, second) = (TestDatabase::new().await, TestDatabase::new().await);
    let mut owner = first.options(Role::Owner).connect().await.unwrap();
    owner.execute("create table only_here (id integer)").await.unwrap();
    let exists = "select to_regclass('only_here') is not null";
    let mut other = second.options(Role::Owner).connect().await.unwrap();
    let seen: bool = sqlx::query_scalar(exists).fetch_one(&mut other).await.unwrap();
    assert!(!seen);
    let seen: bool = sqlx::query_scalar(exists).fetch_one(&mut owner).await.unwrap();
    assert!(seen);
}

#[tokio::test]
async fn a_database_is_gone_when_its_test_is() {
    let database = TestDatabase::empty().await;
    let pool = database.pool(Role::App).await; // an open pool must not keep it
    let (name, options) = (database.name.clone(), database.options(Role::Superuser));
    let mut admin = options.database("postgres").connect().await.unwrap();
    assert_eq!(databases_like(&mut admin, &name).await.len(), 1);
    drop(database);
    assert!(databases_like(&mut admin, &name).await.is_empty());
    pool.close().await;
}

#[tokio::test]
async fn a_database_is_reached_by_its_address() {
    let database = TestDatabase::new().await;
    let mut app = PgConnection::connect(&database.url(Role::App)).await.unwrap();
    let (name, user): (String, String) =
        sqlx::query_as("select current_database()::text, current_user::text").fetch_one(&mut app).await.unwrap();
    assert_eq!((name.as_str(), user.as_str()), (database.name.as_str(), "rapporteur_app"));
}
