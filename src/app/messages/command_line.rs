//! Texts of the command line: help, errors and notes.

use super::formats::title;
use super::text::{counted, mebibytes};
use crate::format::draft::OffsetUnit;
use crate::format::streaming::Converted;
use crate::format::{CATALOGUE, FormatInfo, TagScheme, Tokeniser};

/// The commands that the help is about.
pub const COMMANDS: [&str; 3] = ["convert", "validate", "stats"];

/// The standard input in messages.
pub const STDIN: &str = "standard input";
/// The standard output in messages.
pub const STDOUT: &str = "standard output";
/// The files that are written, in messages about all.
pub const OUTPUT: &str = "output";
/// After an error about the arguments.
pub const SEE_HELP: &str = "See crossread --help.";
/// Nothing was named as the format to write.
pub const NO_FORMAT: &str = "name the format to write with --to";
/// The unit of offsets is unknown.
pub const CHOOSE_UNIT: &str = "the file does not show what its positions count, and tags are at other places for each unit. \
                               Choose it with --unit";
/// None of the files is in a format.
pub const NOTHING_FOUND: &str = "no file in a known format was found";

/// The rows of a table of numbers.
pub const ARTICLES: &str = "articles";
/// The number of characters of all texts.
pub const CHARACTERS: &str = "characters";
/// The number of tags.
pub const TAGS: &str = "tags";
/// The number of relations.
pub const RELATIONS: &str = "relations";
/// The number of entities.
pub const ENTITIES: &str = "entities";
/// The number of tags with an entity.
pub const MENTIONS: &str = "tags linked to an entity";
/// The number of warnings.
pub const WARNINGS: &str = "warnings";

const GENERAL: &str = "\
crossread converts, checks and counts annotated texts, without a browser.

Usage: crossread COMMAND [OPTION]... FILE...

Commands:
  convert    write files in another format
  validate   say what is wrong with files
  stats      count articles, tags, relations and entities
  help       explain a command: crossread help convert

  -h, --help       show this help
  -V, --version    show the version

A FILE is a file, a folder with all files below it, a ZIP archive, or - for the
standard input. Files of one format are one project; each Crossread project
file is one of its own. Results go to the standard output, messages to the
standard error.

Exit codes:
  0  done; what was left out of the input is listed as warnings
  1  a file cannot be read, is not valid, or, with --strict, has warnings
  2  the arguments are wrong
  3  a file cannot be opened or written
";

const CONVERT: &str = "\
Writes files in another format.

Usage: crossread convert --to FORMAT [OPTION]... FILE...

  -t, --to FORMAT        the format to write
  -f, --from FORMAT      the format of the files; without it, it is recognised
  -o, --output PLACE     a file, a folder (with a slash at the end if it is not
                         there yet), a name that ends with .zip, or - for the
                         standard output, which is the default. A file that is
                         there is replaced
      --unit UNIT        what positions count, where files do not show it
      --title TITLE      the title of a project whose file has none; without
                         it, the name of the file
      --scheme SCHEME    how tokens are tagged, in CoNLL; iob2 if not given
      --tokens TOKENS    what tokens are, in CoNLL: words, which is so if not
                         given, or what is between spaces
      --one-file-each    a file for each article
      --without-texts    without the texts of articles, in formats that can do
                         without
      --tabs             in tables: tabs instead of commas
      --for-spreadsheets in tables: with a byte order mark, and with an
                         apostrophe before what looks like a formula
      --strict           write nothing if anything of the input was left out
  -q, --quiet            say only errors
  -h, --help             show this help

Each warning has the place in the input. What the format leaves out of the
project is listed and counted.

From json-lines, doccano, prodigy and spacy to one of these, files of any size
are converted in little memory, unless records that belong together are far
apart. The result is then written while it is read: with --output -, it is
incomplete if an error follows.

The time of records without one is the current time, or SOURCE_DATE_EPOCH.
";

const VALIDATE: &str = "\
Says what is wrong with files, a line for each problem, with its place.

Usage: crossread validate [OPTION]... FILE...

  -f, --from FORMAT      the format of the files; without it, it is recognised
      --unit UNIT        what positions count, where files do not show it
  -q, --quiet            say only problems
  -h, --help             show this help

A file is valid if it is read without anything being left out or changed. Web
Annotations have to follow the Web Annotation Data Model, too; that their texts
are elsewhere is no problem.
";

const STATS: &str = "\
Counts articles, characters, tags, relations, entities and warnings.

Usage: crossread stats [OPTION]... FILE...

      --json             print a JSON object for each project, a line each
  -f, --from FORMAT      the format of the files; without it, it is recognised
      --unit UNIT        what positions count, where files do not show it
  -q, --quiet            say only errors
  -h, --help             show this help
";

/// The help in general.
pub fn help() -> String {
    let formats: String = CATALOGUE.iter().map(|format| format_row(format)).collect();
    format!("{GENERAL}\nFormats:\n{formats}")
}

