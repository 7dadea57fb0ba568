//! What happens when the dialog is closed.

use crate::app::messages::{files as file_words, import as words, reanchored};
use crate::app::{
    Action, Dispatcher, ImportedProject, Notice, ProjectAction, ProjectRequest, Tab, ToolFiles, ViewAction,
};
use crate::edit::Editor;
use crate::merge::MergePlan;

use super::read::Outcome;

/// Closes the dialog, and goes on with what was chosen together with the files.
pub(super) fn leave(dispatcher: &Dispatcher, files: &ToolFiles) {
    dispatcher.dispatch(ViewAction::Open(None));
    if !files.rest.is_empty() {
        dispatcher.dispatch(ProjectAction::FilesRead((*files.rest).clone()));
    }
}

/// Opens what was read as a new project.
pub(super) fn import(dispatcher: &Dispatcher, files: &ToolFiles, outcome: &Outcome) {
    let Outcome { project, warnings, warning_count, .. } = outcome;
    let mut listed: Vec<String> = warnings.iter().take(3).cloned().collect();
    if *warning_count > listed.len() {
        listed.push(words::more_warnings(warning_count - listed.len()));
    }
    let name = if files.files.len() == 1 { &files.name } else { &project.title };
    let message = file_words::imported(name, project, &listed);
    let editor = Box::new(Editor::new((**project).clone()));
    let imported = ImportedProject { name: files.name.clone(), editor, message, rest: files.rest.clone() };
    dispatcher.dispatch(ViewAction::Open(None));
    dispatcher.dispatch(ProjectAction::Request(ProjectRequest::Adopt(imported)));
}

/// Closes the dialog, and offers the files as articles, with what was chosen together with them.
pub(super) fn add_as_texts(dispatcher: &Dispatcher, files: &ToolFiles) {
    let mut read = (*files.rest).clone();
    read.incoming.texts.extend(files.as_texts.iter().cloned());
    dispatcher.dispatch(ViewAction::Open(None));
    dispatcher.dispatch(ProjectAction::FilesRead(read));
}

/// Adds what was read to the open project, and shows what is to be reviewed.
pub(super) fn add(dispatcher: &Dispatcher, files: &ToolFiles, plan: &MergePlan) {
    let before = dispatcher.state().project().clone();
    dispatcher.dispatch(ViewAction::Open(None));
    dispatcher.dispatch(Action::Edit(plan.command()));
    // Otherwise a message says why not.
    if !before.is_same(dispatcher.state().project()) {
        let counts = plan.counts;
        let review = reanchored::to_review(counts.doubtful, counts.unplaced);
        if !review.is_empty() {
            dispatcher.dispatch(ViewAction::ShowTab(Tab::Annotations));
        }
        let message = words::added(&counts, &review);
        dispatcher.dispatch(ViewAction::Notify(Some(Notice::info(message))));
    }
    if !files.rest.is_empty() {
        dispatcher.dispatch(ProjectAction::FilesRead((*files.rest).clone()));
    }
}
