//! A field of an entity: one change when it is left, with what is wrong beside it.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::ui::shared::value_of;

#[derive(Properties, PartialEq)]
pub(super) struct FieldProps {
    pub(super) id: &'static str,
    pub(super) label: &'static str,
    pub(super) value: String,
    #[prop_or_default]
    pub(super) hint: &'static str,
    /// Whether it takes several lines.
    #[prop_or_default]
    pub(super) lines: bool,
    /// Keeps what was written, or says why it cannot be.
    pub(super) keep: Callback<String, Option<String>>,
}

/// A field with its label.
#[component]
pub(super) fn Field(props: &FieldProps) -> Html {
    let node = use_node_ref();
    let problem = use_state(|| None::<String>);
    {
        // What was written stays until the value itself changes: a wrong identifier can be put right.
        let (node, problem) = (node.clone(), problem.setter());
        use_effect_with(props.value.clone(), move |value| {
            if let Some(field) = field(&node) {
                field.set_value(value);
            }
            problem.set(None);
        });
    }
    let onchange = {
        let (keep, problem) = (props.keep.clone(), problem.setter());
        Callback::from(move |event: Event| problem.set(keep.emit(value_of(&event))))
    };
    let problem_id = format!("{}-problem", props.id);
    let wrong = problem.is_some();
    let described = wrong.then(|| problem_id.clone());
    html! {
        <div class="field">
            <label for={props.id}><span>{ props.label }</span></label>
            if props.lines {
                <textarea ref={node} id={props.id} rows="2" placeholder={props.hint} {onchange} />
            } else {
                <input ref={node} type="text" id={props.id} placeholder={props.hint} autocomplete="off" aria-invalid={wrong.then_some("true")} aria-describedby={described} {onchange} />
            }
            <p class="problem" id={problem_id} role="alert">{ (*problem).clone().unwrap_or_default() }</p>
        </div>
    }
}

/// Text areas have a value as inputs have.
fn field(node: &NodeRef) -> Option<HtmlInputElement> {
    node.get().map(wasm_bindgen::JsCast::unchecked_into)
}
