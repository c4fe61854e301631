//! The compiled engine and pest give the same tokens on any text.

#![no_main]

libfuzzer_sys::fuzz_target!(|text: &str| {
    if let Err(error) = syntax::engines_agree(text) {
        panic!("{error}");
    }
});
