//! Reads annotations in all shapes in which they are found, with the articles and entities that our own collections have.

use std::collections::{BTreeMap, HashMap};

use super::bodies::{Bodies, bodies, last_part, list, one_of};
use super::iri;
use super::passages::{Passages, Quoted};
use super::selectors::{Selected, selected};
use crate::format::draft::{Draft, DraftArticle, DraftRelation, DraftTag, OffsetTable, OffsetUnit, TagIndex};
use crate::format::native::{self, ArticleRecord, EntityRecord, SchemaRecord};
use crate::format::{ImportWarning, ReadError, RecordProblem};
use crate::json::{Expected, FromJson as _, Json, JsonExt as _, RecordForm, excerpt};
use crate::model::{Entity, Timestamp};
use crate::text::Text;

/// The units of positions: by the standard, and as Recogito and Hypothesis write them.
const UNITS: &[OffsetUnit] = &[OffsetUnit::CodePoints, OffsetUnit::Utf16];

/// Collects annotations, and makes a draft of them.
pub(super) struct Reader {
    draft: Draft,
    /// The annotations with their places.
    annotations: Vec<(String, Json)>,
    /// The index of the article with an IRI.
    articles: HashMap<String, usize>,
    /// The names of labels and relation types, by the ids in the file's schema.
    labels: HashMap<String, String>,
    /// Entities that only have an IRI.
    entities: BTreeMap<String, String>,
    /// The number of annotations of each source whose text is not there.
    without_text: BTreeMap<String, usize>,
    /// The articles of which only passages are there.
    passages: Passages,
    /// The tags, by the IRI of their annotation.
    tags: HashMap<String, TagIndex>,
}

impl Default for Reader {
    fn default() -> Self {
        Self {
            draft: Draft::new(UNITS),
            annotations: Vec::new(),
            articles: HashMap::new(),
            labels: HashMap::new(),
            entities: BTreeMap::new(),
            without_text: BTreeMap::new(),
            passages: Passages::default(),
            tags: HashMap::new(),
        }
    }
}

impl Reader {
    /// Reads a file.
    ///
    /// # Errors
    /// When it has no annotations, or records of ours that are not valid.
    pub(super) fn read(&mut self, json: Json) -> Result<(), ReadError> {
        self.take("", json)
    }

    fn take(&mut self, place: &str, json: Json) -> Result<(), ReadError> {
        match json {
            Json::Array(all) => {
                for (index, one) in all.into_iter().enumerate() {
                    self.take(&format!("{place}[{index}]"), one)?;
                }
                Ok(())
            }
            Json::Object(_) if json.get("target").is_some() => {
                self.annotations.push((place.to_owned(), json));
                Ok(())
            }
            Json::Object(mut fields) => {
                let inner = |field: &str| if place.is_empty() { field.to_owned() } else { format!("{place}.{field}") };
                let is_collection = fields.contains_key("crossread:articles");
                let lists = ["items", "first", "rows", "annotations", "@graph"];
                let found: Vec<_> =
                    lists.iter().filter_map(|name| Some((inner(name), fields.remove(*name)?))).collect();
                let json = Json::Object(fields);
                if is_collection {
                    self.take_records(&json)?;
                }
                let is_known = !found.is_empty() || one_of(&json, &["type", "@type"]).starts_with("Annotation");
                if !is_known {
                    return Err(
                        ReadError::from(json.instead_of(Expected::Record(RecordForm::WebAnnotation))).within(place)
                    );
                }
                // A page may be named by its address only.
                let embedded = found.into_iter().filter(|(_, json)| json.is_array() || json.is_object());
                for (place, json) in embedded {
                    self.take(&place, json)?;
                }
                Ok(())
            }
            other => Err(ReadError::from(other.instead_of(Expected::Record(RecordForm::WebAnnotation))).within(place)),
        }
    }

    /// The records that our own collections have.
    fn take_records(&mut self, collection: &Json) -> Result<(), ReadError> {
        self.draft.title = collection["label"].as_str().unwrap_or_default().to_owned();
        self.draft.created = collection["created"].as_str().and_then(Timestamp::parse);
        let within = |error: ReadError, place: &str| error.within(place);
        let schema = SchemaRecord::from_json(collection["crossread:schema"].clone());
        let schema = schema.map_err(ReadError::from).and_then(SchemaRecord::read);
        self.draft.schema = schema.map_err(|error| within(error, "crossread:schema"))?;
        let types = self.draft.schema.relation_types.iter().map(|kind| (kind.id.to_string(), kind.id.to_string()));
        let labels = self.draft.schema.labels.iter().map(|label| (label.id.to_string(), label.id.to_string()));
        self.labels = labels.chain(types).collect();
        for (index, json) in list(&collection["crossread:articles"]).into_iter().enumerate() {
            let place = format!("crossread:articles[{index}]");
            let record =
                ArticleRecord::from_json(json["crossread:record"].clone()).map_err(|error| error.within(&place))?;
            let source = json["crossread:source"].as_str().unwrap_or_default().to_owned();
            let article = native::article(record).map_err(|error| error.within(&place))?;
            self.articles.insert(source, self.draft.articles.len());
            self.draft.articles.push(DraftArticle {
                id: article.id.to_string(),
                title: article.title,
                source: article.source,
                date: article.date,
                language: article.language,
                text: article.text.as_str().to_owned(),
                note: article.note,
                status: article.status,
                attributes: article.attributes,
                unit: Some(OffsetUnit::CodePoints),
                tags: Vec::new(),
            });
        }
        for (index, json) in list(&collection["crossread:entities"]).into_iter().enumerate() {
            let place = format!("crossread:entities[{index}]");
            let record = EntityRecord::from_json(json.clone()).map_err(|error| error.within(&place))?;
            self.draft.entities.push(native::entity(record).map_err(|error| error.within(&place))?);
        }
        let rejected = list(&collection["crossread:rejected"]).into_iter().filter_map(Json::as_str);
        self.draft.rejected = rejected.map(str::to_owned).collect();
        Ok(())
    }

