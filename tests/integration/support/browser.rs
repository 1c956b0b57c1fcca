//! A browser: keeps cookies, and submits the forms that pages really show, so that a missing field or token fails.

use std::{collections::BTreeMap, net::SocketAddr};

use reqwest::{Method, StatusCode, header, redirect::Policy};
use scraper::{ElementRef, Html, Selector};

/// One person's browser.
#[derive(Clone)]
pub struct Browser {
    origin: String,
    client: reqwest::Client,
    /// Cookies by name; a test may change them.
    pub cookies: BTreeMap<String, String>,
    /// Sent as Accept-Language.
    pub language: String,
}

/// An answer.
#[derive(Debug, Clone)]
pub struct Page {
    /// Its status.
    pub status: StatusCode,
    /// The path asked for.
    pub path: String,
    /// Its headers.
    pub headers: header::HeaderMap,
    /// Its text.
    pub body: String,
}

/// A form as a page shows it, to be filled in.
#[derive(Debug, Clone)]
pub struct Form {
    /// Where it goes.
    pub action: String,
    /// Whether it is sent as multipart/form-data.
    pub multipart: bool,
    /// Names and values in the page's order.
    pub fields: Vec<(String, String)>,
    /// Files: name, file name, content.
    pub files: Vec<(String, String, Vec<u8>)>,
}

impl Browser {
    /// A browser that has never been here.
    pub fn new(address: SocketAddr) -> Self {
        let client = reqwest::Client::builder().redirect(Policy::none()).no_proxy().build().unwrap();
        Self { origin: format!("http://{address}"), client, cookies: BTreeMap::new(), language: "en".into() }
    }

    /// The same browser, with its cookies, at a server that moved.
    pub fn moved(self, address: SocketAddr) -> Self {
        Self { origin: format!("http://{address}"), ..self }
    }

    /// Asks for a path, without following.
    pub async fn get(&mut self, path: &str) -> Page {
        self.send(Method::GET, path, &[], Vec::new()).await
    }

    /// Asks for a path and follows redirects.
    pub async fn visit(&mut self, path: &str) -> Page {
        let page = self.get(path).await;
        self.follow(page).await
    }

    /// Sends a form, without following.
    pub async fn submit(&mut self, form: Form) -> Page {
        let same_origin = [("sec-fetch-site", "same-origin".to_owned())];
        self.submit_with(form, &same_origin).await
    }

    /// Sends a form and follows redirects.
    pub async fn send_form(&mut self, form: Form) -> Page {
        let page = self.submit(form).await;
        self.follow(page).await
    }

    /// Sends a form with other headers than a browser would send.
    pub async fn submit_with(&mut self, form: Form, headers: &[(&str, String)]) -> Page {
        let (kind, body) = form.encode();
        let mut headers = headers.to_vec();
        headers.push(("content-type", kind));
        self.send(Method::POST, &form.action, &headers, body).await
    }

    /// Signs in through the page.
    pub async fn sign_in(&mut self, email: &str, password: &str) -> Page {
        let mut form = self.get("/sign-in").await.form("form:has(input[type=password])");
        form.set("email", email).set("password", password);
        self.submit(form).await
    }

    /// Follows redirects to a page.
    pub async fn follow(&mut self, mut page: Page) -> Page {
        for _ in 0..5 {
            let Some(location) = page.location() else { return page };
            page = self.get(&location).await;
        }
        panic!("redirects without end at {}", page.path);
    }

    /// Any request.
    pub async fn send(&mut self, method: Method, path: &str, headers: &[(&str, String)], body: Vec<u8>) -> Page {
        let cookies: Vec<String> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let mut request = self
            .client
            .request(method, format!("{}{path}", self.origin))
            .header(header::ACCEPT_LANGUAGE, &self.language)
            .body(body);
        if !cookies.is_empty() {
            request = request.header(header::COOKIE, cookies.join("; "));
        }
        for (name, value) in headers {
            request = request.header(*name, value);
        }
        let response = request.send().await.unwrap();
        for cookie in response.headers().get_all(header::SET_COOKIE) {
            self.keep(cookie.to_str().unwrap());
        }
        Page {
            status: response.status(),
            path: path.to_owned(),
            headers: response.headers().clone(),
            body: String::from_utf8_lossy(&response.bytes().await.unwrap()).into_owned(),
        }
    }

    fn keep(&mut self, cookie: &str) {
        assert!(
            cookie.starts_with("__Host-") && cookie.contains("; Secure") && cookie.contains("; HttpOnly"),
            "{cookie}"
        );
        let (name, value) = cookie.split(';').next().unwrap().split_once('=').unwrap();
        if value.is_empty() || cookie.contains("Max-Age=0") {
            self.cookies.remove(name);
        } else {
            self.cookies.insert(name.to_owned(), value.to_owned());
        }
    }
}

impl Page {
    /// Where it sends to.
    pub fn location(&self) -> Option<String> {
        let location = self.headers.get(header::LOCATION)?;
        Some(location.to_str().unwrap().to_owned())
    }

    /// The page, parsed.
    pub fn html(&self) -> Html {
        Html::parse_document(&self.body)
    }

    /// The texts of what a selector finds, blanks joined, isolation marks out.
    pub fn texts(&self, selector: &str) -> Vec<String> {
        self.html().select(&Selector::parse(selector).unwrap()).map(text).collect()
    }

    /// The text of the one thing a selector finds.
    pub fn text(&self, selector: &str) -> String {
        let mut texts = self.texts(selector);
        assert_eq!(texts.len(), 1, "{selector} on {} ({}): {texts:?}", self.path, self.status);
        texts.remove(0)
    }

