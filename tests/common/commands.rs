//! The commands of actions on schema, entities, article metadata, and many annotations at once.

use crossread::edit::{
    AcceptedPrediction, AnnotationPatch, AttributeMove, AttributeOwner, ChoiceMove, Command, EntityFields, InUse,
    LinkTo, NewAnnotation, NewEntity, RelationPatch, SchemaEdit, uses_without_remap,
};
use crossread::model::{
    AnnotationId, ArticleStatus, AttributeKind, Colour, EntityId, Label, LabelId, LabelKind, Project, RelationId,
    RelationTypeId, Schema,
};
use crossread::text::TextRange;

use super::{Action, annotations, pick, text_range, value};

/// The command of an action; `None` if the project has no record for it.
pub fn command(project: &Project, action: &Action) -> Option<Command> {
    let annotation = |seed: u8| pick(&annotations(project), seed).cloned();
    let some = |seeds: &[u8]| seeds.iter().filter_map(|&seed| annotation(seed)).collect::<Vec<AnnotationId>>();
    let article = |seed: u8| pick(project.articles(), seed);
    Some(match action {
        Action::Describe(which, given) => {
            let (name, value) = given.map_or_else(
                || ("verdict".to_owned(), None),
                |given| {
                    let (name, value) = value(given);
                    (name, Some(value))
                },
            );
            Command::DescribeArticle(article(*which)?.id.clone(), [(name, value)].into())
        }
        Action::Mark(which, status) => {
            let status = ArticleStatus::ALL.get(usize::from(status % 4)).copied();
            Command::MarkArticle(article(*which)?.id.clone(), status)
        }
        Action::AnnotateAll(at, seed) => Command::AnnotateAll(new_annotations(project, at, *seed)),
        Action::UpdateAll(which, label, given, entity) => {
            let patch = AnnotationPatch {
                label: label.map(|seed| any_label(project, seed)),
                attributes: given.map(value).into_iter().map(|(name, value)| (name, Some(value))).collect(),
                entity: entity.map(|seed| any_entity(project, seed)),
                ..Default::default()
            };
            Command::UpdateAll(some(which), patch)
        }
        Action::AddEntity(seed, mentions) => {
            Command::AddEntity(NewEntity { fields: fields(project, *seed), mentions: some(mentions) })
        }
        Action::UpdateEntity(which, seed) => {
            Command::UpdateEntity(any_entity(project, which | 1)?, fields(project, *seed))
        }
        Action::LinkAll(links) => {
            let link = |(to, mentions): &(u8, Vec<u8>)| {
                let known = any_entity(project, *to).map(LinkTo::Known);
                (known.unwrap_or_else(|| LinkTo::New(fields(project, *to))), some(mentions))
            };
            Command::LinkAll(links.iter().map(link).collect())
        }
        Action::Merge(into, others) => {
            let others = others.iter().filter_map(|seed| any_entity(project, seed | 1)).collect();
            Command::MergeEntities(any_entity(project, into | 1)?, others)
        }
        Action::Split(from, mentions) => {
            let from = any_entity(project, from | 1)?;
            Command::SplitEntity { from, name: "Split".to_owned(), mentions: some(mentions) }
        }
        Action::RemoveEntity(which) => Command::RemoveEntity(any_entity(project, which | 1)?),
        Action::UpdateRelation(which, kind, turn, note) => {
            let ids: Vec<RelationId> = project.relations().map(|relation| relation.id.clone()).collect();
            let kinds: Vec<RelationTypeId> =
                project.schema().relation_types.iter().map(|kind| kind.id.clone()).collect();
            let kind = kind.and_then(|seed| pick(&kinds, seed).cloned());
            let note = (note % 3 == 0).then(|| format!("note {note}"));
            Command::UpdateRelation(pick(&ids, *which)?.clone(), RelationPatch { kind, turn: *turn, note })
        }
        Action::TitleRow(claims, n) => {
            let title = if n.is_multiple_of(3) { String::new() } else { format!("Title {n}") };
            Command::TitleRow { claims: some(claims), title }
        }
        Action::Predict(which, label) => {
            let all: Vec<_> = project.predictions().values().collect();
            let tag = &pick(&all, *which)?.tag;
            let mut new = NewAnnotation::tag(tag.article.clone(), tag.ranges[0], tag.label.clone());
            match label {
                Some(seed) => new.label = any_label(project, *seed),
                None => new.attributes.clone_from(&tag.attributes),
            }
            Command::AcceptPredictions(vec![AcceptedPrediction { tag: new, predictions: vec![tag.id.clone()] }])
        }
        Action::Reject(ids, restore) => {
            let ids = ids.iter().map(|id| format!("mention:{id}")).collect();
            if *restore { Command::RestoreSuggestions(ids) } else { Command::RejectSuggestions(ids) }
        }
        Action::Schema(what, which, seed) => Command::EditSchema(Box::new(schema_edit(project, *what, *which, *seed)?)),
        _ => return None,
    })
}

