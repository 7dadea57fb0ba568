//! Importing files of another tool: what was recognised and what would become of it, before anything changes.

mod labels;
mod read;
mod reading;

use std::collections::BTreeMap;

use yew::prelude::*;

use crate::app::messages::{files as file_words, formats, import as words};
use crate::app::{ByPtr, Dispatcher, ImportedProject, ProjectAction, ProjectRequest, ToolFiles, ViewAction};
use crate::edit::Editor;
use crate::format::CATALOGUE;
use crate::format::draft::{Decision, OffsetUnit};
use crate::ui::widgets::{Dialog, SelectOption, select, use_dispatcher};
use labels::labels;
use read::{Options, Outcome};
use reading::{Reading, use_reading};

#[derive(Clone, Properties, PartialEq)]
pub(in crate::ui) struct ImportProps {
    pub(in crate::ui) files: ByPtr<ToolFiles>,
}

/// Shows what was read, and how to change that.
#[component]
pub(in crate::ui) fn ImportDialog(props: &ImportProps) -> Html {
    let dispatcher = use_dispatcher();
    let options = use_state_eq(|| Options { format: props.files.format, unit: None, names: BTreeMap::new() });
    let reading = use_reading(&props.files, &options);
    let close = {
        let (dispatcher, files) = (dispatcher.clone(), props.files.clone());
        Callback::from(move |()| leave(&dispatcher, &files))
    };
    let may_import = reading.outcome_of(&options).is_some_and(|outcome| outcome.open_units.is_empty());
    let onsubmit = {
        let (dispatcher, files, reading, options) =
            (dispatcher, props.files.clone(), reading.clone(), (*options).clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let outcome = reading.outcome_of(&options).filter(|outcome| outcome.open_units.is_empty());
            outcome.into_iter().for_each(|outcome| import(&dispatcher, &files, outcome));
        })
    };
    let heading = match props.files.files.len() {
        1 => words::heading(&props.files.name),
        count => words::heading_of_files(count),
    };
    html! {
        <Dialog {heading} class="import" onclose={close.clone()}>
            <form class="formats" {onsubmit}>
                <div class="import-content form-scroll">
                    { format_select(&options) }
                    { progress(&reading) }
                    <p role="status">{ counts(&reading) }</p>
                    { content(&reading, &options) }
                </div>
                <p class="muted">{ words::OPEN_ONE_STAYS }</p>
                <div class="dialog-actions">
                    <button type="button" onclick={close.reform(|_: MouseEvent| ())}>{ words::CANCEL }</button>
                    <button type="submit" class="primary" autofocus={true} aria-disabled={(!may_import).to_string()}>{ words::IMPORT }</button>
                </div>
            </form>
        </Dialog>
    }
}

/// Closes the dialog, and goes on with what was chosen together with the files.
fn leave(dispatcher: &Dispatcher, files: &ToolFiles) {
    dispatcher.dispatch(ViewAction::Open(None));
    if !files.rest.is_empty() {
        dispatcher.dispatch(ProjectAction::FilesRead((*files.rest).clone()));
    }
}

fn import(dispatcher: &Dispatcher, files: &ToolFiles, outcome: &Outcome) {
    let Outcome { project, warnings, warning_count, .. } = outcome;
    let mut listed: Vec<String> = warnings.iter().take(3).cloned().collect();
    if *warning_count > listed.len() {
        listed.push(words::more_warnings(warning_count - listed.len()));
    }
    let name = if files.files.len() == 1 { &files.name } else { &project.title };
    let message = file_words::imported(name, project, &listed);
    let editor = Box::new(Editor::new((**project).clone()));
    let imported = ImportedProject { name: files.name.clone(), editor, message, rest: files.rest.clone() };
    dispatcher.dispatch(ViewAction::Open(None));
    dispatcher.dispatch(ProjectAction::Request(ProjectRequest::Adopt(imported)));
}

