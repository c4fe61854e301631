//! `netlint next --format ics`: a calendar that another library reads, and that can be subscribed to.

use std::collections::BTreeMap;

use calcard::icalendar::{ICalendar, ICalendarComponent, ICalendarComponentType, ICalendarValue};
use calcard::{Entry, Parser};

use crate::harness::Folder;

/// An event: its properties by name.
type Event = BTreeMap<String, String>;

/// What a line of our calendars can begin with.
const NAMES: [&str; 16] = [
    "BEGIN",
    "CALSCALE",
    "DESCRIPTION",
    "DTSTAMP",
    "DTSTART;VALUE=DATE",
    "END",
    "METHOD",
    "PRODID",
    "RRULE",
    "SUMMARY",
    "TRANSP",
    "UID",
    "VERSION",
    "X-WR-CALNAME",
    " ",
    "",
];

/// The calendar as calcard reads it, with nothing after it. It is lenient with lines, so they are looked at here.
fn read(text: &str) -> ICalendar {
    for line in text.split("\r\n") {
        assert!(line.len() <= 75 && !line.contains(['\n', '\r']), "{line:?} is too long or not folded");
        let name = if line.starts_with(' ') { " " } else { line.split(':').next().unwrap() };
        assert!(NAMES.contains(&name), "{line:?}");
    }
    let mut parser = Parser::new(text);
    let calendar = match parser.entry() {
        Entry::ICalendar(calendar) => calendar,
        other => panic!("{other:?}: {text}"),
    };
    assert_eq!(parser.entry(), Entry::Eof, "{text}");
    calendar
}

fn events(folder: &Folder, args: &[&str]) -> Vec<Event> {
    let ran = folder.run(&[&["next", "--format", "ics"], args].concat());
    assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{ran:?}");
    let calendar = read(&ran.out);
    let is_event = |it: &&ICalendarComponent| it.component_type == ICalendarComponentType::VEvent;
    calendar.components.iter().filter(is_event).map(event).collect()
}

fn event(component: &ICalendarComponent) -> Event {
    let value = |value: &ICalendarValue| match value {
        ICalendarValue::Text(text) => text.clone(),
        ICalendarValue::PartialDateTime(day) => {
            assert_eq!(day.hour.is_some(), day.tz_hour.is_some(), "a day, or a time in UTC");
            format!("{}-{:02}-{:02}", day.year.unwrap(), day.month.unwrap(), day.day.unwrap())
        }
        other => format!("{other:?}"),
    };
    let all = component.entries.iter();
    all.map(|it| (it.name.as_str().to_owned(), it.values.iter().map(value).collect::<Vec<_>>().join(","))).collect()
}

/// The UID and the day of the one event of this summary.
fn one<'a>(events: &'a [Event], summary: &str) -> (&'a str, &'a str) {
    let found: Vec<&Event> = events.iter().filter(|event| event["SUMMARY"] == summary).collect();
    assert_eq!(found.len(), 1, "{summary} in {events:#?}");
    (&found[0]["UID"], &found[0]["DTSTART"])
}

const JOURNAL: &str = "\
## Ada Lovelace @ada
- every: 3 weeks
- born: 1984-02-29
- 2026-11-03 coffee: caught up; she is hiring, \\n perhaps #rust
- [ ] 2026-11-25 lunch: bring the book back
## Bob Noyce @bob
- born: 11-24
- 2026-11-01 got from @bob and @ada: a ride home ^ride
";

#[test]
fn each_reason_is_an_event_all_day_long() {
    let folder = Folder::new(&[("a.net.md", JOURNAL)]);
    let events = events(&folder, &[]);
    assert_eq!(events.len(), 4, "what concerns two people is one event: {events:#?}");
    for event in &events {
        assert_eq!(event["DTSTAMP"], "2026-11-22");
        assert_eq!(event["TRANSP"], "Transparency(Transparent)");
    }
    assert_eq!(one(&events, "Bob Noyce and Ada Lovelace: thanks").1, "2026-11-22");
    assert_eq!(one(&events, "Ada Lovelace: due").1, "2026-11-24");
    assert_eq!(one(&events, "lunch: bring the book back").1, "2026-11-25");
    assert_eq!(one(&events, "Bob Noyce: birthday").1, "2026-11-24");
    let due = events.iter().find(|event| event["SUMMARY"] == "Ada Lovelace: due").unwrap();
    let description = "@ada is due on 2026-11-24, in 2 days: last noted 2026-11-03, every 3 weeks\n\
                       2026-11-03 coffee: caught up; she is hiring, \\n perhaps #rust\n\
                       - call @ada: ...";
    assert_eq!(due["DESCRIPTION"], description, "escaped on the way, and read again");
}

