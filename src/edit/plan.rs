//! From a command to the transaction that carries it out.

use std::rc::Rc;

use thiserror::Error;

use super::ids::{IdKind, IdSource};
use super::{
    AnnotationPatch, ArticleFields, Change, Command, Conflict, NewAnnotation, NewArticle, Stamp, Swap, Transaction,
};
use crate::model::{Annotation, AnnotationId, Article, ArticleId, Invalid, Label, LabelId, Project, Records, Relation};
use crate::text::TextRange;

/// How many characters of a tagged text a summary shows.
const SHOWN: usize = 40;

/// Why a command cannot be carried out.
#[derive(Debug, Error, Clone, PartialEq)]
pub enum EditError {
    /// It names something that is not there, or breaks an invariant.
    #[error(transparent)]
    Invalid(#[from] Invalid),
    /// The project is not as expected.
    #[error(transparent)]
    Conflict(#[from] Conflict),
    /// A name is empty.
    #[error("a {0} needs a title")]
    NoTitle(&'static str),
}

type Planned = Result<(String, Vec<Change>), EditError>;

/// The transaction that carries a command out.
pub(super) fn plan(
    project: &Project,
    ids: &mut IdSource,
    command: Command,
    stamp: Stamp,
) -> Result<Transaction, EditError> {
    let (summary, changes) = match command {
        Command::RenameProject(title) => rename_project(project, &title),
        Command::AddArticles(articles) => add_articles(project, ids, articles),
        Command::EditArticle(id, fields) => edit_article(project, &id, fields),
        Command::RemoveArticle(id) => remove_article(project, &id),
        Command::Annotate(new) => annotate(project, ids, new, &stamp),
        Command::Update(id, patch) => update(project, &id, patch, &stamp),
        Command::Remove(ids) => remove(project, &ids),
        Command::Relate { kind, from, to, note } => {
            let id = ids.next(IdKind::Relation).as_str().into();
            let (created, creator) = (stamp.at.clone(), stamp.by.clone());
            relate(project, Relation { id, kind, from, to, note, created, creator, extra: Default::default() })
        }
        Command::Unrelate(id) => {
            let relation = project.relation(&id).ok_or_else(|| missing("relation", &id))?;
            let summary = format!("Removed the relation “{}”", project.relation_type_name(&relation.kind));
            Ok((summary, vec![Change::Relation(Swap::take(relation))]))
        }
    }?;
    Ok(Transaction { summary, stamp, changes })
}

fn missing(what: &'static str, id: &impl ToString) -> Invalid {
    Invalid::Dangling { what, id: id.to_string() }
}

fn existing<'a>(project: &'a Project, id: &AnnotationId) -> Result<&'a Rc<Annotation>, Invalid> {
    project.annotation(id).ok_or_else(|| missing("annotation", id))
}

fn label_of<'a>(project: &'a Project, id: &LabelId) -> Result<&'a Label, Invalid> {
    project.schema().label(id).ok_or_else(|| missing("label", id))
}

/// The tagged text, quoted and short enough for a sentence.
fn quoted(project: &Project, annotation: &Annotation) -> String {
    let exact = project.exact(annotation).split_whitespace().collect::<Vec<_>>().join(" ");
    match exact.char_indices().nth(SHOWN) {
        Some((cut, _)) => format!("“{}…”", exact[..cut].trim_end()),
        None => format!("“{exact}”"),
    }
}

fn rename_project(project: &Project, title: &str) -> Planned {
    let after = title.trim().to_owned();
    if after.is_empty() {
        return Err(EditError::NoTitle("project"));
    }
    let before = project.title.clone();
    let changes = if before == after { vec![] } else { vec![Change::Title { before, after: after.clone() }] };
    Ok((format!("Renamed the project to “{after}”"), changes))
}

