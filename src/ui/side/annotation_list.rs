//! The list of annotations, filtered by label, article and text. For a screen reader it is what the drawn tags are for
//! the eye.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use crate::model::{Annotation, AnnotationId, Project};
use crate::ui::shared::{Shared, counted, use_store};
use crate::ui::store::{Action, Filter, State, Store};

/// Rows are drawn by components of about so many, so that one change draws few of them again.
const CHUNK: u32 = 50;

/// Whether a row is the first of its component. Told by the row itself and not by its place, so that a new row moves no
/// other into another component.
fn begins_chunk(annotation: &Annotation) -> bool {
    let hash = annotation.id.as_str().bytes().fold(0u32, |hash, byte| hash.wrapping_mul(31).wrapping_add(byte.into()));
    hash.is_multiple_of(CHUNK)
}

/// The list with its filters.
pub(super) fn annotation_list(store: &Store, state: &Shared<State>) -> Html {
    let project = state.project();
    let filter = &state.view.filter;
    let found: Vec<Rc<Annotation>> = filtered(project, filter).collect();
    let selected = state.view.selected.clone();
    let active = selected.filter(|id| found.iter().any(|one| &one.id == id));
    let words = match (found.len(), project.annotation_count()) {
        (_, 0) => "No tags yet. Select words in an article, then press a label's key.".to_owned(),
        (found, all) if found == all => counted(all, "tag", "tags"),
        (found, all) => format!("{found} of {}", counted(all, "tag", "tags")),
    };
    let chunks = found.chunk_by(|_, next| !begins_chunk(next)).map(|chunk| {
        let selected = active.clone().filter(|id| chunk.iter().any(|one| &one.id == id));
        html! { <Rows key={chunk[0].id.to_string()} rows={chunk.to_vec()} {selected} state={state.clone()} /> }
    });
    html! {
        <>
            <div class="filters">{ label_filter(store, state) }{ article_filter(store, state) }{ text_filter(store, filter) }</div>
            <p class="muted list-count" role="status">{ words }</p>
            <div class="annotation-list" role="listbox" aria-label="Annotations" tabindex="0"
                aria-activedescendant={active.as_ref().map(row_id)} onkeydown={list_keys(store, &found, active.as_ref())}>
                { for chunks }
            </div>
        </>
    }
}

fn filtered<'a>(project: &'a Project, filter: &'a Filter) -> impl Iterator<Item = Rc<Annotation>> + 'a {
    let wanted = filter.text.trim().to_lowercase();
    let holds = move |annotation: &&Rc<Annotation>| {
        filter.label.as_ref().is_none_or(|label| label == &annotation.label)
            && filter.article.as_ref().is_none_or(|article| article == &annotation.article)
            && (wanted.is_empty()
                || project.exact(annotation).to_lowercase().contains(&wanted)
                || annotation.note.to_lowercase().contains(&wanted))
    };
    project.all_annotations().filter(holds).cloned()
}

fn row_id(id: &AnnotationId) -> String {
    format!("row-{id}")
}

/// The arrows go through the list; each step selects and reveals.
fn list_keys(store: &Store, found: &[Rc<Annotation>], active: Option<&AnnotationId>) -> Callback<KeyboardEvent> {
    let at = active.and_then(|id| found.iter().position(|one| &one.id == id));
    let id = |i: Option<usize>| i.and_then(|i| found.get(i)).map(|one| one.id.clone());
    let last = found.len().checked_sub(1);
    let next = id(at.map_or(Some(0), |at| Some(at + 1)).filter(|_| last.is_some()));
    let previous = id(at.map_or(last, |at| at.checked_sub(1)));
    let (first, last) = (id(Some(0)), id(last));
    let store = store.clone();
    Callback::from(move |event: KeyboardEvent| {
        let target = match event.key().as_str() {
            "ArrowDown" => &next,
            "ArrowUp" => &previous,
            "Home" => &first,
            "End" => &last,
            _ => return,
        };
        event.prevent_default();
        if let Some(id) = target {
            store.dispatch(Action::Reveal(id.clone()));
        }
    })
}

