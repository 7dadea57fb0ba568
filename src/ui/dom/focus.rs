//! Moving the focus to the elements that focus targets mean, and giving it back.

use std::cell::RefCell;
use std::collections::HashMap;

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement};
use yew::prelude::*;

use super::events::elements;
use super::regions;
pub(in crate::ui) use super::visible_focus::{give_focus, give_focus_back};
use crate::app::{Cursor, FocusTarget, State};
use crate::model::{AnnotationId, ArticleId};
use crate::web::dom_text;

/// How many renders a target may take to be mounted.
const MAX_RENDERS: u32 = 3;

thread_local! {
    /// The elements that focus targets mean.
    static TARGETS: RefCell<HashMap<FocusTarget, NodeRef>> = RefCell::default();
    /// A target that was asked for and is not mounted yet; and how many more renders it may take.
    static WANTED: RefCell<Option<(FocusTarget, u32)>> = const { RefCell::new(None) };
}

/// The `ref` of the element that a focus target means.
pub(in crate::ui) fn target(target: FocusTarget) -> NodeRef {
    TARGETS.with_borrow_mut(|all| all.entry(target).or_default().clone())
}

/// The page was rendered: a target that was waited for gets the focus. One that is still not mounted is given up after a few
/// renders, so that it does not take the focus from what the user does later.
pub(in crate::ui) fn rendered() {
    if let Some((wanted, left)) = WANTED.take()
        && !focus_node(&target(wanted.clone()))
    {
        WANTED.set(left.checked_sub(1).map(|left| (wanted, left)));
    }
}

/// Moves the focus; to what is not mounted yet, as soon as it is.
pub(in crate::ui) fn focus(wanted: &FocusTarget) {
    WANTED.set(None);
    match wanted {
        FocusTarget::Text(article) => focus_text(article),
        FocusTarget::BoardClaim(claim) => focus_claim(claim),
        FocusTarget::Region(direction) => regions::move_focus(*direction),
        wanted => {
            if !focus_node(&target(wanted.clone())) {
                WANTED.set(Some((wanted.clone(), MAX_RENDERS)));
            }
        }
    }
}

/// Moves the focus to an element and selects its text; returns whether the element is mounted.
fn focus_node(node: &NodeRef) -> bool {
    let Some(element) = node.cast::<HtmlElement>() else { return false };
    give_focus(&element);
    if let Some(field) = element.dyn_ref::<HtmlInputElement>() {
        field.select();
    }
    true
}

/// Moves the focus to an article's text.
pub(in crate::ui) fn focus_text(article: &ArticleId) {
    if let Some(root) = text_element(article) {
        give_focus(&root);
    }
}

/// Moves the focus to a claim on the board; to the board if the claim is not shown there.
fn focus_claim(claim: &AnnotationId) {
    let claims = elements(&gloo::utils::document(), "[data-claim]");
    let shown = claims.into_iter().find(|one| one.get_attribute("data-claim").as_deref() == Some(claim.as_str()));
    match shown.and_then(|claim| claim.dyn_into::<HtmlElement>().ok()) {
        Some(claim) => give_focus(&claim),
        None => focus(&FocusTarget::Board),
    }
}

fn text_element(article: &ArticleId) -> Option<HtmlElement> {
    dom_text::root_of(article)?.dyn_into().ok()
}

/// Moves the focus back to the text: that of the selected annotation, else that of the caret, else the first one.
pub(in crate::ui) fn focus_current_text(state: &State) {
    let of_selected = state.selected().map(|annotation| annotation.article.clone());
    let of_cursor = || state.cursor_or_start().map(|cursor: Cursor| cursor.article);
    if let Some(article) = of_selected.filter(|article| state.shown().contains(article)).or_else(of_cursor) {
        focus_text(&article);
    }
}

/// The element with the focus; `None` if nothing has it.
pub(in crate::ui) fn focused() -> Option<HtmlElement> {
    let active = gloo::utils::document().active_element()?;
    if active.tag_name() == "BODY" { None } else { active.dyn_into().ok() }
}

/// Whether an element, or one inside of it, has the focus.
pub(in crate::ui) fn has_focus_within(element: &Element) -> bool {
    focused().is_some_and(|focused| element.contains(Some(&focused)))
}

/// Moves the focus to an element if it was lost with the element that had it.
pub(in crate::ui) fn catch_lost_focus(node: &NodeRef) {
    if let (None, Some(element)) = (focused(), node.cast::<HtmlElement>()) {
        give_focus(&element);
    }
}

/// Gives the focus to a field when the component is mounted, and selects its text.
#[hook]
pub(in crate::ui) fn use_initial_focus(node: &NodeRef, wanted: bool) {
    let node = node.clone();
    use_effect_with((), move |()| {
        if wanted {
            focus_node(&node);
        }
    });
}
