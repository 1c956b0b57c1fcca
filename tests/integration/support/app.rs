//! The product's own server on a database of its own, with a clock that tests move.

use std::net::{SocketAddr, TcpListener};

use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::Tz;
use rapporteur::{
    clock::Clock,
    database::{Database, cluster::Role},
    domain::ids::InstallationId,
    services::{Context, Installation, note_reader::NoteReader, passwords::Hasher},
    web::{Settings, State, server},
};
use sqlx::{PgPool, Row};
use tempfile::TempDir;

use super::{browser::Browser, database::TestDatabase};

/// A running server.
pub struct TestApp {
    /// Where it listens.
    pub address: SocketAddr,
    /// Its use-cases' context: for calling services directly.
    pub context: Context,
    /// Its clock: sessions, limits, mails. Windows are decided by Postgres's own.
    pub clock: Clock,
    /// A pool that sees and may do everything: for arranging, and for looking behind the scenes.
    pub superuser: PgPool,
    /// The folder of `.eml` files.
    pub mailbox: TempDir,
    server: actix_web::dev::ServerHandle,
    // last: dropped after everything that uses it
    pub database: TestDatabase,
}

impl TestApp {
    /// Starts a server with participants and without people.
    pub async fn start() -> Self {
        let database = TestDatabase::new().await;
        let superuser = database.pool(Role::Superuser).await;
        seed_participants(&superuser).await;
        let row = sqlx::query("select id from installation").fetch_one(&superuser).await.unwrap();
        let clock = Clock::fixed(now());
        let context = Context {
            database: Database::new(database.options(Role::App), 8),
            clock: clock.clone(),
            hasher: Hasher::with_memory(8),
            installation: Installation {
                id: InstallationId::from(row.get::<uuid::Uuid, _>("id")),
                demonstration: false,
            },
        };
        let mailbox = tempfile::tempdir().unwrap();
        let settings = Settings {
            public_url: None,
            trusted_proxies: Vec::new(),
            seat: Tz::America__New_York,
            mailbox: Some(mailbox.path().to_owned()),
        };
        let notes = NoteReader::new(env!("CARGO_BIN_EXE_rapporteur").into());
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let server = server::server(listener, State { services: context.clone(), notes, settings }, 1).unwrap();
        let handle = server.handle();
        tokio::spawn(server);
        Self { address, context, clock, superuser, mailbox, server: handle, database }
    }

    /// A browser without cookies, in English.
    pub fn browser(&self) -> Browser {
        Browser::new(self.address)
    }

    /// Moves the server's clock.
    pub fn advance(&self, by: TimeDelta) {
        self.clock.advance(by);
    }
}

impl Drop for TestApp {
    fn drop(&mut self) {
        drop(self.server.stop(false));
    }
}

/// The real time, as the server's clock starts with it.
#[allow(clippy::disallowed_methods)] // tests arrange around the real time
pub fn now() -> DateTime<Utc> {
    Utc::now()
}

/// The participants of `seeds/`, with names and groups.
async fn seed_participants(superuser: &PgPool) {
    let csv = include_str!("../../../seeds/participants.csv");
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    let headers = reader.headers().unwrap().clone();
    let column = |name: &str| headers.iter().position(|header| header == name).unwrap();
    let (code, kind, group) = (column("code"), column("kind"), column("regional_group"));
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    let pick = |at: usize| rows.iter().map(|row| row[at].to_owned()).collect::<Vec<_>>();
    sqlx::query("insert into participants (code, kind) select * from unnest($1::text[], $2::text[])")
        .bind(pick(code))
        .bind(pick(kind))
        .execute(superuser)
        .await
        .unwrap();
    for language in ["ar", "en", "es", "fr", "ru", "zh"] {
        sqlx::query(
            "insert into participant_names (participant_code, language, name)
             select c, $3, n from unnest($1::text[], $2::text[]) as t (c, n)",
        )
        .bind(pick(code))
        .bind(pick(column(&format!("name_{language}"))))
        .bind(language)
        .execute(superuser)
        .await
        .unwrap();
    }
    sqlx::query("insert into regional_groups select distinct g from unnest($1::text[]) g where g <> ''")
        .bind(pick(group))
        .execute(superuser)
        .await
        .unwrap();
    sqlx::query(
        "insert into regional_group_names select code, language, initcap(replace(code, '-', ' '))
         from regional_groups, unnest(array['ar', 'en', 'es', 'fr', 'ru', 'zh']) language",
    )
    .execute(superuser)
    .await
    .unwrap();
    sqlx::query(
        "insert into group_memberships (participant_code, group_code)
         select c, g from unnest($1::text[], $2::text[]) as t (c, g) where g <> ''",
    )
    .bind(pick(code))
    .bind(pick(group))
    .execute(superuser)
    .await
    .unwrap();
}
