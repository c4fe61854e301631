//! The three versions, without what must not count as a difference: how lines end, a byte-order mark, whether the
//! last line is ended.

use crate::piece::Side;

const MARK: &[u8] = b"\xef\xbb\xbf";

/// One version, with LF at the end of each line, the last one too.
#[derive(Debug)]
pub(crate) struct Version {
    pub(crate) bytes: Vec<u8>,
    pub(crate) has_mark: bool,
    /// The last line had no end.
    pub(crate) is_open: bool,
    ends: Ends,
}

/// How lines end.
#[derive(Debug)]
enum Ends {
    Lf,
    Crlf,
    /// Those at these places with CRLF, the others with LF.
    Mixed {
        crlf: Vec<usize>,
        is_mostly_crlf: bool,
    },
}

/// All three, base first.
#[derive(Debug)]
pub(crate) struct Versions([Version; 3]);

impl Version {
    fn new(bytes: &[u8]) -> Self {
        let rest = bytes.strip_prefix(MARK);
        let has_mark = rest.is_some();
        let rest = rest.unwrap_or(bytes);
        let mut text = Vec::with_capacity(rest.len() + 1);
        let mut crlf = Vec::new();
        let mut count = 0;
        for line in rest.split_inclusive(|byte| *byte == b'\n') {
            count += usize::from(line.ends_with(b"\n"));
            if let Some(line) = line.strip_suffix(b"\r\n") {
                text.extend_from_slice(line);
                crlf.push(text.len());
                text.push(b'\n');
            } else {
                text.extend_from_slice(line);
            }
        }
        let is_open = !text.is_empty() && !text.ends_with(b"\n");
        if is_open {
            text.push(b'\n');
        }
        let ends = match crlf.len() {
            0 => Ends::Lf,
            all if all == count => Ends::Crlf,
            most => Ends::Mixed { crlf, is_mostly_crlf: most * 2 > count },
        };
        Self { bytes: text, has_mark, is_open, ends }
    }

    /// Whether the line end at this place was CRLF; one that is not of this version follows most of it.
    pub(crate) fn is_crlf(&self, at: Option<usize>) -> bool {
        match (&self.ends, at) {
            (Ends::Lf, _) => false,
            (Ends::Crlf, _) => true,
            (Ends::Mixed { crlf, .. }, Some(at)) => crlf.binary_search(&at).is_ok(),
            (Ends::Mixed { is_mostly_crlf, .. }, None) => *is_mostly_crlf,
        }
    }
}

impl Versions {
    pub(crate) fn new(base: &[u8], ours: &[u8], theirs: &[u8]) -> Self {
        Self([base, ours, theirs].map(Version::new))
    }

    pub(crate) fn get(&self, side: Side) -> &Version {
        &self.0[side.index()]
    }

    /// The version whose line ends the result has: ours, unless it has none.
    pub(crate) fn model(&self) -> Side {
        if self.get(Side::Ours).bytes.is_empty() { Side::Theirs } else { Side::Ours }
    }

    /// All three as texts that can be read as journals. `None`: one is no UTF-8, is too large, has two byte-order
    /// marks, or was left with the markers of another merge, which are no journal.
    pub(crate) fn texts(&self) -> Option<[&str; 3]> {
        let text = |side: Side| {
            let bytes = &self.get(side).bytes;
            let is_readable = bytes.len() < u32::MAX as usize && !bytes.starts_with(MARK) && !has_markers(bytes);
            std::str::from_utf8(bytes).ok().filter(|_| is_readable)
        };
        Some([text(Side::Base)?, text(Side::Ours)?, text(Side::Theirs)?])
    }

    /// What two of the three say of a whole file; an empty version has nothing to say.
    pub(crate) fn vote(&self, says: impl Fn(&Version) -> bool) -> bool {
        let ours = self.get(self.model());
        let other = |side| Some(self.get(side)).filter(|version| !version.bytes.is_empty()).map_or(says(ours), &says);
        let (base, theirs) = (other(Side::Base), other(Side::Theirs));
        if says(ours) == base { theirs } else { says(ours) }
    }
}

/// Whether a line begins like the marker of a conflict, of any length from the usual one on.
fn has_markers(bytes: &[u8]) -> bool {
    let begins = |line: &[u8], mark: u8| {
        let length = line.iter().take_while(|byte| **byte == mark).count();
        length >= 7 && line.get(length) == Some(&b' ')
    };
    [b'<', b'>'].into_iter().any(|mark| {
        let found = memchr::memmem::find_iter(bytes, &[b'\n', mark, mark, mark])
            .map(|at| at + 1)
            .any(|at| begins(&bytes[at..], mark));
        found || begins(bytes, mark)
    })
}
