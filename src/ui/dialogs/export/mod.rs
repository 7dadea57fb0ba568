//! Exporting in another format: the format and its options, what would be written, and what is left out, before anything is.

mod choice;
mod options;
mod shown;

use yew::prelude::*;

use crate::app::messages::{export as words, formats};
use crate::app::{ByPtr, Download, Exporting, ExportingAction, ProjectAction, State, ViewAction};
use crate::format::{Dropped, ExportPreview, FilePreview, FormatInfo, Sample};
use crate::model::Project;
use crate::ui::widgets::{Dialog, use_dispatcher};
use choice::{Choice, written};
use options::options;
use shown::{Shown, use_shown};

#[derive(Clone, Properties, PartialEq)]
pub(in crate::ui) struct ExportProps {
    project: ByPtr<Project>,
    exporting: Option<Exporting>,
}

impl ExportProps {
    pub(super) fn of(state: &State) -> Self {
        Self { project: ByPtr(state.project().clone()), exporting: state.exporting }
    }
}

/// Chooses a format and how it is written.
#[component]
pub(in crate::ui) fn ExportDialog(props: &ExportProps) -> Html {
    let dispatcher = use_dispatcher();
    let choice = use_state_eq(Choice::recall);
    let sample = use_memo(props.project.clone(), |project| Sample::of(project));
    let shown = use_shown(&props.project, &sample, &choice);
    let is_writing = props.exporting.is_some();
    let onsubmit = {
        let (dispatcher, choice) = (dispatcher.clone(), *choice);
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if !is_writing {
                choice.remember();
                let Choice { format, options } = choice;
                dispatcher.dispatch(ProjectAction::Download(Download::Project { format: format.name, options }));
            }
        })
    };
    // While a file is written, this cancels that; then it closes the dialog.
    let onclose = Callback::from(move |()| match is_writing {
        true => dispatcher.dispatch(ExportingAction::Cancel),
        false => dispatcher.dispatch(ViewAction::Open(None)),
    });
    let choices = written().map(|format| {
        let choice = choice.clone();
        let is_chosen = choice.format.name == format.name;
        format_choice(format, is_chosen, Callback::from(move |_: Event| choice.set(Choice { format, ..*choice })))
    });
    html! {
        <Dialog heading={words::HEADING} class="broad" onclose={onclose.clone()}>
            <form class="formats" {onsubmit}>
                <div class="export-columns">
                    <fieldset class="export-formats"><legend>{ words::FORMAT }</legend>{ for choices }</fieldset>
                    <div class="export-details" role="region" aria-label={words::DETAILS} tabindex="0">
                        <p id="export-about" class="muted">{ formats::about(choice.format.name) }</p>
                        { options(&choice) }
                        { left_out(shown.dropped_of(&choice)) }
                        { preview(shown.preview_of(&choice), &sample, &props.project) }
                    </div>
                </div>
                <p class="export-summary" role="status">{ summary(&shown, &choice, &sample) }</p>
                <div class="dialog-actions">
                    { progress(props.exporting) }
                    if is_writing { <button type="button" onclick={onclose.reform(|_: MouseEvent| ())}>{ words::CANCEL }</button> }
                    <button type="submit" class="primary" aria-disabled={is_writing.to_string()}>{ words::DOWNLOAD }</button>
                </div>
            </form>
        </Dialog>
    }
}

fn format_choice(format: &'static FormatInfo, is_chosen: bool, onchange: Callback<Event>) -> Html {
    let about = is_chosen.then_some("export-about");
    html! {
        <label class="choice" key={format.name}>
            <input type="radio" name="format" value={format.name} checked={is_chosen} {onchange} aria-describedby={about} />
            <span>{ words::format(formats::title(format.name), format.extension) }</span>
        </label>
    }
}

/// How many files there would be, and how much would be left out. Said by screen readers when it changes.
fn summary(shown: &Shown, choice: &Choice, sample: &Sample) -> String {
    let Some((dropped, preview)) = shown.dropped_of(choice).zip(shown.preview_of(choice)) else {
        return words::COUNTING.to_owned();
    };
    words::summary(sample.is_whole.then_some(preview.count), dropped.iter().map(|one| one.count).sum())
}

fn left_out(dropped: Option<&[Dropped]>) -> Html {
    match dropped {
        None => html! { <p class="left-out">{ words::COUNTING }</p> },
        Some([]) => html! { <p class="left-out">{ words::NOTHING_LEFT_OUT }</p> },
        Some(dropped) => html! {
            <div class="left-out" role="group" aria-labelledby="left-out">
                <p id="left-out">{ words::LEFT_OUT }</p>
                <ul>{ for dropped.iter().map(|one| html! { <li>{ formats::dropped(one) }</li> }) }</ul>
            </div>
        },
    }
}

/// The first lines of the files. Of a large project, those of a part of it, whose sizes say nothing.
fn preview(preview: Option<&ExportPreview>, sample: &Sample, project: &Project) -> Html {
    let Some(preview) = preview else { return Html::default() };
    let title = project.articles().first().map_or("", |article| article.title.as_str());
    let files = preview.files.iter().enumerate().map(|(at, file)| file_preview(file, at == 0, sample.is_whole));
    html! {
        <section class="left-out" aria-label={words::PREVIEW}>
            <p>{ words::PREVIEW }</p>
            if !sample.is_whole { <p class="muted">{ words::preview_of(title, project.articles().len()) }</p> }
            { for files }
            if preview.count > preview.files.len() {
                <p class="muted">{ words::more_files(preview.count - preview.files.len()) }</p>
            }
        </section>
    }
}

fn file_preview(file: &FilePreview, is_first: bool, has_size: bool) -> Html {
    let more = if file.has_more { "\n…" } else { "" };
    html! {
        <details open={is_first} key={file.name.clone()}>
            <summary>
                <bdi>{ file.name.clone() }</bdi>
                if has_size { <span class="muted">{ " " }{ words::size(file.bytes) }</span> }
            </summary>
            <pre class="export-lines" dir="auto">{ file.lines.join("\n") }{ more }</pre>
        </details>
    }
}

fn progress(exporting: Option<Exporting>) -> Html {
    let Some(exporting) = exporting else { return Html::default() };
    let percent = exporting.percent.map(|percent| percent.to_string());
    html! { <progress class="export-progress" max="100" value={percent} aria-label={words::WRITING} /> }
}
