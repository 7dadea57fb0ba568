//! Makes a draft of the annotations of files: which feature is the label, and which are attributes.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::annotations::{Annotations, Span, annotations};
use super::header::{Column, Layer, LayerKind};
use super::layers::{ENTITY, ENTITY_NAME, ID, LABEL, NOTE, RELATION_LAYER, TAG_LAYER};
use super::rows::{Rows, read as read_rows};
use crate::format::document_paths::stem;
use crate::format::draft::{Draft, DraftArticle, DraftRelation, DraftTag, TagIndex, UniqueIds};
use crate::format::file_reader::AddFile;
use crate::format::{ImportWarning, ReadError, RecordProblem, SourceFile};
use crate::json::JsonProblem;
use crate::model::{AttributeValue, Entity, EntityId};

/// Features whose values are labels, the usual names first.
const LABEL_FEATURES: [&str; 6] = [LABEL, "value", "PosValue", "DependencyType", "referenceType", "referenceRelation"];
/// Layers of which each word has its own value.
const WORD_LAYERS: [&str; 3] = ["Lemma", "Stem", "MorphologicalFeatures"];
/// A feature with more values than this has no labels.
const MAX_LABELS: usize = 200;

/// Reads files, each of which is an article.
pub(super) struct Reader {
    /// Whether the ids of annotations have to tell the files apart.
    has_several: bool,
    entities: Entities,
    labels: Labels,
}

impl Reader {
    pub(super) fn new(has_several: bool) -> Self {
        Self { has_several, entities: Entities::default(), labels: Labels::default() }
    }
}

impl AddFile for Reader {
    fn add(&mut self, file: &SourceFile<'_>, draft: &mut Draft) -> Result<(), ReadError> {
        let content = std::str::from_utf8(file.bytes).map_err(|_| ReadError::new(file.name, JsonProblem::NotUtf8))?;
        let rows = read_rows(file.name, content)?;
        let prefix = if self.has_several { path_of(file.name) } else { "" };
        ArticleReader { rows: &rows, prefix, entities: &mut self.entities, labels: &mut self.labels }.read(file, draft);
        Ok(())
    }

    fn finish(&mut self, draft: &mut Draft) {
        draft.entities = std::mem::take(&mut self.entities.all);
    }
}

/// The path of a file without its extension.
fn path_of(name: &str) -> &str {
    name.rsplit_once('.').map_or(name, |(path, _)| path)
}

/// The names of labels: a value that is used in several layers gets the name of the layer in all but the first.
#[derive(Default)]
struct Labels {
    layers: HashMap<String, String>,
}

impl Labels {
    fn name(&mut self, layer: &str, short: &str, value: &str) -> String {
        let first = self.layers.entry(value.to_owned()).or_insert_with(|| layer.to_owned());
        if first == layer { value.to_owned() } else { format!("{short}.{value}") }
    }
}

/// The entities of tags that this program wrote.
#[derive(Default)]
struct Entities {
    all: Vec<Entity>,
    ids: UniqueIds,
    known: HashMap<String, String>,
}

impl Entities {
    fn add(&mut self, id: &str, name: &str) -> String {
        if let Some(known) = self.known.get(id) {
            return known.clone();
        }
        let own = self.ids.take(id, "entity");
        self.known.insert(id.to_owned(), own.clone());
        self.all.push(Entity {
            id: EntityId::new(own.as_str()),
            name: name.to_owned(),
            label: None,
            aliases: Vec::new(),
            identifiers: BTreeMap::new(),
            note: String::new(),
            extra: Default::default(),
        });
        own
    }
}

struct ArticleReader<'a, 'b> {
    rows: &'b Rows<'a>,
    /// Precedes the ids of annotations where there are several files.
    prefix: &'b str,
    entities: &'b mut Entities,
    labels: &'b mut Labels,
}

