//! The table of all relations, filtered by type, article and text.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::{RelationNote, name_of, remove_button, turn_button, type_select};
use crate::model::{Annotation, AnnotationId, Project, Relation, RelationId};
use crate::ui::linking::{arrow, words};
use crate::ui::shared::{Shared, counted, on, use_store};
use crate::ui::store::{Action, LinkAction, RelationFilter, State, Store};

/// Rows are drawn by components of about so many, so that one change draws few of them again.
const CHUNK: u32 = 40;

/// A relation with its two ends.
#[derive(Clone)]
struct Row(Rc<Relation>, Rc<Annotation>, Rc<Annotation>);

impl PartialEq for Row {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0) && Rc::ptr_eq(&self.1, &other.1) && Rc::ptr_eq(&self.2, &other.2)
    }
}

/// Whether a row is the first of its component. Told by the row itself and not by its place, so that a new row moves no
/// other into another component.
fn begins_chunk(relation: &Relation) -> bool {
    let hash = relation.id.as_str().bytes().fold(0u32, |hash, byte| hash.wrapping_mul(31).wrapping_add(byte.into()));
    hash.is_multiple_of(CHUNK)
}

/// The table with its filters.
pub(in crate::ui::side) fn relation_table(store: &Store, state: &Shared<State>) -> Html {
    let project = state.project();
    let filter = &state.linking.filter;
    let found: Vec<Row> =
        project.relations().filter(|one| filter.holds(project, one)).filter_map(|one| row(project, one)).collect();
    let words = match (found.len(), project.relations().count()) {
        (_, 0) => "No relations yet. Select a tag and press r to link it to another, in any article.".to_owned(),
        (found, all) if found == all => counted(all, "relation", "relations"),
        (found, all) => format!("{found} of {}", counted(all, "relation", "relations")),
    };
    let chunks = found.chunk_by(|_, next| !begins_chunk(&next.0)).map(|chunk| {
        let open = state.linking.open.clone().filter(|id| chunk.iter().any(|row| &row.0.id == id));
        html! { <Rows key={chunk[0].0.id.to_string()} rows={chunk.to_vec()} {open} state={state.clone()} /> }
    });
    html! {
        <>
            <div class="filters">{ type_filter(store, state) }{ article_filter(store, state) }{ text_filter(store, filter) }{ across_filter(store, filter) }</div>
            <p class="muted list-count" role="status">{ words }</p>
            <div class="relation-table" role="list" aria-label="All relations">{ for chunks }</div>
        </>
    }
}

fn row(project: &Project, relation: &Rc<Relation>) -> Option<Row> {
    let (from, to) = (project.annotation(&relation.from)?, project.annotation(&relation.to)?);
    Some(Row(relation.clone(), from.clone(), to.clone()))
}

#[derive(Properties)]
struct RowsProps {
    rows: Vec<Row>,
    open: Option<RelationId>,
    state: Shared<State>,
}

impl PartialEq for RowsProps {
    fn eq(&self, other: &Self) -> bool {
        let (a, b) = (self.state.project(), other.state.project());
        self.rows == other.rows
            && self.open == other.open
            && Rc::ptr_eq(a.schema(), b.schema())
            && a.articles().iter().zip(b.articles()).all(|(a, b)| Rc::ptr_eq(a, b))
    }
}

#[component]
fn Rows(props: &RowsProps) -> Html {
    let store = use_store();
    html! { <div class="rows" role="presentation">{ for props.rows.iter().map(|row| draw(&store, props, row)) }</div> }
}

fn draw(store: &Store, props: &RowsProps, Row(relation, from, to): &Row) -> Html {
    let project = props.state.project();
    let is_open = props.open.as_ref() == Some(&relation.id);
    let of = name_of(project, relation, true);
    let does = if is_open { "Done changing" } else { "Change" };
    let toggle = Action::Link(LinkAction::Open((!is_open).then(|| relation.id.clone())));
    html! {
        <div role="listitem" key={relation.id.to_string()} class={classes!("relation-row", is_open.then_some("open"))}>
            <div class="relation-head">
                <b class="relation-type">{ project.relation_type_name(&relation.kind) }</b>
                <button type="button" class="quiet relation-edit" aria-expanded={is_open.to_string()} aria-label={format!("{does} {of}")}
                    onclick={on(store, toggle)}>{ does }</button>
            </div>
            { end(store, project, from, "") }
            { end(store, project, to, arrow(project, &relation.kind, true)) }
            if is_open {
                <div class="relation-controls">
                    { type_select(store, project, relation, &of) }
                    { turn_button(store, project, relation, &of) }
                    { remove_button(store, relation, &of, "#tab-relations") }
                </div>
                <RelationNote key="note" id={relation.id.clone()} note={relation.note.clone()} of={of.clone()} />
            } else if !relation.note.is_empty() {
                <p class="row-note">{ &relation.note }</p>
            }
        </div>
    }
}