    /// The draft of everything that was read.
    pub(super) fn finish(mut self) -> Draft {
        let annotations = std::mem::take(&mut self.annotations);
        let (links, others): (Vec<_>, Vec<_>) = annotations.into_iter().partition(|(_, json)| is_link(json));
        let ids: HashMap<&str, usize> =
            links.iter().enumerate().filter_map(|(index, (_, json))| Some((json["id"].as_str()?, index))).collect();
        let mut types: HashMap<usize, Bodies> = HashMap::new();
        let texts: Vec<Text> = self.draft.articles.iter().map(|article| Text::new(article.text.as_str())).collect();
        for (place, json) in &others {
            let target = json["target"].as_str().and_then(|target| ids.get(target));
            match target {
                Some(link) => drop(types.insert(*link, bodies(json))),
                None => self.add_tag(place, json, &texts),
            }
        }
        for (index, (place, json)) in links.iter().enumerate() {
            self.add_relation(place, json, types.remove(&index).unwrap_or_else(|| bodies(json)));
        }
        for (source, count) in std::mem::take(&mut self.without_text) {
            self.warn("", RecordProblem::NoArticle { source, count });
        }
        for (source, article) in std::mem::take(&mut self.passages).sources() {
            let count = self.draft.articles.get(article).map_or(0, |article| article.tags.len());
            self.warn("", RecordProblem::OnlyPassages { source: source.clone(), count });
        }
        for (iri, id) in std::mem::take(&mut self.entities) {
            self.draft.entities.push(entity_of(&iri, &id));
        }
        self.draft
    }

    fn warn(&mut self, place: &str, problem: RecordProblem) {
        self.draft.warnings.push(ImportWarning::Record { place: place.to_owned(), problem });
    }

    fn add_tag(&mut self, place: &str, json: &Json, texts: &[Text]) {
        let bodies = bodies(json);
        let mut by_source: BTreeMap<String, Vec<Selected>> = BTreeMap::new();
        for one in selected(json) {
            by_source.entry(one.source.clone()).or_default().push(one);
        }
        for (source, places) in by_source {
            let Some(&article) = self.articles.get(&source) else {
                match self.passages.add(&mut self.draft.articles, &source, &places, json) {
                    Some(Quoted { article, places, covered }) => {
                        self.push_tag(article, place, json, &bodies, Fragments { places, covered, moved: None });
                    }
                    None => *self.without_text.entry(source).or_default() += 1,
                }
                continue;
            };
            match fragments(&places, &texts[article]) {
                Ok(fragments) => self.push_tag(article, place, json, &bodies, fragments),
                Err(problem) => self.warn(place, problem),
            }
        }
    }

    fn push_tag(&mut self, article: usize, place: &str, json: &Json, bodies: &Bodies, fragments: Fragments) {
        let tag = self.tag(place, json, bodies, fragments);
        let tags = &mut self.draft.articles[article].tags;
        let index = TagIndex { article, tag: tags.len() };
        tags.push(tag);
        self.tags.extend(json["id"].as_str().map(|id| (id.to_owned(), index)));
    }

    fn tag(&mut self, place: &str, json: &Json, bodies: &Bodies, fragments: Fragments) -> DraftTag {
        if let Some(moved) = fragments.moved {
            self.warn(place, RecordProblem::QuoteMoved(moved));
        }
        let id = json["id"].as_str().unwrap_or_default();
        let label = bodies.label_id.as_ref().and_then(|id| self.labels.get(id)).unwrap_or(&bodies.label).clone();
        let time = |field: &str| json[field].as_str().and_then(|time| Timestamp::parse(&time.replace("+00:00", "Z")));
        DraftTag {
            place: place.to_owned(),
            id: iri::id("annotation", id).unwrap_or_else(|| id.to_owned()),
            label,
            fragments: fragments.places,
            covered: Some(fragments.covered).filter(|covered| !covered.is_empty()),
            attributes: bodies.attributes.clone(),
            entity: self.entity(bodies),
            note: bodies.note.clone(),
            created: time("created"),
            creator: agent(&json["creator"]).or_else(|| agent(&json["user"])).unwrap_or_default(),
            modified: time("modified").or_else(|| time("updated")),
            modifier: agent(&json["crossread:modifier"]).unwrap_or_default(),
            row_title: json["crossread:rowTitle"].as_str().unwrap_or_default().to_owned(),
            ..DraftTag::default()
        }
    }

