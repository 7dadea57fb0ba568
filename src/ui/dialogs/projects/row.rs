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

fn request(dispatcher: &Dispatcher, request: ProjectRequest) -> Callback<MouseEvent> {
    on(dispatcher, ProjectAction::Request(request))
}

/// A saved project; while it is renamed, the field for its new title.
///
/// `onrename` is called with the storage key of the project that is to be renamed; with `None` when that is over.
pub(super) fn project_row(
    dispatcher: &Dispatcher,
    info: &ProjectInfo,
    is_open: bool,
    is_renaming: bool,
    onrename: &Callback<Option<String>>,
) -> Html {
    let key = info.key.clone();
    if is_renaming {
        return html! { <li {key} class="project"><RenameForm info={info.clone()} {is_open} onrename={onrename.clone()} /></li> };
    }
    let start_renaming = {
        let key = info.key.clone();
        onrename.reform(move |_: MouseEvent| Some(key.clone()))
    };
    let title = words::title(info);
    html! {
        <li {key} class={classes!("project", is_open.then_some("open"))} aria-current={is_open.then_some("true")}>
            <div class="project-words"><b>{ title }</b><span class="muted">{ facts(info, is_open) }</span></div>
            <div class="row">
                <button type="button" disabled={is_open} aria-label={words::open(title)}
                    onclick={request(dispatcher, ProjectRequest::Open(info.key.clone()))}>{ words::OPEN }</button>
                <button type="button" aria-label={words::rename(title)} onclick={start_renaming}>{ words::RENAME }</button>
                <button type="button" aria-label={words::duplicate(title)}
                    onclick={request(dispatcher, ProjectRequest::Duplicate(info.clone()))}>{ words::DUPLICATE }</button>
                <button type="button" class="danger" aria-label={words::delete(title)}
                    onclick={request(dispatcher, ProjectRequest::Delete(info.clone()))}>{ words::DELETE }</button>
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

/// A deleted project, which can be restored.
pub(super) fn deleted_row(dispatcher: &Dispatcher, info: &ProjectInfo) -> Html {
    let (title, key) = (words::title(info), &info.key);
    html! {
        <li key={key.clone()} class="project">
            <div class="project-words"><b>{ title }</b></div>
            <div class="row">
                <button type="button" aria-label={words::restore(title)}
                    onclick={request(dispatcher, ProjectRequest::Restore(key.clone()))}>{ words::RESTORE }</button>
                <button type="button" class="danger" aria-label={words::delete_for_good(title)}
                    onclick={request(dispatcher, ProjectRequest::DeleteForever(key.clone()))}>{ words::DELETE_FOR_GOOD }</button>
            </div>
        </li>
    }
}
