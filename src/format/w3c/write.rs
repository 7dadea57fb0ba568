//! Writes a project as a collection of annotations.

use std::collections::HashMap;
use std::vec;

use super::iri::{self, CONTEXT, TERMS};
use crate::anchor::{DescribeOptions, context, describe};
use crate::format::draft::value_text;
use crate::format::native::{ArticleRecord, EntityRecord, SchemaRecord};
use crate::json::{FieldSink as _, Json, JsonWriter, ToJson as _};
use crate::model::{Annotation, AnnotationPiece, Article, ArticleId, Project, Relation, is_web_address};
use crate::text::TextRange;

/// The position tells apart what even so much context does not.
const QUOTE: DescribeOptions = DescribeOptions { minimal: false, least: 0, longest_word: 50, most: 1_000 };

/// Up to this number of bytes, for all tags together, texts are searched for places with the same quote.
const SEARCHED_BYTES: usize = 50_000_000;

/// About how many bytes a part of a file has at least.
const PART_BYTES: usize = 1 << 16;

/// Writes the collection in parts, with all annotations in one page.
pub(super) struct CollectionWriter<'a> {
    writer: Writer<'a>,
    without_texts: bool,
    out: JsonWriter,
    next: Section,
}

/// What is written next; where there are several records, with the number of those that are written already.
enum Section {
    Head,
    Articles(usize),
    Records,
    Annotations { article: usize, pieces: vec::IntoIter<AnnotationPiece> },
    Relations,
    Finished,
}

impl Iterator for CollectionWriter<'_> {
    type Item = String;

    fn next(&mut self) -> Option<String> {
        while self.out.len() < PART_BYTES && !matches!(self.next, Section::Finished) {
            self.step();
        }
        Some(self.out.take()).filter(|part| !part.is_empty())
    }
}

impl<'a> CollectionWriter<'a> {
    /// Without texts, the records of articles are left out, which have them.
    pub(super) fn new(project: &'a Project, without_texts: bool) -> Self {
        let writer = Writer { project, sources: sources(project), are_quotes_unique: are_quotes_unique(project) };
        Self { writer, without_texts, out: JsonWriter::pretty(), next: Section::Head }
    }

    fn step(&mut self) {
        let (writer, out) = (&self.writer, &mut self.out);
        self.next = match std::mem::replace(&mut self.next, Section::Finished) {
            Section::Head => {
                writer.begin(out);
                Section::Articles(if self.without_texts { usize::MAX } else { 0 })
            }
            Section::Articles(written) => match writer.project.articles().get(written) {
                Some(article) => {
                    writer.article(out, article);
                    Section::Articles(written + 1)
                }
                None => Section::Records,
            },
            Section::Records => match writer.records(out) {
                true => Section::Annotations { article: 0, pieces: writer.pieces_of(0) },
                false => Section::Finished,
            },
            Section::Annotations { article, mut pieces } => {
                match (writer.project.articles().get(article), pieces.next()) {
                    (None, _) => Section::Relations,
                    (_, None) => Section::Annotations { article: article + 1, pieces: writer.pieces_of(article + 1) },
                    (Some(of), Some(piece)) => {
                        piece.iter().for_each(|annotation| {
                            out.entry();
                            out.object(|out| writer.annotation(out, of, annotation));
                        });
                        Section::Annotations { article, pieces }
                    }
                }
            }
            Section::Relations => {
                writer.end(out);
                Section::Finished
            }
            Section::Finished => Section::Finished,
        };
    }
}

/// The IRI of each article: its address if no other article has it.
fn sources(project: &Project) -> HashMap<ArticleId, String> {
    let mut taken = HashMap::new();
    for article in project.articles() {
        *taken.entry(article.source.as_str()).or_insert(0) += 1;
    }
    let iri_of = |article: &Article| match is_ascii_address(&article.source) && taken[article.source.as_str()] == 1 {
        true => article.source.clone(),
        false => iri::of("article", article.id.as_str()),
    };
    project.articles().iter().map(|article| (article.id.clone(), iri_of(article))).collect()
}

/// An IRI of JSON-LD may have other characters, but the schemas of the test suite ask for a URI.
fn is_ascii_address(text: &str) -> bool {
    is_web_address(text) && text.bytes().all(|byte| byte.is_ascii_graphic() && !b"\"<>\\^`{|}[]".contains(&byte))
}

