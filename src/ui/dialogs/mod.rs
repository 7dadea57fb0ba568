//! Dialogs over the page.

mod add_articles;
mod edit_article;
mod export_as;
mod frame;
mod help;
mod new_project;
mod occurrences;
mod projects_list;
mod schema;

use yew::prelude::*;

pub(super) use frame::Frame;

use super::commands::Commands;
use super::shared::Shared;
use super::store::{Dialog, State};

#[derive(Properties)]
pub(super) struct DialogsProps {
    pub(super) state: Shared<State>,
    pub(super) dialog: Option<Dialog>,
}

impl PartialEq for DialogsProps {
    fn eq(&self, other: &Self) -> bool {
        // Without a dialog nothing of the state is shown.
        self.dialog == other.dialog && (self.dialog.is_none() || self.state == other.state)
    }
}

/// The dialog that is open, if one is.
#[component]
pub(super) fn Dialogs(props: &DialogsProps) -> Html {
    let dialog = match &props.dialog {
        None => html! {},
        Some(Dialog::Commands) => html! { <Commands key="commands" /> },
        Some(Dialog::Help) => help::help(),
        Some(Dialog::Schema(incoming)) => {
            // Another file is another draft.
            let key = incoming.as_ref().map_or(0, |schema| std::rc::Rc::as_ptr(schema) as usize);
            html! { <schema::SchemaDialog {key} state={props.state.clone()} incoming={incoming.clone()} /> }
        }
        Some(Dialog::ExportAs) => html! { <export_as::ExportAs key="export" state={props.state.clone()} /> },
        Some(Dialog::Projects) => html! { <projects_list::ProjectsList key="projects" state={props.state.clone()} /> },
        Some(Dialog::NewProject) => html! { <new_project::NewProject key="new" /> },
        Some(Dialog::AddArticles(texts)) => {
            html! { <add_articles::AddArticles key="add" texts={Shared(texts.clone())} /> }
        }
        Some(Dialog::Occurrences) => match &props.state.occurrences {
            Some(list) => {
                html! { <occurrences::OccurrenceList key="occurrences" state={props.state.clone()} list={list.clone()} /> }
            }
            None => html! {},
        },
        Some(Dialog::EditArticle(id)) => match props.state.project().article(id) {
            Some(article) => html! { <edit_article::EditArticle key="edit" article={Shared(article.clone())} /> },
            None => html! {},
        },
    };
    html! { <div class="dialogs">{ dialog }</div> }
}
