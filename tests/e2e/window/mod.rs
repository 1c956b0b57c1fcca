//! A person's browser window: opens pages, fills in, presses, reads. Whatever cannot be done fails with the page's own words.
//!
//! Nothing here waits for a fixed time: every step waits for what it needs, and fails after [`PATIENCE`].

mod accessibility;
mod devtools;
mod driver;

use std::{
    cell::{Cell, RefCell},
    fs,
    net::SocketAddr,
    panic::AssertUnwindSafe,
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

use fantoccini::{Client, Locator, elements::Element};
use futures_util::FutureExt;
use serde_json::json;

use driver::Driver;

/// The longest that any step may take on a busy machine.
const PATIENCE: Duration = Duration::from_secs(20);

/// How a browser is set up.
#[derive(Debug, Clone, Copy)]
pub struct Look {
    /// Its preferred language.
    pub language: &'static str,
    /// Its width in CSS pixels: below 600 it is a phone.
    pub width: u32,
    /// Whether pages may run scripts.
    pub scripts: bool,
}

impl Look {
    /// A desk: 1280 pixels.
    pub fn desk(language: &'static str) -> Self {
        Self { language, width: 1280, scripts: true }
    }

    /// A phone: 390 pixels.
    pub fn phone(language: &'static str) -> Self {
        Self { language, width: 390, scripts: true }
    }
}

/// A browser window on one server.
pub struct Window {
    client: Client,
    origin: String,
    look: Look,
    pages: PathBuf,
    seen: Cell<usize>,
    problems: RefCell<Vec<String>>,
}

/// Plays a story in a browser. When it fails, the page on which it stopped is photographed as `failed.png`.
pub async fn story(name: &str, server: SocketAddr, look: Look, play: impl AsyncFnOnce(&Window)) {
    let pages = Path::new(env!("CARGO_TARGET_TMPDIR")).join("pages").join(name);
    let _ = fs::remove_dir_all(&pages); // of the last run
    fs::create_dir_all(&pages).unwrap();
    let driver = Driver::start();
    let client = driver.connect(look).await;
    let window = Window {
        client,
        origin: format!("http://{server}"),
        look,
        pages,
        seen: Cell::new(0),
        problems: RefCell::new(Vec::new()),
    };
    window.set_up().await;
    let result = AssertUnwindSafe(play(&window)).catch_unwind().await;
    if let Err(panic) = result {
        let last = AssertUnwindSafe(window.confess()).catch_unwind().await;
        if last.is_err() {
            eprintln!("and the page could not be read");
        }
        eprintln!("{}", window.problems.borrow().join("\n\n"));
        std::panic::resume_unwind(panic);
    }
    window.client.close().await.unwrap();
    let problems = window.problems.into_inner();
    assert!(problems.is_empty(), "{} (pictures in {})", problems.join("\n\n"), window.pages.display());
}

impl Window {
    /// Opens a path of the server.
    pub async fn open(&self, path: &str) {
        self.client.goto(&format!("{}{path}", self.origin)).await.unwrap();
    }

    /// The present path, with its query.
    pub async fn path(&self) -> String {
        let url = self.client.current_url().await.unwrap();
        url.as_str().strip_prefix(&self.origin).unwrap_or(url.as_str()).to_owned()
    }

    /// The first element that fits, as soon as there is one.
    pub async fn find(&self, css: &str) -> Element {
        let found =
            self.client.wait().at_most(PATIENCE).every(Duration::from_millis(50)).for_element(Locator::Css(css));
        match found.await {
            Ok(element) => element,
            Err(error) => self.fail(css, &error).await,
        }
    }

    /// How many elements fit, now.
    pub async fn count(&self, css: &str) -> usize {
        self.client.find_all(Locator::Css(css)).await.unwrap().len()
    }

    /// The text that a reader sees in the first element that fits.
    pub async fn text(&self, css: &str) -> String {
        self.find(css).await.text().await.unwrap()
    }

    /// What stands in a field.
    pub async fn value(&self, css: &str) -> String {
        self.find(css).await.prop("value").await.unwrap().unwrap_or_default()
    }

    /// An attribute of the first element that fits.
    pub async fn attribute(&self, css: &str, name: &str) -> Option<String> {
        self.find(css).await.attr(name).await.unwrap()
    }

    /// Replaces what stands in a field, as if pasted.
    pub async fn fill(&self, css: &str, text: &str) {
        let field = self.find(css).await;
        if let Err(error) = field.clear().await {
            self.fail(css, &error).await;
        }
        // a click could land on a bar that lies over the field
        let focus = format!("document.querySelector({}).focus()", json!(css));
        devtools::evaluate(&self.client, &focus).await;
        devtools::command(&self.client, "Input.insertText", json!({"text": text})).await;
    }

    /// Sets a date or a time, as its picker does.
    pub async fn pick(&self, css: &str, value: &str) {
        self.find(css).await;
        let pick = format!(
            "(() => {{ const field = document.querySelector({}); field.value = {}; return field.value; }})()",
            json!(css),
            json!(value)
        );
        assert_eq!(devtools::evaluate(&self.client, &pick).await, value, "{css}");
    }

    /// Chooses an option by its value.
    pub async fn choose(&self, css: &str, value: &str) {
        if let Err(error) = self.find(css).await.select_by_value(value).await {
            self.fail(css, &error).await;
        }
    }

    /// Clicks on something that stays on the page.
    pub async fn click(&self, css: &str) {
        let element = self.find(css).await;
        // the driver would bring it just inside the window, under the bar at its lower edge
        let scroll =
            format!("document.querySelector({}).scrollIntoView({{block: 'center', behavior: 'instant'}})", json!(css));
        devtools::evaluate(&self.client, &scroll).await;
        if let Err(error) = element.click().await {
            self.fail(css, &error).await;
        }
    }

    /// Clicks on something that leads to another page, and waits until it is there.
    pub async fn follow(&self, css: &str) {
        let old = self.find("html").await;
        self.click(css).await;
        self.leave(css, old).await;
    }

    /// Presses Enter in a field, and waits until the page that this leads to is there.
    pub async fn enter(&self, css: &str) {
        let old = self.find("html").await;
        self.find(css).await.send_keys("\u{e007}").await.unwrap();
        self.leave(css, old).await;
    }

    /// Waits until the page of `old` has made room for another.
    async fn leave(&self, css: &str, old: Element) {
        let started = Instant::now();
        // an element of a page that is gone can no longer be asked
        while old.tag_name().await.is_ok() {
            assert!(started.elapsed() < PATIENCE, "{css} leads nowhere from {}", self.path().await);
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        self.find("main h1").await;
    }

    /// Goes back as the browser's button does; its warning is answered with "leave".
    pub async fn back(&self) {
        self.client.back().await.unwrap();
    }

    /// How many pages the browser's history has.
    pub async fn history(&self) -> u64 {
        devtools::evaluate(&self.client, "history.length").await.as_u64().unwrap()
    }

    /// The id of what has the focus.
    pub async fn focused(&self) -> String {
        devtools::evaluate(&self.client, "document.activeElement.id").await.as_str().unwrap().to_owned()
    }

    /// Presses a button, and says whether the page takes no input while its answer is waited for.
    pub async fn waits_after(&self, css: &str) -> bool {
        let press = format!("document.querySelector({}).click(), document.body.inert", json!(css));
        devtools::evaluate(&self.client, &press).await.as_bool().unwrap()
    }

    /// Whether a part of the first element that fits is in the window, and in whatever it scrolls in.
    pub async fn in_view(&self, css: &str) -> bool {
        self.find(css).await;
        let seen = format!(
            "new Promise((seen) => new IntersectionObserver(([entry]) => seen(entry.isIntersecting)).observe(document.querySelector({})))",
            json!(css)
        );
        devtools::evaluate(&self.client, &seen).await.as_bool().unwrap()
    }

    /// Whether the browser would warn before it leaves this page.
    pub async fn warns(&self) -> bool {
        let leave = "!window.dispatchEvent(new Event('beforeunload', {cancelable: true}))";
        devtools::evaluate(&self.client, leave).await.as_bool().unwrap()
    }

    /// Drops a file on the first element that fits.
    pub async fn drop_file(&self, css: &str, name: &str, content: &str) {
        self.find(css).await;
        let drop = format!(
            "(() => {{ const dataTransfer = new DataTransfer(); dataTransfer.items.add(new File([{}], {}));
            for (const kind of ['dragenter', 'dragover', 'drop']) document.querySelector({}).dispatchEvent(
                new DragEvent(kind, {{dataTransfer, bubbles: true, cancelable: true}})); }})()",
            json!(content),
            json!(name),
            json!(css)
        );
        devtools::evaluate(&self.client, &drop).await;
    }

    /// Signs in on the page that asks for it.
    pub async fn sign_in(&self, email: &str, password: &str) {
        self.open("/sign-in").await;
        self.fill("#email", email).await;
        self.fill("#password", password).await;
        self.follow("main form button").await;
        assert!(!self.path().await.starts_with("/sign-in"), "{}", self.text("main").await);
    }

    /// Signs out by the menu.
    pub async fn sign_out(&self) {
        self.menu("form[action='/sign-out'] button").await;
    }

    /// Follows a link or button of the menu.
    pub async fn menu(&self, css: &str) {
        self.unfold(".bar-menu", css).await;
    }

    /// Follows a link to another page of the consultation that one presides over.
    pub async fn tabs(&self, css: &str) {
        self.unfold(".tabs-fold details", css).await;
    }

    /// Follows what is folded on a phone and lies open on a desk.
    async fn unfold(&self, fold: &str, css: &str) {
        let summary = self.find(&format!("{fold} > summary")).await;
        if summary.is_displayed().await.unwrap() {
            summary.click().await.unwrap();
        }
        let old = self.find("html").await;
        // with the mouse itself: the driver takes whatever is in a closed fold for hidden, though this one's lies open
        let middle = format!(
            "(({{left, top, width, height}}) => [left + width / 2, top + height / 2])(document.querySelector({}).getBoundingClientRect())",
            json!(format!("{fold} {css}"))
        );
        let middle = devtools::evaluate(&self.client, &middle).await;
        for kind in ["mousePressed", "mouseReleased"] {
            let mouse = json!({"type": kind, "x": middle[0], "y": middle[1], "button": "left", "clickCount": 1});
            devtools::command(&self.client, "Input.dispatchMouseEvent", mouse).await;
        }
        self.leave(css, old).await;
    }

    /// Removes the session's cookie, as a browser does that was closed.
    pub async fn forget_session(&self) {
        let cookies = self.client.get_all_cookies().await.unwrap();
        let session = cookies.iter().find(|cookie| cookie.name().starts_with("__Host-session")).expect("a session");
        self.client.delete_cookie(session.name()).await.unwrap();
    }

    /// Opens the present page in a second tab, which stays in front.
    pub async fn second_tab(&self) {
        let path = self.path().await;
        let tab = self.client.new_window(true).await.unwrap();
        self.client.switch_to_window(tab.handle).await.unwrap();
        self.set_up().await;
        self.open(&path).await;
    }

    /// Brings the tab of that number to the front, the first being 0.
    pub async fn tab(&self, number: usize) {
        let tabs = self.client.windows().await.unwrap();
        self.client.switch_to_window(tabs[number].clone()).await.unwrap();
    }

    /// The page as it should be: accessible, in the window's language, without sideways scroll, nothing refused or thrown in
    /// the console. It is photographed. What is wrong is said at the end of the story, of all its pages at once.
    pub async fn holds(&self) {
        let path = self.path().await;
        self.photograph(&path).await;
        let mut wrong = Vec::new();
        let direction = if self.look.language == "ar" { "rtl" } else { "ltr" };
        for (name, expected) in [("lang", self.look.language), ("dir", direction)] {
            let found = self.attribute("html", name).await;
            if found.as_deref() != Some(expected) {
                wrong.push(format!("{name} is {found:?}, not {expected}"));
            }
        }
        wrong.extend(self.wider().await);
        // a page that was loaded without scripts stays without; but the rules need promises, which wait for permission too
        self.allow_scripts(true).await;
        wrong.extend(accessibility::violations(&self.client).await);
        self.allow_scripts(self.look.scripts).await;
        let console = devtools::console(&self.client).await;
        // the browser reports every 409 or 422 as a failure to load
        let severe = console.into_iter().filter(|(level, text)| level == "SEVERE" && !text.contains("status of 4"));
        wrong.extend(severe.map(|(_, text)| format!("the console: {text}")));
        if !wrong.is_empty() {
            let mut problems = self.problems.borrow_mut();
            problems.push(format!("{:02} {path} in {}:\n{}", self.seen.get(), self.look.language, wrong.join("\n")));
        }
    }

    /// What makes the page wider than the window.
    async fn wider(&self) -> Option<String> {
        let wider = r"(() => {
            const page = document.documentElement;
            if (page.scrollWidth <= page.clientWidth && innerWidth <= WIDTH) return null;
            const out = [...document.querySelectorAll('main *')].filter((e) => {
                const box = e.getBoundingClientRect();
                return box.width > WIDTH - 20 || (box.width && (box.right > WIDTH + 0.5 || box.left < -0.5) && !e.children.length);
            });
            return page.scrollWidth + ' pixels wide: ' + out.slice(0, 6).map((e) => e.outerHTML.slice(0, 120)).join(' | ');
        })()"
            .replace("WIDTH", &self.look.width.to_string());
        devtools::evaluate(&self.client, &wider).await.as_str().map(str::to_owned)
    }

    async fn set_up(&self) {
        let phone = self.look.width < 600;
        let metrics = json!({
            "width": self.look.width,
            "height": if phone { 844 } else { 900 },
            "deviceScaleFactor": 1,
            "mobile": phone,
        });
        devtools::command(&self.client, "Emulation.setDeviceMetricsOverride", metrics).await;
        self.allow_scripts(self.look.scripts).await;
    }

    async fn allow_scripts(&self, allowed: bool) {
        devtools::command(&self.client, "Emulation.setScriptExecutionDisabled", json!({"value": !allowed})).await;
    }

    async fn photograph(&self, path: &str) {
        let number = self.seen.get() + 1;
        self.seen.set(number);
        // ids and tokens differ from run to run
        let words = path.split(['/', '?']).filter(|part| !part.is_empty() && part.len() < 32);
        let name = words.collect::<Vec<_>>().join("-");
        let file = format!("{number:02}-{}.png", if name.is_empty() { "start" } else { &name });
        fs::write(self.pages.join(file), devtools::photograph(&self.client).await).unwrap();
    }

    async fn fail(&self, what: &str, error: &dyn std::fmt::Display) -> ! {
        panic!("{what} on {}: {error}", self.path().await)
    }

    /// Says where a story stopped.
    async fn confess(&self) {
        let shot = self.pages.join("failed.png");
        eprintln!("stopped on {}, see {}", self.path().await, shot.display());
        eprintln!("{}", self.text("main").await.chars().take(600).collect::<String>());
        fs::write(shot, devtools::photograph(&self.client).await).unwrap();
    }
}
