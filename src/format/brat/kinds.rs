//! What brat distinguishes and Crossread does not: labels of events, and the forms of relations. A project remembers them in fields
//! of its schema, so that its export is as the files were.

use crate::json::{Extra, Json};
use crate::model::{Label, Project, Relation, RelationType};

/// The field of a label or relation type.
const KIND: &str = "bratKind";
/// The field of a relation type with the names of its two roles, if they are not the usual ones.
const ROLES: &str = "bratRoles";
/// The usual roles.
pub(super) const USUAL_ROLES: [&str; 2] = ["Arg1", "Arg2"];

/// How the relations of a type are written.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum Form {
    /// `R1⇥Type Arg1:T1 Arg2:T2`, with these roles.
    Relation([String; 2]),
    /// As an argument of the event at which they start; the type is the role.
    Argument,
    /// `*⇥Type T1 T2 T3`.
    Equivalence,
}

impl Form {
    /// A relation with the usual roles.
    pub(super) fn usual() -> Self {
        Self::Relation(USUAL_ROLES.map(str::to_owned))
    }

    /// The form of a type's relations.
    pub(super) fn of(kind: &RelationType) -> Self {
        match text(&kind.extra, KIND) {
            Some("argument") => Self::Argument,
            Some("equivalence") => Self::Equivalence,
            _ => roles(&kind.extra).map_or_else(Self::usual, Self::Relation),
        }
    }

    /// The fields by which a relation type remembers the form.
    pub(super) fn fields(&self) -> Extra {
        Extra::new(match self {
            Self::Argument => vec![(KIND.to_owned(), "argument".into())],
            Self::Equivalence => vec![(KIND.to_owned(), "equivalence".into())],
            Self::Relation(roles) if roles.iter().eq(USUAL_ROLES.iter()) => Vec::new(),
            Self::Relation(roles) => vec![(ROLES.to_owned(), roles.to_vec().into())],
        })
    }
}

/// Whether a relation is an argument of an event.
pub(super) fn is_argument(project: &Project, relation: &Relation) -> bool {
    project.schema().relation_type(&relation.kind).is_some_and(|kind| Form::of(kind) == Form::Argument)
}

/// Whether a label is that of events.
pub(super) fn is_event(label: &Label) -> bool {
    text(&label.extra, KIND) == Some("event")
}

/// Makes a label that of events.
pub(super) fn set_event(label: &mut Label) {
    label.extra = Extra::new(vec![(KIND.to_owned(), "event".into())]);
}

/// The number of fields that are not these.
pub(super) fn other_fields(extra: &Extra) -> usize {
    extra.fields().iter().filter(|(name, _)| name != KIND && name != ROLES).count()
}

fn text<'a>(extra: &'a Extra, name: &str) -> Option<&'a str> {
    field(extra, name)?.as_str()
}

fn field<'a>(extra: &'a Extra, name: &str) -> Option<&'a Json> {
    extra.fields().iter().find(|(field, _)| field == name).map(|(_, value)| value)
}

fn roles(extra: &Extra) -> Option<[String; 2]> {
    let Json::Array(roles) = field(extra, ROLES)? else { return None };
    let roles: Vec<String> =
        roles.iter().filter_map(Json::as_str).filter(|role| is_name(role)).map(str::to_owned).collect();
    <[String; 2]>::try_from(roles).ok().filter(|[first, second]| first != second)
}

/// Whether a text can be the name of a type as it is stored: `^[a-zA-Z0-9_-]+$`, but not only hyphens, which separate.
pub(super) fn is_name(text: &str) -> bool {
    !is_separator(text) && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_-".contains(&byte))
}

/// A text as the name of a type: brat replaces all other characters by `_`.
pub(super) fn name_of(text: &str) -> String {
    let is_kept = |one: char| one.is_ascii_alphanumeric() || one == '_' || one == '-';
    let name: String = text.trim().chars().map(|one| if is_kept(one) { one } else { '_' }).collect();
    if is_separator(&name) { "_".to_owned() } else { name }
}

/// Whether a line of `annotation.conf` is only a separator.
pub(super) fn is_separator(line: &str) -> bool {
    line.bytes().all(|byte| byte == b'-')
}

/// Whether a stored name was made of a text by [`name_of`], perhaps with a number that makes it differ from others.
pub(super) fn is_name_of(stored: &str, text: &str) -> bool {
    let Some(number) = stored.strip_prefix(&name_of(text)) else { return false };
    let is_number = |digits: &str| !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    number.is_empty() || number.strip_prefix('-').is_some_and(is_number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_are_remembered() {
        let other = Form::Relation(["source".to_owned(), "target".to_owned()]);
        for form in [Form::usual(), Form::Argument, Form::Equivalence, other] {
            let kind = RelationType { extra: form.fields(), ..RelationType::new("x") };
            assert_eq!(Form::of(&kind), form);
            assert_eq!(other_fields(&kind.extra), 0);
        }
        let same = Extra::new(vec![(ROLES.to_owned(), vec!["a".to_owned(), "a".to_owned()].into())]);
        assert_eq!(Form::of(&RelationType { extra: same, ..RelationType::new("x") }), Form::usual());
    }

    #[test]
    fn names_are_made_by_the_rule_of_brat() {
        assert!(!is_name("--"));
        for (text, name) in
            [("Person", "Person"), ("A claim", "A_claim"), ("Überfall!", "_berfall_"), (" ", "_"), ("--", "_")]
        {
            assert_eq!(name_of(text), name);
            assert!(is_name(name) && is_name_of(name, text) && is_name_of(&format!("{name}-2"), text));
        }
        assert!(!is_name("a b") && !is_name("") && !is_name_of("Person", "Persons") && !is_name_of("a-x", "a"));
    }
}
