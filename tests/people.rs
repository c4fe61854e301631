//! What is told of people: one of them, all in order, and the network in numbers.

use serde_json::Value;

use crate::harness::{Folder, Ran, TODAY, command, repository, run};

const PEOPLE: &str = "\
## Ada Lovelace @ada
- every: 3 weeks
- circle: close
- aka: @countess, Lady Byron
- via: [[Grace Hopper]]
- born: 1815-12-10
- city: London
- tags: #engines, poetry

## Grace Hopper @grace
- met: 2026-01-02 at RustFest
- pause: until 2027-01-31

## Grace Kelly @kelly
- kind: friend

# 2026

## 2026-11-20
- [ ] lunch with @ada: bring the book
- mail @ada: the chapter #rust

## 2026-10-05
- gave @ada: reviewed her notes, for ^intro
- call @kelly

## 2026-09-05
- got from @ada: an intro to Charles ^intro

## 2026-09-01
- asked @grace: a referral
- coffee with @ada and @grace: engines
";

fn folder() -> Folder {
    Folder::new(&[("a.net.md", PEOPLE)])
}

/// Runs netlint as on a terminal of this width.
pub(crate) fn wide(folder: &Folder, columns: &str, args: &[&str]) -> Ran {
    let mut command = command(folder.path(), args);
    command.env("COLUMNS", columns);
    run(command, b"")
}

pub(crate) fn json(folder: &Folder, args: &[&str]) -> (i32, Value) {
    let ran = folder.run(&[args, &["--format", "json"]].concat());
    (ran.code, serde_json::from_str(&ran.out).unwrap_or_else(|error| panic!("{error}: {ran:?}")))
}

/// The cells of one key in an array.
fn each<'a>(array: &'a Value, key: &str) -> Vec<&'a str> {
    array.as_array().unwrap().iter().map(|it| it[key].as_str().unwrap()).collect()
}

#[track_caller]
pub(crate) fn assert_fits(text: &str, width: usize) {
    for line in text.lines() {
        assert!(line.chars().count() <= width, "{} characters: {line}", line.chars().count());
    }
}

const CARD: &str = "\
Ada Lovelace @ada  a.net.md:1
professional, circle close
last contact 2 days ago (2026-11-20), one of 4 noted
due in 2 weeks (2026-12-11), every 3 weeks
usually every 30 days
turns 211 in 2 weeks (2026-12-10)

Fields
  every   3 weeks                a.net.md:2
  circle  close                  a.net.md:3
  aka     @countess, Lady Byron  a.net.md:4
  via     [[Grace Hopper]]       a.net.md:5
  born    1815-12-10             a.net.md:6
  city    London                 a.net.md:7
  tags    #engines, poetry       a.net.md:8

What netlint finds
  missed-plan     planned for 2026-11-20, 2 days ago, and still    a.net.md:20
                  open
  missing-thanks  no thanks to @ada are noted for this favor of    a.net.md:28
                  2026-09-05

Plans
  2026-11-20  2 days ago  lunch with @ada: bring the book  a.net.md:20

Introductions
  introduced by @grace  a.net.md:5

Favors: 1 received, 1 given, 0 open
  2026-09-05  got from @ada: an intro to      returned 2026-10-05  a.net.md:28
              Charles ^intro
  2026-10-05  gave @ada: reviewed her notes,  returns 2026-09-05   a.net.md:24
              for ^intro

Time line
  2026-11-20  2 days ago    mail @ada: the chapter #rust           a.net.md:21
  2026-10-05  6 weeks ago   gave @ada: reviewed her notes, for     a.net.md:24
                            ^intro
  2026-09-05  2 months ago  got from @ada: an intro to Charles     a.net.md:28
                            ^intro
  2026-09-01  2 months ago  coffee with @ada and @grace: engines   a.net.md:32

read 1 file, 3 people, 7 entries from 2026-09-01 to 2026-11-20, as of 2026-11-22
";

