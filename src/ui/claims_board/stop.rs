//! Where the keyboard stops on the board: at titles and claims. The Tab key stops at the one that had the focus last.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use crate::analysis::claims_board::{BoardClaim, ClaimsBoard, Row};
use crate::app::{ByPtr, FocusTarget};
use crate::model::AnnotationId;
use crate::ui::dom::events::{closest, elements};
use crate::ui::dom::focus::{focus, focused, give_focus};

/// A title or a claim of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Stop {
    /// The title of the row that begins with a claim.
    Title(AnnotationId),
    /// A claim.
    Claim(AnnotationId),
}

impl Stop {
    /// Whether it is in a row.
    pub(super) fn is_in(&self, row: &Row) -> bool {
        match self {
            Self::Title(first) => row.first().is_some_and(|claim| &claim.annotation.id == first),
            Self::Claim(claim) => row.claim(claim).is_some(),
        }
    }

    /// What an element is.
    pub(super) fn of(element: &Element) -> Option<Self> {
        let id = |name: &str| element.get_attribute(name).map(|id| AnnotationId::from(id.as_str()));
        id("data-claim").map(Self::Claim).or_else(|| id("data-title-of").map(Self::Title))
    }
}

/// The Tab key stops at one title or claim of the table.
pub(super) fn tabindex(is_stop: bool) -> &'static str {
    if is_stop { "0" } else { "-1" }
}

/// All titles and claims of a board in their order, whether they are rendered or not, each with its row and column.
pub(super) fn all_stops(board: &ClaimsBoard) -> (Vec<(usize, usize)>, Vec<Stop>) {
    let (mut places, mut stops) = (Vec::new(), Vec::new());
    for (number, row) in board.rows.iter().enumerate() {
        let id = |claim: &BoardClaim| claim.annotation.id.clone();
        places.extend(row.first().map(|_| (number, 0)));
        stops.extend(row.first().map(|claim| Stop::Title(id(claim))));
        for claim in &row.claims {
            places.push((number, claim.column + 1));
            stops.push(Stop::Claim(id(claim)));
        }
    }
    (places, stops)
}

/// Where the Tab key stops, and how the focus gets to another title or claim.
#[derive(Clone)]
pub(super) struct Stops {
    /// Where the Tab key stops: the first title if what had the focus is not shown any more.
    pub(super) current: Option<Stop>,
    /// The row of that, by its index. It is rendered wherever it is.
    pub(super) row: Option<usize>,
    /// Remembers the focus.
    pub(super) onfocusin: Callback<FocusEvent>,
    last: UseStateHandle<Option<Stop>>,
    /// What gets the focus as soon as it is rendered.
    wanted: Rc<RefCell<Option<Stop>>>,
    table: NodeRef,
}

impl Stops {
    /// Moves the focus. If the row is not rendered, it is rendered first.
    pub(super) fn move_to(&self, stop: &Stop) {
        if !self.try_focus(stop) {
            *self.wanted.borrow_mut() = Some(stop.clone());
            self.last.set(Some(stop.clone()));
        }
    }

    fn focus_wanted(&self) {
        let wanted = self.wanted.take();
        if let Some(wanted) = wanted {
            self.try_focus(&wanted);
        }
    }

    /// Moves the focus, if the title or claim is rendered; returns whether it is.
    fn try_focus(&self, stop: &Stop) -> bool {
        let Some(table) = self.table.cast::<Element>() else { return false };
        let found = elements(&table, "[data-stop]").into_iter().find(|one| Stop::of(one).as_ref() == Some(stop));
        let found = found.and_then(|one| one.dyn_into::<HtmlElement>().ok());
        found.as_ref().inspect(|one| give_focus(one)).is_some()
    }
}

/// Where the keyboard stops on the rows that are shown. `table` is an element around them.
#[hook]
pub(super) fn use_stops(shown: &Rc<ClaimsBoard>, table: &NodeRef) -> Stops {
    let last = use_state_eq(|| None::<Stop>);
    let wanted = use_mut_ref(|| None);
    let found = use_memo((ByPtr(shown.clone()), (*last).clone()), |(shown, last)| {
        let row = last.as_ref().and_then(|stop| shown.rows.iter().position(|row| stop.is_in(row)));
        row.and_then(|row| Some((last.clone()?, row)))
    });
    {
        let last = (*last).clone();
        // A claim that comes into another row is another element: the focus stays with the claim.
        use_effect_with(ByPtr(shown.clone()), move |_| {
            if let Some(Stop::Claim(id) | Stop::Title(id)) = last.filter(|_| focused().is_none()) {
                focus(&FocusTarget::BoardClaim(id));
            }
        });
    }
    let first = || shown.rows.first()?.first().map(|claim| (Stop::Title(claim.annotation.id.clone()), 0));
    let (current, row) = (*found).clone().or_else(first).unzip();
    let onfocusin = {
        let last = last.clone();
        Callback::from(move |event: FocusEvent| {
            if let Some(stop) = closest(event.target(), "[data-stop]").as_ref().and_then(Stop::of) {
                last.set(Some(stop));
            }
        })
    };
    let stops = Stops { current, row, onfocusin, last, wanted, table: table.clone() };
    {
        let stops = stops.clone();
        use_effect(move || stops.focus_wanted());
    }
    stops
}
