//! Writes each article with its tags as a CAS, as INCEpTION reads it: with tokens and sentences.

use std::collections::HashMap;
use std::rc::Rc;

use super::features::AttributeFeatures;
use super::own::{
    ARTICLE, ARTICLE_TEXTS, ATTRIBUTE, ATTRIBUTE_TEXTS, RELATION, RELATION_TEXTS, STRING_ARRAY, TAG, TAG_TEXTS,
};
use super::types::{DEPENDENT, GOVERNOR};
use crate::format::article_lines::article_files;
use crate::format::draft::{OffsetTable, OffsetUnit};
use crate::format::{FilePart, FileParts};
use crate::json::{Json, NewObject, ToJson, to_pretty};
use crate::model::{Annotation, AnnotationId, Article, AttributeValue, Project, Relation};
use crate::text::TextRange;

/// The types of DKPro Core that INCEpTION needs.
const META_DATA: &str = "de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData";
const SENTENCE: &str = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Sentence";
const TOKEN: &str = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token";
/// Supertypes, and the range of texts.
const ANNOTATION: &str = "uima.tcas.Annotation";
const TOP: &str = "uima.cas.TOP";
const STRING: &str = "uima.cas.String";
/// The id of the text.
const SOFA: u32 = 1;
/// The address of an entity of Wikidata, without its id.
const WIKIDATA: &str = "http://www.wikidata.org/entity/";

/// The files of a project: one for each article.
pub(super) fn parts(project: &Project) -> FileParts<'_> {
    let features = AttributeFeatures::of(project);
    let part = move |(article, name): (&Rc<Article>, Rc<str>)| {
        FilePart::new(name, to_pretty(&cas(project, article, &features)))
    };
    Box::new(project.articles().iter().zip(article_files(project, "cas.json")).map(part))
}

fn cas(project: &Project, article: &Article, features: &AttributeFeatures<'_>) -> Json {
    let mut writer = Writer {
        project,
        article,
        features,
        table: OffsetTable::new(&article.text, OffsetUnit::Utf16),
        structures: Vec::new(),
        members: Vec::new(),
        tags: HashMap::new(),
    };
    writer.write();
    let Writer { structures, members, .. } = writer;
    let mut view = NewObject::default();
    view.required("%SOFA", &SOFA);
    view.required("%MEMBERS", &members);
    let mut views = NewObject::default();
    views.required("_InitialView", &Json::from(view));
    let mut cas = NewObject::default();
    cas.required("%TYPES", &types(features));
    cas.required(super::cas::STRUCTURES, &structures);
    cas.required("%VIEWS", &Json::from(views));
    cas.into()
}

fn types(features: &AttributeFeatures<'_>) -> Json {
    let texts = |names: &[&'static str]| names.iter().map(|name| ((*name).to_owned(), STRING)).collect::<Vec<_>>();
    let mut of_tags = texts(&TAG_TEXTS);
    of_tags.extend(features.iter().map(|(_, feature)| (feature.feature.clone(), feature.range)));
    let mut of_relations = vec![(GOVERNOR.to_owned(), TAG), (DEPENDENT.to_owned(), TAG)];
    of_relations.extend(texts(&RELATION_TEXTS));
    let all = [
        (META_DATA, "uima.tcas.DocumentAnnotation", texts(&["documentTitle", "documentId"])),
        (SENTENCE, ANNOTATION, Vec::new()),
        (TOKEN, ANNOTATION, Vec::new()),
        (TAG, ANNOTATION, of_tags),
        (RELATION, ANNOTATION, of_relations),
        (ARTICLE, "uima.cas.AnnotationBase", texts(&ARTICLE_TEXTS)),
        (ATTRIBUTE, TOP, texts(&ATTRIBUTE_TEXTS)),
    ];
    let mut types = NewObject::default();
    for (name, parent, features) in all {
        let mut declaration = NewObject::default();
        declaration.required("%NAME", &name);
        declaration.required("%SUPER_TYPE", &parent);
        for (feature, range) in features {
            let mut of_feature = NewObject::default();
            of_feature.required("%NAME", &feature);
            of_feature.required("%RANGE", &range);
            declaration.required(&feature, &Json::from(of_feature));
        }
        types.required(name, &Json::from(declaration));
    }
    types.into()
}

struct Writer<'a> {
    project: &'a Project,
    article: &'a Article,
    features: &'a AttributeFeatures<'a>,
    table: OffsetTable<'a>,
    structures: Vec<Json>,
    /// The ids of those in the index.
    members: Vec<u32>,
    /// The first annotation of each tag, with its range.
    tags: HashMap<AnnotationId, (u32, TextRange)>,
}