fn add_articles(project: &Project, ids: &mut IdSource, articles: Vec<NewArticle>) -> Planned {
    let mut changes = Vec::new();
    let titles: Vec<String> = articles.iter().map(|new| format!("“{}”", new.fields.title.trim())).collect();
    for new in articles {
        let id: ArticleId = new.id.unwrap_or_else(|| ids.next(IdKind::Article).as_str().into());
        ids.skip(IdKind::Article, id.as_str());
        let article = with_fields(id, new.fields, new.text)?;
        let last = project.articles().len() + changes.len();
        let index = new.index.unwrap_or(last).min(last);
        changes.push(Change::Article { index, swap: Swap::put(article) });
    }
    Ok((format!("Added {}", titles.join(", ")), changes))
}

fn with_fields(id: ArticleId, fields: ArticleFields, text: crate::text::Text) -> Result<Article, EditError> {
    let ArticleFields { title, source, date, language, note } = fields;
    let title = title.trim().to_owned();
    if title.is_empty() {
        return Err(EditError::NoTitle("article"));
    }
    let [source, date, language] = [source, date, language].map(|field| field.trim().to_owned());
    Ok(Article { id, title, source, date, language, text, note, extra: Default::default() })
}

fn edit_article(project: &Project, id: &ArticleId, fields: ArticleFields) -> Planned {
    let index = project.articles().iter().position(|article| &article.id == id);
    let index = index.ok_or_else(|| missing("article", id))?;
    let before = &project.articles()[index];
    let mut after = with_fields(id.clone(), fields, before.text.clone())?;
    after.extra = before.extra.clone();
    project.check_article(&after)?;
    let summary = format!("Changed what is known about “{}”", after.title);
    let changed = after != **before;
    Ok((summary, changed.then(|| Change::Article { index, swap: Swap::replace(before, after) }).into_iter().collect()))
}

fn remove_article(project: &Project, id: &ArticleId) -> Planned {
    let index = project.articles().iter().position(|article| &article.id == id);
    let index = index.ok_or_else(|| missing("article", id))?;
    let article = &project.articles()[index];
    let annotations: Vec<_> = project.annotations_of(id).iter().map(|annotation| annotation.id.clone()).collect();
    let mut changes = removals(project, &annotations)?;
    changes.push(Change::Article { index, swap: Swap::take(article) });
    let tags = match annotations.len() {
        0 => String::new(),
        1 => " and its tag".to_owned(),
        n => format!(" and its {n} tags"),
    };
    Ok((format!("Removed “{}”{tags}", article.title), changes))
}

fn annotate(project: &Project, ids: &mut IdSource, new: NewAnnotation, stamp: &Stamp) -> Planned {
    let label = label_of(project, &new.label)?;
    let mut attributes = new.attributes;
    for attribute in &label.attributes {
        if let Some(default) = attribute.default.as_ref().filter(|_| !attributes.contains_key(&attribute.name)) {
            attributes.insert(attribute.name.clone(), default.clone());
        }
    }
    let annotation = Annotation {
        id: ids.next(IdKind::Annotation).as_str().into(),
        article: new.article,
        label: new.label,
        ranges: in_order(new.ranges),
        attributes,
        entity: new.entity,
        note: new.note,
        created: stamp.at.clone(),
        modified: None,
        creator: stamp.by.clone(),
        extra: Default::default(),
    };
    project.check_annotation(&annotation)?;
    let summary = format!("Tagged {} as {}", quoted(project, &annotation), label.name);
    Ok((summary, vec![Change::Annotation(Swap::put(annotation))]))
}

/// There are few, and for so few a sort is much code.
fn in_order(ranges: Vec<TextRange>) -> Vec<TextRange> {
    let mut sorted = Vec::with_capacity(ranges.len());
    for range in ranges {
        let at = sorted.partition_point(|other| *other <= range);
        sorted.insert(at, range);
    }
    sorted
}

