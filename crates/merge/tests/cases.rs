//! What merges and what conflicts, as two people would write it.

#![expect(clippy::unwrap_used, reason = "a test may fail in any way")]

use merge::{ConflictStyle, Style, merge};

fn merged(base: &str, ours: &str, theirs: &str) -> (String, usize) {
    let merged = merge(base.as_bytes(), ours.as_bytes(), theirs.as_bytes(), &Style::default());
    (String::from_utf8(merged.bytes).unwrap(), merged.conflicts)
}

#[track_caller]
fn assert_merges(base: &str, ours: &str, theirs: &str, expected: &str) {
    assert_eq!(merged(base, ours, theirs), (expected.to_owned(), 0), "as text:\n{}", merged(base, ours, theirs).0);
}

#[track_caller]
fn assert_conflicts(base: &str, ours: &str, theirs: &str, expected: &str) {
    let (text, conflicts) = merged(base, ours, theirs);
    assert_eq!((text.as_str(), conflicts), (expected, 1), "as text:\n{text}");
}

const DAY: &str = "## 2026-11-03\n- call @ada\n";

#[test]
fn entries_of_one_day_are_both_taken() {
    assert_merges(
        DAY,
        &format!("{DAY}- mail @bob\n"),
        &format!("{DAY}- coffee with @carl\n"),
        &format!("{DAY}- mail @bob\n- coffee with @carl\n"),
    );
    let first = |line: &str| DAY.replace("- call", &format!("- {line}\n- call"));
    assert_merges(DAY, &first("mail @bob"), &first("met @carl"), &first("mail @bob\n- met @carl"));
}

#[test]
fn the_same_entry_of_both_is_one_and_two_of_one_side_are_two() {
    let one = format!("{DAY}- mail @bob\n");
    let two = format!("{DAY}- mail @bob\n- mail @bob\n");
    assert_merges(DAY, &one, &one, &one);
    assert_merges(DAY, &format!("{one}- met @dora\n"), &two, &format!("{one}- met @dora\n- mail @bob\n"));
}

#[test]
fn days_go_where_the_file_has_them() {
    let rising = "# 2026\n\n## 2026-11-01\n- call @ada\n\n## 2026-11-09\n- call @ada\n";
    let with =
        |base: &str, day: &str| base.replace("\n## 2026-11-09", &format!("\n## {day}\n- mail @bob\n\n## 2026-11-09"));
    assert_merges(
        rising,
        &with(rising, "2026-11-05"),
        &with(rising, "2026-11-03"),
        &with(&with(rising, "2026-11-03"), "2026-11-05"),
    );
    let end = |day: &str| format!("{rising}\n## {day}\n- mail @bob\n");
    let both = format!("{}\n## 2026-11-12\n- mail @bob\n", end("2026-11-11"));
    assert_merges(rising, &end("2026-11-12"), &end("2026-11-11"), &both);
    let falling = "## 2026-11-09\n- call @ada\n\n## 2026-11-01\n- call @ada\n";
    let top = |day: &str, rest: &str| format!("## {day}\n- mail @bob\n\n{rest}");
    assert_merges(
        falling,
        &top("2026-11-10", falling),
        &top("2026-11-12", falling),
        &top("2026-11-12", &top("2026-11-10", falling)),
    );
}

#[test]
fn the_same_new_day_of_both_is_one() {
    assert_merges(
        DAY,
        &format!("{DAY}\n## 2026-11-04\n- mail @bob\n"),
        &format!("{DAY}\n## 2026-11-04 Wednesday\n- met @carl\n"),
        &format!("{DAY}\n## 2026-11-04 Wednesday\n- mail @bob\n- met @carl\n"),
    );
}

