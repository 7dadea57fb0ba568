//! Reads tasks of Prodigy.

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::format::article_meta::{fields_of, id_of, list_of, read_meta, text_of};
use crate::format::draft::{Draft, DraftArticle, DraftRelation, DraftTag, TagIndex};
use crate::format::entity_ids::{EntitiesById, Mentions};
use crate::format::lines::Record;
use crate::format::record_reader::AddRecord;
use crate::format::{ImportWarning, RecordProblem};
use crate::json::{FromJson as _, Json, JsonExt as _, excerpt};
use crate::model::AttributeValue;

/// The fields of a task that are about neither the text nor its spans.
const OF_PRODIGY: [&str; 11] =
    ["text", "meta", "tokens", "spans", "relations", "answer", "options", "config", "html", "priority", "view_id"];

/// Whether a record is a task of Prodigy about a text.
pub(super) fn is_record(record: &Json) -> bool {
    let has_offsets = |span: &Json| span.get("start").is_some() && span.get("end").is_some();
    let has_field = |name: &str, field: &str| list_of(record, name).first().is_some_and(|one| one.get(field).is_some());
    let is_task = ["_input_hash", "_task_hash", "answer"].iter().any(|name| record.get(name).is_some());
    record.get("text").is_some_and(Json::is_string)
        && (is_task || list_of(record, "spans").first().is_some_and(has_offsets) || has_field("tokens", "text"))
}

/// Reads the records of a file.
#[derive(Default)]
pub(in crate::format) struct Reader {
    entities: EntitiesById,
    /// The articles that have an `_input_hash`, by hash and text.
    by_hash: HashMap<(String, String), usize>,
    /// The spans of these articles that are tags, by article, offsets, label and annotator.
    seen: HashSet<(usize, u32, u32, String, String)>,
}

/// A span that was read, with its tag.
struct Span {
    tag: usize,
    label: String,
    /// The indices of its tokens.
    tokens: Option<(u32, u32)>,
}

/// The spans of a record that were read.
#[derive(Default)]
struct Spans {
    all: Vec<Span>,
    /// The index of the first tag by id, and by id and label.
    by_id: HashMap<String, usize>,
    by_label: HashMap<(String, String), usize>,
    /// The indices of spans by offsets.
    by_offsets: HashMap<(u32, u32), Vec<usize>>,
}

impl AddRecord for Reader {
    /// Adds the article of a record, or its tags to the article that is there.
    fn add(&mut self, record: &Record, draft: &mut Draft) -> Result<(), RecordProblem> {
        let value = &record.value;
        let text = value.get("text").and_then(Json::as_str).ok_or(RecordProblem::WithoutText)?;
        let article = self.article(record, text, draft);
        let answer = text_of(value, "answer");
        if !matches!(answer, "" | "accept") {
            if !list_of(value, "spans").is_empty() {
                let problem = RecordProblem::Unsupported(format!("answer: {}", excerpt(answer)));
                warn(draft, record.place_of("spans"), problem);
            }
            return Ok(());
        }
        let spans = self.add_spans(record, article, draft);
        add_relations(record, article, &spans, draft);
        Ok(())
    }
}

impl Reader {
    /// Whether a record is about an article that was read.
    pub(in crate::format) fn continues(&self, record: &Record) -> bool {
        let text = text_of(&record.value, "text");
        hash_of(&record.value, text).is_some_and(|key| self.by_hash.contains_key(&key))
    }

    /// Forgets the articles that were read; returns what distinguishes those that more records may be about.
    pub(in crate::format) fn forget_articles(&mut self) -> Vec<(String, String)> {
        self.seen.clear();
        self.by_hash.drain().map(|(key, _)| key).collect()
    }

