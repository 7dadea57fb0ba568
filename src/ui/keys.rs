//! The keyboard: every shortcut, as one table for the help and one function for the hand.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent};
use yew::NodeRef;

use super::shared::Shared;
use super::store::{
    Action, Cursor, Describing, Dialog, Direction, Edge, EntityAction, LinkAction, OccurrenceAction, Store,
};
use super::{attribute_palette, exporting, incoming, palette, search};
use crate::model::{Article, ArticleId};
use crate::text::{Snap, Unit};
use crate::web::selection::{self, Alter, Granularity};

/// A shortcut as the help shows it.
pub(super) struct Shortcut {
    /// The keys, alternatives separated by " / ".
    pub(super) keys: &'static str,
    /// What they do.
    pub(super) what: &'static str,
}

/// All shortcuts, by heading.
pub(super) const SHORTCUTS: [(&str, &[Shortcut]); 5] = [
    (
        "In the text",
        &[
            Shortcut { keys: "← / →", what: "Move by a character" },
            Shortcut { keys: "Ctrl+← / Ctrl+→", what: "Move by a word" },
            Shortcut { keys: "↑ / ↓", what: "Move by a line" },
            Shortcut { keys: "Alt+↑ / Alt+↓", what: "Move by a sentence" },
            Shortcut { keys: "Ctrl+↑ / Ctrl+↓", what: "Move by a paragraph" },
            Shortcut { keys: "Home / End", what: "To the ends of the line; with Ctrl, of the text" },
            Shortcut { keys: "Shift", what: "With any of these: select" },
            Shortcut {
                keys: "Enter",
                what: "With a selection: to the palette, where typing filters many labels. Else: select the tag here; again: the next one out",
            },
        ],
    ),
    (
        "Tags",
        &[
            Shortcut {
                keys: "label key",
                what: "Tag the selection, or relabel the selected tag; with Alt: exact characters. Some labels have two keys, one after the other",
            },
            Shortcut { keys: "Ctrl+drag", what: "Add a range to the selection, or to the selected tag" },
            Shortcut {
                keys: "+",
                what: "Keep the selection as a part and select the next; with a tag selected: add a part to it",
            },
            Shortcut {
                keys: "Shift+label key",
                what: "Tag the selection and every other occurrence of its words; on a tag: label them all",
            },
            Shortcut { keys: "A", what: "List every occurrence of the selected tag: tag, change or remove them" },
            Shortcut { keys: ", / .", what: "Previous or next tag" },
            Shortcut { keys: "[ / {", what: "Move the start out or in by a word; with Alt: by a character" },
            Shortcut { keys: "] / }", what: "Move the end out or in by a word; with Alt: by a character" },
            Shortcut { keys: "L", what: "Give the selected tag another label" },
            Shortcut {
                keys: "Ctrl+click / Shift+click",
                what: "Select several tags, in the list or the text; by keys in the list: Ctrl+Space, Shift+↑, Ctrl+A",
            },
            Shortcut { keys: "D", what: "Give the selected tags attributes: a number for each, then for its value" },
            Shortcut { keys: "N", what: "Write a note on the selected tag" },
            Shortcut { keys: "E", what: "Link the selected tag to the entity it probably mentions, or choose one" },
            Shortcut { keys: "Shift+E", what: "Make an entity of the selected tag" },
            Shortcut {
                keys: "R / Shift+R",
                what: "Link the selected tag to another; with Shift: by the type chosen last",
            },
            Shortcut { keys: "Delete", what: "Remove the selected tag" },
            Shortcut { keys: "Esc", what: "Close the palette, drop the selection, deselect the tag" },
        ],
    ),
    (
        "Search",
        &[
            Shortcut { keys: "/ / Ctrl+Shift+F", what: "Search in all articles" },
            Shortcut { keys: "Enter / Shift+Enter", what: "To the next or previous place found" },
            Shortcut { keys: "A", what: "On a place in the list: tag all that was found" },
            Shortcut { keys: "Esc", what: "Leave the search, with the place selected in the text" },
        ],
    ),
    (
        "Project",
        &[
            Shortcut { keys: "Ctrl+Z", what: "Undo" },
            Shortcut { keys: "Ctrl+Y / Ctrl+Shift+Z", what: "Redo" },
            Shortcut { keys: "Ctrl+Enter", what: "Mark the article as done and go to the next unfinished one" },
            Shortcut { keys: "Ctrl+S", what: "Export as JSON" },
            Shortcut { keys: "Ctrl+O", what: "Import" },
        ],
    ),
    (
        "Page",
        &[
            Shortcut { keys: "Ctrl+K", what: "Find every action, label, article and entity" },
            Shortcut { keys: "F6 / Shift+F6", what: "To the next or previous part of the page" },
            Shortcut { keys: "?", what: "This help" },
        ],
    ),
];

