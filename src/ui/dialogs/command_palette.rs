//! The command palette: one field that finds every command, label, article and entity.

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use yew::prelude::*;

use crate::app::command_palette::{Entry, Matches, entries};
use crate::app::keymap::is_key_of;
use crate::app::messages::commands as words;
use crate::app::{Dispatcher, State, ViewAction};
use crate::ui::dom::events::key_press;
use crate::ui::dom::focus::use_initial_focus;
use crate::ui::widgets::{Choice, ComboOption, Combobox, Dialog, close_dialog_now, use_dispatcher};

#[derive(Clone, Properties, PartialEq)]
pub(in crate::ui) struct CommandPaletteProps {
    /// The titles of commands that were run lately, the newest first.
    recent: Vec<String>,
}

impl CommandPaletteProps {
    pub(super) fn of(state: &State) -> Self {
        Self { recent: state.recent_commands.clone() }
    }
}

/// The command palette. What can be done is that of the moment at which it was opened.
#[component]
pub(super) fn CommandPalette(props: &CommandPaletteProps) -> Html {
    let dispatcher = use_dispatcher();
    let entries = use_memo((), |()| entries(&dispatcher.state()));
    let typed = use_state_eq(String::new);
    let field = use_node_ref();
    use_initial_focus(&field, true);
    use_closing_keys(&dispatcher, &field);
    let matches = Matches::find(&entries, &typed, &props.recent);
    let status = words::count(matches.listed().count(), matches.count);
    let oninput = {
        let typed = typed.setter();
        Callback::from(move |text: String| typed.set(text))
    };
    let onchoose = {
        let (dispatcher, entries, recent) = (dispatcher.clone(), entries.clone(), props.recent.clone());
        let typed = (*typed).clone();
        Callback::from(move |Choice { index, .. }: Choice| {
            let matches = Matches::find(&entries, &typed, &recent);
            if let Some(entry) = matches.listed().nth(index) {
                run(&dispatcher, entry);
            }
        })
    };
    html! {
        <Dialog heading={words::PALETTE} class="commands">
            <Combobox id="command" label={words::FIND} list_label={words::PALETTE} placeholder={words::FIND} {field}
                text={AttrValue::from((*typed).clone())} options={options(&matches)} classes={("command-field", "command-list")} {oninput} {onchoose} />
            <p class="muted" role="status">{ status }</p>
        </Dialog>
    }
}

fn options(matches: &Matches<'_>) -> Vec<ComboOption> {
    let mut options = Vec::new();
    for (group, entries) in &matches.groups {
        for (i, entry) in entries.iter().enumerate() {
            let heading = (i == 0).then(|| group.heading().into());
            let content = html! {
                <>
                    <span>{ &entry.title }</span>
                    if !entry.keys.is_empty() { <kbd>{ &entry.keys }</kbd> }
                </>
            };
            // Two entities or articles may have the same name.
            let key = format!("{} {}", options.len(), entry.title);
            options.push(ComboOption { heading, class: classes!("command"), ..ComboOption::new(key, content) });
        }
    }
    options
}

/// The keys that open the palette close it too.
#[hook]
fn use_closing_keys(dispatcher: &Dispatcher, field: &NodeRef) {
    let (dispatcher, field) = (dispatcher.clone(), field.clone());
    use_effect_with((), move |()| {
        let options = EventListenerOptions::enable_prevent_default();
        let on_key = move |event: &Event| {
            let press = event.dyn_ref::<KeyboardEvent>().map(key_press);
            if press.is_some_and(|press| is_key_of(&dispatcher.state(), "commands", &press)) {
                event.prevent_default();
                dispatcher.dispatch(ViewAction::Open(None));
            }
        };
        let field = field.cast::<HtmlElement>();
        let listener = field.map(|field| EventListener::new_with_options(&field, "keydown", options, on_key));
        move || drop(listener)
    });
}

/// Closes the dialog first: that gives the focus back, and the command may move it elsewhere.
fn run(dispatcher: &Dispatcher, entry: &Entry) {
    dispatcher.dispatch(ViewAction::Ran(entry.title.clone()));
    close_dialog_now();
    dispatcher.dispatch(ViewAction::Open(None));
    dispatcher.dispatch(entry.action.clone());
}
