//! The standard input as a file: it is read several times, and may be larger than the memory.

use std::fs::{self, File, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};

/// A file that is deleted at the end.
#[derive(Debug)]
pub(super) struct TemporaryFile(PathBuf);

impl TemporaryFile {
    /// The content of the standard input.
    ///
    /// # Errors
    /// When it cannot be read, or there is no room.
    pub(super) fn of_stdin() -> io::Result<Self> {
        let (path, mut file) = create_new(&std::env::temp_dir(), "stdin", Access::Own)?;
        let spooled = Self(path);
        io::copy(&mut io::stdin().lock(), &mut file)?;
        Ok(spooled)
    }

    /// Its path.
    pub(super) fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for TemporaryFile {
    fn drop(&mut self) {
        // What is in the folder for temporary files is deleted by the system at some time.
        let _ = fs::remove_file(&self.0);
    }
}

/// Who may read a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Access {
    /// The user only, where the system can do that.
    Own,
    /// As for other new files.
    Usual,
}

/// Creates a file in a folder, with a name that begins like this and is not used.
///
/// # Errors
/// When no file can be created there.
pub(super) fn create_new(folder: &Path, name: &str, access: Access) -> io::Result<(PathBuf, File)> {
    let process = std::process::id();
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    if access == Access::Own {
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    }
    #[cfg(not(unix))]
    let _ = access;
    let mut number = 0_u32;
    loop {
        let path = folder.join(format!(".{name}.crossread-{process}-{number}"));
        match options.open(&path) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => number += 1,
            opened => return opened.map(|file| (path, file)),
        }
    }
}