#[test]
fn an_event_stays_the_same_event_on_another_day() {
    let folder = Folder::new(&[("a.net.md", JOURNAL)]);
    let before = events(&folder, &[]);
    let after = events(&folder, &["--today", "2026-11-30"]);
    let uid = |events: &[Event], summary: &str| one(events, summary).0.to_owned();
    assert_eq!(uid(&before, "Ada Lovelace: due"), uid(&after, "Ada Lovelace: overdue"));
    assert_eq!(one(&after, "Ada Lovelace: overdue").1, "2026-11-30", "what is overdue moves along");
    for summary in ["lunch: bring the book back", "Bob Noyce and Ada Lovelace: thanks"] {
        assert_eq!(uid(&before, summary), uid(&after, summary));
    }
    // A line above moves all lines, and changes no event; the next year's birthday is the same event, too.
    folder.write("a.net.md", format!("# Contacts\n\n{JOURNAL}").as_bytes());
    assert_eq!(
        uid(&before, "Bob Noyce: birthday"),
        uid(&events(&folder, &["--today", "2027-11-20"]), "Bob Noyce: birthday")
    );
    let same = |_: usize| folder.run(&["next", "--format", "ics"]).out;
    assert_eq!(same(1), same(2), "the same bytes each time");
}

#[test]
fn no_two_events_have_one_uid() {
    let text = "## Ada @ada\n# Log\n## 2026-10-01\n- got from @ada: a book\n- got from @ada: a book\n## 2026-10-02\n- got from @ada: a book\n";
    let events = events(&Folder::new(&[("a.net.md", text)]), &[]);
    let uids: std::collections::BTreeSet<&String> = events.iter().map(|event| &event["UID"]).collect();
    assert_eq!((events.len(), uids.len()), (3, 3));
}

#[test]
fn birthdays_come_every_year() {
    let folder = Folder::new(&[("a.net.md", JOURNAL)]);
    let birthday = |events: &[Event], name: &str| {
        events.iter().find(|event| event["SUMMARY"] == format!("{name}: birthday")).unwrap().clone()
    };
    let bob = birthday(&events(&folder, &[]), "Bob Noyce");
    assert!(bob["RRULE"].contains("Yearly") && !bob["DESCRIPTION"].contains("2026"), "{bob:?}");
    for (today, day) in [("2027-02-25", "2027-03-01"), ("2028-02-25", "2028-02-29")] {
        let ada = birthday(&events(&folder, &["--today", today]), "Ada Lovelace");
        assert_eq!(ada["DTSTART"], day);
        assert!(ada["RRULE"].contains("byyearday: [60]"), "{ada:?}");
        assert!(!ada["DESCRIPTION"].contains("turns"), "{ada:?}");
    }
}

#[test]
fn no_words_of_a_journal_become_part_of_the_calendar() {
    let text = "## X: y; z, \\, \\n BEGIN:VEVENT @x\n- every: weekly\n- 2026-10-01 call:\u{b}\u{85}\u{2028}END:VCALENDAR\u{7f}\u{9b} 🙂\n  END:VEVENT\n";
    let long = format!("- [ ] 2026-11-24 call: {}\n", "Grüße 🙂 ".repeat(60));
    let events = events(&Folder::new(&[("a.net.md", &format!("{text}{long}"))]), &[]);
    assert_eq!(events.len(), 2, "{events:#?}");
    assert_eq!(events[0]["SUMMARY"], "X: y; z, \\, \\n BEGIN:VEVENT: overdue");
}
