//! Compares a project with what becomes of it in a format that drops parts: nothing may differ but what the format lists, as often as it
//! says.

use std::collections::BTreeMap;

use crossread::format::draft::{Build, build};
use crossread::format::{Dropped, DroppedPart, ExportOptions, Format, ImportWarning, SourceFile};
use crossread::json::show_number;
use crossread::model::{
    Annotation, AnnotationId, Article, Attribute, AttributeValue, Entity, EntityId, Label, Prediction, Project,
    Relation, RelationType, Timestamp,
};

/// Writes a project, and reads the files as they are in an archive. Returns the warnings, too.
pub(crate) fn round_trip(
    format: &dyn Format,
    project: &Project,
    options: ExportOptions,
) -> (Project, Vec<ImportWarning>) {
    let written = format.write(project, options);
    let files: Vec<_> = written.iter().map(|file| SourceFile { name: &file.name, bytes: &file.bytes }).collect();
    let draft = format.read(&files).expect("its own export");
    let how = Build { title: project.title.clone(), now: Timestamp::epoch(), unit: None };
    let imported = build(&draft, &how).expect("a project").imported;
    (imported.project, imported.warnings)
}

/// Checks that a project that was written and read equals the original, less what is listed.
pub(crate) fn check(original: &Project, dropped: &[Dropped], read: &Project) {
    let count = |part: DroppedPart| dropped.iter().find(|one| one.what == part).map_or(0, |one| one.count);
    let after = Lines::new(read, &[]);
    // What belongs to a tag or relation that is dropped is dropped with it.
    let gone = Lines::new(original, &[]).missing_records(&after);
    let before = Lines::new(original, &gone);
    for part in PARTS {
        let (lost, added) = difference(before.of(part, &gone), after.of(part, &[]));
        let listed = count(part);
        // A definition may be guessed from the values in use, and times may be those of the import.
        let may_be_kept = matches!(part, DroppedPart::Definitions | DroppedPart::Authorship);
        let is_listed = lost.len() == listed || may_be_kept && lost.len() < listed;
        assert!(is_listed, "{part:?}: {listed} listed, lost {lost:#?}, added {added:#?}");
        assert!(added.len() <= listed, "{part:?}: added {added:#?}, lost {lost:#?}");
    }
}

/// The parts that are compared. Tags and relations come first: they own other parts.
const PARTS: [DroppedPart; 21] = [
    DroppedPart::TagsOfSpaces,
    DroppedPart::SpacesOfTags,
    DroppedPart::OverlappingTags,
    DroppedPart::Relations,
    DroppedPart::RelationsAcrossArticles,
    DroppedPart::ArticleTexts,
    DroppedPart::ArticleMetadata,
    DroppedPart::ArticleDetails,
    DroppedPart::Attributes,
    DroppedPart::Notes,
    DroppedPart::RowTitles,
    DroppedPart::RelationNotes,
    DroppedPart::UnmentionedEntities,
    DroppedPart::EntityLinks,
    DroppedPart::EntityDetails,
    DroppedPart::Definitions,
    DroppedPart::Authorship,
    DroppedPart::Ids,
    DroppedPart::Predictions,
    DroppedPart::PredictionDetails,
    DroppedPart::RejectedSuggestions,
];

/// Everything in a project, a line for each fact.
#[derive(Default)]
struct Lines {
    /// The part, the record to which the fact belongs (empty for none), and the fact.
    all: Vec<(DroppedPart, String, String)>,
    /// The records that are dropped.
    gone: Vec<String>,
}

impl Lines {
    /// The facts; entities do not have the mentions that are gone.
    fn new(project: &Project, gone: &[String]) -> Self {
        let mut lines = Self { gone: gone.to_vec(), ..Self::default() };
        project.articles().iter().for_each(|article| lines.add_article(article));
        project.all_annotations().for_each(|tag| lines.add_tag(project, tag));
        project.relations().for_each(|relation| lines.add_relation(project, relation));
        project.entities().for_each(|entity| lines.add_entity(project, entity));
        project.predictions().values().for_each(|prediction| lines.add_prediction(project, prediction));
        lines.add_schema(project);
        project.rejected().iter().for_each(|id| lines.add(DroppedPart::RejectedSuggestions, "", id));
        lines
    }

    fn add(&mut self, part: DroppedPart, owner: &str, fact: &str) {
        self.all.push((part, owner.to_owned(), fact.to_owned()));
    }

    /// The facts of a part, without those of records that are gone.
    fn of(&self, part: DroppedPart, gone: &[String]) -> Vec<String> {
        let is_kept = |owner: &String| !gone.contains(owner);
        let found = self.all.iter().filter(|(of, owner, _)| *of == part && (is_kept(owner) || is_record(*of)));
        let mut found: Vec<_> = found.map(|(_, owner, fact)| format!("{owner}: {fact}")).collect();
        found.sort();
        found
    }

