//! Reads a CAS as a draft: an article for each text that has annotations.

use std::collections::{HashMap, HashSet};

use super::cas::{Cas, Structure};
use super::labels::Labels;
use super::own::{ARTICLE, PACKAGE};
use super::relations::Relations;
use super::tags::{AttributeNames, tag_of};
use super::types::Role;
use crate::format::draft::{Draft, DraftArticle, TagIndex};
use crate::format::file_reader::AddFile;
use crate::format::{ImportWarning, ReadError, RecordProblem, SourceFile};
use crate::json::{parse, utf8};
use crate::model::Entity;

/// The type of texts.
const SOFA: &str = "uima.cas.Sofa";
/// The language of a text of which it is not known.
const NO_LANGUAGE: &str = "x-unspecified";
/// The byte order mark of UTF-8.
const BOM: &[u8] = "\u{feff}".as_bytes();

/// Reads files, each with a CAS.
pub(super) struct CasFiles {
    /// Whether messages have to name the file.
    pub(super) has_several: bool,
}

impl AddFile for CasFiles {
    fn add(&mut self, file: &SourceFile<'_>, draft: &mut Draft) -> Result<(), ReadError> {
        let json = parse(utf8(file.bytes.strip_prefix(BOM).unwrap_or(file.bytes))?)?;
        let cas = Cas::of(&json).map_err(|error| if self.has_several { error.within(file.name) } else { error })?;
        let mut reader = Reader {
            labels: Labels::of(&cas),
            attributes: AttributeNames::of(&cas),
            file: if self.has_several { file.name } else { "" },
            draft,
            texts: HashMap::new(),
            tags: HashMap::new(),
            entities: HashSet::new(),
        };
        reader.entities = reader.draft.entities.iter().map(|entity| entity.id.to_string()).collect();
        reader.read(&cas, file.name);
        Ok(())
    }
}

struct Reader<'a, 'd> {
    labels: Labels<'a>,
    attributes: AttributeNames<'a>,
    /// The name of the file, if there are several.
    file: &'a str,
    draft: &'d mut Draft,
    /// The article of each text.
    texts: HashMap<u64, usize>,
    /// The tag of each annotation.
    tags: HashMap<u64, TagIndex>,
    /// The ids of the entities of the draft.
    entities: HashSet<String>,
}

