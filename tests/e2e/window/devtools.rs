//! What `WebDriver` itself cannot do, through the browser's own protocol.

use base64::{Engine, engine::general_purpose::STANDARD as BASE64};
use fantoccini::{Client, wd::WebDriverCompatibleCommand};
use http::Method;
use serde_json::{Value, json};
use url::{ParseError, Url};

use super::PATIENCE;

/// A command of the driver beside the standard: `path` below the session's.
#[derive(Debug)]
struct Vendor {
    path: &'static str,
    body: Value,
}

impl WebDriverCompatibleCommand for Vendor {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, ParseError> {
        base.join(&format!("session/{}/{}", session.unwrap_or_default(), self.path))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        (Method::POST, Some(self.body.to_string()))
    }
}

/// One command of the `DevTools` protocol to the present tab.
pub async fn command(client: &Client, name: &str, params: Value) -> Value {
    let body = json!({"cmd": name, "params": params});
    let answer = client.issue_cmd(Vendor { path: "goog/cdp/execute", body });
    match tokio::time::timeout(PATIENCE, answer).await {
        Ok(result) => result.unwrap_or_else(|error| panic!("{name}: {error}")),
        Err(elapsed) => panic!("{name}: {elapsed}"),
    }
}

/// What an expression comes to, evaluated beside the page: in a world of its own that sees the document and none of the page's
/// scripts, so that the page's content policy stays in force and nothing of ours stays in the page. A promise is awaited.
pub async fn evaluate(client: &Client, expression: &str) -> Value {
    let tree = command(client, "Page.getFrameTree", json!({})).await;
    let frame = &tree["frameTree"]["frame"]["id"];
    let world = command(client, "Page.createIsolatedWorld", json!({"frameId": frame, "worldName": "test"})).await;
    let params = json!({
        "expression": expression,
        "contextId": world["executionContextId"],
        "awaitPromise": true,
        "returnByValue": true,
    });
    let answer = command(client, "Runtime.evaluate", params).await;
    assert!(answer.get("exceptionDetails").is_none(), "{}", answer["exceptionDetails"]);
    answer["result"]["value"].clone()
}

/// What the console has said since it was last asked: level and message. The browser's own first page, which closes while
/// its scripts run, is none of ours.
pub async fn console(client: &Client) -> Vec<(String, String)> {
    let entries = client.issue_cmd(Vendor { path: "se/log", body: json!({"type": "browser"}) }).await.unwrap();
    let text = |entry: &Value, name: &str| entry[name].as_str().unwrap_or_default().to_owned();
    let said = entries.as_array().unwrap().iter().map(|entry| (text(entry, "level"), text(entry, "message")));
    said.filter(|(_, message)| !message.starts_with("chrome://")).collect()
}

/// The whole page as a PNG, also what lies below the window's edge.
pub async fn photograph(client: &Client) -> Vec<u8> {
    let size = command(client, "Page.getLayoutMetrics", json!({})).await["cssContentSize"].clone();
    let clip = json!({"x": 0, "y": 0, "width": size["width"], "height": size["height"], "scale": 1});
    let params = json!({"format": "png", "captureBeyondViewport": true, "clip": clip});
    let shot = command(client, "Page.captureScreenshot", params).await;
    BASE64.decode(shot["data"].as_str().unwrap()).unwrap()
}
