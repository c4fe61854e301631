use crate::rule::rules;

rules! {
    missing_thanks,
}
