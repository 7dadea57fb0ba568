//! What becomes of what is in use and goes: moved to something else, or removed too.

use yew::prelude::*;

use super::sheet::{At, Said, Sheet, Work};
use crate::app::messages::schema::in_use;
use crate::edit::{AttributeOwner, Fate, InUse, Part};
use crate::model::{Project, Schema};
use crate::text::isolated;
use crate::ui::shared::counted;

/// How the lists of fates write "it goes", and what is put before the name of what takes its place.
const GOES: &str = "-";
const MOVES: &str = "+";

/// The fates that were said.
pub(super) fn decided(work: &Work) -> Vec<Fate> {
    let said = work.fates.iter().filter_map(|(of, said)| Some(Fate { of: of.clone(), to: said.clone()? }));
    said.collect()
}

/// What could take a thing's place: each with its id or wording, and its name.
fn others(schema: &Schema, of: &InUse) -> Vec<(String, String)> {
    match of {
        InUse::Label(..) => schema.labels.iter().map(|one| (one.id.to_string(), one.name.clone())).collect(),
        InUse::RelationType(..) => {
            schema.relation_types.iter().map(|one| (one.id.to_string(), one.name.clone())).collect()
        }
        InUse::Attribute(..) | InUse::Choice(..) => Vec::new(),
    }
}

/// The choices that could take another's place: those of its attribute, whatever that is called now.
fn other_choices(work: &Work, owner: &AttributeOwner, attribute: &str) -> Vec<(String, String)> {
    let part = match owner {
        AttributeOwner::Articles => Some(Part::About),
        AttributeOwner::Label(id) => work.draft.labels.iter().position(|one| &one.label.id == id).map(Part::Label),
    };
    let all = part.map_or(&[][..], |part| work.draft.attributes(part));
    let Some(one) = all.iter().find(|one| one.was.as_deref() == Some(attribute)) else { return Vec::new() };
    one.built().choices.into_iter().map(|choice| (choice.clone(), choice)).collect()
}

/// What a fate is before anybody says it: what is called the same, if there is such.
pub(super) fn suggestion(work: &Work, schema: &Schema, project: &Project, of: &InUse) -> Said {
    let same = |a: &str, b: &str| !a.is_empty() && a.to_lowercase() == b.to_lowercase();
    match of {
        InUse::Label(id, _) => {
            let gone = project.schema().label(id)?;
            let alike = |one: &&crate::model::Label| same(&one.short, &gone.short) || same(&one.name, &gone.name);
            schema.labels.iter().find(alike).map(|one| Some(one.id.to_string()))
        }
        InUse::Choice(owner, attribute, choice, _) => {
            let all = other_choices(work, owner, attribute);
            all.into_iter().find(|(one, _)| same(one, choice)).map(|(one, _)| Some(one))
        }
        InUse::RelationType(id, _) => {
            let alike = |one: &&crate::model::RelationType| same(&one.name, &project.relation_type_name(id));
            schema.relation_types.iter().find(alike).map(|one| Some(one.id.to_string()))
        }
        InUse::Attribute(..) => None,
    }
}

/// Asks about each.
pub(super) fn fates(sheet: &Sheet, work: &Work, project: &Project) -> Html {
    let schema = work.draft.schema();
    let row = |(i, (of, said)): (usize, &(InUse, Said))| {
        let mut entries = vec![(String::new(), "choose…".to_owned())];
        let all = match of {
            InUse::Choice(owner, attribute, ..) => other_choices(work, owner, attribute),
            _ => others(&schema, of),
        };
        entries.extend(
            all.into_iter().map(|(value, name)| (format!("{MOVES}{value}"), format!("move to {}", isolated(&name)))),
        );
        entries.push((GOES.to_owned(), removal(of)));
        let chosen = match said {
            None => String::new(),
            Some(None) => GOES.to_owned(),
            Some(Some(to)) => format!("{MOVES}{to}"),
        };
        let at = At { part: Part::RelationTypes, i, j: 0 };
        html! {
            <li key={i} class="schema-card">{ sheet.select(at, &question(of, project), &format!("fate-{i}"), &entries, &chosen, set) }</li>
        }
    };
    let lost = work.lost;
    html! {
        <section key="fates" aria-label="What is in use">
            if !work.fates.is_empty() {
                <p>{ "Some of what you took out is in use. Say what becomes of it; undo brings all of it back in one step." }</p>
                <ul class="schema-cards">{ for work.fates.iter().enumerate().map(row) }</ul>
                <p class="muted">{ "A tag that moves to another label keeps the attributes that this label has too, and loses the others." }</p>
            }
            if lost > 0 {
                <p>{ format!("{} will be removed: the labels at the ends are no longer allowed.", counted(lost, "relation", "relations")) }</p>
            }
        </section>
    }
}

fn set(work: &mut Work, at: At, to: &str) {
    if let Some((_, said)) = work.fates.get_mut(at.i) {
        *said = match to.strip_prefix(MOVES) {
            Some(to) => Some(Some(to.to_owned())),
            None => (to == GOES).then_some(None),
        };
    }
}

fn question(of: &InUse, project: &Project) -> String {
    let has = |one: &str| if of.count() == 1 { format!("1 {one} has") } else { format!("{} {one}s have", of.count()) };
    let who = match of {
        InUse::Label(..) if of.count() == 1 => "1 tag or entity has".to_owned(),
        InUse::Label(..) => format!("{} tags and entities have", of.count()),
        InUse::RelationType(..) => has("relation"),
        InUse::Attribute(AttributeOwner::Articles, ..) | InUse::Choice(AttributeOwner::Articles, ..) => has("article"),
        InUse::Attribute(AttributeOwner::Label(id), ..) | InUse::Choice(AttributeOwner::Label(id), ..) => {
            has(&format!("“{}” tag", isolated(&project.label_name(id))))
        }
    };
    format!("{who} {}", in_use(of, &of.name(project)))
}

fn removal(of: &InUse) -> String {
    match of {
        InUse::Label(..) => "remove these tags",
        InUse::RelationType(..) => "remove these relations",
        InUse::Attribute(..) => "drop these values",
        InUse::Choice(..) => "leave it empty there",
    }
    .to_owned()
}
