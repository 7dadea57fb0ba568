//! A field with its label that makes one change when it is left, with what is wrong beside it.

use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::ui::dom::events::value_of;

#[derive(Properties, PartialEq)]
pub(in crate::ui) struct FieldProps {
    /// The id of the field.
    pub(in crate::ui) id: &'static str,
    /// Its label.
    pub(in crate::ui) label: AttrValue,
    /// Its value.
    pub(in crate::ui) value: AttrValue,
    /// An example, shown while it is empty.
    #[prop_or_default]
    pub(in crate::ui) placeholder: &'static str,
    /// Whether it takes several lines.
    #[prop_or_default]
    pub(in crate::ui) multiline: bool,
    /// Takes the new value; returns a message if it cannot be taken.
    pub(in crate::ui) oncommit: Callback<String, Option<String>>,
}

/// A field with its label.
#[component]
pub(in crate::ui) fn Field(props: &FieldProps) -> Html {
    let node = use_node_ref();
    let problem = use_state(|| None::<String>);
    {
        // A value that was not taken stays in the field until the value itself changes, so that it can be corrected.
        let (node, problem) = (node.clone(), problem.setter());
        use_effect_with(props.value.clone(), move |value| {
            if let Some(field) = node.get() {
                // A text area has the property `value` too.
                field.unchecked_into::<HtmlInputElement>().set_value(value);
            }
            problem.set(None);
        });
    }
    let onchange = {
        let (oncommit, problem) = (props.oncommit.clone(), problem.setter());
        Callback::from(move |event: Event| problem.set(oncommit.emit(value_of(&event))))
    };
    let problem_id = format!("{}-problem", props.id);
    let is_invalid = problem.is_some().then_some("true");
    let described = problem.is_some().then(|| problem_id.clone());
    html! {
        <div class="field">
            <label for={props.id}><span>{ props.label.clone() }</span></label>
            if props.multiline {
                <textarea ref={node} id={props.id} rows="2" placeholder={props.placeholder} aria-invalid={is_invalid}
                    aria-describedby={described} {onchange} />
            } else {
                <input ref={node} type="text" id={props.id} placeholder={props.placeholder} autocomplete="off"
                    aria-invalid={is_invalid} aria-describedby={described} {onchange} />
            }
            <p class="problem" id={problem_id} role="alert">{ (*problem).clone().unwrap_or_default() }</p>
        </div>
    }
}
