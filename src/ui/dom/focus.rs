//! Moving the focus to what components have registered, and giving it back.

use std::cell::RefCell;
use std::collections::HashMap;

use wasm_bindgen::JsCast;
use web_sys::{Element, FocusOptions, HtmlElement, HtmlInputElement};
use yew::prelude::*;

use super::regions;
use crate::app::{Cursor, FocusTarget, State};
use crate::model::ArticleId;
use crate::web::dom_text;

/// How many renders a target may take to be mounted.
const MAX_RENDERS: u32 = 3;

thread_local! {
    /// The elements that components have registered; the newest wins while two are mounted.
    static TARGETS: RefCell<HashMap<FocusTarget, Vec<NodeRef>>> = RefCell::default();
    /// A target that was asked for and is not mounted yet; and how many more renders it may take.
    static WANTED: RefCell<Option<(FocusTarget, u32)>> = const { RefCell::new(None) };
}

/// Registers an element as what a focus target means, for as long as the component is mounted.
#[hook]
pub(in crate::ui) fn use_focus_target(target: FocusTarget, node: &NodeRef) {
    let node = node.clone();
    use_effect_with(target, move |target| {
        let target = target.clone();
        TARGETS.with_borrow_mut(|all| all.entry(target.clone()).or_default().push(node.clone()));
        if WANTED.with_borrow_mut(|wanted| wanted.take_if(|(wanted, _)| *wanted == target)).is_some() {
            focus_node(&node);
        }
        move || {
            TARGETS.with_borrow_mut(|all| {
                if let Some(nodes) = all.get_mut(&target) {
                    nodes.retain(|one| *one != node);
                }
            });
        }
    });
}

/// The page was rendered: a target that is still not mounted is given up after a few renders, so that it does not take the focus
/// from what the user does later.
pub(in crate::ui) fn rendered() {
    WANTED.with_borrow_mut(|wanted| {
        *wanted = wanted.take().and_then(|(target, left)| Some((target, left.checked_sub(1)?)));
    });
}

/// Moves the focus; to what is not mounted yet, as soon as it is.
pub(in crate::ui) fn focus(target: &FocusTarget) {
    WANTED.set(None);
    match target {
        FocusTarget::Text(article) => focus_text(article),
        FocusTarget::Region(direction) => regions::move_focus(*direction),
        target => {
            let node = TARGETS.with_borrow(|all| all.get(target).and_then(|nodes| nodes.last().cloned()));
            match node.filter(|node| node.get().is_some()) {
                Some(node) => focus_node(&node),
                None => WANTED.set(Some((target.clone(), MAX_RENDERS))),
            }
        }
    }
}

fn focus_node(node: &NodeRef) {
    if let Some(element) = node.cast::<HtmlElement>() {
        // An element that cannot take the focus leaves it where it is.
        let _ = element.focus();
        if let Some(field) = element.dyn_ref::<HtmlInputElement>() {
            field.select();
        }
    }
}

/// Moves the focus to an article's text. The text does not move: the browser would scroll to its start.
pub(in crate::ui) fn focus_text(article: &ArticleId) {
    if let Some(root) = text_element(article) {
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = root.focus_with_options(&options);
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
        let _ = element.focus();
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
