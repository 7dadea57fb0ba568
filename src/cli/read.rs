//! Reads files as a project.

use super::clock;
use super::error::Failure;
use super::groups::Group;
use crate::format::draft::{Build, Decision, OffsetUnit, build};
use crate::format::{Imported, ReadError, ReadProblem, SourceFile, native};

/// How to read.
#[derive(Clone, Debug, Default)]
pub(super) struct Reading {
    /// The title of projects without one.
    pub(super) title: Option<String>,
    /// The unit of offsets, where files do not decide it.
    pub(super) unit: Option<OffsetUnit>,
}

impl Reading {
    /// How to make a project of a draft.
    pub(super) fn build(&self, group: &Group) -> Build {
        let title = self.title.clone().unwrap_or_else(|| group.title());
        Build { title, now: clock::now(), unit: self.unit }
    }
}

/// The project of a group.
///
/// # Errors
/// When the files cannot be read, or it is not known what their offsets count.
pub(super) fn read(group: &Group, reading: &Reading) -> Result<Imported, Failure> {
    let mut contents = Vec::with_capacity(group.files.len());
    for file in &group.files {
        contents.push(file.bytes()?);
    }
    let sources: Vec<_> =
        group.files.iter().zip(&contents).map(|(file, bytes)| SourceFile { name: &file.name, bytes }).collect();
    let failure = |error: ReadError| Failure::read(&group.name(), &error);
    match sources.as_slice() {
        [own] if group.format.name() == native::NAME => group.format.import(own.bytes).map_err(failure),
        sources => {
            let draft = group.format.read(sources).map_err(failure)?;
            let built = build(&draft, &reading.build(group)).map_err(failure)?;
            if built.decisions.iter().any(|decision| matches!(decision, Decision::Open(_))) {
                return Err(failure(ReadError::new("", ReadProblem::UnitOfOffsets)));
            }
            Ok(built.imported)
        }
    }
}
