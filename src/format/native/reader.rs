//! Reads native JSON record by record, so that neither the file nor its tree is in memory as a whole, that the page can be
//! used meanwhile, and that the first article can be shown before the rest is read.
//!
//! Records are read in the order of the file wherever those to which they refer come before them, as in all files that
//! Crossread writes. Lists that come too early are passed over, and read at the end.

use super::builder::{ProjectBuilder, Section};
use super::{NAME, check_version, scan, unexpected};
use crate::format::{ReadError, ReadProblem};
use crate::json::{
    Expected, Extra, FromJson as _, Json, JsonError, JsonExt as _, JsonProblem, JsonStream, RecordForm, Source,
};
use crate::limits::PROJECT_BYTES;
use crate::model::{ArticleId, Project};

/// The byte order mark in UTF-8.
const BOM: &[u8] = b"\xef\xbb\xbf";

/// What is read next.
enum State {
    /// The beginning of the file.
    Start,
    /// A field of the file.
    Field { is_first: bool },
    /// A record of a list, which is passed over if it comes too early.
    Record { section: Section, index: usize, is_skipped: bool },
    /// Work on what was read of a list.
    Finish(Section),
    /// The lists that were passed over, from this one on.
    Rest(usize),
    /// Work on the whole.
    Check,
    /// Nothing.
    Done,
}

/// A native JSON file that is being read.
pub struct NativeReader<S> {
    stream: JsonStream<S>,
    state: State,
    /// The fields that are no lists of records, with their names.
    fields: Vec<(String, Json)>,
    /// The lists that were passed over, with the offsets of their values.
    skipped: Vec<(Section, usize)>,
    /// The lists that were read.
    read: Vec<Section>,
    /// `None` until title and schema are read.
    builder: Option<ProjectBuilder>,
}

impl<S: Source> NativeReader<S> {
    /// A reader of the bytes of a file.
    ///
    /// # Errors
    /// When the file exceeds the size limit.
    pub fn new(source: S) -> Result<Self, ReadError> {
        if source.len() > PROJECT_BYTES {
            return Err(ReadError::new("", ReadProblem::TooLarge { found: source.len(), most: PROJECT_BYTES }));
        }
        let mut head = Vec::new();
        source.fetch(0, BOM.len().min(source.reach(BOM.len())), &mut head);
        let begin = if head == BOM { BOM.len() } else { 0 };
        let stream = JsonStream::new(source, begin);
        let (fields, skipped, read) = (Vec::new(), Vec::new(), Vec::new());
        Ok(Self { stream, state: State::Start, fields, skipped, read, builder: None })
    }

    /// How much of the file is read: between 0 and 1.
    pub fn progress(&self) -> f64 {
        match self.state {
            State::Rest(_) | State::Check | State::Done => 1.0,
            _ => (self.stream.offset() as f64 / self.stream.total().max(1) as f64).min(1.0),
        }
    }

    /// What can be shown before all is read: the articles that are read, and whether these are all; `None` before the first.
    pub fn articles_so_far(&self) -> Option<(&Project, bool)> {
        let project = self.builder.as_ref()?.project();
        let is_all = self.read.contains(&Section::Articles);
        (!project.articles().is_empty()).then_some((project, is_all))
    }

    /// How many annotations a preview can have; `None` where none is possible any more, because the end is near.
    pub fn annotations_so_far(&self) -> Option<usize> {
        self.builder.as_ref()?.read_annotations().filter(|_| !self.read.contains(&Section::Annotations))
    }

    /// What is read, with the first annotations of these articles: nothing in it refers to what is not in it.
    pub fn preview(&self, articles: &[ArticleId]) -> Option<Project> {
        self.annotations_so_far()?;
        Some(self.builder.as_ref()?.preview(articles))
    }

