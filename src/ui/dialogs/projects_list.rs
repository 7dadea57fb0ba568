//! The saved projects: open, rename, duplicate, delete, and take back out of the bin.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::frame::Frame;
use crate::edit::Command;
use crate::model::Timestamp;
use crate::ui::announcer::offer_button;
use crate::ui::backup::Safety;
use crate::ui::projects;
use crate::ui::shared::{Shared, counted, on, use_store};
use crate::ui::store::{Action, Dialog, State, Store};
use crate::ui::wording::project_title;
use crate::web::clock;
use crate::web::storage::ProjectInfo;

#[derive(Properties, PartialEq)]
pub(super) struct ProjectsListProps {
    pub(super) state: Shared<State>,
}

/// The list of saved projects.
#[component]
pub(super) fn ProjectsList(props: &ProjectsListProps) -> Html {
    let store = use_store();
    {
        let store = store.clone();
        use_effect_with((), move |()| {
            wasm_bindgen_futures::spawn_local(async move { projects::refresh_list(&store).await });
        });
    }
    let renaming = use_state(|| None::<String>);
    use_effect_with(renaming.is_some(), |renaming| {
        let field = gloo::utils::document().query_selector(".project input[name=title]").ok().flatten();
        if let Some(field) = field.filter(|_| *renaming) {
            let field: HtmlInputElement = wasm_bindgen::JsCast::unchecked_into(field);
            let _ = field.focus();
            field.select();
        }
    });
    let saved = &props.state.saved_projects;
    let current = &props.state.key;
    let row = |info: &ProjectInfo| entry(&store, info, &info.key == current, &renaming);
    let bin: Vec<_> = saved.iter().filter(|info| info.deleted.is_some()).collect();
    let new_project = on(&store, Action::Open(Some(Dialog::NewProject)));
    html! {
        <Frame heading="Projects" class="wide">
            <div class="row"><button type="button" class="primary" onclick={new_project}>{ "New project" }</button></div>
            { notice(&store, &props.state) }
            if store.storage().is_none() {
                <p class="muted">{ "This browser keeps nothing for this page, so there are no saved projects." }</p>
            }
            <ul class="projects" aria-label="Saved projects">
                { for saved.iter().filter(|info| info.deleted.is_none()).map(row) }
            </ul>
            if !bin.is_empty() {
                <details class="bin">
                    <summary>{ format!("Deleted ({})", bin.len()) }</summary>
                    <ul class="projects" aria-label="Deleted projects">{ for bin.into_iter().map(|info| deleted(&store, info)) }</ul>
                </details>
            }
            <Safety state={props.state.clone()} />
        </Frame>
    }
}

/// What the page says about the list. Its bar at the foot lies under the dialog, out of reach.
fn notice(store: &Store, state: &State) -> Html {
    let Some(notice) = &state.notice else { return Html::default() };
    let offer = notice.offer.clone().map(|offer| offer_button(store, offer));
    html! {
        <div class={classes!("notice", "in-dialog", notice.is_error.then_some("error"))} role="status">
            <p>{ &notice.text }</p>{ offer.unwrap_or_default() }
        </div>
    }
}

/// One project; while it is renamed, the field for its new title.
fn entry(store: &Store, info: &ProjectInfo, is_open: bool, renaming: &UseStateHandle<Option<String>>) -> Html {
    let key = info.key.clone();
    if renaming.as_ref() == Some(&info.key) {
        return html! { <li {key} class="project">{ rename_form(store, info, is_open, renaming) }</li> };
    }
    let act = |work: fn(&Store, &ProjectInfo)| {
        let (store, info) = (store.clone(), info.clone());
        Callback::from(move |_: MouseEvent| work(&store, &info))
    };
    let start_renaming = {
        let (rename, key) = (renaming.setter(), info.key.clone());
        Callback::from(move |_: MouseEvent| rename.set(Some(key.clone())))
    };
    html! {
        <li {key} class={classes!("project", is_open.then_some("open"))} aria-current={is_open.then_some("true")}>
            <div class="project-words">
                <b>{ project_title(info) }</b>
                <span class="muted">{ facts(info, is_open) }</span>
            </div>
            <div class="row">
                <button type="button" disabled={is_open} aria-label={format!("Open {}", project_title(info))}
                    onclick={act(|store, info| projects::open(store, info.key.clone()))}>{ "Open" }</button>
                <button type="button" aria-label={format!("Rename {}", project_title(info))} onclick={start_renaming}>{ "Rename" }</button>
                <button type="button" aria-label={format!("Duplicate {}", project_title(info))} onclick={act(projects::duplicate)}>{ "Duplicate" }</button>
                <button type="button" class="danger" aria-label={format!("Delete {}", project_title(info))} onclick={act(projects::delete)}>{ "Delete" }</button>
            </div>
        </li>
    }
}

fn facts(info: &ProjectInfo, is_open: bool) -> String {
    let when = Timestamp::parse(&info.saved).map(|at| clock::local_time(&at)).unwrap_or_default();
    let articles = counted(info.articles as usize, "article", "articles");
    let tags = counted(info.annotations as usize, "tag", "tags");
    let open = if is_open { "open now · " } else { "" };
    format!("{open}{articles} · {tags} · saved {when}")
}

fn rename_form(store: &Store, info: &ProjectInfo, is_open: bool, renaming: &UseStateHandle<Option<String>>) -> Html {
    let field = NodeRef::default();
    let onsubmit = {
        let (store, info, rename) = (store.clone(), info.clone(), renaming.setter());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let form = event.target().map(wasm_bindgen::JsCast::unchecked_into::<web_sys::HtmlFormElement>);
            let input = form.and_then(|form| form.elements().named_item("title"));
            let title = input.map(|input| wasm_bindgen::JsCast::unchecked_into::<HtmlInputElement>(input).value());
            let title = title.unwrap_or_default();
            rename.set(None);
            if title.trim().is_empty() {
                return;
            }
            if is_open {
                store.dispatch(Action::Edit(Command::RenameProject(title)));
                let store = store.clone();
                wasm_bindgen_futures::spawn_local(async move { projects::refresh_when_saved(&store).await });
            } else {
                projects::rename(&store, info.clone(), title);
            }
        })
    };
    html! {
        <form class="row" {onsubmit}>
            <input ref={field} name="title" type="text" aria-label="New title" value={project_title(info).to_owned()} autofocus={true} />
            <button type="submit" class="primary">{ "Rename" }</button>
        </form>
    }
}

fn deleted(store: &Store, info: &ProjectInfo) -> Html {
    let act = |work: fn(&Store, String)| {
        let (store, key) = (store.clone(), info.key.clone());
        Callback::from(move |_: MouseEvent| work(&store, key.clone()))
    };
    html! {
        <li class="project" key={info.key.clone()}>
            <div class="project-words"><b>{ project_title(info) }</b></div>
            <div class="row">
                <button type="button" aria-label={format!("Restore {}", project_title(info))} onclick={act(|store, key| projects::restore(store, &key))}>{ "Restore" }</button>
                <button type="button" class="danger" aria-label={format!("Delete {} for good", project_title(info))}
                    onclick={act(projects::delete_for_good)}>{ "Delete for good" }</button>
            </div>
        </li>
    }
}
