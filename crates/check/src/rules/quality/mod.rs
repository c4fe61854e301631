use crate::rule::rules;

rules! {
    circle_overflow, overcommitted, shallow_tie, event_only, favor_beyond_tie, bare_contact, superficial_network
}
