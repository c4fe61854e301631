//! Who came by whom, drawn from left to right. The forest needs no library: each leaf has a line of its own, and whoever
//! introduced others stands in the middle of them, so nothing crosses but what goes across the forest.

use insight::{Kin, Lineage};
use maud::{Markup, html};
use messages::say;

use super::{Shown, shortened};

/// How far one generation is from the next, and one leaf from the next.
const WIDE: i32 = 190;
const HIGH: i32 = 26;
/// Room for the lines that go across, left of the first generation.
const LEFT: i32 = 48;
/// Names are cut here, so that they end before the next generation.
const LONGEST: usize = 20;

/// Where a person is drawn.
#[derive(Clone, Copy, Default)]
struct Spot {
    x: i32,
    y: i32,
    /// Where the name ends, as far as one can tell without the font.
    end: i32,
}

impl Shown<'_> {
    pub(super) fn lineage(&self) -> Markup {
        let (messages, lineage) = (self.messages, self.page.lineage);
        if lineage.people.is_empty() {
            return html! { p { (say!(messages, "report-no-introductions")) } };
        }
        let mut spots = spots(&lineage.people);
        for (spot, kin) in spots.iter_mut().zip(&lineage.people) {
            let letters = shortened(&self.name(kin.person), LONGEST).chars().count();
            spot.end = spot.x + (14 + 8 * i32::try_from(letters).unwrap_or(WIDE)).min(WIDE - 16);
        }
        let right = spots.iter().map(|spot| spot.x).max().unwrap_or_default() + WIDE;
        let bottom = spots.iter().map(|spot| spot.y).max().unwrap_or_default() + HIGH / 2;
        html! {
            p { (say!(messages, "report-lineage")) }
            div.scroll {
                svg.lineage role="group" aria-label=(say!(messages, "show-introductions")) width=(right) height=(bottom) viewBox={ "0 0 " (right) " " (bottom) } {
                    @for (at, kin) in lineage.people.iter().enumerate() {
                        @if let Some(by) = kin.by { path.tie d=(across(spots[by], spots[at])) {} }
                    }
                    @for (by, whom) in &lineage.across { path.tie d=(across(spots[*by], spots[*whom])) {} }
                    @for (a, b) in &lineage.introduced { path.mine d=(across(spots[*a], spots[*b])) {} }
                    @for (kin, spot) in lineage.people.iter().zip(&spots) { (self.node(kin, *spot)) }
                }
            }
            details {
                summary { (say!(messages, "report-text")) }
                ul { @for line in self.told(lineage) { li { bdi { (line) } } } }
            }
        }
    }

    fn node(&self, kin: &Kin, spot: Spot) -> Markup {
        let name = self.name(kin.person);
        html! {
            a href=(self.card(kin.person)) {
                title { (name) }
                circle cx=(spot.x) cy=(spot.y) r="4" {}
                text x=(spot.x + 9) y=(spot.y + 4) { (shortened(&name, LONGEST)) }
            }
        }
    }

    /// The same in sentences.
    fn told(&self, lineage: &Lineage) -> Vec<String> {
        let messages = self.messages;
        let at = |number: usize| self.at(lineage.people[number].person);
        let ties = lineage.people.iter().enumerate().filter_map(|(number, kin)| Some((kin.by?, number)));
        let ties = ties.chain(lineage.across.iter().copied());
        let mut lines: Vec<String> =
            ties.map(|(by, whom)| say!(messages, "report-brought", who = at(by), whom = at(whom))).collect();
        let pairs = lineage.introduced.iter();
        lines.extend(pairs.map(|(a, b)| say!(messages, "report-linked", who = at(*a), whom = at(*b))));
        lines
    }
}

/// Where everybody is drawn.
fn spots(people: &[Kin]) -> Vec<Spot> {
    let mut spots = vec![Spot::default(); people.len()];
    let mut next = HIGH / 2;
    for (at, kin) in people.iter().enumerate() {
        spots[at].x = LEFT + WIDE * i32::try_from(kin.depth).unwrap_or(i32::MAX / WIDE / 2);
        if people.get(at + 1).is_none_or(|other| other.by != Some(at)) {
            spots[at].y = next;
            next += HIGH;
        }
    }
    // From the leaves up: the highest and the lowest of those below.
    let mut below: Vec<Option<(i32, i32)>> = vec![None; people.len()];
    for at in (0..people.len()).rev() {
        if let Some((top, bottom)) = below[at] {
            spots[at].y = i32::midpoint(top, bottom);
        }
        let y = spots[at].y;
        if let Some(by) = people[at].by {
            let (top, bottom) = below[by].unwrap_or((y, y));
            below[by] = Some((top.min(y), bottom.max(y)));
        }
    }
    spots
}

/// A line between two people, from the end of the name on the left; between people of one generation it goes round on
/// the left.
fn across(from: Spot, to: Spot) -> String {
    let (from, to) = if from.x <= to.x { (from, to) } else { (to, from) };
    let (start, first, second) = if from.x == to.x {
        (from.x, from.x - 40, to.x - 40)
    } else {
        let bend = (to.x - from.end) / 2;
        (from.end, from.end + bend, to.x - bend)
    };
    format!("M{start} {}C{first} {} {second} {} {} {}", from.y, from.y, to.y, to.x, to.y)
}

#[cfg(test)]
mod tests {
    use journal::Settings;

    use super::spots;

    #[test]
    fn who_introduced_others_stands_in_the_middle_of_them() {
        let settings = Settings::default();
        let text = "## A @a\n## B @b\n- via: @a\n## C @c\n- via: @a\n## D @d\n- via: @c\n## E @e\n- via: @c\n";
        let network = testkit::network(&[("a.net.md", text)], &settings);
        let lineage = insight::Lineage::of(&network, &settings, testkit::day("2026-11-22"));
        let found: Vec<(i32, i32)> = spots(&lineage.people).iter().map(|spot| (spot.x, spot.y)).collect();
        assert_eq!(found, [(48, 32), (238, 13), (238, 52), (428, 39), (428, 65)]);
    }
}
