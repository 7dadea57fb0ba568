//! The dialogs over the page: which one is open, with its slice of the state.

mod add_articles;
mod article_fields;
mod command_palette;
mod discard;
mod edit_article;
mod export;
mod help;
mod import;
mod new_project;
mod occurrences;
mod projects;
mod report;
mod report_content;
mod schema;

use std::mem::{Discriminant, discriminant};

use yew::prelude::*;

use crate::app::{ByPtr, Dialog, Dispatcher, Notice, State};
use crate::ui::formats::{ExportPlace, ImportPlace};
use crate::ui::widgets::{DialogError, use_dispatcher};
use add_articles::{AddArticlesDialog, AddArticlesProps};
use command_palette::{CommandPalette, CommandPaletteProps};
use discard::{DiscardProps, discard_dialog};
use edit_article::{EditArticleDialog, EditArticleProps};
use help::help_dialog;
use new_project::new_project_dialog;
use occurrences::{OccurrencesProps, occurrences_dialog};
use projects::{ProjectsDialog, ProjectsProps};
use report::{ReportDialog, ReportProps};
use schema::{SchemaDialog, SchemaDialogProps};

pub(super) use export::{ExportDialog, ExportProps};
pub(super) use import::{ImportDialog, ImportProps};
pub(super) use report_content::ReportContent;

/// A dialog with what it shows.
#[derive(Clone, PartialEq)]
pub(super) enum Content {
    Commands(CommandPaletteProps),
    Help,
    Export(ExportProps),
    Import(ImportProps),
    Projects(ProjectsProps),
    NewProject,
    AddArticles(AddArticlesProps),
    EditArticle(EditArticleProps),
    Occurrences(OccurrencesProps),
    Schema(SchemaDialogProps),
    Report(ReportProps),
    Discard(DiscardProps),
}

impl Content {
    /// `None` if what the dialog is about does not exist any more.
    fn of(dialog: &Dialog, state: &State) -> Option<Self> {
        Some(match dialog {
            Dialog::Commands => Self::Commands(CommandPaletteProps::of(state)),
            Dialog::Help => Self::Help,
            Dialog::Export => Self::Export(ExportProps::of(state)),
            Dialog::Import(files) => Self::Import(ImportProps::of(state, files)),
            Dialog::Projects => Self::Projects(ProjectsProps::of(state)),
            Dialog::NewProject => Self::NewProject,
            Dialog::AddArticles(incoming) => Self::AddArticles(AddArticlesProps { incoming: ByPtr(incoming.clone()) }),
            Dialog::EditArticle(id) => Self::EditArticle(EditArticleProps::of(state, id)?),
            Dialog::Occurrences => Self::Occurrences(OccurrencesProps::of(state)?),
            Dialog::Schema(file) => Self::Schema(SchemaDialogProps::of(state, file.as_ref())),
            Dialog::Report(view) => Self::Report(ReportProps { view: view.clone() }),
            Dialog::Discard => Self::Discard(DiscardProps::of(state)),
        })
    }

    fn view(self, dispatcher: &Dispatcher) -> Html {
        match self {
            Self::Commands(props) => html! { <CommandPalette key="commands" ..props /> },
            Self::Help => help_dialog(),
            Self::Export(props) => html! { <ExportPlace key="export" ..props /> },
            Self::Import(props) => html! { <ImportPlace key="import" ..props /> },
            Self::Projects(props) => html! { <ProjectsDialog key="projects" ..props /> },
            Self::NewProject => new_project_dialog(dispatcher),
            // More texts may come while it is open.
            Self::AddArticles(props) => html! { <AddArticlesDialog key="add" ..props /> },
            Self::EditArticle(props) => html! { <EditArticleDialog key="edit" ..props /> },
            Self::Occurrences(props) => occurrences_dialog(dispatcher, &props),
            Self::Schema(props) => html! { <SchemaDialog key="schema" ..props /> },
            Self::Report(props) => html! { <ReportDialog key="report" ..props /> },
            Self::Discard(props) => discard_dialog(dispatcher, &props),
        }
    }
}

#[derive(Properties, PartialEq)]
pub(super) struct DialogsProps {
    content: Option<Content>,
    /// Which dialog it is.
    kind: Option<Discriminant<Dialog>>,
    /// The error at the foot of the page, if the dialog does not show it itself.
    error: Option<Notice>,
}

impl DialogsProps {
    pub(super) fn of(state: &State) -> Self {
        let dialog = state.dialog.as_ref();
        let is_shown = |notice: &Notice| notice.is_error && !shows_notices(dialog);
        Self {
            content: dialog.and_then(|dialog| Content::of(dialog, state)),
            kind: dialog.map(discriminant),
            error: state.notice.clone().filter(is_shown),
        }
    }
}

/// Whether a dialog shows all messages that come while it is open.
pub(super) fn shows_notices(dialog: Option<&Dialog>) -> bool {
    matches!(dialog, Some(Dialog::Projects | Dialog::Schema(_) | Dialog::Export))
}

/// The dialog that is open, if one is.
#[component]
pub(super) fn Dialogs(props: &DialogsProps) -> Html {
    let dispatcher = use_dispatcher();
    let content = props.content.clone().map(|content| content.view(&dispatcher));
    let error = use_new_error(props);
    html! {
        <div class="dialogs">
            <ContextProvider<DialogError> context={error}>{ content.unwrap_or_default() }</ContextProvider<DialogError>>
        </div>
    }
}

/// The error that has come since the dialog was opened.
#[hook]
fn use_new_error(props: &DialogsProps) -> DialogError {
    let before = use_mut_ref(|| (None, None));
    let mut before = before.borrow_mut();
    if before.0 != props.kind {
        *before = (props.kind, props.error.clone());
    }
    let error = props.error.as_ref().filter(|error| before.1.as_ref() != Some(*error));
    DialogError(error.map(|error| error.text.clone().into()))
}
