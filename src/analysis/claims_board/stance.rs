//! The stance of a claim: how it relates to the first claim of its row.
//!
//! A relation type of any schema counts. What it means for the board is its [`Role`], which is read from its id and name.

use std::collections::HashMap;
use std::rc::Rc;

use super::groups::{group_of, groups};
use crate::model::{AnnotationId, Project, Relation, RelationType, RelationTypeId};

/// What a relation type means for the board. Of several relations with the first claim, the one with the first role in
/// this order decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// They cannot both be true.
    Contradicts,
    /// One replaces the other with something newer.
    Updates,
    /// One takes the words of the other.
    Quotes,
    /// One makes the other more likely.
    Supports,
    /// Both say the same.
    Repeats,
    /// Anything else.
    Other,
}

/// The words by which the role of a relation type is recognised: its id, its name, or the first word of its name.
const WORDS: [(Role, &[&str]); 5] = [
    (Role::Contradicts, &["contradicts", "contradict", "conflicts", "refutes", "disputes", "denies", "disagrees"]),
    (Role::Updates, &["updates", "update", "corrects", "supersedes", "replaces"]),
    (Role::Quotes, &["quotes", "quote", "cites"]),
    (Role::Supports, &["supports", "support", "confirms", "corroborates", "entails"]),
    (Role::Repeats, &["repeats", "repeat", "same", "equals", "restates", "paraphrases", "duplicates"]),
];

/// The role of a relation type. The id is decisive, because it does not change when the type is renamed.
pub fn role(kind: &RelationType) -> Role {
    let find = |word: &str| {
        let word = word.to_lowercase();
        WORDS.iter().find(|(_, words)| words.contains(&word.as_str())).map(|(role, _)| *role)
    };
    let by_name = || kind.name.split_whitespace().next().and_then(find);
    find(kind.id.as_str()).or_else(by_name).unwrap_or(Role::Other)
}

/// How a claim relates to the first claim of its row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stance {
    /// It is the first claim.
    First,
    /// A relation ties it, or a claim that it repeats, to the first claim or to a claim that repeats that.
    Related {
        /// The type of the relation.
        kind: RelationTypeId,
        /// The name of the type.
        name: String,
        /// What the type means.
        role: Role,
        /// Whether the relation leads to the first claim ("updates it"), or from it ("is updated by it"). `true` if the
        /// type is symmetric.
        outwards: bool,
        /// Whether the relation is between the two claims themselves.
        direct: bool,
    },
    /// It is tied to the first claim only through claims with other stances.
    Distant,
}

impl Stance {
    /// The role, if a relation decides the stance.
    pub fn role(&self) -> Option<Role> {
        match self {
            Self::Related { role, .. } => Some(*role),
            Self::First | Self::Distant => None,
        }
    }
}

/// A relation inside a row.
struct Tie<'a> {
    from: usize,
    to: usize,
    id: &'a RelationTypeId,
    /// The type, if the schema has it.
    kind: Option<&'a RelationType>,
    role: Role,
}

impl Tie<'_> {
    fn stance(&self, leads_to_first: bool, direct: bool) -> Stance {
        Stance::Related {
            kind: self.id.clone(),
            name: self.kind.map_or_else(|| self.id.to_string(), |kind| kind.name.clone()),
            role: self.role,
            outwards: leads_to_first || self.kind.is_some_and(|kind| kind.symmetric),
            direct,
        }
    }
}

/// The stances of the claims of a row, given the relations between them by id.
pub(super) fn stances<'a>(
    project: &'a Project,
    claims: &[&'a AnnotationId],
    relations: &'a [Rc<Relation>],
) -> Vec<Stance> {
    let at: HashMap<&AnnotationId, usize> = claims.iter().enumerate().map(|(at, id)| (*id, at)).collect();
    let kinds: HashMap<&RelationTypeId, (&RelationType, Role)> =
        project.schema().relation_types.iter().map(|kind| (&kind.id, (kind, role(kind)))).collect();
    let tie = |relation: &'a Rc<Relation>| {
        let kind = kinds.get(&relation.kind);
        Some(Tie {
            from: *at.get(&relation.from)?,
            to: *at.get(&relation.to)?,
            id: &relation.kind,
            kind: kind.map(|(kind, _)| *kind),
            role: kind.map_or(Role::Other, |(_, role)| *role),
        })
    };
    let ties: Vec<Tie<'_>> = relations.iter().filter_map(tie).collect();
    let repeats = ties.iter().filter(|tie| tie.role == Role::Repeats).map(|tie| (tie.from, tie.to));
    let groups = groups(claims.len(), repeats);
    let group = group_of(claims.len(), &groups);
    // The best tie of each claim with the first, and of each group of repeated claims with the group of the first.
    let mut direct: Vec<Option<Stance>> = vec![None; claims.len()];
    let mut shared: Vec<Option<Stance>> = vec![None; groups.len()];
    for tie in &ties {
        for (near, far, leads_to_first) in [(tie.from, tie.to, true), (tie.to, tie.from, false)] {
            let stance = |direct| tie.stance(leads_to_first, direct);
            if far == 0 && near != 0 {
                take_better(&mut direct[near], stance(true));
            }
            if group[far] == 0 && (group[near] != 0 || tie.role == Role::Repeats) {
                take_better(&mut shared[group[near]], stance(false));
            }
        }
    }
    let stance = |at: usize| match direct[at].clone() {
        _ if at == 0 => Stance::First,
        Some(stance) => stance,
        None => shared[group[at]].clone().unwrap_or(Stance::Distant),
    };
    (0..claims.len()).map(stance).collect()
}

/// Replaces a stance by one whose role comes first. The first of several with the same role stays.
fn take_better(current: &mut Option<Stance>, other: Stance) {
    if current.as_ref().is_none_or(|current| other.role() < current.role()) {
        *current = Some(other);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::news_claims;

    #[test]
    fn the_role_is_read_from_the_id_else_from_the_name() {
        let roles: Vec<Role> = news_claims().relation_types.iter().map(role).collect();
        assert_eq!(roles, [Role::Repeats, Role::Supports, Role::Contradicts, Role::Updates, Role::Quotes]);
        let named = |id: &str, name: &str| role(&RelationType { id: id.into(), ..RelationType::new(name) });
        assert_eq!(named("repeats", "contradicts"), Role::Repeats, "a renamed type");
        assert_eq!(named("r1", "Conflicts with"), Role::Contradicts);
        assert_eq!(named("r1", "is part of"), Role::Other);
        assert_eq!(named("r1", ""), Role::Other);
    }
}
