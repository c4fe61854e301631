//! Fields of a person go together by their keys.

use std::collections::HashMap;

use crate::unit::Unit;

/// The fields whose key stands once among `units`, and is not one that may repeat: by key, where each stands.
pub(crate) fn single<'a>(units: &[&'a Unit]) -> HashMap<&'a str, usize> {
    let mut places: HashMap<&str, Option<usize>> = HashMap::new();
    for (at, unit) in units.iter().enumerate() {
        if let Some(key) = &unit.key {
            places.entry(key).and_modify(|place| *place = None).or_insert(Some(at));
        }
    }
    let repeats = |key: &str| journal::KEYS.iter().any(|known| known.repeats && known.name == key);
    places.into_iter().filter(|(key, _)| !repeats(key)).filter_map(|(key, place)| Some((key, place?))).collect()
}