    /// Does a small part of the work. Returns whether there is more.
    ///
    /// # Errors
    /// With the place in the file and what was expected there.
    pub fn step(&mut self) -> Result<bool, ReadError> {
        // What comes while it is read is not known to be too large before.
        if self.stream.offset() > PROJECT_BYTES {
            return Err(ReadError::new("", ReadProblem::TooLarge { found: self.stream.total(), most: PROJECT_BYTES }));
        }
        self.state = match std::mem::replace(&mut self.state, State::Done) {
            State::Start => self.start()?,
            State::Field { is_first } => self.field(is_first)?,
            State::Record { section, index, is_skipped } => self.record(section, index, is_skipped)?,
            State::Finish(section) => self.finish_section(section)?,
            State::Rest(from) => self.rest(from)?,
            State::Check => self.check()?,
            State::Done => State::Done,
        };
        Ok(!matches!(self.state, State::Done))
    }

    /// The project, and the records of the steps that follow it, which only exports of the rescue page have.
    ///
    /// # Errors
    /// When something is wrong with the fields that this version does not know.
    pub fn into_project(self) -> Result<(Project, Vec<String>), ReadError> {
        let builder = self.builder.ok_or_else(|| missing("project"))?;
        let mut extra = Extra::checked(self.fields)?;
        let journal = extra.take_texts(super::JOURNAL);
        Ok((builder.into_project(extra), journal))
    }

    fn start(&mut self) -> Result<State, ReadError> {
        if self.stream.peek() == Some(b'{') {
            self.stream.skip_byte();
            return Ok(State::Field { is_first: true });
        }
        let value = self.stream.value()?;
        self.expect_end()?;
        Err(value.instead_of(Expected::Record(RecordForm::Project)).into())
    }

    fn expect_end(&mut self) -> Result<(), JsonError> {
        self.stream.peek().map_or(Ok(()), |_| Err(self.stream.unexpected("trailing characters")))
    }

    fn field(&mut self, is_first: bool) -> Result<State, ReadError> {
        if !self.next_entry(b'}', "expected `,` or `}`", is_first)? {
            self.expect_end()?;
            self.begin()?;
            return Ok(State::Rest(0));
        }
        if self.stream.peek() != Some(b'"') {
            return Err(self.unexpected("key must be a string"));
        }
        let name = self.stream.value()?;
        let name = name.as_str().unwrap_or_default();
        if self.stream.peek() != Some(b':') {
            return Err(self.unexpected("expected `:`"));
        }
        self.stream.skip_byte();
        if let Some(section) = Section::ALL.into_iter().find(|section| section.name() == name) {
            return self.begin_section(section);
        }
        let value = self.stream.value()?;
        match self.fields.iter_mut().find(|(other, _)| other == name) {
            Some((_, before)) => *before = value,
            None => self.fields.push((name.to_owned(), value)),
        }
        Ok(State::Field { is_first: false })
    }

    /// Reads what is before an entry of a list or object. Returns whether there is one.
    fn next_entry(&mut self, close: u8, expected: &str, is_first: bool) -> Result<bool, ReadError> {
        match self.stream.peek() {
            Some(byte) if byte == close => {
                self.stream.skip_byte();
                return Ok(false);
            }
            Some(b',') if !is_first => {
                self.stream.skip_byte();
                if self.stream.peek() == Some(close) {
                    return Err(self.unexpected("trailing comma"));
                }
            }
            _ if is_first => {}
            _ => return Err(self.unexpected(expected)),
        }
        Ok(true)
    }

    fn unexpected(&mut self, reason: &str) -> ReadError {
        match self.stream.peek() {
            Some(_) => self.stream.unexpected(reason).into(),
            None => self.stream.ends_early().into(),
        }
    }

    fn begin_section(&mut self, section: Section) -> Result<State, ReadError> {
        // Of a field that is there twice, the last counts, as everywhere in JSON.
        let is_again = self.read.contains(&section);
        self.skipped.retain(|(other, _)| *other != section);
        let offset = self.stream.offset();
        let is_ready = !is_again && self.is_ready(section)?;
        if is_again {
            return Err(ReadError::new(section.name(), JsonProblem::Syntax("duplicate field".to_owned())));
        }
        if !is_ready {
            self.skipped.push((section, offset));
        }
        self.list(section, !is_ready)
    }

