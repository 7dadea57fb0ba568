//! The list of annotations, filtered by label, article, text and what is lacking; several can be selected to be changed
//! together. For a screen reader it is what the drawn tags are for the eye.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use crate::analysis::{Unfinished, lacking_of, unfinished};
use crate::app::messages::analysis::gap as gap_words;
use crate::model::{Annotation, AnnotationId, Project};
use crate::text::isolated;
use crate::ui::shared::{Selection, Shared, counted, use_store};
use crate::ui::store::{Action, Filter, Lacking, State, Store};

/// Rows are drawn by components of about so many, so that one change draws few of them again.
const CHUNK: u32 = 50;

/// Whether a row is the first of its component. Told by the row itself and not by its place, so that a new row moves no
/// other into another component.
fn begins_chunk(annotation: &Annotation) -> bool {
    let hash = annotation.id.as_str().bytes().fold(0u32, |hash, byte| hash.wrapping_mul(31).wrapping_add(byte.into()));
    hash.is_multiple_of(CHUNK)
}

/// A project that is compared by identity.
struct Same(Project);

impl PartialEq for Same {
    fn eq(&self, other: &Self) -> bool {
        self.0.is_same(&other.0)
    }
}

#[derive(Properties, PartialEq)]
pub(super) struct AnnotationListProps {
    pub(super) state: Shared<State>,
}

/// The row that keys act on, while it is not the selected one, and what was selected and revealed when they came to it:
/// another selection makes it void.
type Row = Option<(AnnotationId, (Option<AnnotationId>, u32))>;

fn looked_at(state: &State) -> (Option<AnnotationId>, u32) {
    (state.view.selected.clone(), state.view.reveal)
}

/// The list with its filters.
#[component]
pub(super) fn AnnotationList(props: &AnnotationListProps) -> Html {
    let store = use_store();
    let state = &props.state;
    let (project, filter) = (state.project(), &state.view.filter);
    let row = use_state(|| Row::None);
    let gaps = use_memo(Same(project.clone()), |same| unfinished(&same.0));
    let found: Vec<Rc<Annotation>> = filtered(project, filter).collect();
    let selection = Selection::new(&state.view.all_selected());
    let at_row = (*row).clone().filter(|(_, then)| *then == looked_at(state)).map(|(id, _)| id);
    let is_shown = |id: &AnnotationId| found.iter().any(|one| &one.id == id);
    let active = at_row.or_else(|| state.view.selected.clone()).filter(is_shown);
    let words = match (found.len(), project.annotation_count()) {
        (_, 0) => "No tags yet. Select words in an article, then press a label's key.".to_owned(),
        (found, all) if found == all => counted(all, "tag", "tags"),
        (found, all) => format!("{found} of {}", counted(all, "tag", "tags")),
    };
    let chunks = found.chunk_by(|_, next| !begins_chunk(next)).map(|chunk| {
        let of_chunk = |id: &&AnnotationId| chunk.iter().any(|one| one.id == **id);
        let selected: Vec<bool> = chunk.iter().map(|one| selection.contains(&one.id)).collect();
        let active = active.as_ref().filter(of_chunk).cloned();
        html! { <Rows key={chunk[0].id.to_string()} rows={chunk.to_vec()} {selected} {active} state={state.clone()} /> }
    });
    let ids: Rc<Vec<AnnotationId>> = Rc::new(found.iter().map(|one| one.id.clone()).collect());
    let hands = Hands { store: store.clone(), ids, row: row.setter() };
    html! {
        <>
            <div class="filters">{ label_filter(&store, state) }{ article_filter(&store, state) }{ text_filter(&store, filter) }</div>
            { gap_filters(&store, &gaps, filter) }
            <div class="list-head">
                <p class="muted list-count" role="status">{ words }</p>
                if found.len() > 1 { <button type="button" class="quiet" onclick={hands.select_all()}>{ "Select all" }</button> }
            </div>
            <div class="annotation-list" role="listbox" aria-label="Annotations" aria-multiselectable="true" tabindex="0"
                aria-activedescendant={active.as_ref().map(row_id)} onkeydown={hands.keys(active.as_ref())}
                onclick={hands.clicks()} onmousedown={keep_words()}>
                { for chunks }
            </div>
        </>
    }
}