    /// All text of the main part.
    pub fn main(&self) -> String {
        self.text("main")
    }

    /// The addresses of the links whose text holds this.
    pub fn links(&self, holds: &str) -> Vec<String> {
        self.html()
            .select(&Selector::parse("a[href]").unwrap())
            .filter(|link| text(*link).contains(holds))
            .map(|link| link.value().attr("href").unwrap().to_owned())
            .collect()
    }

    /// The one form that a selector finds, as a browser would send it when nothing is touched and no button named.
    pub fn form(&self, selector: &str) -> Form {
        let html = self.html();
        let found: Vec<ElementRef> = html.select(&Selector::parse(selector).unwrap()).collect();
        assert_eq!(found.len(), 1, "{selector} on {} ({}): {} forms", self.path, self.status, found.len());
        let form = found[0];
        let path = self.path.split('?').next().unwrap().to_owned();
        Form {
            action: form.value().attr("action").filter(|action| !action.is_empty()).map_or(path, ToOwned::to_owned),
            multipart: form.value().attr("enctype") == Some("multipart/form-data"),
            fields: form.select(&Selector::parse("input, select, textarea").unwrap()).flat_map(controls).collect(),
            files: Vec::new(),
        }
    }

    /// The form whose action is this path.
    pub fn form_to(&self, action: &str) -> Form {
        self.form(&format!("form[method=post][action=\"{action}\"]"))
    }
}

/// What a control sends.
fn controls(control: ElementRef<'_>) -> Vec<(String, String)> {
    let element = control.value();
    let Some(name) = element.attr("name").filter(|_| element.attr("disabled").is_none()) else { return Vec::new() };
    let named = |value: String| vec![(name.to_owned(), value)];
    match (element.name(), element.attr("type")) {
        ("input", Some("submit" | "button" | "file")) => Vec::new(),
        ("input", Some("checkbox" | "radio")) if element.attr("checked").is_none() => Vec::new(),
        ("input", Some("checkbox" | "radio")) => named(element.attr("value").unwrap_or("on").to_owned()),
        ("input", _) => named(element.attr("value").unwrap_or_default().to_owned()),
        ("textarea", _) => {
            let text: String = control.text().collect();
            // a browser sends line breaks as CRLF (HTML, 4.10.22.7); the parser has dropped the first one as it must
            named(text.replace("\r\n", "\n").replace('\n', "\r\n"))
        }
        _ => {
            let options: Vec<ElementRef> = control.select(&Selector::parse("option").unwrap()).collect();
            let chosen = options.iter().find(|option| option.value().attr("selected").is_some()).or(options.first());
            chosen.map_or_else(Vec::new, |option| {
                named(option.value().attr("value").map_or_else(|| option.text().collect(), ToOwned::to_owned))
            })
        }
    }
}

fn text(element: ElementRef<'_>) -> String {
    let text: String = element.text().collect::<Vec<_>>().join(" ");
    let text: String = text.chars().filter(|c| !matches!(c, '\u{2068}' | '\u{2069}')).collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

impl Form {
    /// Fills in a field that the form has.
    pub fn set(&mut self, name: &str, value: &str) -> &mut Self {
        let names: Vec<_> = self.fields.iter().map(|(name, _)| name.clone()).collect();
        let field = self.fields.iter_mut().find(|(given, _)| given == name);
        field.unwrap_or_else(|| panic!("no field {name} among {names:?}")).1 = value.to_owned();
        self
    }

    /// Ticks a box, or adds a field that the form does not have: what a hostile visitor would send.
    pub fn add(&mut self, name: &str, value: &str) -> &mut Self {
        self.fields.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Unticks, or leaves a field out.
    pub fn remove(&mut self, name: &str) -> &mut Self {
        self.fields.retain(|(given, _)| given != name);
        self
    }

    /// Attaches a file.
    pub fn attach(&mut self, name: &str, file_name: &str, content: &[u8]) -> &mut Self {
        self.files.push((name.to_owned(), file_name.to_owned(), content.to_vec()));
        self
    }

    /// What a field holds.
    pub fn value(&self, name: &str) -> Option<&str> {
        self.fields.iter().find(|(given, _)| given == name).map(|(_, value)| value.as_str())
    }

    fn encode(&self) -> (String, Vec<u8>) {
        if !self.multipart && self.files.is_empty() {
            let encode = |text: &str| {
                percent_encoding::utf8_percent_encode(text, percent_encoding::NON_ALPHANUMERIC).to_string()
            };
            let pairs: Vec<String> =
                self.fields.iter().map(|(name, value)| format!("{}={}", encode(name), encode(value))).collect();
            return ("application/x-www-form-urlencoded".into(), pairs.join("&").into_bytes());
        }
        let boundary = "----boundary-of-the-test-browser";
        let mut body = Vec::new();
        for (name, value) in &self.fields {
            let head = format!("--{boundary}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
            body.extend_from_slice(head.as_bytes());
        }
        for (name, file_name, content) in &self.files {
            let file_name = file_name.replace('\n', "%0A").replace('\r', "%0D").replace('"', "%22");
            let head = format!(
                "--{boundary}\r\nContent-Disposition: form-data; name=\"{name}\"; filename=\"{file_name}\"\r\nContent-Type: application/octet-stream\r\n\r\n"
            );
            body.extend_from_slice(head.as_bytes());
            body.extend_from_slice(content);
            body.extend_from_slice(b"\r\n");
        }
        body.extend_from_slice(format!("--{boundary}--\r\n").as_bytes());
        (format!("multipart/form-data; boundary={boundary}"), body)
    }
}
