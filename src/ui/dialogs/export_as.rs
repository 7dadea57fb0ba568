//! Which format to export in, and what it leaves out.

use yew::prelude::*;

use super::frame::Frame;
use crate::app::messages;
use crate::format::{self, ExportOptions, Format};
use crate::ui::exporting;
use crate::ui::shared::{Shared, use_store};
use crate::ui::store::{Action, State};

/// The first format has a button and a key of its own, so that whoever comes here wants another.
const FIRST_CHOICE: usize = 1;

#[derive(Properties, PartialEq)]
pub(super) struct ExportAsProps {
    pub(super) state: Shared<State>,
}

/// Lets a person choose a format, and shows what it leaves out before anything is written.
#[component]
pub(super) fn ExportAs(props: &ExportAsProps) -> Html {
    let store = use_store();
    let chosen = use_state(|| FIRST_CHOICE);
    // Whoever opens a table by a double click gets a spreadsheet, and should get it unharmed.
    let for_spreadsheets = use_state(|| true);
    let Some(&format) = format::formats().get(*chosen) else { return html! {} };
    let onsubmit = {
        let for_spreadsheets = *for_spreadsheets;
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            store.dispatch(Action::Open(None));
            exporting::export_as(&store, format, ExportOptions { for_spreadsheets });
        })
    };
    let choices = format::formats().iter().enumerate().map(|(at, format)| {
        let choose = chosen.setter();
        let onchange = Callback::from(move |_: Event| choose.set(at));
        choice(*format, at == *chosen, onchange)
    });
    let onchange = {
        let for_spreadsheets = for_spreadsheets.clone();
        Callback::from(move |_: Event| for_spreadsheets.set(!*for_spreadsheets))
    };
    html! {
        <Frame heading="Download as">
            <form class="formats" {onsubmit}>
                <fieldset>
                    <legend>{ "Format" }</legend>
                    { for choices }
                </fieldset>
                if format.is_for_spreadsheets() {
                    <label class="choice">
                        <input type="checkbox" checked={*for_spreadsheets} {onchange} aria-describedby="spreadsheet-hint" />
                        <span>
                            { "Safe to open in a spreadsheet" }
                            <span id="spreadsheet-hint" class="hint">{ "Marks the file as UTF-8, and puts an apostrophe before texts that a spreadsheet would take for formulas and compute. Leave it off for programs that read data." }</span>
                        </span>
                    </label>
                }
                { left_out(format, &props.state) }
                <div class="dialog-actions"><button type="submit" class="primary">{ "Download" }</button></div>
            </form>
        </Frame>
    }
}

fn choice(format: &dyn Format, is_chosen: bool, onchange: Callback<Event>) -> Html {
    html! {
        <label class="choice" key={format.name()}>
            <input type="radio" name="format" value={format.name()} checked={is_chosen} {onchange} />
            <span>
                { format!("{} (.{})", messages::formats::title(format), format.extension()) }
                <span class="hint">{ messages::formats::about(format) }</span>
            </span>
        </label>
    }
}

fn left_out(format: &dyn Format, state: &State) -> Html {
    let dropped = format.dropped(state.project());
    if dropped.is_empty() {
        return html! { <p class="left-out">{ "Nothing is left out." }</p> };
    }
    html! {
        <div class="left-out" role="group" aria-labelledby="left-out">
            <p id="left-out">{ "Left out, because the format has no place for it:" }</p>
            <ul>{ for dropped.iter().map(|one| html! { <li>{ messages::formats::dropped(one) }</li> }) }</ul>
        </div>
    }
}