impl ArticleReader<'_, '_> {
    fn read(mut self, file: &SourceFile<'_>, draft: &mut Draft) {
        let found = annotations(self.rows);
        draft.warnings.extend(self.rows.warnings.iter().cloned().map(|warning| self.in_file(warning)));
        for line in &found.dangling {
            draft
                .warnings
                .push(ImportWarning::Record { place: self.place(*line), problem: RecordProblem::NoAnnotation });
        }
        let label_features = self.label_features(&found);
        let article = draft.articles.len();
        let mut tags: Vec<DraftTag> = Vec::new();
        // Parts of a tag have the same id.
        let mut by_id: HashMap<String, usize> = HashMap::new();
        let mut indices = Vec::with_capacity(found.spans.len());
        for (number, span) in found.spans.iter().enumerate() {
            let tag = self.tag(span, number, &label_features);
            let is_own = self.layer_name(span.layer) == TAG_LAYER;
            let index = if is_own { *by_id.entry(tag.id.clone()).or_insert(tags.len()) } else { tags.len() };
            match tags.get_mut(index) {
                Some(first) => {
                    first.fragments.extend(tag.fragments);
                    first.covered = None;
                }
                None => tags.push(tag),
            }
            indices.push(index);
        }
        for (number, link) in found.links.iter().enumerate() {
            let [from, to] = [link.from, link.to].map(|at| TagIndex { article, tag: indices[at] });
            let layer = &self.rows.layers[link.layer];
            let is_own = layer.name == RELATION_LAYER;
            let mut features: Vec<&(String, String)> = link.features.iter().collect();
            let mut take = |names: &[&str]| {
                let at = features.iter().position(|(name, _)| names.contains(&name.as_str()))?;
                Some(features.remove(at).1.clone())
            };
            let kind =
                take(&LABEL_FEATURES).or_else(|| link.role.clone()).unwrap_or_else(|| layer.short_name().to_owned());
            let id = if is_own { take(&[ID]) } else { None };
            let note = if is_own { take(&[NOTE]) } else { None };
            let others: Vec<String> = features.iter().map(|(name, value)| format!("{name}: {value}")).collect();
            draft.relations.push(DraftRelation {
                place: self.place(link.line),
                id: id.unwrap_or_else(|| self.id('r', number)),
                kind,
                from,
                to,
                // Relations have no attributes here.
                note: note.unwrap_or_else(|| others.join("\n")),
                ..DraftRelation::default()
            });
        }
        let path = path_of(file.name);
        draft.articles.push(DraftArticle {
            id: path.to_owned(),
            title: stem(path).to_owned(),
            text: self.rows.text.clone(),
            tags,
            ..DraftArticle::default()
        });
    }

    fn in_file(&self, warning: ImportWarning) -> ImportWarning {
        match warning {
            ImportWarning::Record { place, problem } if !self.prefix.is_empty() => {
                ImportWarning::Record { place: format!("{}, {place}", self.prefix), problem }
            }
            other => other,
        }
    }

    fn place(&self, line: usize) -> String {
        if self.prefix.is_empty() { format!("line {line}") } else { format!("{}, line {line}", self.prefix) }
    }

    /// An id for a record that has none.
    fn id(&self, letter: char, number: usize) -> String {
        let slash = if self.prefix.is_empty() { "" } else { "/" };
        format!("{}{slash}{letter}{}", self.prefix, number + 1)
    }

    fn layer_name(&self, layer: Option<usize>) -> &str {
        layer.and_then(|layer| self.rows.layers.get(layer)).map_or("Token", |layer| layer.name.as_str())
    }

    /// The feature of each layer whose values are labels.
    fn label_features(&self, found: &Annotations) -> Vec<Option<String>> {
        let of_layer = |(index, layer): (usize, &Layer)| {
            if layer.kind == LayerKind::Relations || WORD_LAYERS.contains(&layer.short_name()) {
                return None;
            }
            let spans = || found.spans.iter().filter(|span| span.layer == Some(index));
            let names: Vec<&str> = layer.columns.iter().filter_map(Column::feature).collect();
            let usual = LABEL_FEATURES.into_iter().find(|name| names.contains(name));
            let name = usual.or_else(|| names.first().copied().filter(|_| names.len() == 1))?;
            let values: HashSet<&str> = spans().filter_map(|span| feature(span, name)).collect();
            (values.len() <= MAX_LABELS || layer.name == TAG_LAYER).then(|| name.to_owned())
        };
        self.rows.layers.iter().enumerate().map(of_layer).collect()
    }

    fn tag(&mut self, span: &Span, number: usize, label_features: &[Option<String>]) -> DraftTag {
        let layer = span.layer.and_then(|layer| self.rows.layers.get(layer));
        let (name, short) = layer.map_or(("Token", "Token"), |layer| (layer.name.as_str(), layer.short_name()));
        let is_own = name == TAG_LAYER;
        let label_feature = span.layer.and_then(|layer| label_features.get(layer)?.as_deref());
        let value = label_feature.and_then(|wanted| feature(span, wanted)).filter(|value| !value.trim().is_empty());
        let mut tag = DraftTag {
            place: self.place(span.line),
            id: self.id('s', number),
            label: value.map_or_else(|| short.to_owned(), |value| self.labels.name(name, short, value)),
            fragments: vec![span.range],
            covered: span.covered.clone(),
            ..DraftTag::default()
        };
        for (name, value) in &span.features {
            match name.as_str() {
                name if Some(name) == label_feature => {}
                ID if is_own => tag.id.clone_from(value),
                NOTE if is_own => tag.note.clone_from(value),
                ENTITY if is_own => {
                    tag.entity = Some(self.entities.add(value, feature(span, ENTITY_NAME).unwrap_or_default()));
                }
                ENTITY_NAME if is_own => {}
                _ => drop(tag.attributes.insert(name.clone(), AttributeValue::Text(value.clone()))),
            }
        }
        tag
    }
}

fn feature<'a>(span: &'a Span, wanted: &str) -> Option<&'a str> {
    span.features.iter().find(|(name, _)| name == wanted).map(|(_, value)| value.as_str())
}
