//! Exporting in another format: the format, how it is written, and what it leaves out.

use yew::prelude::*;

use crate::app::messages::{export as words, formats};
use crate::app::{ByPtr, Download, ProjectAction, State, ViewAction};
use crate::format::{self, ExportOptions, Format};
use crate::model::Project;
use crate::ui::widgets::{Dialog, use_dispatcher};

/// What is chosen at first: the native JSON has a button and a key of its own.
const FIRST_CHOICE: &str = crate::format::csv::INFO.name;

#[derive(Clone, Properties, PartialEq)]
pub(in crate::ui) struct ExportProps {
    project: ByPtr<Project>,
}

impl ExportProps {
    pub(super) fn of(state: &State) -> Self {
        Self { project: ByPtr(state.project().clone()) }
    }
}

/// Chooses a format, and shows what it leaves out before anything is written.
#[component]
pub(in crate::ui) fn ExportDialog(props: &ExportProps) -> Html {
    let dispatcher = use_dispatcher();
    let written = || format::formats().iter().filter(|format| format.info().can_be_written);
    let chosen = use_state_eq(|| written().position(|format| format.name() == FIRST_CHOICE).unwrap_or_default());
    // Users who open a table by a double click get it in a spreadsheet, which must not change it.
    let for_spreadsheets = use_state_eq(|| true);
    let tabs = use_state_eq(|| false);
    let with_texts = use_state_eq(|| true);
    let Some(&format) = written().nth(*chosen) else { return Html::default() };
    let options = ExportOptions {
        for_spreadsheets: *for_spreadsheets,
        tabs: *tabs,
        without_texts: !*with_texts,
        ..ExportOptions::default()
    };
    let onsubmit = {
        let download = Download::Project { format: format.name(), options };
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            dispatcher.dispatch(ViewAction::Open(None));
            dispatcher.dispatch(ProjectAction::Download(download.clone()));
        })
    };
    let choices = written().enumerate().map(|(at, format)| {
        let chosen_now = *chosen;
        let chosen = chosen.setter();
        choice(*format, at == chosen_now, Callback::from(move |_: Event| chosen.set(at)))
    });
    let onchange = {
        let for_spreadsheets = for_spreadsheets.clone();
        Callback::from(move |_: Event| for_spreadsheets.set(!*for_spreadsheets))
    };
    html! {
        <Dialog heading={words::HEADING}>
            <form class="formats" {onsubmit}>
                <fieldset class="form-scroll"><legend>{ words::FORMAT }</legend>{ for choices }</fieldset>
                if format.info().is_for_spreadsheets {
                    <>{ spreadsheet_option(*for_spreadsheets, onchange) }{ option(words::TABS, &tabs) }</>
                }
                if format.info().texts_are_optional { { option(words::WITH_TEXTS, &with_texts) } }
                { left_out(format, &props.project, options) }
                <div class="dialog-actions"><button type="submit" class="primary">{ words::DOWNLOAD }</button></div>
            </form>
        </Dialog>
    }
}

fn choice(format: &dyn Format, is_chosen: bool, onchange: Callback<Event>) -> Html {
    html! {
        <label class="choice" key={format.name()}>
            <input type="radio" name="format" value={format.name()} checked={is_chosen} {onchange} />
            <span>
                { words::format(formats::title(format.name()), format.extension()) }
                <span class="hint">{ formats::about(format.name()) }</span>
            </span>
        </label>
    }
}

fn spreadsheet_option(is_on: bool, onchange: Callback<Event>) -> Html {
    html! {
        <label class="choice">
            <input type="checkbox" checked={is_on} {onchange} aria-describedby="spreadsheet-hint" />
            <span>
                { words::FOR_SPREADSHEETS }
                <span id="spreadsheet-hint" class="hint">{ words::FOR_SPREADSHEETS_HINT }</span>
            </span>
        </label>
    }
}

fn option(words: &'static str, value: &UseStateHandle<bool>) -> Html {
    let onchange = {
        let value = value.clone();
        Callback::from(move |_: Event| value.set(!*value))
    };
    html! { <label class="choice"><input type="checkbox" checked={**value} {onchange} /><span>{ words }</span></label> }
}

fn left_out(format: &dyn Format, project: &Project, options: ExportOptions) -> Html {
    let dropped = format.dropped_with(project, options);
    if dropped.is_empty() {
        return html! { <p class="left-out">{ words::NOTHING_LEFT_OUT }</p> };
    }
    html! {
        <div class="left-out" role="group" aria-labelledby="left-out">
            <p id="left-out">{ words::LEFT_OUT }</p>
            <ul>{ for dropped.iter().map(|one| html! { <li>{ formats::dropped(one) }</li> }) }</ul>
        </div>
    }
}
