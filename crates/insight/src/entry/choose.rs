//! The file that a new entry belongs into.

use std::collections::BTreeMap;

use journal::{Day, FileId, Network};

use super::calendar::Period;

/// A file of the journal, or one to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Choice {
    /// One that is there.
    File(FileId),
    /// One that is not there yet, by its path below the journal's folder.
    New(String),
}

/// The file for an entry of this day: the one with a heading of that day, else the one with the nearest. Where that
/// one's name speaks of another time, such as `2025.net.md`, it is the file whose name differs just in that. Without
/// any date heading it is the file named after the year. Pages of people and files that are not UTF-8 are left out.
pub fn choose(network: &Network, is_page: impl Fn(&str) -> bool, day: Day) -> Choice {
    let is_possible = |file: FileId| {
        let file = network.file(file);
        file.invalid.is_none() && !is_page(&file.path)
    };
    // The nearest heading of each file, and how many it has.
    let mut dated: BTreeMap<FileId, (u32, usize)> = BTreeMap::new();
    for heading in network.date_headings.iter().filter(|heading| heading.person.is_none()) {
        let distance = (heading.day - day).unsigned_abs();
        let (nearest, count) = dated.entry(heading.place.file).or_insert((distance, 0));
        (*nearest, *count) = ((*nearest).min(distance), *count + 1);
    }
    let possible = dated.into_iter().filter(|(file, _)| is_possible(*file));
    let nearest = possible.min_by_key(|(_, (distance, count))| (*distance, usize::MAX - count));
    if let Some((file, _)) = nearest {
        let path = &network.file(file).path;
        return match Period::of(path).filter(|period| !period.covers(path, day)) {
            None => Choice::File(file),
            Some(period) => named(network, period.path_of(path, day)),
        };
    }
    let of_that_time = |file: &FileId| {
        let path = &network.file(*file).path;
        is_possible(*file) && Period::of(path).is_some_and(|period| period.covers(path, day))
    };
    let found = network.files().map(|(file, _)| file).find(of_that_time);
    found.map_or_else(|| named(network, format!("{:04}.net.md", day.ymd().0)), Choice::File)
}

fn named(network: &Network, path: String) -> Choice {
    let found = network.files().find(|(_, file)| file.path == path);
    found.map_or(Choice::New(path), |(file, _)| Choice::File(file))
}

#[cfg(test)]
mod tests {
    use journal::Settings;
    use testkit::day;

    use super::{Choice, choose};

    #[track_caller]
    fn assert_chosen(files: &[(&str, &str)], on: &str, expected: &str) {
        let network = testkit::network(files, &Settings::default());
        let path = match choose(&network, |path| path.starts_with("pages/"), day(on)) {
            Choice::File(file) => network.file(file).path.clone(),
            Choice::New(path) => format!("new {path}"),
        };
        assert_eq!(path, expected, "{on}");
    }

    #[test]
    fn the_file_of_that_time_is_chosen() {
        let files = [
            ("2025.net.md", "## 2025-12-31\n"),
            ("2026.net.md", "## 2026-01-02\n## 2026-11-20\n"),
            ("pages/ada.net.md", "# Ada\n## 2026-11-22\n"),
            ("people.net.md", "## Ada @ada\n### 2026-11-22\n- call\n"),
        ];
        assert_chosen(&files, "2026-11-22", "2026.net.md");
        assert_chosen(&files, "2026-01-01", "2026.net.md");
        assert_chosen(&files, "2025-01-01", "2025.net.md");
        assert_chosen(&files, "2027-01-01", "new 2027.net.md");
        assert_chosen(&[("log.net.md", "## 2020-01-01\n")], "2026-11-22", "log.net.md");
        let topics =
            [("a.net.md", "## 2026-11-01\n"), ("b.net.md", "## 2026-11-22\n"), ("c.net.md", "## 2026-11-21\n")];
        assert_chosen(&topics, "2026-11-22", "b.net.md");
    }

    #[test]
    fn new_files_are_named_as_the_others() {
        assert_chosen(&[("log/2026-11.net.md", "## 2026-11-22\n")], "2026-12-01", "new log/2026-12.net.md");
        let months = [("2026-10.net.md", "## 2026-10-02\n"), ("2026-11.net.md", "# November\n")];
        assert_chosen(&months, "2026-11-22", "2026-11.net.md");
        assert_chosen(&[("2026.net.md", "# 2026\n"), ("p.net.md", "## Ada @ada\n")], "2026-11-22", "2026.net.md");
        assert_chosen(&[], "2026-11-22", "new 2026.net.md");
        assert_chosen(&[("2026.net.md", "## 2026-11-22\n\\xE9\n")], "2026-11-22", "2026.net.md");
    }
}
