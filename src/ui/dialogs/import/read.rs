//! Reads the files as the dialog's options say.

use std::collections::BTreeMap;
use std::rc::Rc;

use crate::app::ToolFiles;
use crate::app::messages::{errors, files as words, formats};
use crate::format::draft::{Build, Decision, OffsetUnit, build};
use crate::format::{self, Format as _, ReadError, ReadProblem, SourceFile, native};
use crate::model::{LabelId, Project};
use crate::web::clock;

/// What the user has chosen.
#[derive(Clone, PartialEq)]
pub(super) struct Options {
    /// The name of the format.
    pub(super) format: &'static str,
    /// The unit of offsets; `None` for the one that was found out.
    pub(super) unit: Option<OffsetUnit>,
    /// The names that labels get, by their names in the file.
    pub(super) names: BTreeMap<String, String>,
}

/// What would be imported.
pub(super) struct Outcome {
    pub(super) project: Rc<Project>,
    /// The warnings, as messages.
    pub(super) warnings: Rc<Vec<String>>,
    /// The labels of the file with their numbers of annotations.
    pub(super) labels: Vec<(String, usize)>,
    /// The units in which tools that write the format count.
    pub(super) units: &'static [OffsetUnit],
    /// The decision for each article.
    pub(super) decisions: Vec<Decision>,
    /// The units among which the user has to choose; none if the unit is decided.
    pub(super) open_units: Vec<OffsetUnit>,
    /// The names that labels still have to get, by their own.
    pub(super) names: BTreeMap<String, String>,
}

/// Reads the files; an error is a message.
pub(super) fn read(files: &ToolFiles, options: &Options) -> Result<Outcome, String> {
    if options.format == native::NAME {
        return read_native(files, options);
    }
    let unknown = || ReadError::new("", ReadProblem::UnknownFormat);
    let format = format::find(options.format).ok_or_else(|| errors::read(&unknown()))?;
    let sources: Vec<_> = files.files.iter().map(|(name, bytes)| SourceFile { name, bytes }).collect();
    let mut draft = format.read(&sources).map_err(|error| errors::read(&error))?;
    let labels = draft.labels();
    draft.rename_labels(&options.names);
    let how = Build { title: title(files, options.format), now: clock::now(), unit: options.unit };
    let built = build(&draft, &how).map_err(|error| errors::read(&error))?;
    let open_units = built.decisions.iter().find_map(|decision| match decision {
        Decision::Open(units) => Some(units.clone()),
        _ => None,
    });
    Ok(Outcome {
        project: Rc::new(built.imported.project),
        warnings: Rc::new(built.imported.warnings.iter().map(words::import_warning).collect()),
        labels,
        units: draft.units,
        decisions: built.decisions,
        open_units: open_units.unwrap_or_default(),
        names: BTreeMap::new(),
    })
}

/// Reads a project. Its labels get other names when it is added.
fn read_native(files: &ToolFiles, options: &Options) -> Result<Outcome, String> {
    let bytes = files.files.first().map(|(_, bytes)| bytes.as_slice()).unwrap_or_default();
    let imported = native::Native.import(bytes).map_err(|error| errors::read(&error))?;
    let project = imported.project;
    let mut counts: BTreeMap<&LabelId, usize> = BTreeMap::new();
    for annotation in project.all_annotations() {
        *counts.entry(&annotation.label).or_default() += 1;
    }
    let used = project.schema().labels.iter().filter_map(|label| Some((label.name.clone(), *counts.get(&label.id)?)));
    Ok(Outcome {
        labels: used.collect(),
        warnings: Rc::new(imported.warnings.iter().map(words::import_warning).collect()),
        units: &[],
        decisions: Vec::new(),
        open_units: Vec::new(),
        names: options.names.clone(),
        project: Rc::new(project),
    })
}

/// The title of a project of these files: the name of the only one, or of the format.
fn title(files: &ToolFiles, format: &'static str) -> String {
    match files.files.as_slice() {
        [(name, _)] => format::title_of(name),
        _ => formats::title(format).to_owned(),
    }
}
