//! A saved project in the list, and a deleted one.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::app::messages::projects as words;
use crate::app::{Dispatcher, ProjectAction, ProjectRequest};
use crate::edit::Command;
use crate::format::ProjectInfo;
use crate::model::Timestamp;
use crate::ui::dom::focus::use_initial_focus;
use crate::ui::widgets::{on, use_dispatcher};
use crate::web::clock;

#[derive(Properties, PartialEq)]
pub(super) struct ProjectRowProps {
    pub(super) info: ProjectInfo,
    /// Whether it is the open project.
    pub(super) is_open: bool,
    /// Whether the field for its new title is shown.
    pub(super) is_renaming: bool,
    /// Is called with the storage key of the project that is to be renamed; with `None` when that is over.
    pub(super) onrename: Callback<Option<String>>,
}

fn request(dispatcher: &Dispatcher, request: ProjectRequest) -> Callback<MouseEvent> {
    on(dispatcher, ProjectAction::Request(request))
}

/// A saved project; while it is renamed, the field for its new title.
#[component]
pub(super) fn ProjectRow(props: &ProjectRowProps) -> Html {
    let dispatcher = use_dispatcher();
    let ProjectRowProps { info, is_open, is_renaming, onrename } = props;
    if *is_renaming {
        return html! { <li class="project"><RenameForm info={info.clone()} is_open={*is_open} onrename={onrename.clone()} /></li> };
    }
    let start_renaming = {
        let key = info.key.clone();
        onrename.reform(move |_: MouseEvent| Some(key.clone()))
    };
    let title = words::title(info);
    html! {
        <li class={classes!("project", is_open.then_some("open"))} aria-current={is_open.then_some("true")}>
            <div class="project-words"><b>{ title }</b><span class="muted">{ facts(info, *is_open) }</span></div>
            <div class="row">
                <button type="button" disabled={*is_open} aria-label={words::open(title)}
                    onclick={request(&dispatcher, ProjectRequest::Open(info.key.clone()))}>{ words::OPEN }</button>
                <button type="button" aria-label={words::rename(title)} onclick={start_renaming}>{ words::RENAME }</button>
                <button type="button" aria-label={words::duplicate(title)}
                    onclick={request(&dispatcher, ProjectRequest::Duplicate(info.clone()))}>{ words::DUPLICATE }</button>
                <button type="button" class="danger" aria-label={words::delete(title)}
                    onclick={request(&dispatcher, ProjectRequest::Delete(info.clone()))}>{ words::DELETE }</button>
            </div>
        </li>
    }
}

fn facts(info: &ProjectInfo, is_open: bool) -> String {
    let saved = Timestamp::parse(&info.saved).map(|at| clock::local_time(&at)).unwrap_or_default();
    words::facts(info.articles as usize, info.annotations as usize, &saved, is_open)
}

#[derive(Properties, PartialEq)]
struct RenameFormProps {
    info: ProjectInfo,
    is_open: bool,
    onrename: Callback<Option<String>>,
}

#[component]
fn RenameForm(props: &RenameFormProps) -> Html {
    let dispatcher = use_dispatcher();
    let field = use_node_ref();
    use_initial_focus(&field, true);
    let onsubmit = {
        let (field, info, is_open) = (field.clone(), props.info.clone(), props.is_open);
        let onrename = props.onrename.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let title = field.cast::<HtmlInputElement>().map(|field| field.value()).unwrap_or_default();
            onrename.emit(None);
            if !title.trim().is_empty() {
                rename(&dispatcher, &info, is_open, title);
            }
        })
    };
    html! {
        <form class="row" {onsubmit}>
            <input ref={field} name="title" type="text" aria-label={words::NEW_TITLE} ~defaultValue={words::title(&props.info).to_owned()} />
            <button type="submit" class="primary">{ words::RENAME }</button>
        </form>
    }
}

/// The open project is renamed by a command, which can be undone.
fn rename(dispatcher: &Dispatcher, info: &ProjectInfo, is_open: bool, title: String) {
    if is_open {
        dispatcher.dispatch(Command::RenameProject(title));
        dispatcher.dispatch(ProjectAction::Request(ProjectRequest::RefreshWhenSaved));
    } else {
        dispatcher.dispatch(ProjectAction::Request(ProjectRequest::Rename(info.clone(), title)));
    }
}

#[derive(Properties, PartialEq)]
pub(super) struct DeletedRowProps {
    pub(super) info: ProjectInfo,
}

/// A deleted project, which can be restored.
#[component]
pub(super) fn DeletedRow(props: &DeletedRowProps) -> Html {
    let dispatcher = use_dispatcher();
    let (title, key) = (words::title(&props.info), &props.info.key);
    html! {
        <li class="project">
            <div class="project-words"><b>{ title }</b></div>
            <div class="row">
                <button type="button" aria-label={words::restore(title)}
                    onclick={request(&dispatcher, ProjectRequest::Restore(key.clone()))}>{ words::RESTORE }</button>
                <button type="button" class="danger" aria-label={words::delete_for_good(title)}
                    onclick={request(&dispatcher, ProjectRequest::DeleteForever(key.clone()))}>{ words::DELETE_FOR_GOOD }</button>
            </div>
        </li>
    }
}
