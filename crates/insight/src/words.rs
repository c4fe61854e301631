//! What is said here, in both languages.

use messages::{Language, Messages, Texts};

static TEXTS: Texts = Texts::new(
    "
        when = { $days ->
            [0] today
            [1] tomorrow
           *[other] in { $days } days
        }
        due = { $who } is due on { $day }, { when }: last noted { $last }, { $every }
        planned = planned for { $day }, { when }
    ",
    "
        when = { $days ->
            [0] heute
            [1] morgen
           *[other] in { $days } Tagen
        }
        due = { $who } ist am { $day } fällig, { when }: zuletzt notiert am { $last }, { $every }
        planned = geplant für den { $day }, { when }
    ",
);

/// The texts in this language.
pub(crate) fn within(language: Language) -> Messages<'static> {
    TEXTS.within(language)
}

#[cfg(test)]
mod tests {
    #[test]
    fn every_message_is_said_and_has_both_languages() {
        let code = concat!(include_str!("agenda/rules.rs"), "\n", include_str!("agenda/plans.rs"));
        testkit::messages::assert_texts("insight", &super::TEXTS, code, &[]);
    }
}
