//! Groups the unlinked mentions by the entity that they probably refer to.

use std::borrow::Cow;
use std::rc::Rc;

use super::entity_candidates::for_each_mention;
use super::names::{Name, bare_name, begins_as_name};
use crate::edit::{EntityFields, LinkTo};
use crate::model::{AnnotationId, Entity, LabelId, LabelKind, Project};
use crate::order;

/// Mentions with one form of a name.
#[derive(Clone, Debug, PartialEq)]
pub struct Variant {
    /// Identifies the variant: label and normalised name.
    pub key: String,
    /// The most frequent spelling, without title and possessive ending.
    pub words: String,
    /// The annotations with this form.
    pub mentions: Vec<AnnotationId>,
}

/// Mentions that probably refer to one entity.
#[derive(Clone, Debug, PartialEq)]
pub struct NameGroup {
    /// The label of the mentions.
    pub label: LabelId,
    /// The existing entity that they probably refer to, if there is one.
    pub entity: Option<Rc<Entity>>,
    /// The forms of the name, longest first.
    pub variants: Vec<Variant>,
    /// Whether the text looks like a name, not like a quantity or a description.
    pub is_name: bool,
}

impl NameGroup {
    /// The name of the entity.
    pub fn name(&self) -> &str {
        let own = || self.variants.first().map_or("", |variant| variant.words.as_str());
        self.entity.as_ref().map_or_else(own, |entity| entity.name.as_str())
    }

    /// The number of mentions.
    pub fn count(&self) -> usize {
        self.variants.iter().map(|variant| variant.mentions.len()).sum()
    }

    /// The link that is made if the user accepts the group.
    pub fn link(&self) -> (LinkTo, Vec<AnnotationId>) {
        let fields =
            || EntityFields { name: self.name().to_owned(), label: Some(self.label.clone()), ..Default::default() };
        let known = self.entity.as_ref().map(|entity| LinkTo::Known(entity.id.clone()));
        let mentions = self.variants.iter().flat_map(|variant| variant.mentions.iter().cloned()).collect();
        (known.unwrap_or_else(|| LinkTo::New(fields())), mentions)
    }
}

/// The entity, or the group of mentions, that a name refers to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Referent {
    /// An existing entity, by its index.
    Entity(usize),
    /// A group of mentions without an entity, by the index of the longest form among all names.
    Mentions(usize),
}

/// A name of an entity or of unlinked mentions.
struct KnownName<'a> {
    name: Name,
    /// The label; an entity without a label fits every label.
    label: Option<&'a LabelId>,
    referent: Referent,
    /// The unlinked mentions with this name; `None` for a name of an entity.
    variant: Option<Variant>,
}

/// Groups the mentions that are not linked to an entity. Mentions of one group have the same name; or a shorter form or
/// the initials of a longer name, if that is unambiguous; or a name of the same existing entity. Variants whose keys
/// are in
/// `separate` are not added to other groups. Names come first, and larger groups before smaller ones.
pub fn name_groups(project: &Project, separate: &[String]) -> Vec<NameGroup> {
    let entities: Vec<&Rc<Entity>> = project.entities().collect();
    let mut names = names_of_entities(project, &entities);
    names.extend(names_of_mentions(project));
    // Longest first, so that a shorter form joins a longer name whose referent is known.
    order::sort_by_key(&mut names, |known| (usize::MAX - known.name.key.len(), known.variant.is_some()));
    let index = index(&names);
    for at in 0..names.len() {
        if let Some(variant) = &names[at].variant {
            let own = Referent::Mentions(at);
            let joined = if separate.contains(&variant.key) { None } else { only_referent(&names, &index, at) };
            names[at].referent = joined.unwrap_or(own);
        }
    }
    let mut members: Vec<(Referent, usize)> =
        names.iter().enumerate().map(|(at, known)| (known.referent, at)).collect();
    members.retain(|&(_, at)| names[at].variant.is_some());
    order::sort(&mut members);
    let mut groups: Vec<NameGroup> = Vec::new();
    for same in members.chunk_by(|a, b| a.0 == b.0) {
        let entity = match same[0].0 {
            Referent::Entity(at) => Some(entities[at].clone()),
            Referent::Mentions(_) => None,
        };
        let Some(label) = names[same[0].1].label.cloned() else { continue };
        let variants: Vec<Variant> = same.iter().filter_map(|&(_, at)| names[at].variant.take()).collect();
        let is_name = variants.iter().any(|variant| begins_as_name(&variant.words));
        groups.push(NameGroup { label, entity, variants, is_name });
    }
    order::sort_by(&mut groups, |a, b| (b.is_name, b.count(), a.name()).cmp(&(a.is_name, a.count(), b.name())));
    groups
}

