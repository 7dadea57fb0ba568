//! The checks of the fuzz targets, one module each.
//!
//! A check is a function of any bytes that panics when a property does not hold. `fuzz_targets/` runs it on inputs that
//! libFuzzer makes; `tests/host/fuzz_seeds.rs` runs it on the seeds, with `cargo test`. A crate that includes this
//! module must have `tests/common` as `crate::common`.

// Public for the fuzz targets, which are crates of their own.
#![allow(unreachable_pub)]

pub mod analysis;
pub mod any_file;
pub mod checksummed;
pub mod commands;
pub mod documents;
pub mod journal;
pub mod json;
pub mod project;
pub mod project_damage;
pub mod recovery;
pub mod schema_file;
pub mod text_arrival;
pub mod text_steps;

/// The first `COUNT` 16-bit numbers of the input, zero if it is too short, and the rest: numbers for choices, and a
/// text that is readable in a seed.
fn numbers<const COUNT: usize>(bytes: &[u8]) -> ([u16; COUNT], &[u8]) {
    let mut numbers = [0; COUNT];
    let (head, rest) = bytes.split_at(bytes.len().min(2 * COUNT));
    for (number, pair) in numbers.iter_mut().zip(head.chunks(2)) {
        *number = u16::from_le_bytes([pair[0], *pair.get(1).unwrap_or(&0)]);
    }
    (numbers, rest)
}
