//! What accepting suggestions makes: one command, in which each suggestion finds what those before it make, as if they had been
//! accepted one after the other.

mod entities;
mod tags;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use super::claims::{attribute, claim_label, lacks_source};
use super::{SuggestedLabel, SuggestedSpan, SuggestedValue, Suggestion, SuggestionKind};
use crate::analysis::parsed::ParsedArticle;
use crate::edit::{
    AcceptedPrediction, AnnotationPatch, AttributePatch, Command, EntityFields, LinkTo, NewAnnotation, NewSource, Side,
};
use crate::model::{
    AnnotationId, ArticleId, AttributeKind, AttributeValue, Entity, EntityId, Label, LabelKind, Project, RelationTypeId,
};
use crate::order;
use entities::{LinkedEntities, LinkedEntity};
use tags::{Tag, Tags};

/// Words a conflicting description, and what others say, as a note.
pub type ConflictNote<'a> = &'a dyn Fn(&str, &[String]) -> String;

/// The command that accepts suggestions as one change, kind by kind; `None` if there is nothing to make.
pub fn accept(project: &Project, suggestions: &[Suggestion], note: ConflictNote<'_>) -> Option<Command> {
    let mut all: Vec<&Suggestion> = suggestions.iter().collect();
    order::sort_by(&mut all, |a, b| a.kind.cmp(&b.kind));
    let mut accepted = Accepted::new(project);
    all.into_iter().for_each(|one| _ = accepted.add(one, note));
    accepted.relate_claims();
    accepted.command()
}

/// What has been accepted so far.
struct Accepted<'a> {
    project: &'a Project,
    claim: Option<&'a Label>,
    tags: Tags<'a>,
    entities: LinkedEntities,
    /// The attributes of claims that the project has, and of new ones whose source is an entity of this command.
    attributes: BTreeMap<Tag, AttributePatch>,
    /// The claims whose source is an entity of this command.
    sourced: BTreeSet<Tag>,
    notes: Vec<(EntityId, Vec<String>)>,
    /// Pairs of which both sides are claims by now.
    pairs: Vec<&'a Suggestion>,
    relations: Vec<Command>,
    predictions: Vec<AcceptedPrediction>,
    parsed: BTreeMap<ArticleId, ParsedArticle>,
}

impl<'a> Accepted<'a> {
    fn new(project: &'a Project) -> Self {
        let claim = claim_label(project.schema());
        Self {
            project,
            claim,
            tags: Tags::new(project, claim.map(|label| label.id.clone())),
            entities: LinkedEntities::default(),
            attributes: BTreeMap::new(),
            sourced: BTreeSet::new(),
            notes: Vec::new(),
            pairs: Vec::new(),
            relations: Vec::new(),
            predictions: Vec::new(),
            parsed: BTreeMap::new(),
        }
    }

    fn add(&mut self, suggestion: &'a Suggestion, note: ConflictNote<'_>) -> Option<()> {
        match (suggestion.kind, suggestion.spans.as_slice()) {
            (SuggestionKind::Entity | SuggestionKind::Mention | SuggestionKind::Claim, [span, ..]) => {
                self.tag(suggestion, span)
            }
            (SuggestionKind::Prediction, [span, ..]) => self.predicted(suggestion, span),
            (SuggestionKind::SameEntity, _) => self.same_entity(suggestion, note),
            (SuggestionKind::Speaker, [source, content, ..]) => self.speaker(suggestion, (source, content)),
            (SuggestionKind::Repeat | SuggestionKind::Number, [from, to, ..]) => self.pair(suggestion, (from, to)),
            (SuggestionKind::Relation, [_, _, ..]) => {
                self.pairs.push(suggestion);
                None
            }
            _ => None,
        }
    }

    fn tag(&mut self, suggestion: &Suggestion, span: &SuggestedSpan) -> Option<()> {
        let Some(SuggestedLabel::Label(label)) = &suggestion.label else { return None };
        let kind = self.project.schema().label(label).map(|label| label.kind);
        let is_claim = suggestion.kind == SuggestionKind::Claim && kind == Some(LabelKind::Claim);
        if !is_claim || self.tags.of_kind(LabelKind::Claim, &span.article, span.range).is_empty() {
            self.tags.add(NewAnnotation::tag(span.article.clone(), span.range, label.clone()), false);
        }
        Some(())
    }

    /// A tag as another tool proposes it, or with the edges or the label that the user has given it.
    fn predicted(&mut self, suggestion: &Suggestion, span: &SuggestedSpan) -> Option<()> {
        let Some(SuggestedLabel::Label(label)) = &suggestion.label else { return None };
        let Some(SuggestedValue::Predicted(predictions)) = &suggestion.value else { return None };
        let prediction = self.project.prediction(&span.article, predictions.first()?)?;
        let mut tag = NewAnnotation::tag(span.article.clone(), span.range, label.clone());
        tag.ranges = suggestion.spans.iter().map(|span| span.range).collect();
        tag.note.clone_from(&prediction.tag.note);
        if *label == prediction.tag.label {
            tag.attributes.clone_from(&prediction.tag.attributes);
        }
        self.tags.add(tag.clone(), true);
        self.predictions.push(AcceptedPrediction { tag, predictions: predictions.clone() });
        Some(())
    }