fn are_quotes_unique(project: &Project) -> bool {
    let bytes = project
        .articles()
        .iter()
        .map(|article| article.text.len().saturating_mul(project.annotations_of(&article.id).len()));
    bytes.fold(0, usize::saturating_add) <= SEARCHED_BYTES
}

struct Writer<'a> {
    project: &'a Project,
    sources: HashMap<ArticleId, String>,
    are_quotes_unique: bool,
}

impl Writer<'_> {
    /// The number of annotations: each relation is two.
    fn total(&self) -> usize {
        self.project.annotation_count() + 2 * self.project.relation_records().len()
    }

    /// Writes what is before the records of articles.
    fn begin(&self, out: &mut JsonWriter) {
        let project = self.project;
        out.open('{');
        contexts(out);
        out.required("id", &iri::of("project", &project.title));
        out.required("type", &"AnnotationCollection");
        out.required("label", &project.title);
        out.required("created", &project.created.as_str());
        out.required("total", &(self.total() as u32));
        // The model has no fields for these.
        out.required("crossread:schema", &SchemaRecord::of(project.schema()));
        out.name("crossread:articles");
        out.open('[');
    }

    fn article(&self, out: &mut JsonWriter, article: &Article) {
        out.entry();
        out.object(|out| {
            out.required("crossread:source", &self.sources.get(&article.id).cloned().unwrap_or_default());
            out.required("crossread:record", &ArticleRecord::of(article));
        });
    }

    /// Writes what is between the records of articles and the annotations. Returns whether there are any: a collection without them has no page,
    /// and ends here.
    fn records(&self, out: &mut JsonWriter) -> bool {
        out.close(']');
        let entities: Vec<_> = self.project.entities().map(|entity| EntityRecord::of(entity)).collect();
        out.name("crossread:entities");
        out.list(&entities);
        let rejected: Vec<String> = self.project.rejected().iter().map(|id| id.to_string()).collect();
        out.optional("crossread:rejected", &rejected);
        if self.total() == 0 {
            out.close('}');
            out.line_end();
            return false;
        }
        let collection = iri::of("project", &self.project.title);
        out.name("first");
        out.open('{');
        out.required("id", &format!("{collection}:page:1"));
        out.required("type", &"AnnotationPage");
        // The suite's schemas do not accept its address alone.
        out.name("partOf");
        out.object(|out| {
            out.required("id", &collection);
            out.required("type", &"AnnotationCollection");
        });
        out.required("startIndex", &0_u32);
        out.name("items");
        out.open('[');
        true
    }

    fn pieces_of(&self, article: usize) -> vec::IntoIter<AnnotationPiece> {
        let article = self.project.articles().get(article);
        let pieces = article.map(|article| self.project.annotations_of(&article.id).pieces().collect::<Vec<_>>());
        pieces.unwrap_or_default().into_iter()
    }

    /// Writes the relations, and what is after them.
    fn end(&self, out: &mut JsonWriter) {
        for relation in self.project.relations() {
            out.entry();
            out.object(|out| self.link(out, relation));
            out.entry();
            out.object(|out| self.type_of_link(out, relation));
        }
        out.close(']');
        out.close('}');
        out.close('}');
        out.line_end();
    }

    fn annotation(&self, out: &mut JsonWriter, article: &Article, annotation: &Annotation) {
        contexts(out);
        out.required("id", &iri::of("annotation", annotation.id.as_str()));
        out.required("type", &"Annotation");
        out.required("motivation", &"tagging");
        out.required("created", &annotation.created.as_str());
        if let Some(modified) = &annotation.modified {
            out.required("modified", &modified.as_str());
        }
        agent(out, "creator", &annotation.creator);
        agent(out, "crossread:modifier", &annotation.modifier);
        out.optional("crossread:rowTitle", &annotation.row_title);
        out.name("body");
        out.open('[');
        self.bodies(out, annotation);
        out.close(']');
        if annotation.ranges.len() > 1 {
            out.required("crossread:parts", &true);
        }
        out.name("target");
        out.open('[');
        for &range in &annotation.ranges {
            out.entry();
            out.object(|out| self.target(out, article, range));
        }
        out.close(']');
    }

    fn bodies(&self, out: &mut JsonWriter, annotation: &Annotation) {
        text_body(out, "tagging", &self.project.label_name(&annotation.label), None);
        resource_body(out, "classifying", &iri::of("label", annotation.label.as_str()), None);
        if let Some(entity) = annotation.entity.as_ref().and_then(|id| self.project.entity(id)) {
            let wikidata = entity.identifiers.get("wikidata").map(|id| format!("https://www.wikidata.org/entity/{id}"));
            let address = wikidata.or_else(|| entity.identifiers.get("url").cloned());
            let own = iri::of("entity", entity.id.as_str());
            let source = address.filter(|address| is_ascii_address(address)).unwrap_or_else(|| own.clone());
            resource_body(out, "identifying", &source, Some(&own));
        }
        if !annotation.note.is_empty() {
            text_body(out, "commenting", &annotation.note, None);
        }
        for (name, value) in &annotation.attributes {
            text_body(out, "describing", &value_text(value), Some((name, value.to_json())));
        }
    }

    fn target(&self, out: &mut JsonWriter, article: &Article, range: TextRange) {
        let text = &article.text;
        out.required("type", &"SpecificResource");
        out.required("source", &self.sources.get(&article.id).cloned().unwrap_or_default());
        out.name("selector");
        out.open('[');
        out.entry();
        out.object(|out| {
            out.required("type", &"TextPositionSelector");
            out.required("start", &text.to_code_points(range.start()).0);
            out.required("end", &text.to_code_points(range.end()).0);
        });
        out.entry();
        out.object(|out| {
            let (before, after) = context(text, range);
            let (mut prefix, mut suffix) = (before.to_owned(), after.to_owned());
            if self.are_quotes_unique {
                let quote = describe(text.as_str(), range, QUOTE);
                // The longer context also finds places where the text was changed.
                prefix = longer(prefix, quote.prefix);
                suffix = longer(suffix, quote.suffix);
            }
            out.required("type", &"TextQuoteSelector");
            out.required("exact", &text.slice(range));
            out.required("prefix", &prefix);
            out.required("suffix", &suffix);
        });
        out.close(']');
        out.name("state");
        out.object(|out| {
            out.required("type", &"TimeState");
            out.required("sourceDate", &self.project.created.as_str());
            out.required("cached", &format!("urn:sha256:{}", text.sha256()));
        });
    }

    fn link(&self, out: &mut JsonWriter, relation: &Relation) {
        contexts(out);
        out.required("id", &iri::of("relation", relation.id.as_str()));
        out.required("type", &"Annotation");
        out.required("motivation", &"linking");
        out.required("created", &relation.created.as_str());
        agent(out, "creator", &relation.creator);
        out.required("body", &iri::of("annotation", relation.to.as_str()));
        out.required("target", &iri::of("annotation", relation.from.as_str()));
    }

    fn type_of_link(&self, out: &mut JsonWriter, relation: &Relation) {
        contexts(out);
        out.required("id", &iri::of("relation-type-of", relation.id.as_str()));
        out.required("type", &"Annotation");
        out.required("motivation", &"tagging");
        out.name("body");
        out.open('[');
        text_body(out, "tagging", &self.project.relation_type_name(&relation.kind), None);
        resource_body(out, "classifying", &iri::of("relation-type", relation.kind.as_str()), None);
        if !relation.note.is_empty() {
            text_body(out, "commenting", &relation.note, None);
        }
        out.close(']');
        out.required("target", &iri::of("relation", relation.id.as_str()));
    }
}