#[test]
fn days_that_one_side_sorted_take_what_the_other_added() {
    let day = |day: u32| format!("## 2026-11-{day:02}\n- call @ada: {day}\n");
    let file = |days: &[u32]| days.iter().map(|it| day(*it)).collect::<Vec<_>>().join("\n");
    assert_merges(&file(&[3, 1, 2]), &file(&[1, 2, 3]), &file(&[3, 1, 2, 4]), &file(&[1, 2, 3, 4]));
    assert_merges(&file(&[3, 1, 2]), &file(&[3, 1, 2, 4]), &file(&[1, 2, 3]), &file(&[1, 2, 3, 4]));
    assert_merges(&file(&[3, 1, 2]), &file(&[1, 2, 3, 5]), &file(&[1, 2, 3, 4]), &file(&[1, 2, 3, 4, 5]));
    // Two orders cannot both be had.
    assert_merges(&file(&[3, 1, 2]), &file(&[3, 2, 1]), &file(&[1, 2, 3]), &file(&[3, 2, 1]));
}

#[test]
fn people_that_both_added_are_both_there() {
    let base = "# People\n\n## Bob @bob\n- role: x\n\n## Dora @dora\n\n## Zoe @zoe\n";
    assert_merges(
        base,
        &base.replace("## Zoe", "## Eve @eve\n- role: y\n\n## Zoe"),
        &format!("{base}\n## Carl @carl\n- city: Graz\n"),
        "# People\n\n## Bob @bob\n- role: x\n\n## Carl @carl\n- city: Graz\n\n## Dora @dora\n\n## Eve @eve\n- role: y\n\n## Zoe @zoe\n",
    );
    let two = "## Bob @bob\n\n## Ada @ada\n";
    assert_merges(
        two,
        &format!("{two}\n## Eve @eve\n"),
        &format!("{two}\n## Carl @carl\n"),
        &format!("{two}\n## Eve @eve\n\n## Carl @carl\n"),
    );
}

#[test]
fn fields_go_together_by_key() {
    let base = "## Ada @ada\n- every: weekly\n- email: a@example.org\n";
    assert_merges(
        base,
        &base.replace("weekly", "monthly"),
        &format!("{base}- city: London\n- email: b@example.org\n"),
        "## Ada @ada\n- every: monthly\n- email: a@example.org\n- city: London\n- email: b@example.org\n",
    );
    assert_conflicts(
        base,
        &base.replace("weekly", "monthly"),
        &base.replace("weekly", "3 weeks"),
        "## Ada @ada\n<<<<<<< ours\n- every: monthly\n=======\n- every: 3 weeks\n>>>>>>> theirs\n- email: a@example.org\n",
    );
    assert_conflicts(
        base,
        &format!("{base}- city: London\n- role: x\n"),
        &format!("{base}- org: y\n- city: Graz\n"),
        &format!("{base}- org: y\n<<<<<<< ours\n- city: London\n=======\n- city: Graz\n>>>>>>> theirs\n- role: x\n"),
    );
}

#[test]
fn a_plan_that_one_side_ticked_and_the_other_reworded() {
    let base = "## 2026-11-03\n- [ ] lunch with @ada: bring the book\n";
    let ticked = base.replace("[ ]", "[x]");
    assert_merges(base, &ticked, &format!("{base}- call @bob\n"), &format!("{ticked}- call @bob\n"));
    assert_merges(
        base,
        &ticked,
        &base.replace("the book", "the blue book"),
        &ticked.replace("the book", "the blue book"),
    );
    assert_conflicts(
        base,
        &base.replace("the book", "the red book"),
        &base.replace("the book", "the blue book"),
        "## 2026-11-03\n<<<<<<< ours\n- [ ] lunch with @ada: bring the red book\n=======\n- [ ] lunch with @ada: bring the blue book\n>>>>>>> theirs\n",
    );
}

