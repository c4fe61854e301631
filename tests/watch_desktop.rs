//! `netlint watch` with what a desktop has: a notification service, and a clock that goes on.

#![cfg(target_os = "linux")]

use std::path::PathBuf;
use std::process::{Command, Stdio};

use crate::harness::{Folder, command};
use crate::watching::{DAYS, WRONG, Watching, journal, save, told};

/// A session bus of its own with a notification service on it, as a desktop has one.
struct Desktop {
    bus: std::process::Child,
    service: Watching,
    address: String,
}

impl Desktop {
    fn start() -> Self {
        let mut bus = tool("dbus-daemon");
        bus.args(["--session", "--nofork", "--nopidfile", "--print-address"]);
        let mut bus = bus.stdout(Stdio::piped()).spawn().unwrap();
        let mut address = String::new();
        std::io::BufRead::read_line(&mut std::io::BufReader::new(bus.stdout.take().unwrap()), &mut address).unwrap();
        let address = address.trim().to_owned();
        // Debian's module belongs to Debian's python3, whatever comes first in the path.
        let mut service = Command::new("/usr/bin/python3");
        service.args(["-u", "-m", "dbusmock", "--template", "notification_daemon"]);
        let service = Watching::start({
            service.env("DBUS_SESSION_BUS_ADDRESS", &address);
            service
        });
        let desktop = Self { bus, service, address };
        desktop.wait_for("org.freedesktop.Notifications");
        desktop
    }

    /// Waits until somebody on the bus has this name.
    fn wait_for(&self, name: &str) {
        let deadline = std::time::Instant::now() + std::time::Duration::from_mins(1);
        while std::time::Instant::now() < deadline {
            let mut ask = tool("dbus-send");
            ask.args(["--session", "--print-reply", "--dest=org.freedesktop.DBus", "/org/freedesktop/DBus"]);
            ask.args(["org.freedesktop.DBus.NameHasOwner", &format!("string:{name}")]);
            let answer = ask.env("DBUS_SESSION_BUS_ADDRESS", &self.address).output().unwrap();
            if String::from_utf8_lossy(&answer.stdout).contains("boolean true") {
                return;
            }
        }
        panic!("no notification service: is python3-dbusmock there? tests/run installs what the tests need");
    }
}

impl Drop for Desktop {
    fn drop(&mut self) {
        _ = self.bus.kill();
        _ = self.bus.wait();
    }
}

#[test]
fn a_check_that_finds_something_shows_one_notification_without_names() {
    let folder = journal();
    save(&folder, "2026.net.md", format!("{DAYS}- call @early\n"));
    let mut desktop = Desktop::start();
    let mut command = command(folder.path(), &["watch", "--notify", "--format", "json"]);
    command.env("DBUS_SESSION_BUS_ADDRESS", &desktop.address);
    let mut watching = Watching::start(command);
    assert_eq!(told(&watching.document()), "start");
    save(&folder, "2026.net.md", DAYS);
    assert_eq!(told(&watching.document()), "change -unknown-handle 2026.net.md:3");
    save(&folder, "2026.net.md", format!("{DAYS}{WRONG}- cofee with @ada: <b>secret</b>\n- call @ghoul\n"));
    let shown = desktop.service.line_with("Notify");
    assert!(shown.contains("\"netlint: 3 new findings\""), "neither the first check nor what is resolved: {shown}");
    let shown = format!("{shown}\n{}", desktop.service.line());
    assert!(
        shown.contains("\"Somebody takes part who is not declared (2)\nAn entry does not begin with a verb\""),
        "{shown}"
    );
    for private in ["ada", "ghost", "secret"] {
        assert!(!shown.contains(private), "{private} in {shown}");
    }
    watching.document();
    save(&folder, "2026.net.md", DAYS);
    assert_eq!(watching.document()["appeared"], serde_json::json!([]));
    save(&folder, "2026.net.md", format!("{DAYS}{WRONG}"));
    let shown = desktop.service.line_with("Notify");
    assert!(shown.contains("\"netlint: 1 new finding\""), "{shown}");
    assert_eq!(watching.end(), (0, String::new()));
}

#[test]
fn without_a_notification_service_one_goes_on_and_says_so_once() {
    let folder = journal();
    let mut command = command(folder.path(), &["watch", "--notify", "--format", "json"]);
    command.env("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere");
    let mut watching = Watching::start(command);
    watching.document();
    save(&folder, "2026.net.md", format!("{DAYS}{WRONG}"));
    watching.error_with("no notification can be shown: ");
    watching.document();
    save(&folder, "2026.net.md", format!("{DAYS}{WRONG}- cofee @ada\n"));
    assert_eq!(told(&watching.document()), "change +unknown-verb 2026.net.md:4");
    assert_eq!(watching.end(), (0, String::new()));
}

/// A program that tests need and that not everybody has.
fn tool(name: &str) -> Command {
    let has = |folder: PathBuf| folder.join(name).is_file();
    let path = std::env::var_os("PATH").unwrap_or_default();
    assert!(std::env::split_paths(&path).any(has), "there is no {name}; tests/run installs what the tests need");
    Command::new(name)
}

/// The date is the real clock's here, set to shortly before midnight.
#[test]
fn at_midnight_due_dates_move() {
    let people = "## Ada @ada\n- role: engineer\n- every: 2 days\n";
    let folder = Folder::new(&[("people.net.md", people), ("2026.net.md", DAYS)]);
    let netlint = env!("CARGO_BIN_EXE_netlint");
    let mut at_night = tool("faketime");
    at_night.current_dir(folder.path()).env_remove("NETLINT_TODAY").env("TZ", "Europe/Berlin");
    // Only the date is another one; how long one waits is true.
    at_night.env("FAKETIME_DONT_FAKE_MONOTONIC", "1");
    at_night.args(["-f", "@2026-11-22 23:59:54"]).args([netlint, "watch"]);
    let mut watching = Watching::start(at_night);
    watching.line_with("as of 2026-11-22");
    let heading = watching.line_with(" it is 2026-11-23: 1 new, 0 resolved");
    assert!(heading.starts_with("00:00:"), "{heading}");
    watching.line_with("@ada is 1 day overdue");
    watching.line_with("as of 2026-11-23");
}
