//! Reads the arguments.

use std::ffi::OsString;

use lexopt::prelude::*;
use lexopt::{Error, Parser};

use super::convert;
use super::groups::named;
use super::output::Target;
use super::read::Reading;
use super::stats;
use super::validate;
use crate::app::messages::command_line as words;
use crate::format::draft::OffsetUnit;
use crate::format::{ExportOptions, Format, TagScheme, Tokeniser};

/// What to do.
pub(super) enum Command {
    Convert(Box<convert::Options>),
    Validate(validate::Options),
    Stats(stats::Options),
    /// Prints a text, such as the help.
    Print(String),
}

/// The command that arguments ask for.
///
/// # Errors
/// With a message about the first argument that is wrong.
pub(super) fn parse(arguments: impl Iterator<Item = OsString>) -> Result<Command, String> {
    let mut parser = Parser::from_args(arguments.collect::<Vec<_>>());
    let parsed = match parser.next().map_err(|error| words::wrong_argument(&error.to_string()))? {
        None | Some(Short('h') | Long("help")) => return Ok(Command::Print(words::help())),
        Some(Short('V') | Long("version")) => return Ok(Command::Print(words::version())),
        Some(Value(command)) => match command.to_str() {
            Some("help") => return help(&mut parser),
            Some("convert") => convert_options(&mut parser),
            Some("validate") => validate_options(&mut parser),
            Some("stats") => stats_options(&mut parser),
            _ => Err(words::no_such_command(&command.to_string_lossy()).into()),
        },
        Some(other) => Err(other.unexpected()),
    };
    parsed.map_err(|error| words::wrong_argument(&error.to_string()))
}

/// The help about a command, or in general.
fn help(parser: &mut Parser) -> Result<Command, String> {
    let text = match parser.next().map_err(|error| words::wrong_argument(&error.to_string()))? {
        None => words::help(),
        Some(Value(command)) => {
            let name = command.to_string_lossy();
            words::help_of(&name).ok_or_else(|| words::no_such_command(&name))?
        }
        Some(other) => return Err(words::wrong_argument(&other.unexpected().to_string())),
    };
    Ok(Command::Print(text))
}

/// Reads the options of a command. `take` gets each long or short option, and takes those that not all commands have; it returns
/// whether it knows the option. `None` if the help is wanted.
fn options(
    parser: &mut Parser,
    command: &'static str,
    mut take: impl FnMut(&str, &mut Parser) -> Result<bool, Error>,
) -> Result<Option<Common>, Error> {
    let mut common = Common::default();
    while let Some(argument) = parser.next()? {
        let name = match argument {
            Value(input) => {
                common.inputs.push(input);
                continue;
            }
            Short(short) => format!("-{short}"),
            Long(long) => format!("--{long}"),
        };
        match name.as_str() {
            "-h" | "--help" => return Ok(None),
            "-q" | "--quiet" => common.is_quiet = true,
            "-f" | "--from" => common.from = Some(format_of(parser)?),
            "--unit" => common.reading.unit = Some(unit(parser)?),
            name => {
                if !take(name, parser)? {
                    return Err(words::unexpected_option(name).into());
                }
            }
        }
    }
    if common.inputs.is_empty() { Err(words::no_inputs(command).into()) } else { Ok(Some(common)) }
}

/// The options that all commands have.
#[derive(Default)]
struct Common {
    inputs: Vec<OsString>,
    from: Option<&'static dyn Format>,
    reading: Reading,
    is_quiet: bool,
}

fn convert_options(parser: &mut Parser) -> Result<Command, Error> {
    let (mut to, mut target, mut export) = (None, Target::Stdout, ExportOptions::default());
    let (mut title, mut is_strict) = (None, false);
    let common = options(parser, "convert", |name, parser| {
        match name {
            "-t" | "--to" => to = Some(format_of(parser)?),
            "-o" | "--output" => target = Target::of(parser.value()?),
            "--title" => title = Some(parser.value()?.string()?),
            "--scheme" => export.scheme = scheme(parser)?,
            "--tokens" => export.tokeniser = tokeniser(parser)?,
            "--tabs" => export.tabs = true,
            "--without-texts" => export.without_texts = true,
            "--one-file-each" => export.one_file_each = true,
            "--for-spreadsheets" => export.for_spreadsheets = true,
            "--strict" => is_strict = true,
            _ => return Ok(false),
        }
        Ok(true)
    })?;
    let Some(Common { inputs, from, reading, is_quiet }) = common else { return Ok(help_of("convert")) };
    let to = to.ok_or_else(|| Error::from(words::NO_FORMAT))?;
    if !to.info().can_be_written {
        return Err(words::only_read(to.name()).into());
    }
    let reading = Reading { title, ..reading };
    Ok(Command::Convert(Box::new(convert::Options { inputs, from, to, target, export, reading, is_strict, is_quiet })))
}

fn validate_options(parser: &mut Parser) -> Result<Command, Error> {
    let common = options(parser, "validate", |_, _| Ok(false))?;
    let Some(Common { inputs, from, reading, is_quiet }) = common else { return Ok(help_of("validate")) };
    Ok(Command::Validate(validate::Options { inputs, from, reading, is_quiet }))
}

fn stats_options(parser: &mut Parser) -> Result<Command, Error> {
    let mut is_json = false;
    let common = options(parser, "stats", |name, _| {
        is_json |= name == "--json";
        Ok(name == "--json")
    })?;
    let Some(Common { inputs, from, reading, is_quiet }) = common else { return Ok(help_of("stats")) };
    Ok(Command::Stats(stats::Options { inputs, from, reading, is_quiet, is_json }))
}

fn help_of(command: &str) -> Command {
    Command::Print(words::help_of(command).unwrap_or_else(words::help))
}

fn format_of(parser: &mut Parser) -> Result<&'static dyn Format, Error> {
    named(&parser.value()?.string()?).map_err(Error::from)
}

fn unit(parser: &mut Parser) -> Result<OffsetUnit, Error> {
    let name = parser.value()?.string()?;
    let found = OffsetUnit::ALL.into_iter().find(|unit| unit.name() == name);
    found.ok_or_else(|| words::no_such_unit(&name).into())
}

fn scheme(parser: &mut Parser) -> Result<TagScheme, Error> {
    let name = parser.value()?.string()?;
    TagScheme::find(&name).ok_or_else(|| words::no_such_scheme(&name).into())
}

fn tokeniser(parser: &mut Parser) -> Result<Tokeniser, Error> {
    let name = parser.value()?.string()?;
    Tokeniser::find(&name).ok_or_else(|| words::no_such_tokens(&name).into())
}