#[test]
fn what_one_side_removed_is_removed_unless_the_other_changed_it() {
    let base = format!("{DAY}- mail @bob: about the talk\n- met @carl\n");
    let removed = base.replace("- mail @bob: about the talk\n", "");
    assert_merges(&base, &removed, &format!("{base}- mail @eve\n"), &format!("{removed}- mail @eve\n"));
    assert_conflicts(
        &base,
        &removed,
        &base.replace("the talk", "her talk"),
        &format!("{DAY}<<<<<<< ours\n=======\n- mail @bob: about her talk\n>>>>>>> theirs\n- met @carl\n"),
    );
    let two = format!("{DAY}\n## 2026-11-04\n- mail @bob\n");
    assert_conflicts(
        &two,
        DAY,
        &format!("{two}- met @carl\n"),
        &format!("{DAY}\n<<<<<<< ours\n=======\n## 2026-11-04\n- mail @bob\n- met @carl\n>>>>>>> theirs\n"),
    );
}

#[test]
fn notes_of_an_entry_go_with_it() {
    let base = "## 2026-11-03\n- call @ada\n  - she is hiring\n\n  A long story.\n\n## 2026-11-04\n- call @bob\n";
    assert_merges(
        base,
        &base.replace("\n## 2026-11-04", "- mail @eve\n\n## 2026-11-04").replace("story.\n\n-", "story.\n-"),
        &base.replace("hiring\n", "hiring\n  - ask @carl\n"),
        "## 2026-11-03\n- call @ada\n  - she is hiring\n  - ask @carl\n\n  A long story.\n- mail @eve\n\n## 2026-11-04\n- call @bob\n",
    );
    let short = "## 2026-11-03\n- call @ada\n";
    assert_merges(
        short,
        &format!("{short}  - she is hiring\n"),
        &format!("{short}  - ask @carl\n"),
        &format!("{short}  - she is hiring\n  - ask @carl\n"),
    );
}

#[test]
fn directives_stay_with_what_they_speak_of() {
    let mass = "<!-- netlint-disable-next-line mass-message -->\n- mail @a, @b, @c and @d\n";
    assert_merges(DAY, &format!("{DAY}{mass}"), &format!("{DAY}- met @carl\n"), &format!("{DAY}{mass}- met @carl\n"));
    let block =
        "<!-- netlint-disable mass-message -->\n\n## 2026-11-05\n- mail @a, @b, @c and @d\n\n<!-- netlint-enable -->\n";
    assert_merges(
        DAY,
        &format!("{DAY}\n{block}"),
        &format!("{DAY}\n## 2026-11-04\n- met @carl\n"),
        &format!("{DAY}\n## 2026-11-04\n- met @carl\n\n{block}"),
    );
}

#[test]
fn line_ends_marks_and_open_ends_are_no_difference() {
    let ours = format!("{DAY}- mail @bob\n").replace('\n', "\r\n");
    let theirs = format!("{DAY}- met @carl");
    assert_merges(DAY, &ours, &theirs, &format!("{ours}- met @carl"));
    assert_merges(DAY, &theirs, &ours, &format!("{DAY}- met @carl\n- mail @bob"));
    assert_merges(DAY, &format!("\u{feff}{DAY}"), &theirs, &format!("\u{feff}{theirs}"));
    assert_conflicts(
        "- a @b\n",
        "\u{feff}- a @b: c\n",
        "- a @b: d\n",
        "<<<<<<< ours\n\u{feff}- a @b: c\n=======\n\u{feff}- a @b: d\n>>>>>>> theirs\n",
    );
    let twice = "\u{feff}\u{feff}a\n";
    assert_conflicts("#\n", twice, "", &format!("<<<<<<< ours\n{twice}=======\n>>>>>>> theirs\n"));
    let mixed = "## 2026-11-03\r\n- call @ada\n- mail @bob\r\n";
    assert_merges(DAY, mixed, &format!("{DAY}- met @carl\n"), &format!("{mixed}- met @carl\r\n"));
}

#[test]
fn both_began_the_file() {
    assert_merges("", DAY, "## 2026-11-04\n- mail @bob\n", &format!("{DAY}\n## 2026-11-04\n- mail @bob\n"));
    assert_merges("", "## 2026-11-04\n- mail @bob\n", DAY, &format!("{DAY}\n## 2026-11-04\n- mail @bob\n"));
    assert_merges(
        "",
        &format!("{DAY}- mail @bob\n"),
        &format!("{DAY}- met @carl\n"),
        &format!("{DAY}- mail @bob\n- met @carl\n"),
    );
}

