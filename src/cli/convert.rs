//! `crossread convert`.

use std::ffi::OsString;
use std::io;

use super::console::Console;
use super::error::Failure;
use super::exit::Exit;
use super::groups::{Group, groups};
use super::output::{Output, Target};
use super::read::{Reading, read};
use crate::app::messages::command_line as words;
use crate::app::messages::files::import_warning;
use crate::app::messages::formats::dropped;
use crate::format::streaming::{
    BLOCK, Conversion, Converted, LineFile, LineFormat, Sink, StreamError, convert as stream,
};
use crate::format::{ExportOptions, Format, ImportWarning, WrittenFile, archive};

/// The formats of several files of which the first is enough to read the project again, or is a table of its own.
const MAIN_FILE_IS_ENOUGH: [&str; 3] = ["json-lines", "csv", "label-studio"];

/// What to convert, and how.
#[derive(Clone)]
pub(super) struct Options {
    /// The files and folders.
    pub(super) inputs: Vec<OsString>,
    /// Their format, if it is not to be recognised.
    pub(super) from: Option<&'static dyn Format>,
    /// The format to write.
    pub(super) to: &'static dyn Format,
    /// Where.
    pub(super) target: Target,
    /// The options of the export.
    pub(super) export: ExportOptions,
    /// How to read.
    pub(super) reading: Reading,
    /// Whether warnings are errors.
    pub(super) is_strict: bool,
    /// Whether only errors are said.
    pub(super) is_quiet: bool,
}

/// Converts each project.
///
/// # Errors
/// When a file cannot be read or written; no file was written then.
pub(super) fn convert(options: &Options, console: &mut Console) -> Result<Exit, Failure> {
    console.be_quiet(options.is_quiet);
    let groups = groups(&options.inputs, options.from, console)?;
    if groups.len() > 1 && !matches!(options.target, Target::Folder(_)) {
        return Err(Failure::usage(words::several_projects(&groups.iter().map(Group::name).collect::<Vec<_>>())));
    }
    let mut output = Output::new(&options.target);
    for group in &groups {
        let converted = match in_parts(group, options, &mut output, console)? {
            Some(converted) => converted,
            None => as_a_whole(group, options, &mut output, console)?,
        };
        console.note(&words::converted(&group.name(), &converted, options.to.name()));
        let lost: Vec<String> = converted.dropped.iter().map(dropped).collect();
        if !lost.is_empty() {
            console.note(&words::dropped(options.to.name(), &lost));
        }
    }
    if options.is_strict && console.warnings() > 0 {
        return Err(Failure::input(words::strict(console.warnings())));
    }
    output.finish()?;
    Ok(Exit::Done)
}

/// Converts JSON Lines in little memory; `None` if that is not possible, and nothing was written.
fn in_parts(
    group: &Group,
    options: &Options,
    output: &mut Output<'_>,
    console: &mut Console,
) -> Result<Option<Converted>, Failure> {
    let (from, to) = (LineFormat::find(group.format.name()), LineFormat::find(options.to.name()));
    let (Some(from), Some(to)) = (from, to) else { return Ok(None) };
    if options.export.one_file_each || options.target.is_archive() {
        return Ok(None);
    }
    let file = |file: &super::inputs::Input| {
        let (name, file) = (file.name.clone(), file.clone());
        LineFile { name, open: Box::new(move || file.open()) }
    };
    let files: Vec<_> = group.files.iter().map(file).collect();
    let how = options.reading.build(group);
    let conversion = Conversion { from, to, files: &files, how: &how, options: options.export, block: BLOCK };
    let mut sink = Written { group, options, output, console, written: Vec::new(), left_out: Vec::new() };
    match stream(&conversion, &mut sink) {
        Ok(converted) => {
            sink.finish();
            Ok(Some(converted))
        }
        Err(StreamError::NeedsWhole) => Ok(None),
        Err(StreamError::Input(at, error)) => {
            let name = group.files.get(at).map_or_else(|| group.name(), |file| file.name.clone());
            Err(Failure::file(&name, &error))
        }
        Err(StreamError::Output(error)) => Err(Failure::file(words::OUTPUT, &error)),
        Err(StreamError::Read(error)) => Err(Failure::read(&group.name(), &error)),
    }
}

/// Reads all, and writes it.
fn as_a_whole(
    group: &Group,
    options: &Options,
    output: &mut Output<'_>,
    console: &mut Console,
) -> Result<Converted, Failure> {
    let imported = read(group, &options.reading)?;
    let project = &imported.project;
    let files = options.to.write(project, options.export);
    if let Some(known) = files.iter().find(|file| output.has(&file.name)) {
        return Err(Failure::input(words::written_twice(&known.name)));
    }
    let converted = Converted {
        articles: project.articles().len(),
        annotations: project.annotation_count(),
        relations: project.relations().count(),
        entities: project.entities().count(),
        dropped: options.to.dropped_with(project, options.export),
    };
    let mut sink = Written { group, options, output, console, written: Vec::new(), left_out: Vec::new() };
    imported.warnings.iter().for_each(|warning| sink.warn(warning));
    let written = match (&options.target, files.as_slice()) {
        (target, _) if target.is_archive() => sink.output.append("", &archive(&files)),
        (Target::File(_) | Target::Stdout, [only]) => sink.output.append(&only.name, &only.bytes),
        (Target::Folder(_), _) => files.iter().try_for_each(|file| sink.append(&file.name, &file.bytes)),
        _ => {
            sink.check_that_one_is_enough(&files)?;
            files.iter().try_for_each(|file| sink.append(&file.name, &file.bytes))
        }
    };
    written.map_err(|error| Failure::file(words::OUTPUT, &error))?;
    sink.finish();
    Ok(converted)
}

/// Writes the files of a project.
struct Written<'a, 'b> {
    group: &'a Group,
    options: &'a Options,
    output: &'a mut Output<'b>,
    console: &'a mut Console,
    /// The files that were begun, and those for which there is no place.
    written: Vec<String>,
    left_out: Vec<String>,
}

impl Written<'_, '_> {
    /// Whether a file is that with the extension of the format.
    fn is_main(&self, name: &str) -> bool {
        name.ends_with(self.options.to.extension())
    }

    /// Refuses to write one file of several.
    fn check_that_one_is_enough(&self, files: &[WrittenFile]) -> Result<(), Failure> {
        let main = files.iter().filter(|file| self.is_main(&file.name)).count();
        let is_enough = main == 1 && MAIN_FILE_IS_ENOUGH.contains(&self.options.to.name());
        if is_enough { Ok(()) } else { Err(Failure::usage(words::several_files(self.options.to.name(), files.len()))) }
    }

    /// Says which files were not written.
    fn finish(self) {
        for name in &self.left_out {
            self.console.note(&words::file_not_written(name));
        }
    }
}

impl Sink for Written<'_, '_> {
    fn append(&mut self, name: &str, bytes: &[u8]) -> io::Result<()> {
        let is_folder = matches!(self.options.target, Target::Folder(_));
        let is_known = self.written.iter().any(|known| known == name);
        if is_folder && !is_known && self.output.has(name) {
            return Err(io::ErrorKind::AlreadyExists.into());
        }
        if is_folder || self.is_main(name) {
            if !is_known {
                self.written.push(name.to_owned());
            }
            return self.output.append(name, bytes);
        }
        if !self.left_out.iter().any(|known| known == name) {
            self.left_out.push(name.to_owned());
        }
        Ok(())
    }

    fn warn(&mut self, warning: &ImportWarning) {
        self.console.warn(&words::in_file(&self.group.name(), &import_warning(warning)));
    }
}