fn format_select(options: &UseStateHandle<Options>) -> Html {
    let readable = CATALOGUE.iter().filter(|format| format.can_be_read && format.name != crate::format::native::NAME);
    let listed = readable.map(|format| SelectOption::new(format.name, formats::title(format.name)));
    let onchoose = {
        let options = options.clone();
        Callback::from(move |chosen: Option<String>| {
            let format = chosen.and_then(|name| CATALOGUE.iter().find(|format| format.name == name));
            if let Some(format) = format {
                options.set(Options { format: format.name, unit: None, names: BTreeMap::new() });
            }
        })
    };
    html! {
        <div class="field"><span>{ words::FORMAT }</span>{ select(words::FORMAT, listed, Some(options.format), &onchoose) }</div>
    }
}

/// How much is read. Its place stays when there is nothing to show.
fn progress(reading: &Reading) -> Html {
    let percent = reading.percent.map(|percent| percent.to_string());
    html! {
        <div class="import-progress">
            if reading.is_slow { <progress max="100" value={percent} aria-label={words::READING} /> }
        </div>
    }
}

/// What is in the files, or that they are being read. Said by screen readers when it changes.
fn counts(reading: &Reading) -> String {
    let outcome = reading.outcome.as_ref().and_then(|outcome| outcome.as_ref().ok());
    match outcome.filter(|_| !reading.is_slow) {
        Some(Outcome { project, .. }) => words::content(
            project.articles().len(),
            project.annotation_count(),
            project.relation_records().len(),
            project.entity_records().len(),
        ),
        None if reading.is_slow => words::READING.to_owned(),
        None => String::new(),
    }
}

fn content(reading: &Reading, options: &UseStateHandle<Options>) -> Html {
    match reading.outcome.as_ref().map(|outcome| outcome.as_ref()) {
        None => Html::default(),
        Some(Err(problem)) => html! { <p class="problem" role="alert">{ problem.clone() }</p> },
        Some(Ok(outcome)) => html! {
            <>
                { unit_choice(outcome, options) }
                { labels(outcome, options) }
                { warnings(outcome) }
            </>
        },
    }
}

fn unit_choice(outcome: &Outcome, options: &UseStateHandle<Options>) -> Html {
    if outcome.units.len() < 2 {
        return Html::default();
    }
    let listed = std::iter::once(SelectOption::new("", words::AS_FOUND))
        .chain(outcome.units.iter().map(|&unit| SelectOption::new(unit.name(), words::unit(unit))));
    let onchoose = {
        let options = options.clone();
        Callback::from(move |chosen: Option<String>| {
            let unit = chosen.and_then(|name| OffsetUnit::ALL.into_iter().find(|unit| unit.name() == name));
            options.set(Options { unit, ..(*options).clone() });
        })
    };
    let found = outcome.decisions.iter().find_map(|decision| match decision {
        Decision::Decided(unit) | Decision::Best(unit) => Some(words::found_unit(*unit)),
        Decision::Open(_) => None,
    });
    html! {
        <div>
            <div class="field"><span>{ words::UNIT }</span>
                { select(words::UNIT, listed, options.unit.map(OffsetUnit::name), &onchoose) }</div>
            if outcome.open_units.is_empty() {
                if let Some(found) = found { <p class="muted">{ found }</p> }
            } else {
                <p class="problem" role="alert">{ words::CHOOSE_UNIT }</p>
            }
        </div>
    }
}

fn warnings(outcome: &Outcome) -> Html {
    let (listed, count) = (&outcome.warnings, outcome.warning_count);
    if count == 0 {
        return Html::default();
    }
    html! {
        <details class="left-out" open={count <= 5}>
            <summary>{ words::warnings(count) }</summary>
            <ul>
                { for listed.iter().map(|warning| html! { <li>{ warning.clone() }</li> }) }
                if count > listed.len() { <li>{ words::more_warnings(count - listed.len()) }</li> }
            </ul>
        </details>
    }
}
