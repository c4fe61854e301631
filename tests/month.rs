//! A month with netlint: thirty days of one person who uses every command, and a clean journal at the end.

use std::collections::BTreeSet;
use std::process::Command;

use crate::harness::{Folder, Ran};
use crate::watching;

const DAYS: &str = "2026.net.md";
const PEOPLE: &str = "people.net.md";

/// Somebody who lives with a journal.
struct Life {
    folder: Folder,
    day: u32,
    used: BTreeSet<String>,
}

impl Life {
    /// On the first day there is an empty repository.
    fn new() -> Self {
        let life = Self { folder: Folder::new(&[]), day: 1, used: BTreeSet::new() };
        life.git(&["init", "--quiet", "--initial-branch=main"]);
        life.git(&["config", "user.name", "Me"]);
        life.git(&["config", "user.email", "me@example.org"]);
        life
    }

    fn today(&self) -> String {
        format!("2026-11-{:02}", self.day)
    }

    fn on(&mut self, day: u32) -> &mut Self {
        assert!(day > self.day && day <= 30, "time goes on");
        // Nobody looks every day, but netlint could be asked on each.
        while self.day < day {
            self.day += 1;
            assert_eq!(self.netlint(&["next"]).err, "");
        }
        self
    }

    fn netlint(&mut self, args: &[&str]) -> Ran {
        self.netlint_with(args, b"")
    }

    fn netlint_with(&mut self, args: &[&str], input: &[u8]) -> Ran {
        self.used.insert(args[0].to_owned());
        let today = self.today();
        self.folder.run_with(&[&["--today", &today], args].concat(), input)
    }

    /// Runs a command that finds nothing wrong, and says this.
    #[track_caller]
    fn says(&mut self, args: &[&str], words: &str) {
        let ran = self.netlint(args);
        assert_eq!(ran.code, 0, "{args:?} on {}: {ran:?}", self.today());
        assert!(ran.out.contains(words), "{words:?} in {ran:?}");
    }

    /// Runs a command that finds something, and says this.
    #[track_caller]
    fn complains(&mut self, args: &[&str], words: &str) {
        let ran = self.netlint(args);
        assert_eq!(ran.code, 1, "{args:?} on {}: {ran:?}", self.today());
        assert!(ran.out.contains(words) || ran.err.contains(words), "{words:?} in {ran:?}");
    }

    /// Changes a file by hand.
    #[track_caller]
    fn edits(&self, path: &str, from: &str, to: &str) {
        let text = self.folder.read(path);
        assert!(text.contains(from), "{from:?} in {text}");
        self.folder.write(path, text.replacen(from, to, 1).as_bytes());
    }

    #[track_caller]
    fn git(&self, args: &[&str]) -> String {
        let binary = std::path::Path::new(env!("CARGO_BIN_EXE_netlint")).parent().unwrap();
        let path = format!("{}:{}", binary.display(), std::env::var("PATH").unwrap());
        let output = Command::new("git")
            .args(args)
            .current_dir(self.folder.path())
            .env("PATH", path)
            .env("NETLINT_TODAY", self.today())
            .env("GIT_CONFIG_GLOBAL", "/dev/null")
            .output()
            .unwrap();
        let status = output.status;
        let said = [output.stdout, output.stderr].concat();
        let said = String::from_utf8_lossy(&said);
        assert!(status.success(), "git {args:?} on {}: {said}", self.today());
        said.into_owned()
    }

    fn commits(&self) {
        self.git(&["add", "--all"]);
        self.git(&["commit", "--quiet", "--message", &self.today()]);
    }
}

#[test]
fn thirty_days_with_every_command() {
    let mut life = Life::new();
    begins(&mut life);
    is_helped(&mut life);
    keeps_two_machines(&mut life);
    tidies_up(&mut life);
    looks_back(&mut life);
    for command in commands() {
        assert!(life.used.contains(&command), "nobody used `netlint {command}`");
    }
}

fn begins(life: &mut Life) {
    life.says(&["init"], "written: netlint.toml");
    life.says(&["config"], "language");
    life.says(&["rules"], "missing-thanks");
    life.says(&["explain", "missing-thanks"], "thank");
    life.says(&["completions", "bash"], "netlint");
    life.says(&["man"], ".TH");
    life.says(&["hook", "install"], "pre-commit");
    life.says(&["doctor"], "netlint.toml");
    life.commits();
    life.on(2).says(&["log", "--yes", "coffee with @grace: she writes a compiler"], "declared in people.net.md");
    life.edits(PEOPLE, "## Grace @grace\n", "## Grace Hopper @grace\n- circle: close\n");
    life.says(&["check", "--fail-on", "warning"], "nothing to report");
}

