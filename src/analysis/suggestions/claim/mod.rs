//! Suggests sentences worth a claim.
//!
//! The score of a sentence is that of a logistic function: [`BASE`] and the weights of its features ([`weight`]) are added up, and the
//! sum `s` becomes `1 / (1 + e^-s)`. A sentence is suggested from [`LEAST`] on. The weights were fitted to the evaluation set
//! (`tests/evaluation`) by logistic regression and rounded.

mod feature;
mod features;

use std::rc::Rc;

use super::{Open, Rule, SuggestedLabel, SuggestedSpan, Suggestion, SuggestionKind, SuggestionReason, claim_label};
use crate::analysis::parsed::{ParsedArticle, ParsedArticles, Sentence};
use crate::analysis::speech::quotations;
use crate::model::{Annotation, LabelKind, Project, Schema};
use crate::text::TextRange;

pub use feature::ClaimFeature;
use features::features;

/// Sentences worth a claim.
pub(super) static RULE: Rule = Rule {
    kind: SuggestionKind::Claim,
    version: 1,
    fits: |schema| claim_label(schema).is_some(),
    prepare: super::rule::nothing_to_prepare,
    find,
    reads: &[],
    open: Open::ByArticle(open),
};

/// The sum for a sentence without features.
const BASE: f64 = -0.4;

/// The lowest score of a suggestion.
const LEAST: f64 = 0.5;

/// The weight of a feature.
fn weight(feature: ClaimFeature) -> f64 {
    match feature {
        ClaimFeature::Figures => 1.7,
        ClaimFeature::Figure | ClaimFeature::Past => 1.0,
        ClaimFeature::Change => 0.9,
        ClaimFeature::Act => 0.7,
        ClaimFeature::Name | ClaimFeature::Comparison => 0.4,
        ClaimFeature::Names | ClaimFeature::Superlative | ClaimFeature::Cause | ClaimFeature::Long => 0.2,
        ClaimFeature::Date | ClaimFeature::Saying => 0.1,
        ClaimFeature::Possibility => -0.2,
        ClaimFeature::Wish => -0.4,
        ClaimFeature::Short => -0.5,
        ClaimFeature::Opinion => -1.0,
        ClaimFeature::Quoted => -1.1,
        ClaimFeature::Heading => -3.0,
        ClaimFeature::Question => -4.0,
    }
}

/// The score of a sentence with these features.
fn score(features: &[ClaimFeature]) -> f64 {
    let sum: f64 = BASE + features.iter().map(|&feature| weight(feature)).sum::<f64>();
    1.0 / (1.0 + (-sum).exp())
}

fn find(schema: &Schema, articles: &ParsedArticles, index: usize) -> Vec<Suggestion> {
    let (Some(label), Some(article)) = (claim_label(schema), articles.all().get(index)) else { return Vec::new() };
    let quotations = quotations(article);
    let suggestion = |sentence: &Sentence| {
        let range = claim_range(article, sentence)?;
        let line = article.article.text.line_at(sentence.range.start());
        if (article.language.is_boilerplate)(article.slice(line)) {
            return None;
        }
        let features = features(article, sentence, &quotations)?;
        let score = score(&features);
        let reason =
            SuggestionReason::CheckWorthy(features.into_iter().filter(|&feature| weight(feature) > 0.0).collect());
        (score >= LEAST).then(|| Suggestion {
            id: String::new(),
            kind: SuggestionKind::Claim,
            score,
            reason,
            label: Some(SuggestedLabel::Label(label.id.clone())),
            spans: vec![SuggestedSpan::new(article.id().clone(), range)],
            value: None,
        })
    };
    article.sentences.iter().filter_map(suggestion).collect()
}

/// The words of a sentence that carry the claim: without the place and agency of its first line ("LONDON (Reuters) - "), a list mark before
/// it, and quotation marks without counterpart.
fn claim_range(article: &ParsedArticle, sentence: &Sentence) -> Option<TextRange> {
    let (mut start, mut end) = (sentence.range.start().index(), sentence.range.end().index());
    let text = article.article.text.as_str();
    start += dateline(&text[start..end]);
    let words = &text[start..end];
    start += words.len()
        - words.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '•' | '*' | '-' | '–' | '·')).len();
    for (open, close) in [('“', '”'), ('‘', '’'), ('"', '"'), ('«', '»')] {
        let words = &text[start..end];
        let count = |mark: char| words.matches(mark).count();
        let is_unbalanced = if open == close { count(open) % 2 == 1 } else { count(open) > count(close) };
        if is_unbalanced && words.starts_with(open) {
            start += open.len_utf8();
        }
        let words = &text[start..end];
        let is_unbalanced = if open == close {
            words.matches(close).count() % 2 == 1
        } else {
            words.matches(close).count() > words.matches(open).count()
        };
        if is_unbalanced && words.ends_with(close) && close != '’' {
            end -= close.len_utf8();
        }
    }
    let words = &text[start..end];
    let range = TextRange::from_indices(start + words.len() - words.trim_start().len(), start + words.trim_end().len());
    let own = &article.article.text;
    let range = TextRange::new(own.floor_grapheme(range.start()), own.ceil_grapheme(range.end()));
    (!range.is_empty()).then_some(range)
}

