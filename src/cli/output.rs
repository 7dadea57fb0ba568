//! Writes results: to the standard output, or to files that appear with their whole content or not at all.

use std::ffi::{OsStr, OsString};
use std::fs::{self, File, OpenOptions};
use std::io::{self, BufWriter, Write};
use std::path::{Component, Path, PathBuf};

use super::error::Failure;
use super::stdin::{Access, create_new};
use crate::app::messages::command_line as words;

/// Where the result goes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) enum Target {
    /// The standard output.
    #[default]
    Stdout,
    /// A file.
    File(PathBuf),
    /// A folder, in which files get the names of the export.
    Folder(PathBuf),
}

impl Target {
    /// The target that an argument names: `-`, a folder that is there or ends with a slash, or a file.
    pub(super) fn of(argument: OsString) -> Self {
        if argument == OsStr::new("-") {
            return Self::Stdout;
        }
        let is_folder = argument.to_string_lossy().ends_with(['/', std::path::MAIN_SEPARATOR]);
        let path = PathBuf::from(argument);
        if is_folder || path.is_dir() { Self::Folder(path) } else { Self::File(path) }
    }

    /// Whether it is an archive.
    pub(super) fn is_archive(&self) -> bool {
        matches!(self, Self::File(path) if path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("zip")))
    }
}

/// The files of a result.
pub(super) struct Output<'a> {
    target: &'a Target,
    /// The files that were begun, by path.
    files: Vec<(PathBuf, Pending)>,
    stdout: Option<BufWriter<io::Stdout>>,
}

impl<'a> Output<'a> {
    pub(super) fn new(target: &'a Target) -> Self {
        Self { target, files: Vec::new(), stdout: None }
    }

    /// Appends to the file of this name; if the target is one file, or the standard output, to that.
    ///
    /// # Errors
    /// When it cannot be written.
    pub(super) fn append(&mut self, name: &str, bytes: &[u8]) -> io::Result<()> {
        let path = match self.target {
            Target::Stdout => {
                return self.stdout.get_or_insert_with(|| BufWriter::new(io::stdout())).write_all(bytes);
            }
            Target::File(path) => path.clone(),
            Target::Folder(folder) => folder.join(inner(name)?),
        };
        if let Some((_, pending)) = self.files.iter_mut().find(|(known, _)| *known == path) {
            return pending.writer.write_all(bytes);
        }
        let mut pending = Pending::new(path.clone())?;
        pending.writer.write_all(bytes)?;
        self.files.push((path, pending));
        Ok(())
    }

    /// Whether a file with this name was begun.
    pub(super) fn has(&self, name: &str) -> bool {
        let Target::Folder(folder) = self.target else { return !self.files.is_empty() };
        self.files.iter().any(|(path, _)| *path == folder.join(name))
    }

    /// Lets the files appear; returns their paths.
    ///
    /// # Errors
    /// When one cannot be written. None of the others appears then, unless that is found out last.
    pub(super) fn finish(mut self) -> Result<Vec<PathBuf>, Failure> {
        if let Some(mut stdout) = self.stdout.take() {
            stdout.flush().map_err(|error| Failure::file(words::STDOUT, &error))?;
        }
        for (_, pending) in &mut self.files {
            let flushed = pending.writer.flush();
            flushed.map_err(|error| Failure::file(&pending.path.display().to_string(), &error))?;
        }
        let mut paths = Vec::with_capacity(self.files.len());
        for (_, pending) in self.files {
            paths.push(pending.appear()?);
        }
        Ok(paths)
    }
}

/// A file that is not complete, under another name. It is deleted if it does not appear.
struct Pending {
    path: PathBuf,
    /// The other name; none for what is no file, such as a pipe or a device, which is written at once.
    temporary: Option<PathBuf>,
    writer: BufWriter<File>,
    has_appeared: bool,
}

impl Pending {
    fn new(path: PathBuf) -> io::Result<Self> {
        // What a link leads to is replaced, not the link.
        let path = fs::canonicalize(&path).unwrap_or(path);
        if fs::metadata(&path).is_ok_and(|there| !there.is_file()) {
            let writer = BufWriter::new(OpenOptions::new().write(true).open(&path)?);
            return Ok(Self { path, temporary: None, writer, has_appeared: false });
        }
        let folder = match path.parent() {
            Some(folder) if folder != Path::new("") => folder,
            _ => Path::new("."),
        };
        fs::create_dir_all(folder)?;
        let (temporary, file) = create_new(folder, "output", Access::Usual)?;
        Ok(Self { path, temporary: Some(temporary), writer: BufWriter::new(file), has_appeared: false })
    }

    fn appear(mut self) -> Result<PathBuf, Failure> {
        if let Some(temporary) = &self.temporary {
            let renamed = fs::rename(temporary, &self.path);
            renamed.map_err(|error| Failure::file(&self.path.display().to_string(), &error))?;
        }
        self.has_appeared = true;
        Ok(self.path.clone())
    }
}

impl Drop for Pending {
    fn drop(&mut self) {
        if let Some(temporary) = self.temporary.as_ref().filter(|_| !self.has_appeared) {
            // What went wrong has been said.
            let _ = fs::remove_file(temporary);
        }
    }
}

/// The path of a file in the folder of the result. Names come from files, and must not lead out of it.
fn inner(name: &str) -> io::Result<&Path> {
    let path = Path::new(name);
    let is_inner = path.components().all(|part| matches!(part, Component::Normal(_)));
    if is_inner { Ok(path) } else { Err(io::ErrorKind::InvalidInput.into()) }
}
