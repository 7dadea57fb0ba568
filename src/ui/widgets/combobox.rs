//! The combobox: a field that filters a list, from which the arrow keys, digits or a click choose.

use web_sys::Element;
use yew::prelude::*;

use super::keep_focus;
use crate::ui::dom::events::{index_of, key_press, value_of};
use crate::ui::dom::focus::use_initial_focus;
use crate::ui::dom::scroll::scroll_in_list;

/// How many options Page Up and Page Down go over.
const PAGE: usize = 8;

/// An option of a combobox.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::ui) struct ComboOption {
    /// Its key, unique in the list.
    pub(in crate::ui) key: AttrValue,
    /// What it shows.
    pub(in crate::ui) content: Html,
    /// Its classes.
    pub(in crate::ui) class: Classes,
    /// A heading before it, where a group begins.
    pub(in crate::ui) heading: Option<AttrValue>,
    /// Its keys, for `aria-keyshortcuts`.
    pub(in crate::ui) keys: Option<AttrValue>,
    /// Its tooltip.
    pub(in crate::ui) description: Option<AttrValue>,
    /// Whether it is what is chosen now (`aria-current`).
    pub(in crate::ui) is_current: bool,
}

impl ComboOption {
    /// An option that shows this.
    pub(in crate::ui) fn new(key: impl Into<AttrValue>, content: Html) -> Self {
        let (class, heading, keys, description) = (Classes::new(), None, None, None);
        Self { key: key.into(), content, class, heading, keys, description, is_current: false }
    }
}

/// What was chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::ui) struct Choice {
    /// The index of the option.
    pub(in crate::ui) index: usize,
    /// Whether Shift was held.
    pub(in crate::ui) shift: bool,
    /// Whether Alt was held.
    pub(in crate::ui) alt: bool,
}

#[derive(Properties, PartialEq)]
pub(in crate::ui) struct ComboboxProps {
    /// The id of the field; those of the list and its options begin with it.
    pub(in crate::ui) id: AttrValue,
    /// The accessible name of the field.
    pub(in crate::ui) label: AttrValue,
    /// The accessible name of the list; that of the field if it is empty.
    #[prop_or_default]
    pub(in crate::ui) list_label: AttrValue,
    #[prop_or_default]
    pub(in crate::ui) placeholder: AttrValue,
    /// The text that the options were found for.
    pub(in crate::ui) text: AttrValue,
    /// The options; no list is shown while there are none.
    pub(in crate::ui) options: Vec<ComboOption>,
    /// Whether the first option is active before any arrow key.
    #[prop_or(true)]
    pub(in crate::ui) first_is_active: bool,
    /// Whether digits choose, while the field is empty, or with Alt.
    #[prop_or_default]
    pub(in crate::ui) digits: bool,
    /// Whether the value is required (`aria-required`).
    #[prop_or_default]
    pub(in crate::ui) required: bool,
    /// Whether the field takes the focus when it is mounted.
    #[prop_or_default]
    pub(in crate::ui) takes_focus: bool,
    /// The field's element.
    #[prop_or_default]
    pub(in crate::ui) field: NodeRef,
    /// Classes of field and list.
    #[prop_or_default]
    pub(in crate::ui) classes: (&'static str, &'static str),
    /// Another text was typed.
    pub(in crate::ui) oninput: Callback<String>,
    /// An option was chosen.
    pub(in crate::ui) onchoose: Callback<Choice>,
    /// Enter was pressed without an active option.
    #[prop_or_default]
    pub(in crate::ui) onenter: Option<Callback<()>>,
    /// Escape was pressed; without this, the key goes on to the page.
    #[prop_or_default]
    pub(in crate::ui) onescape: Option<Callback<()>>,
    /// An arrow key was pressed while there is no list.
    #[prop_or_default]
    pub(in crate::ui) onopen: Option<Callback<()>>,
    #[prop_or_default]
    pub(in crate::ui) onfocus: Callback<FocusEvent>,
    #[prop_or_default]
    pub(in crate::ui) onblur: Callback<FocusEvent>,
    #[prop_or_default]
    pub(in crate::ui) onclick: Callback<MouseEvent>,
}

/// The field with its list.
#[component]
pub(in crate::ui) fn Combobox(props: &ComboboxProps) -> Html {
    let active = use_state_eq(|| None::<usize>);
    let list = use_node_ref();
    // Enter was pressed before the options for the typed text were rendered: it chooses when they are.
    let early_enter = use_mut_ref(|| None::<(String, bool, bool)>);
    use_initial_focus(&props.field, props.takes_focus);
    {
        // Other options: the first is active again.
        let active = active.setter();
        use_effect_with(props.text.clone(), move |_| active.set(None));
    }
    {
        let (early_enter, onchoose, any) = (early_enter.clone(), props.onchoose.clone(), !props.options.is_empty());
        use_effect_with(props.text.clone(), move |text| {
            let entered = early_enter.borrow_mut().take_if(|(typed, ..)| typed.as_str() == text.as_str());
            if let (Some((_, shift, alt)), true) = (entered, any) {
                onchoose.emit(Choice { index: 0, shift, alt });
            }
        });
    }
    let count = props.options.len();
    let first = props.first_is_active.then_some(0);
    let at = (*active).or(first).filter(|_| count > 0).map(|at| at.min(count - 1));
    {
        let list = list.clone();
        use_effect_with((at, props.text.clone()), move |(at, _)| show_option(&list, *at));
    }
    let keys = Keys { props: props.onchoose.clone(), at, count, first, text: props.text.clone(), early: early_enter };
    let onkeydown = keys.handler(props, active.setter());
    let oninput = props.oninput.reform(|event: InputEvent| value_of(&event));
    let is_open = count > 0;
    let list_id = format!("{}-list", props.id);
    html! {
        <>
            <input ref={props.field.clone()} type="text" id={props.id.clone()} class={props.classes.0} role="combobox"
                aria-label={props.label.clone()} placeholder={props.placeholder.clone()} aria-autocomplete="list"
                aria-expanded={is_open.to_string()} aria-controls={is_open.then(|| list_id.clone())}
                aria-activedescendant={at.map(|at| option_id(props, at))} aria-required={props.required.then_some("true")}
                autocomplete="off" spellcheck="false" value={props.text.clone()} {oninput} {onkeydown}
                onfocus={props.onfocus.clone()} onblur={props.onblur.clone()} onclick={props.onclick.clone()} />
            { options(props, &list, &list_id, at) }
        </>
    }
}

