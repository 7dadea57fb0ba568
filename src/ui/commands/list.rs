//! What there is to be done: the page's actions as one table, and what can be done with labels, articles and entities.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::text::{Unit, isolated};
use crate::ui::store::{
    Action, Cursor, Describing, Dialog, Direction, Edge, EntityAction, Filter, LinkAction, OccurrenceAction,
    RegistryPage, State, Store, Tab,
};
use crate::ui::{backup, exporting, incoming, keys, palette, search};

/// A command: its name, its keys, when there is something for it to do, and what it does.
struct Command(&'static str, &'static str, fn(&State) -> bool, fn(&Store));

/// All of the page's actions, as they are listed while nothing is typed.
const ACTIONS: &[Command] = &[
    Command("Undo", "Ctrl+Z", |s| s.editor.history().next_undo().is_some(), |s| s.dispatch(Action::Undo)),
    Command("Redo", "Ctrl+Y", |s| s.editor.history().next_redo().is_some(), |s| s.dispatch(Action::Redo)),
    Command("Next tag", ".", has_tags, |s| s.dispatch(Action::SelectNext(Direction::Forward))),
    Command("Previous tag", ",", has_tags, |s| s.dispatch(Action::SelectNext(Direction::Back))),
    Command("Change the label of the selected tag", "L", has_selected, relabel),
    Command("Give the selected tags attributes", "D", has_selected, |s| {
        s.dispatch(Action::Describe(Describing::All(String::new())));
    }),
    Command("Write a note on the selected tag", "N", has_selected, |_| focus("#note")),
    Command("Remove the selected tag", "Delete", has_selected, |s| s.dispatch(Action::RemoveSelected)),
    Command("Deselect the tag", "Esc", has_selected, |s| s.dispatch(Action::Select(None))),
    Command("Select the tag at the caret", "Enter", has_caret_and_tags, |s| s.dispatch(Action::SelectAtCursor)),
    Command("Keep the selection as a part and select another", "+", has_selection, |s| s.dispatch(Action::KeepPart)),
    Command("Add a part to the selected tag", "+", has_only_a_tag, |s| s.dispatch(Action::KeepPart)),
    Command("Start the selected tag a word earlier", "[", has_selected, |s| {
        edge(s, Edge::Start, Direction::Back, Unit::Word);
    }),
    Command("Start the selected tag a word later", "{", has_selected, |s| {
        edge(s, Edge::Start, Direction::Forward, Unit::Word);
    }),
    Command("End the selected tag a word earlier", "}", has_selected, |s| {
        edge(s, Edge::End, Direction::Back, Unit::Word);
    }),
    Command("End the selected tag a word later", "]", has_selected, |s| {
        edge(s, Edge::End, Direction::Forward, Unit::Word);
    }),
    Command("Start the selected tag a character earlier", "Alt+[", has_selected, |s| {
        edge(s, Edge::Start, Direction::Back, Unit::Grapheme);
    }),
    Command("Start the selected tag a character later", "Alt+{", has_selected, |s| {
        edge(s, Edge::Start, Direction::Forward, Unit::Grapheme);
    }),
    Command("End the selected tag a character earlier", "Alt+}", has_selected, |s| {
        edge(s, Edge::End, Direction::Back, Unit::Grapheme);
    }),
    Command("End the selected tag a character later", "Alt+]", has_selected, |s| {
        edge(s, Edge::End, Direction::Forward, Unit::Grapheme);
    }),
    Command("Link the selected tag to another", "R", has_selected, |s| {
        s.dispatch(Action::Link(LinkAction::Begin(false)));
    }),
    Command("Link the selected tag again by the last type", "Shift+R", can_link_again, |s| {
        s.dispatch(Action::Link(LinkAction::Begin(true)));
    }),
    Command("Link the selected tag to the entity it mentions", "E", has_selected, |s| {
        s.dispatch(Action::Entities(EntityAction::Link));
    }),
    Command("Make an entity of the selected tag", "Shift+E", has_selected, |s| {
        s.dispatch(Action::Entities(EntityAction::New(None)));
    }),
    Command("Search in all articles", "/", always, |s| {
        search::begin(s);
    }),
    Command("List every occurrence of the selected tag", "A", has_selected, |s| {
        s.dispatch(Action::Occurrences(OccurrenceAction::Open));
    }),
    Command("Mark the article as done and go to the next unfinished one", "Ctrl+Enter", always, |s| {
        keys::next_unfinished(s, true);
    }),
    Command("Go to the next unfinished article", "", always, |s| {
        keys::next_unfinished(s, false);
    }),
    Command("Import a file", "Ctrl+O", always, |_| {
        incoming::pick_import();
    }),
    Command("Export as JSON", "Ctrl+S", always, |s| {
        exporting::export(s);
    }),
    Command("Export as a table (CSV)", "", always, |s| open(s, Dialog::ExportAs)),
    Command("Back up to a file, again after each change", "", |s| s.backup.is_none(), backup::choose),
    Command("Resume backups, or back up now", "", |s| s.backup.is_some(), backup::resume),
    Command("Stop backing up", "", |s| s.backup.is_some(), backup::stop),
    Command("Open texts as articles", "", always, |_| {
        incoming::pick_texts();
    }),
    Command("Paste a text as an article", "", always, incoming::paste),
    Command("Projects: open, rename, duplicate, delete", "", always, |s| open(s, Dialog::Projects)),
    Command("New project", "", always, |s| open(s, Dialog::NewProject)),
    Command("Edit the labels, attributes and relation types", "", always, |s| open(s, Dialog::Schema(None))),
    Command("Show 1 column", "", |s| s.columns() != 1, |s| s.dispatch(Action::Columns(1))),
    Command("Show 2 columns", "", |s| s.columns() != 2 && s.room >= 2, |s| s.dispatch(Action::Columns(2))),
    Command("Show 3 columns", "", |s| s.columns() != 3 && s.room >= 3, |s| s.dispatch(Action::Columns(3))),
    Command("Hide the panel of tags", "", |s| !s.view.panel_hidden, |s| s.dispatch(Action::HidePanel(true))),
    Command("Show the panel of tags", "", |s| s.view.panel_hidden, |s| s.dispatch(Action::HidePanel(false))),
    Command("Show the list of annotations", "", always, |s| show_tab(s, Tab::Annotations)),
    Command("Show the entities", "", always, |s| show_tab(s, Tab::Entities)),
    Command("Show the mentions that are linked to no entity", "", has_tags, |s| show_page(s, RegistryPage::Unlinked)),
    Command("Show the relations", "", always, |s| show_tab(s, Tab::Relations)),
    Command("Show the history", "", always, |s| show_tab(s, Tab::History)),
    Command("Say your name", "", always, say_name),
    Command("To the next part of the page", "F6", always, |_| {
        keys::move_focus(Direction::Forward);
    }),
    Command("To the previous part of the page", "Shift+F6", always, |_| {
        keys::move_focus(Direction::Back);
    }),
    Command("Help: how to, and all keys", "?", always, |s| open(s, Dialog::Help)),
];

