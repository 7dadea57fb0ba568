//! The command palette: one field that finds every command, label, article and entity.

use yew::prelude::*;

use crate::app::command_palette::{Entry, Matches, entries};
use crate::app::messages::commands as words;
use crate::app::{Dispatcher, State, ViewAction};
use crate::ui::dom::focus::use_initial_focus;
use crate::ui::widgets::{Choice, ComboOption, Combobox, Dialog, text_of, use_dispatcher};

#[derive(Clone, Properties, PartialEq)]
pub(super) struct CommandPaletteProps {
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
    let matches = Matches::find(&entries, &typed, &props.recent);
    let status = words::count(matches.listed().count(), matches.count);
    let oninput = {
        let typed = typed.setter();
        Callback::from(move |text: String| typed.set(text))
    };
    let onchoose = {
        let (dispatcher, field, entries, recent) =
            (dispatcher.clone(), field.clone(), entries.clone(), props.recent.clone());
        Callback::from(move |Choice { index, .. }: Choice| {
            // What was typed may not be rendered yet.
            let matches = Matches::find(&entries, &text_of(&field), &recent);
            if let Some(entry) = matches.listed().nth(index) {
                run(&dispatcher, entry);
            }
        })
    };
    html! {
        <Dialog heading={words::PALETTE} class="commands">
            <div class="command-palette" onkeydown={closing_keys(&dispatcher)}>
                <Combobox id="command" label={words::FIND} list_label={words::PALETTE} placeholder={words::FIND} {field}
                    text={AttrValue::from((*typed).clone())} options={options(&matches)} classes={("command-field", "command-list")} {oninput} {onchoose} />
                <p class="muted" role="status">{ status }</p>
            </div>
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
            let key = format!("{} {}", group.heading(), entry.title);
            options.push(ComboOption { heading, class: classes!("command"), ..ComboOption::new(key, content) });
        }
    }
    options
}

/// The keys that open the palette close it too.
fn closing_keys(dispatcher: &Dispatcher) -> Callback<KeyboardEvent> {
    let dispatcher = dispatcher.clone();
    Callback::from(move |event: KeyboardEvent| {
        let is_ctrl = event.ctrl_key() || event.meta_key();
        if is_ctrl && event.key().eq_ignore_ascii_case("k") {
            event.prevent_default();
            dispatcher.dispatch(ViewAction::Open(None));
        }
    })
}

/// Closes the dialog first: that gives the focus back, and the command may move it elsewhere.
fn run(dispatcher: &Dispatcher, entry: &Entry) {
    dispatcher.dispatch(ViewAction::Ran(entry.title.clone()));
    dispatcher.dispatch(ViewAction::Open(None));
    dispatcher.dispatch(entry.action.clone());
}
