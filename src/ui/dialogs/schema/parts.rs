//! The list of the schema's parts, and the part that is shown.

use yew::prelude::*;

use super::form::{Address, FormFocus, FormHandle, SchemaForm};
use super::{attributes, label, presets, relation_types};
use crate::app::Dispatcher;
use crate::app::keymap::RESERVED;
use crate::app::messages::schema as words;
use crate::edit::{LabelDraft, Part};
use crate::ui::label_style::key_caps;

/// The list of parts, and the part that is shown.
pub(super) fn editor(handle: &FormHandle, form: &SchemaForm, dispatcher: &Dispatcher) -> Html {
    let part = match form.part {
        Some(Part::Label(at)) => label::view(handle, form, at),
        Some(Part::About) => about_articles(handle, form),
        Some(Part::RelationTypes) => relation_types::view(handle, form),
        None => presets::view(handle, form, dispatcher),
    };
    html! {
        <div class="schema" key="editor">
            { list(handle, form) }
            <div class="schema-part">{ part }</div>
        </div>
    }
}

fn about_articles(handle: &FormHandle, form: &SchemaForm) -> Html {
    html! {
        <section key="about" aria-label={words::ABOUT_ARTICLES}>
            <h3>{ words::ABOUT_ARTICLES }</h3>
            <p class="muted">{ words::ABOUT_ARTICLES_HINT }</p>
            { attributes::view(handle, form, Part::About) }
        </section>
    }
}

fn list(handle: &FormHandle, form: &SchemaForm) -> Html {
    let other = |part: Option<Part>, name: &'static str| {
        let handle = handle.clone();
        let onclick = Callback::from(move |_: MouseEvent| handle.change(|form| form.part = part));
        html! {
            <button type="button" class="quiet" aria-current={(form.part == part).then_some("true")} {onclick}>{ name }</button>
        }
    };
    html! {
        <div class="schema-parts" role="group" aria-label={words::PARTS}>
            <ol aria-label={words::LABELS}>
                { for form.draft.labels.iter().enumerate().map(|(at, label)| label_item(handle, form, at, label)) }
            </ol>
            <button type="button" onclick={handle.act(Address::of(Part::About), add_label)}>{ words::ADD_LABEL }</button>
            { other(Some(Part::RelationTypes), words::RELATION_TYPES) }
            { other(Some(Part::About), words::ABOUT_ARTICLES) }
            { other(None, words::PRESETS_AND_FILES) }
        </div>
    }
}

fn label_item(handle: &FormHandle, form: &SchemaForm, at: usize, LabelDraft { row, label, .. }: &LabelDraft) -> Html {
    let part = Part::Label(at);
    let is_wrong = form.draft.name_problem(at).is_some() || form.draft.keys_problem(at, RESERVED).is_some();
    let onclick = handle.act(Address::of(part), |form, address| form.part = Some(address.part));
    html! {
        <li key={*row}>
            <button type="button" class={classes!("quiet", is_wrong.then_some("wrong"))} aria-current={(form.part == Some(part)).then_some("true")} {onclick}>
                <svg class="dot" viewBox="0 0 2 2" aria-hidden="true"><circle cx="1" cy="1" r="1" fill={label.colour.hex()} /></svg>
                <span class="palette-name">{ &label.name }</span>{ key_caps(&label.key) }
            </button>
        </li>
    }
}

fn add_label(form: &mut SchemaForm, _: Address) {
    let at = form.draft.add_label(words::NEW_LABEL);
    form.part = Some(Part::Label(at));
    form.focus = Some(FormFocus::control(label::name_field(form.draft.labels[at].row)));
}
