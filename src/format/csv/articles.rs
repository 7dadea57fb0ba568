//! The articles of tables: from a table of their own, from a column of the annotations, or from text files beside.

use std::collections::{BTreeMap, HashMap};

use super::cells::CellKind;
use super::columns::Column;
use super::known_table::KnownTable;
use super::sheet::Row;
use crate::format::draft::{Draft, DraftArticle};
use crate::format::lines::decode;
use crate::format::{ImportWarning, ReadError, ReadProblem, RecordProblem, SourceFile};
use crate::model::ArticleStatus;

/// A text file beside the tables.
struct TextFile<'a> {
    /// The path without the extension.
    stem: &'a str,
    file: &'a SourceFile<'a>,
    is_used: bool,
}

/// The articles by their ids in the tables.
pub(super) struct Articles<'a> {
    by_id: HashMap<String, usize>,
    files: Vec<TextFile<'a>>,
    /// What is known of articles without a text.
    without_text: HashMap<String, DraftArticle>,
    /// The articles without a text that annotations name, with the numbers of annotations.
    missing: BTreeMap<String, usize>,
    /// The first of them.
    first_missing: Option<String>,
    problem: Option<ReadError>,
}

impl<'a> Articles<'a> {
    pub(super) fn new(files: &[&'a SourceFile<'a>]) -> Self {
        let text = |file: &&'a SourceFile<'a>| {
            let stem = file.name.rsplit_once('.').map_or(file.name, |(stem, _)| stem);
            TextFile { stem, file, is_used: false }
        };
        Self {
            by_id: HashMap::new(),
            files: files.iter().map(text).collect(),
            without_text: HashMap::new(),
            missing: BTreeMap::new(),
            first_missing: None,
            problem: None,
        }
    }

    /// Adds the articles of a table.
    pub(super) fn add_table(&mut self, table: &KnownTable, draft: &mut Draft) {
        let kinds = attribute_kinds(table, draft);
        for row in &table.rows {
            let mut article = of_row(table, row);
            let cell = |column: Column| table.columns.at(column).map_or("", |at| row.cell(at));
            cell(Column::Note).clone_into(&mut article.note);
            let status = cell(Column::Status);
            article.status = ArticleStatus::ALL.into_iter().find(|one| one.name() == status);
            if article.status.is_none() && !status.is_empty() {
                let problem = RecordProblem::AttributeValue(table.header_of(Column::Status).to_owned());
                draft.warnings.push(ImportWarning::Record { place: table.place(row), problem });
            }
            let values = table.columns.others.iter().zip(&kinds);
            let values = values.map(|((at, name), kind)| (name, row.cell(*at), kind));
            let values = values.filter(|(_, cell, _)| !cell.is_empty());
            article.attributes = values.map(|(name, cell, kind)| (name.clone(), kind.value(cell))).collect();
            let id = article.id.clone();
            if self.by_id.contains_key(&id) && !id.is_empty() {
                let problem = RecordProblem::Repeated(id);
                draft.warnings.push(ImportWarning::Record { place: table.place(row), problem });
                continue;
            }
            // An article of ours may be empty.
            let has_text = table.is_own && table.columns.at(Column::Text).is_some();
            if article.text.is_empty() && !has_text {
                match self.text_file(&id) {
                    Some(text) => article.text = text,
                    None => {
                        self.without_text.insert(id, article);
                        continue;
                    }
                }
            }
            self.add(id, article, draft);
        }
    }

    fn add(&mut self, id: String, article: DraftArticle, draft: &mut Draft) -> usize {
        draft.articles.push(article);
        let index = draft.articles.len() - 1;
        self.by_id.insert(id, index);
        index
    }

    /// The index of the article of an annotation, which is added if it is new; `None` if its text is missing.
    pub(super) fn of_annotation(&mut self, table: &KnownTable, row: &Row, draft: &mut Draft) -> Option<usize> {
        let mut article = of_row(table, row);
        let id = article.id.clone();
        let known = self.by_id.get(&id).copied();
        if !article.text.is_empty() {
            // A table of sentences may have the name of their document in each row.
            let is_same = |at: &usize| draft.articles.get(*at).is_some_and(|known| known.text == article.text);
            let with_text = format!("{id}\n{}", article.text);
            let found = known.filter(is_same).or_else(|| self.by_id.get(&with_text).copied());
            return found.or_else(|| {
                let key = if known.is_some() { with_text } else { id };
                Some(self.add(key, article, draft))
            });
        }
        if known.is_some() {
            return known;
        }
        if table.columns.at(Column::Article).is_none() {
            return self.only(draft);
        }
        if let Some(text) = self.text_file(&id) {
            article = self.without_text.remove(&id).unwrap_or(article);
            article.text = text;
            return Some(self.add(id, article, draft));
        }
        *self.missing.entry(id.clone()).or_default() += 1;
        self.first_missing.get_or_insert(id);
        None
    }