fn new_annotations(project: &Project, at: &[(u8, (u32, u32), u8)], seed: u8) -> Vec<NewAnnotation> {
    let new = |(which, pair, label): &(u8, (u32, u32), u8)| {
        let article = pick(project.articles(), *which)?;
        let text = &article.text;
        let near = (pair.0, (pair.0 % (text.len() as u32 + 1)).saturating_add(pair.1 % 40));
        let range = text_range(text, near);
        let range = TextRange::new(text.floor_grapheme(range.start()), text.ceil_grapheme(range.end()));
        let entity = any_entity(project, seed);
        let tag = NewAnnotation::tag(article.id.clone(), range, any_label(project, *label));
        // An empty range would cause the complete command to be refused.
        (!range.is_empty()).then_some(NewAnnotation { entity, ..tag })
    };
    at.iter().filter_map(new).collect()
}

fn any_label(project: &Project, seed: u8) -> LabelId {
    pick(&project.schema().labels, seed).map_or_else(|| "Missing".into(), |label| label.id.clone())
}

/// An entity of the project for an odd seed, none for an even one.
fn any_entity(project: &Project, seed: u8) -> Option<EntityId> {
    let ids: Vec<EntityId> = project.entities().map(|entity| entity.id.clone()).collect();
    pick(&ids, seed / 2).filter(|_| seed % 2 == 1).cloned()
}

fn fields(project: &Project, seed: u8) -> EntityFields {
    let identifier = match seed % 4 {
        0 => ("wikidata", "Q42"),
        1 => ("wikidata", "42"),
        2 => ("url", "https://example.org/"),
        _ => ("", ""),
    };
    EntityFields {
        name: ["Ana", " Ben ", "", "Zoë"][usize::from(seed / 4 % 4)].to_owned(),
        label: (seed > 99).then(|| any_label(project, seed)),
        aliases: ["A.", "A.", " ", "Ana"].map(str::to_owned).into(),
        identifiers: [(identifier.0.to_owned(), identifier.1.to_owned())].into(),
        note: if seed.is_multiple_of(5) { "a note".to_owned() } else { String::new() },
    }
}

/// An edit of the schema. Depending on the seed, removed parts that are in use are remapped, dropped, or left without a
/// remap, so that the command is refused.
fn schema_edit(project: &Project, what: u8, which: u8, seed: u8) -> Option<SchemaEdit> {
    let mut edit = SchemaEdit::to((**project.schema()).clone());
    let at = usize::from(which) % edit.schema.labels.len().max(1);
    match what % 10 {
        0 => {
            edit.schema.labels.get_mut(at)?.name = format!("Name {seed}");
            edit.schema.labels.get_mut(at)?.colour = Colour(u32::from(seed) << 8);
        }
        1 => edit.schema.labels.push(new_label(&edit.schema, which)),
        2 => remove_label(&mut edit, at)?,
        3 => edit.schema.relation_types.truncate(usize::from(which % 3)),
        4 => edit.schema.article_attributes.truncate(usize::from(which % 3)),
        5 => edit.schema.relation_types.iter_mut().for_each(|kind| kind.from = vec!["Claim".into()]),
        _ => change_attribute(&mut edit, at, what, which, seed)?,
    }
    if !seed.is_multiple_of(4) {
        add_remaps(project, &mut edit, seed);
    }
    Some(edit)
}

