//! The exit codes, which `--help` explains.

/// How the program ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Exit {
    /// All was done.
    Done,
    /// Something is wrong with the content of a file.
    Input,
    /// The arguments are wrong.
    Usage,
    /// A file cannot be read or written.
    Files,
}

impl Exit {
    /// The number.
    pub(super) fn code(self) -> u8 {
        match self {
            Self::Done => 0,
            Self::Input => 1,
            Self::Usage => 2,
            Self::Files => 3,
        }
    }
}
