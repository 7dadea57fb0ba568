//! Importing files of another tool: what was recognised and what would become of it, before anything changes.

mod destination;
mod labels;
mod read;
mod reading;
mod submit;

use std::collections::BTreeMap;

use yew::prelude::*;

use crate::app::messages::{add_articles as add_words, formats, import as words};
use crate::app::{ByPtr, State, ToolFiles};
use crate::format::draft::{Decision, OffsetUnit};
use crate::format::{CATALOGUE, native};
use crate::model::Project;
use crate::ui::widgets::{Dialog, SelectOption, select, use_dispatcher};
use destination::{Addition, Place, added, destination};
use labels::labels;
use read::{Options, Outcome};
use reading::{Reading, use_reading};
use submit::{add, add_as_texts, import, leave};

#[derive(Clone, Properties, PartialEq)]
pub(in crate::ui) struct ImportProps {
    pub(in crate::ui) files: ByPtr<ToolFiles>,
    /// The open project.
    project: ByPtr<Project>,
    /// Whether the open project can be changed.
    can_edit: bool,
}

impl ImportProps {
    pub(in crate::ui) fn of(state: &State, files: &ByPtr<ToolFiles>) -> Self {
        let project = ByPtr(state.project().clone());
        Self { files: files.clone(), project, can_edit: !state.editor.is_read_only() }
    }
}

/// Shows what was read, and how to change that.
#[component]
pub(in crate::ui) fn ImportDialog(props: &ImportProps) -> Html {
    let dispatcher = use_dispatcher();
    let options = use_state_eq(|| Options { format: props.files.format, unit: None, names: BTreeMap::new() });
    let reading = use_reading(&props.files, &options);
    let place = use_state_eq(|| Place::of(&props.files));
    let destinations = use_state_eq(BTreeMap::new);
    let plan = use_memo(
        (reading.outcome.clone(), props.project.clone(), *place, (*destinations).clone()),
        |(outcome, open, place, chosen)| match outcome.as_ref().map(|outcome| outcome.as_ref()) {
            Some(Ok(outcome)) if *place == Place::Here => Some(Addition::new(open, outcome, chosen)),
            _ => None,
        },
    );
    let close = {
        let (dispatcher, files) = (dispatcher.clone(), props.files.clone());
        Callback::from(move |()| leave(&dispatcher, &files))
    };
    let may_import = reading.outcome_of(&options).is_some_and(|outcome| outcome.open_units.is_empty())
        && (*plan).as_ref().is_none_or(|addition| props.can_edit && !addition.plan.is_empty());
    let onsubmit = {
        let (dispatcher, files, reading, options, plan) =
            (dispatcher.clone(), props.files.clone(), reading.clone(), (*options).clone(), plan.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let Some(outcome) = reading.outcome_of(&options).filter(|_| may_import) else { return };
            match &*plan {
                Some(addition) => add(&dispatcher, &files, &addition.plan),
                None => import(&dispatcher, &files, outcome),
            }
        })
    };
    let as_texts = {
        let files = props.files.clone();
        let add = Callback::from(move |_: MouseEvent| add_as_texts(&dispatcher, &files));
        as_texts_button(&props.files, add)
    };
    let button = if *place == Place::Here { words::ADD } else { words::IMPORT };
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
                    { destination(props.can_edit, &place) }
                    { for (*plan).as_ref().map(|addition| added(addition, &props.project, &destinations)) }
                </div>
                if *place == Place::New { <p class="muted">{ words::OPEN_ONE_STAYS }</p> }
                <div class="dialog-actions">
                    <button type="button" onclick={close.reform(|_: MouseEvent| ())}>{ words::CANCEL }</button>
                    { as_texts }
                    <button type="submit" class="primary" autofocus={true} aria-disabled={(!may_import).to_string()}>{ button }</button>
                </div>
            </form>
        </Dialog>
    }
}

/// The button that adds files as articles, if they are called texts.
fn as_texts_button(files: &ToolFiles, onclick: Callback<MouseEvent>) -> Html {
    if files.as_texts.is_empty() {
        return Html::default();
    }
    html! { <button type="button" {onclick}>{ add_words::AS_TEXT }</button> }
}

fn format_select(options: &UseStateHandle<Options>) -> Html {
    // A project is opened without this dialog, unless it is to be added.
    if options.format == native::NAME {
        return Html::default();
    }
    let readable = CATALOGUE.iter().filter(|format| format.can_be_read && format.name != native::NAME);
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
                { for predictions(&outcome.project) }
                { unit_choice(outcome, options) }
                { labels(outcome, options) }
                { warnings(outcome) }
            </>
        },
    }
}

/// How many predictions of each model become suggestions.
fn predictions(project: &Project) -> impl Iterator<Item = Html> {
    let mut models: BTreeMap<&str, usize> = BTreeMap::new();
    for prediction in project.predictions().values() {
        *models.entry(&prediction.model).or_default() += 1;
    }
    models.into_iter().map(|(model, count)| html! { <p>{ words::predictions(count, model) }</p> })
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
