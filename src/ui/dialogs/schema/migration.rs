//! What becomes of what is in use and would be removed: something takes its place, or it is removed too.

use yew::prelude::*;

use super::fields::plain_options;
use super::form::{Address, FormHandle, Replacement, SchemaForm};
use crate::app::messages::schema as words;
use crate::edit::{AttributeOwner, InUse, Part, Remap};
use crate::model::{Label, Project, RelationType, Schema};
use crate::ui::widgets::SelectOption;

/// The value of the option without a replacement, and what is before the replacement in the values of the others.
const REMOVED: &str = "-";
const REPLACED: &str = "+";

/// The name of the select of an item.
pub(super) fn field_name(at: usize) -> String {
    format!("remap-{at}")
}

/// What was chosen so far.
pub(super) fn chosen(form: &SchemaForm) -> Vec<Remap> {
    let chosen = form.remaps.iter();
    chosen.filter_map(|(of, replacement)| Some(Remap { of: of.clone(), to: replacement.clone()? })).collect()
}

/// What could take the place of something: its id or text as the value, and its name.
fn replacements(form: &SchemaForm, schema: &Schema, of: &InUse) -> Vec<SelectOption> {
    match of {
        InUse::Label(..) => schema.labels.iter().map(|one| SelectOption::new(&one.id, one.name.as_str())).collect(),
        InUse::RelationType(..) => {
            schema.relation_types.iter().map(|one| SelectOption::new(&one.id, one.name.as_str())).collect()
        }
        InUse::Choice(owner, attribute, ..) => other_choices(form, owner, attribute),
        InUse::Attribute(..) => Vec::new(),
    }
}

/// The choices of an attribute, whatever its name is now.
fn other_choices(form: &SchemaForm, owner: &AttributeOwner, attribute: &str) -> Vec<SelectOption> {
    let part = match owner {
        AttributeOwner::Articles => Some(Part::About),
        AttributeOwner::Label(id) => form.draft.labels.iter().position(|one| &one.label.id == id).map(Part::Label),
    };
    let all = part.map_or(&[][..], |part| form.draft.attributes(part));
    let now = all.iter().find(|one| one.was.as_deref() == Some(attribute));
    now.map_or_else(Vec::new, |one| plain_options(one.built().choices.iter().map(String::as_str)))
}

/// What is proposed as a replacement: what has the same name, if there is such.
pub(super) fn proposal(form: &SchemaForm, schema: &Schema, project: &Project, of: &InUse) -> Replacement {
    let same = |a: &str, b: &str| !a.is_empty() && a.to_lowercase() == b.to_lowercase();
    match of {
        InUse::Label(id, _) => {
            let removed = project.schema().label(id)?;
            let is_like = |one: &&Label| same(&one.short, &removed.short) || same(&one.name, &removed.name);
            schema.labels.iter().find(is_like).map(|one| Some(one.id.to_string()))
        }
        InUse::Choice(owner, attribute, choice, _) => {
            let all = other_choices(form, owner, attribute);
            all.into_iter().find(|one| same(&one.value, choice)).map(|one| Some(one.value))
        }
        InUse::RelationType(id, _) => {
            let is_like = |one: &&RelationType| same(&one.name, &project.relation_type_name(id));
            schema.relation_types.iter().find(is_like).map(|one| Some(one.id.to_string()))
        }
        InUse::Attribute(..) => None,
    }
}

/// Asks for a replacement of each.
pub(super) fn view(handle: &FormHandle, form: &SchemaForm, project: &Project) -> Html {
    let schema = form.draft.schema();
    let item = |(at, (of, replacement)): (usize, &(InUse, Replacement))| {
        let mut options = vec![SelectOption::new("", words::CHOOSE)];
        options.extend(replacements(form, &schema, of).into_iter().map(|SelectOption { value, name }| {
            SelectOption::new(&format!("{REPLACED}{value}"), words::move_to(&name))
        }));
        options.push(SelectOption::new(REMOVED, words::without_replacement(of)));
        let current = match replacement {
            None => String::new(),
            Some(None) => REMOVED.to_owned(),
            Some(Some(to)) => format!("{REPLACED}{to}"),
        };
        let address = Address { index: at, ..Address::of(Part::RelationTypes) };
        let question = words::users(of, project);
        html! {
            <li key={at} class="schema-card">{ handle.select(address, &question, &field_name(at), &options, &current, choose) }</li>
        }
    };
    html! {
        <section key="migration" aria-label={words::IN_USE}>
            if !form.remaps.is_empty() {
                <p>{ words::IN_USE_HINT }</p>
                <ul class="schema-cards">{ for form.remaps.iter().enumerate().map(item) }</ul>
                <p class="muted">{ words::ATTRIBUTES_HINT }</p>
            }
            if form.lost_relations > 0 { <p>{ words::relations_lost(form.lost_relations) }</p> }
        </section>
    }
}

fn choose(form: &mut SchemaForm, address: Address, value: &str) {
    if let Some((_, replacement)) = form.remaps.get_mut(address.index) {
        *replacement = match value.strip_prefix(REPLACED) {
            Some(to) => Some(Some(to.to_owned())),
            None => (value == REMOVED).then_some(None),
        };
    }
}
