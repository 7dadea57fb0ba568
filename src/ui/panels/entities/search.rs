//! Finding an entity by its names, as options of a combobox.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::messages::entities as words;
use crate::model::{Entity, EntityId, LabelId, Project};
use crate::order;
use crate::ui::widgets::ComboOption;

/// The most options there are at once; typing finds the others.
const LISTED: usize = 9;

/// What an option stands for.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::ui) enum EntityChoice {
    /// An entity of the project.
    Existing(EntityId),
    /// A new one of this name.
    New(String),
}

/// Whether an option stands for a new entity.
#[derive(Clone, Debug, Default, PartialEq)]
pub(in crate::ui) enum NewName {
    /// No.
    #[default]
    Never,
    /// Always: of the name that was typed, else of this one.
    Proposed(String),
    /// If something was typed that is the name of no entity.
    Typed,
}

/// Which entities are found, and in what order.
#[derive(Clone, Debug, Default, PartialEq)]
pub(in crate::ui) struct EntitySearch {
    /// Entities that are listed before all others.
    pub(in crate::ui) first: Vec<EntityId>,
    /// The label whose entities come next.
    pub(in crate::ui) label: Option<LabelId>,
    /// An entity that is not found.
    pub(in crate::ui) except: Option<EntityId>,
    /// Whether a new entity can be chosen.
    pub(in crate::ui) new: NewName,
}

/// An option.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::ui) struct EntityOption {
    /// What it stands for.
    pub(in crate::ui) choice: EntityChoice,
    /// The entity's name.
    pub(in crate::ui) name: String,
    /// What tells it from others of the same name.
    about: String,
}

/// Where an entity comes in the list: its place among those that come first, whether its label differs, whether no name begins with
/// the text.
type Rank = (usize, bool, bool);

impl EntitySearch {
    /// The options for a typed text: entities with the text in a name, then a new one. Names that begin with the text come
    /// before others.
    pub(in crate::ui) fn find(&self, project: &Project, typed: &str) -> Vec<EntityOption> {
        let typed = typed.trim();
        let wanted = typed.to_lowercase();
        let mut found: Vec<(Rank, &Rc<Entity>)> = project
            .entities()
            .filter(|entity| self.except.as_ref() != Some(&entity.id))
            .filter_map(|entity| Some((self.rank(entity, &wanted)?, entity)))
            .collect();
        order::sort_by_key(&mut found, |(rank, _)| *rank);
        let new = self.new_name(project, typed, &wanted);
        found.truncate(LISTED - usize::from(new.is_some()));
        let existing = found.into_iter().map(|(_, entity)| EntityOption {
            choice: EntityChoice::Existing(entity.id.clone()),
            name: entity.name.clone(),
            about: entity.label.as_ref().map(|label| project.label_name(label)).unwrap_or_default(),
        });
        let new = new.map(|name| EntityOption {
            choice: EntityChoice::New(name.clone()),
            name,
            about: words::NEW_OPTION.to_owned(),
        });
        existing.chain(new).collect()
    }

    /// Where an entity comes in the list, the smallest first; `None` if no name has the wanted text.
    fn rank(&self, entity: &Entity, wanted: &str) -> Option<Rank> {
        let names = || std::iter::once(&entity.name).chain(&entity.aliases).map(|name| name.to_lowercase());
        if !names().any(|name| name.contains(wanted)) {
            return None;
        }
        let first = self.first.iter().position(|id| id == &entity.id).unwrap_or(self.first.len());
        let has_label = self.label.is_some() && entity.label == self.label;
        Some((first, !has_label, !names().any(|name| name.starts_with(wanted))))
    }

    fn new_name(&self, project: &Project, typed: &str, wanted: &str) -> Option<String> {
        let proposed = match &self.new {
            NewName::Never => return None,
            NewName::Proposed(name) => Some(name.clone()),
            NewName::Typed if project.entities().any(|entity| entity.name.to_lowercase() == wanted) => return None,
            NewName::Typed => None,
        };
        if typed.is_empty() { proposed } else { Some(typed.to_owned()) }
    }
}

/// Options of a combobox; numbered where digits choose them.
pub(in crate::ui) fn combo_options(found: &[EntityOption], is_numbered: bool) -> Vec<ComboOption> {
    let option = |(i, EntityOption { choice, name, about }): (usize, &EntityOption)| {
        let key = match choice {
            EntityChoice::Existing(id) => id.to_string(),
            EntityChoice::New(_) => String::new(),
        };
        let content = html! {
            <>
                <span>{ name }</span>
                <span class="muted">{ about }</span>
                if is_numbered { <kbd aria-hidden="true">{ i + 1 }</kbd> }
            </>
        };
        ComboOption { class: classes!("picker-option"), ..ComboOption::new(key, content) }
    };
    found.iter().enumerate().map(option).collect()
}
