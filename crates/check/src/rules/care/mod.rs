use crate::rule::rules;

rules! {
    overdue_contact,
    never_contacted,
    drifting_apart,
    idle_week,
    missed_plan,
    upcoming_occasion,
}
