//! What was found, as editors are told: the same as the command line says.

use serde_json::{Value, json};

use crate::harness::{Folder, repository};
use crate::lsp::{Session, able, plain, rules, uri};

const PEOPLE: &str = "# People\n\n## Ada Lovelace @ada\n- every: 3 weeks\n- role: x\n";
const LOG: &str = "## 2026-10-20\n- coffee with @ada\n";

/// What the command line finds, as an editor counts.
pub(crate) fn by_command_line(folder: &Folder) -> Vec<Value> {
    let document = folder.json(&[]);
    let position = |it: &Value| json!({ "line": it["line"].as_i64().unwrap() - 1, "character": it["column"].as_i64().unwrap() - 1 });
    let range = |it: &Value| json!({ "start": position(&it["start"]), "end": position(&it["end"]) });
    let shown = |it: &Value| {
        let related = it["related"].as_array().unwrap().iter();
        let related = related.map(|it| json!([it["file"], range(it), it["message"]]));
        let help = it["help"].as_str().map(|help| format!("\n{help}")).unwrap_or_default();
        let severity = ["error", "warning", "", "info"].iter().position(|level| it["level"] == *level).unwrap() + 1;
        json!({ "file": it["file"], "range": range(it), "code": it["rule"], "severity": severity, "url": it["url"],
            "message": it["message"].as_str().unwrap().to_owned() + help.as_str(), "related": related.collect::<Vec<_>>(),
            "data": { "group": it["group"], "people": it["people"] } })
    };
    document["diagnostics"].as_array().unwrap().iter().map(shown).collect()
}

/// What the server finds in all files.
pub(crate) fn by_server(session: &mut Session, folder: &Folder) -> Vec<Value> {
    let root = uri(folder, "") + "/";
    let path = |uri: &Value| {
        let path = uri.as_str().unwrap().strip_prefix(&root).unwrap_or("elsewhere");
        path.replace("%20", " ").replace("%C3%AB", "ë")
    };
    let report = session.request("workspace/diagnostic", &json!({ "previousResultIds": [] }));
    let mut all = Vec::new();
    for file in report["items"].as_array().unwrap() {
        for it in file["items"].as_array().unwrap() {
            let related = it["relatedInformation"].as_array().cloned().unwrap_or_default();
            let related =
                related.iter().map(|it| json!([path(&it["location"]["uri"]), it["location"]["range"], it["message"]]));
            all.push(json!({ "file": path(&file["uri"]), "range": it["range"], "code": it["code"], "severity": it["severity"],
                "url": it["codeDescription"]["href"], "message": it["message"], "related": related.collect::<Vec<_>>(), "data": it["data"] }));
        }
    }
    all
}

/// The server counts characters, as the command line does.
pub(crate) fn characters() -> Value {
    let mut capabilities = able();
    capabilities["general"] = json!({ "positionEncodings": ["utf-32"] });
    capabilities
}

#[test]
fn the_server_finds_what_the_command_line_finds() {
    let example = repository().join("docs/example");
    let read = |name: &str| std::fs::read_to_string(example.join(name)).unwrap();
    let story = std::fs::read_to_string(repository().join("tests/cases/stories.txt")).unwrap();
    let log = read("2026.net.md");
    let files = [
        ("netlint.toml", read("netlint.toml")),
        ("people.net.md", read("people.net.md")),
        ("sub folder/2026.net.md", log.replace('\n', "\r\n")),
        ("Zoë.net.md", "\u{feff}## 2026-11-01\n- 😀😀 call @nobody and @ada: ünïcode\n- [ ] lunch with @ada\n<!-- netlint-disable mass-message -->".to_owned()),
        ("empty.net.md", String::new()),
        ("story.net.md", story),
        ("other.md", "## 2026-11-01\n- call @nobody\n".to_owned()),
    ];
    let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (*path, text.as_str())).collect();
    let folder = Folder::new(&files);
    let mut session = Session::new(&folder, &characters());
    let found = by_server(&mut session, &folder);
    assert!(found.len() > 100, "{}", found.len());
    assert_eq!(found, by_command_line(&folder));
    // Opened as they are, they are the same; edited, they are what the edits make of them.
    for (path, text) in &files[1..4] {
        session.open(&uri(&folder, path), text.trim_start_matches('\u{feff}'));
    }
    assert_eq!(by_server(&mut session, &folder), by_command_line(&folder));
    let edited = log.replace("@ada", "@eve") + "- coffee with @ada\n";
    session.replace(&uri(&folder, "sub folder/2026.net.md"), 2, &edited);
    let found = by_server(&mut session, &folder);
    folder.write("sub folder/2026.net.md", edited.as_bytes());
    assert_eq!(found, by_command_line(&folder));
    assert_eq!(session.quit(), Some(0));
}

