//! A field that finds an entity by its names, or takes a name for a new one.

use yew::prelude::*;

pub(in crate::ui) use super::search::{EntityChoice, EntitySearch, NewName};
use super::search::{EntityOption, combo_options};
use crate::app::Dispatcher;
use crate::ui::widgets::{Choice, Combobox, use_dispatcher};

#[derive(Properties, PartialEq)]
pub(in crate::ui) struct EntityPickerProps {
    /// The id of the field.
    pub(in crate::ui) id: AttrValue,
    /// What the field is for.
    pub(in crate::ui) label: AttrValue,
    /// Which entities are found.
    pub(in crate::ui) search: EntitySearch,
    /// Whether the field takes the focus when it is mounted.
    #[prop_or_default]
    pub(in crate::ui) takes_focus: bool,
    /// The field's element, where the caller needs it.
    #[prop_or_default]
    pub(in crate::ui) field: Option<NodeRef>,
    /// Gets what was chosen; `None` if the field was left with Escape.
    pub(in crate::ui) onchoose: Callback<Option<EntityChoice>>,
}

/// What the events of the field do.
#[derive(Clone)]
struct Picker {
    dispatcher: Dispatcher,
    search: EntitySearch,
    text: UseStateSetter<String>,
    found: UseStateSetter<Vec<EntityOption>>,
    onchoose: Callback<Option<EntityChoice>>,
}

impl Picker {
    /// Shows what is found for a text.
    fn show(&self, text: String) {
        self.found.set(self.search.find(self.dispatcher.state().project(), &text));
        self.text.set(text);
    }

    /// Empties the field and reports the choice.
    fn choose(&self, choice: Option<EntityChoice>) {
        self.found.set(Vec::new());
        self.text.set(String::new());
        self.onchoose.emit(choice);
    }

    /// A callback on a picker, whatever the event.
    fn on<E>(&self, action: impl Fn(&Self) + 'static) -> Callback<E> {
        let this = self.clone();
        Callback::from(move |_| action(&this))
    }
}

/// The field, with the list of what was found while it has the focus.
#[component]
pub(in crate::ui) fn EntityPicker(props: &EntityPickerProps) -> Html {
    let dispatcher = use_dispatcher();
    let own_field = use_node_ref();
    let text = use_state(String::new);
    let found = use_state(Vec::<EntityOption>::new);
    let (search, onchoose) = (props.search.clone(), props.onchoose.clone());
    let picker = Picker { dispatcher, search, text: text.setter(), found: found.setter(), onchoose };
    let oninput = {
        let picker = picker.clone();
        Callback::from(move |text: String| picker.show(text))
    };
    let onchoose = {
        let (picker, found) = (picker.clone(), (*found).clone());
        Callback::from(move |Choice { index, .. }: Choice| {
            if let Some(one) = found.get(index) {
                picker.choose(Some(one.choice.clone()));
            }
        })
    };
    let show_again = {
        let text = (*text).clone();
        move |picker: &Picker| picker.show(text.clone())
    };
    let field = props.field.clone().unwrap_or(own_field);
    let options = combo_options(&found, text.is_empty());
    html! {
        <div class="picker">
            <Combobox id={props.id.clone()} label={props.label.clone()} placeholder={props.label.clone()} text={(*text).clone()} {options}
                digits={true} takes_focus={props.takes_focus} {field} classes={("", "picker-list")} {oninput} {onchoose}
                onescape={picker.on::<()>(|picker| picker.choose(None))} onopen={picker.on::<()>(show_again.clone())}
                onfocus={picker.on::<FocusEvent>(show_again)} onblur={picker.on::<FocusEvent>(|picker| picker.found.set(Vec::new()))} />
        </div>
    }
}