fn update(project: &Project, id: &AnnotationId, patch: AnnotationPatch, stamp: &Stamp) -> Planned {
    let before = existing(project, id)?;
    let mut after = (**before).clone();
    let mut said = Vec::new();
    if let Some(ranges) = patch.ranges {
        after.ranges = in_order(ranges);
        if after.ranges != before.ranges {
            said.push("moved its edges");
        }
    }
    if let Some(label) = patch.label {
        let label = label_of(project, &label)?;
        after.attributes.retain(|name, value| label.attribute(name).is_some_and(|a| a.refuse(value).is_none()));
        after.label = label.id.clone();
    }
    for (name, value) in patch.attributes {
        match value {
            Some(value) => after.attributes.insert(name, value),
            None => after.attributes.remove(&name),
        };
    }
    if let Some(entity) = patch.entity {
        after.entity = entity;
    }
    if let Some(note) = patch.note {
        after.note = note;
    }
    project.check_annotation(&after)?;
    let now_quoted = quoted(project, &after);
    let changed = [
        (after.attributes != before.attributes && after.label == before.label, "changed its attributes"),
        (after.entity != before.entity, "changed its entity"),
        (after.note != before.note, "changed its note"),
    ];
    said.extend(changed.into_iter().filter(|(holds, _)| *holds).map(|(_, words)| words));
    let mut summary = format!("{now_quoted}: {}", said.join(", "));
    if after.label != before.label {
        summary = format!("Changed {now_quoted} to {}", project.label_name(&after.label));
    } else if said == ["moved its edges"] {
        summary = format!("Moved the edges of {} to {now_quoted}", quoted(project, before));
    }
    if after == **before {
        return Ok((summary, vec![]));
    }
    after.modified = Some(stamp.at.clone());
    let mut changes = relations_that_no_longer_fit(project, &after);
    changes.push(Change::Annotation(Swap::replace(before, after)));
    Ok((summary, changes))
}

/// A relation type may allow only certain labels at its ends; under another label the relation has to go.
fn relations_that_no_longer_fit(project: &Project, after: &Annotation) -> Vec<Change> {
    let fits = |relation: &Relation| {
        project.schema().relation_type(&relation.kind).is_none_or(|kind| {
            let allowed = |labels: &[LabelId]| labels.is_empty() || labels.contains(&after.label);
            (relation.from != after.id || allowed(&kind.from)) && (relation.to != after.id || allowed(&kind.to))
        })
    };
    let gone = project.relations_of(&after.id).filter(|relation| !fits(relation));
    gone.map(|relation| Change::Relation(Swap::take(relation))).collect()
}

fn remove(project: &Project, ids: &[AnnotationId]) -> Planned {
    let changes = removals(project, ids)?;
    let summary = match ids {
        [id] => {
            let annotation = existing(project, id)?;
            format!("Removed the tag {} on {}", project.label_name(&annotation.label), quoted(project, annotation))
        }
        _ => format!("Removed {} tags", ids.len()),
    };
    Ok((summary, changes))
}

/// Takes annotations away, their relations first, so that no relation ever dangles.
fn removals(project: &Project, ids: &[AnnotationId]) -> Result<Vec<Change>, Invalid> {
    let (mut relations, mut annotations) = (Records::default(), Records::default());
    for id in ids {
        annotations.insert(id.clone(), existing(project, id)?.clone());
        project.relations_of(id).for_each(|relation| relations.insert(relation.id.clone(), relation.clone()));
    }
    let relations = relations.values().map(|relation| Change::Relation(Swap::take(relation)));
    Ok(relations.chain(annotations.values().map(|a| Change::Annotation(Swap::take(a)))).collect())
}

fn relate(project: &Project, relation: Relation) -> Planned {
    project.check_relation(&relation)?;
    let (from, to) = (existing(project, &relation.from)?, existing(project, &relation.to)?);
    let name = project.relation_type_name(&relation.kind);
    let summary = format!("Linked {} to {}: {name}", quoted(project, from), quoted(project, to));
    Ok((summary, vec![Change::Relation(Swap::put(relation))]))
}
