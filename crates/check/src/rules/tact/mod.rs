use crate::rule::rules;

rules! {
    mass_message
}
