//! The list of annotations: a list box in which several can be selected.

use web_sys::HtmlElement;
use yew::prelude::*;

use super::row::{AnnotationRow, row_id};
use crate::app::{ByPtr, Dispatcher, FocusTarget, ListedAnnotations, SelectAction, Selection};
use crate::model::{AnnotationId, Project};
use crate::ui::dom::events::{closest, index_of, key_press};
use crate::ui::dom::focus;
use crate::ui::dom::scroll::{scroll_in_list, scroll_into_view};
use crate::ui::widgets::{LongList, RowSource, Rows, use_dispatcher};

/// How many rows Page Up and Page Down move by.
const PAGE: usize = 10;

#[derive(Properties, PartialEq)]
pub(super) struct AnnotationListProps {
    pub(super) project: ByPtr<Project>,
    /// The annotations that pass the filter.
    pub(super) found: ByPtr<ListedAnnotations>,
    pub(super) selected: Selection,
}

/// The list.
#[component]
pub(super) fn AnnotationList(props: &AnnotationListProps) -> Html {
    let dispatcher = use_dispatcher();
    let node = focus::target(FocusTarget::AnnotationList);
    // The row that keys act on, while it is not the selected one; another selection moves keys to that.
    let moved_to = use_state_eq(|| None::<AnnotationId>);
    {
        let moved_to = moved_to.setter();
        use_effect_with(props.selected.first().cloned(), move |_| moved_to.set(None));
    }
    let active = (*moved_to).clone().or_else(|| props.selected.first().cloned());
    let active = active.and_then(|id| props.found.position(props.project.annotation(&id)?));
    use_effect_with(active, {
        let node = node.clone();
        move |active| show_row(&node, *active)
    });
    let rows = Rows::of(AnnotationRows {
        project: props.project.clone(),
        found: props.found.clone(),
        selected: props.selected.clone(),
        active,
    });
    let active_id = active.and_then(|at| props.found.get(at)).map(|one| row_id(&one.id));
    let handler = Handler {
        dispatcher,
        found: props.found.clone(),
        selected: props.selected.clone(),
        active,
        moved_to: moved_to.setter(),
    };
    html! {
        <div ref={node} class="annotation-list" role="listbox" aria-label={crate::app::messages::annotations::LIST} aria-multiselectable="true"
            tabindex="0" aria-activedescendant={active_id} onkeydown={handler.keys()} onclick={handler.clicks()} onmousedown={keep_text_unselected()}>
            <LongList {rows} shown={active} />
        </div>
    }
}

/// The rows of the list.
#[derive(PartialEq)]
struct AnnotationRows {
    project: ByPtr<Project>,
    found: ByPtr<ListedAnnotations>,
    selected: Selection,
    /// The row that keys act on.
    active: Option<usize>,
}

impl RowSource for AnnotationRows {
    type Row = AnnotationRow;

    fn len(&self) -> usize {
        self.found.len()
    }

    fn row(&self, at: usize) -> Option<AnnotationRow> {
        let one = self.found.get(at)?;
        Some(AnnotationRow::new(&self.project, one, self.selected.contains(&one.id), self.active == Some(at)))
    }

    fn key(&self, at: usize) -> AttrValue {
        self.found.get(at).map(|one| one.id.to_string().into()).unwrap_or_default()
    }
}

/// Only the list is scrolled while the focus is elsewhere: on a phone the panel around it must go on showing the inspector.
fn show_row(list: &NodeRef, active: Option<usize>) {
    let (Some(list), Some(at)) = (list.cast::<HtmlElement>(), active) else { return };
    let Some(row) = list.query_selector(&format!("[data-index=\"{at}\"]")).ok().flatten() else { return };
    if focus::has_focus_within(&list) {
        scroll_into_view(&row);
    } else {
        scroll_in_list(&list, &row);
    }
}

