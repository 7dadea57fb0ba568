//! What must hold for any bytes, one module for each target of `fuzz_targets/`.
//!
//! A target is a law: a function that panics when something is not as it should be. Panics, time-outs and memory over
//! the budget are failures too. `scripts/fuzz.sh` builds and runs them.

pub mod analysis;
pub mod any_file;
mod bounds;
pub mod commands;
pub mod journal;
pub mod json;
pub mod project;
pub mod project_damage;
pub mod recovery;
pub mod schema_file;
pub mod sealed;
pub mod text_arrival;
pub mod text_steps;

#[path = "../../tests/common/mod.rs"]
mod common;

pub use bounds::within_bounds;
pub use libfuzzer_sys;

/// Makes a function of bytes the law of a target.
#[macro_export]
macro_rules! target {
    ($law:path) => {
        $crate::libfuzzer_sys::fuzz_target!(|bytes: &[u8]| $crate::within_bounds(bytes, $law));
    };
}

/// The first so many bytes, filled up with zeros, and the rest: numbers to choose by, and a text that a person can read
/// in a seed.
fn numbers<const COUNT: usize>(bytes: &[u8]) -> ([u16; COUNT], &[u8]) {
    let mut numbers = [0; COUNT];
    let (head, rest) = bytes.split_at(bytes.len().min(2 * COUNT));
    for (number, pair) in numbers.iter_mut().zip(head.chunks(2)) {
        *number = u16::from_le_bytes([pair[0], *pair.get(1).unwrap_or(&0)]);
    }
    (numbers, rest)
}