fn longer(first: String, second: String) -> String {
    if second.len() > first.len() { second } else { first }
}

fn contexts(out: &mut JsonWriter) {
    out.name("@context");
    out.open('[');
    out.entry();
    out.string(CONTEXT);
    out.entry();
    out.object(|out| out.required("crossread", &TERMS));
    out.close(']');
}

fn agent(out: &mut JsonWriter, field: &str, name: &str) {
    if !name.is_empty() {
        out.name(field);
        out.object(|out| {
            out.required("type", &"Person");
            out.required("name", &name);
        });
    }
}

fn text_body(out: &mut JsonWriter, purpose: &str, value: &str, attribute: Option<(&str, Json)>) {
    out.entry();
    out.object(|out| {
        out.required("type", &"TextualBody");
        out.required("purpose", &purpose);
        out.required("value", &value);
        if let Some((name, value)) = attribute {
            out.required("crossread:attribute", &name);
            out.required("crossread:value", &value);
        }
    });
}

fn resource_body(out: &mut JsonWriter, purpose: &str, source: &str, entity: Option<&str>) {
    out.entry();
    out.object(|out| {
        out.required("type", &"SpecificResource");
        out.required("purpose", &purpose);
        out.required("source", &source);
        if let Some(entity) = entity.filter(|entity| *entity != source) {
            out.required("crossread:entity", &entity);
        }
    });
}