/// A press with Shift would select the text of the rows.
fn keep_text_unselected() -> Callback<MouseEvent> {
    Callback::from(|event: MouseEvent| {
        if event.shift_key() {
            event.prevent_default();
        }
    })
}

/// What the mouse and the keys do in the list.
#[derive(Clone)]
struct Handler {
    dispatcher: Dispatcher,
    found: ByPtr<ListedAnnotations>,
    selected: Selection,
    /// The row that keys act on.
    active: Option<usize>,
    moved_to: UseStateSetter<Option<AnnotationId>>,
}

impl Handler {
    /// A click selects a row; with Ctrl, or on its swatch, in addition; with Shift all rows up to it.
    fn clicks(&self) -> Callback<MouseEvent> {
        let this = self.clone();
        Callback::from(move |event: MouseEvent| {
            let Some(at) = index_of(event.target()) else { return };
            let in_addition = event.ctrl_key() || event.meta_key() || closest(event.target(), ".row-sign").is_some();
            if event.shift_key() {
                this.extend(at);
            } else if in_addition {
                this.toggle(at);
            } else {
                this.reveal(at);
            }
        })
    }

    /// The arrow keys move through the list; each step selects and reveals. With Shift they select more, with Ctrl they only
    /// move, so that Ctrl and the space bar select the row in addition.
    fn keys(&self) -> Callback<KeyboardEvent> {
        let this = self.clone();
        Callback::from(move |event: KeyboardEvent| {
            let last = this.found.len().checked_sub(1);
            let ctrl = event.ctrl_key() || event.meta_key();
            let target = match event.key().as_str() {
                "ArrowDown" => this.active.map_or(Some(0), |at| Some(at + 1)),
                "ArrowUp" => this.active.map_or(last, |at| at.checked_sub(1)),
                "Home" => Some(0),
                "End" => last,
                "PageDown" => this.active.zip(last).map_or(Some(0), |(at, last)| Some((at + PAGE).min(last))),
                "PageUp" => this.active.map_or(last, |at| Some(at.saturating_sub(PAGE))),
                " " => {
                    event.prevent_default();
                    return this.active.into_iter().for_each(|at| this.toggle(at));
                }
                _ if ctrl && matches!(key_press(&event).character(), Some('a' | 'A')) => {
                    event.prevent_default();
                    let all = this.found.iter().map(|one| one.id.clone()).collect();
                    return this.dispatcher.dispatch(SelectAction::All(all));
                }
                _ => return,
            };
            event.prevent_default();
            let Some(at) = target.filter(|at| last.is_some_and(|last| *at <= last)) else { return };
            if event.shift_key() {
                this.extend(at);
            } else if ctrl {
                this.moved_to.set(this.id(at));
            } else {
                this.reveal(at);
            }
        })
    }

    fn id(&self, at: usize) -> Option<AnnotationId> {
        self.found.get(at).map(|one| one.id.clone())
    }

    fn reveal(&self, at: usize) {
        let Some(id) = self.id(at) else { return };
        self.moved_to.set(None);
        self.dispatcher.dispatch(SelectAction::Reveal(id));
    }

    fn toggle(&self, at: usize) {
        let Some(id) = self.id(at) else { return };
        self.dispatcher.dispatch(SelectAction::Toggle(id.clone()));
        self.moved_to.set(Some(id));
    }

    /// Selects all from the first selected row to this one.
    fn extend(&self, to: usize) {
        let state = self.dispatcher.state();
        let first = self.selected.first().and_then(|id| self.found.position(state.project().annotation(id)?));
        let from = first.unwrap_or(to);
        let (start, end) = (from.min(to), from.max(to));
        let mut all: Vec<AnnotationId> =
            self.found.iter().skip(start).take(end - start + 1).map(|one| one.id.clone()).collect();
        // The row from which the selection grows stays the first.
        if to < from {
            all.reverse();
        }
        self.dispatcher.dispatch(SelectAction::All(all));
        self.moved_to.set(self.id(to));
    }
}
