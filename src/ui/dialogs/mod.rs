//! The dialogs over the page: which one is open, with its slice of the state.

mod add_articles;
mod article_fields;
mod command_palette;
mod discard;
mod edit_article;
mod export;
mod help;
mod new_project;
mod occurrences;
mod projects;
mod schema;

use std::rc::Rc;

use yew::prelude::*;

use crate::app::{ByPtr, Dialog, State};
use add_articles::{AddArticlesDialog, AddArticlesProps};
use command_palette::{CommandPalette, CommandPaletteProps};
use discard::{DiscardDialog, DiscardProps};
use edit_article::{EditArticleDialog, EditArticleProps};
use export::{ExportDialog, ExportProps};
use help::HelpDialog;
use new_project::NewProjectDialog;
use occurrences::{OccurrencesDialog, OccurrencesProps};
use projects::{ProjectsDialog, ProjectsProps};
use schema::{SchemaDialog, SchemaDialogProps};

/// A dialog with what it shows.
#[derive(Clone, PartialEq)]
pub(super) enum Content {
    Commands(CommandPaletteProps),
    Help,
    Export(ExportProps),
    Projects(ProjectsProps),
    NewProject,
    AddArticles(AddArticlesProps),
    EditArticle(EditArticleProps),
    Occurrences(OccurrencesProps),
    Schema(SchemaDialogProps),
    Discard(DiscardProps),
}

impl Content {
    /// `None` if what the dialog is about does not exist any more.
    fn of(dialog: &Dialog, state: &State) -> Option<Self> {
        Some(match dialog {
            Dialog::Commands => Self::Commands(CommandPaletteProps::of(state)),
            Dialog::Help => Self::Help,
            Dialog::Export => Self::Export(ExportProps::of(state)),
            Dialog::Projects => Self::Projects(ProjectsProps::of(state)),
            Dialog::NewProject => Self::NewProject,
            Dialog::AddArticles(texts) => Self::AddArticles(AddArticlesProps { texts: ByPtr(texts.clone()) }),
            Dialog::EditArticle(id) => Self::EditArticle(EditArticleProps::of(state, id)?),
            Dialog::Occurrences => Self::Occurrences(OccurrencesProps::of(state)?),
            Dialog::Schema(file) => Self::Schema(SchemaDialogProps::of(state, file.as_ref())),
            Dialog::Discard => Self::Discard(DiscardProps::of(state)),
        })
    }

    fn view(self) -> Html {
        match self {
            Self::Commands(props) => html! { <CommandPalette key="commands" ..props /> },
            Self::Help => html! { <HelpDialog key="help" /> },
            Self::Export(props) => html! { <ExportDialog key="export" ..props /> },
            Self::Projects(props) => html! { <ProjectsDialog key="projects" ..props /> },
            Self::NewProject => html! { <NewProjectDialog key="new" /> },
            Self::AddArticles(props) => {
                // Other texts begin a dialog of their own.
                let key = format!("add {:p}", Rc::as_ptr(&props.texts.0));
                html! { <AddArticlesDialog {key} ..props /> }
            }
            Self::EditArticle(props) => html! { <EditArticleDialog key="edit" ..props /> },
            Self::Occurrences(props) => html! { <OccurrencesDialog key="occurrences" ..props /> },
            Self::Schema(props) => html! { <SchemaDialog key="schema" ..props /> },
            Self::Discard(props) => html! { <DiscardDialog key="discard" ..props /> },
        }
    }
}

#[derive(Properties, PartialEq)]
pub(super) struct DialogsProps {
    content: Option<Content>,
}

impl DialogsProps {
    pub(super) fn of(state: &State) -> Self {
        Self { content: state.dialog.as_ref().and_then(|dialog| Content::of(dialog, state)) }
    }
}

/// The dialog that is open, if one is.
#[component]
pub(super) fn Dialogs(props: &DialogsProps) -> Html {
    html! { <div class="dialogs">{ props.content.clone().map(Content::view).unwrap_or_default() }</div> }
}