fn option_id(props: &ComboboxProps, at: usize) -> String {
    format!("{}-{at}", props.id)
}

fn options(props: &ComboboxProps, list: &NodeRef, list_id: &str, at: Option<usize>) -> Html {
    let onclick = {
        let onchoose = props.onchoose.clone();
        Callback::from(move |event: MouseEvent| {
            if let Some(index) = index_of(event.target()) {
                onchoose.emit(Choice { index, shift: event.shift_key(), alt: event.alt_key() });
            }
        })
    };
    let option = |(index, option): (usize, &ComboOption)| {
        html! {
            <key={option.key.to_string()}>
                if let Some(heading) = &option.heading { <div class="group-heading" role="presentation">{ heading.clone() }</div> }
                <div role="option" id={option_id(props, index)} class={option.class.clone()} data-index={index.to_string()}
                    aria-selected={(at == Some(index)).to_string()} aria-keyshortcuts={option.keys.clone()}
                    aria-current={option.is_current.then_some("true")} data-description={option.description.clone()} aria-description={option.description.clone()}>
                    { option.content.clone() }
                </div>
            </>
        }
    };
    let name = if props.list_label.is_empty() { props.label.clone() } else { props.list_label.clone() };
    html! {
        <div ref={list} id={list_id.to_owned()} class={props.classes.1} role="listbox" aria-label={name}
            hidden={props.options.is_empty()} {onclick} onmousedown={keep_focus()}>
            { for props.options.iter().enumerate().map(option) }
        </div>
    }
}

/// What the keys act on.
struct Keys {
    props: Callback<Choice>,
    at: Option<usize>,
    count: usize,
    first: Option<usize>,
    text: AttrValue,
    early: std::rc::Rc<std::cell::RefCell<Option<(String, bool, bool)>>>,
}

impl Keys {
    fn handler(self, props: &ComboboxProps, active: UseStateSetter<Option<usize>>) -> Callback<KeyboardEvent> {
        let (digits, onenter, onescape) = (props.digits, props.onenter.clone(), props.onescape.clone());
        let onopen = props.onopen.clone();
        Callback::from(move |event: KeyboardEvent| {
            let key = event.key();
            match key.as_str() {
                "ArrowDown" | "ArrowUp" if self.count == 0 => match &onopen {
                    Some(open) => open.emit(()),
                    None => return,
                },
                "ArrowDown" | "ArrowUp" | "PageDown" | "PageUp" if self.count > 0 => active.set(self.moved(&key)),
                "Enter" => match self.entered(&event) {
                    Entered::Option(index) => self.choose(&event, index),
                    Entered::Nothing => match &onenter {
                        Some(enter) => enter.emit(()),
                        None => return,
                    },
                    Entered::Early => {}
                },
                "Escape" => match &onescape {
                    Some(escape) => escape.emit(()),
                    None => return,
                },
                _ => match digit(&event).filter(|_| digits && (self.text.is_empty() || event.alt_key())) {
                    Some(index) if index < self.count => self.choose(&event, index),
                    _ => return,
                },
            }
            event.prevent_default();
            event.stop_propagation();
        })
    }

    fn choose(&self, event: &KeyboardEvent, index: usize) {
        self.props.emit(Choice { index, shift: event.shift_key(), alt: event.alt_key() });
    }

    /// The arrow keys wrap around.
    fn moved(&self, key: &str) -> Option<usize> {
        let last = self.count - 1;
        Some(match (key, self.at) {
            ("ArrowDown", None) => 0,
            ("ArrowDown", Some(at)) => (at + 1) % self.count,
            ("ArrowUp", None) => last,
            ("ArrowUp", Some(at)) => (at + last) % self.count,
            ("PageDown", at) => (at.unwrap_or(0) + PAGE).min(last),
            (_, at) => at.unwrap_or(0).saturating_sub(PAGE),
        })
    }

    fn entered(&self, event: &KeyboardEvent) -> Entered {
        let typed = value_of(event);
        if typed != self.text.as_str() && self.first.is_some() {
            *self.early.borrow_mut() = Some((typed, event.shift_key(), event.alt_key()));
            return Entered::Early;
        }
        self.at.map_or(Entered::Nothing, Entered::Option)
    }
}

/// What Enter meant.
enum Entered {
    Option(usize),
    Nothing,
    /// The options for what was typed are not rendered yet.
    Early,
}

/// The index that a digit key chooses.
fn digit(event: &KeyboardEvent) -> Option<usize> {
    key_press(event).digit_beside_text()?.checked_sub(1)
}

/// Scrolls the list just as far as needed; the first option comes with the heading before it.
fn show_option(list: &NodeRef, at: Option<usize>) {
    let (Some(list), Some(at)) = (list.cast::<Element>(), at) else { return };
    let option = match at {
        0 => list.first_element_child(),
        at => list.query_selector(&format!("[data-index=\"{at}\"]")).ok().flatten(),
    };
    if let Some(option) = option {
        scroll_in_list(&list, &option);
    }
}
