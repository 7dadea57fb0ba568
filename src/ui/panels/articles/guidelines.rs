//! The guidelines: what each label, attribute and relation type is for, with examples.

use yew::prelude::*;

use crate::app::ByPtr;
use crate::app::messages::guidelines as words;
use crate::model::{Attribute, Label, RelationType, Schema};
use crate::ui::dom::events::target_element;
use crate::ui::label_style::{key_caps, swatch};
use crate::web::preferences;

/// The preference that holds whether they are closed.
const CLOSED: &str = "guidelines-closed";

#[derive(Properties, PartialEq)]
pub(super) struct GuidelinesProps {
    pub(super) schema: ByPtr<Schema>,
}

/// What the schema's labels, attributes and relation types are for.
#[component]
pub(super) fn Guidelines(props: &GuidelinesProps) -> Html {
    // How the element is at first; from then on the browser opens and closes it.
    let open = use_memo((), |()| preferences::get(CLOSED).is_none());
    let ontoggle = Callback::from(|event: Event| {
        let is_open = target_element(&event).is_some_and(|details| details.has_attribute("open"));
        // Where preferences cannot be stored, they are open again at the next visit.
        let _ = if is_open { preferences::remove(CLOSED) } else { preferences::set(CLOSED, "yes") };
    });
    let schema = &props.schema;
    html! {
        <details class="guidelines" open={*open} {ontoggle}>
            <summary>{ words::GUIDELINES }</summary>
            <dl>{ for schema.labels.iter().enumerate().map(|(i, label)| label_entry(i, label)) }</dl>
            if !schema.article_attributes.is_empty() {
                <h3>{ words::ARTICLE_ATTRIBUTES }</h3>
                <ul>{ for schema.article_attributes.iter().map(attribute_entry) }</ul>
            }
            if !schema.relation_types.is_empty() {
                <h3>{ words::RELATIONS }</h3>
                <dl>{ for schema.relation_types.iter().map(relation_entry) }</dl>
            }
        </details>
    }
}

fn label_entry(i: usize, label: &Label) -> Html {
    html! {
        <div key={label.id.to_string()} class={format!("label-{i}")}>
            <dt>{ swatch(label) }{ " " }{ &label.name }{ " " }{ key_caps(&label.key) }</dt>
            if !label.description.is_empty() { <dd>{ &label.description }</dd> }
            { for label.examples.iter().map(|example| html! { <dd class="example">{ words::example(example) }</dd> }) }
            if !label.attributes.is_empty() { <dd><ul>{ for label.attributes.iter().map(attribute_entry) }</ul></dd> }
        </div>
    }
}

fn attribute_entry(attribute: &Attribute) -> Html {
    html! { <li key={attribute.name.clone()}><b>{ &attribute.name }</b>{ words::choices(attribute) }</li> }
}

fn relation_entry(kind: &RelationType) -> Html {
    html! { <div key={kind.id.to_string()}><dt>{ &kind.name }</dt><dd>{ &kind.description }</dd></div> }
}
