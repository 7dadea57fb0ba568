//! What is drawn while the page is printed. Browsers leave backgrounds out, so that rules under tags are borders, each of an
//! element of its own; each tag begins with the name of its label, and a legend explains the names.

use yew::prelude::*;

use crate::app::ByPtr;
use crate::app::messages::reader as words;
use crate::model::{Label, LabelKind, Run, Running, Schema};
use crate::ui::dom::print::use_printing;
use crate::ui::widgets::nothing;

/// How many rules can be drawn below one another, in classes `rule-N` of `style/print.css`.
const LANES: usize = 16;

/// The tags over a run, around its text.
pub(super) fn printed_run(schema: &Schema, run: &Run, text: String) -> Html {
    let lanes = run.drawn_lanes(LANES);
    // Tags without a free lane share the last one; each still has its name.
    let around = |inside: Html, (running, lane): (&Running, &Option<usize>)| {
        rule(schema, run, running, lane.unwrap_or(LANES - 1), inside)
    };
    // The innermost tag is the last.
    run.running.iter().zip(&lanes).rev().fold(html! { { text } }, around)
}

fn rule(schema: &Schema, run: &Run, running: &Running, lane: usize, inside: Html) -> Html {
    let at = schema.labels.iter().position(|label| label.id == running.annotation.label);
    let Some(i) = at else { return inside };
    let label = &schema.labels[i];
    let begins = running.range.start() == run.range.start();
    html! {
        <span class={classes!("rule", pattern(label), format!("label-{i}"), format!("rule-{lane}"))}
            data-name={begins.then(|| printed_name(schema, label).to_owned())}>{ inside }</span>
    }
}

/// How the rule of a label is drawn: as on the screen, kinds differ by more than the colour.
fn pattern(label: &Label) -> &'static str {
    match label.kind {
        LabelKind::Claim => "dashed",
        LabelKind::Entity => "solid",
        LabelKind::Other => "dotted",
    }
}

/// A label's short name; its name where it has none or another label has the same.
fn printed_name<'a>(schema: &Schema, label: &'a Label) -> &'a str {
    let is_shared = schema.labels.iter().any(|other| other.id != label.id && other.short == label.short);
    if label.short.is_empty() || is_shared { &label.name } else { &label.short }
}

#[derive(Properties, PartialEq)]
pub(super) struct LegendProps {
    pub(super) title: String,
    pub(super) schema: ByPtr<Schema>,
}

/// The project's title and its labels, while the page is printed.
#[component]
pub(super) fn Legend(props: &LegendProps) -> Html {
    if !use_printing() {
        return nothing();
    }
    let schema = &props.schema;
    let entry = |(i, label): (usize, &Label)| {
        html! {
            <li key={i}>
                <span class={classes!("rule", pattern(label), format!("label-{i}"))}>{ printed_name(schema, label) }</span>{ " " }{ &label.name }
            </li>
        }
    };
    html! {
        <section class="legend">
            <h1>{ &props.title }</h1>
            <h2>{ words::LEGEND }</h2>
            <ul>{ for schema.labels.iter().enumerate().map(entry) }</ul>
        </section>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::news_claims;

    #[test]
    fn labels_are_told_apart_on_paper() {
        let mut schema = news_claims();
        let names = |schema: &Schema| -> Vec<String> {
            schema.labels.iter().map(|label| printed_name(schema, label).to_owned()).collect()
        };
        assert_eq!(names(&schema)[0], schema.labels[0].short);
        schema.labels[1].short = schema.labels[0].short.clone();
        schema.labels[2].short.clear();
        assert_eq!(names(&schema)[..3], [0, 1, 2].map(|i| schema.labels[i].name.clone()));
    }
}
