//! The saved projects: open, rename, duplicate, delete and restore; and what keeps them safe.

mod backups;
mod row;

use yew::prelude::*;

use crate::app::messages::projects as words;
use crate::app::{
    ByPtr, Dialog as DialogKind, Dispatcher, FilePurpose, Notice, ProjectAction, ProjectRequest, Session, State,
    ViewAction,
};
use crate::format::ProjectInfo;
use crate::ui::notice_bar::offer_button;
use crate::ui::widgets::{Dialog, on, use_dispatcher};
use backups::{Backups, BackupsProps};
use row::{deleted_row, project_row};

#[derive(Clone, Properties, PartialEq)]
pub(in crate::ui) struct ProjectsProps {
    saved: ByPtr<Vec<ProjectInfo>>,
    /// The storage key of the open project.
    open: AttrValue,
    has_storage: bool,
    notice: Option<Notice>,
    backups: BackupsProps,
}

impl ProjectsProps {
    pub(in crate::ui) fn of(state: &State) -> Self {
        Self {
            saved: ByPtr(state.saved_projects.clone()),
            open: state.key.clone().into(),
            has_storage: !matches!(state.session, Session::MemoryOnly { .. }),
            notice: state.notice.clone(),
            backups: BackupsProps::of(state),
        }
    }
}

/// The list of saved projects.
#[component]
pub(in crate::ui) fn ProjectsDialog(props: &ProjectsProps) -> Html {
    let dispatcher = use_dispatcher();
    {
        let dispatcher = dispatcher.clone();
        use_effect_with((), move |()| dispatcher.dispatch(ProjectAction::Request(ProjectRequest::Refresh)));
    }
    // The storage key of the project that is being renamed.
    let renaming = use_state_eq(|| None::<String>);
    let onrename = {
        let renaming = renaming.setter();
        Callback::from(move |key: Option<String>| renaming.set(key))
    };
    let row = |info: &ProjectInfo| {
        let (is_open, is_renaming) = (info.key == props.open.as_str(), renaming.as_ref() == Some(&info.key));
        project_row(&dispatcher, info, is_open, is_renaming, &onrename)
    };
    let (deleted, kept): (Vec<&ProjectInfo>, Vec<&ProjectInfo>) =
        props.saved.iter().partition(|info| info.deleted.is_some());
    html! {
        <Dialog heading={words::HEADING} class="wide">
            <div class="row">
                <button type="button" class="primary" onclick={on(&dispatcher, ViewAction::Open(Some(DialogKind::NewProject)))}>{ words::NEW }</button>
                <button type="button" onclick={add_file(&dispatcher)}>{ words::ADD_FILE }</button>
            </div>
            { for props.notice.as_ref().map(|notice| message(&dispatcher, notice)) }
            if !props.has_storage { <p class="muted">{ words::NO_STORAGE }</p> }
            <ul class="projects" aria-label={words::SAVED}>{ for kept.into_iter().map(row) }</ul>
            if !deleted.is_empty() {
                <details class="bin">
                    <summary>{ words::deleted_count(deleted.len()) }</summary>
                    <ul class="projects" aria-label={words::DELETED}>
                        { for deleted.into_iter().map(|info| deleted_row(&dispatcher, info)) }
                    </ul>
                </details>
            }
            <Backups ..props.backups.clone() />
        </Dialog>
    }
}

/// Closes the dialog, and lets the user choose a file that is added to the open project.
fn add_file(dispatcher: &Dispatcher) -> Callback<MouseEvent> {
    let dispatcher = dispatcher.clone();
    Callback::from(move |_| {
        dispatcher.dispatch(ViewAction::Open(None));
        dispatcher.dispatch(ProjectAction::PickFiles(FilePurpose::Add));
    })
}

/// The message at the foot of the page, which cannot be reached while the dialog is open.
fn message(dispatcher: &Dispatcher, notice: &Notice) -> Html {
    let offer = notice.offer.as_ref().map(|offer| offer_button(dispatcher, offer));
    html! {
        <div class={classes!("notice", "in-dialog", notice.is_error.then_some("error"))} role="status">
            <p>{ &notice.text }</p>{ offer.unwrap_or_default() }
        </div>
    }
}
