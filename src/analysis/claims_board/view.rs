//! Filters and sorts the rows of the board.

use std::rc::Rc;

use super::{ClaimsBoard, Row};
use crate::model::{AttributeKind, AttributeValue, EntityId, LabelKind, Schema};
use crate::order;

/// A value of an attribute with choices.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChoiceFilter {
    /// The name of the attribute.
    pub attribute: String,
    /// One of its choices.
    pub choice: String,
}

/// Which rows are shown: those for which all that is set is true.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BoardFilter {
    /// Two claims contradict each other.
    pub conflicts: bool,
    /// All claims are of one article.
    pub one_article: bool,
    /// No claim has a speaker.
    pub unsourced: bool,
    /// A claim mentions this entity, or names it in an attribute, such as its source.
    pub entity: Option<EntityId>,
    /// A claim has this value.
    pub choice: Option<ChoiceFilter>,
}

impl BoardFilter {
    /// Whether a row is shown.
    pub fn shows(&self, row: &Row) -> bool {
        let has_entity = |id: &EntityId| row.claims.iter().any(|claim| claim.entities.binary_search(id).is_ok());
        (!self.conflicts || row.conflicts > 0)
            && (!self.one_article || row.articles == 1)
            && (!self.unsourced || row.is_unsourced())
            && self.entity.as_ref().is_none_or(has_entity)
            && self.choice.as_ref().is_none_or(|choice| {
                row.annotations().any(|one| match one.attributes.get(&choice.attribute) {
                    Some(AttributeValue::Text(text)) => *text == choice.choice,
                    Some(AttributeValue::List(list)) => list.contains(&choice.choice),
                    _ => false,
                })
            })
    }
}

/// The order of rows. Rows that are equal in it are in the order of their first claims.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum BoardSort {
    /// By the first claim: its article, then its place in the text.
    #[default]
    Place,
    /// Rows with the most contradictions first.
    Conflicts,
    /// Rows of the most articles first.
    Articles,
}

impl BoardSort {
    /// All orders.
    pub const ALL: [Self; 3] = [Self::Place, Self::Conflicts, Self::Articles];

    /// A name, which does not change.
    pub fn name(self) -> &'static str {
        match self {
            Self::Place => "place",
            Self::Conflicts => "conflicts",
            Self::Articles => "articles",
        }
    }
}

impl ClaimsBoard {
    /// The board with the rows that a filter shows, sorted.
    pub fn view(&self, filter: &BoardFilter, sort: BoardSort) -> Self {
        let mut rows: Vec<Rc<Row>> = self.rows.iter().filter(|row| filter.shows(row)).cloned().collect();
        match sort {
            BoardSort::Place => {}
            BoardSort::Conflicts => order::sort_by(&mut rows, |a, b| b.conflicts.cmp(&a.conflicts)),
            BoardSort::Articles => order::sort_by(&mut rows, |a, b| b.articles.cmp(&a.articles)),
        }
        Self { articles: self.articles.clone(), rows }
    }

    /// The entities by which rows can be filtered, by id.
    pub fn entities(&self) -> Vec<EntityId> {
        let claims = self.rows.iter().flat_map(|row| &row.claims);
        let mut entities: Vec<EntityId> = claims.flat_map(|claim| claim.entities.iter().cloned()).collect();
        order::sort(&mut entities);
        entities.dedup();
        entities
    }
}

/// The attributes with choices that labels of claims have, with their choices, each once, in the order of the schema.
pub fn choices(schema: &Schema) -> Vec<(String, Vec<String>)> {
    let labels = schema.labels.iter().filter(|label| label.kind == LabelKind::Claim);
    let has_choices = |kind| matches!(kind, AttributeKind::Choice | AttributeKind::MultipleChoice);
    let mut found: Vec<(String, Vec<String>)> = Vec::new();
    for attribute in labels.flat_map(|label| &label.attributes).filter(|one| has_choices(one.kind)) {
        let at = found.iter().position(|(name, _)| *name == attribute.name).unwrap_or(found.len());
        if at == found.len() {
            found.push((attribute.name.clone(), Vec::new()));
        }
        for choice in &attribute.choices {
            if !found[at].1.contains(choice) {
                found[at].1.push(choice.clone());
            }
        }
    }
    found
}
