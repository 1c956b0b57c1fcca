//! Chromium and its driver: one pair a story, gone with it.

use std::{
    io::{BufRead, BufReader},
    os::unix::process::CommandExt,
    process::{Child, Command, Stdio},
};

use fantoccini::{Client, ClientBuilder, wd::Capabilities};
use hyper_util::client::legacy::connect::HttpConnector;
use rustix::process::{Pid, Signal, kill_process_group};
use serde_json::json;
use tempfile::TempDir;

use super::Look;

/// How often the driver is started until it says its port.
const ATTEMPTS: usize = 5;

/// A running driver; dropping it ends the driver and its browser.
pub struct Driver {
    process: Child,
    port: u16,
    profile: TempDir,
}

impl Driver {
    /// Starts the driver on a port that the system chooses.
    pub fn start() -> Self {
        // it ends at once where the port is free for one version of IP and taken for the other
        (0..ATTEMPTS).find_map(|_| Self::started()).expect("chromedriver says its port")
    }

    fn started() -> Option<Self> {
        let mut process = Command::new("chromedriver")
            .arg("--port=0")
            .process_group(0) // so that it can be ended together with the browser
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("chromedriver is installed: script/test does it");
        let mut lines = BufReader::new(process.stdout.take().unwrap()).lines().map_while(Result::ok);
        let port = lines
            .find_map(|line| line.split("started successfully on port ").nth(1)?.trim_end_matches('.').parse().ok());
        let Some(port) = port else {
            process.wait().unwrap();
            return None;
        };
        std::thread::spawn(move || lines.for_each(drop)); // a full pipe would stop it
        Some(Self { process, port, profile: tempfile::tempdir().unwrap() })
    }

    /// Opens a browser that looks as asked, and reaches nothing but this machine.
    pub async fn connect(&self, look: Look) -> Client {
        let arguments = [
            "--headless=new".to_owned(),
            "--no-sandbox".to_owned(), // root is refused otherwise
            "--disable-dev-shm-usage".to_owned(),
            "--disable-gpu".to_owned(),
            "--disable-quic".to_owned(),
            "--disable-sync".to_owned(),
            "--disable-background-networking".to_owned(),
            "--disable-component-update".to_owned(),
            "--no-first-run".to_owned(),
            "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1".to_owned(),
            format!("--accept-lang={}", look.language),
            format!("--user-data-dir={}", self.profile.path().display()),
        ];
        let capabilities: Capabilities = json!({
            "goog:chromeOptions": {"args": arguments},
            "goog:loggingPrefs": {"browser": "ALL"},
        })
        .as_object()
        .unwrap()
        .clone();
        ClientBuilder::new(HttpConnector::new())
            .capabilities(capabilities)
            .connect(&format!("http://127.0.0.1:{}", self.port))
            .await
            .expect("chromedriver opens a browser")
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        if let Some(group) = Pid::from_raw(i32::try_from(self.process.id()).unwrap()) {
            let _ = kill_process_group(group, Signal::KILL); // it may have gone by itself
        }
        let _ = self.process.wait();
    }
}