fn is_helped(life: &mut Life) {
    life.on(5).says(&["log", "--yes", "got from @grace: an intro to @linus ^intro"], "got from @grace");
    life.on(8).says(&["next"], "nobody is waiting");
    life.says(&["log", "yesterday thanked @grace for ^intro"], "thanked @grace for ^intro");
    life.says(&["log", "--yes", "mail @linus: hello from Grace's friend"], "mail @linus");
    life.says(&["check", "--fail-on", "warning"], "nothing to report");
    life.commits();
}

fn keeps_two_machines(life: &mut Life) {
    life.on(9).git(&["switch", "--quiet", "--create", "phone"]);
    life.says(&["log", "call @ada: the engine runs"], "call @ada");
    life.commits();
    life.git(&["switch", "--quiet", "main"]);
    life.says(&["log", "chat with @linus: about kernels"], "chat with @linus");
    life.commits();
    life.git(&["merge", "--quiet", "--no-edit", "phone"]);
    life.used.insert("merge-driver".to_owned());
    let text = life.folder.read(DAYS);
    assert!(text.contains("call @ada: the engine runs") && text.contains("chat with @linus"), "{text}");
    assert_eq!(text.matches("## 2026-11-09").count(), 1, "{text}");
}

fn tidies_up(life: &mut Life) {
    life.on(12).says(&["log", "[ ] tomorrow lunch with @grace"], "- [ ] lunch with @grace");
    life.on(14).says(&["next"], "lunch with @grace");
    life.edits(DAYS, "[ ] lunch with @grace", "[x] lunch with @grace: her compiler works");
    life.on(15).says(&["rename", "@linus", "@linus-t"], "linus-t");
    assert!(!life.folder.read(DAYS).contains("@linus:"));
    life.on(18).edits(DAYS, "- [x] lunch", "* [x]   lunch");
    life.complains(&["fmt", "--check"], DAYS);
    life.says(&["fmt"], "formatted");
    life.on(20).edits(DAYS, "mail @linus-t", "mail @linust");
    life.complains(&["check"], "did you mean");
    life.edits(DAYS, "mail @linust", "mail @linus-t");
    life.on(22);
    life.used.insert("watch".to_owned());
    let mut watch = watching::watch(&life.folder, &["--format", "json"]);
    let text = life.folder.read(DAYS);
    watching::save(&life.folder, DAYS, format!("{text}- call @ghost\n"));
    assert!(watching::told(&watch.document()).contains("+unknown-handle"));
    watching::save(&life.folder, DAYS, text);
    assert!(watching::told(&watch.document()).contains("-unknown-handle"));
    assert_eq!(watch.end().0, 0);
    life.commits();
}

fn looks_back(life: &mut Life) {
    life.on(25).says(&["log", "gave @grace: a review of her compiler for ^intro"], "gave @grace");
    life.says(&["log", "mail @ada: how is the engine?"], "next due");
    life.says(&["show", "@grace"], "Grace Hopper");
    life.says(&["list"], "@ada");
    life.says(&["stats"], "%");
    life.says(&["report", "--html", "report.html"], "");
    assert!(life.folder.read("report.html").contains("Grace Hopper"));
    std::fs::remove_file(life.folder.path().join("report.html")).unwrap();
    life.says(&["triage", "--spread", "--yes"], "");
    let frame = |json: &str| format!("Content-Length: {}\r\n\r\n{json}", json.len());
    let talk = [
        r#"{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"capabilities":{}}}"#,
        r#"{"jsonrpc":"2.0","method":"initialized","params":{}}"#,
        r#"{"jsonrpc":"2.0","id":2,"method":"shutdown"}"#,
        r#"{"jsonrpc":"2.0","method":"exit"}"#,
    ];
    let ran = life.netlint_with(&["lsp"], talk.map(frame).concat().as_bytes());
    assert!(ran.code == 0 && ran.out.contains("serverInfo"), "{ran:?}");
    life.on(30).says(&["check", "--min-level", "info", "--fail-on", "info"], "nothing to report");
    life.says(&["fmt", "--check"], "");
    life.commits();
    assert_eq!(life.git(&["status", "--porcelain"]), "");
}

/// All commands that the help names, but the help.
fn commands() -> Vec<String> {
    let help = Folder::new(&[]).run(&["help"]).out;
    let lines = help.lines().skip_while(|line| *line != "Commands:").skip(1).take_while(|line| !line.is_empty());
    // A long description goes on in lines that are indented further.
    let names = lines.filter(|line| !line.starts_with("   ")).filter_map(|line| line.split_whitespace().next());
    names.filter(|name| *name != "help").map(str::to_owned).collect()
}
