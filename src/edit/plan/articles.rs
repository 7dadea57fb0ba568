//! Plans for articles: adds, edits and removes them, and sets attributes and status.

use std::collections::BTreeMap;

use super::annotations::removals;
use super::common::Planned;
use crate::edit::ids::{IdKind, IdSource};
use crate::edit::{ArticleFields, AttributePatch, Change, EditError, NewArticle, RecordChange, Summary};
use crate::model::{Article, ArticleId, ArticleStatus, AttributeValue, Invalid, Project, RecordKind};

/// The number of new articles that a summary names.
const NAMED: usize = 5;

pub(super) fn add(project: &Project, ids: &mut IdSource, articles: Vec<NewArticle>) -> Planned {
    let mut changes = Vec::new();
    let titles: Vec<String> = articles.iter().take(NAMED).map(|new| new.fields.title.trim().to_owned()).collect();
    let more = articles.len() - titles.len();
    for new in articles {
        let id: ArticleId = new.id.unwrap_or_else(|| ids.next(IdKind::Article).as_str().into());
        ids.skip(IdKind::Article, id.as_str());
        let article = with_fields(id, new.fields, new.text)?;
        let last = project.articles().len() + changes.len();
        let index = new.index.unwrap_or(last).min(last);
        changes.push(Change::Article { index, change: RecordChange::insert(article) });
    }
    Ok((Summary::ArticlesAdded { titles, more }, changes))
}

fn with_fields(id: ArticleId, fields: ArticleFields, text: crate::text::Text) -> Result<Article, EditError> {
    let ArticleFields { title, source, date, language, note, attributes: patch, status } = fields;
    let title = title.trim().to_owned();
    if title.is_empty() {
        return Err(EditError::NoArticleTitle);
    }
    let [source, date, language] = [source, date, language].map(|field| field.trim().to_owned());
    let (mut attributes, extra) = Default::default();
    set(&mut attributes, patch);
    Ok(Article { id, title, source, date, language, text, note, status, attributes, extra })
}

/// Plans a change of the metadata of an article.
fn change(
    project: &Project,
    id: &ArticleId,
    change: impl FnOnce(&mut Article) -> Result<Summary, EditError>,
) -> Planned {
    let index = project.articles().iter().position(|article| &article.id == id);
    let index = index.ok_or_else(|| Invalid::dangling(RecordKind::Article, id))?;
    let before = &project.articles()[index];
    let mut after = (**before).clone();
    let summary = change(&mut after)?;
    project.check_article(&after)?;
    let changed = after != **before;
    Ok((
        summary,
        changed.then(|| Change::Article { index, change: RecordChange::replace(before, after) }).into_iter().collect(),
    ))
}

pub(super) fn edit(project: &Project, id: &ArticleId, fields: ArticleFields) -> Planned {
    change(project, id, |article| {
        let (mut attributes, extra) = (std::mem::take(&mut article.attributes), std::mem::take(&mut article.extra));
        let mut fields = fields;
        set(&mut attributes, std::mem::take(&mut fields.attributes));
        let status = fields.status.or(article.status);
        let plain = with_fields(id.clone(), fields, article.text.clone())?;
        *article = Article { status, attributes, extra, ..plain };
        Ok(Summary::ArticleEdited { title: article.title.clone() })
    })
}

pub(super) fn describe(project: &Project, id: &ArticleId, patch: AttributePatch) -> Planned {
    change(project, id, |article| {
        let attributes = patch.keys().cloned().collect();
        let summary = Summary::ArticleDescribed { title: article.title.clone(), attributes };
        set(&mut article.attributes, patch);
        Ok(summary)
    })
}

fn set(values: &mut BTreeMap<String, AttributeValue>, patch: AttributePatch) {
    for (name, value) in patch {
        match value {
            Some(value) => values.insert(name, value),
            None => values.remove(&name),
        };
    }
}

pub(super) fn mark(project: &Project, id: &ArticleId, status: Option<ArticleStatus>) -> Planned {
    change(project, id, |article| {
        article.status = status;
        Ok(Summary::ArticleMarked { title: article.title.clone(), status: project.status(article) })
    })
}

pub(super) fn remove(project: &Project, id: &ArticleId) -> Planned {
    let index = project.articles().iter().position(|article| &article.id == id);
    let index = index.ok_or_else(|| Invalid::dangling(RecordKind::Article, id))?;
    let article = &project.articles()[index];
    let annotations: Vec<_> = project.annotations_of(id).iter().map(|annotation| annotation.id.clone()).collect();
    let mut changes = removals(project, &annotations)?;
    changes.extend(project.predictions_of(id).map(|one| Change::Prediction(RecordChange::remove(one))));
    changes.push(Change::Article { index, change: RecordChange::remove(article) });
    Ok((Summary::ArticleRemoved { title: article.title.clone(), tags: annotations.len() }, changes))
}
