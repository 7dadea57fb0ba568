//! Help: how to tag in a few words, and every key.

use yew::prelude::*;

use super::frame::Frame;
use crate::ui::keys::{SHORTCUTS, Shortcut};

/// The help.
pub(super) fn help() -> Html {
    html! {
        <Frame heading="Help" class="broad" scrolls={true}>
            <ol class="how-to">
                <li>{ "Drag over words, double-click one, or select with Shift and the arrows. The selection snaps to whole words; hold Alt for exact characters." }</li>
                <li>{ "Press a label's key, or click the label in the palette or at the top." }</li>
                <li>{ "Click a tag to select it; click again for the one around it. Drag its edges, change its label, write a note, or remove it." }</li>
                <li>{ "Everything is kept in this browser. Export gives you a JSON file with all articles and tags; the ▾ beside it, a table for a spreadsheet." }</li>
            </ol>
            <div class="shortcuts">
                { for SHORTCUTS.iter().map(|(heading, shortcuts)| html! {
                    <section key={*heading}>
                        <h3>{ *heading }</h3>
                        <dl>{ for shortcuts.iter().map(row) }</dl>
                    </section>
                }) }
            </div>
        </Frame>
    }
}

fn row(shortcut: &Shortcut) -> Html {
    let keys = shortcut.keys.split(" / ").map(|keys| html! { <kbd>{ keys }</kbd> });
    html! { <div><dt>{ for keys }</dt><dd>{ shortcut.what }</dd></div> }
}