#[test]
fn published_diagnostics_follow_the_edits_of_other_files() {
    let folder = Folder::new(&[("netlint.toml", ""), ("people.net.md", PEOPLE), ("2026.net.md", LOG)]);
    let (people, log) = (uri(&folder, "people.net.md"), uri(&folder, "2026.net.md"));
    let mut session = Session::new(&folder, &plain());
    // Nobody has opened it.
    let found = session.published(&people, Value::Null);
    assert_eq!(rules(&found), ["overdue-contact"]);
    assert_eq!((&found[0]["source"], &found[0]["severity"]), (&json!("netlint"), &json!(2)));
    assert!(found[0]["codeDescription"]["href"].as_str().unwrap().ends_with("/overdue-contact.md"), "{found:?}");
    let related = &found[0]["relatedInformation"][0];
    assert_eq!((&related["location"]["uri"], &related["location"]["range"]["start"]["line"]), (&json!(log), &json!(1)));
    assert_eq!(found[0]["data"], json!({ "group": "care", "people": ["ada"] }));
    session.open(&log, LOG);
    assert_eq!(rules(&session.published(&log, 1)), ["idle-week"]);
    session.replace(&log, 2, &LOG.replace("2026-10-20", "2026-11-20"));
    assert!(session.published(&people, Value::Null).is_empty(), "a contact in time");
    assert!(session.published(&log, 2).is_empty());
    // Closed without saving, the disk counts.
    session.notify("textDocument/didClose", &json!({ "textDocument": { "uri": log } }));
    assert_eq!(rules(&session.published(&people, Value::Null)), ["overdue-contact"]);
    assert_eq!(rules(&session.published(&log, Value::Null)), ["idle-week"]);
    assert_eq!(session.quit(), Some(0));
}

#[test]
fn whoever_pulls_is_not_sent_anything_but_told_to_pull_again() {
    let folder = Folder::new(&[("netlint.toml", ""), ("people.net.md", PEOPLE), ("2026.net.md", LOG)]);
    let (people, log) = (uri(&folder, "people.net.md"), uri(&folder, "2026.net.md"));
    let mut session = Session::new(&folder, &able());
    session.open(&people, PEOPLE);
    session.open(&log, LOG);
    let ask = |known: Option<&Value>| json!({ "textDocument": { "uri": people }, "previousResultId": known });
    let first = session.request("textDocument/diagnostic", &ask(None));
    assert_eq!((&first["kind"], rules(first["items"].as_array().unwrap())), (&json!("full"), vec!["overdue-contact"]));
    let again = session.request("textDocument/diagnostic", &ask(Some(&first["resultId"])));
    assert_eq!(again, json!({ "kind": "unchanged", "resultId": first["resultId"] }));
    session.replace(&log, 2, &LOG.replace("2026-10-20", "2026-11-20"));
    session.told("workspace/diagnostic/refresh", |_| true);
    let after = session.request("textDocument/diagnostic", &ask(Some(&first["resultId"])));
    assert_eq!((&after["kind"], &after["items"]), (&json!("full"), &json!([])));
    session.request("shutdown", &Value::Null);
    session.notify("exit", &Value::Null);
    let rest = session.rest();
    assert!(rest.iter().all(|it| it["method"] != "textDocument/publishDiagnostics"), "{rest:?}");
}

#[test]
fn the_whole_journal_is_pulled_and_waits_for_news() {
    let folder = Folder::new(&[("netlint.toml", ""), ("people.net.md", PEOPLE), ("2026.net.md", LOG)]);
    let (people, log) = (uri(&folder, "people.net.md"), uri(&folder, "2026.net.md"));
    let mut session = Session::new(&folder, &able());
    session.open(&log, LOG);
    let report = session.request("workspace/diagnostic", &json!({ "previousResultIds": [] }));
    let items = report["items"].as_array().unwrap();
    let mut known: Vec<Value> = items.iter().map(|it| json!({ "uri": it["uri"], "value": it["resultId"] })).collect();
    assert_eq!(items.iter().map(|it| it["uri"].as_str().unwrap()).collect::<Vec<_>>(), [&log, &people]);
    assert_eq!((&items[0]["version"], &items[1]["version"]), (&json!(1), &Value::Null));
    known.push(json!({ "uri": "file:///gone.net.md", "value": "x" }));
    let report = session.request("workspace/diagnostic", &json!({ "previousResultIds": known }));
    let kinds: Vec<&Value> = report["items"].as_array().unwrap().iter().map(|it| &it["kind"]).collect();
    assert_eq!(kinds, ["unchanged", "unchanged", "full"], "what is gone is empty");
    known.pop();
    let waiting = session.ask("workspace/diagnostic", &json!({ "previousResultIds": known }));
    // Something else is answered meanwhile.
    assert_eq!(rules(&session.pull(&people)), ["overdue-contact"]);
    session.replace(&log, 2, &LOG.replace("2026-10-20", "2026-11-20"));
    let answer = session.answer(&json!(waiting));
    let kinds: Vec<&Value> = answer["result"]["items"].as_array().unwrap().iter().map(|it| &it["kind"]).collect();
    assert_eq!(kinds, ["full", "full"]);
    assert_eq!(session.quit(), Some(0));
}

