//! Merges the words of one line that both sides edited at different ends.

use crate::diff::{Changed, Numbers, Region, regions};

/// The merged line, where an unchanged word stands between what each side changed. Else a person decides: two
/// changes side by side can mean one thing together.
pub(crate) fn merge(base: &[u8], ours: &[u8], theirs: &[u8]) -> Option<String> {
    let [base, ours, theirs] = [base, ours, theirs].map(|line| std::str::from_utf8(line).map(tokens));
    let texts = [base.ok()?, ours.ok()?, theirs.ok()?];
    let mut numbers = Numbers::new();
    let numbered = [0, 1, 2].map(|side| numbers.all(texts[side].iter().copied()));
    let mut merged = String::new();
    let mut last = Changed::Nobody;
    for Region { by, ranges } in regions(&numbered[0], &numbered[1], &numbered[2]) {
        let side = match by {
            Changed::Nobody => {
                if texts[0][ranges[0].clone()].iter().any(|token| !token.trim().is_empty()) {
                    last = Changed::Nobody;
                }
                1
            }
            Changed::Differently => return None,
            _ if last != Changed::Nobody && last != by => return None,
            _ => {
                last = by;
                if by == Changed::Theirs { 2 } else { 1 }
            }
        };
        merged.extend(texts[side][ranges[side].clone()].iter().copied());
    }
    Some(merged)
}

/// Words, and the white space between them.
fn tokens(line: &str) -> Vec<&str> {
    let mut tokens = Vec::new();
    let mut rest = line;
    while let Some(first) = rest.chars().next() {
        let is_space = first.is_whitespace();
        let end = rest.find(|c: char| c.is_whitespace() != is_space).unwrap_or(rest.len());
        let (token, after) = rest.split_at(end);
        tokens.push(token);
        rest = after;
    }
    tokens
}

#[cfg(test)]
mod tests {
    use super::merge;

    #[track_caller]
    fn assert_merges(ours: &str, theirs: &str, expected: Option<&str>) {
        let base = "- [ ] coffee with @ada: the book\n";
        for (ours, theirs) in [(ours, theirs), (theirs, ours)] {
            assert_eq!(merge(base.as_bytes(), ours.as_bytes(), theirs.as_bytes()).as_deref(), expected);
        }
    }

    #[test]
    fn changes_at_different_ends_go_together() {
        let expected = "- [x] coffee with @ada: the blue book\n";
        assert_merges("- [x] coffee with @ada: the book\n", "- [ ] coffee with @ada: the blue book\n", Some(expected));
    }

    #[test]
    fn changes_side_by_side_do_not() {
        assert_merges("- [ ] lunch with @ada: the book\n", "- [ ] coffee and cake with @ada: the book\n", None);
        assert_merges("- [ ] lunch with @ada: the book\n", "- [ ] coffee at @ada: the book\n", None);
        assert_merges("- [ ] coffee with @ada: the book, twice\n", "- [ ] coffee with @ada: the book, lent\n", None);
    }
}