fn filtered<'a>(project: &'a Project, filter: &'a Filter) -> impl Iterator<Item = Rc<Annotation>> + 'a {
    let wanted = filter.text.trim().to_lowercase();
    let schema = project.schema();
    let lacks = move |annotation: &Annotation| match &filter.lacking {
        None => true,
        Some(Lacking::Anything) => lacking_of(schema, annotation).next().is_some(),
        Some(Lacking::Of(kind, name)) => {
            schema.label(&annotation.label).is_some_and(|label| label.kind == *kind)
                && lacking_of(schema, annotation).any(|attribute| &attribute.name == name)
        }
    };
    let holds = move |annotation: &&Rc<Annotation>| {
        filter.label.as_ref().is_none_or(|label| label == &annotation.label)
            && filter.article.as_ref().is_none_or(|article| article == &annotation.article)
            && lacks(annotation)
            && (wanted.is_empty()
                || project.exact(annotation).to_lowercase().contains(&wanted)
                || annotation.note.to_lowercase().contains(&wanted))
    };
    project.all_annotations().filter(holds).cloned()
}

fn row_id(id: &AnnotationId) -> String {
    format!("row-{id}")
}

/// Shift and a press would select the words of the rows.
fn keep_words() -> Callback<MouseEvent> {
    Callback::from(|event: MouseEvent| {
        if event.shift_key() {
            event.prevent_default();
        }
    })
}

/// The hands on the list.
struct Hands {
    store: Store,
    /// The rows, in order.
    ids: Rc<Vec<AnnotationId>>,
    row: UseStateSetter<Row>,
}

impl Hands {
    fn select_all(&self) -> Callback<MouseEvent> {
        let (store, ids) = (self.store.clone(), self.ids.clone());
        Callback::from(move |_| store.dispatch(Action::SelectAll(ids.to_vec())))
    }

    /// A click selects a row; with Ctrl, or on its sign, along with the others; with Shift all between.
    fn clicks(&self) -> Callback<MouseEvent> {
        let (store, ids, row) = (self.store.clone(), self.ids.clone(), self.row.clone());
        Callback::from(move |event: MouseEvent| {
            let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
            let closest = |selector: &str| target.as_ref().and_then(|target| target.closest(selector).ok().flatten());
            let Some(option) = closest("[role=option]") else { return };
            let Some(id) = ids.iter().find(|id| row_id(id) == option.id()) else { return };
            let along = event.ctrl_key() || event.meta_key() || closest(".row-sign").is_some();
            if event.shift_key() {
                extend(&store, &ids, &row, id);
            } else if along {
                toggle(&store, &row, id);
            } else {
                store.dispatch(Action::Reveal(id.clone()));
            }
        })
    }

    /// The arrows go through the list; each step selects and reveals. With Shift they select more, with Ctrl they only go
    /// there, for Ctrl and the space bar to select the row too.
    fn keys(&self, active: Option<&AnnotationId>) -> Callback<KeyboardEvent> {
        let (store, ids, row) = (self.store.clone(), self.ids.clone(), self.row.clone());
        let active = active.cloned();
        Callback::from(move |event: KeyboardEvent| {
            let at = active.as_ref().and_then(|id| ids.iter().position(|one| one == id));
            let last = ids.len().checked_sub(1);
            let along = event.ctrl_key() || event.meta_key();
            let target = match event.key().as_str() {
                "ArrowDown" => at.map_or(Some(0), |at| Some(at + 1)),
                "ArrowUp" => at.map_or(last, |at| at.checked_sub(1)),
                "Home" => Some(0),
                "End" => last,
                " " => {
                    event.prevent_default();
                    return active.iter().for_each(|id| toggle(&store, &row, id));
                }
                "a" | "A" if along => {
                    event.prevent_default();
                    return store.dispatch(Action::SelectAll(ids.to_vec()));
                }
                _ => return,
            };
            event.prevent_default();
            let Some(id) = target.and_then(|at| ids.get(at)) else { return };
            if event.shift_key() {
                extend(&store, &ids, &row, id);
            } else if along {
                go_to(&store, &row, id);
            } else {
                store.dispatch(Action::Reveal(id.clone()));
            }
        })
    }
}

