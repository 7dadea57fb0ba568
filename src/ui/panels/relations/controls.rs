//! What changes a relation, in the panel and in the inspector: its type, its direction, its note, and removing it.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlSelectElement};
use yew::prelude::*;

use crate::analysis::relations::{RelationKind, fitting};
use crate::app::messages::relations as words;
use crate::app::{Dispatcher, FocusTarget, ViewAction};
use crate::edit::{Command, RelationPatch};
use crate::model::{Project, Relation, RelationId, RelationType, RelationTypeId};
use crate::ui::dom::events::{closest, elements, value_of};
use crate::ui::dom::focus::give_focus;
use crate::ui::widgets::use_dispatcher;

fn change(dispatcher: &Dispatcher, id: &RelationId, patch: RelationPatch) {
    dispatcher.dispatch(Command::UpdateRelation(id.clone(), patch));
}

/// The type of a relation, which can be changed to another one that its ends allow. `described` is the relation in words.
pub(in crate::ui::panels) fn type_select(
    dispatcher: &Dispatcher,
    project: &Project,
    relation: &Relation,
    described: &str,
) -> Html {
    let (dispatcher, id) = (dispatcher.clone(), relation.id.clone());
    let onchange = Callback::from(move |event: Event| {
        let kind = RelationTypeId::from(value_of(&event).as_str());
        change(&dispatcher, &id, RelationPatch { kind: Some(kind), ..Default::default() });
        // Where the change was refused, nothing is rendered: the select has to show the old type again.
        let select = event.target_dyn_into::<HtmlSelectElement>();
        if let (Some(select), Some(relation)) = (select, dispatcher.state().project().relation(&id)) {
            select.set_value(relation.kind.as_str());
        }
    });
    let kinds = project.schema().relation_types.iter();
    let kinds = kinds.filter(|kind| kind.id == relation.kind || is_allowed(project, relation, kind));
    let option = |kind: &RelationType| {
        html! { <option value={kind.id.to_string()} selected={kind.id == relation.kind}>{ &kind.name }</option> }
    };
    html! { <select aria-label={words::type_of(described)} {onchange}>{ for kinds.map(option) }</select> }
}

/// Whether the ends of a relation could be related by another type in the same direction.
fn is_allowed(project: &Project, relation: &Relation, kind: &RelationType) -> bool {
    let link = RelationKind { kind: kind.id.clone(), outwards: true };
    let ends = project.annotation(&relation.from).zip(project.annotation(&relation.to));
    ends.and_then(|(from, to)| fitting(project, &link, from, to)).is_some_and(|link| link.outwards)
}

/// Reverses a relation; nothing for a symmetric one.
pub(in crate::ui::panels) fn reverse_button(
    dispatcher: &Dispatcher,
    project: &Project,
    relation: &Relation,
    described: &str,
) -> Html {
    if project.schema().relation_type(&relation.kind).is_some_and(|kind| kind.symmetric) {
        return Html::default();
    }
    let (dispatcher, id) = (dispatcher.clone(), relation.id.clone());
    let onclick = Callback::from(move |_: MouseEvent| {
        change(&dispatcher, &id, RelationPatch { turn: true, ..Default::default() });
    });
    html! {
        <button type="button" class="icon" aria-label={words::reverse(described)} title={words::REVERSE} {onclick}>{ "⇄" }</button>
    }
}

/// Removes a relation. The focus goes to the button of the next one in the list, else of the one before, else to
/// `or_else`.
pub(in crate::ui::panels) fn remove_button(
    dispatcher: &Dispatcher,
    relation: &Relation,
    described: &str,
    or_else: FocusTarget,
) -> Html {
    let (dispatcher, id) = (dispatcher.clone(), relation.id.clone());
    let onclick = Callback::from(move |event: MouseEvent| {
        let neighbour = neighbour(&event);
        dispatcher.dispatch(Command::Unrelate(id.clone()));
        match neighbour {
            Some(button) => give_focus(&button),
            None => dispatcher.dispatch(ViewAction::Focus(or_else.clone())),
        }
    });
    html! {
        <button type="button" class="icon unrelate" aria-label={words::remove(described)} title={words::REMOVE} {onclick}>{ "×" }</button>
    }
}

/// The button of the relation after or before the one that an event happened in.
fn neighbour(event: &Event) -> Option<HtmlElement> {
    let own = closest(event.target(), "li, [role=listitem]")?;
    let list: Element = closest(event.target(), "ul, [role=list]")?;
    let rows = elements(&list, "li, [role=listitem]");
    let at = rows.iter().position(|row| *row == own)?;
    let next = rows.get(at + 1).or_else(|| rows.get(at.checked_sub(1)?))?;
    next.query_selector(".unrelate, .relation-edit").ok().flatten()?.dyn_into().ok()
}

#[derive(Properties, PartialEq)]
pub(in crate::ui::panels) struct RelationNoteProps {
    pub(in crate::ui::panels) id: RelationId,
    pub(in crate::ui::panels) note: String,
    /// The relation in words.
    pub(in crate::ui::panels) described: String,
}

/// The note on a relation. It makes one change when it is left, and what is half typed stays while other things change.
#[component]
pub(in crate::ui::panels) fn RelationNote(props: &RelationNoteProps) -> Html {
    let dispatcher = use_dispatcher();
    let onchange = {
        let (id, before) = (props.id.clone(), props.note.clone());
        Callback::from(move |event: Event| {
            let note = value_of(&event);
            if note != before {
                change(&dispatcher, &id, RelationPatch { note: Some(note), ..Default::default() });
            }
        })
    };
    html! {
        <input class="relation-note" aria-label={words::note_on(&props.described)} placeholder={words::NOTE} value={props.note.clone()} {onchange} />
    }
}