/// Characters that do something with a tag or a selection, or are to: no label may begin with one, for a label's keys
/// are looked at first.
pub(super) const TAKEN: &str = ",.[]{}+?/lnraemgdsu“”‘’";

/// Whether the element that has the keyboard takes text itself.
fn is_typing(event: &KeyboardEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|target| matches!(target.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT"))
}

/// Keys that act wherever the keyboard is.
pub(super) fn handle(store: &Store, event: &KeyboardEvent) {
    if event.default_prevented() || event.is_composing() || store.state().dialog.is_some() {
        return;
    }
    let key = event.key();
    let command = event.ctrl_key() || event.meta_key();
    let typing = is_typing(event);
    let handled = match key.as_str() {
        "F6" => move_focus(if event.shift_key() { Direction::Back } else { Direction::Forward }),
        "s" | "S" if command => exporting::export(store),
        "o" | "O" if command => incoming::pick_import(),
        "f" | "F" if command && event.shift_key() => search::begin(store),
        "k" | "K" if command => dispatch(store, Action::Open(Some(Dialog::Commands))),
        _ if typing => false,
        "z" | "Z" if command && event.shift_key() => dispatch(store, Action::Redo),
        "z" | "Z" if command => dispatch(store, Action::Undo),
        "y" | "Y" if command => dispatch(store, Action::Redo),
        "Enter" if command => next_unfinished(store, true),
        _ if command => false,
        _ => handle_plain(store, event, &key),
    };
    if handled {
        event.prevent_default();
    }
}

fn dispatch(store: &Store, action: Action) -> bool {
    store.dispatch(action);
    true
}

fn handle_plain(store: &Store, event: &KeyboardEvent, key: &str) -> bool {
    if super::linking::is_linking(store) {
        // What is typed beside the list must not relabel or remove the tag that the link begins at.
        return key == "Escape" && dispatch(store, Action::Escape);
    }
    let state = store.state();
    // The palette of attributes is open but not drawn yet: what is typed fast is meant for it.
    if state.view.describing != Describing::No && attribute_palette::key(store, key) {
        return true;
    }
    let armed = state.view.selected.is_some() || state.view.pending(state.project()).is_some();
    if let Some(key) = label_key(event, key).filter(|_| armed) {
        let keys = format!("{}{key}", state.view.chord);
        let schema = state.project().schema();
        if let Some(label) = schema.label_of_keys(&keys) {
            let how = event.alt_key().then_some(Snap::Exact);
            // Where digits are typed with Shift, it is part of the key.
            let everywhere = event.shift_key() && !event.key().starts_with(|sign: char| sign.is_ascii_digit());
            return dispatch(
                store,
                match everywhere {
                    true => Action::Occurrences(OccurrenceAction::Everywhere(label.id.clone(), how)),
                    false => Action::ApplyLabel(label.id.clone(), how),
                },
            );
        }
        if schema.is_key_prefix(&keys) {
            return dispatch(store, Action::Chord(keys));
        }
        if !state.view.chord.is_empty() {
            store.dispatch(Action::Chord(String::new()));
            return dispatch(store, Action::Announce("No label has these keys".to_owned()));
        }
    }
    let unit = if event.alt_key() { Unit::Grapheme } else { Unit::Word };
    let selected = state.view.selected.is_some();
    match key {
        "Escape" => dispatch(store, Action::Escape),
        "/" => search::begin(store),
        "a" | "A" if selected => dispatch(store, Action::Occurrences(OccurrenceAction::Open)),
        "?" => dispatch(store, Action::Open(Some(Dialog::Help))),
        "." => dispatch(store, Action::SelectNext(Direction::Forward)),
        "," => dispatch(store, Action::SelectNext(Direction::Back)),
        "Delete" | "Backspace" if selected => dispatch(store, Action::RemoveSelected),
        "[" | "“" if selected => dispatch(store, Action::MoveEdge(Edge::Start, Direction::Back, unit)),
        "{" | "”" if selected => dispatch(store, Action::MoveEdge(Edge::Start, Direction::Forward, unit)),
        "]" | "‘" if selected => dispatch(store, Action::MoveEdge(Edge::End, Direction::Forward, unit)),
        "}" | "’" if selected => dispatch(store, Action::MoveEdge(Edge::End, Direction::Back, unit)),
        "+" => dispatch(store, Action::KeepPart),
        "l" | "L" if selected => {
            store.dispatch(Action::Relabel(true));
            focus_palette_soon();
            true
        }
        "d" | "D" if selected => dispatch(store, Action::Describe(Describing::All(String::new()))),
        "n" | "N" if selected => focus("#note"),
        "e" | "E" if selected && event.shift_key() => dispatch(store, Action::Entities(EntityAction::New(None))),
        "e" | "E" if selected => dispatch(store, Action::Entities(EntityAction::Link)),
        "r" | "R" if selected => dispatch(store, Action::Link(LinkAction::Begin(event.shift_key()))),
        _ => false,
    }
}

/// The character of a label key, as printed on it: Alt or Shift may turn a key into another sign.
fn label_key(event: &KeyboardEvent, key: &str) -> Option<char> {
    let code = event.code();
    // On some keyboards these are a digit's key with Shift; there they keep their own meaning.
    let turned_digit = event.alt_key() || (event.shift_key() && !matches!(key, "/" | "?" | "+"));
    let digit = code.strip_prefix("Digit").filter(|_| turned_digit);
    let by_code = digit.or(code.strip_prefix("Key").filter(|_| event.alt_key()));
    let shown = by_code.unwrap_or(key);
    let mut chars = shown.chars();
    let first = chars.next()?;
    chars.next().is_none().then(|| first.to_lowercase().next().unwrap_or(first))
}

/// Goes to the next article that is not done, and gives its text the keyboard when it is drawn.
pub(super) fn next_unfinished(store: &Store, finish: bool) -> bool {
    store.dispatch(Action::NextUnfinished(finish));
    let store = store.clone();
    gloo::timers::callback::Timeout::new(0, move || palette::to_text(&store)).forget();
    true
}

fn focus(selector: &str) -> bool {
    let element = gloo::utils::document().query_selector(selector).ok().flatten();
    let element = element.and_then(|element| element.dyn_into::<HtmlElement>().ok());
    element.is_some_and(|element| element.focus().is_ok())
}

/// The palette is drawn after this event: the keyboard goes to it then.
fn focus_palette_soon() {
    gloo::timers::callback::Timeout::new(0, palette::focus).forget();
}

/// The parts of the page that F6 goes through, in order.
const PARTS: &str = ".labels button, .banner button, .search input, .articles button, .reader [role=document], .side [role=tab][aria-selected=true]";

/// Gives the keyboard to the next part of the page that has something to focus.
pub(super) fn move_focus(direction: Direction) -> bool {
    let document = gloo::utils::document();
    let Ok(nodes) = document.query_selector_all(PARTS) else { return false };
    let all: Vec<HtmlElement> =
        (0..nodes.length()).filter_map(|i| nodes.item(i)?.dyn_into::<HtmlElement>().ok()).collect();
    let part_of = |element: &Element| {
        let part = element.closest(".labels, .banner, .search, .articles, .side, [role=document]").ok().flatten();
        part.map(|part| all.iter().position(|one| part.contains(Some(one))).unwrap_or(0))
    };
    // The first element of each part stands for it.
    let mut stops: Vec<usize> = Vec::new();
    for (i, element) in all.iter().enumerate() {
        if part_of(element) == Some(i) {
            stops.push(i);
        }
    }
    let current = document.active_element().and_then(|active| part_of(&active));
    let at = current.and_then(|current| stops.iter().position(|&stop| stop == current));
    let count = stops.len();
    if count == 0 {
        return false;
    }
    let next = match (at, direction) {
        (Some(at), Direction::Forward) => (at + 1) % count,
        (Some(at), Direction::Back) => (at + count - 1) % count,
        // From nowhere, the text comes first: that is what people are here for.
        (None, _) => stops.iter().position(|&stop| all[stop].has_attribute("data-article")).unwrap_or(0),
    };
    all[stops[next]].focus().is_ok()
}

/// Keys that act in an article's text: they move the caret.
pub(super) fn handle_in_text(store: &Store, article: &Shared<Article>, root: &NodeRef, event: &KeyboardEvent) {
    let Some(root) = root.cast::<Element>() else { return };
    let extend = event.shift_key();
    let by_word = event.ctrl_key() || event.meta_key();
    let key = event.key();
    let unit = match (key.as_str(), by_word, event.alt_key()) {
        ("ArrowLeft" | "ArrowRight", false, false) => Unit::Grapheme,
        ("ArrowLeft" | "ArrowRight", ..) => Unit::Word,
        ("ArrowUp" | "ArrowDown", true, _) => Unit::Block,
        ("ArrowUp" | "ArrowDown", false, true) => Unit::Sentence,
        ("ArrowUp" | "ArrowDown", ..) => return by_line(store, article, &root, event, Granularity::Line),
        ("Home" | "End", true, _) => {
            event.prevent_default();
            let direction = if key == "Home" { Direction::Back } else { Direction::Forward };
            return store.dispatch(Action::MoveToEnd(direction, extend));
        }
        ("Home" | "End", ..) => return by_line(store, article, &root, event, Granularity::LineBoundary),
        ("Enter", false, false) => {
            event.prevent_default();
            let state = store.state();
            if state.view.pending(state.project()).is_some() {
                return palette::focus();
            }
            return store.dispatch(Action::SelectAtCursor);
        }
        _ => return,
    };
    event.prevent_default();
    let mut direction = match key.as_str() {
        "ArrowLeft" | "ArrowUp" => Direction::Back,
        _ => Direction::Forward,
    };
    // In a text that runs from right to left, the left arrow goes on.
    if matches!(key.as_str(), "ArrowLeft" | "ArrowRight") && root.matches(":dir(rtl)").unwrap_or(false) {
        direction = if direction == Direction::Back { Direction::Forward } else { Direction::Back };
    }
    store.dispatch(Action::Move { unit, direction, extend });
}

/// Where lines break only the browser knows: it moves its own selection, and the cursor follows.
fn by_line(store: &Store, article: &Shared<Article>, root: &Element, event: &KeyboardEvent, granularity: Granularity) {
    event.prevent_default();
    let state = store.state();
    let cursor = state.view.cursor.clone().filter(|cursor| cursor.article == article.id);
    let cursor = cursor.unwrap_or_else(|| Cursor::at(article.id.clone(), crate::text::ByteOffset(0)));
    selection::set(root, &article.text, cursor.anchor, cursor.head);
    let alter = if event.shift_key() { Alter::Extend } else { Alter::Move };
    let back = matches!(event.key().as_str(), "ArrowUp" | "Home");
    let direction = if back { selection::Direction::Backward } else { selection::Direction::Forward };
    selection::modify(alter, direction, granularity);
    let of_article = |id: &ArticleId| (id == &article.id).then(|| article.text.clone());
    let moved = selection::read().and_then(|selected| selected.resolve(of_article));
    let Some((id, _, head)) = moved else { return };
    let head = article.text.floor_grapheme(head);
    let anchor = if event.shift_key() { cursor.anchor } else { head };
    store.dispatch(Action::Place(Some(Cursor { anchor, ..Cursor::at(id, head) })));
}