    /// The index of the article with this text.
    fn article(&mut self, record: &Record, text: &str, draft: &mut Draft) -> usize {
        let value = &record.value;
        let hash = hash_of(value, text);
        if let Some(known) = hash.as_ref().and_then(|hash| self.by_hash.get(hash)) {
            return *known;
        }
        let mut article = DraftArticle { text: text.to_owned(), ..DraftArticle::default() };
        let is_other = |name: &str| !OF_PRODIGY.contains(&name) && !name.starts_with('_');
        let beside = fields_of(Some(value)).filter(|(name, _)| is_other(name));
        let problems =
            [read_meta(beside, &mut article), read_meta(fields_of(value.get("meta")), &mut article)].concat();
        problems.into_iter().for_each(|problem| warn(draft, record.place.clone(), problem));
        draft.articles.push(article);
        let index = draft.articles.len() - 1;
        self.by_hash.extend(hash.map(|hash| (hash, index)));
        index
    }

    fn add_spans(&mut self, record: &Record, article: usize, draft: &mut Draft) -> Spans {
        let value = &record.value;
        let annotator = value.get("_annotator_id").or_else(|| value.get("_session_id"));
        let creator = annotator.and_then(id_of).unwrap_or_default();
        let has_hash = value.get("_input_hash").is_some();
        let text = draft.articles.get(article).map_or_else(String::new, |article| article.text.clone());
        let mentions = Mentions::of(&text);
        let tokens = TokenIds::of(value);
        let mut spans = Spans::default();
        for (at, span) in list_of(value, "spans").iter().enumerate() {
            let place = record.place_of(&format!("spans[{at}]"));
            let mut tag = match tag_of(span) {
                Ok(tag) => DraftTag { place: place.clone(), creator: creator.clone(), ..tag },
                Err(problem) => {
                    warn(draft, place, problem);
                    continue;
                }
            };
            let Some(&(start, end)) = tag.fragments.first() else { continue };
            let key = (article, start, end, tag.label.clone(), creator.clone());
            if has_hash && !self.seen.insert(key) {
                continue;
            }
            self.add_details(span, &place, &mut tag, &mentions, draft);
            let (label, tag_id) = (tag.label.clone(), text_of(span, "tag_id").to_owned());
            let Some(tags) = draft.articles.get_mut(article).map(|article| &mut article.tags) else { continue };
            let index = spans.by_label.get(&(tag_id.clone(), label.clone())).copied().unwrap_or(tags.len());
            match tags.get_mut(index) {
                Some(known) => known.fragments.push((start, end)),
                None => tags.push(tag),
            }
            let token = |name: &str| span.get(name).and_then(Json::as_u32);
            let tokens = token("token_start").zip(token("token_end")).or_else(|| tokens.of_span(start, end));
            spans.add(Span { tag: index, label, tokens }, tag_id, (start, end));
        }
        spans
    }

    /// The entity, the note and the attributes of a span.
    fn add_details(
        &mut self,
        span: &Json,
        place: &str,
        tag: &mut DraftTag,
        mentions: &Mentions<'_>,
        draft: &mut Draft,
    ) {
        if let (Some(id), Some(&(start, end))) = (span.get("kb_id").and_then(id_of), tag.fragments.first())
            && !id.is_empty()
        {
            tag.entity = Some(self.entities.find(&id, &mentions.name(start, end, &id), draft));
        }
        tag.note = text_of(span, "note").to_owned();
        let mut attributes = BTreeMap::new();
        for (name, value) in fields_of(span.get("attributes")) {
            match AttributeValue::from_json(value.clone()) {
                Ok(value) => drop(attributes.insert(name.clone(), value)),
                Err(_) => warn(draft, place.to_owned(), RecordProblem::AttributeValue(name.clone())),
            }
        }
        tag.attributes = attributes;
    }
}

/// What is the same in all records about one article.
fn hash_of(record: &Json, text: &str) -> Option<(String, String)> {
    record.get("_input_hash").and_then(id_of).map(|hash| (hash, text.to_owned()))
}

/// The ids of the tokens of a record by where they begin and end.
#[derive(Default)]
struct TokenIds {
    starts: HashMap<u32, u32>,
    ends: HashMap<u32, u32>,
}

