//! Finds the files that are named by arguments: files, folders with all below them, archives, and the standard input.

use std::ffi::{OsStr, OsString};
use std::fs::{self, File};
use std::io::{self, Cursor, Read};
use std::path::{Path, PathBuf};
use std::rc::Rc;

use super::error::Failure;
use super::stdin::TemporaryFile;
use super::unzip::{is_archive, unzip};
use crate::app::messages::command_line as words;
use crate::format::FILE_HEAD;
use crate::limits::COMMAND_LINE_BYTES;

/// A file to read.
#[derive(Clone, Debug)]
pub(super) struct Input {
    /// Its name in messages and for formats: with the path below the folder or archive that was named.
    pub(super) name: String,
    /// Whether it was named itself.
    pub(super) is_named: bool,
    /// The name of the folder or archive that it is from.
    pub(super) from: Option<String>,
    content: Content,
}

#[derive(Clone, Debug)]
enum Content {
    Path(PathBuf),
    Stdin(Rc<TemporaryFile>),
    Bytes(Rc<[u8]>),
}

impl Input {
    /// The beginning.
    pub(super) fn head(&self) -> Result<Vec<u8>, Failure> {
        let mut head = Vec::with_capacity(FILE_HEAD);
        let read = self.open().and_then(|file| file.take(FILE_HEAD as u64).read_to_end(&mut head));
        read.map_err(|error| Failure::file(&self.name, &error))?;
        Ok(head)
    }

    /// The whole content.
    pub(super) fn bytes(&self) -> Result<Vec<u8>, Failure> {
        let mut bytes = Vec::new();
        let read = self.open().and_then(|file| file.take(COMMAND_LINE_BYTES as u64 + 1).read_to_end(&mut bytes));
        match read.map_err(|error| Failure::file(&self.name, &error))? {
            read if read > COMMAND_LINE_BYTES => {
                Err(Failure::input(words::in_file(&self.name, &words::too_large(COMMAND_LINE_BYTES))))
            }
            _ => Ok(bytes),
        }
    }

    /// Opens it from its beginning.
    pub(super) fn open(&self) -> io::Result<Box<dyn Read>> {
        Ok(match &self.content {
            Content::Path(path) => Box::new(File::open(path)?),
            Content::Stdin(file) => Box::new(File::open(file.path())?),
            Content::Bytes(bytes) => Box::new(Cursor::new(bytes.clone())),
        })
    }
}

/// All files that the arguments name, in the order of the arguments, and by name below a folder.
///
/// # Errors
/// When a file cannot be read, or an archive cannot be unpacked.
pub(super) fn inputs(arguments: &[OsString]) -> Result<Vec<Input>, Failure> {
    let folder = common_folder(arguments);
    let mut all = Vec::new();
    for argument in arguments {
        if argument == OsStr::new("-") {
            let file = TemporaryFile::of_stdin().map_err(|error| Failure::file(words::STDIN, &error))?;
            add_file(words::STDIN.to_owned(), Content::Stdin(Rc::new(file)), &mut all)?;
            continue;
        }
        let path = Path::new(argument);
        let shown = path.display().to_string();
        let metadata = fs::metadata(path).map_err(|error| Failure::file(&shown, &error))?;
        if metadata.is_dir() {
            add_folder(path, folder.as_deref().unwrap_or(path), &mut all)?;
        } else {
            add_file(below(path, folder.as_deref()), Content::Path(path.to_owned()), &mut all)?;
        }
    }
    Ok(all)
}

/// The folder that all arguments are in, or the only one.
fn common_folder(arguments: &[OsString]) -> Option<PathBuf> {
    let folders = arguments.iter().filter(|argument| *argument != OsStr::new("-")).map(|argument| {
        let path = Path::new(argument);
        if path.is_dir() { path } else { path.parent().unwrap_or(Path::new("")) }
    });
    folders.map(Path::to_owned).reduce(|common, folder| {
        let mut common = common;
        while !folder.starts_with(&common) && common.pop() {}
        common
    })
}

/// The path below a folder, with slashes.
fn below(path: &Path, folder: Option<&Path>) -> String {
    let relative = folder.and_then(|folder| path.strip_prefix(folder).ok()).unwrap_or(path);
    let parts: Vec<_> = relative.components().map(|part| part.as_os_str().to_string_lossy()).collect();
    parts.join("/")
}

fn add_file(name: String, content: Content, all: &mut Vec<Input>) -> Result<(), Failure> {
    let input = Input { name, is_named: true, from: None, content };
    if !is_archive(&input.head()?) {
        all.push(input);
        return Ok(());
    }
    let files = unzip(&input.bytes()?).map_err(|reason| Failure::input(words::in_file(&input.name, &reason)))?;
    for (name, bytes) in files {
        let content = Content::Bytes(bytes.into());
        all.push(Input { name, is_named: false, from: Some(input.name.clone()), content });
    }
    Ok(())
}

/// Adds the files below a folder, but no hidden ones, and no archives.
fn add_folder(folder: &Path, outer: &Path, all: &mut Vec<Input>) -> Result<(), Failure> {
    let failure = |error: io::Error| Failure::file(&folder.display().to_string(), &error);
    let entries = fs::read_dir(folder).map_err(failure)?;
    let mut paths =
        entries.map(|entry| entry.map(|entry| entry.path())).collect::<io::Result<Vec<_>>>().map_err(failure)?;
    paths.sort();
    let top = outer.file_name().map(|name| name.to_string_lossy().into_owned());
    for path in paths {
        let is_hidden = path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
        // A link to a folder may lead back to one above it.
        let is_link = fs::symlink_metadata(&path).is_ok_and(|data| data.is_symlink());
        if is_hidden || is_link && path.is_dir() {
            continue;
        }
        if path.is_dir() {
            add_folder(&path, outer, all)?;
        } else {
            let (name, content) = (below(&path, Some(outer)), Content::Path(path));
            all.push(Input { name, is_named: false, from: top.clone(), content });
        }
    }
    Ok(())
}