#[test]
fn blank_lines_neither_double_nor_vanish() {
    let airy = "# 2026\n\n## 2026-11-03\n\n- call @ada\n\n## 2026-11-05\n\n- call @bob\n\n";
    assert_merges(
        airy,
        &airy.replace("\n## 2026-11-05", "\n## 2026-11-04\n\n- met @eve\n\n## 2026-11-05"),
        &airy.replace("- call @ada\n\n", "- call @ada\n- met @carl\n\n"),
        "# 2026\n\n## 2026-11-03\n\n- call @ada\n- met @carl\n\n## 2026-11-04\n\n- met @eve\n\n## 2026-11-05\n\n- call @bob\n\n",
    );
    let empty = "## 2026-11-03\n\n## 2026-11-05\n";
    let with = |text: &str| empty.replace("2026-11-03\n", &format!("2026-11-03\n\n{text}\n"));
    assert_merges(empty, &with("- met @eve"), &with("- met @carl"), &with("- met @eve\n- met @carl"));
    let dense = "## 2026-11-03\n- call @ada\n## 2026-11-05\n- call @bob\n";
    let late = |day: &str| format!("{dense}## {day}\n- met @eve\n");
    assert_merges(
        dense,
        &late("2026-11-06"),
        &late("2026-11-07"),
        &format!("{}## 2026-11-07\n- met @eve\n", late("2026-11-06")),
    );
}

#[test]
fn a_paragraph_never_becomes_a_part_of_an_item() {
    assert_merges(
        "## 2026-11-03\n",
        "## 2026-11-03\n- call @ada\n",
        "## 2026-11-03\nA quiet day.\n",
        "## 2026-11-03\n- call @ada\n\nA quiet day.\n",
    );
}

#[test]
fn front_matter_stays_first_and_code_is_opaque() {
    let front = "---\nevery: weekly\n---\n";
    assert_merges(
        "# Ada\n",
        "## 2026-11-01\n- call\n\n# Ada\n",
        &format!("{front}# Ada\n"),
        &format!("{front}## 2026-11-01\n- call\n\n# Ada\n"),
    );
    let code = "# Code\n\n```\na\nb\nc\n```\n";
    let (first, last) = (code.replace("\na\n", "\nx\n"), code.replace("\nc\n", "\nz\n"));
    assert_merges(code, &first, &last, "# Code\n\n```\nx\nb\nz\n```\n");
}

#[test]
fn what_would_be_read_as_something_else_is_merged_by_lines() {
    let base = "## 2026-11-03\n- call @ada\n\n## 2026-11-05\n- call @bob\n";
    let open = base.replace("- call @ada\n", "- call @ada\n\n```\n");
    let (text, _) = merged(base, &open, &format!("{base}- met @carl\n"));
    assert!(text.contains("- met @carl\n") && text.contains("```\n"), "{text}");
    let indented = "## 2026-11-03\n   - met @carl\n";
    let (text, conflicts) = merged("## 2026-11-03\n", "## 2026-11-03\n- call @ada\n", indented);
    assert_eq!(conflicts, 1, "{text}");
}

#[test]
fn a_renamed_person_keeps_what_the_other_side_added() {
    let base = "## Ada @ada\n- city: London\n";
    let renamed = "## Ada Lovelace @lovelace\n- city: London\n";
    assert_merges(base, renamed, &format!("{base}\n## Bob @bob\n"), &format!("{renamed}\n## Bob @bob\n"));
    assert_merges(base, renamed, &format!("{base}- role: x\n"), &format!("{renamed}- role: x\n"));
}

