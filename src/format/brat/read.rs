//! Finds the documents among files, and the configuration of each.

use std::collections::HashMap;

use super::configuration::Configuration;
use super::document::{Document, DocumentReader, Used};
use super::entities::Entities;
use super::schema::SchemaBuilder;
use crate::format::draft::{Draft, OffsetUnit};
use crate::format::{DraftReader, ImportWarning, ReadError, ReadProblem, RecordProblem, SourceFile};
use crate::json::JsonProblem;

/// brat counts code points; its clients counted UTF-16 units before version 1.3.
const UNITS: &[OffsetUnit] = &[OffsetUnit::CodePoints, OffsetUnit::Utf16];

/// Reads the documents among files, pairs of a text and standoff files of the same name: one in each step.
pub(super) struct Reader<'a> {
    documents: Vec<Document<'a>>,
    configurations: Configurations,
    schema: SchemaBuilder,
    entities: Entities,
    /// What the tags of each document that is read use.
    uses: Vec<Vec<Used>>,
    draft: Draft,
}

impl<'a> Reader<'a> {
    /// Reads files.
    ///
    /// # Errors
    /// When there is no document among them, or they are not UTF-8.
    pub(super) fn new(files: &'a [SourceFile<'a>]) -> Result<Self, ReadError> {
        let mut draft = Draft::new(UNITS);
        draft.joins_lines = true;
        let documents = documents(files, &mut draft.warnings)?;
        let configurations = Configurations::new(files, &documents)?;
        let mut schema = SchemaBuilder::default();
        configurations.all.iter().for_each(|one| schema.add(one));
        let (entities, uses) = (Entities::default(), Vec::new());
        Ok(Self { documents, configurations, schema, entities, uses, draft })
    }
}

impl DraftReader for Reader<'_> {
    fn step(&mut self) -> Result<bool, ReadError> {
        let at = self.uses.len();
        let Some(document) = self.documents.get(at) else { return Ok(false) };
        let configuration = &self.configurations.all[self.configurations.of_documents[at]];
        let is_only = self.documents.len() == 1;
        let reader = DocumentReader::new(document, is_only, configuration, &mut self.schema, &mut self.entities);
        self.uses.push(reader.read(&mut self.draft));
        Ok(self.uses.len() < self.documents.len())
    }

    fn progress(&self) -> Option<f64> {
        Some(self.uses.len() as f64 / self.documents.len().max(1) as f64)
    }

    fn finish(self: Box<Self>) -> Result<Draft, ReadError> {
        let Self { schema, entities, uses, mut draft, .. } = *self;
        // Only now it is known of which kinds the attributes are.
        for (article, used) in draft.articles.iter_mut().zip(&uses) {
            for (tag, used) in article.tags.iter_mut().zip(used) {
                let value = |(name, values): (&String, &Vec<String>)| {
                    (name.clone(), schema.attributes.value(used.label, name, values))
                };
                tag.attributes = used.attributes.iter().map(value).collect();
            }
        }
        draft.entities = entities.finish();
        (draft.schema, draft.relation_types) = schema.finish();
        Ok(draft)
    }
}

/// The path without the extension, and the extension in lower case.
fn stem_and_extension(name: &str) -> (&str, String) {
    let (stem, extension) = name.rsplit_once('.').unwrap_or((name, ""));
    (stem, extension.to_lowercase())
}

fn utf8<'a>(file: &SourceFile<'a>) -> Result<&'a str, ReadError> {
    std::str::from_utf8(file.bytes).map_err(|_| ReadError::new(file.name, JsonProblem::NotUtf8))
}

/// The documents, in the order of the files. Standoff files without a text are left out with a warning; so are texts without a standoff file,
/// which brat does not show either, but without a warning.
fn documents<'a>(files: &[SourceFile<'a>], warnings: &mut Vec<ImportWarning>) -> Result<Vec<Document<'a>>, ReadError> {
    let mut texts = HashMap::new();
    let mut standoff: Vec<(&str, Vec<(&str, &str)>)> = Vec::new();
    let mut indices = HashMap::new();
    for file in files {
        let (stem, extension) = stem_and_extension(file.name);
        match extension.as_str() {
            "txt" => drop(texts.insert(stem, file)),
            "ann" | "a1" | "a2" => {
                let index = *indices.entry(stem).or_insert(standoff.len());
                if index == standoff.len() {
                    standoff.push((stem, Vec::new()));
                }
                standoff[index].1.push((file.name, utf8(file)?));
            }
            _ => {}
        }
    }
    let mut found = Vec::new();
    let mut without_text = None;
    for (path, mut files) in standoff {
        crate::order::sort(&mut files);
        match texts.get(path) {
            Some(text) => found.push(Document { path, text: utf8(text)?, files }),
            None => {
                without_text = files.first().map(|(name, _)| *name);
                let place = without_text.unwrap_or(path).to_owned();
                let problem = RecordProblem::NoText(text_of(path));
                warnings.push(ImportWarning::Record { place, problem });
            }
        }
    }
    // A configuration alone is a schema.
    let is_schema = without_text.is_none() && files.iter().any(|file| file_name(file.name) == TYPES);
    if found.is_empty() && !is_schema {
        let name = without_text.unwrap_or_default();
        return Err(ReadError::new(name, ReadProblem::NoText(text_of(stem_and_extension(name).0))));
    }
    Ok(found)
}

/// The name of the file with the text of a document.
fn text_of(path: &str) -> String {
    format!("{path}.txt")
}

/// The name of the file with the types.
const TYPES: &str = "annotation.conf";
/// The name of the file with names and colours.
const LOOKS: &str = "visual.conf";

fn file_name(path: &str) -> &str {
    path.rsplit_once('/').map_or(path, |(_, name)| name)
}

/// The configurations, and which one each document has.
struct Configurations {
    all: Vec<Configuration>,
    of_documents: Vec<usize>,
}

impl Configurations {
    /// Reads the files `annotation.conf` and `visual.conf` of the folders of the documents, or of the folders above them.
    fn new(files: &[SourceFile<'_>], documents: &[Document<'_>]) -> Result<Self, ReadError> {
        let mut found = Self { all: Vec::new(), of_documents: Vec::with_capacity(documents.len()) };
        let mut keys: Vec<[Option<usize>; 2]> = Vec::new();
        let schema = files.iter().find(|file| documents.is_empty() && file_name(file.name) == TYPES);
        let paths = documents.iter().map(|document| document.path).chain(schema.map(|file| file.name));
        for path in paths {
            let key = [TYPES, LOOKS].map(|name| nearest(files, path, name));
            let at = keys.iter().position(|known| *known == key).unwrap_or(keys.len());
            if at == keys.len() {
                keys.push(key);
                let text = |index: Option<usize>| index.and_then(|at| files.get(at)).map_or(Ok(""), utf8);
                let [types, looks] = key.map(text);
                let mut read = Configuration::default();
                read.read_types(types?);
                read.read_looks(looks?);
                found.all.push(read);
            }
            found.of_documents.push(at);
        }
        Ok(found)
    }
}

/// The index of the file with a name in the folder of a path, or in the nearest one above it.
fn nearest(files: &[SourceFile<'_>], path: &str, name: &str) -> Option<usize> {
    let mut folder = path;
    loop {
        folder = folder.rsplit_once('/').map_or("", |(above, _)| above);
        let wanted = if folder.is_empty() { name.to_owned() } else { format!("{folder}/{name}") };
        let found = files.iter().position(|file| file.name == wanted);
        if found.is_some() || folder.is_empty() {
            return found;
        }
    }
}
