//! The mentions of no entity yet, grouped by what they probably mention.

use std::rc::Rc;

use super::entity_candidates::for_each_mention;
use super::names::{Name, bare, begins_as_name};
use crate::edit::{EntityFields, LinkTo};
use crate::model::{AnnotationId, Entity, LabelId, LabelKind, Project};
use crate::order;

/// Mentions with variants of one name.
#[derive(Clone, Debug, PartialEq)]
pub struct Variant {
    /// Identifies the group as long as it exists.
    pub key: String,
    /// Its most usual form, without title and possessive ending.
    pub words: String,
    /// The annotations.
    pub mentions: Vec<AnnotationId>,
}

/// Mentions that probably are of one entity.
#[derive(Clone, Debug, PartialEq)]
pub struct NameGroup {
    /// Their label.
    pub label: LabelId,
    /// The entity that is there already, if it is one of those.
    pub entity: Option<Rc<Entity>>,
    /// The forms, the longest name first.
    pub variants: Vec<Variant>,
    /// Whether the words look like a name rather than a quantity or a description.
    pub is_name: bool,
}

impl NameGroup {
    /// The name of the entity.
    pub fn name(&self) -> &str {
        let own = || self.variants.first().map_or("", |variant| variant.words.as_str());
        self.entity.as_ref().map_or_else(own, |entity| entity.name.as_str())
    }

    /// How many mentions there are.
    pub fn count(&self) -> usize {
        self.variants.iter().map(|variant| variant.mentions.len()).sum()
    }

    /// The link that accepting the group makes.
    pub fn link(&self) -> (LinkTo, Vec<AnnotationId>) {
        let fields =
            || EntityFields { name: self.name().to_owned(), label: Some(self.label.clone()), ..Default::default() };
        let known = self.entity.as_ref().map(|entity| LinkTo::Known(entity.id.clone()));
        let mentions = self.variants.iter().flat_map(|variant| variant.mentions.iter().cloned()).collect();
        (known.unwrap_or_else(|| LinkTo::New(fields())), mentions)
    }
}

/// A mention's words without title and possessive ending: the name of a new entity.
pub fn bare_name(words: &str) -> &str {
    bare(words)
}

/// What a name is the name of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Root {
    /// Of an entity that is there, by its place among all.
    Entity(usize),
    /// Of mentions alone, by the place of the longest form among all names.
    Mentions(usize),
}

/// A name that an entity or some mentions have.
struct Node<'a> {
    name: Name,
    /// The label; an entity may have none, and then fits each.
    label: Option<&'a LabelId>,
    root: Root,
    variant: Option<Variant>,
}

/// The mentions that are linked to no entity, grouped: those with the same words, those with a shorter form or the
/// initials of a longer name that is the only one it could be of, and those of an entity that is there. The variants of
/// the keys in `apart` stay by themselves. Names come first, and the larger group before the smaller.
pub fn name_groups(project: &Project, apart: &[String]) -> Vec<NameGroup> {
    let entities: Vec<&Rc<Entity>> = project.entities().collect();
    let mut nodes = names_of_entities(project, &entities);
    nodes.extend(names_of_mentions(project));
    // The longest come first, so that what is shorter joins a name that has found its own place.
    order::sort_by_key(&mut nodes, |node| (usize::MAX - node.name.key.len(), node.variant.is_some()));
    let index = index(&nodes);
    for at in 0..nodes.len() {
        if let Some(variant) = &nodes[at].variant {
            let own = Root::Mentions(at);
            let joined = if apart.contains(&variant.key) { None } else { only_root(&nodes, &index, at) };
            nodes[at].root = joined.unwrap_or(own);
        }
    }
    let mut members: Vec<(Root, usize)> = nodes.iter().enumerate().map(|(at, node)| (node.root, at)).collect();
    members.retain(|&(_, at)| nodes[at].variant.is_some());
    order::sort(&mut members);
    let mut groups: Vec<NameGroup> = Vec::new();
    for same in members.chunk_by(|a, b| a.0 == b.0) {
        let entity = match same[0].0 {
            Root::Entity(at) => Some(entities[at].clone()),
            Root::Mentions(_) => None,
        };
        let Some(label) = nodes[same[0].1].label.cloned() else { continue };
        let variants: Vec<Variant> = same.iter().filter_map(|&(_, at)| nodes[at].variant.take()).collect();
        let is_name = variants.iter().any(|variant| begins_as_name(&variant.words));
        groups.push(NameGroup { label, entity, variants, is_name });
    }
    order::sort_by(&mut groups, |a, b| (b.is_name, b.count(), a.name()).cmp(&(a.is_name, a.count(), b.name())));
    groups
}

