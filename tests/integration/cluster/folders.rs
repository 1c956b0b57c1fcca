//! Folders in which the cluster is kept: names, obstacles, what is there already.

use std::fs::{self, Permissions};
use std::os::unix::fs::{PermissionsExt, symlink};
use std::process::Command;

use rapporteur::database::cluster::{Cluster, Role};
use rustix::process::geteuid;
use sqlx::{Connection, PgConnection};

use super::{connect, line, place::Place, text};

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
