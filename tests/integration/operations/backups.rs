//! A backup holds every row, those behind row-level security too, and comes back whole.

use std::collections::BTreeMap;

use rapporteur::database::cluster::{Cluster, Role};
use sqlx::{AssertSqlSafe, ConnectOptions, Connection, Executor, PgConnection};

use super::program::{Place, command, on, run};
use crate::support::{
    database::TestDatabase,
    fixture::{Fixture, Persona},
};

/// The rows of every table, by a superuser, whom no policy binds.
async fn rows(superuser: &mut PgConnection) -> BTreeMap<String, i64> {
    let tables = "select relname::text from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'";
    let tables: Vec<String> = sqlx::query_scalar(tables).fetch_all(&mut *superuser).await.unwrap();
    let mut rows = BTreeMap::new();
    for table in tables {
        let count = AssertSqlSafe(format!("select count(*) from {table}"));
        let count: i64 = sqlx::query_scalar(count).fetch_one(&mut *superuser).await.unwrap();
        rows.insert(table, count);
    }
    rows
}

/// A response in preparation with a draft, and a submission: rows in every table behind row-level security.
async fn write_words(fixture: &Fixture) {
    let account = fixture.account(Persona::FocalPoint).await.uuid();
    let (consultation, response) = (fixture.consultation.uuid(), fixture.response.uuid());
    let statement = format!(
        "insert into revisions select gen_random_uuid(), '{response}', '{consultation}', 'CRI', '{question}', 1, 'Borrador', 'es', 1,
           '{account}', now();
         insert into submissions values ('{account}', '{response}', '{consultation}', 'CRI', 1, 'RP-0000-0000', '{{}}', '\\x00',
           'Name', 'Title', '{account}', now(), 1);
         insert into submitted_answers values ('{account}', '{consultation}', 'CRI', '{question}', 'Respuesta', 'es', 1);
         insert into summary_revisions select gen_random_uuid(), '{consultation}', '{question}', 1, 'Summary', 'en', '{account}', now();
         insert into reports select gen_random_uuid(), '{consultation}', 1, '{{}}', '\\x00', '{account}', now();",
        question = fixture.questions[0].uuid(),
    );
    fixture.app.superuser.execute(AssertSqlSafe(statement)).await.unwrap();
}

#[tokio::test]
async fn every_row_comes_back() {
    let fixture = Fixture::new().await;
    write_words(&fixture).await;
    let database = &fixture.app.database;
    let mut superuser = PgConnection::connect(&database.url(Role::Superuser)).await.unwrap();
    let before = rows(&mut superuser).await;
    for table in ["responses", "revisions", "submissions", "submitted_answers", "summary_revisions", "reports"] {
        assert!(before[table] > 0, "{table} has rows to lose");
    }
    let place = Place::new();
    let file = place.beside("backup");
    let name = file.to_str().unwrap();
    let back_up = || run(command(&["backup", name]).env("RAPPORTEUR_BACKUP_URL", database.url(Role::Backup)));
    let said = back_up();
    assert!(said.success, "{said:?}");
    assert!(back_up().refusal().contains("exists already"));
    let part = place.beside("part");
    for role in [Role::App, Role::Owner] {
        let said = run(command(&["backup"]).arg(&part).env("RAPPORTEUR_BACKUP_URL", database.url(role)));
        assert!(said.refusal().contains("drafts are hidden") && said.refusal().contains(role.name()), "{said:?}");
        assert!(!part.exists() && !place.beside("part.unfinished").exists());
    }

    // into a server's new database
    let other = TestDatabase::empty().await;
    let restore = || run(command(&["restore", name]).env("RAPPORTEUR_OWNER_URL", other.url(Role::Owner)));
    let said = restore();
    assert!(said.success, "{said:?}");
    let mut restored = PgConnection::connect(&other.url(Role::Superuser)).await.unwrap();
    assert_eq!(rows(&mut restored).await, before);
    assert_eq!(policies(&mut restored).await, policies(&mut superuser).await);
    assert!(restore().refusal().contains("not empty"));

    // into a new data folder
    let said = on(&place, &["restore", name]);
    assert!(said.success, "{said:?}");
    assert!(place.is_quiet());
    let (cluster, mut inside) = place.inside(Role::Superuser).await;
    assert_eq!(rows(&mut inside).await, before);
    inside.close().await.unwrap();
    app_sees_nothing(&cluster).await;
    cluster.stop().await.unwrap();
}

/// The policies, and whether they bind the tables' owner too.
async fn policies(superuser: &mut PgConnection) -> Vec<String> {
    let policies =
        "select concat_ws(' ', c.relname, c.relrowsecurity, c.relforcerowsecurity, p.polname, p.polroles::regrole[],
             pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid))
           from pg_class c left join pg_policy p on p.polrelid = c.oid
           where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' order by 1";
    sqlx::query_scalar(policies).fetch_all(superuser).await.unwrap()
}

async fn app_sees_nothing(cluster: &Cluster) {
    let mut app = cluster.options(Role::App).connect().await.unwrap();
    let seen: i64 = sqlx::query_scalar("select count(*) from revisions").fetch_one(&mut app).await.unwrap();
    assert_eq!(seen, 0, "row-level security is on again");
    app.close().await.unwrap();
}

#[test]
fn what_cannot_be_backed_up_or_restored() {
    let place = Place::new();
    let said = on(&place, &["backup", place.beside("nothing").to_str().unwrap()]);
    assert!(said.refusal().contains("holds no data"), "{said:?}");
    assert!(!place.beside("nothing").exists());
    let said = on(&place, &["restore", place.beside("missing").to_str().unwrap()]);
    assert!(said.refusal().contains("missing"), "{said:?}");
    std::fs::write(place.beside("letter.txt"), "no backup at all").unwrap();
    let said = on(&place, &["restore", place.beside("letter.txt").to_str().unwrap()]);
    assert!(said.refusal().contains("pg_restore failed"), "{said:?}");
    let mut alone = command(&["backup", "anywhere"]);
    alone.env("DATABASE_URL", "postgres://somebody@127.0.0.1:1/nowhere");
    assert!(run(&mut alone).refusal().contains("RAPPORTEUR_BACKUP_URL is missing"));
}