const LIST: &str = "\
Person                Circle  Last contact  Due         Got/gave
Grace Hopper  @grace  –       2 months ago  –           –
Grace Kelly   @kelly  –       6 weeks ago   –           –
Ada Lovelace  @ada    close   2 days ago    in 2 weeks  1/1

3 people
read 1 file, 3 people, 7 entries from 2026-09-01 to 2026-11-20, as of 2026-11-22
";

const GERMAN_STATS: &str = "\
Kontakte der letzten 13 Wochen (* noch nicht vorbei)
      █████
      █████                         ▂▂▂▂▂
      █████                         █████
      █████                         █████                               ▅▅▅▅▅
      █████                         █████                               █████
  0     3     0     0     0     0     2     0     0     0     0     0     1
KW35  KW36  KW37  KW38  KW39  KW40  KW41  KW42  KW43  KW44  KW45  KW46  KW47*
dein letzter Kontakt: vor 2 Tagen, mit @ada
längste Wochenfolge mit Kontakt: 1 (16.11.2026 bis 22.11.2026), jetzt 1

Kontakte der letzten 12 Monate (* noch nicht vorbei)
                                                      █████
                                                      █████ ▂▂▂▂▂
                                                      █████ █████
      ▅▅▅▅▅                                           █████ █████ ▅▅▅▅▅
      █████                                           █████ █████ █████
  0     1     0     0     0     0     0     0     0     3     2     1
 Dez   Jan   Feb   Mär   Apr   Mai   Jun   Jul   Aug   Sep   Okt  Nov*

Kanäle des letzten Jahres, 4 Kontakte, neben denen der Studie
online     25 % ████████████████
  Studie   44 % ████████████████████████████
Telefon    25 % ████████████████
persönlich 50 % ████████████████████████████████
  Studie   22 % ██████████████
Treffen     0 %
  Studie   21 % █████████████
Konferenz   0 %
  Studie   10 % ██████
3 weitere ohne Kanal: Dank, Gefallen, Bitten, Aufmerksamkeiten

Kreise
inner     0 von 5
close    1 von 15 ████
wider    0 von 50
network 0 von 150
Treffen, Anruf oder Antwort binnen eines Jahres: 3 von 3 Aktiven (100 %)

Gefallen
1 bekommen, 1 gegeben; 0 noch nicht erwidert

Rhythmen: 1, davon 0 überfällig

gelesen: 1 Datei, 3 Personen, 7 Einträge vom 01.09.2026 bis zum 20.11.2026; Stand 22.11.2026
";

const GERMAN_CARD: &str = "\
Ada Lovelace @ada  a.net.md:1
beruflich, Kreis close
letzter Kontakt vor 2 Tagen (20.11.2026), einer von 4 notierten
fällig in 2 Wochen (11.12.2026), alle 3 Wochen
sonst etwa alle 30 Tage
wird in 2 Wochen 211 (10.12.2026)
";

#[test]
fn a_card_tells_all_that_is_known() {
    let folder = folder();
    let ran = wide(&folder, "80", &["show", "@ada"]);
    assert_eq!((ran.code, ran.err.as_str(), ran.out.as_str()), (0, "", CARD));
    folder.write("netlint.toml", b"language = \"de\"\n");
    let ran = wide(&folder, "80", &["show", "@ada"]);
    assert!(ran.out.starts_with(GERMAN_CARD), "{}", ran.out);
}

#[test]
fn a_list_and_numbers_fit_the_terminal() {
    let folder = folder();
    assert_eq!(wide(&folder, "80", &["list"]).out, LIST);
    let narrow = wide(&folder, "50", &["list", "-q"]).out;
    assert!(narrow.contains("Grace Hopper  @grace") && !narrow.contains("Circle"), "{narrow}");
    assert_fits(&narrow, 50);
    assert_fits(&wide(&folder, "80", &["stats", "-q"]).out, 80);
    assert_fits(wide(&folder, "60", &["stats", "-q"]).out.split("last contact").next().unwrap(), 60);
    folder.write("netlint.toml", b"language = \"de\"\n");
    assert_eq!(wide(&folder, "80", &["stats"]).out, GERMAN_STATS);
    assert_fits(&wide(&folder, "80", &["stats", "-q"]).out, 80);
}