impl<'a> Reader<'a, '_> {
    fn place(&self, place: &str) -> String {
        if self.file.is_empty() { place.to_owned() } else { format!("{}: {place}", self.file) }
    }

    fn warn(&mut self, place: &str, problem: RecordProblem) {
        let place = self.place(place);
        self.draft.warnings.push(ImportWarning::Record { place, problem });
    }

    fn read(&mut self, cas: &'a Cas<'a>, name: &str) {
        for warning in &cas.warnings {
            if let ImportWarning::Record { place, problem } = warning {
                self.warn(place, problem.clone());
            }
        }
        self.add_articles(cas, name);
        self.add_tags(cas);
        for structure in cas.structures.iter().filter(|one| cas.is_member(one)) {
            self.describe(cas, structure);
        }
        let mut relations = Relations::new(cas, &self.labels, &self.tags);
        relations.read();
        let Relations { found, problems, .. } = relations;
        for mut relation in found {
            relation.place = self.place(&relation.place);
            self.draft.relations.push(relation);
        }
        problems.into_iter().for_each(|(place, problem)| self.warn(&place, problem));
    }

    /// Makes an article of each text with tags; if there are none, of the first text.
    fn add_articles(&mut self, cas: &Cas<'_>, name: &str) {
        let spans = cas.structures.iter().filter(|one| cas.role(one) == Role::Span);
        let mut used: HashMap<u64, usize> = HashMap::new();
        spans.filter_map(|span| span.reference("sofa")).for_each(|sofa| *used.entry(sofa).or_insert(0) += 1);
        let sofas = || cas.structures.iter().filter(|one| one.kind == SOFA);
        let with_text = || sofas().filter(|sofa| sofa.text("sofaString").is_some());
        let has_tagged_text = with_text().any(|sofa| used.contains_key(&sofa.id));
        let initial = with_text().find(|sofa| sofa.text("sofaID") == Some("_InitialView"));
        let only = initial.or_else(|| with_text().next()).map(|sofa| sofa.id);
        for sofa in with_text() {
            let is_wanted = if has_tagged_text { used.contains_key(&sofa.id) } else { only == Some(sofa.id) };
            if is_wanted {
                self.texts.insert(sofa.id, self.draft.articles.len());
                let text = sofa.text("sofaString").unwrap_or_default().to_owned();
                self.draft.articles.push(DraftArticle { text, ..DraftArticle::default() });
            }
        }
        for sofa in sofas().filter(|sofa| sofa.text("sofaString").is_none()) {
            let source = sofa.text("sofaURI").or_else(|| sofa.text("sofaID")).unwrap_or_default().to_owned();
            let count = used.get(&sofa.id).copied().unwrap_or(0);
            self.warn(&sofa.place, RecordProblem::NoArticle { source, count });
        }
        let stem = name.rsplit('/').next().unwrap_or_default();
        let stem = stem.split_once('.').map_or(stem, |(stem, _)| stem);
        if let ([index], true) = (self.texts.values().copied().collect::<Vec<_>>().as_slice(), !stem.is_empty()) {
            self.draft.articles[*index].title = stem.to_owned();
        }
    }

    /// The article that a feature structure is about.
    fn article(&mut self, structure: &Structure<'_>) -> Option<&mut DraftArticle> {
        let of_sofa = structure.reference("sofa").and_then(|sofa| self.texts.get(&sofa).copied());
        // What has no text of its own is about the only one.
        let only = || (self.texts.len() == 1).then(|| self.texts.values().next().copied()).flatten();
        let index = of_sofa.or_else(only)?;
        self.draft.articles.get_mut(index)
    }

    /// Adds what a feature structure says about an article.
    fn describe(&mut self, cas: &Cas<'_>, structure: &Structure<'_>) {
        let text = |name: &str| structure.text(name).unwrap_or_default().to_owned();
        if structure.kind == ARTICLE {
            let project = text("project");
            if self.draft.title.is_empty() {
                self.draft.title = project;
            }
            let Some(article) = self.article(structure) else { return };
            (article.id, article.title) = (text("id"), text("title"));
            (article.source, article.date) = (text("source"), text("date"));
        } else if cas.role(structure) == Role::Document {
            let titles = [structure.text("documentTitle"), structure.text("documentId")];
            let title = titles.into_iter().flatten().find(|title| !title.is_empty());
            let language = structure.text("language").filter(|language| *language != NO_LANGUAGE);
            let Some(article) = self.article(structure) else { return };
            // What this program has written is more exact.
            if let Some(title) = title.filter(|_| article.id.is_empty()) {
                article.title = title.to_owned();
            }
            if let Some(language) = language {
                article.language = language.to_owned();
            }
        }
    }

    fn add_tags(&mut self, cas: &'a Cas<'a>) {
        let mut groups: HashMap<(usize, &str), TagIndex> = HashMap::new();
        let mut unsupported = HashSet::new();
        for structure in cas.structures.iter().filter(|one| cas.is_member(one)) {
            match cas.role(structure) {
                Role::Span => {}
                Role::Linguistic if unsupported.insert(structure.kind) => {
                    self.warn(&structure.place, RecordProblem::Unsupported(structure.kind.to_owned()));
                    continue;
                }
                _ => continue,
            }
            let Some(&article) = structure.reference("sofa").and_then(|sofa| self.texts.get(&sofa)) else { continue };
            let tags = &self.draft.articles[article].tags;
            let group = structure.text("group").filter(|_| structure.kind.starts_with(PACKAGE));
            if let Some(&index) = group.and_then(|group| groups.get(&(article, group))) {
                self.tags.insert(structure.id, index);
                self.draft.articles[article].tags[index.tag].fragments.extend(structure.range());
                continue;
            }
            let index = TagIndex { article, tag: tags.len() };
            let (mut tag, problems) = tag_of(cas, structure, &self.labels, &self.attributes);
            problems.into_iter().for_each(|problem| self.warn(&structure.place, problem));
            tag.place = self.place(&structure.place);
            self.add_entity(structure);
            self.tags.insert(structure.id, index);
            groups.extend(group.map(|group| ((article, group), index)));
            self.draft.articles[article].tags.push(tag);
        }
    }

    /// Adds the entity that a tag of this program mentions.
    fn add_entity(&mut self, structure: &Structure<'_>) {
        let id = structure.text("entity").filter(|_| structure.kind.starts_with(PACKAGE));
        let Some(id) = id.filter(|id| self.entities.insert((*id).to_owned())) else { return };
        self.draft.entities.push(Entity {
            id: id.into(),
            name: structure.text("entityName").unwrap_or(id).to_owned(),
            label: None,
            aliases: Vec::new(),
            identifiers: Default::default(),
            note: String::new(),
            extra: Default::default(),
        });
    }
}