/// The names of the existing entities, and the words of their mentions.
fn names_of_entities<'a>(project: &'a Project, entities: &[&'a Rc<Entity>]) -> Vec<Node<'a>> {
    let mut names: Vec<(usize, &str)> = Vec::new();
    for (at, entity) in entities.iter().enumerate() {
        names.push((at, &entity.name));
        names.extend(entity.aliases.iter().map(|alias| (at, alias.as_str())));
    }
    for_each_mention(project, |id, _, words| {
        // Entities come in the order of their ids.
        names.extend(entities.binary_search_by(|entity| entity.id.cmp(id)).ok().map(|at| (at, words)));
    });
    order::sort(&mut names);
    names.dedup();
    let node = |(at, words): (usize, &str)| Node {
        name: Name::new(words),
        label: entities[at].label.as_ref(),
        root: Root::Entity(at),
        variant: None,
    };
    names.into_iter().map(node).collect()
}

/// The names that unlinked mentions have, each under each label once.
fn names_of_mentions(project: &Project) -> Vec<Node<'_>> {
    let is_entity =
        |label: &LabelId| project.schema().label(label).is_some_and(|label| label.kind == LabelKind::Entity);
    let mut mentions: Vec<(&LabelId, &str, &AnnotationId)> = Vec::new();
    for one in project.all_annotations().filter(|one| one.entity.is_none() && is_entity(&one.label)) {
        if let (Some(article), [range]) = (project.article(&one.article), one.ranges.as_slice()) {
            mentions.push((&one.label, bare(article.text.slice(*range)), &one.id));
        }
    }
    // A tag on spaces only has no name.
    mentions.retain(|(_, words, _)| !words.is_empty());
    order::sort(&mut mentions);
    let form = |same: &[(&'_ LabelId, &'_ str, &AnnotationId)]| Form {
        name: Name::new(same[0].1),
        words: same[0].1.to_owned(),
        mentions: same.iter().map(|(.., id)| (*id).clone()).collect(),
    };
    let mut nodes = Vec::new();
    for of_label in mentions.chunk_by(|a, b| a.0 == b.0) {
        let label = of_label[0].0;
        let mut forms: Vec<Form> = of_label.chunk_by(|a, b| a.1 == b.1).map(form).collect();
        // Of forms that differ in case and dots alone, the most usual gives the name.
        order::sort_by(&mut forms, |a, b| (&a.name.key, b.mentions.len()).cmp(&(&b.name.key, a.mentions.len())));
        for alike in forms.chunk_by(|a, b| a.name.key == b.name.key) {
            let Form { name, words, .. } = &alike[0];
            let mentions = alike.iter().flat_map(|form| form.mentions.iter().cloned()).collect();
            let variant = Variant { key: format!("{label}{}", name.key), words: words.clone(), mentions };
            nodes.push(Node {
                name: name.clone(),
                label: Some(label),
                root: Root::Mentions(0),
                variant: Some(variant),
            });
        }
    }
    nodes
}

/// Mentions with the very same words.
struct Form {
    name: Name,
    words: String,
    mentions: Vec<AnnotationId>,
}

