//! The list of occurrences by article. The arrow keys move the focus among the check boxes; the occurrence whose check box has
//! the focus is shown in the text.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use super::row::{OccurrenceRow, PlaceRow};
use crate::analysis::Occurrence;
use crate::app::{ByPtr, Dispatcher, OccurrenceAction};
use crate::model::Project;
use crate::ui::article_groups::{ArticleGroups, GroupRow};
use crate::ui::dom::events::{elements, index_of, is_checked};
use crate::ui::dom::focus::give_focus;
use crate::ui::widgets::{LongList, RowSource, Rows, use_dispatcher};

#[derive(Properties, PartialEq)]
pub(super) struct OccurrenceListProps {
    pub(super) project: ByPtr<Project>,
    pub(super) all: ByPtr<Vec<Occurrence>>,
    /// Which of them are ticked, one for each.
    pub(super) ticked: Rc<Vec<bool>>,
    /// The one shown in the text.
    pub(super) current: Option<usize>,
    /// What is said while there are none.
    pub(super) empty: &'static str,
}

/// The list.
#[component]
pub(super) fn OccurrenceList(props: &OccurrenceListProps) -> Html {
    let dispatcher = use_dispatcher();
    let list = FocusInList { node: use_node_ref(), wanted: use_mut_ref(|| None) };
    {
        let list = list.clone();
        use_effect(move || list.focus_wanted());
    }
    let articles = ByPtr(props.project.article_list().clone());
    let groups = use_memo((props.all.clone(), articles), |(all, _)| {
        ArticleGroups::of(&props.project, all.iter().map(|one| &one.place.article))
    });
    let shown = props.current.and_then(|current| groups.row_of(current));
    let rows = OccurrenceRows {
        project: props.project.clone(),
        all: props.all.clone(),
        groups: ByPtr(groups),
        ticked: props.ticked.clone(),
        current: props.current,
        dispatcher: dispatcher.clone(),
    };
    let onchange = {
        let dispatcher = dispatcher.clone();
        Callback::from(move |event: Event| {
            if let Some(at) = index_of(event.target()) {
                dispatcher.dispatch(OccurrenceAction::Tick(at, is_checked(&event)));
            }
        })
    };
    // A click on the text moves the focus; only one on the check box changes it.
    let onclick = {
        let (list, dispatcher) = (list.clone(), dispatcher.clone());
        Callback::from(move |event: MouseEvent| {
            if let Some(at) = index_of(event.target()) {
                list.focus(&dispatcher, at);
            }
        })
    };
    let onkeydown = list.arrow_keys(&dispatcher, props.all.len());
    html! {
        <div ref={list.node.clone()} class="occurrence-list" {onclick} {onchange} {onkeydown} onfocusin={show_focused(&dispatcher)}>
            <LongList rows={Rows::of(rows)} {shown} />
            if props.all.is_empty() { <p class="muted">{ props.empty }</p> }
        </div>
    }
}

/// The rows of the list.
#[derive(PartialEq)]
struct OccurrenceRows {
    project: ByPtr<Project>,
    all: ByPtr<Vec<Occurrence>>,
    groups: ByPtr<ArticleGroups>,
    ticked: Rc<Vec<bool>>,
    current: Option<usize>,
    dispatcher: Dispatcher,
}

impl RowSource for OccurrenceRows {
    type Row = OccurrenceRow;

    fn len(&self) -> usize {
        self.groups.len()
    }

    fn row(&self, at: usize) -> Option<OccurrenceRow> {
        Some(match self.groups.row(at)? {
            GroupRow::Heading(article, count) => {
                OccurrenceRow::Heading { article: article.clone(), count, dispatcher: self.dispatcher.clone() }
            }
            GroupRow::Place(article, at) => OccurrenceRow::Place(PlaceRow {
                at,
                all: self.all.clone(),
                article: article.clone(),
                project: self.project.clone(),
                is_ticked: self.ticked.get(at).copied().unwrap_or_default(),
                is_current: self.current == Some(at),
                is_stop: self.current.unwrap_or(0) == at,
            }),
        })
    }
}

/// The occurrence whose check box gets the focus is shown in the text.
fn show_focused(dispatcher: &Dispatcher) -> Callback<FocusEvent> {
    let dispatcher = dispatcher.clone();
    Callback::from(move |event: FocusEvent| {
        let Some(at) = index_of(event.target()) else { return };
        let state = dispatcher.state();
        if state.occurrences.as_ref().is_some_and(|list| list.current != Some(at)) {
            dispatcher.dispatch(OccurrenceAction::Show(at));
        }
    })
}

/// Moves the focus among the check boxes, of which those far away are not rendered.
#[derive(Clone)]
struct FocusInList {
    node: NodeRef,
    /// The occurrence whose check box gets the focus when it is rendered.
    wanted: Rc<RefCell<Option<usize>>>,
}

impl FocusInList {
    /// Moves the focus to the check box of an occurrence. If it is not rendered, the occurrence becomes the current one,
    /// whose row is always rendered.
    fn focus(&self, dispatcher: &Dispatcher, at: usize) {
        if !self.try_focus(at) {
            *self.wanted.borrow_mut() = Some(at);
            dispatcher.dispatch(OccurrenceAction::Show(at));
        }
    }

    fn focus_wanted(&self) {
        let wanted = self.wanted.take();
        if let Some(at) = wanted {
            self.try_focus(at);
        }
    }

    /// Whether the check box is rendered.
    fn try_focus(&self, at: usize) -> bool {
        let list = self.node.cast::<Element>();
        let boxes = list.map(|list| elements(&list, &format!("[data-index=\"{at}\"] input"))).unwrap_or_default();
        let input = boxes.into_iter().find_map(|found| found.dyn_into::<HtmlElement>().ok());
        if let Some(input) = &input {
            // An element that is rendered in an open dialog takes the focus.
            give_focus(input);
        }
        input.is_some()
    }

    /// The arrow keys move the focus to the next or previous check box, Home and End to the first and last.
    fn arrow_keys(&self, dispatcher: &Dispatcher, count: usize) -> Callback<KeyboardEvent> {
        let (this, dispatcher) = (self.clone(), dispatcher.clone());
        Callback::from(move |event: KeyboardEvent| {
            let Some(at) = index_of(event.target()) else { return };
            let last = count.saturating_sub(1);
            let next = match event.key().as_str() {
                "ArrowDown" => (at + 1).min(last),
                "ArrowUp" => at.saturating_sub(1),
                "Home" => 0,
                "End" => last,
                _ => return,
            };
            event.prevent_default();
            this.focus(&dispatcher, next);
        })
    }
}
