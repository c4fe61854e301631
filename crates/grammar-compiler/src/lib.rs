//! Compiles a pest grammar to specialised Rust.