    /// Links all mentions to one entity, or notes a conflict on the entity.
    fn same_entity(&mut self, suggestion: &Suggestion, note: ConflictNote<'_>) -> Option<()> {
        let Some(SuggestedValue::Conflict { entity, description, others }) = &suggestion.value else {
            let mentions: Vec<_> = suggestion.spans.iter().filter_map(|span| span.annotation.clone()).collect();
            return self.entities.link(self.project, &mentions);
        };
        let (entity, line) = (entity.as_ref()?, note(description, others));
        match self.notes.iter_mut().find(|(known, _)| known == entity) {
            Some((_, lines)) if lines.contains(&line) => {}
            Some((_, lines)) => lines.push(line),
            None => self.notes.push((entity.clone(), vec![line])),
        }
        Some(())
    }

    /// Sets the source and the attribution of the claim on what is said, which is made if there is none.
    fn speaker(&mut self, suggestion: &Suggestion, (source, content): (&SuggestedSpan, &SuggestedSpan)) -> Option<()> {
        let Some(SuggestedValue::Speaker { name, entity, attribution, new_entity }) = &suggestion.value else {
            return None;
        };
        let label = self.claim?;
        let known = self.tags.claim_on(content);
        if let Some(claim) = &known
            && !lacks_source(label, &|name| self.has(claim, name), suggestion.value.as_ref())
        {
            return None;
        }
        let mut attributes = AttributePatch::new();
        let mut set =
            |name: &str, value: &str| attributes.insert(name.to_owned(), Some(AttributeValue::Text(value.to_owned())));
        let of_entity = attribute(label, "source").filter(|source| source.kind == AttributeKind::Entity);
        match (attribute(label, "source").map(|source| source.kind), entity) {
            (Some(AttributeKind::Entity), Some(id)) => _ = set("source", id.as_str()),
            (Some(AttributeKind::Text), _) => _ = set("source", name),
            _ => {}
        }
        if let Some(one) = attribute(label, "attribution")
            && (one.kind == AttributeKind::Text || one.choices.iter().any(|choice| choice == attribution.name()))
        {
            set("attribution", attribution.name());
        }
        let claim = match known {
            Some(claim) => claim,
            None => self.tags.add_claim(content, false)?,
        };
        self.attributes.entry(claim.clone()).or_default().extend(attributes);
        if let (Some(_), None, Some(new)) = (of_entity, entity, new_entity)
            && let Some(at) = self.entities.source(&mut self.tags, self.project, source, (name, new))
            && let Some(entity) = self.entities.all.get_mut(at)
        {
            entity.claims.push(claim.clone());
            self.sourced.insert(claim);
        }
        Some(())
    }

    /// Whether a claim has an attribute by now.
    fn has(&self, claim: &Tag, name: &str) -> bool {
        let is_known = match claim {
            Tag::Known(id) => self.project.annotation(id).is_some_and(|one| one.attributes.contains_key(name)),
            Tag::New(_) => false,
        };
        let is_set = || self.attributes.get(claim).is_some_and(|set| set.contains_key(name));
        is_known || is_set() || name == "source" && self.sourced.contains(claim)
    }

    /// Relates the claims on two spans, unless both are there: then, all of them are compared at the end.
    fn pair(&mut self, suggestion: &'a Suggestion, (from, to): (&SuggestedSpan, &SuggestedSpan)) -> Option<()> {
        let [first, second] = [from, to].map(|span| self.claims_of(suggestion.kind, span));
        if !first.is_empty() && !second.is_empty() {
            self.pairs.push(suggestion);
            return None;
        }
        let from = self.first_or_new(suggestion.kind, first, from)?;
        let to = self.first_or_new(suggestion.kind, second, to)?;
        self.relate(suggestion, (from, to))
    }

    /// The claims on one side of a pair.
    fn claims_of(&self, kind: SuggestionKind, span: &SuggestedSpan) -> Vec<Tag> {
        let named = span.annotation.as_ref().filter(|id| self.project.annotation(id).is_some());
        match (kind, named) {
            (SuggestionKind::Relation, Some(id)) => vec![Tag::Known(id.clone())],
            (SuggestionKind::Number, _) => self.tags.claims_around(span),
            _ => self.tags.claim_about(span).into_iter().collect(),
        }
    }

    fn first_or_new(&mut self, kind: SuggestionKind, claims: Vec<Tag>, span: &SuggestedSpan) -> Option<Tag> {
        if let Some(first) = claims.into_iter().next() {
            return Some(first);
        }
        let sentence = if kind == SuggestionKind::Number { self.sentence_around(span) } else { None };
        self.tags.add_claim(sentence.as_ref().unwrap_or(span), true)
    }

