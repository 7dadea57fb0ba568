//! The component: renders the rows of the window, and finds out which rows it should contain.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, HtmlElement, Node, ResizeObserver};
use yew::prelude::*;

use super::AT;
use super::anchor::Anchor;
use super::list_state::{ListState, Measured};
use super::rows::{AnyRow, RowPlace, Rows};
use super::seen::{clipping, seen};
use super::window::Piece;
use crate::ui::dom::events::{closest, elements};
use crate::ui::dom::focus::give_focus;
use crate::ui::dom::frames::{FrameTask, on_resize};
use crate::ui::widgets::use_dispatcher;

#[derive(Properties, PartialEq)]
pub(in crate::ui) struct LongListProps {
    /// The rows.
    pub(in crate::ui) rows: Rows,
    /// A row that is rendered wherever it is, such as the active one; by its index.
    #[prop_or_default]
    pub(in crate::ui) shown: Option<usize>,
    /// Whether the arrow keys, Page Up, Page Down, Home and End move the focus among the rows: to what has `data-row` in each.
    #[prop_or_default]
    pub(in crate::ui) arrow_keys: bool,
    /// In a table, how many columns it has: the list is its body, and each row a `tr` with the attribute `data-list-row`.
    #[prop_or_default]
    pub(in crate::ui) columns: Option<usize>,
    /// Whether all rows are rendered, as for paper.
    #[prop_or_default]
    pub(in crate::ui) all: bool,
}

/// The rows of a list, inside of the caller's element with its role and name.
#[component]
pub(in crate::ui) fn LongList(props: &LongListProps) -> Html {
    let node = use_node_ref();
    let update = use_force_update();
    let state = use_mut_ref(|| ListState::new(&props.rows));
    let view = use_memo((), |()| ListView { node: node.clone(), state: state.clone(), update });
    let measure = use_memo((), {
        let view = view.clone();
        move |()| FrameTask::new(move || view.refresh())
    });
    let anchor = view.element().and_then(|list| Anchor::of(&list));
    state.borrow_mut().update(&props.rows, props.shown);
    use_effect({
        let view = view.clone();
        move || {
            view.focus_wanted();
            if let (Some(list), Some(anchor)) = (view.element(), anchor) {
                anchor.restore(&list);
            }
        }
    });
    use_effect_with((), {
        let (view, measure) = (view.clone(), measure.clone());
        move |()| {
            let watch = view.element().and_then(|list| Watch::new(list, view, &measure));
            move || drop(watch)
        }
    });
    // Other rows of the same height move no edge that is observed.
    use_effect_with(props.rows.clone(), move |_| measure.request(1));
    let count = props.rows.len();
    let pieces = if props.all { (0..count).map(Piece::Row).collect() } else { state.borrow().pieces() };
    let is_table = props.columns.is_some();
    let piece = |(number, piece): (usize, &Piece)| match *piece {
        Piece::Row(index) => props.rows.row(index).map(|row| {
            let key = format!("row {}", props.rows.key(index));
            html! { <RowView {key} {row} place={RowPlace { index, count }} {is_table} /> }
        }),
        // The policy of the page refuses style attributes, but not this one.
        Piece::Space { height, .. } => {
            let key =
                format!("space {}", pieces[..number].iter().filter(|one| matches!(one, Piece::Space { .. })).count());
            let height = (height.round() as i64).to_string();
            Some(match props.columns {
                None => html! { <svg {key} class="rows-space" aria-hidden="true" width="1" {height} /> },
                Some(columns) => html! {
                    <tr {key} class="rows-space-row" aria-hidden="true">
                        <td colspan={columns.to_string()}><svg class="rows-space" width="1" {height} /></td>
                    </tr>
                },
            })
        }
    };
    let (tag, role) = if is_table { ("tbody", None) } else { ("div", Some("presentation")) };
    html! {
        <@{tag} ref={node} class="rows" {role} onfocusin={view.focus_in()} onfocusout={view.focus_out()}
            onkeydown={props.arrow_keys.then(|| view.keys())}>
            { for pieces.iter().enumerate().filter_map(piece) }
        </@>
    }
}

#[derive(Properties, PartialEq)]
struct RowViewProps {
    row: AnyRow,
    place: RowPlace,
    /// Whether the row is its own element.
    is_table: bool,
}

/// A row, rendered again only when what it shows or its place has changed.
#[component]
fn RowView(props: &RowViewProps) -> Html {
    let dispatcher = use_dispatcher();
    if props.is_table {
        return props.row.view(props.place, &dispatcher);
    }
    html! {
        <div class="list-row" role="presentation" data-list-row={props.place.index.to_string()}>
            { props.row.view(props.place, &dispatcher) }
        </div>
    }
}

