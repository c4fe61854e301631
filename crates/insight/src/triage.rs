//! Whom to decide about after an import or a long pause, and how to spread what is due.

use journal::{Cadence, Day, Interval, Network, PersonId};

use crate::Standing;

/// Those about whom something is to be decided: who is overdue, the longest for the cadence first; then those for whom
/// nobody said how often, the last contact first. Left out is who is paused, or not active.
pub fn triage(network: &Network, today: Day) -> Vec<PersonId> {
    let mut late: Vec<(f64, PersonId)> = Vec::new();
    let mut open: Vec<(Option<Day>, PersonId)> = Vec::new();
    for (id, person) in network.people().filter(|(_, person)| person.is_active() && !person.is_paused(today)) {
        let standing = Standing::of(network, id, today);
        if person.cadence == Cadence::None {
            open.push((standing.last.map(|last| last.day), id));
        } else if let (Some(every), Some(due)) = (standing.every, standing.due.filter(|due| *due < today)) {
            late.push((f64::from(today - due) / every.days(), id));
        }
    }
    // Both sorts keep the order of the journal among equals.
    late.sort_by(|a, b| b.0.total_cmp(&a.0));
    open.sort_by_key(|(last, _)| std::cmp::Reverse(*last));
    late.into_iter().map(|(_, id)| id).chain(open.into_iter().map(|(_, id)| id)).collect()
}

/// Pauses, each with its last day, that spread those who are overdue or were never contacted over their cadence: of ten
/// people who are due every 10 weeks, one is due today and another one each week. So there is never more to do than
/// the cadences ask for anyway. Those who have waited longest come first, those who were never contacted last.
pub fn spread(network: &Network, today: Day) -> Vec<(PersonId, Day)> {
    let mut groups: Vec<(Interval, Vec<(Day, PersonId)>)> = Vec::new();
    for (id, _) in network.people() {
        let standing = Standing::of(network, id, today);
        let Some(every) = standing.every else { continue };
        let due = standing.due.unwrap_or(Day::from_number(i32::MAX));
        if standing.last.is_some() && due >= today {
            continue;
        }
        match groups.iter_mut().find(|(interval, _)| *interval == every) {
            Some((_, people)) => people.push((due, id)),
            None => groups.push((every, vec![(due, id)])),
        }
    }
    let mut pauses = Vec::new();
    for (every, mut people) in groups {
        people.sort_by_key(|(due, _)| *due);
        let (length, count) = (i64::from(today.plus(every) - today), people.len() as i64);
        for (number, (_, id)) in people.into_iter().enumerate() {
            let days = (length * number as i64 / count) as i32;
            // The last day of the pause is the one before.
            if days > 0 {
                pauses.push((id, today + (days - 1)));
            }
        }
    }
    pauses.sort_by_key(|(id, until)| (*until, network.person(*id).place));
    pauses
}

#[cfg(test)]
mod tests {
    use journal::Settings;
    use testkit::day;

    use super::{spread, triage};

    const TODAY: &str = testkit::TODAY;

    #[test]
    fn the_latest_come_first_and_those_without_a_cadence_last() {
        let text = "## A @a\n- every: 10 weeks\n## B @b\n- every: 2 weeks\n## C @c\n## D @d\n## E @e\n- every: never\n\
                    ## F @f\n- every: 2 weeks\n- pause: until 2026-12-31\n## G @g\n- status: ended\n## H @h\n- every: weekly\n\
                    ## 2026-09-01\n- call @a, @b, @f and @g\n## 2026-11-20\n- call @d and @h\n";
        let network = testkit::network(&[("a.net.md", text)], &Settings::default());
        let handles: Vec<&str> =
            triage(&network, day(TODAY)).into_iter().map(|id| network.person(id).handle.as_str()).collect();
        assert_eq!(handles, ["b", "a", "d", "c"]);
    }

    #[test]
    fn what_is_due_is_spread_over_the_cadence() {
        let people: Vec<String> = (0..10).map(|number| format!("## P @p{number}\n- every: 10 weeks\n")).collect();
        let text = format!("{}## Q @q\n- every: weekly\n# Log\n- 2026-01-01 call @p9 and @q\n", people.concat());
        let network = testkit::network(&[("a.net.md", &text)], &Settings::default());
        let pauses = spread(&network, day(TODAY));
        let shown: Vec<String> =
            pauses.iter().map(|(id, until)| format!("{} {until}", network.person(*id).handle)).collect();
        assert_eq!(shown.len(), 9, "p9 has waited longest and is due today, q is alone");
        assert_eq!(shown[0], "p0 2026-11-28");
        assert_eq!(shown[8], "p8 2027-01-23");
        assert!(spread(&testkit::network(&[], &Settings::default()), day(TODAY)).is_empty());
    }
}
