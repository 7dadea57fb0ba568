//! Suggests the source and the attribution of claims: who says it, and whether it is quoted.

mod entities;
mod new_source;

use std::collections::BTreeMap;
use std::rc::Rc;

use super::claims::{attribute, common_if_about, lacks_source};
use super::entity::label_of_speakers;
use super::{
    Open, Rule, SpokenBy, SuggestedLabel, SuggestedSpan, SuggestedValue, Suggestion, SuggestionKind, SuggestionReason,
    claim_label,
};
use crate::analysis::named::names;
use crate::analysis::parsed::ParsedArticles;
use crate::analysis::speech::{Speech, speeches};
use crate::model::{Annotation, Label, Project, Schema};
use crate::text::TextRange;

use entities::Entities;
use new_source::new_source;

/// Sources of claims.
pub(super) static RULE: Rule = Rule {
    kind: SuggestionKind::Speaker,
    version: 1,
    fits,
    prepare: super::rule::nothing_to_prepare,
    find,
    reads: &[],
    open: Open::AtOnce(open),
};

/// The lowest confidence of a suggestion.
const LEAST: f64 = 0.25;

fn fits(schema: &Schema) -> bool {
    claim_label(schema)
        .is_some_and(|label| attribute(label, "source").is_some() || attribute(label, "attribution").is_some())
}

fn find(schema: &Schema, articles: &ParsedArticles, index: usize) -> Vec<Suggestion> {
    let (Some(label), Some(article)) = (claim_label(schema), articles.all().get(index)) else { return Vec::new() };
    let people = label_of_speakers(schema);
    let names = if people.is_some() { names(articles, index) } else { Vec::new() };
    let suggestion = |speech: Speech| {
        let new_entity = people.and_then(|people| new_source((schema, people), article, &names, &speech));
        let span = |range: TextRange| SuggestedSpan::new(article.id().clone(), range);
        let cue = speech.cue.map(|cue| article.slice(cue).to_owned()).unwrap_or_default();
        let spans = [Some(speech.source), Some(speech.content), speech.cue];
        Suggestion {
            id: String::new(),
            kind: SuggestionKind::Speaker,
            score: speech.score,
            reason: SuggestionReason::Speech(SpokenBy {
                name: speech.name.clone(),
                cue,
                attribution: speech.attribution,
            }),
            label: Some(SuggestedLabel::Label(label.id.clone())),
            spans: spans.into_iter().flatten().map(span).collect(),
            value: Some(SuggestedValue::Speaker {
                name: speech.name,
                entity: None,
                attribution: speech.attribution,
                new_entity,
            }),
        }
    };
    speeches(article).into_iter().filter(|speech| speech.score >= LEAST).map(suggestion).collect()
}

/// What accepting would change: with the claims and the entities of the project.
fn open(project: &Project, _: &ParsedArticles, found: &[&Suggestion]) -> Vec<Suggestion> {
    let Some(label) = claim_label(project.schema()) else { return Vec::new() };
    let full = full_names(found);
    let entities = Entities::new(project);
    let open = |one: &Suggestion| {
        let mut one = one.clone();
        let Some(SuggestedValue::Speaker { name, entity, new_entity, .. }) = &mut one.value else { return None };
        if let Some(long) = full.get(name.as_str()).copied().flatten() {
            long.clone_into(name);
        }
        *entity = one.spans.first().and_then(|source| Entities::at(project, source)).or_else(|| entities.named(name));
        if let Some(entity) = entity.as_ref().and_then(|id| project.entity(id)) {
            entity.name.clone_into(name);
        }
        if entity.is_some() || entities.is_of_several(name) {
            *new_entity = None;
        }
        if let SuggestionReason::Speech(by) = &mut one.reason {
            by.name.clone_from(name);
        }
        let claim = one.spans.get(1).and_then(|content| claim_on(project, label, content));
        if let Some(claim) = claim {
            if !lacks_source(label, &|name| claim.attributes.contains_key(name), one.value.as_ref()) {
                return None;
            }
            if let Some(content) = one.spans.get_mut(1) {
                content.annotation = Some(claim.id.clone());
            }
        }
        Some(one)
    };
    found.iter().copied().filter_map(open).collect()
}

/// The full name for each surname that only one of the names found in the articles has; `None` for surnames of several.
fn full_names<'a>(found: &[&'a Suggestion]) -> BTreeMap<&'a str, Option<&'a str>> {
    let mut full: BTreeMap<&str, Option<&str>> = BTreeMap::new();
    for one in found {
        let Some(SuggestedValue::Speaker { name, .. }) = &one.value else { continue };
        let mut words = name.split(' ');
        let is_name =
            (2..=4).contains(&words.clone().count()) && words.clone().all(|word| word.starts_with(char::is_uppercase));
        if let Some(last) = words.next_back().filter(|_| is_name) {
            let known = full.entry(last).or_insert(Some(name));
            if known.is_some_and(|known| known != name) {
                *known = None;
            }
        }
    }
    full
}