/// Makes a row the one that keys act on, and brings it into view.
fn go_to(store: &Store, row: &UseStateSetter<Row>, id: &AnnotationId) {
    row.set(Some((id.clone(), looked_at(&store.state()))));
    if let Some(row) = gloo::utils::document().get_element_by_id(&row_id(id)) {
        let options = web_sys::ScrollIntoViewOptions::new();
        options.set_block(web_sys::ScrollLogicalPosition::Nearest);
        row.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

fn toggle(store: &Store, row: &UseStateSetter<Row>, id: &AnnotationId) {
    store.dispatch(Action::Toggle(id.clone()));
    go_to(store, row, id);
}

/// Selects all from the first selected row to this one.
fn extend(store: &Store, ids: &[AnnotationId], row: &UseStateSetter<Row>, id: &AnnotationId) {
    let selected = store.state().view.selected.clone();
    let place = |id: &AnnotationId| ids.iter().position(|one| one == id);
    let Some(to) = place(id) else { return };
    let from = selected.as_ref().and_then(place).unwrap_or(to);
    let mut all: Vec<AnnotationId> = ids[from.min(to)..=from.max(to)].to_vec();
    // The row from which the selection grows stays the first.
    if to < from {
        all.reverse();
    }
    store.dispatch(Action::SelectAll(all));
    go_to(store, row, id);
}

#[derive(Properties)]
struct RowsProps {
    rows: Vec<Rc<Annotation>>,
    /// Which of them are selected.
    selected: Vec<bool>,
    /// The row that keys act on.
    active: Option<AnnotationId>,
    state: Shared<State>,
}

impl PartialEq for RowsProps {
    fn eq(&self, other: &Self) -> bool {
        let same_rows =
            self.rows.len() == other.rows.len() && self.rows.iter().zip(&other.rows).all(|(a, b)| Rc::ptr_eq(a, b));
        let project =
            |props: &Self| (props.state.project().schema().clone(), props.state.project().articles().to_vec());
        same_rows && self.selected == other.selected && self.active == other.active && project(self) == project(other)
    }
}

#[component]
fn Rows(props: &RowsProps) -> Html {
    let rows = props.rows.iter().zip(&props.selected).map(|(row, &selected)| draw(props, row, selected));
    html! { <div class="rows" role="presentation">{ for rows }</div> }
}

fn draw(props: &RowsProps, annotation: &Annotation, selected: bool) -> Html {
    let project = props.state.project();
    let schema = project.schema();
    let at = schema.labels.iter().position(|label| label.id == annotation.label);
    let kind = at.map(|at| schema.labels[at].kind.name());
    let article = project.article(&annotation.article).map(|article| article.title.clone()).unwrap_or_default();
    let is_active = (props.active.as_ref() == Some(&annotation.id)).then_some("active");
    let lacks: Vec<&str> = lacking_of(schema, annotation).map(|attribute| attribute.name.as_str()).collect();
    html! {
        <div role="option" key={annotation.id.to_string()} id={row_id(&annotation.id)} aria-selected={selected.to_string()}
            class={classes!("row-entry", is_active, at.map(|at| format!("label-{at}")))}>
            <span class="row-sign" aria-hidden="true" title="Select this tag too"><span class={classes!("swatch", kind)} /></span>
            <span class="row-text">{ project.exact(annotation) }</span>
            <span class="row-facts">{ isolated(&project.label_name(&annotation.label)).into_owned() }{ " · " }{ isolated(&article).into_owned() }</span>
            if !lacks.is_empty() { <span class="row-lacks">{ format!("lacks {}", isolated(&lacks.join(", "))) }</span> }
            if !annotation.note.is_empty() { <span class="row-note">{ &annotation.note }</span> }
        </div>
    }
}

fn set_filter(store: &Store, change: impl FnOnce(&mut Filter)) {
    let mut filter = store.state().view.filter.clone();
    change(&mut filter);
    store.dispatch(Action::SetFilter(filter));
}

/// What is unfinished, counted; each count shows only those tags.
fn gap_filters(store: &Store, gaps: &Unfinished, filter: &Filter) -> Html {
    let button = |words: String, lacking: Lacking| {
        let pressed = filter.lacking.as_ref() == Some(&lacking);
        let store = store.clone();
        let wanted = (!pressed).then(|| lacking.clone());
        let onclick = Callback::from(move |_: MouseEvent| set_filter(&store, |filter| filter.lacking = wanted.clone()));
        html! { <button type="button" key={words.clone()} aria-pressed={pressed.to_string()} {onclick}>{ words }</button> }
    };
    let mut all: Vec<Html> = Vec::new();
    let mut is_shown = false;
    if gaps.gaps.len() > 1 || filter.lacking == Some(Lacking::Anything) && gaps.tags > 0 {
        is_shown = filter.lacking == Some(Lacking::Anything);
        all.push(button(counted(gaps.tags, "unfinished tag", "unfinished tags"), Lacking::Anything));
    }
    for gap in &gaps.gaps {
        let lacking = Lacking::Of(gap.kind, gap.attribute.clone());
        is_shown |= filter.lacking.as_ref() == Some(&lacking);
        all.push(button(gap_words(gap), lacking));
    }
    if filter.lacking.is_some() && !is_shown {
        let store = store.clone();
        let onclick = Callback::from(move |_: MouseEvent| {
            // The button goes, so the keyboard goes to the list.
            let list = gloo::utils::document().query_selector(".annotation-list").ok().flatten();
            if let Some(list) = list.and_then(|list| list.dyn_into::<HtmlElement>().ok()) {
                let _ = list.focus();
            }
            set_filter(&store, |filter| filter.lacking = None);
        });
        all.push(html! { <button type="button" key="none" {onclick}>{ "Nothing is lacking: show all" }</button> });
    }
    if all.is_empty() {
        return Html::default();
    }
    html! { <div class="gaps" role="group" aria-label="Unfinished">{ for all }</div> }
}

/// A select that shows one thing or all.
fn choose(
    store: &Store,
    name: &'static str,
    all: &'static str,
    current: Option<&str>,
    options: Vec<(String, String)>,
    set: fn(&mut Filter, Option<String>),
) -> Html {
    let store = store.clone();
    let onchange = Callback::from(move |event: Event| {
        let select = event.target().and_then(|target| target.dyn_into::<HtmlSelectElement>().ok());
        let chosen = select.map(|select| select.value()).filter(|value| !value.is_empty());
        set_filter(&store, |filter| set(filter, chosen));
    });
    html! {
        <select aria-label={name} {onchange}>
            <option value="" selected={current.is_none()}>{ all }</option>
            { for options.into_iter().map(|(id, name)| {
                let selected = current == Some(id.as_str());
                html! { <option value={id} {selected}>{ name }</option> }
            }) }
        </select>
    }
}

fn label_filter(store: &Store, state: &State) -> Html {
    let labels = state.project().schema().labels.iter().map(|label| (label.id.to_string(), label.name.clone()));
    let current = state.view.filter.label.as_ref().map(|id| id.as_str());
    choose(store, "Show label", "All labels", current, labels.collect(), |filter, id| {
        filter.label = id.map(|id| id.as_str().into());
    })
}

fn article_filter(store: &Store, state: &State) -> Html {
    let articles = state.project().articles().iter().map(|article| (article.id.to_string(), article.title.clone()));
    let current = state.view.filter.article.as_ref().map(|id| id.as_str());
    choose(store, "Show article", "All articles", current, articles.collect(), |filter, id| {
        filter.article = id.map(|id| id.as_str().into());
    })
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