/// The length in bytes of the dateline that a sentence begins with: capital letters and brackets up to a dash.
fn dateline(sentence: &str) -> usize {
    let dash = [" - ", " – ", " — ", " -- "].iter().filter_map(|dash| Some((sentence.find(dash)?, dash.len()))).min();
    let Some((at, length)) = dash.filter(|&(at, _)| at <= 60) else { return 0 };
    let before = &sentence[..at];
    let first = before.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    let is_place = first.chars().count() > 1 && first.chars().all(char::is_uppercase);
    if is_place || before.ends_with(')') && before.len() < 40 { at + length } else { 0 }
}

/// What no claim overlaps yet.
fn open(project: &Project, _: &ParsedArticles, found: &[&Suggestion]) -> Vec<Suggestion> {
    let is_claim =
        |one: &Rc<Annotation>| project.schema().label(&one.label).is_some_and(|label| label.kind == LabelKind::Claim);
    let is_open = |one: &&Suggestion| {
        one.spans.first().is_some_and(|span| {
            !project.annotations_of(&span.article).overlapping(span.range).any(|(_, other)| is_claim(other))
        })
    };
    found.iter().copied().filter(is_open).cloned().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::suggestions::Suggestions;
    use crate::analysis::tests::editor;
    use crate::edit::{Command, NewAnnotation, Stamp};

    /// What is suggested in a text.
    fn suggested(text: &str) -> Vec<String> {
        open_in(editor(&[text]).project())
    }

    fn open_in(project: &Project) -> Vec<String> {
        let mut suggestions = Suggestions::default();
        suggestions.update(project);
        let mut open = suggestions.open(project);
        open.retain(|one| one.kind == SuggestionKind::Claim);
        let words = |one: &Suggestion| project.articles()[0].text.slice(one.spans[0].range).to_owned();
        open.iter().map(words).collect()
    }

    #[test]
    fn figures_acts_and_changes_are_worth_a_claim() {
        for text in [
            "More than 400 people were rescued from the flooded valley on Monday.",
            "Police arrested a man from Leeds.",
            "The share of trains that run late has doubled since March.",
            "The council approved the plan by 14 votes to three.",
        ] {
            assert_eq!(suggested(text), [text]);
        }
    }

    #[test]
    fn questions_opinions_headings_and_captions_are_not() {
        for text in [
            "Why were 400 people left in the valley?",
            "I feel so sad.",
            "“It is a terrible shame, and I am sorry for you all,” she said.",
            "Flood Leaves 400 Homeless",
            "Pictured: a man waits beside the river on Monday",
            "Getty",
            "By Ada Lowe and Tom Berg",
            "Thank you.",
            "1.",
            "",
        ] {
            assert_eq!(suggested(text), Vec::<String>::new(), "{text}");
        }
    }

    #[test]
    fn the_dateline_and_lonely_quotation_marks_are_left_out() {
        assert_eq!(
            suggested("LONDON, March 3 (Reuters) - The bank lost $40 million last year."),
            ["The bank lost $40 million last year."]
        );
        assert_eq!(
            suggested("“The bank lost $40 million last year. It sold 12 branches and 40 offices in Leeds.”"),
            ["The bank lost $40 million last year.", "It sold 12 branches and 40 offices in Leeds."]
        );
        assert_eq!(suggested("• Police arrested 12 men in Leeds"), ["Police arrested 12 men in Leeds"]);
    }

    #[test]
    fn a_claim_closes_what_it_overlaps() {
        let text = "Police arrested 12 men in Leeds. They released three of them on Friday.";
        let mut editor = editor(&[text]);
        assert_eq!(open_in(editor.project()).len(), 2);
        let (id, at) = (editor.project().articles()[0].id.clone(), editor.project().created.clone());
        let tag = NewAnnotation::tag(id, TextRange::from_indices(7, 22), "Claim".into());
        editor.perform(Command::Annotate(tag), Stamp { at, by: String::new() }).expect("a claim");
        assert_eq!(open_in(editor.project()), ["They released three of them on Friday."]);
    }
}