/// The claim on what is said: the one that has most in common with it, at least half of the shorter one.
fn claim_on(project: &Project, label: &Label, content: &SuggestedSpan) -> Option<Rc<Annotation>> {
    let set = project.annotations_of(&content.article);
    let claims = set.overlapping(content.range).filter(|(_, one)| one.label == label.id);
    let about = claims.filter_map(|(range, one)| Some((common_if_about(range, content.range)?, one)));
    about.max_by_key(|(common, _)| *common).map(|(_, one)| one.clone())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::suggestions::{Suggestions, accept};
    use crate::analysis::tests::editor;
    use crate::edit::{Command, Editor, EntityFields, LinkTo, NewAnnotation, Stamp};
    use crate::model::{AnnotationId, AttributeValue};

    fn open_in(project: &Project) -> Vec<Suggestion> {
        let mut suggestions = Suggestions::default();
        suggestions.update(project);
        let mut open = suggestions.open(project);
        open.retain(|one| one.kind == SuggestionKind::Speaker);
        open
    }

    fn perform(editor: &mut Editor, command: Command) -> Option<AnnotationId> {
        let at = editor.project().created.clone();
        editor.perform(command, Stamp { at, by: String::new() }).expect("a change");
        editor.project().all_annotations().last().map(|one| one.id.clone())
    }

    fn tag(editor: &mut Editor, article: usize, words: &str, label: &str) -> AnnotationId {
        let article = editor.project().articles()[article].clone();
        let start = article.text.as_str().find(words).expect("the words");
        let range = TextRange::from_indices(start, start + words.len());
        perform(editor, Command::Annotate(NewAnnotation::tag(article.id.clone(), range, label.into())));
        let set = editor.project().annotations_of(&article.id);
        let one = set.overlapping(range).find(|(_, one)| one.ranges == [range]).expect("the tag");
        one.1.id.clone()
    }

    fn names(project: &Project) -> Vec<String> {
        let name = |one: &Suggestion| match &one.value {
            Some(SuggestedValue::Speaker { name, .. }) => name.clone(),
            _ => String::new(),
        };
        open_in(project).iter().map(name).collect()
    }

    #[test]
    fn a_full_name_in_another_article_completes_a_surname() {
        let project = editor(&["Lowe said the bridge was closed.", "“We won,” said Ada Lowe."]);
        assert_eq!(names(project.project()), ["Ada Lowe", "Ada Lowe"]);
        let project = editor(&["Lowe said the bridge was closed.", "“We won,” said Ada Lowe. “No,” said Tom Lowe."]);
        assert_eq!(names(project.project()), ["Lowe", "Ada Lowe", "Tom Lowe"]);
    }

    #[test]
    fn the_entity_of_a_mention_or_of_a_name_is_the_source() {
        let mut editor = editor(&["Ada Lowe said the bridge was closed. “We won,” Ms Lowe said."]);
        let mention = tag(&mut editor, 0, "Ada Lowe", "Person");
        let fields =
            EntityFields { name: "Ada Lowe".to_owned(), label: Some("Person".into()), ..EntityFields::default() };
        perform(&mut editor, Command::LinkAll(vec![(LinkTo::New(fields), vec![mention])]));
        let entity = editor.project().entities().next().expect("an entity").id.clone();
        let open = open_in(editor.project());
        assert_eq!(open.len(), 2);
        for one in &open {
            assert!(
                matches!(&one.value, Some(SuggestedValue::Speaker { entity: Some(id), .. }) if *id == entity),
                "{one:?}"
            );
        }
        let command = accept(editor.project(), &open, &|_, _| String::new()).expect("a command");
        perform(&mut editor, command);
        let sources: Vec<_> =
            editor.project().all_annotations().filter_map(|one| one.attributes.get("source").cloned()).collect();
        assert_eq!(sources, vec![AttributeValue::Text(entity.as_str().to_owned()); 2]);
        assert_eq!(open_in(editor.project()), []);
    }

    #[test]
    fn a_claim_on_what_is_said_gets_the_source() {
        let mut editor = editor(&["The bridge is closed, Ada Lowe said on Sunday."]);
        let claim = tag(&mut editor, 0, "The bridge is closed, Ada Lowe said on Sunday.", "Claim");
        let open = open_in(editor.project());
        assert_eq!(open.len(), 1);
        assert_eq!(open[0].spans[1].annotation, Some(claim));
        let command = accept(editor.project(), &open, &|_, _| String::new()).expect("a command");
        perform(&mut editor, command);
        assert_eq!(editor.project().all_annotations().count(), 2, "the claim, and the mention of its source");
        assert_eq!(open_in(editor.project()), []);
    }
}
