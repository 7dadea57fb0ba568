//! The first step of a relation: its type.

use yew::prelude::*;

use crate::analysis::relations::{RelationKind, relation_kinds};
use crate::app::messages::relations as words;
use crate::app::{Dispatcher, RelationAction};
use crate::model::{AnnotationId, Project};
use crate::ui::dom::events::key_press;
use crate::ui::widgets::{menu_keys, on};

/// Only nine types have digits.
const DIGITS: usize = 9;

/// The types of relation that these annotations may begin or end, as a menu.
pub(super) fn types(
    dispatcher: &Dispatcher,
    project: &Project,
    nears: &[AnnotationId],
    last: Option<&RelationKind>,
) -> Html {
    let labels: Vec<_> = nears.iter().filter_map(|id| Some(&project.annotation(id)?.label)).collect();
    let kinds = relation_kinds(project.schema(), &labels);
    let items = kinds.iter().enumerate().map(|(i, kind)| item(dispatcher, project, i, kind, last == Some(kind)));
    let items: Html = items.collect();
    html! {
        <div role="menu" aria-label={words::TYPE_MENU} class="link-types" onkeydown={keys(dispatcher, kinds, last.cloned())}>{ items }</div>
    }
}

fn item(dispatcher: &Dispatcher, project: &Project, i: usize, kind: &RelationKind, is_last: bool) -> Html {
    let described =
        project.schema().relation_type(&kind.kind).map(|kind| kind.description.clone()).filter(|text| !text.is_empty());
    let text = words::type_choice(&project.relation_type_name(&kind.kind), kind.outwards);
    let key = (i < DIGITS).then(|| (i + 1).to_string());
    html! {
        <button type="button" role="menuitem" key={i} class="palette-item" tabindex={if i == 0 { "0" } else { "-1" }}
            data-description={described.clone()} aria-description={described} aria-keyshortcuts={key.clone()} aria-current={is_last.then_some("true")}
            onclick={on(dispatcher, RelationAction::ChooseType(kind.clone()))}>
            <span class="link-arrow" aria-hidden="true">{ words::arrow(project, &kind.kind, kind.outwards) }</span>
            <span class="palette-name">{ text }</span>
            if let Some(key) = key { <kbd aria-hidden="true">{ key }</kbd> }
        </button>
    }
}

/// Digits choose, Shift+R chooses what was chosen last, the arrow keys move in the menu.
fn keys(dispatcher: &Dispatcher, kinds: Vec<RelationKind>, last: Option<RelationKind>) -> Callback<KeyboardEvent> {
    let (dispatcher, arrows) = (dispatcher.clone(), menu_keys());
    Callback::from(move |event: KeyboardEvent| {
        let press = key_press(&event);
        if event.ctrl_key() || event.meta_key() {
            return;
        }
        let by_digit = press.digit().and_then(|digit| kinds.get(digit.checked_sub(1)?));
        let repeated = last.as_ref().filter(|last| press.character() == Some('R') && kinds.contains(last));
        match by_digit.or(repeated) {
            Some(kind) => {
                event.prevent_default();
                dispatcher.dispatch(RelationAction::ChooseType(kind.clone()));
            }
            None => arrows.emit(event),
        }
    })
}
