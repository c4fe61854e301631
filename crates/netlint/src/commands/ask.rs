//! Asks people: in a terminal by a line editor, else whoever writes to standard input.

use std::io::{self, BufRead, IsTerminal, Write};

use anyhow::Result;
use rustyline::error::ReadlineError;
use rustyline::history::MemHistory;
use rustyline::{CompletionType, Config, Editor, Helper};

/// Whom to ask.
pub(crate) enum Asker<H: Helper> {
    /// A person at a terminal. What is typed is remembered in memory only.
    Terminal(Box<Editor<H, MemHistory>>),
    /// The lines of standard input.
    Lines,
    /// Nobody: every question has the answer no.
    Nobody,
}

/// Whether a person can be asked.
pub(crate) fn is_terminal() -> bool {
    io::stdin().is_terminal() && io::stdout().is_terminal()
}

impl<H: Helper> Asker<H> {
    /// Asks at the terminal, completing as `helper` says.
    pub(crate) fn terminal(helper: Option<H>) -> Result<Self> {
        let config = Config::builder().completion_type(CompletionType::List).auto_add_history(false).build();
        let mut editor = Editor::with_history(config.clone(), MemHistory::with_config(&config))?;
        editor.set_helper(helper);
        Ok(Self::Terminal(Box::new(editor)))
    }

    /// The next line, which begins with `initial`. `None`: there is none, or the person has had enough.
    pub(crate) fn line(&mut self, prompt: &str, initial: &str) -> Result<Option<String>> {
        match self {
            Self::Terminal(editor) => match editor.readline_with_initial(prompt, (initial, "")) {
                Ok(line) => Ok(Some(line)),
                Err(ReadlineError::Eof | ReadlineError::Interrupted) => Ok(None),
                Err(error) => Err(error.into()),
            },
            Self::Lines => {
                write!(anstream::stdout(), "{prompt}")?;
                let mut line = Vec::new();
                let read = io::stdin().lock().read_until(b'\n', &mut line)?;
                writeln!(anstream::stdout())?;
                Ok((read > 0).then(|| String::from_utf8_lossy(&line).trim_end().to_owned()))
            }
            Self::Nobody => Ok(None),
        }
    }

    /// Asks a question that is answered by yes or no. No answer is no.
    pub(crate) fn agrees(&mut self, question: &str) -> Result<bool> {
        if matches!(self, Self::Nobody) {
            return Ok(false);
        }
        let answer = self.line(&format!("{question} "), "")?.unwrap_or_default();
        Ok(matches!(answer.trim().to_lowercase().as_str(), "y" | "yes" | "j" | "ja"))
    }
}
