//! Reads the files as the dialog's options say, in slices. What was read stays, so that another option only builds the project again.

use std::collections::BTreeMap;
use std::rc::Rc;

use crate::app::ToolFiles;
use crate::app::messages::{errors, files as words, formats};
use crate::format::draft::{Build, Building, Decision, Draft, OffsetUnit, Prepared};
use crate::format::native::{self, NativeReader, with_journal};
use crate::format::{self, ReadError, ReadProblem, SourceFile};
use crate::model::{LabelId, Project};
use crate::web::clock;
use crate::web::turn::Slices;

/// How many warnings are listed.
const WARNINGS: usize = 200;

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
    /// The first warnings, as messages, and the number of all.
    pub(super) warnings: Vec<String>,
    pub(super) warning_count: usize,
    /// The labels of the file with their numbers of annotations.
    pub(super) labels: Rc<Vec<(String, usize)>>,
    /// The units in which tools that write the format count.
    pub(super) units: &'static [OffsetUnit],
    /// The decision for each article.
    pub(super) decisions: Vec<Decision>,
    /// The units among which the user has to choose; none if the unit is decided.
    pub(super) open_units: Vec<OffsetUnit>,
    /// The names that labels still have to get, by their own.
    pub(super) names: BTreeMap<String, String>,
}

/// What was read of the files as a format.
pub(super) struct Kept {
    format: &'static str,
    /// The labels of the file with their numbers of annotations.
    labels: Rc<Vec<(String, usize)>>,
    content: Content,
}

enum Content {
    /// Of another tool.
    Draft { draft: Box<Draft>, prepared: Prepared },
    /// A project, with the warnings about it.
    Project(Rc<Project>, Vec<String>),
}

/// Gets how much is done after each slice, from 0 to 1 if it is known. Says whether to go on: if not, there is no outcome.
type GoOn<'a> = &'a mut dyn FnMut(Option<f64>) -> bool;

/// Reads the files; an error is a message.
pub(super) async fn read(
    files: &ToolFiles,
    options: &Options,
    kept: &mut Option<Kept>,
    go_on: GoOn<'_>,
) -> Option<Result<Outcome, String>> {
    let mut slices = Slices::default();
    if kept.as_ref().is_none_or(|kept| kept.format != options.format) {
        *kept = None;
        let read = match options.format {
            native::NAME => read_native(files, &mut slices, go_on).await,
            name => read_draft(files, name, &mut slices, go_on).await,
        };
        match read {
            Ok(read) => *kept = Some(read?),
            Err(error) => return Some(Err(errors::read(&error))),
        }
    }
    let Kept { labels, content, .. } = kept.as_mut()?;
    let built = match content {
        Content::Draft { draft, prepared } => {
            build(files, options, (draft, prepared), labels, &mut slices, go_on).await
        }
        Content::Project(project, warnings) => Ok(Some(outcome_of(project, warnings, labels, options))),
    };
    built.map_err(|error| errors::read(&error)).transpose()
}

/// Reads the files as a format; `None` if that is not wanted any more.
async fn read_draft(
    files: &ToolFiles,
    name: &'static str,
    slices: &mut Slices,
    go_on: GoOn<'_>,
) -> Result<Option<Kept>, ReadError> {
    let format = format::find(name).ok_or_else(|| ReadError::new("", ReadProblem::UnknownFormat))?;
    let sources: Vec<_> = files.files.iter().map(|(name, bytes)| SourceFile { name, bytes }).collect();
    let mut reader = format.reader(&sources);
    while reader.step()? {
        if slices.is_over() {
            if !go_on(reader.progress()) {
                return Ok(None);
            }
            slices.pause().await;
        }
    }
    let draft = reader.finish()?;
    let labels = Rc::new(draft.labels());
    let content = Content::Draft { draft: Box::new(draft), prepared: Prepared::default() };
    Ok(Some(Kept { format: name, labels, content }))
}

/// Makes the project; `None` if that is not wanted any more.
async fn build(
    files: &ToolFiles,
    options: &Options,
    (draft, prepared): (&Draft, &mut Prepared),
    labels: &Rc<Vec<(String, usize)>>,
    slices: &mut Slices,
    go_on: GoOn<'_>,
) -> Result<Option<Outcome>, ReadError> {
    let how = Build { title: title(files, options.format), now: clock::now(), unit: options.unit };
    let mut building = Building::new(draft, prepared, &how, &options.names)?;
    while building.step()? {
        if slices.is_over() {
            if !go_on(Some(building.progress())) {
                return Ok(None);
            }
            slices.pause().await;
        }
    }
    let built = building.finish();
    let open_units = built.decisions.iter().find_map(|decision| match decision {
        Decision::Open(units) => Some(units.clone()),
        _ => None,
    });
    let warnings = &built.imported.warnings;
    Ok(Some(Outcome {
        warnings: warnings.iter().take(WARNINGS).map(words::import_warning).collect(),
        warning_count: warnings.len(),
        project: Rc::new(built.imported.project),
        labels: labels.clone(),
        units: draft.units,
        decisions: built.decisions,
        open_units: open_units.unwrap_or_default(),
        names: BTreeMap::new(),
    }))
}

/// Reads a project; `None` if that is not wanted any more.
async fn read_native(files: &ToolFiles, slices: &mut Slices, go_on: GoOn<'_>) -> Result<Option<Kept>, ReadError> {
    let bytes = files.files.first().map(|(_, bytes)| bytes.as_slice()).unwrap_or_default();
    let mut reader = NativeReader::new(bytes)?;
    while reader.step()? {
        if slices.is_over() {
            if !go_on(Some(reader.progress())) {
                return Ok(None);
            }
            slices.pause().await;
        }
    }
    let (project, journal) = reader.into_project()?;
    let imported = with_journal(project, &journal);
    let project = imported.project;
    let mut counts: BTreeMap<&LabelId, usize> = BTreeMap::new();
    for annotation in project.all_annotations() {
        *counts.entry(&annotation.label).or_default() += 1;
    }
    let used = project.schema().labels.iter().filter_map(|label| Some((label.name.clone(), *counts.get(&label.id)?)));
    let labels = Rc::new(used.collect());
    let warnings = imported.warnings.iter().map(words::import_warning).collect();
    Ok(Some(Kept { format: native::NAME, labels, content: Content::Project(Rc::new(project), warnings) }))
}

/// What a project is. Its labels get other names when it is added.
fn outcome_of(
    project: &Rc<Project>,
    warnings: &[String],
    labels: &Rc<Vec<(String, usize)>>,
    options: &Options,
) -> Outcome {
    Outcome {
        project: project.clone(),
        warnings: warnings.iter().take(WARNINGS).cloned().collect(),
        warning_count: warnings.len(),
        labels: labels.clone(),
        units: &[],
        decisions: Vec::new(),
        open_units: Vec::new(),
        names: options.names.clone(),
    }
}

/// The title of a project of these files: the name of the only one, or of the format.
fn title(files: &ToolFiles, format: &'static str) -> String {
    match files.files.as_slice() {
        [(name, _)] => format::title_of(name),
        _ => formats::title(format).to_owned(),
    }
}
