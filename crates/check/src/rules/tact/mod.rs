use crate::rule::rules;

rules! {
    mass_message, copied_message, unanswered_streak, too_many_asks, cold_ask
}
