use crate::rule::rules;

rules! {
    overdue_contact
}