fn always(_: &State) -> bool {
    true
}

fn has_tags(state: &State) -> bool {
    state.project().annotation_count() > 0
}

fn has_selected(state: &State) -> bool {
    state.view.selected.is_some()
}

fn has_selection(state: &State) -> bool {
    state.view.cursor.as_ref().is_some_and(Cursor::is_selection)
}

fn has_caret_and_tags(state: &State) -> bool {
    has_tags(state) && state.view.cursor.is_some()
}

fn can_link_again(state: &State) -> bool {
    has_selected(state) && state.linking.last.is_some()
}

fn has_only_a_tag(state: &State) -> bool {
    has_selected(state) && !has_selection(state)
}

fn open(store: &Store, dialog: Dialog) {
    store.dispatch(Action::Open(Some(dialog)));
}

fn edge(store: &Store, edge: Edge, direction: Direction, unit: Unit) {
    store.dispatch(Action::MoveEdge(edge, direction, unit));
}

fn relabel(store: &Store) {
    store.dispatch(Action::Relabel(true));
    soon(palette::focus);
}

fn say_name(store: &Store) {
    show_tab(store, Tab::History);
    soon(|| focus(".author input"));
}

/// Shows a tab and gives it the keyboard.
fn show_tab(store: &Store, tab: Tab) {
    store.dispatch(Action::HidePanel(false));
    store.dispatch(Action::ShowTab(tab));
    soon(|| focus(".side [role=tab][aria-selected=true]"));
}