/// The names by their first word, their last word and their initials: only those can be of a shorter form.
fn index(nodes: &[Node<'_>]) -> Vec<(String, usize)> {
    let mut index: Vec<(String, usize)> = Vec::new();
    for (at, node) in nodes.iter().enumerate() {
        index.extend(node.name.handles().into_iter().map(|handle| (handle, at)));
    }
    order::sort(&mut index);
    index
}

/// What a name of mentions is another form of, if there is but one such thing.
fn only_root(nodes: &[Node<'_>], index: &[(String, usize)], at: usize) -> Option<Root> {
    let own = &nodes[at];
    let mut same: Vec<Root> = Vec::new();
    let mut longer: Vec<Root> = Vec::new();
    for handle in own.name.handles() {
        let from = index.partition_point(|(other, _)| *other < handle);
        for (_, other) in index[from..].iter().take_while(|(other, _)| *other == handle) {
            let node = &nodes[*other];
            if *other == at || node.label.is_some_and(|label| Some(label) != own.label) {
                continue;
            }
            if node.variant.is_none() && node.name.key == own.name.key {
                same.push(node.root);
            } else if *other < at && own.name.shortens(&node.name) {
                longer.push(node.root);
            }
        }
    }
    let roots = if same.is_empty() { longer } else { same };
    let first = *roots.first()?;
    roots.iter().all(|root| *root == first).then_some(first)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::fixture_tests::Fixture;

    /// Tags each of the words once as a user, and shows the groups as `name: form count, form count`.
    fn shown(fixture: &Fixture, apart: &[String]) -> Vec<String> {
        let show = |group: &NameGroup| {
            let forms: Vec<_> =
                group.variants.iter().map(|one| format!("{} {}", one.words, one.mentions.len())).collect();
            let known = if group.entity.is_some() { "!" } else { "" };
            format!("{}{known}: {}", group.name(), forms.join(", "))
        };
        name_groups(fixture.project(), apart).iter().map(show).collect()
    }

    fn tagged(text: &str, tags: &[(&str, &str)]) -> Fixture {
        let mut fixture = Fixture::new(&[text]);
        tags.iter().for_each(|(words, label)| drop(fixture.tag(0, words, label)));
        fixture
    }

    #[test]
    fn forms_of_one_name_are_one_group() {
        let text =
            "Priti Patel met Macron. Ms Patel left; Patel’s car; Patel said, PRITI PATEL said. President Macron left";
        let people = ["Priti Patel", "Macron", "Ms Patel", "Patel’s", "Patel", "PRITI PATEL", "President Macron"];
        let fixture = tagged(text, &people.map(|words| (words, "Person")));
        assert_eq!(shown(&fixture, &[]), ["PRITI PATEL: PRITI PATEL 2, Patel 3", "Macron: Macron 2"]);
    }

    #[test]
    fn a_form_of_two_names_stays_by_itself() {
        let fixture = tagged(
            "Priti Patel, Dev Patel and Patel",
            &[("Priti Patel", "Person"), ("Dev Patel", "Person"), ("Patel", "Person")],
        );
        assert_eq!(shown(&fixture, &[]).len(), 3);
    }

    #[test]
    fn initials_join_and_other_labels_do_not() {
        let fixture = tagged(
            "the United Kingdom, the UK, U.K. and UK",
            &[("United Kingdom", "Location"), ("the UK", "Location"), ("U.K.", "Location"), ("UK", "Organization")],
        );
        assert_eq!(shown(&fixture, &[]), ["United Kingdom: United Kingdom 1, U.K. 2", "UK: UK 1"]);
    }

    #[test]
    fn an_entity_takes_what_is_alike_a_form_or_what_its_mentions_say() {
        let mut fixture = tagged(
            "Priti Patel, Patel; Britain and Britain and Macron",
            &[("Priti Patel", "Person"), ("Patel", "Person"), ("Britain", "Location"), ("Macron", "Person")],
        );
        let britain = fixture.tag(0, "Britain", "Location");
        fixture.entity("Priti Patel", Some("Person"), &[], &[]);
        fixture.entity("United Kingdom", None, &[], &[britain]);
        assert_eq!(
            shown(&fixture, &[]),
            ["Priti Patel!: Priti Patel 1, Patel 1", "Macron: Macron 1", "United Kingdom!: Britain 1"]
        );
    }

    #[test]
    fn what_is_taken_apart_stays_apart() {
        let fixture = tagged("Priti Patel and Patel", &[("Priti Patel", "Person"), ("Patel", "Person")]);
        let groups = name_groups(fixture.project(), &[]);
        let key = groups[0].variants[1].key.clone();
        assert_eq!(shown(&fixture, &[key]), ["Patel: Patel 1", "Priti Patel: Priti Patel 1"]);
    }

    #[test]
    fn quantities_come_last_and_never_join() {
        let fixture = tagged(
            "31 people and 31 drowned, said Macron",
            &[("31 people", "Quantity"), ("31", "Quantity"), ("Macron", "Person")],
        );
        assert_eq!(shown(&fixture, &[]), ["Macron: Macron 1", "31: 31 1", "31 people: 31 people 1"]);
    }

    #[test]
    fn claims_and_linked_mentions_are_left_out() {
        let mut fixture = tagged("Priti Patel left", &[("Priti Patel left", "Claim")]);
        let patel = fixture.tag(0, "Priti Patel", "Person");
        fixture.entity("Priti Patel", None, &[], &[patel]);
        assert!(shown(&fixture, &[]).is_empty());
    }
    /// Found by fuzzing: a group without a name kept all the others from being linked.
    #[test]
    fn a_tag_on_spaces_is_no_name() {
        use crate::edit::{Command, NewAnnotation};
        use crate::text::TextRange;

        let mut fixture = tagged("Ana \n Ben", &[("Ana", "Person")]);
        let article = fixture.project().articles()[0].id.clone();
        let blanks = NewAnnotation::tag(article, TextRange::from_indices(3, 6), "Person".into());
        fixture.act(Command::Annotate(blanks));
        assert_eq!(shown(&fixture, &[]), ["Ana: Ana 1"]);
        let links = name_groups(fixture.project(), &[]).iter().map(NameGroup::link).collect();
        fixture.act(Command::LinkAll(links));
        assert_eq!(fixture.project().entities().count(), 1);
    }
}
