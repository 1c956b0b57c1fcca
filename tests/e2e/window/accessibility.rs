//! The accessibility rules (axe-core): WCAG 2.2 AA and best practice.

use std::{fs, path::Path, sync::OnceLock};

use fantoccini::Client;
use serde_json::Value;

use super::devtools;

const RUN: &str = r"
;axe.run(document, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    resultTypes: ['violations'],
}).then((found) => ({
    passes: found.passes.length,
    violations: found.violations.map((rule) => [
        rule.id + ' (' + rule.impact + '): ' + rule.help,
        ...rule.nodes.map((node) => '    ' + node.target.join(' ') + ' ' + node.html.slice(0, 200) + '\n      ' + node.failureSummary.replace(/\n/g, '\n      ')),
    ].join('\n')),
}))";

/// What the page breaks, a rule each with its places; empty when it breaks none.
pub async fn violations(client: &Client) -> Vec<String> {
    let report = devtools::evaluate(client, &format!("{}{RUN}", rules())).await;
    assert!(report["passes"].as_u64().unwrap() > 5, "the rules did not run: {report}");
    report["violations"].as_array().unwrap().iter().map(|rule| text(rule).to_owned()).collect()
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap()
}

/// The script, as `script/test` fetched it into the build's folder.
fn rules() -> &'static str {
    static RULES: OnceLock<String> = OnceLock::new();
    RULES.get_or_init(|| {
        let build = Path::new(env!("CARGO_TARGET_TMPDIR")).parent().unwrap();
        let path = build.join("axe/node_modules/axe-core/axe.min.js");
        fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}; script/test fetches it", path.display()))
    })
}