    /// The sentence around a figure: the claim that is made of it.
    fn sentence_around(&mut self, span: &SuggestedSpan) -> Option<SuggestedSpan> {
        let article = self.project.article(&span.article)?;
        let parsed = self.parsed.entry(span.article.clone()).or_insert_with(|| ParsedArticle::new(article.clone()));
        let sentence = parsed.sentences.get(parsed.sentence_at(span.range.start().index())?)?;
        sentence.range.contains(span.range).then(|| SuggestedSpan { range: sentence.range, ..span.clone() })
    }

    fn relate(&mut self, suggestion: &Suggestion, (from, to): (Tag, Tag)) -> Option<()> {
        let kind = relation(suggestion)?.clone();
        self.tags.relate(&from, &to);
        let (from, to) = (Box::new(self.tags.side(&from)?), Box::new(self.tags.side(&to)?));
        self.relations.push(Command::Connect { kind, from, to });
        Some(())
    }

    /// Relates the pairs of which both sides are claims, each once: figures first, as two claims that differ in a figure do not repeat
    /// each other.
    fn relate_claims(&mut self) {
        let mut pairs = std::mem::take(&mut self.pairs);
        order::sort_by(&mut pairs, |a, b| {
            (a.kind != SuggestionKind::Number, a.kind).cmp(&(b.kind != SuggestionKind::Number, b.kind))
        });
        for pair in pairs {
            let [from, to, ..] = pair.spans.as_slice() else { continue };
            let (own, others) = (self.claims_of(pair.kind, from), self.claims_of(pair.kind, to));
            if own.iter().any(|a| others.iter().any(|b| self.tags.are_related(a, b))) {
                continue;
            }
            let from = self.first_or_new(pair.kind, own, from);
            let to = self.first_or_new(pair.kind, others, to);
            _ = from.zip(to).and_then(|pair_of_claims| self.relate(pair, pair_of_claims));
        }
    }

    /// All of it as one command: tags first, so that relations find them.
    fn command(mut self) -> Option<Command> {
        let mut commands: Vec<Command> = Vec::new();
        let mut links: Vec<(LinkTo, Vec<AnnotationId>)> = Vec::new();
        for entity in std::mem::take(&mut self.entities.all) {
            if entity.claims.is_empty() {
                let known = |tag| if let Tag::Known(id) = tag { Some(id) } else { None };
                links.push((entity.to, entity.mentions.into_iter().filter_map(known).collect()));
            } else {
                commands.extend(self.source(entity));
            }
        }
        if !links.is_empty() {
            commands.push(Command::LinkAll(links));
        }
        for (claim, attributes) in std::mem::take(&mut self.attributes) {
            match claim {
                Tag::Known(id) => {
                    commands.push(Command::Update(id, AnnotationPatch { attributes, ..AnnotationPatch::default() }));
                }
                Tag::New(at) => {
                    let values = attributes.into_iter().filter_map(|(name, value)| Some((name, value?)));
                    self.tags.new.get_mut(at)?.tag.attributes.extend(values);
                }
            }
        }
        let notes = self.notes.iter().filter_map(|(id, lines)| Some(noted(self.project.entity(id)?, lines)));
        commands.extend(notes);
        commands.extend(self.relations);
        let mut tags: Vec<NewAnnotation> =
            self.tags.new.into_iter().filter(|new| !new.is_made_elsewhere).map(|new| new.tag).collect();
        match tags.len() {
            0 => {}
            1 => commands.insert(0, Command::Annotate(tags.remove(0))),
            _ => commands.insert(0, Command::AnnotateAll(tags)),
        }
        if !self.predictions.is_empty() {
            commands.insert(0, Command::AcceptPredictions(self.predictions));
        }
        if commands.len() < 2 { commands.pop() } else { Some(Command::All(commands)) }
    }

    /// Sets an entity as the source of claims, with all of their attributes.
    fn source(&mut self, entity: LinkedEntity) -> Option<Command> {
        let attribute = attribute(self.claim?, "source")?.name.clone();
        let mut of: Vec<(Side, AttributePatch)> = Vec::new();
        for claim in entity.claims {
            of.push((self.tags.side(&claim)?, self.attributes.remove(&claim).unwrap_or_default()));
            self.tags.make_elsewhere(&claim);
        }
        let mentions = entity.mentions.iter().filter_map(|mention| self.tags.side(mention)).collect();
        entity.mentions.iter().for_each(|mention| self.tags.make_elsewhere(mention));
        Some(Command::SetSource(Box::new(NewSource { entity: entity.to, mentions, attribute, of })))
    }
}

/// The relation type of a suggestion.
fn relation(suggestion: &Suggestion) -> Option<&RelationTypeId> {
    match suggestion.label.as_ref()? {
        SuggestedLabel::Relation(kind) => Some(kind),
        SuggestedLabel::Label(_) => None,
    }
}

fn noted(entity: &Entity, lines: &[String]) -> Command {
    let lines = lines.join("\n");
    let note = if entity.note.is_empty() { lines } else { format!("{}\n{lines}", entity.note) };
    let fields = EntityFields {
        name: entity.name.clone(),
        label: entity.label.clone(),
        aliases: entity.aliases.clone(),
        identifiers: entity.identifiers.clone(),
        note,
    };
    Command::UpdateEntity(entity.id.clone(), fields)
}
