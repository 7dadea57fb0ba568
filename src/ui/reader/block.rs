//! A block of text with the tags over it drawn as `<mark>`s, one for each run of equal annotation sets.

use std::rc::Rc;

use yew::prelude::*;

use crate::analysis::lacking;
use crate::model::{AnnotationId, LabelKind, Run, Schema};
use crate::text::{Text, TextRange};
use crate::ui::label_style::LANES;
use crate::ui::shared::Shared;

#[derive(Properties)]
pub(super) struct BlockViewProps {
    pub(super) text: Text,
    pub(super) index: usize,
    pub(super) range: TextRange,
    /// The runs of the block, if it is near enough to the window for its tags to be drawn.
    pub(super) runs: Option<Rc<Vec<Run>>>,
    pub(super) selected: Option<AnnotationId>,
    /// Those of the block's annotations that are selected along with it.
    pub(super) also_selected: Vec<AnnotationId>,
    pub(super) schema: Shared<Schema>,
}

impl PartialEq for BlockViewProps {
    fn eq(&self, other: &Self) -> bool {
        // The text of an article never changes, so its stretch tells it.
        self.range == other.range
            && self.selected == other.selected
            && self.also_selected == other.also_selected
            && self.runs == other.runs
            && (self.runs.is_none() || self.schema == other.schema)
    }
}

/// A block of text.
#[component]
pub(super) fn BlockView(props: &BlockViewProps) -> Html {
    let content = match &props.runs {
        None => html! { { props.text.slice(props.range).to_owned() } },
        Some(runs) => runs.iter().map(|run| draw(props, run)).collect(),
    };
    html! { <div class={classes!("block", lines_class(props))} data-block={props.index.to_string()}>{ content }</div> }
}

/// A class that estimates the block's height for as long as it has not been laid out.
fn lines_class(props: &BlockViewProps) -> String {
    // About 65 characters a line, and a line for each line end.
    let text = props.text.slice(props.range);
    let lines: usize = text.split_inclusive('\n').map(|line| line.len().div_ceil(65).max(1)).sum();
    format!("lines-{}", (lines / 20).clamp(1, 12))
}

fn draw(props: &BlockViewProps, run: &Run) -> Html {
    let text = props.text.slice(run.range).to_owned();
    if run.running.is_empty() {
        return html! { { text } };
    }
    let ids: Vec<_> = run.running.iter().map(|one| one.annotation.id.as_str()).collect();
    let labels: Vec<_> = run.running.iter().map(|one| one.annotation.label.as_str()).collect();
    let is_selected = |id: &AnnotationId| props.selected.as_ref() == Some(id);
    let is_also = |id: &AnnotationId| props.also_selected.contains(id);
    let selected = run.running.iter().any(|one| is_selected(&one.annotation.id) || is_also(&one.annotation.id));
    let mut classes = classes!(selected.then_some("selected"), (run.running.len() > LANES).then_some("deep"));
    let mut chips = Vec::new();
    let mut handles = (Html::default(), Html::default());
    for one in &run.running {
        let Some(i) = props.schema.labels.iter().position(|label| label.id == one.annotation.label) else { continue };
        classes.push(format!("lane-{}-{i}", one.lane.min(LANES - 1)));
        let begins = one.range.start() == run.range.start() && one.annotation.start() == run.range.start();
        let ends = one.range.end() == run.range.end() && one.annotation.end() == run.range.end();
        let label = &props.schema.labels[i];
        if ends && lacking(&label.attributes, &one.annotation.attributes).next().is_some() {
            classes.push("lacks");
        }
        if begins && label.kind != LabelKind::Entity {
            chips.push(
                html! { <i class={format!("chip label-{i}")} data-short={label.short.clone()} aria-hidden="true" /> },
            );
        }
        if is_also(&one.annotation.id) {
            classes.push(format!("label-{i}"));
        }
        if is_selected(&one.annotation.id) {
            classes.push(format!("label-{i}"));
            if begins {
                handles.0 = html! { <i class="handle" data-edge="start" aria-hidden="true" /> };
            }
            if ends {
                handles.1 = html! { <i class="handle" data-edge="end" aria-hidden="true" /> };
            }
        }
    }
    let (start, end) = handles;
    html! {
        <mark class={classes} data-annotation={ids.join(" ")} data-label={labels.join(" ")}>
            { start }{ for chips }{ text }{ end }
        </mark>
    }
}
