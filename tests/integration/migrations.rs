//! Each migration applied over data of the version before it: nothing that was there is lost or refused.

use std::path::Path;

use rapporteur::database::cluster::Role;
use sqlx::{Connection, Executor, PgConnection, migrate::Migrator};

use crate::support::database::TestDatabase;

/// A consultation with what it stands on, as the first seven migrations keep them.
const CONSULTATION: &str = "
    insert into participants values ('ZAF', 'member_state');
    insert into accounts (id, email, email_key, name, created_at)
      values ('00000000-0000-0000-0000-000000000001', 'chair@test.example', 'chair@test.example', '', now());
    insert into consultations (id, title, presidency_code, seat_time_zone, language, note, source, created_by, created_at)
      select gen_random_uuid(), 'Before', 'ZAF', 'America/New_York', 'en', '{\"sections\": []}', 'source', id, now()
      from accounts;
";

/// The owner's connection to a database with the migrations up to `version`.
async fn at_version(database: &TestDatabase, version: i64) -> (PgConnection, Migrator) {
    let all = Migrator::new(Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations")).await.unwrap();
    let before = all.iter().filter(|migration| migration.version <= version).cloned().collect();
    let mut owner = PgConnection::connect_with(&database.options(Role::Owner)).await.unwrap();
    Migrator::with_migrations(before).run(&mut owner).await.unwrap();
    (owner, all)
}

#[tokio::test]
async fn a_consultation_made_before_letters_were_kept_has_none() {
    let database = TestDatabase::empty().await;
    let (mut owner, all) = at_version(&database, 7).await;
    owner.execute(CONSULTATION).await.unwrap();
    all.run(&mut owner).await.unwrap();
    let query = "select (title, source, letter) = ('Before', 'source'::bytea, '{}'::text[]) from consultations";
    assert!(sqlx::query_scalar::<_, bool>(query).fetch_one(&mut owner).await.unwrap());
    owner.close().await.unwrap();
}