    /// The only article, where annotations name none.
    fn only(&mut self, draft: &mut Draft) -> Option<usize> {
        if let [only] = draft.articles.as_slice() {
            return Some(only).map(|_| 0);
        }
        if draft.articles.is_empty() && self.files.len() == 1 {
            let stem = self.files.first().map_or("", |file| file.stem).to_owned();
            let text = self.text_file(&stem)?;
            return Some(self.add(stem.clone(), DraftArticle { id: stem, text, ..DraftArticle::default() }, draft));
        }
        *self.missing.entry(String::new()).or_default() += 1;
        self.first_missing.get_or_insert_default();
        None
    }

    /// The text of the file for an article: the one with its id as path, then one in a folder, then one without the folder of the id; with
    /// or without the extension.
    fn text_file(&mut self, id: &str) -> Option<String> {
        let last = id.rsplit('/').next().unwrap_or(id);
        let is_in_folder = |path: &str| path.strip_suffix(id).is_some_and(|folder| folder.ends_with('/'));
        let at = |is: &dyn Fn(&str) -> bool| self.files.iter().position(|file| is(file.stem) || is(file.file.name));
        let at = at(&|path| path == id).or_else(|| at(&is_in_folder)).or_else(|| at(&|path| path == last))?;
        let file = self.files.get_mut(at)?;
        file.is_used = true;
        match decode(file.file.bytes) {
            Ok(text) => Some(text.into_owned()),
            Err(error) => {
                self.problem.get_or_insert(error.within(file.file.name));
                None
            }
        }
    }

    /// Adds the text files that no table names, and says which texts are missing.
    ///
    /// # Errors
    /// When a text file is not UTF-8, or there is no text.
    pub(super) fn finish(mut self, draft: &mut Draft) -> Result<(), ReadError> {
        for at in 0..self.files.len() {
            let stem = self.files.get(at).filter(|file| !file.is_used).map(|file| file.stem.to_owned());
            let Some(stem) = stem else { continue };
            if let Some(text) = self.text_file(&stem) {
                draft.articles.push(DraftArticle { id: stem, text, ..DraftArticle::default() });
            }
        }
        if let Some(problem) = self.problem {
            return Err(problem);
        }
        if draft.articles.is_empty() {
            let first = self.first_missing.or_else(|| self.without_text.keys().min().cloned());
            if let Some(first) = first {
                return Err(ReadError::new("", ReadProblem::NoTexts(first)));
            }
        }
        for id in self.without_text.into_keys() {
            self.missing.entry(id).or_default();
        }
        for (source, count) in self.missing {
            let problem = RecordProblem::NoArticle { source, count };
            draft.warnings.push(ImportWarning::Record { place: String::new(), problem });
        }
        Ok(())
    }
}

/// What a row says about its article.
fn of_row(table: &KnownTable, row: &Row) -> DraftArticle {
    let cell = |column: Column| table.columns.at(column).map_or("", |at| row.cell(at)).to_owned();
    DraftArticle {
        id: cell(Column::Article),
        title: cell(Column::Title),
        source: cell(Column::Source),
        date: cell(Column::Date),
        language: cell(Column::Language),
        text: cell(Column::Text),
        ..DraftArticle::default()
    }
}

/// What the cells of each column with an attribute contain.
fn attribute_kinds(table: &KnownTable, draft: &Draft) -> Vec<CellKind> {
    let kind = |(at, name): &(usize, String)| {
        let known = draft.schema.article_attribute(name).map(CellKind::of);
        let cells = table.rows.iter().map(|row| row.cell(*at)).filter(|cell| !cell.is_empty());
        known.or(table.kinds.get(*at).copied().flatten()).unwrap_or_else(|| CellKind::of_all(&cells))
    };
    table.columns.others.iter().map(kind).collect()
}
