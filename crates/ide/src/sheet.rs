//! What is shown of something, as Markdown and as plain text.

/// What is shown of something: a title, some lines, a list.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sheet {
    pub(crate) title: String,
    /// What stands behind the title as it is typed.
    pub(crate) code: String,
    pub(crate) lines: Vec<String>,
    pub(crate) items: Vec<String>,
}

impl Sheet {
    /// As plain text.
    pub(crate) fn plain(&self) -> String {
        let head = [self.title.as_str(), self.code.as_str()].map(one_line);
        let head = head.iter().map(String::as_str).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
        let lines = self.lines.iter().map(|line| one_line(line));
        let items = self.items.iter().map(|item| format!("- {}", one_line(item)));
        Some(head).filter(|head| !head.is_empty()).into_iter().chain(lines).chain(items).collect::<Vec<_>>().join("\n")
    }

    /// As Markdown. What stands in a journal has no effect in it.
    pub(crate) fn markdown(&self) -> String {
        let title = if self.title.is_empty() { String::new() } else { format!("**{}**", escaped(&self.title)) };
        let code = if self.code.is_empty() { String::new() } else { code(&self.code) };
        let head = [title, code].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
        // Two blanks at its end break a line.
        let lines = self.lines.iter().map(|line| escaped(line)).collect::<Vec<_>>().join("  \n");
        let items = self.items.iter().map(|item| format!("- {}", escaped(item))).collect::<Vec<_>>().join("\n");
        [head, lines, items].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n\n")
    }
}

fn one_line(text: &str) -> String {
    let visible = |c: char| if c.is_control() { ' ' } else { c };
    text.chars().map(visible).collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A text that Markdown shows as it is.
pub(crate) fn escaped(text: &str) -> String {
    let text = one_line(text);
    let mut escaped = String::with_capacity(text.len());
    // A number with a dot, or a bullet, begins a list only where it is first.
    let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    for (at, c) in text.char_indices() {
        let is_mark = match c {
            '\\' | '`' | '*' | '_' | '<' | '>' | '[' | ']' | '#' | '|' | '~' | '&' | '$' | '!' | ':' => true,
            '-' | '+' | '=' => at == 0,
            '.' | ')' => at == digits && digits > 0,
            _ => false,
        };
        // A colon makes an address of what is before it, but only with slashes behind.
        if is_mark && (c != ':' || text[at..].starts_with("://")) {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}

/// A text as code, whatever stands in it.
fn code(text: &str) -> String {
    let text = one_line(text);
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or_default();
    let fence = "`".repeat(longest + 1);
    let gap = if longest > 0 { " " } else { "" };
    format!("{fence}{gap}{text}{gap}{fence}")
}

#[cfg(test)]
mod tests {
    use super::{Sheet, escaped};

    #[test]
    fn what_people_write_has_no_effect() {
        assert_eq!(escaped("a *b* <i>\n[x](y) https://z"), r"a \*b\* \<i\> \[x\](y) https\://z");
        assert_eq!(
            ["- x", "1. x", "x - 1. y", "2026-11-03: x"].map(escaped),
            [r"\- x", r"1\. x", "x - 1. y", "2026-11-03: x"]
        );
        let sheet = Sheet { title: "A_b".into(), code: "`x`".into(), lines: vec!["*".into()], items: vec!["#".into()] };
        assert_eq!(sheet.markdown(), "**A\\_b** `` `x` ``\n\n\\*\n\n- \\#");
        assert_eq!(sheet.plain(), "A_b `x`\n*\n- #");
        assert_eq!((Sheet::default().plain(), Sheet::default().markdown()), (String::new(), String::new()));
    }
}