impl TokenIds {
    fn of(record: &Json) -> Self {
        let mut ids = Self::default();
        for (at, token) in list_of(record, "tokens").iter().enumerate() {
            let field = |name: &str| token.get(name).and_then(Json::as_u32);
            let id = field("id").unwrap_or(at as u32);
            ids.starts.extend(field("start").map(|start| (start, id)));
            ids.ends.extend(field("end").map(|end| (end, id)));
        }
        ids
    }

    /// The first and the last token of a span.
    fn of_span(&self, start: u32, end: u32) -> Option<(u32, u32)> {
        self.starts.get(&start).copied().zip(self.ends.get(&end).copied())
    }
}

impl Spans {
    fn add(&mut self, span: Span, tag_id: String, offsets: (u32, u32)) {
        if !tag_id.is_empty() {
            self.by_label.entry((tag_id.clone(), span.label.clone())).or_insert(span.tag);
            self.by_id.entry(tag_id).or_insert(span.tag);
        }
        self.by_offsets.entry(offsets).or_default().push(self.all.len());
        self.all.push(span);
    }

    /// The tag at the end of a relation: that with its id, at its offsets, or with its token.
    fn tag_of(&self, described: Option<&Json>, token: Option<u32>) -> Option<usize> {
        let id = described.map_or("", |span| text_of(span, "tag_id"));
        if let Some(tag) = self.by_id.get(id) {
            return Some(*tag);
        }
        let offset = |name: &str| described.and_then(|span| span.get(name)).and_then(Json::as_u32);
        let Some(offsets) = offset("start").zip(offset("end")) else {
            let has_token = |span: &&Span| {
                span.tokens.zip(token).is_some_and(|((first, last), token)| (first..=last).contains(&token))
            };
            return self.all.iter().find(has_token).map(|span| span.tag);
        };
        let there = || self.by_offsets.get(&offsets).into_iter().flatten().filter_map(|&at| self.all.get(at));
        let label = described.and_then(|span| span.get("label")).and_then(id_of);
        let with_label = there().find(|span| label.as_ref() == Some(&span.label));
        with_label.or_else(|| there().next()).map(|span| span.tag)
    }
}

fn warn(draft: &mut Draft, place: String, problem: RecordProblem) {
    draft.warnings.push(ImportWarning::Record { place, problem });
}

fn tag_of(span: &Json) -> Result<DraftTag, RecordProblem> {
    let offset = |name: &str| {
        let found = span.get(name).and_then(Json::as_u32);
        found.ok_or_else(|| RecordProblem::NotUnderstood(excerpt(&span.to_string())))
    };
    let fragments = vec![(offset("start")?, offset("end")?)];
    let label = span.get("label").and_then(id_of).filter(|label| !label.is_empty()).ok_or(RecordProblem::NoLabel)?;
    let covered = span.get("text").and_then(Json::as_str).map(str::to_owned);
    Ok(DraftTag { id: text_of(span, "tag_id").to_owned(), label, fragments, covered, ..DraftTag::default() })
}

fn add_relations(record: &Record, article: usize, spans: &Spans, draft: &mut Draft) {
    for (at, relation) in list_of(&record.value, "relations").iter().enumerate() {
        let place = record.place_of(&format!("relations[{at}]"));
        let end = |token: &str, span: &str| {
            let tag = spans.tag_of(relation.get(span), relation.get(token).and_then(Json::as_u32))?;
            Some(TagIndex { article, tag })
        };
        let (Some(from), Some(to)) = (end("head", "head_span"), end("child", "child_span")) else {
            warn(draft, place, RecordProblem::NoAnnotation);
            continue;
        };
        let kind = relation.get("label").and_then(id_of).unwrap_or_default();
        let id = text_of(relation, "id").to_owned();
        draft.relations.push(DraftRelation { place, id, kind, from, to, ..DraftRelation::default() });
    }
}