#[test]
fn a_name_another_name_or_a_part_will_do() {
    let folder = folder();
    for words in [["show", "ada"].as_slice(), &["show", "lady", "byron"], &["show", "@countess"], &["show", "love"]] {
        let ran = folder.run(words);
        assert!(ran.code == 0 && ran.out.starts_with("Ada Lovelace @ada"), "{words:?}: {ran:?}");
    }
    let ran = folder.run(&["show", "grace"]);
    assert!(ran.code == 0 && ran.out.starts_with("Grace Hopper @grace"), "the handle is surest: {ran:?}");
    assert!(ran.out.contains("\nprofessional, paused until 2027-01-31\n"), "{}", ran.out);
    assert!(ran.out.contains("\n  brought @ada  a.net.md:5\n"), "{}", ran.out);
    assert!(ran.out.contains("  met at RustFest  "), "{}", ran.out);
    assert!(ran.out.contains("asked @grace: a referral  open  "), "{}", ran.out);
}

#[test]
fn nobody_and_several_are_told_of() {
    let folder = folder();
    let ran = folder.run(&["show", "gra"]);
    assert!(
        ran.code == 1 && ran.out.starts_with("2 people are called gra; which one?\n  @grace  Grace Hopper"),
        "{ran:?}"
    );
    let ran = folder.run(&["show", "@adda"]);
    assert!(
        ran.code == 1 && ran.out.contains("did you mean one of these?\n  @ada  Ada Lovelace  a.net.md:1\n"),
        "{ran:?}"
    );
    let ran = folder.run(&["show", "zzz\u{1b}[31m"]);
    assert!(ran.code == 1 && ran.out.starts_with("nobody is called zzz\\u{1b}[31m\n"), "{ran:?}");
    let (code, document) = json(&folder, &["show", "gra"]);
    assert_eq!(
        (code, &document["person"], each(&document["matches"], "handle")),
        (1, &Value::Null, vec!["grace", "kelly"])
    );
    let (code, document) = json(&folder, &["show", "kely"]);
    assert_eq!((code, each(&document["nearest"], "handle")), (1, vec!["kelly"]));
    assert_eq!(folder.run(&["show"]).code, 2);
}

#[test]
fn a_long_time_line_is_cut_unless_all_is_asked_for() {
    let days: String = (1..=25).map(|day| format!("- 2026-10-{day:02} call @ada\n")).collect();
    let folder = Folder::new(&[("a.net.md", &format!("## Ada @ada\n# Log\n{days}"))]);
    let ran = folder.run(&["show", "ada"]).out;
    assert!(ran.contains("  5 more: --all\n") && ran.matches("  call @ada  ").count() == 20, "{ran}");
    assert!(ran.contains("\nusually every day; now silent for 28 days, 28 times as long\n"), "{ran}");
    let ran = folder.run(&["show", "ada", "--all"]).out;
    assert!(!ran.contains("--all") && ran.matches("  call @ada  ").count() == 25, "{ran}");
    assert_eq!(json(&folder, &["show", "ada"]).1["person"]["timeline"].as_array().unwrap().len(), 25);
}