/// An end, which a click brings into view.
fn end(store: &Store, project: &Project, annotation: &Annotation, sign: &str) -> Html {
    let at = project.schema().labels.iter().position(|label| label.id == annotation.label);
    let kind = at.map(|at| project.schema().labels[at].kind.name());
    let article = project.article(&annotation.article).map(|article| article.title.clone()).unwrap_or_default();
    let id: &AnnotationId = &annotation.id;
    html! {
        <button type="button" class={classes!("quiet", "relation-end", at.map(|at| format!("label-{at}")))} onclick={on(store, Action::Reveal(id.clone()))}>
            <span class="link-arrow">{ sign.to_owned() }</span>
            <span class={classes!("swatch", kind)} aria-hidden="true" />
            <span class="row-text">{ words(project, id, 200) }</span>
            <span class="row-facts">{ article }</span>
        </button>
    }
}

fn set_filter(store: &Store, change: impl FnOnce(&mut RelationFilter)) {
    let mut filter = store.state().linking.filter.clone();
    change(&mut filter);
    store.dispatch(Action::Link(LinkAction::Filter(filter)));
}

fn chosen(event: &Event) -> Option<String> {
    let select = event.target()?.dyn_into::<HtmlSelectElement>().ok()?;
    Some(select.value()).filter(|value| !value.is_empty())
}

fn input_of(event: &Event) -> Option<HtmlInputElement> {
    event.target()?.dyn_into().ok()
}

fn type_filter(store: &Store, state: &State) -> Html {
    let store = store.clone();
    let current = state.linking.filter.kind.clone();
    let onchange = Callback::from(move |event: Event| {
        set_filter(&store, |filter| filter.kind = chosen(&event).map(|id| id.as_str().into()));
    });
    html! {
        <select aria-label="Show type" {onchange}>
            <option value="" selected={current.is_none()}>{ "All types" }</option>
            { for state.project().schema().relation_types.iter().map(|kind| html! {
                <option value={kind.id.to_string()} selected={current.as_ref() == Some(&kind.id)}>{ &kind.name }</option>
            }) }
        </select>
    }
}

fn article_filter(store: &Store, state: &State) -> Html {
    let store = store.clone();
    let current = state.linking.filter.article.clone();
    let onchange = Callback::from(move |event: Event| {
        set_filter(&store, |filter| filter.article = chosen(&event).map(|id| id.as_str().into()));
    });
    html! {
        <select aria-label="Show relations of article" {onchange}>
            <option value="" selected={current.is_none()}>{ "All articles" }</option>
            { for state.project().articles().iter().map(|article| html! {
                <option value={article.id.to_string()} selected={current.as_ref() == Some(&article.id)}>{ &article.title }</option>
            }) }
        </select>
    }
}

fn text_filter(store: &Store, filter: &RelationFilter) -> Html {
    let store = store.clone();
    let oninput = Callback::from(move |event: InputEvent| {
        if let Some(input) = input_of(&event) {
            set_filter(&store, |filter| filter.text = input.value());
        }
    });
    html! { <input type="search" aria-label="Filter relations by text" placeholder="Filter by words or note" value={filter.text.clone()} {oninput} /> }
}

fn across_filter(store: &Store, filter: &RelationFilter) -> Html {
    let store = store.clone();
    let onchange = Callback::from(move |event: Event| {
        if let Some(input) = input_of(&event) {
            set_filter(&store, |filter| filter.across = input.checked());
        }
    });
    html! { <label class="across"><input type="checkbox" checked={filter.across} {onchange} />{ " Across articles only" }</label> }
}