#[test]
fn a_needless_suppression_is_shown_as_such() {
    let text = "<!-- netlint-disable-next-line mass-message -->\n## 2026-11-20\n";
    for (capabilities, tags) in [(able(), json!([1])), (json!({ "textDocument": { "diagnostic": {} } }), Value::Null)] {
        let folder = Folder::new(&[]);
        let mut session = Session::new(&folder, &capabilities);
        session.open("untitled:a", text);
        let found = session.pull("untitled:a");
        assert_eq!(
            (rules(&found), &found[0]["severity"], &found[0]["tags"]),
            (vec!["unused-suppression"], &json!(4), &tags)
        );
        assert_eq!(session.quit(), Some(0));
    }
}

#[test]
fn an_editor_that_can_do_nothing_is_told_the_least() {
    let folder = Folder::new(&[("netlint.toml", ""), ("people.net.md", PEOPLE), ("2026.net.md", LOG)]);
    let mut session = Session::new(&folder, &json!({}));
    let told = |params: &Value| params["uri"] == uri(&folder, "people.net.md");
    let params = session.told("textDocument/publishDiagnostics", told);
    let found = params["diagnostics"][0].as_object().unwrap();
    let keys: Vec<&str> = found.keys().map(String::as_str).collect();
    assert_eq!(keys, ["code", "message", "range", "severity", "source"]);
    assert_eq!(session.quit(), Some(0));
}

#[test]
fn the_editor_says_how_much_is_shown() {
    let folder = Folder::new(&[]);
    let text = "## Ada @ada\n\n## 2026-11-20\n- call @bob\n- call @eve\n- call @joe\n";
    let mut session = Session::new(&folder, &able());
    session.open("untitled:a", text);
    assert_eq!(session.pull("untitled:a").len(), 4);
    let tell = |session: &mut Session, settings: Value| {
        session.notify("workspace/didChangeConfiguration", &json!({ "settings": settings }));
    };
    tell(&mut session, json!({ "netlint": { "minLevel": "error" } }));
    assert_eq!(rules(&session.pull("untitled:a")), ["unknown-handle"; 3]);
    tell(&mut session, json!({ "netlint": { "maxFindings": 2 } }));
    let found = session.pull("untitled:a");
    assert_eq!(rules(&found), ["unknown-handle", "unknown-handle", "-"], "the gravest stay");
    assert_eq!(found[2]["message"], "2 more findings in this file are not shown; `netlint check` shows all");
    tell(&mut session, Value::Null);
    assert_eq!(session.pull("untitled:a").len(), 3, "nothing was said");
    assert_eq!(session.quit(), Some(0));

    let mut capabilities = plain();
    capabilities["workspace"] = json!({ "configuration": true });
    let mut session = Session::silent(&folder);
    session.answers.push(("workspace/configuration", json!([{ "minLevel": "error" }])));
    session.start(None, &capabilities);
    session.open("untitled:a", text);
    let told = |params: &Value| params["uri"] == "untitled:a" && params["diagnostics"].as_array().unwrap().len() == 3;
    session.told("textDocument/publishDiagnostics", told);
    assert_eq!(session.quit(), Some(0));
}

#[test]
fn findings_are_said_in_the_language_of_the_journal() {
    let folder =
        Folder::new(&[("netlint.toml", "language = \"de\"\n"), ("a.net.md", "## 2026-11-20\n- Kaffee mit @bob\n")]);
    let mut session = Session::new(&folder, &able());
    let found = session.pull(&uri(&folder, "a.net.md"));
    assert!(found[0]["message"].as_str().unwrap().starts_with("niemand ist als @bob"), "{found:?}");
    assert_eq!(session.quit(), Some(0));
}
