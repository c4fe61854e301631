//! The text of our hook.

use sha2::{Digest, Sha256};

/// How the second line begins; the digest of all that follows it comes next.
const MARK: &str = "# netlint hook, sha256 ";
const SHEBANG: &str = "#!/bin/sh\n";

const BEFORE: &str = r#"# `netlint hook install` wrote this, and `netlint hook uninstall` takes it away, unless it is edited.

# The hook that was here before, if there was one, comes first.
former="$(dirname -- "$0")/pre-commit.before-netlint"
if [ -x "$former" ]; then
    "$former" "$@" || exit
fi

# A commit is never lost because a program is missing.
if ! command -v netlint >/dev/null 2>&1; then
    echo 'netlint is not on the PATH, so the journal is not checked before this commit' >&2
    exit 0
fi

status=0
check() {
    # Another branch may not have this folder.
    if [ -d "$1" ]; then
        netlint check --staged --quiet -- "$1" || status=$?
    fi
}
"#;

const AFTER: &str = "exit \"$status\"\n";

/// What a hook's text is.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Script {
    /// Ours, for these folders.
    Ours(Vec<String>),
    /// Ours, but not as we wrote it.
    Edited,
    /// Somebody else's.
    Foreign,
}

/// The hook that checks the journals in these folders, which are relative to the work tree.
pub(super) fn write(folders: &[String]) -> String {
    let mut body = BEFORE.to_owned();
    for folder in folders {
        body.extend(["check '", &folder.replace('\'', r"'\''"), "'\n"]);
    }
    body.push_str(AFTER);
    format!("{SHEBANG}{MARK}{}\n{body}", digest(&body))
}

/// Reads a hook. One of an earlier netlint is ours, too, if it is as it was written.
pub(super) fn read(text: &str) -> Script {
    let Some(marked) = text.strip_prefix(SHEBANG).and_then(|rest| rest.strip_prefix(MARK)) else {
        return if text.contains(MARK) { Script::Edited } else { Script::Foreign };
    };
    let (sum, body) = marked.split_once('\n').unwrap_or((marked, ""));
    if sum != digest(body) {
        return Script::Edited;
    }
    let folder = |line: &str| line.strip_prefix("check '")?.strip_suffix('\'').map(|it| it.replace(r"'\''", "'"));
    Script::Ours(body.lines().filter_map(folder).collect())
}

fn digest(text: &str) -> String {
    Sha256::digest(text.as_bytes()).iter().fold(String::new(), |digest, byte| format!("{digest}{byte:02x}"))
}

#[cfg(test)]
mod tests {
    use super::{Script, read, write};

    #[test]
    fn what_is_written_is_read_and_the_least_edit_is_seen() {
        let folders = [".".to_owned(), "it's \"mine\" $HOME".to_owned()];
        let text = write(&folders);
        assert_eq!(read(&text), Script::Ours(folders.to_vec()));
        assert_eq!(read(&text.replace("status=0", "status=1")), Script::Edited);
        assert_eq!(read(&text.replace('\n', "\r\n")), Script::Edited);
        assert_eq!(read(&format!("{text}\n")), Script::Edited);
        assert_eq!(read("#!/bin/sh\nexit 0\n"), Script::Foreign);
        assert_eq!(read(""), Script::Foreign);
    }
}
