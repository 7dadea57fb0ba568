//! The command line: see `crossread::cli`.

use std::process::ExitCode;

fn main() -> ExitCode {
    ExitCode::from(crossread::cli::run(std::env::args_os().skip(1)))
}