fn format_row(format: &FormatInfo) -> String {
    let uses = match (format.can_be_read, format.can_be_written) {
        (true, true) => "",
        (true, false) => ", read only",
        (false, _) => ", written only",
    };
    format!("  {:13}{} (.{}{uses})\n", format.name, title(format.name), format.extension)
}

/// The help about a command.
pub fn help_of(command: &str) -> Option<String> {
    Some(match command {
        "convert" => format!("{CONVERT}\n{}{}", units(), schemes()),
        "validate" => format!("{VALIDATE}\n{}", units()),
        "stats" => format!("{STATS}\n{}", units()),
        _ => return None,
    })
}

fn units() -> String {
    format!("Units: {}\n", OffsetUnit::ALL.map(OffsetUnit::name).join(", "))
}

fn scheme_names() -> String {
    TagScheme::ALL.map(|scheme| scheme.name().to_lowercase()).join(", ")
}

fn schemes() -> String {
    format!("Schemes: {}\n", scheme_names())
}

/// The version.
pub fn version() -> String {
    concat!("crossread ", env!("CARGO_PKG_VERSION"), "\n").to_owned()
}

/// Something about a file.
pub fn in_file(name: &str, message: &str) -> String {
    format!("{name}: {message}")
}

/// The arguments are wrong.
pub fn wrong_argument(reason: &str) -> String {
    format!("crossread: {reason}")
}

/// There is no such command.
pub fn no_such_command(name: &str) -> String {
    format!("there is no command {name:?}; there are {}", COMMANDS.join(", "))
}

/// There is no such option.
pub fn unexpected_option(name: &str) -> String {
    format!("this command has no option {name}")
}

/// No file was named.
pub fn no_inputs(command: &str) -> String {
    format!("name the files to {}", if command == "stats" { "count" } else { command })
}

/// There is no such format.
pub fn no_such_format(name: &str) -> String {
    let names: Vec<_> = CATALOGUE.iter().map(|format| format.name).collect();
    format!("there is no format {name:?}; there are {}", names.join(", "))
}

/// There is no such unit.
pub fn no_such_unit(name: &str) -> String {
    format!("there is no unit {name:?}; there are {}", OffsetUnit::ALL.map(OffsetUnit::name).join(", "))
}

/// There is no such kind of token.
pub fn no_such_tokens(name: &str) -> String {
    format!("there are no tokens {name:?}; there are {}", Tokeniser::ALL.map(Tokeniser::name).join(", "))
}

/// There is no such scheme.
pub fn no_such_scheme(name: &str) -> String {
    format!("there is no scheme {name:?}; there are {}", scheme_names())
}

/// A format cannot be written.
pub fn only_read(format: &str) -> String {
    format!("{format} can only be read")
}

/// A file is in no format.
pub fn unknown_format() -> String {
    "in no known format; name it with --from".to_owned()
}

/// A file in a folder was not read.
pub fn left_out(name: &str) -> String {
    in_file(name, "not read, because it is in no known format")
}

/// There are several projects for one file.
pub fn several_projects(names: &[String]) -> String {
    format!("these are several projects: {}. Name a folder with --output, or convert each alone", names.join(", "))
}

/// There are several files for one place.
pub fn several_files(format: &str, count: usize) -> String {
    let files = counted(count, "file", "files");
    format!("{format} has {files} here. Name a folder, or a name that ends with .zip, with --output")
}

/// One of the files of an export was not written.
pub fn file_not_written(name: &str) -> String {
    in_file(name, "not written, because --output is one file; name a folder to get it, too")
}

/// Two projects have the same file names.
pub fn written_twice(name: &str) -> String {
    in_file(name, "written for two projects; convert each alone, or give them titles")
}

/// An archive cannot be unpacked.
pub fn damaged_archive(reason: &str) -> String {
    format!("the archive is damaged: {reason}")
}

/// A file in an archive is packed in another way than DEFLATE.
pub fn other_compression(name: &str) -> String {
    in_file(name, "packed in a way that is not known; pack it as ZIP with DEFLATE")
}

/// A file is larger than the limit.
pub fn too_large(most: usize) -> String {
    format!("larger than {}", mebibytes(most))
}

/// With `--strict`, warnings are errors.
pub fn strict(warnings: usize) -> String {
    format!("nothing was written, because of {}", counted(warnings, "warning", "warnings"))
}

/// A project was converted.
pub fn converted(name: &str, converted: &Converted, format: &str) -> String {
    let content =
        super::import::content(converted.articles, converted.annotations, converted.relations, converted.entities);
    in_file(name, &format!("{content}, as {format}"))
}

/// What the format does not have a place for.
pub fn dropped(format: &str, parts: &[String]) -> String {
    format!("{format} leaves out: {}", parts.join(", "))
}

/// A file has no problems.
pub fn is_valid(name: &str, format: &str) -> String {
    in_file(name, &format!("valid ({format})"))
}

/// The heading of the numbers of a project.
pub fn project(name: &str, format: &str) -> String {
    format!("{name} ({format})\n")
}
