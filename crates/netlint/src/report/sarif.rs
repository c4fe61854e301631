//! SARIF 2.1.0: <https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html>.

use std::io::Write;

use anyhow::Result;
use check::{Diagnostic, Edit, Fix, Level, Related, Rule};
use serde_json::{Value, json};

use super::View;
use super::identity::Fingerprints;
use super::places::{Places, Position};

/// The version of how `partialFingerprints` are made.
const FINGERPRINT: &str = "netlint/v1";

pub(crate) fn write(view: &View<'_>, out: &mut impl Write) -> Result<()> {
    let mut rules: Vec<&'static Rule> = check::rules().collect();
    for own in view.report.diagnostics.iter().chain(&view.report.suppressed).map(|it| it.rule) {
        if !rules.iter().any(|rule| rule.name == own.name) {
            rules.push(own);
        }
    }
    let mut run = Run { view, rules: &rules, places: Places::new(view.network), names: Fingerprints::default() };
    let shown = view.report.diagnostics.iter().map(|it| (it, false));
    let hidden = view.report.suppressed.iter().map(|it| (it, true));
    let results: Vec<Value> = shown.chain(hidden).map(|(it, is_hidden)| run.result(it, is_hidden)).collect();
    let document = json!({
        "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "netlint",
                "informationUri": env!("CARGO_PKG_REPOSITORY"),
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "rules": rules.iter().map(|rule| descriptor(rule)).collect::<Vec<_>>(),
            } },
            "columnKind": "unicodeCodePoints",
            // Where the journal lies is nobody's business.
            "originalUriBaseIds": { "JOURNAL": { "description": { "text": "The folder of the journal." } } },
            "artifacts": view.network.files.iter().map(|file| json!({ "location": artifact(&file.path) })).collect::<Vec<_>>(),
            "invocations": [{ "executionSuccessful": true }],
            "results": results,
        }],
    });
    serde_json::to_writer_pretty(&mut *out, &document)?;
    writeln!(out)?;
    Ok(())
}

struct Run<'a> {
    view: &'a View<'a>,
    rules: &'a [&'static Rule],
    places: Places<'a>,
    names: Fingerprints,
}

impl Run<'_> {
    fn result(&mut self, diagnostic: &Diagnostic, is_hidden: bool) -> Value {
        let finding = &diagnostic.finding;
        let message = match &finding.help {
            Some(help) => format!("{}\n{help}", finding.message),
            None => finding.message.clone(),
        };
        let mut result = json!({
            "ruleId": diagnostic.rule.name,
            "ruleIndex": self.rules.iter().position(|rule| rule.name == diagnostic.rule.name),
            "level": level(diagnostic.level),
            "message": { "text": message },
            "locations": [{ "physicalLocation": self.location(finding.place) }],
            "partialFingerprints": { FINGERPRINT: self.names.of(self.view.network, diagnostic) },
        });
        if !finding.related.is_empty() {
            let related = |it: &Related| json!({ "physicalLocation": self.location(it.place), "message": { "text": it.message } });
            result["relatedLocations"] = finding.related.iter().map(related).collect();
        }
        if let Some(fix) = &finding.fix {
            result["fixes"] = json!([self.fix(fix)]);
        }
        if is_hidden {
            result["suppressions"] = json!([{ "kind": "inSource" }]);
        }
        result
    }

    fn location(&mut self, place: journal::Place) -> Value {
        json!({ "artifactLocation": artifact(&self.view.network.file(place.file).path), "region": self.region(place) })
    }

    fn region(&mut self, place: journal::Place) -> Value {
        let (Position { line, column, offset }, end) = self.places.both(place);
        json!({
            "startLine": line, "startColumn": column, "endLine": end.line, "endColumn": end.column,
            "byteOffset": offset, "byteLength": end.offset - offset,
        })
    }

    fn fix(&mut self, fix: &Fix) -> Value {
        let mut changes: Vec<Value> = Vec::new();
        let mut files: Vec<_> = fix.edits.iter().map(|edit| edit.place.file).collect();
        files.dedup();
        for file in files {
            let edits = fix.edits.iter().filter(|edit| edit.place.file == file);
            let replacement = |edit: &Edit| json!({ "deletedRegion": self.region(edit.place), "insertedContent": { "text": edit.text } });
            let replacements: Vec<Value> = edits.map(replacement).collect();
            changes.push(json!({ "artifactLocation": artifact(&self.view.network.file(file).path), "replacements": replacements }));
        }
        json!({ "description": { "text": fix.title }, "artifactChanges": changes })
    }
}

fn descriptor(rule: &Rule) -> Value {
    let page = check::page(rule);
    json!({
        "id": rule.name,
        "shortDescription": { "text": format!("{}.", rule.summary()) },
        "fullDescription": { "text": format!("{}.", rule.summary()) },
        "help": { "text": page, "markdown": page },
        "helpUri": check::url(rule),
        "defaultConfiguration": { "level": level(rule.level) },
        "properties": { "tags": [rule.group.name()] },
    })
}

fn level(level: Level) -> &'static str {
    match level {
        Level::Error => "error",
        Level::Warning => "warning",
        Level::Info => "note",
    }
}

fn artifact(path: &str) -> Value {
    json!({ "uri": uri(path), "uriBaseId": "JOURNAL" })
}

/// A path as a relative reference, [RFC 3986](https://www.rfc-editor.org/rfc/rfc3986#section-4.2).
fn uri(path: &str) -> String {
    use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
    const KEPT: AsciiSet = NON_ALPHANUMERIC.remove(b'/').remove(b'-').remove(b'.').remove(b'_').remove(b'~');
    utf8_percent_encode(path, &KEPT).to_string()
}