/// A list in the page.
struct ListView {
    node: NodeRef,
    state: Rc<RefCell<ListState>>,
    update: UseForceUpdateHandle,
}

impl ListView {
    fn element(&self) -> Option<Element> {
        self.node.cast()
    }

    /// Measures the list, and renders the rows that should be in the DOM if they are others.
    fn refresh(&self) {
        let Some(list) = self.element() else { return };
        let measured = Measured {
            width: list.get_bounding_client_rect().width(),
            seen: seen(&list, &clipping(&list)),
            rows: rows_of(&list).map(|(at, row)| (at, row.get_bounding_client_rect().height())).collect(),
        };
        // What is not laid out has no height, such as a list in a panel that is closed.
        if measured.width > 0.0 && self.state.borrow_mut().measured(&measured) {
            self.update.force_update();
        }
    }

    /// How high the part of the list is that is seen, in CSS pixels.
    fn page(&self) -> f64 {
        let seen = self.element().map(|list| seen(&list, &clipping(&list))).unwrap_or_default();
        (seen.end - seen.start).max(0.0)
    }

    /// A row has got the focus, or something in it.
    fn focus_in(self: &Rc<Self>) -> Callback<FocusEvent> {
        let this = self.clone();
        Callback::from(move |event: FocusEvent| this.state.borrow_mut().set_focused(row_around(event.target())))
    }

    /// The focus has left. A row that is removed with the focus does not keep its place.
    fn focus_out(self: &Rc<Self>) -> Callback<FocusEvent> {
        let this = self.clone();
        Callback::from(move |_: FocusEvent| this.state.borrow_mut().set_focused(None))
    }

    /// The keys that move the focus among the rows.
    fn keys(self: &Rc<Self>) -> Callback<KeyboardEvent> {
        let this = self.clone();
        Callback::from(move |event: KeyboardEvent| {
            let Some(from) = row_around(event.target()) else { return };
            let to = this.state.borrow().stop_after(&event.key(), from, this.page());
            let Some(to) = to else { return };
            event.prevent_default();
            event.stop_propagation();
            this.state.borrow_mut().focus(to);
            this.focus_wanted();
            // A row out of sight is rendered first.
            this.update.force_update();
        })
    }

    /// Moves the focus to the row that keys have gone to, if it is rendered.
    fn focus_wanted(&self) {
        let wanted = self.state.borrow().focused().filter(|_| self.state.borrow().wants_focus);
        let (Some(wanted), Some(list)) = (wanted, self.element()) else { return };
        let stop = elements(&list, &format!("[{AT}=\"{wanted}\"] [data-row]")).into_iter().next();
        if let Some(stop) = stop.and_then(|stop| stop.dyn_into::<HtmlElement>().ok()) {
            self.state.borrow_mut().wants_focus = false;
            give_focus(&stop);
        }
    }
}

/// The rows of a list that are in the DOM, with their indexes.
fn rows_of(list: &Element) -> impl Iterator<Item = (usize, Element)> + use<> {
    let children = list.children();
    let all = (0..children.length()).filter_map(move |at| children.item(at));
    all.filter_map(|row| Some((row.get_attribute(AT)?.parse().ok()?, row)))
}

/// The row around the target of an event, by its index.
fn row_around(target: Option<web_sys::EventTarget>) -> Option<usize> {
    closest(target, &format!("[{AT}]"))?.get_attribute(AT)?.parse().ok()
}

/// Watches what decides which rows are seen; dropping it ends that.
struct Watch {
    observer: ResizeObserver,
    _on_size: Closure<dyn FnMut()>,
    _on_scroll: EventListener,
    _on_resize: [EventListener; 2],
}

impl Watch {
    fn new(list: Element, view: Rc<ListView>, measure: &Rc<FrameTask>) -> Option<Self> {
        let observed = list.clone();
        // Scroll events do not bubble. What is rendered in one is painted with what was scrolled.
        let capture = EventListenerOptions::run_in_capture_phase();
        let on_scroll = EventListener::new_with_options(&gloo::utils::window(), "scroll", capture, move |event| {
            let scrolled = event.target().and_then(|target| target.dyn_into::<Node>().ok());
            if scrolled.is_some_and(|scrolled| scrolled.contains(Some(&list))) {
                view.refresh();
            }
        });
        let (size, resize) = (measure.clone(), measure.clone());
        let on_size = Closure::<dyn FnMut()>::new(move || size.request(1));
        let observer = ResizeObserver::new(on_size.as_ref().unchecked_ref()).ok()?;
        observer.observe(&observed);
        clipping(&observed).iter().for_each(|around| observer.observe(around));
        let on_resize = on_resize(move || resize.request(1));
        Some(Self { observer, _on_size: on_size, _on_scroll: on_scroll, _on_resize: on_resize })
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}