    /// Begins to read a list, or to pass it over.
    fn list(&mut self, section: Section, is_skipped: bool) -> Result<State, ReadError> {
        if self.stream.peek() == Some(b'[') {
            self.stream.skip_byte();
            return Ok(State::Record { section, index: 0, is_skipped });
        }
        let value = self.stream.value()?;
        if is_skipped {
            return Ok(State::Field { is_first: false });
        }
        Err(value.instead_of(Expected::List).within(section.name()).into())
    }

    /// Whether everything is read to which the records of a list refer.
    fn is_ready(&mut self, section: Section) -> Result<bool, ReadError> {
        let has = |name: &str| self.fields.iter().any(|(other, _)| other == name);
        if self.builder.is_none() && ["format", "version", "project", "schema"].into_iter().all(has) {
            self.begin()?;
        }
        Ok(self.builder.is_some() && section.needs().iter().all(|needed| self.read.contains(needed)))
    }

    /// Checks format and version before anything else, because a later version may have other fields; then reads title
    /// and schema.
    fn begin(&mut self) -> Result<(), ReadError> {
        if self.builder.is_some() {
            return Ok(());
        }
        let field = |name: &str| self.fields.iter().find(|(other, _)| other == name).map(|(_, value)| value);
        if field("format").and_then(Json::as_str) != Some(NAME) {
            return Err(unexpected(field("format"), "format", Expected::Exactly(NAME)));
        }
        check_version(field("version"))?;
        self.take("format");
        self.take("version");
        if let Some(generator) = self.take("generator") {
            String::from_json(generator).map_err(|error| error.within("generator"))?;
        }
        let project = self.take("project").ok_or_else(|| missing("project"))?;
        let schema = self.take("schema").ok_or_else(|| missing("schema"))?;
        self.builder = Some(ProjectBuilder::new(project, schema)?);
        Ok(())
    }

    fn take(&mut self, name: &str) -> Option<Json> {
        let at = self.fields.iter().position(|(other, _)| other == name)?;
        Some(self.fields.remove(at).1)
    }

    fn record(&mut self, section: Section, index: usize, is_skipped: bool) -> Result<State, ReadError> {
        if !self.next_entry(b']', "expected `,` or `]`", index == 0)? {
            return Ok(if is_skipped { State::Field { is_first: false } } else { State::Finish(section) });
        }
        if is_skipped {
            self.stream.skip_value()?;
        } else {
            let builder = self.builder.as_mut().ok_or_else(|| missing("project"))?;
            let scanned = (section == Section::Annotations).then(|| self.stream.scan(scan::annotation)).flatten();
            let added = match scanned {
                Some(record) => builder.add_annotation(record),
                None => builder.add(section, self.stream.value()?),
            };
            added.map_err(|error| error.within(&format!("{}[{index}]", section.name())))?;
        }
        Ok(State::Record { section, index: index + 1, is_skipped })
    }

    fn finish_section(&mut self, section: Section) -> Result<State, ReadError> {
        if let Some(builder) = &mut self.builder
            && builder.finish(section)?
        {
            return Ok(State::Finish(section));
        }
        self.read.push(section);
        // A list that was passed over is read at the end.
        let done = Section::ALL.into_iter().position(|other| other == section).unwrap_or_default();
        let is_late = self.skipped.iter().any(|(other, _)| *other == section);
        Ok(if is_late { State::Rest(done + 1) } else { State::Field { is_first: false } })
    }

    /// Reads the lists that were passed over, in the order in which they refer to one another.
    fn rest(&mut self, from: usize) -> Result<State, ReadError> {
        for section in Section::ALL.into_iter().skip(from) {
            if let Some(&(_, offset)) = self.skipped.iter().find(|(other, _)| *other == section) {
                self.stream.seek(offset);
                return self.list(section, false);
            }
            if section == Section::Articles && !self.read.contains(&section) {
                return Err(missing("articles"));
            }
        }
        Ok(State::Check)
    }

    fn check(&mut self) -> Result<State, ReadError> {
        let Some(builder) = &mut self.builder else { return Ok(State::Done) };
        Ok(if builder.check()? { State::Check } else { State::Done })
    }
}

fn missing(field: &str) -> ReadError {
    ReadError::new(field, JsonProblem::Missing)
}
