//! The guidelines beside the text: what each label is for, with examples and choices.

use wasm_bindgen::JsCast;
use yew::prelude::*;

use crate::model::{Attribute, Label, RelationType, Schema};
use crate::text::isolated;
use crate::ui::shared::{Shared, key_caps};
use crate::web::preferences;

/// Where it is remembered that somebody has closed them.
const CLOSED: &str = "guidelines-closed";

#[derive(Properties, PartialEq)]
pub(super) struct GuidelinesProps {
    pub(super) schema: Shared<Schema>,
}

/// What the labels, attributes and relation types of the schema are for.
#[component]
pub(super) fn Guidelines(props: &GuidelinesProps) -> Html {
    // How the element begins; from then on it is the browser's to open and close.
    let open = use_memo((), |()| preferences::get(CLOSED).is_none());
    let ontoggle = Callback::from(|event: Event| {
        let details = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        let is_open = details.is_some_and(|details| details.has_attribute("open"));
        // Where settings cannot be kept, they are open again the next time.
        let _ = if is_open { preferences::remove(CLOSED) } else { preferences::set(CLOSED, "yes") };
    });
    let schema = &props.schema;
    html! {
        <details class="guidelines" open={*open} {ontoggle}>
            <summary>{ "Guidelines" }</summary>
            <dl>{ for schema.labels.iter().enumerate().map(|(i, label)| of_label(i, label)) }</dl>
            if !schema.article_attributes.is_empty() {
                <h3>{ "About each article" }</h3>
                <ul>{ for schema.article_attributes.iter().map(of_attribute) }</ul>
            }
            if !schema.relation_types.is_empty() {
                <h3>{ "Relations" }</h3>
                <dl>{ for schema.relation_types.iter().map(of_relation) }</dl>
            }
        </details>
    }
}

fn of_label(i: usize, label: &Label) -> Html {
    html! {
        <div key={label.id.to_string()} class={format!("label-{i}")}>
            <dt><span class={classes!("swatch", label.kind.name())} aria-hidden="true" />{ " " }{ &label.name }{ " " }{ key_caps(&label.key) }</dt>
            if !label.description.is_empty() { <dd>{ &label.description }</dd> }
            { for label.examples.iter().map(|example| html! { <dd class="example">{ format!("“{}”", isolated(example)) }</dd> }) }
            if !label.attributes.is_empty() { <dd><ul>{ for label.attributes.iter().map(of_attribute) }</ul></dd> }
        </div>
    }
}

fn of_attribute(attribute: &Attribute) -> Html {
    let mut words =
        if attribute.choices.is_empty() { String::new() } else { format!(": {}", attribute.choices.join(", ")) };
    if attribute.required {
        words += " (required)";
    }
    html! { <li key={attribute.name.clone()}><b>{ &attribute.name }</b>{ words }</li> }
}

fn of_relation(kind: &RelationType) -> Html {
    html! { <div key={kind.id.to_string()}><dt>{ &kind.name }</dt><dd>{ &kind.description }</dd></div> }
}
