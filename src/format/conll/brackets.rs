//! Entities in brackets, as GUM and CorefUD have them in CoNLL-U: `(e1-person-…` at the first word, `e1)` at the last one, or
//! `(e1-person-…)` at the only one. Several are written after each other.

use super::tag::Chunk;
use crate::order;

/// Which of the fields of an entity, separated by hyphens, are which.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct EntityFields {
    /// What the closing bracket repeats.
    group: usize,
    /// The label.
    label: usize,
}

impl EntityFields {
    /// The fields that the comment `# global.Entity = eid-etype-…` names, with the usual order if there is none.
    pub(super) fn of(lines: &[&str]) -> Self {
        let names = lines.iter().find_map(|line| line.strip_prefix("# global.Entity = "));
        let at =
            |wanted: &[&str]| names.and_then(|names| names.trim().split('-').position(|name| wanted.contains(&name)));
        Self { group: at(&["eid", "GRP"]).unwrap_or(0), label: at(&["etype", "entity", "type"]).unwrap_or(1) }
    }

    fn group(self, entity: &str) -> &str {
        entity.split('-').nth(self.group).unwrap_or(entity)
    }

    fn label(self, entity: &str) -> &str {
        // An entity may have nothing but a label.
        entity.split('-').nth(self.label).filter(|label| !label.is_empty()).unwrap_or(entity)
    }
}

/// Whether a value has brackets.
pub(super) fn has_brackets(value: &str) -> bool {
    value.starts_with('(') || value.ends_with(')')
}

/// The chunks of a sentence, given the values of words that have some, with their indices.
pub(super) fn chunks(values: &[(usize, &str)], fields: EntityFields) -> Vec<Chunk> {
    let mut open: Vec<(&str, &str, usize)> = Vec::new();
    let mut chunks = Vec::new();
    for &(word, value) in values {
        let mut rest = value;
        while !rest.is_empty() {
            let closed = match rest.strip_prefix('(') {
                Some(after) => {
                    let entity = until_bracket(after);
                    open.push((fields.group(entity), fields.label(entity), word));
                    rest = &after[entity.len()..];
                    if rest.starts_with(')') { open.pop() } else { None }
                }
                None => {
                    let group = until_bracket(rest);
                    rest = &rest[group.len()..];
                    let is_closed = rest.starts_with(')');
                    let at = open.iter().rposition(|(wanted, ..)| *wanted == group).filter(|_| is_closed);
                    at.map(|at| open.remove(at))
                }
            };
            rest = rest.strip_prefix(')').unwrap_or(rest);
            let chunk =
                |(_, label, first): (&str, &str, usize)| Chunk { label: label.to_owned(), first, end: word + 1 };
            chunks.extend(closed.map(chunk));
        }
    }
    order::sort_by_key(&mut chunks, |chunk| (chunk.first, std::cmp::Reverse(chunk.end)));
    chunks
}

/// The beginning of a text, up to the next bracket.
fn until_bracket(text: &str) -> &str {
    text.split(['(', ')']).next().unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(values: &[(usize, &str)], names: &str) -> Vec<(String, usize, usize)> {
        let fields = EntityFields::of(&[names]);
        chunks(values, fields).into_iter().map(|chunk| (chunk.label, chunk.first, chunk.end)).collect()
    }

    #[test]
    fn entities_are_nested_and_single() {
        let values =
            [(0, "(e1-person-new(e2-place-giv)"), (2, "e1)(e3-time-x"), (3, "e3)"), (4, "nothing"), (5, "(open")];
        let expected = [("person".to_owned(), 0, 3), ("place".to_owned(), 0, 1), ("time".to_owned(), 2, 4)];
        assert_eq!(found(&values, "# global.Entity = eid-etype-infstat"), expected);
        assert_eq!(
            found(&[(0, "(giv-org-7"), (1, "7)")], "# global.Entity = infstat-etype-GRP"),
            [("org".to_owned(), 0, 2)]
        );
        assert_eq!(found(&[(1, "(person)")], ""), [("person".to_owned(), 1, 2)]);
        assert_eq!(found(&[(0, ")))("), (1, "x)y(")], ""), []);
    }
}
