//! Help: how to tag, and what each key does.

use yew::prelude::*;

use crate::app::commands::{Group, HelpRow, help};
use crate::app::messages::help as words;
use crate::ui::widgets::Dialog;

/// Help.
pub(super) fn help_dialog() -> Html {
    html! {
        <Dialog key="help" heading={words::HEADING} class="broad" scrolls={true}>
            <ol class="how-to">{ for words::HOW_TO.iter().map(|step| html! { <li>{ *step }</li> }) }</ol>
            <div class="shortcuts">{ for Group::ALL.into_iter().map(section) }</div>
        </Dialog>
    }
}

fn section(group: Group) -> Html {
    html! {
        <section key={words::heading(group)}>
            <h3>{ words::heading(group) }</h3>
            <dl>{ for help(group).into_iter().map(row) }</dl>
        </section>
    }
}

/// Two columns: the keys, and what they do.
fn row(HelpRow { keys, text }: HelpRow) -> Html {
    html! { <div><dt>{ for keys.into_iter().map(|keys| html! { <kbd>{ keys }</kbd> }) }</dt><dd>{ text }</dd></div> }
}
