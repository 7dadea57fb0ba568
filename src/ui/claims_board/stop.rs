//! Where the Tab key stops on the board: one title or claim, the one that had the focus last.

use std::rc::Rc;

use yew::prelude::*;

use crate::analysis::claims_board::{ClaimsBoard, Row};
use crate::app::{ByPtr, FocusTarget};
use crate::model::AnnotationId;
use crate::ui::dom::events::closest;
use crate::ui::dom::focus::{focus, focused};

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
}

/// The Tab key stops at one title or claim of the table.
pub(super) fn tabindex(is_stop: bool) -> &'static str {
    if is_stop { "0" } else { "-1" }
}

/// Where the Tab key stops: the first title if what had the focus is not shown any more; and the handler that remembers the focus.
#[hook]
pub(super) fn use_stop(shown: &Rc<ClaimsBoard>) -> (Option<Stop>, Callback<FocusEvent>) {
    let last = use_state_eq(|| None::<Stop>);
    let is_shown = |stop: &Stop| shown.rows.iter().any(|row| stop.is_in(row));
    let first = || shown.rows.first()?.first().map(|claim| Stop::Title(claim.annotation.id.clone()));
    {
        let last = (*last).clone();
        // A claim that comes into another row is another element: the focus stays with the claim.
        use_effect_with(ByPtr(shown.clone()), move |_| {
            if let Some(Stop::Claim(id) | Stop::Title(id)) = last.filter(|_| focused().is_none()) {
                focus(&FocusTarget::BoardClaim(id));
            }
        });
    }
    let stop = (*last).clone().filter(is_shown).or_else(first);
    let onfocusin = Callback::from(move |event: FocusEvent| {
        let id = |name: &str| {
            let element = closest(event.target(), &format!("[{name}]"))?;
            element.get_attribute(name).map(|id| AnnotationId::from(id.as_str()))
        };
        if let Some(stop) = id("data-claim").map(Stop::Claim).or_else(|| id("data-title-of").map(Stop::Title)) {
            last.set(Some(stop));
        }
    });
    (stop, onfocusin)
}