/// The names of the existing entities, and the texts of their mentions.
fn names_of_entities<'a>(project: &'a Project, entities: &[&'a Rc<Entity>]) -> Vec<KnownName<'a>> {
    let mut names: Vec<(usize, &str)> = Vec::new();
    for (at, entity) in entities.iter().enumerate() {
        names.push((at, &entity.name));
        names.extend(entity.aliases.iter().map(|alias| (at, alias.as_str())));
    }
    for_each_mention(project, |id, _, words| {
        // Entities are sorted by id.
        names.extend(entities.binary_search_by(|entity| entity.id.cmp(id)).ok().map(|at| (at, words)));
    });
    order::sort(&mut names);
    names.dedup();
    let known_name = |(at, words): (usize, &str)| KnownName {
        name: Name::new(words),
        label: entities[at].label.as_ref(),
        referent: Referent::Entity(at),
        variant: None,
    };
    names.into_iter().map(known_name).collect()
}

/// The names of unlinked mentions, once for each label.
fn names_of_mentions(project: &Project) -> Vec<KnownName<'_>> {
    let is_entity =
        |label: &LabelId| project.schema().label(label).is_some_and(|label| label.kind == LabelKind::Entity);
    let mut mentions: Vec<(&LabelId, Cow<'_, str>, &AnnotationId)> = Vec::new();
    for one in project.all_annotations().filter(|one| one.entity.is_none() && is_entity(&one.label)) {
        if let (Some(article), [range]) = (project.article(&one.article), one.ranges.as_slice()) {
            mentions.push((&one.label, bare_name(article.text.slice(*range)), &one.id));
        }
    }
    // A tag on spaces has no name.
    mentions.retain(|(_, words, _)| !words.is_empty());
    order::sort(&mut mentions);
    let spelling = |same: &[(&'_ LabelId, Cow<'_, str>, &AnnotationId)]| Spelling {
        name: Name::new(&same[0].1),
        words: same[0].1.to_string(),
        mentions: same.iter().map(|(.., id)| (*id).clone()).collect(),
    };
    let mut names = Vec::new();
    for of_label in mentions.chunk_by(|a, b| a.0 == b.0) {
        let label = of_label[0].0;
        let mut spellings: Vec<Spelling> = of_label.chunk_by(|a, b| a.1 == b.1).map(spelling).collect();
        // Of spellings that differ only in case and dots, the most frequent is shown.
        order::sort_by(&mut spellings, |a, b| (&a.name.key, b.mentions.len()).cmp(&(&b.name.key, a.mentions.len())));
        for alike in spellings.chunk_by(|a, b| a.name.key == b.name.key) {
            let Spelling { name, words, .. } = &alike[0];
            let mentions = alike.iter().flat_map(|spelling| spelling.mentions.iter().cloned()).collect();
            let variant = Variant { key: format!("{label}{}", name.key), words: words.clone(), mentions };
            names.push(KnownName {
                name: name.clone(),
                label: Some(label),
                referent: Referent::Mentions(0),
                variant: Some(variant),
            });
        }
    }
    names
}

/// Mentions with the same text.
struct Spelling {
    name: Name,
    words: String,
    mentions: Vec<AnnotationId>,
}

/// An index of the names by first word, last word and initials: a shorter form has one of these in common with a name.
fn index(names: &[KnownName<'_>]) -> Vec<(String, usize)> {
    let mut index: Vec<(String, usize)> = Vec::new();
    for (at, known) in names.iter().enumerate() {
        index.extend(known.name.lookup_keys().into_iter().map(|key| (key, at)));
    }
    order::sort(&mut index);
    index
}

/// The referent of a name of mentions, if it is unambiguous: that of an equal name of an entity, or else of a longer
/// name.
fn only_referent(names: &[KnownName<'_>], index: &[(String, usize)], at: usize) -> Option<Referent> {
    let own = &names[at];
    let mut same: Vec<Referent> = Vec::new();
    let mut longer: Vec<Referent> = Vec::new();
    for key in own.name.lookup_keys() {
        let from = index.partition_point(|(other, _)| *other < key);
        for (_, other) in index[from..].iter().take_while(|(other, _)| *other == key) {
            let known = &names[*other];
            if *other == at || known.label.is_some_and(|label| Some(label) != own.label) {
                continue;
            }
            if known.variant.is_none() && known.name.key == own.name.key {
                same.push(known.referent);
            } else if *other < at && own.name.shortens(&known.name) {
                longer.push(known.referent);
            }
        }
    }
    let referents = if same.is_empty() { longer } else { same };
    let first = *referents.first()?;
    referents.iter().all(|referent| *referent == first).then_some(first)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::fixture_tests::Fixture;

    /// The groups as `name: form count, form count`; `!` follows the name of an existing entity.
    fn shown(fixture: &Fixture, separate: &[String]) -> Vec<String> {
        let show = |group: &NameGroup| {
            let forms: Vec<_> =
                group.variants.iter().map(|one| format!("{} {}", one.words, one.mentions.len())).collect();
            let known = if group.entity.is_some() { "!" } else { "" };
            format!("{}{known}: {}", group.name(), forms.join(", "))
        };
        name_groups(fixture.project(), separate).iter().map(show).collect()
    }

    fn tagged(text: &str, tags: &[(&str, &str)]) -> Fixture {
        let mut fixture = Fixture::new(&[text]);
        tags.iter().for_each(|(words, label)| drop(fixture.tag(0, words, label)));
        fixture
    }

    #[test]
    fn forms_of_one_name_are_grouped() {
        let text =
            "Priti Patel met Macron. Ms Patel left; Patel’s car; Patel said, PRITI PATEL said. President Macron left";
        let people = ["Priti Patel", "Macron", "Ms Patel", "Patel’s", "Patel", "PRITI PATEL", "President Macron"];
        let fixture = tagged(text, &people.map(|words| (words, "Person")));
        assert_eq!(shown(&fixture, &[]), ["PRITI PATEL: PRITI PATEL 2, Patel 3", "Macron: Macron 2"]);
    }

    #[test]
    fn invisible_characters_are_no_part_of_a_name() {
        let fixture = tagged("Ma\u{ad}cron, Macron", &[("Ma\u{ad}cron", "Person"), ("Macron", "Person")]);
        assert_eq!(shown(&fixture, &[]), ["Macron: Macron 2"]);
    }

    #[test]
    fn an_ambiguous_form_is_not_grouped() {
        let fixture = tagged(
            "Priti Patel, Dev Patel and Patel",
            &[("Priti Patel", "Person"), ("Dev Patel", "Person"), ("Patel", "Person")],
        );
        assert_eq!(shown(&fixture, &[]).len(), 3);
    }

    #[test]
    fn initials_are_grouped_within_a_label() {
        let fixture = tagged(
            "the United Kingdom, the UK, U.K. and UK",
            &[("United Kingdom", "Location"), ("the UK", "Location"), ("U.K.", "Location"), ("UK", "Organization")],
        );
        assert_eq!(shown(&fixture, &[]), ["United Kingdom: United Kingdom 1, U.K. 2", "UK: UK 1"]);
    }

    #[test]
    fn mentions_are_grouped_with_existing_entities() {
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
    fn separate_variants_are_not_grouped() {
        let fixture = tagged("Priti Patel and Patel", &[("Priti Patel", "Person"), ("Patel", "Person")]);
        let groups = name_groups(fixture.project(), &[]);
        let key = groups[0].variants[1].key.clone();
        assert_eq!(shown(&fixture, &[key]), ["Patel: Patel 1", "Priti Patel: Priti Patel 1"]);
    }

    #[test]
    fn quantities_come_last_and_are_not_grouped() {
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

    /// Found by fuzzing: a group without a name prevented linking the other groups.
    #[test]
    fn a_tag_on_spaces_has_no_name() {
        use crate::edit::{Command, NewAnnotation};
        use crate::text::TextRange;

        let mut fixture = tagged("Ana \n Ben", &[("Ana", "Person")]);
        let article = fixture.project().articles()[0].id.clone();
        let spaces = NewAnnotation::tag(article, TextRange::from_indices(3, 6), "Person".into());
        fixture.act(Command::Annotate(spaces));
        assert_eq!(shown(&fixture, &[]), ["Ana: Ana 1"]);
        let links = name_groups(fixture.project(), &[]).iter().map(NameGroup::link).collect();
        fixture.act(Command::LinkAll(links));
        assert_eq!(fixture.project().entities().count(), 1);
    }
}