#[test]
fn conflicts_are_written_as_git_is_configured() {
    let line = |word: &str| format!("## 2026-11-03\n- note: {word}\n");
    let styled = |conflicts| {
        let labels = ["base", "HEAD", "other\nbranch"].map(str::to_owned);
        let style = Style { marker_size: 9, conflicts, labels };
        let merged = merge(line("x").as_bytes(), line("y").as_bytes(), line("z").as_bytes(), &style);
        String::from_utf8(merged.bytes).unwrap()
    };
    let simple = "## 2026-11-03\n<<<<<<<<< HEAD\n- note: y\n=========\n- note: z\n>>>>>>>>> otherbranch\n";
    assert_eq!(styled(ConflictStyle::Merge), simple);
    let three = simple.replace("- note: y\n", "- note: y\n||||||||| base\n- note: x\n");
    assert_eq!(styled(ConflictStyle::Diff3), three);
    assert_eq!(styled(ConflictStyle::Zdiff3), three);
}

#[test]
fn bytes_that_are_no_text_are_merged_by_lines_and_kept() {
    let merged = merge(b"a\n\xff\nb\n", b"a\n\xff\xfe\nb\n", b"a\n\xff\nb\nc\n", &Style::default());
    assert_eq!((merged.bytes.as_slice(), merged.conflicts), (b"a\n\xff\xfe\nb\nc\n".as_slice(), 0));
}

#[test]
fn a_day_that_was_corrected_takes_no_entries_of_the_other_side() {
    let corrected = DAY.replace("2026-11-03", "2026-11-04");
    assert_merges(DAY, &corrected, DAY, &corrected);
    assert_conflicts(
        DAY,
        &corrected,
        &format!("{DAY}- mail @bob\n"),
        &format!("<<<<<<< ours\n=======\n{DAY}- mail @bob\n>>>>>>> theirs\n\n{corrected}"),
    );
    assert_merges(
        DAY,
        &DAY.replace("-03", "-03 Tuesday"),
        &format!("{DAY}- x\n"),
        "## 2026-11-03 Tuesday\n- call @ada\n- x\n",
    );
    let padded = "## 2026-11-3\n- call @ada\n";
    assert_merges(padded, DAY, &format!("{padded}- mail @bob\n"), &format!("{DAY}- mail @bob\n"));
}

#[test]
fn a_day_that_stands_twice_is_told_apart_by_what_it_holds() {
    let twice = format!("{DAY}\n## 2026-11-04\n- met @carl\n\n## 2026-11-03\n- mail @bob\n");
    let first = twice.replacen("## 2026-11-03\n", "## 2026-11-03\n- first\n", 1);
    assert_merges(&twice, &first, &format!("{twice}- last\n"), &format!("{first}- last\n"));
    let once = twice.replacen(&format!("{DAY}\n"), "", 1);
    assert_merges(&twice, &once, &format!("{twice}- last\n"), &format!("{once}- last\n"));
}

#[test]
fn markers_of_another_merge_are_no_journal() {
    let open = format!("{DAY}<<<<<<<<< HEAD\n- mail @bob\n=========\n- met @carl\n>>>>>>>>> other\n");
    let decided = format!("{DAY}- mail @bob\n");
    assert_merges(&open, &decided, &format!("# 2026\n\n{open}"), &format!("# 2026\n\n{decided}"));
}

#[test]
fn a_side_that_formatted_the_file_takes_what_the_other_added() {
    let base = "## Ada @ada\n* city:   London\n* every: weekly\n## 2026-11-3\n* call  @ada\n* mail @bob :hi\n";
    let formatted = "## Ada @ada\n\n- every: weekly\n- city: London\n\n## 2026-11-03\n\n- call @ada\n- mail @bob: hi\n";
    let added = base.replace("weekly\n", "weekly\n* role: x\n").replace("@ada\n* mail", "@ada\n* met @eve\n* mail");
    let expected =
        formatted.replace("weekly\n", "weekly\n* role: x\n").replace("@ada\n- mail", "@ada\n* met @eve\n- mail");
    assert_merges(base, formatted, &added, &expected);
}
