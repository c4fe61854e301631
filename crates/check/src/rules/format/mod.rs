mod guess;
mod naming;
mod removal;
pub(crate) mod stranger;

use crate::rule::rules;

rules! {
    invalid_utf8,
    invalid_date,
    unread_date,
    unknown_verb,
    unknown_handle,
    unknown_mention,
    ambiguous_alias,
    missing_participant,
    duplicate_handle,
    duplicate_person,
    unknown_field,
    duplicate_field,
    invalid_value,
    undefined_reference,
    duplicate_reference,
    mismatched_reference,
    future_entry,
    duplicate_entry,
    unsorted_dates,
    unknown_rule,
    unused_suppression,
}
