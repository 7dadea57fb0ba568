//! Reads the files as the dialog's options say, in slices. What was read stays, so that another option only builds the project again.

use std::collections::BTreeMap;
use std::rc::Rc;

use crate::app::ToolFiles;
use crate::app::messages::{errors, files as words, formats};
use crate::format::draft::{Build, Building, Decision, Draft, OffsetUnit, Prepared};
use crate::format::{self, ReadError, ReadProblem, SourceFile};
use crate::model::Project;
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
}

/// What was read of the files as a format.
pub(super) struct Kept {
    format: &'static str,
    draft: Draft,
    labels: Rc<Vec<(String, usize)>>,
    prepared: Prepared,
}

/// Reads the files; an error is a message. After each slice, `go_on` gets how much is done, from 0 to 1, and says whether to go on: if
/// not, there is no outcome.
pub(super) async fn read(
    files: &ToolFiles,
    options: &Options,
    kept: &mut Option<Kept>,
    mut go_on: impl FnMut(Option<f64>) -> bool,
) -> Option<Result<Outcome, String>> {
    let mut slices = Slices::default();
    if kept.as_ref().is_none_or(|kept| kept.format != options.format) {
        *kept = None;
        match read_draft(files, options.format, &mut slices, &mut go_on).await {
            Ok(draft) => *kept = Some(draft?),
            Err(error) => return Some(Err(errors::read(&error))),
        }
    }
    let built = build(files, options, kept.as_mut()?, &mut slices, &mut go_on).await;
    built.map_err(|error| errors::read(&error)).transpose()
}

/// Reads the files as a format; `None` if that is not wanted any more.
async fn read_draft(
    files: &ToolFiles,
    name: &'static str,
    slices: &mut Slices,
    go_on: &mut impl FnMut(Option<f64>) -> bool,
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
    Ok(Some(Kept { format: name, draft, labels, prepared: Prepared::default() }))
}

/// Makes the project; `None` if that is not wanted any more.
async fn build(
    files: &ToolFiles,
    options: &Options,
    kept: &mut Kept,
    slices: &mut Slices,
    go_on: &mut impl FnMut(Option<f64>) -> bool,
) -> Result<Option<Outcome>, ReadError> {
    let how = Build { title: title(files, options.format), now: clock::now(), unit: options.unit };
    let Kept { draft, labels, prepared, .. } = kept;
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
    }))
}

/// The title of a project of these files: the name of the only one, or of the format.
fn title(files: &ToolFiles, format: &'static str) -> String {
    match files.files.as_slice() {
        [(name, _)] => format::title_of(name),
        _ => formats::title(format).to_owned(),
    }
}
