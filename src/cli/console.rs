//! What the program says: results on the standard output, messages on the standard error.

use std::io::{self, Write as _};

use super::error::Failure;
use crate::app::messages::command_line as words;

/// The standard streams.
#[derive(Debug, Default)]
pub(super) struct Console {
    /// Whether only errors are said.
    is_quiet: bool,
    /// The number of warnings.
    warnings: usize,
}

impl Console {
    /// Leaves out everything but errors from now on; warnings are still counted.
    pub(super) fn be_quiet(&mut self, is_quiet: bool) {
        self.is_quiet = is_quiet;
    }

    /// The number of warnings so far.
    pub(super) fn warnings(&self) -> usize {
        self.warnings
    }

    /// Prints a result.
    ///
    /// # Errors
    /// When nobody reads it any more.
    pub(super) fn print(&self, text: &str) -> Result<(), Failure> {
        let mut out = io::stdout().lock();
        let printed = out.write_all(text.as_bytes()).and_then(|()| out.flush());
        printed.map_err(|error| Failure::file(words::STDOUT, &error))
    }

    /// Says what went wrong.
    pub(super) fn error(&self, message: &str) {
        say(message);
    }

    /// Says what was left out or changed of a file.
    pub(super) fn warn(&mut self, message: &str) {
        self.warnings += 1;
        self.note(message);
    }

    /// Says what is not a warning.
    pub(super) fn note(&self, message: &str) {
        if !self.is_quiet {
            say(message);
        }
    }
}

fn say(message: &str) {
    // There is nobody to tell if this cannot be written.
    let _ = writeln!(io::stderr().lock(), "{}", harmless(message));
}

/// A message without the control characters of the files it quotes, which a terminal would obey, and without the marks that isolate
/// their writing direction.
pub(super) fn harmless(message: &str) -> String {
    let mut out = String::with_capacity(message.len());
    for c in message.chars() {
        match c {
            '\u{2068}' | '\u{2069}' => {}
            '\n' | '\t' => out.push(c),
            c if c.is_control() => out.extend(c.escape_unicode()),
            c => out.push(c),
        }
    }
    out
}