impl Writer<'_> {
    fn write(&mut self) {
        let article = self.article;
        self.add("uima.cas.Sofa", false, |sofa| {
            sofa.required("sofaNum", &1_u32);
            sofa.required("sofaID", &"_InitialView");
            sofa.required("mimeType", &"text");
            sofa.required("sofaString", &article.text.as_str());
        });
        let language = if article.language.is_empty() { "x-unspecified" } else { &article.language };
        self.annotate(META_DATA, article.text.full_range(), |data| {
            data.required("language", &language);
            data.required("documentTitle", &article.title);
            data.required("documentId", &article.id.as_str());
        });
        let project = self.project;
        self.add(ARTICLE, true, |about| {
            about.required("@sofa", &SOFA);
            about.required("id", &article.id.as_str());
            about.required("title", &article.title);
            about.optional("source", &article.source);
            about.optional("date", &article.date);
            about.required("project", &project.title);
        });
        for (name, feature) in self.features.iter() {
            self.add(ATTRIBUTE, true, |attribute| {
                attribute.required("feature", &feature.feature);
                attribute.required("name", &name);
            });
        }
        self.add_segments();
        let set = project.annotations_of(&article.id);
        set.iter().for_each(|tag| self.add_tag(tag));
        project.relations().for_each(|relation| self.add_relation(relation));
    }

    /// Adds a feature structure. Returns its id.
    fn add(&mut self, kind: &str, is_member: bool, features: impl FnOnce(&mut NewObject)) -> u32 {
        let id = self.structures.len() as u32 + 1;
        let mut structure = NewObject::default();
        structure.required("%ID", &id);
        structure.required("%TYPE", &kind);
        features(&mut structure);
        self.structures.push(structure.into());
        if is_member {
            self.members.push(id);
        }
        id
    }

    fn annotate(&mut self, kind: &str, range: TextRange, features: impl FnOnce(&mut NewObject)) -> u32 {
        let (begin, end) = self.table.offsets(range);
        self.add(kind, true, |annotation| {
            annotation.required("@sofa", &SOFA);
            annotation.required("begin", &begin);
            annotation.required("end", &end);
            features(annotation);
        })
    }

    /// Adds the sentences and the tokens. INCEpTION shows only what is in a sentence.
    fn add_segments(&mut self) {
        let tokens = self.article.text.tokens();
        let mut starts = self.article.text.sentence_and_line_starts().into_iter().peekable();
        let mut sentences: Vec<TextRange> = Vec::new();
        for &token in &tokens {
            let mut begins = sentences.is_empty();
            while starts.next_if(|start| *start <= token.start()).is_some() {
                begins = true;
            }
            match sentences.last_mut() {
                Some(last) if !begins => *last = TextRange::new(last.start(), token.end()),
                _ => sentences.push(token),
            }
        }
        for (kind, ranges) in [(SENTENCE, sentences), (TOKEN, tokens)] {
            for range in ranges {
                self.annotate(kind, range, |_| {});
            }
        }
    }

    /// Adds an annotation for each part of a tag. The first has what is known about the tag.
    fn add_tag(&mut self, tag: &Annotation) {
        let mut values = Vec::new();
        for (name, value) in &tag.attributes {
            let Some(feature) = self.features.feature(name, value) else { continue };
            values.push(match value {
                AttributeValue::Text(text) => (feature.to_owned(), text.to_json()),
                AttributeValue::Number(number) => (feature.to_owned(), number.to_json()),
                AttributeValue::YesNo(yes) => (feature.to_owned(), yes.to_json()),
                AttributeValue::List(list) => {
                    let array = self.add(STRING_ARRAY, false, |array| array.required("%ELEMENTS", list));
                    (format!("@{feature}"), array.to_json())
                }
            });
        }
        let entity = tag.entity.as_ref().and_then(|id| self.project.entity(id));
        let group = if tag.ranges.len() > 1 { tag.id.as_str() } else { "" };
        for (index, &range) in tag.ranges.iter().enumerate() {
            let id = self.annotate(TAG, range, |part| {
                part.required("label", &tag.label.as_str());
                part.optional("group", &group.to_owned());
                if index > 0 {
                    return;
                }
                part.required("id", &tag.id.as_str());
                part.optional("note", &tag.note);
                if let Some(entity) = entity {
                    part.required("entity", &entity.id.as_str());
                    part.required("entityName", &entity.name);
                    let wikidata = entity.identifiers.get("wikidata").map(|id| format!("{WIKIDATA}{id}"));
                    part.optional("identifier", &wikidata);
                }
                part.optional("rowTitle", &tag.row_title);
                part.required("created", &tag.created.to_string());
                part.optional("creator", &tag.creator);
                part.optional("modified", &tag.modified.as_ref().map(ToString::to_string));
                part.optional("modifier", &tag.modifier);
                values.iter().for_each(|(feature, value)| part.required(feature, value));
            });
            self.tags.entry(tag.id.clone()).or_insert((id, range));
        }
    }

    /// Adds a relation between two tags of the article. It is at its end, as those of INCEpTION are.
    fn add_relation(&mut self, relation: &Relation) {
        let ends = (self.tags.get(&relation.from).copied(), self.tags.get(&relation.to).copied());
        let (Some((from, _)), Some((to, range))) = ends else { return };
        self.annotate(RELATION, range, |annotation| {
            annotation.required(&format!("@{GOVERNOR}"), &from);
            annotation.required(&format!("@{DEPENDENT}"), &to);
            annotation.required("label", &relation.kind.as_str());
            annotation.required("id", &relation.id.as_str());
            annotation.optional("note", &relation.note);
            annotation.required("created", &relation.created.to_string());
            annotation.optional("creator", &relation.creator);
        });
    }
}
