//! A block of text with its tags drawn as `<mark>`s, one for each run of equal annotation sets.

use std::rc::Rc;

use yew::prelude::*;

use super::printed::printed_run;
use crate::analysis::lacking;
use crate::app::ByPtr;
use crate::model::{AnnotationId, Article, LabelKind, Run, Running, Schema};
use crate::text::TextRange;
use crate::ui::label_style::LANES;

/// About so many bytes are a line.
const LINE_BYTES: usize = 65;

#[derive(Properties, PartialEq)]
pub(super) struct BlockViewProps {
    pub(super) article: ByPtr<Article>,
    pub(super) index: usize,
    pub(super) range: TextRange,
    /// The runs of the block, if it is near enough to the window for its tags to be drawn.
    pub(super) runs: Option<Rc<Vec<Run>>>,
    /// The selected annotations over the block.
    pub(super) selected: Vec<AnnotationId>,
    /// The one of them that the inspector shows: its edges can be dragged.
    pub(super) primary: Option<AnnotationId>,
    /// The schema, if tags are drawn.
    pub(super) schema: Option<ByPtr<Schema>>,
    /// Whether the page is being printed.
    pub(super) printing: bool,
}

/// A block of text.
#[component]
pub(super) fn BlockView(props: &BlockViewProps) -> Html {
    let content: Html = match (&props.runs, &props.schema) {
        (Some(runs), Some(schema)) => runs.iter().map(|run| draw(props, schema, run)).collect(),
        _ => html! { { props.article.text.slice(props.range).to_owned() } },
    };
    html! { <div class={classes!("block", height_class(props))} data-block={props.index.to_string()}>{ content }</div> }
}

/// A class that estimates the block's height until it is laid out.
fn height_class(props: &BlockViewProps) -> String {
    let text = props.article.text.slice(props.range);
    let lines: usize = text.split_inclusive('\n').map(|line| line.len().div_ceil(LINE_BYTES).max(1)).sum();
    format!("lines-{}", (lines / 20).clamp(1, 12))
}

/// A run. Each has a key: otherwise a tag that comes or goes would have all runs before it in the block made anew.
fn draw(props: &BlockViewProps, schema: &Schema, run: &Run) -> Html {
    let text = props.article.text.slice(run.range).to_owned();
    let key = run.range.start().index();
    if run.running.is_empty() {
        return html! { <key={key}>{ text }</> };
    }
    let ids: Vec<_> = run.running.iter().map(|one| one.annotation.id.as_str()).collect();
    let labels: Vec<_> = run.running.iter().map(|one| one.annotation.label.as_str()).collect();
    let (ids, labels) = (ids.join(" "), labels.join(" "));
    if props.printing {
        return html! { <mark {key} data-annotation={ids} data-label={labels}>{ printed_run(schema, run, text) }</mark> };
    }
    let mut mark = Mark::default();
    let lanes = run.drawn_lanes(LANES);
    for (running, lane) in run.running.iter().zip(&lanes) {
        mark.add(props, schema, run, running, *lane);
    }
    // How many tags have no underline here.
    let more = lanes.iter().filter(|lane| lane.is_none()).count();
    let more = (more > 0).then(|| format!("+{more}"));
    let Mark { classes, chips, start, end } = mark;
    html! {
        <mark {key} class={classes} data-annotation={ids} data-label={labels} data-more={more}>{ start }{ for chips }{ text }{ end }</mark>
    }
}

/// What a mark has besides its text. None of its elements contains text.
#[derive(Default)]
struct Mark {
    classes: Classes,
    chips: Vec<Html>,
    start: Html,
    end: Html,
}

impl Mark {
    fn add(&mut self, props: &BlockViewProps, schema: &Schema, run: &Run, running: &Running, lane: Option<usize>) {
        let annotation = &running.annotation;
        let Some(i) = schema.labels.iter().position(|label| label.id == annotation.label) else { return };
        let label = &schema.labels[i];
        self.classes.extend(lane.map(|lane| format!("lane-{lane}-{i}")));
        let begins = running.range.start() == run.range.start() && annotation.start() == run.range.start();
        let ends = running.range.end() == run.range.end() && annotation.end() == run.range.end();
        if ends && lacking(&label.attributes, &annotation.attributes).next().is_some() {
            self.classes.push("lacks");
        }
        if begins && label.kind != LabelKind::Entity {
            let class = classes!("chip", format!("label-{i}"));
            self.chips.push(html! { <i {class} data-short={label.short.clone()} aria-hidden="true" /> });
        }
        if props.selected.contains(&annotation.id) {
            self.classes.extend(["selected".to_owned(), format!("label-{i}")]);
        }
        if props.primary.as_ref() == Some(&annotation.id) {
            if begins {
                self.start = html! { <i class="handle" data-edge="start" aria-hidden="true" /> };
            }
            if ends {
                self.end = html! { <i class="handle" data-edge="end" aria-hidden="true" /> };
            }
        }
    }
}