/// Shows a page of the entities and gives it the keyboard.
fn show_page(store: &Store, page: RegistryPage) {
    show_tab(store, Tab::Entities);
    store.dispatch(Action::Entities(EntityAction::Show(page)));
}

fn focus(selector: &str) {
    let element = gloo::utils::document().query_selector(selector).ok().flatten();
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}

/// After the page has been drawn.
pub(super) fn soon(act: impl FnOnce() + 'static) {
    gloo::timers::callback::Timeout::new(0, act).forget();
}

/// What the palette offers.
#[derive(Clone)]
pub(super) struct Item {
    /// Under what heading.
    pub(super) group: &'static str,
    /// What it says.
    pub(super) name: String,
    /// Its keys.
    pub(super) keys: String,
    /// What it does.
    pub(super) run: Rc<dyn Fn(&Store)>,
}

impl Item {
    fn new(group: &'static str, name: String, keys: &str, run: impl Fn(&Store) + 'static) -> Self {
        Self { group, name, keys: keys.to_owned(), run: Rc::new(run) }
    }

    fn of(group: &'static str, name: String, keys: &str, action: Action) -> Self {
        Self::new(group, name, keys, move |store| store.dispatch(action.clone()))
    }
}

/// The headings, in order.
pub(super) const GROUPS: [&str; 4] = ["Actions", "Labels", "Articles", "Entities"];

/// All that can be done now.
pub(super) fn items(state: &State) -> Vec<Item> {
    let mut items: Vec<Item> = Vec::new();
    for Command(name, keys, can, run) in ACTIONS {
        if can(state) {
            items.push(Item::new(GROUPS[0], (*name).to_owned(), keys, run));
        }
    }
    add_labels(state, &mut items);
    add_articles(state, &mut items);
    for entity in state.project().entities() {
        let page = RegistryPage::Entity(entity.id.clone());
        items.push(Item::new(GROUPS[3], entity.name.clone(), "", move |store| show_page(store, page.clone())));
    }
    items
}

fn add_labels(state: &State, items: &mut Vec<Item>) {
    let how = match (state.view.pending(state.project()), &state.view.selected) {
        (Some(_), _) if !state.view.relabelling => Some("Tag as"),
        (_, Some(_)) => Some("Change to"),
        _ => None,
    };
    for label in &state.project().schema().labels {
        if let Some(how) = how {
            let apply = Action::ApplyLabel(label.id.clone(), None);
            items.push(Item::of(GROUPS[1], format!("{how} {}", isolated(&label.name)), &label.key, apply));
        }
    }
    for label in &state.project().schema().labels {
        if let Some(how) = how {
            let all = Action::Occurrences(OccurrenceAction::Everywhere(label.id.clone(), None));
            let how = if how == "Tag as" { "Tag every occurrence:" } else { "Change every occurrence:" };
            let keys = if label.key.chars().count() == 1 { ["Shift+", &label.key].concat() } else { String::new() };
            items.push(Item::of(GROUPS[1], format!("{how} {}", isolated(&label.name)), &keys, all));
        }
    }
    for label in &state.project().schema().labels {
        let filter = Filter { label: Some(label.id.clone()), ..Filter::default() };
        items.push(Item::new(
            GROUPS[1],
            format!("List all tags labelled {}", isolated(&label.name)),
            "",
            move |store| {
                store.dispatch(Action::SetFilter(filter.clone()));
                show_tab(store, Tab::Annotations);
            },
        ));
    }
}

fn add_articles(state: &State, items: &mut Vec<Item>) {
    let articles = state.project().articles();
    for article in articles {
        let id = article.id.clone();
        items.push(Item::new(GROUPS[2], format!("Go to {}", isolated(&article.title)), "", move |store| {
            store.dispatch(Action::Show(id.clone()));
            let id = id.clone();
            soon(move || focus(&format!("[role=document][data-article=\"{id}\"]")));
        }));
    }
    for article in articles {
        let details = Action::Open(Some(Dialog::EditArticle(article.id.clone())));
        items.push(Item::of(GROUPS[2], format!("Details of {}", isolated(&article.title)), "", details));
        if state.shown().contains(&article.id) {
            let hide = Action::Hide(article.id.clone());
            items.push(Item::of(GROUPS[2], format!("Close the column of {}", isolated(&article.title)), "", hide));
        }
    }
}
