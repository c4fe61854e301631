//! A short name for each finding, the same as long as it is the same finding.

use std::collections::HashMap;
use std::fmt::Write;

use check::{Diagnostic, Identity};
use journal::Network;
use sha2::{Digest, Sha256};

/// Names findings, each differently: the second of two that are alike is told from the first by its number.
#[derive(Default)]
pub(super) struct Fingerprints {
    seen: HashMap<Identity, u32>,
}

impl Fingerprints {
    /// 32 hexadecimal digits.
    pub(super) fn of(&mut self, network: &Network, diagnostic: &Diagnostic) -> String {
        self.of_identity(Identity::of(network, diagnostic))
    }

    /// The same for what is known by its identity only.
    pub(super) fn of_identity(&mut self, identity: Identity) -> String {
        let text = format!("{}\n{}\n{}", identity.rule, identity.people.join(" "), identity.line);
        let number = self.seen.entry(identity).or_insert(0);
        *number += 1;
        let digest = Sha256::digest(format!("{text}\n{number}"));
        digest.iter().take(16).fold(String::new(), |mut hex, byte| {
            _ = write!(hex, "{byte:02x}");
            hex
        })
    }
}