fn new_label(schema: &Schema, seed: u8) -> Label {
    Label {
        id: format!("New{}-{seed}", schema.labels.len()).as_str().into(),
        kind: LabelKind::ALL[usize::from(seed % 3)],
        name: "New".to_owned(),
        short: String::new(),
        colour: Colour(0),
        key: "n1".to_owned(),
        description: String::new(),
        examples: vec![],
        attributes: schema.labels.first().map(|label| label.attributes.clone()).unwrap_or_default(),
        extra: Default::default(),
    }
}

fn remove_label(edit: &mut SchemaEdit, at: usize) -> Option<()> {
    edit.schema.labels.get(at)?;
    let removed = edit.schema.labels.remove(at);
    for kind in &mut edit.schema.relation_types {
        kind.from.retain(|id| id != &removed.id);
        kind.to.retain(|id| id != &removed.id);
    }
    Some(())
}

fn change_attribute(edit: &mut SchemaEdit, at: usize, what: u8, which: u8, seed: u8) -> Option<()> {
    let label = edit.schema.labels.get_mut(at)?;
    let owner = AttributeOwner::Label(label.id.clone());
    let count = label.attributes.len();
    let attribute = label.attributes.get_mut(usize::from(which / 3) % count.max(1))?;
    let name = attribute.name.clone();
    match what % 10 {
        6 => {
            attribute.name = format!("{name}2");
            let moved = AttributeMove { owner, from: name.clone(), to: Some(attribute.name.clone()) };
            edit.attributes.push(moved);
            label.attributes.iter_mut().for_each(|one| {
                one.when.iter_mut().filter(|when| when.attribute == name).for_each(|when| when.attribute += "2");
            });
        }
        7 => {
            label.attributes.retain(|one| one.name != name && one.when.is_none());
        }
        8 => {
            let removed = attribute.choices.pop()?;
            attribute.default = None;
            if seed.is_multiple_of(2) {
                attribute.choices.push(format!("{removed}2"));
                let to = attribute.choices.last().cloned();
                edit.choices.push(ChoiceMove { owner, attribute: name, from: removed, to });
            }
        }
        _ => {
            attribute.kind = AttributeKind::ALL[usize::from(seed) % 6];
            attribute.default = None;
        }
    }
    Some(())
}

/// Adds a remap for everything that is removed and in use.
fn add_remaps(project: &Project, edit: &mut SchemaEdit, seed: u8) {
    // Remapping a label may require further remaps of its attributes.
    for _ in 0..20 {
        let Some(used) = uses_without_remap(project, edit).into_iter().next() else { return };
        match used {
            InUse::Label(id, _) => {
                let to =
                    pick(&edit.schema.labels, seed).map(|label| label.id.clone()).filter(|_| !seed.is_multiple_of(3));
                edit.labels.insert(id, to);
            }
            InUse::Attribute(owner, from, _) => edit.attributes.push(AttributeMove { owner, from, to: None }),
            InUse::Choice(owner, attribute, from, _) => {
                edit.choices.push(ChoiceMove { owner, attribute, from, to: None });
            }
            InUse::RelationType(id, _) => {
                let to = pick(&edit.schema.relation_types, seed)
                    .map(|kind| kind.id.clone())
                    .filter(|_| !seed.is_multiple_of(3));
                edit.relation_types.insert(id, to);
            }
        }
    }
}