    /// The tags and relations that another project does not have.
    fn missing_records(&self, other: &Self) -> Vec<String> {
        let mut gone = Vec::new();
        for part in PARTS.into_iter().filter(|part| is_record(*part)) {
            let (lost, _) = difference(self.of(part, &[]), other.of(part, &[]));
            gone.extend(lost.into_iter().filter_map(|line| line.split_once(": ").map(|(owner, _)| owner.to_owned())));
        }
        gone
    }

    fn add_article(&mut self, article: &Article) {
        let owner = article.id.as_str();
        self.add(DroppedPart::ArticleTexts, owner, article.text.as_str());
        self.add(DroppedPart::ArticleMetadata, owner, &format!("title {}", article.title));
        for (field, text) in [("source", &article.source), ("date", &article.date), ("language", &article.language)] {
            if !text.is_empty() {
                self.add(DroppedPart::ArticleMetadata, owner, &format!("{field} {text}"));
            }
        }
        if !article.note.is_empty() {
            self.add(DroppedPart::ArticleDetails, owner, &format!("note {}", article.note));
        }
        if let Some(status) = article.status {
            self.add(DroppedPart::ArticleDetails, owner, &format!("status {}", status.name()));
        }
        for (name, value) in &article.attributes {
            self.add(DroppedPart::ArticleDetails, owner, &format!("{name} = {}", value_text(value)));
        }
    }

    fn add_tag(&mut self, project: &Project, tag: &Annotation) {
        let key = &key(project, tag);
        let is_of_spaces = project.exact(tag).split(" … ").all(|part| part.trim().is_empty());
        let part = if is_of_spaces { DroppedPart::TagsOfSpaces } else { DroppedPart::OverlappingTags };
        self.add(part, key, "tag");
        if !is_of_spaces {
            self.add(DroppedPart::SpacesOfTags, key, &format!("{:?}", ranges(project, tag)));
        }
        for (name, value) in &tag.attributes {
            self.add(DroppedPart::Attributes, key, &format!("{name} = {}", value_text(value)));
        }
        if !tag.note.is_empty() {
            self.add(DroppedPart::Notes, key, &tag.note);
        }
        if !tag.row_title.is_empty() {
            self.add(DroppedPart::RowTitles, key, &tag.row_title);
        }
        if let Some(entity) = &tag.entity {
            self.add(DroppedPart::EntityLinks, key, &entity_key(project, entity, &self.gone));
        }
        self.add(DroppedPart::Ids, key, tag.id.as_str());
        let who = (&tag.created, &tag.creator, &tag.modified, &tag.modifier);
        self.add(DroppedPart::Authorship, key, &format!("{who:?}"));
    }

    fn add_prediction(&mut self, project: &Project, prediction: &Prediction) {
        let Prediction { tag, source, model, score, relations, accepted, .. } = prediction;
        let key = format!("{model} {}", key(project, tag));
        let attributes: Vec<_> = tag.attributes.iter().map(|(name, value)| (name, value_text(value))).collect();
        let fact = format!("{:?}", (ranges(project, tag), score, attributes, &tag.note));
        self.add(DroppedPart::Predictions, &key, &fact);
        self.add(DroppedPart::PredictionDetails, &key, &format!("source {source}"));
        for relation in relations {
            let to = project.prediction(&tag.article, &relation.to);
            let to = to.map(|to| format!("{} {}", to.model, self::key(project, &to.tag)));
            let kind = project.relation_type_name(&relation.kind);
            self.add(DroppedPart::PredictionDetails, &key, &format!("{kind} → {to:?}"));
        }
        if let Some(id) = accepted {
            let made = project.annotation(id).map(|tag| self::key(project, tag));
            self.add(DroppedPart::PredictionDetails, &key, &format!("accepted {made:?}"));
        }
    }

    fn add_relation(&mut self, project: &Project, relation: &Relation) {
        let end = |id: &AnnotationId| project.annotation(id).expect("an end");
        let (from, to) = (end(&relation.from), end(&relation.to));
        let key =
            &format!("{} {} → {}", project.relation_type_name(&relation.kind), key(project, from), key(project, to));
        let is_across = from.article != to.article;
        let part = if is_across { DroppedPart::RelationsAcrossArticles } else { DroppedPart::Relations };
        self.add(part, key, "relation");
        if !relation.note.is_empty() {
            self.add(DroppedPart::RelationNotes, key, &relation.note);
        }
        self.add(DroppedPart::Ids, key, relation.id.as_str());
        self.add(DroppedPart::Authorship, key, &format!("{:?}", (&relation.created, &relation.creator)));
    }

