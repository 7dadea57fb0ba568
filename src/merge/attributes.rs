//! Adds attributes and choices to those of a label, or of articles.

use std::collections::{BTreeMap, HashMap};

use super::MergeCounts;
use crate::model::{Attribute, AttributeKind, AttributeValue};

/// Values that are to be valid, by the name of their attribute.
pub(super) type Used<'a> = BTreeMap<&'a str, Vec<&'a AttributeValue>>;

/// Adds what the used values need. Returns the attributes that get another name, because there is one of that name and another kind.
pub(super) fn extend(
    attributes: &mut Vec<Attribute>,
    from: &[Attribute],
    used: &Used<'_>,
    counts: &mut MergeCounts,
) -> HashMap<String, String> {
    let mut renamed = HashMap::new();
    for (name, values) in used {
        let Some(new) = from.iter().find(|attribute| attribute.name == *name) else { continue };
        let names: Vec<String> = attributes.iter().map(|attribute| attribute.name.clone()).collect();
        // Also one that was added for another label that is now the same.
        let free = (1..).map(|number| if number == 1 { (*name).to_owned() } else { format!("{name} {number}") });
        let fits = |one: &Attribute| one.kind == new.kind;
        for wanted in free {
            match attributes.iter_mut().find(|attribute| attribute.name == wanted) {
                Some(there) if !fits(there) => continue,
                Some(there) => add_choices(there, values, counts),
                None => {
                    attributes.push(added(new, &wanted, &names));
                    counts.attributes += 1;
                }
            }
            if wanted != *name {
                renamed.insert((*name).to_owned(), wanted);
            }
            break;
        }
    }
    renamed
}

/// An attribute for a label that has annotations already: these are not unfinished without it.
fn added(new: &Attribute, name: &str, others: &[String]) -> Attribute {
    let when = new.when.clone().filter(|when| others.contains(&when.attribute));
    Attribute { name: name.to_owned(), required: false, when, ..new.clone() }
}

fn add_choices(attribute: &mut Attribute, values: &[&AttributeValue], counts: &mut MergeCounts) {
    if !matches!(attribute.kind, AttributeKind::Choice | AttributeKind::MultipleChoice) {
        return;
    }
    for value in values {
        let choices = match value {
            AttributeValue::Text(choice) => std::slice::from_ref(choice),
            AttributeValue::List(choices) => choices,
            _ => &[],
        };
        for choice in choices {
            if !attribute.choices.contains(choice) {
                attribute.choices.push(choice.clone());
                counts.choices += 1;
            }
        }
    }
}
