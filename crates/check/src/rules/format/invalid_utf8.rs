//! See the page below.

use messages::say;
use journal::{Place, Span};

use crate::diagnostic::Finding;
use crate::rule::{Check, rule};

rule! {
    /// A file is not UTF-8.
    ///
    /// ## Why
    ///
    /// Journals are UTF-8, so that every editor shows the same names in ten years. Files from older programs may be
    /// in another encoding; there `é` is one byte, which means nothing in UTF-8, and a name with it would be read
    /// wrongly. The first such byte of each file is reported; all other lines, and all other files, are checked as
    /// usual.
    ///
    /// ## Wrong
    ///
    /// The byte is shown as `\xE9`, since it is no letter here.
    ///
    /// ```journal
    /// ## Ren\xE9e Leroy @renee
    ///       ^ byte 0xE9 at offset 6 is not UTF-8
    /// - city: N\xEEmes
    /// ```
    ///
    /// ## Right
    ///
    /// ```journal
    /// ## Renée Leroy @renee
    /// - city: Nîmes
    /// ```
    name: "invalid-utf8",
    group: Format,
    level: Error,
    english: "
        message = byte { $byte } at offset { $offset } is not UTF-8
        help = save it as UTF-8 in the editor, or convert it: `iconv -f latin1 -t utf-8 { $path } > utf8.net.md`
    ",
    german: "
        title = Eine Datei ist kein UTF-8
        message = das Byte { $byte } an der Stelle { $offset } ist kein UTF-8
        help = speichere sie im Editor als UTF-8, oder wandle sie um: `iconv -f latin1 -t utf-8 { $path } > utf8.net.md`
    ",
    check: check,
}

fn check(check: &Check<'_>, found: &mut Vec<Finding>) {
    for (id, file) in check.network.files() {
        let Some((offset, byte)) = file.invalid else { continue };
        let place = Place { file: id, span: Span::new(offset, offset + 1) };
        let message = say!(check, "message", byte = format!("0x{byte:02X}"), offset);
        found.push(Finding::new(place, message).help(say!(check, "help", path = &file.path)));
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{assert_count, assert_marks};

    #[test]
    fn each_file_is_reported_once_and_the_others_are_read() {
        assert_marks(
            &RULE,
            "2026-11-22",
            "## Ada @ada\n--- b.net.md\n## Bob @bob\n- city: K\\xF6ln, M\\xFCnchen\n         \
             ^ byte 0xF6 at offset 21 is not UTF-8\n--- c.net.md\nna\\xEFve\n  ^ byte 0xEF at offset 2 is not UTF-8\n",
        );
    }

    #[test]
    fn letters_of_every_script_are_fine() {
        assert_count(&RULE, "2026-11-22", "## Łukasz Müller @łukasz\n- city: 東京\n\n\u{FFFD} is a character too\n", 0);
    }
}
