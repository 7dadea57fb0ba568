//! Fuzzing: the checks of `checks`, one for each target of `fuzz_targets/`, on inputs that libFuzzer makes.
//!
//! A panic is a failure; so is exceeding the limits of time or memory. `scripts/fuzz.sh` builds and runs the
//! targets.

pub mod checks;
mod resource_limits;

#[path = "../../tests/common/mod.rs"]
mod common;

pub use libfuzzer_sys;
pub use resource_limits::within_limits;

/// Defines a fuzz target that runs a check.
#[macro_export]
macro_rules! target {
    ($check:path) => {
        $crate::libfuzzer_sys::fuzz_target!(|bytes: &[u8]| $crate::within_limits(bytes, $check));
    };
}
