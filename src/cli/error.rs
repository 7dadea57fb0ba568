//! Why a command did not do what it was asked.

use std::io;

use super::exit::Exit;
use crate::app::messages::command_line as words;
use crate::app::messages::errors;
use crate::format::{ReadError, ReadProblem};

/// A message, and how the program ends.
#[derive(Debug)]
pub(super) struct Failure {
    pub(super) exit: Exit,
    pub(super) message: String,
}

impl Failure {
    pub(super) fn usage(message: impl Into<String>) -> Self {
        Self { exit: Exit::Usage, message: message.into() }
    }

    pub(super) fn input(message: impl Into<String>) -> Self {
        Self { exit: Exit::Input, message: message.into() }
    }

    /// A file cannot be read or written.
    pub(super) fn file(name: &str, error: &io::Error) -> Self {
        Self { exit: Exit::Files, message: words::in_file(name, &error.to_string()) }
    }

    /// The content of a file is not as expected.
    pub(super) fn read(name: &str, error: &ReadError) -> Self {
        let reason = match *error.problem {
            ReadProblem::UnitOfOffsets => words::CHOOSE_UNIT.to_owned(),
            _ => errors::read(error),
        };
        Self::input(words::in_file(name, &reason))
    }
}