#[test]
fn filters_and_orders() {
    let folder = folder();
    let listed = |args: &[&str]| {
        let (code, document) = json(&folder, &[&["list"], args].concat());
        assert_eq!(code, 0);
        each(&document["list"], "handle").join(" ")
    };
    assert_eq!(listed(&["--reverse"]), "ada kelly grace");
    assert_eq!(listed(&["--sort", "name"]), "ada grace kelly");
    assert_eq!(listed(&["--tag", "Poetry"]), "ada");
    assert_eq!(listed(&["--tag", "rust,none"]), "ada");
    assert_eq!(listed(&["--kind", "friend,family"]), "kelly");
    assert_eq!(listed(&["--circle", "Close"]), "ada");
    assert_eq!(listed(&["--city", "london"]), "ada");
    assert_eq!(listed(&["--status", "dormant"]), "");
    assert_eq!(listed(&["--channel", "in-person"]), "ada grace");
    assert_eq!(listed(&["--since", "yesterday"]), "");
    assert_eq!(listed(&["--since", "3 weeks ago"]), "ada");
    assert_eq!(listed(&["--since", "5.10.2026", "--until", "letzten Sonntag"]), "kelly");
    assert_eq!(listed(&["--never", "--channel", "voice"]), "ada grace");
    for (args, message) in [
        (["--circle", "clse"], "netlint: --circle: there is no circle `clse`; did you mean `close`?\n"),
        (["--since", "soon"], "netlint: --since: `soon` is no day; write 2026-11-22, or "),
    ] {
        let ran = folder.run(&[&["list"], args.as_slice()].concat());
        assert!(ran.code == 2 && ran.out.is_empty() && ran.err.starts_with(message), "{ran:?}");
    }
}

#[test]
fn documents_are_versioned_and_the_same_each_time() {
    let folder = folder();
    for args in
        [["list", "--format", "json"].as_slice(), &["show", "ada", "--format", "json"], &["stats", "--format", "json"]]
    {
        let (first, second) = (folder.run(args), folder.run(args));
        assert!(first.out == second.out && first.out.ends_with("}\n"));
        let document: Value = serde_json::from_str(&first.out).unwrap();
        let head = ["version", "files", "people", "entries", "errors"].map(|key| document[key].as_u64().unwrap());
        assert_eq!((head, document["today"].as_str()), ([1, 1, 3, 7, 0], Some(TODAY)));
    }
    let (_, document) = json(&folder, &["show", "ada"]);
    let ada = &document["person"];
    assert_eq!(
        (&ada["favors"]["open"], &ada["median_gap"], &ada["birthday"]["days"]),
        (&0.into(), &30.0.into(), &18.into())
    );
    assert_eq!(ada["favor_ledger"][0]["settled"][0]["line"], 24);
    assert_eq!(each(&ada["introduced_by"], "person"), ["grace"]);
    let (_, stats) = json(&folder, &["stats"]);
    assert_eq!((stats["weeks"].as_array().unwrap().len(), &stats["weeks"][12]["open"]), (13, &true.into()));
    assert_eq!((&stats["channels"][0]["study"], &stats["months"][11]["month"]), (&44.into(), &"2026-11".into()));
}

/// In a vault, links in front matter tell who introduced whom.
#[test]
fn pages_of_one_person_are_cards_too() {
    let folder = Folder::new(&[
        ("netlint.toml", "people = [\"people/*.md\"]\n"),
        (
            "people/Ada.md",
            "---\nvia: \"[[Grace Hopper]]\"\n---\n# Ada Lovelace\n\n## 2026-11-01\nWe talked for long.\n",
        ),
        (
            "people/Grace.md",
            "# Grace Hopper\n\n## 2026-11-10\n- introduced by @ada-lovelace: to Linus\n- coffee: engines\n",
        ),
    ]);
    let ran = folder.run(&["show", "ada"]).out;
    assert!(ran.contains("\n  introduced by @grace-hopper  "), "{ran}");
    assert!(ran.contains("  a day that is told of in prose  ") && ran.contains(", one of 2 noted\n"), "{ran}");
    let ran = folder.run(&["show", "hopper"]).out;
    assert!(ran.contains("\n  brought @ada-lovelace  ") && ran.contains("  people/Ada.md:2\n"), "{ran}");
}

/// `UPDATE=1 cargo test` draws the picture in the documents anew; without it, this proves that it is current.
#[test]
fn the_picture_of_the_numbers_is_real_output() {
    let mut command = command(&repository(), &["stats", "docs/example", "--today", TODAY, "--color", "always"]);
    command.env("COLUMNS", "80");
    let ran = run(command, b"");
    let picture = anstyle_svg::Term::new().render_svg(&format!("$ netlint stats\n{}", ran.out));
    testkit::assert_file(&repository().join("docs/images/stats.svg"), &picture);
}
