//! The field at the top of a palette of many labels: typing filters, the arrow keys choose, Enter tags.

use yew::prelude::*;

use super::highlights::{self, Ranges};
use super::item::{choose, item_content};
use crate::app::ByPtr;
use crate::app::keys::{aria_label_keys, can_follow};
use crate::app::messages::palette as words;
use crate::app::{Action, label_filter};
use crate::model::{LabelId, Schema};
use crate::ui::widgets::{Choice, ComboOption, Combobox, use_dispatcher};

#[derive(Properties, PartialEq)]
pub(super) struct FilterProps {
    pub(super) schema: ByPtr<Schema>,
    pub(super) field: NodeRef,
    pub(super) heading: &'static str,
    pub(super) relabelled: Option<LabelId>,
    pub(super) chord: String,
    pub(super) pending: Option<Ranges>,
}

/// The field with the labels that match below it.
#[component]
pub(super) fn Filter(props: &FilterProps) -> Html {
    let dispatcher = use_dispatcher();
    let typed = use_state(String::new);
    let has_focus = use_state_eq(|| false);
    // While the field has the focus, the browser shows no selection in the text.
    highlights::use_highlight(highlights::TO_BE_TAGGED, props.pending.as_ref().filter(|_| *has_focus));
    {
        // Another selection begins with all labels.
        let typed = typed.setter();
        use_effect_with(props.pending.clone(), move |_| typed.set(String::new()));
    }
    let matching = label_filter::matching(&props.schema, &typed);
    let options: Vec<ComboOption> = matching
        .iter()
        .map(|&i| {
            let label = &props.schema.labels[i];
            let off = (!can_follow(&label.key, &props.chord)).then_some("off");
            ComboOption {
                class: classes!("palette-item", format!("label-{i}"), off),
                keys: aria_label_keys(&label.key).map(AttrValue::from),
                description: (!label.description.is_empty()).then(|| label.description.clone().into()),
                is_current: props.relabelled.as_ref() == Some(&label.id),
                ..ComboOption::new(label.id.to_string(), item_content(label))
            }
        })
        .collect();
    let is_empty = options.is_empty();
    let onchoose = {
        let (dispatcher, schema) = (dispatcher.clone(), props.schema.clone());
        Callback::from(move |Choice { index, shift, alt }: Choice| {
            if let Some(label) = matching.get(index).map(|&i| &schema.labels[i]) {
                choose(&dispatcher, &label.id, shift, alt);
            }
        })
    };
    let onescape = Callback::from(move |()| dispatcher.dispatch(Action::Escape));
    let oninput = {
        let typed = typed.setter();
        Callback::from(move |text: String| typed.set(text))
    };
    let (focus, blur) = (has_focus.setter(), has_focus.setter());
    html! {
        <>
            <Combobox id="palette" label={words::FILTER} list_label={props.heading} placeholder={words::FILTER_PLACEHOLDER}
                text={(*typed).clone()} {options} field={props.field.clone()} classes={("palette-filter", "")}
                {oninput} {onchoose} {onescape}
                onfocus={Callback::from(move |_| focus.set(true))} onblur={Callback::from(move |_| blur.set(false))} />
            if is_empty { <p class="palette-heading" role="status">{ words::NO_LABEL }</p> }
        </>
    }
}