#[derive(Properties)]
struct RowsProps {
    rows: Vec<Rc<Annotation>>,
    selected: Option<AnnotationId>,
    state: Shared<State>,
}

impl PartialEq for RowsProps {
    fn eq(&self, other: &Self) -> bool {
        let same_rows =
            self.rows.len() == other.rows.len() && self.rows.iter().zip(&other.rows).all(|(a, b)| Rc::ptr_eq(a, b));
        let project =
            |props: &Self| (props.state.project().schema().clone(), props.state.project().articles().to_vec());
        same_rows && self.selected == other.selected && project(self) == project(other)
    }
}

#[component]
fn Rows(props: &RowsProps) -> Html {
    let store = use_store();
    html! { <div class="rows" role="presentation">{ for props.rows.iter().map(|row| draw(&store, props, row)) }</div> }
}

fn draw(store: &Store, props: &RowsProps, annotation: &Annotation) -> Html {
    let project = props.state.project();
    let at = project.schema().labels.iter().position(|label| label.id == annotation.label);
    let kind = at.map(|at| project.schema().labels[at].kind.name());
    let article = project.article(&annotation.article).map(|article| article.title.clone()).unwrap_or_default();
    let selected = props.selected.as_ref() == Some(&annotation.id);
    let (store, id) = (store.clone(), annotation.id.clone());
    let onclick = Callback::from(move |_: MouseEvent| store.dispatch(Action::Reveal(id.clone())));
    html! {
        <div role="option" key={annotation.id.to_string()} id={row_id(&annotation.id)} aria-selected={selected.to_string()}
            class={classes!("row-entry", at.map(|at| format!("label-{at}")))} {onclick}>
            <span class={classes!("swatch", kind)} aria-hidden="true" />
            <span class="row-text">{ project.exact(annotation) }</span>
            <span class="row-facts">{ project.label_name(&annotation.label) }{ " · " }{ article }</span>
            if !annotation.note.is_empty() { <span class="row-note">{ &annotation.note }</span> }
        </div>
    }
}

fn set_filter(store: &Store, change: impl FnOnce(&mut Filter)) {
    let mut filter = store.state().view.filter.clone();
    change(&mut filter);
    store.dispatch(Action::SetFilter(filter));
}

fn chosen(event: &Event) -> Option<String> {
    let select = event.target()?.dyn_into::<HtmlSelectElement>().ok()?;
    Some(select.value()).filter(|value| !value.is_empty())
}

fn label_filter(store: &Store, state: &State) -> Html {
    let store = store.clone();
    let current = state.view.filter.label.clone();
    let onchange = Callback::from(move |event: Event| {
        set_filter(&store, |filter| filter.label = chosen(&event).map(|id| id.as_str().into()));
    });
    html! {
        <select aria-label="Show label" {onchange}>
            <option value="" selected={current.is_none()}>{ "All labels" }</option>
            { for state.project().schema().labels.iter().map(|label| html! {
                <option value={label.id.to_string()} selected={current.as_ref() == Some(&label.id)}>{ &label.name }</option>
            }) }
        </select>
    }
}

fn article_filter(store: &Store, state: &State) -> Html {
    let store = store.clone();
    let current = state.view.filter.article.clone();
    let onchange = Callback::from(move |event: Event| {
        set_filter(&store, |filter| filter.article = chosen(&event).map(|id| id.as_str().into()));
    });
    html! {
        <select aria-label="Show article" {onchange}>
            <option value="" selected={current.is_none()}>{ "All articles" }</option>
            { for state.project().articles().iter().map(|article| html! {
                <option value={article.id.to_string()} selected={current.as_ref() == Some(&article.id)}>{ &article.title }</option>
            }) }
        </select>
    }
}

fn text_filter(store: &Store, filter: &Filter) -> Html {
    let store = store.clone();
    let oninput = Callback::from(move |event: InputEvent| {
        if let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) {
            set_filter(&store, |filter| filter.text = input.value());
        }
    });
    html! { <input type="search" aria-label="Filter by text" placeholder="Filter by text" value={filter.text.clone()} {oninput} /> }
}