    fn add_entity(&mut self, project: &Project, entity: &Entity) {
        let key = &entity_key(project, &entity.id, &self.gone);
        if key.is_empty() {
            self.add(DroppedPart::UnmentionedEntities, "", &entity.name);
            return;
        }
        let label = entity.label.as_ref().map(|label| format!("label {}", project.label_name(label)));
        let note = (!entity.note.is_empty()).then(|| format!("note {}", entity.note));
        let aliases = entity.aliases.iter().map(|alias| format!("alias {alias}"));
        let identifiers = entity.identifiers.iter().map(|(scheme, id)| format!("{scheme}:{id}"));
        let facts =
            [format!("name {}", entity.name)].into_iter().chain(label).chain(note).chain(aliases).chain(identifiers);
        facts.for_each(|fact| self.add(DroppedPart::EntityDetails, key, &fact));
    }

    fn add_schema(&mut self, project: &Project) {
        let schema = project.schema();
        if !schema.name.is_empty() {
            self.add(DroppedPart::Definitions, "", &schema.name);
        }
        for label in &schema.labels {
            let Label { kind, name, short, colour, key, description, examples, .. } = label;
            let fact = format!("{:?}", (kind, name, short, colour, key, description, examples));
            self.add(DroppedPart::Definitions, "", &fact);
            label.attributes.iter().for_each(|attribute| self.add_attribute(name, attribute));
        }
        schema.article_attributes.iter().for_each(|attribute| self.add_attribute("articles", attribute));
        for RelationType { name, symmetric, description, from, to, .. } in &schema.relation_types {
            let names = |labels: &[_]| labels.iter().map(|id| project.label_name(id)).collect::<Vec<_>>();
            let fact = format!("{:?}", (name, symmetric, description, names(from), names(to)));
            self.add(DroppedPart::Definitions, "", &fact);
        }
    }

    fn add_attribute(&mut self, owner: &str, attribute: &Attribute) {
        let Attribute { name, kind, choices, required, default, when, .. } = attribute;
        let fact = format!("{:?}", (owner, name, kind, choices, required, default, when));
        self.add(DroppedPart::Definitions, "", &fact);
    }
}

/// Whether the lines of a part are those of tags or relations, which own other parts.
fn is_record(part: DroppedPart) -> bool {
    matches!(
        part,
        DroppedPart::TagsOfSpaces
            | DroppedPart::OverlappingTags
            | DroppedPart::Relations
            | DroppedPart::RelationsAcrossArticles
            | DroppedPart::Predictions
    )
}

/// What only one of two sorted lists has: what is lost, and what is added.
fn difference(before: Vec<String>, after: Vec<String>) -> (Vec<String>, Vec<String>) {
    let mut counts: BTreeMap<String, i64> = BTreeMap::new();
    before.into_iter().for_each(|line| *counts.entry(line).or_default() += 1);
    after.into_iter().for_each(|line| *counts.entry(line).or_default() -= 1);
    let (mut lost, mut added) = (Vec::new(), Vec::new());
    for (line, count) in counts {
        let of = if count > 0 { &mut lost } else { &mut added };
        of.extend((0..count.abs()).map(|_| line.clone()));
    }
    (lost, added)
}

/// The article, the label and the characters of a tag, without spaces, by which it is recognised.
fn key(project: &Project, tag: &Annotation) -> String {
    let text = &project.article(&tag.article).expect("an article").text;
    let characters = tag.ranges.iter().flat_map(|&range| {
        let start = text.to_code_points(range.start()).0 as usize;
        text.slice(range).chars().enumerate().map(move |(at, character)| (start + at, character))
    });
    let visible: Vec<usize> = characters.filter(|(_, one)| !one.is_whitespace()).map(|(at, _)| at).collect();
    let label = project.label_name(&tag.label);
    match visible.is_empty() {
        true => format!("{} {label} {:?}", tag.article, ranges(project, tag)),
        false => format!("{} {label} {visible:?}", tag.article),
    }
}

/// The ranges of a tag in code points.
fn ranges(project: &Project, tag: &Annotation) -> Vec<(u32, u32)> {
    let text = &project.article(&tag.article).expect("an article").text;
    let range =
        |range: &crossread::text::TextRange| (text.to_code_points(range.start()).0, text.to_code_points(range.end()).0);
    tag.ranges.iter().map(range).collect()
}

/// The tags that mention an entity, without those that are gone, by which it is recognised; empty if there are none.
fn entity_key(project: &Project, id: &EntityId, gone: &[String]) -> String {
    let mentions = project.all_annotations().filter(|tag| tag.entity.as_ref() == Some(id));
    let mut keys: Vec<_> = mentions.map(|tag| key(project, tag)).filter(|key| !gone.contains(key)).collect();
    keys.sort();
    keys.join(" & ")
}

fn value_text(value: &AttributeValue) -> String {
    match value {
        AttributeValue::Text(text) => text.clone(),
        AttributeValue::List(list) => list.join("|"),
        AttributeValue::Number(number) => show_number(*number),
        AttributeValue::YesNo(yes) => yes.to_string(),
    }
}
