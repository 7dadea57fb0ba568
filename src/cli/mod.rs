//! The command line `crossread`: converts, checks and counts files of all formats, without a browser.
//!
//! Results go to the standard output or to files, everything else to the standard error, line by line. Files appear with their whole
//! content or not at all.

mod arguments;
mod clock;
mod console;
mod convert;
mod error;
mod exit;
mod groups;
mod inputs;
mod output;
mod read;
mod stats;
mod stdin;
mod unzip;
mod validate;

use std::ffi::OsString;

use arguments::{Command, parse};
use console::Console;
use error::Failure;
use exit::Exit;

use crate::app::messages::command_line as words;

/// Runs a command with these arguments, without the name of the program; returns the exit code.
pub fn run(arguments: impl Iterator<Item = OsString>) -> u8 {
    let mut console = Console::default();
    let exit = match parse(arguments) {
        Ok(command) => carry_out(&command, &mut console).unwrap_or_else(|failure| {
            console.error(&failure.message);
            failure.exit
        }),
        Err(message) => {
            console.error(&message);
            console.error(words::SEE_HELP);
            Exit::Usage
        }
    };
    exit.code()
}

fn carry_out(command: &Command, console: &mut Console) -> Result<Exit, Failure> {
    match command {
        Command::Convert(options) => convert::convert(options, console),
        Command::Validate(options) => validate::validate(options, console),
        Command::Stats(options) => stats::stats(options, console),
        Command::Print(text) => {
            console.print(text)?;
            Ok(Exit::Done)
        }
    }
}