    /// The id of the entity that the bodies name.
    fn entity(&mut self, bodies: &Bodies) -> Option<String> {
        let known = |id: &&String| self.draft.entities.iter().any(|entity| entity.id.as_str() == id.as_str());
        if let Some(id) = bodies.entity_id.as_ref().filter(known) {
            return Some(id.clone());
        }
        let iri = bodies.entity.as_ref()?;
        let number = self.draft.entities.len() + self.entities.len() + 1;
        Some(self.entities.entry(iri.clone()).or_insert_with(|| format!("e{number}")).clone())
    }

    fn add_relation(&mut self, place: &str, json: &Json, bodies: Bodies) {
        let end = |field: &str| json[field].as_str().and_then(|iri| self.tags.get(iri)).copied();
        let (Some(from), Some(to)) = (end("target"), end("body")) else {
            return self.warn(place, RecordProblem::NoAnnotation);
        };
        let id = json["id"].as_str().unwrap_or_default();
        self.draft.relations.push(DraftRelation {
            place: place.to_owned(),
            id: iri::id("relation", id).unwrap_or_else(|| id.to_owned()),
            kind: bodies.label_id.filter(|id| self.labels.contains_key(id)).unwrap_or(bodies.label),
            from,
            to,
            note: bodies.note,
            created: json["created"].as_str().and_then(Timestamp::parse),
            creator: agent(&json["creator"]).unwrap_or_default(),
        });
    }
}

/// Whether an annotation links two annotations.
fn is_link(json: &Json) -> bool {
    one_of(json, &["motivation"]) == "linking" && json["target"].is_string() && json["body"].is_string()
}

/// The name of a person.
fn agent(json: &Json) -> Option<String> {
    let one = list(json).into_iter().next()?;
    let name = ["name", "nickname", "id"].iter().find_map(|field| one[*field].as_str()).or_else(|| one.as_str());
    name.filter(|name| !name.is_empty()).map(str::to_owned)
}

fn entity_of(iri: &str, id: &str) -> Entity {
    let name = last_part(iri);
    let is_wikidata = iri.contains("wikidata.org/") && Entity::expected_identifier("wikidata", &name).is_none();
    let (scheme, value) = if is_wikidata { ("wikidata", name.clone()) } else { ("url", iri.to_owned()) };
    let is_kept = Entity::expected_identifier(scheme, &value).is_none();
    Entity {
        id: id.into(),
        name,
        label: None,
        aliases: Vec::new(),
        identifiers: is_kept.then(|| (scheme.to_owned(), value)).into_iter().collect(),
        note: String::new(),
        extra: Default::default(),
    }
}

/// Where an annotation is in a text.
struct Fragments {
    places: Vec<(u32, u32)>,
    covered: String,
    /// The quote, if it is elsewhere than the file says.
    moved: Option<String>,
}

/// The fragments in the unit of the article. Where the quote is not at the position, its only place counts.
fn fragments(places: &[Selected], text: &Text) -> Result<Fragments, RecordProblem> {
    let mut found = Fragments { places: Vec::new(), covered: String::new(), moved: None };
    let table = OffsetTable::new(text, OffsetUnit::CodePoints);
    let other = OffsetTable::new(text, OffsetUnit::Utf16);
    for place in places {
        let quote = place.quote.as_ref().filter(|quote| !quote.exact.is_empty());
        let has_quote = |table: &OffsetTable<'_>, (start, end): (u32, u32)| {
            let range = table.position(start)?.index()..table.position(end)?.index();
            let slice = text.as_str().get(range)?;
            quote.is_none_or(|quote| slice == quote.exact).then_some((start, end))
        };
        let in_other = |at: (u32, u32)| {
            let (start, end) = has_quote(&other, at)?;
            Some((table.offset(other.position(start)?), table.offset(other.position(end)?)))
        };
        let at = place.position.and_then(|at| has_quote(&table, at).or_else(|| in_other(at)));
        let range = match (at, quote) {
            (Some(at), _) => at,
            (None, Some(quote)) => {
                let mut all = quote.places(text.as_str());
                let only = all.next().filter(|_| all.next().is_none());
                let only = only.ok_or_else(|| RecordProblem::QuoteNotFound(excerpt(&quote.exact)))?;
                found.moved = place.position.map(|_| excerpt(&quote.exact)).or(found.moved);
                table.offsets(only)
            }
            (None, None) => match place.position {
                Some(at) => at,
                None => return Err(RecordProblem::NoRange),
            },
        };
        found.places.push(range);
        if let Some(quote) = quote {
            if !found.covered.is_empty() {
                found.covered.push_str(" … ");
            }
            found.covered.push_str(&quote.exact);
        }
    }
    Ok(found)
}
