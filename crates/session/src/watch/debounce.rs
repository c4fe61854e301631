//! Many changes at once are one.

use std::time::{Duration, Instant};

/// However restless it is, one looks after so many times the quiet time.
const PATIENCE: u32 = 50;

/// Waits for quiet after changes, but not for ever. The times are its caller's.
#[derive(Clone, Copy, Debug)]
pub struct Debounce {
    quiet: Duration,
    /// When the first change came that was not looked at, and the last.
    changed: Option<(Instant, Instant)>,
    /// When the first of those came that somebody looks at.
    settled: Option<Instant>,
}

impl Debounce {
    /// Changes that are less than `quiet` apart belong together.
    pub fn new(quiet: Duration) -> Self {
        Self { quiet, changed: None, settled: None }
    }

    /// Something changed.
    pub fn touch(&mut self, now: Instant) {
        let first = self.changed.map_or(now, |(first, _)| first);
        self.changed = Some((first, now));
    }

    /// When to look; `None`: nothing changed.
    pub fn due(&self) -> Option<Instant> {
        let (first, last) = self.changed?;
        Some((last + self.quiet).min(self.end(first)))
    }

    /// Somebody looks.
    pub fn settle(&mut self) {
        self.settled = self.changed.take().map(|(first, _)| first);
    }

    /// Whoever looks finds that it is not quiet yet. Whether that may wait.
    pub fn put_off(&mut self, now: Instant) -> bool {
        let first = self.settled.filter(|first| now < self.end(*first));
        self.changed = self.changed.or(first.map(|first| (first, now)));
        first.is_some()
    }

    fn end(&self, first: Instant) -> Instant {
        first + self.quiet * PATIENCE
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const QUIET: Duration = Duration::from_millis(100);

    #[test]
    fn nothing_is_due_before_something_changes_and_after_somebody_looked() {
        let mut debounce = Debounce::new(QUIET);
        assert_eq!(debounce.due(), None);
        debounce.touch(Instant::now());
        debounce.settle();
        assert_eq!(debounce.due(), None);
    }

    #[test]
    fn each_change_puts_it_off() {
        let (mut debounce, start) = (Debounce::new(QUIET), Instant::now());
        for tenth in 0..10 {
            let now = start + QUIET / 10 * tenth;
            debounce.touch(now);
            assert_eq!(debounce.due(), Some(now + QUIET));
        }
    }

    #[test]
    fn but_not_for_ever() {
        let (mut debounce, start) = (Debounce::new(QUIET), Instant::now());
        for step in 0..1000 {
            debounce.touch(start + QUIET / 2 * step);
        }
        assert_eq!(debounce.due(), Some(start + QUIET * PATIENCE));
        debounce.settle();
        let later = start + QUIET * 500;
        debounce.touch(later);
        assert_eq!(debounce.due(), Some(later + QUIET), "patience begins anew");
    }

    #[test]
    fn a_look_is_put_off_within_the_same_patience() {
        let (mut debounce, start) = (Debounce::new(QUIET), Instant::now());
        assert!(!debounce.put_off(start), "nothing called for this look");
        debounce.touch(start);
        debounce.settle();
        assert!(debounce.put_off(start + QUIET));
        assert_eq!(debounce.due(), Some(start + QUIET * 2));
        debounce.touch(start + QUIET * (PATIENCE - 1));
        debounce.settle();
        assert!(!debounce.put_off(start + QUIET * PATIENCE));
        assert_eq!(debounce.due(), None);
    }
}
