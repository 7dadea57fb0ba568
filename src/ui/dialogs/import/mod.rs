//! Importing files of another tool: what was recognised and what would become of it, before anything changes.

mod destination;
mod labels;
mod read;
mod submit;

use std::collections::BTreeMap;
use std::rc::Rc;

use yew::prelude::*;

use crate::app::messages::{add_articles as add_words, formats, import as words};
use crate::app::{ByPtr, State, ToolFiles};
use crate::format::draft::{Decision, OffsetUnit};
use crate::format::{CATALOGUE, native};
use crate::model::Project;
use crate::ui::widgets::{Dialog, SelectOption, select, use_dispatcher};
use destination::{Addition, Place, added, destination};
use labels::labels;
use read::{Options, Outcome, read};
use submit::{add, add_as_texts, import, leave};

/// How many warnings are listed.
const WARNINGS: usize = 200;

#[derive(Clone, Properties, PartialEq)]
pub(in crate::ui) struct ImportProps {
    files: ByPtr<ToolFiles>,
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
    let outcome = use_memo(((*options).clone(), props.files.clone()), |(options, files)| read(files, options));
    let place = use_state_eq(|| Place::of(&props.files));
    let destinations = use_state_eq(BTreeMap::new);
    let plan = use_memo(
        (ByPtr(outcome.clone()), props.project.clone(), *place, (*destinations).clone()),
        |(outcome, open, place, chosen)| match &**outcome {
            Ok(outcome) if *place == Place::Here => Some(Addition::new(open, outcome, chosen)),
            _ => None,
        },
    );
    let dispatcher_of_texts = dispatcher.clone();
    let close = {
        let (dispatcher, files) = (dispatcher.clone(), props.files.clone());
        Callback::from(move |()| leave(&dispatcher, &files))
    };
    let onsubmit = {
        let (dispatcher, files, outcome, plan) = (dispatcher, props.files.clone(), outcome.clone(), plan.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            match &*plan {
                Some(addition) => add(&dispatcher, &files, &addition.plan),
                None => import(&dispatcher, &files, &outcome),
            }
        })
    };
    let as_texts = {
        let files = props.files.clone();
        let add = Callback::from({
            let dispatcher = dispatcher_of_texts;
            move |_: MouseEvent| add_as_texts(&dispatcher, &files)
        });
        as_texts_button(&props.files, add)
    };
    let content = match &*outcome {
        Err(problem) => html! { <p class="problem" role="alert">{ problem.clone() }</p> },
        Ok(outcome) => shown(outcome, &options),
    };
    let may_import = outcome.as_ref().as_ref().is_ok_and(|outcome| outcome.open_units.is_empty())
        && (*plan).as_ref().is_none_or(|addition| props.can_edit && !addition.plan.is_empty());
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
                    { content }
                    { destination(props.can_edit, &place) }
                    { for (*plan).as_ref().map(|addition| added(addition, &props.project, &destinations)) }
                </div>
                if *place == Place::New { <p class="muted">{ words::OPEN_ONE_STAYS }</p> }
                <div class="dialog-actions">
                    <button type="button" onclick={close.reform(|_: MouseEvent| ())}>{ words::CANCEL }</button>
                    { as_texts }
                    <button type="submit" class="primary" autofocus={true} disabled={!may_import}>{ button }</button>
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

fn shown(outcome: &Outcome, options: &UseStateHandle<Options>) -> Html {
    let project = &outcome.project;
    let counts = words::content(
        project.articles().len(),
        project.annotation_count(),
        project.relation_records().len(),
        project.entity_records().len(),
    );
    html! {
        <>
            <p role="status">{ counts }</p>
            { for predictions(project) }
            { unit_choice(outcome, options) }
            { labels(outcome, options) }
            { warnings(&outcome.warnings) }
        </>
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

fn warnings(all: &Rc<Vec<String>>) -> Html {
    if all.is_empty() {
        return Html::default();
    }
    html! {
        <details class="left-out" open={all.len() <= 5}>
            <summary>{ words::warnings(all.len()) }</summary>
            <ul>
                { for all.iter().take(WARNINGS).map(|warning| html! { <li>{ warning.clone() }</li> }) }
                if all.len() > WARNINGS { <li>{ words::more_warnings(all.len() - WARNINGS) }</li> }
            </ul>
        </details>
    }
}
