//! Suggests passages that say the same, in the same or in other words, in one article or in two.

mod open;
mod passages;
mod reason;

use super::{Open, Rule, SuggestedLabel, SuggestedSpan, Suggestion, SuggestionKind, claim_label};
use crate::analysis::likeness::prepare_index;
use crate::analysis::parsed::ParsedArticles;
use crate::model::{LabelId, RelationType, Schema};

pub(super) use open::claims;
pub use passages::Passage;

use passages::Pair;

/// Passages that say the same.
pub(super) static RULE: Rule = Rule {
    kind: SuggestionKind::Repeat,
    version: 3,
    fits: |schema| relation_type(schema).is_some(),
    prepare: prepare_index,
    find,
    reads: &[],
    open: Open::ByArticle(open::open),
};

/// The relation type for repeats, if it may connect claims.
fn relation_type(schema: &Schema) -> Option<&RelationType> {
    let claim = claim_label(schema)?;
    let allows = |labels: &[LabelId]| labels.is_empty() || labels.contains(&claim.id);
    schema.find_relation_type("repeats").filter(|kind| allows(&kind.from) && allows(&kind.to))
}

fn find(schema: &Schema, parsed: &ParsedArticles, article: usize) -> Vec<Suggestion> {
    let Some(kind) = relation_type(schema) else { return Vec::new() };
    let label = SuggestedLabel::Relation(kind.id.clone());
    let pairs = passages::pairs(parsed, article);
    pairs.iter().filter_map(|pair| suggestion(parsed, pair, &label)).collect()
}

/// The pairs of passages that say the same, of which the first is in an article (its index) and the second is after it in the same or
/// in a later article.
pub fn repeated_passages(parsed: &ParsedArticles, article: usize) -> Vec<[Passage; 2]> {
    passages::pairs(parsed, article).into_iter().map(|pair| [pair.first, pair.second]).collect()
}

fn suggestion(parsed: &ParsedArticles, pair: &Pair, label: &SuggestedLabel) -> Option<Suggestion> {
    let span = |passage: &Passage| {
        let article = parsed.all().get(passage.article)?;
        Some(SuggestedSpan::new(article.id().clone(), passage.range(article)?))
    };
    Some(Suggestion {
        id: String::new(),
        kind: SuggestionKind::Repeat,
        score: pair.likeness.score,
        reason: reason::reason(parsed, pair)?,
        label: Some(label.clone()),
        spans: vec![span(&pair.first)?, span(&pair.second)?],
        value: None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::fixture_tests::Fixture;
    use crate::analysis::suggestions::{SuggestionReason, Suggestions, accept};
    use crate::model::Project;

    fn open(project: &Project) -> Vec<Suggestion> {
        let mut suggestions = Suggestions::default();
        suggestions.update(project);
        suggestions.open(project).into_iter().filter(|one| one.kind == SuggestionKind::Repeat).collect()
    }

    fn sides(project: &Project) -> Vec<(String, String)> {
        let words = |span: &SuggestedSpan| {
            project.article(&span.article).expect("an article").text.slice(span.range).to_owned()
        };
        open(project).iter().map(|one| (words(&one.spans[0]), words(&one.spans[1]))).collect()
    }

    const FERRY: &str =
        "The Santa Rosa sank within minutes of striking a reef off Cape Valdez. Passengers had asked for life jackets.";

    #[test]
    fn a_sentence_in_other_words_is_a_repeat() {
        let other = "The weather was fine. Within minutes of hitting a reef off Cape Valdez the Santa Rosa went down.";
        let fixture = Fixture::new(&[FERRY, other]);
        let found = sides(fixture.project());
        assert_eq!(found.len(), 1);
        assert!(found[0].0.starts_with("The Santa Rosa sank") && found[0].1.starts_with("Within minutes"));
    }

    #[test]
    fn a_sentence_that_was_divided_is_one_side() {
        let one = "Hundreds of residents of Marlow marched to the town hall on Friday and handed the mayor a petition against the incinerator.";
        let two = "On Friday, hundreds of Marlow residents marched to the town hall. They handed the mayor a petition against the incinerator. It rained.";
        let fixture = Fixture::new(&[one, two]);
        let found = sides(fixture.project());
        assert_eq!(found.len(), 1);
        assert!(found[0].1.starts_with("On Friday") && found[0].1.ends_with("incinerator."), "{found:?}");
    }

    #[test]
    fn nearly_equal_sentences_say_how_many_words_differ() {
        let fixture = Fixture::new(&[
            "The committee rejected the proposal by twelve votes to three.",
            "The committee has rejected the proposal by twelve votes to four.",
        ]);
        let reasons: Vec<_> = open(fixture.project()).into_iter().map(|one| one.reason).collect();
        assert_eq!(reasons, [SuggestionReason::SameSentence { differing: 2 }]);
    }

    #[test]
    fn other_statements_about_the_same_are_no_repeats() {
        let texts = [
            "Anna Keller, the mayor of Marlow, opened the new bridge on Monday.",
            "Anna Keller said she would not stand for another term as mayor.",
            "Reporting by Anna Keller in Marlow; editing by Tom Reed in London.",
            "Reporting by Anna Keller in Marlow; editing by Tom Reed in Paris.",
        ];
        assert_eq!(sides(Fixture::new(&texts).project()), []);
    }

    #[test]
    fn a_headline_repeats_the_beginning_of_its_text() {
        let text =
            "Dam bursts above Marlow\n\nThe dam above the town of Marlow burst on Friday night after days of rain.";
        assert_eq!(sides(Fixture::new(&[text]).project()).len(), 1);
    }

    #[test]
    fn a_sentence_beside_passages_that_are_alike_is_more_likely_a_repeat() {
        // The odds that the last sentences say the same.
        let score = |before: [&str; 2]| {
            let own = format!("{} The builder of the tunnel was paid months late.", before[0]);
            let other = format!("{} They paid the tunnel builder three months late.", before[1]);
            let found = open(Fixture::new(&[&own, &other]).project());
            let is_last = |one: &&Suggestion| one.spans[0].range.end().index() == own.len();
            let score = found.iter().find(is_last).map_or(0.0, |one| one.score);
            score / (1.0 - score)
        };
        let first = "Rosa Lund opened the Kelvin bridge in Marlow on Monday.";
        let same = score([first, "The Kelvin bridge in Marlow was opened on Monday by Rosa Lund."]);
        assert!(same > 2.0 * score([first, "Rain fell all day."]), "{same}");
    }

    #[test]
    fn short_sentences_and_a_passage_with_another_extent_are_no_further_pairs() {
        let texts =
            ["Read more here.\n\nWe let our users down badly.", "Read more here.\n\nWe let our users down badly."];
        let found = sides(Fixture::new(&texts).project());
        assert_eq!(found.len(), 1, "{found:?}");
        let fixture = Fixture::new(&[FERRY, FERRY, FERRY]);
        let found = sides(fixture.project());
        assert_eq!(found.len(), 6, "{found:?}");
        let distinct: std::collections::BTreeSet<_> = found.iter().map(|(first, _)| first).collect();
        assert_eq!(distinct.len(), 2, "{found:?}");
    }

    #[test]
    fn related_claims_are_not_suggested_again() {
        let mut fixture = Fixture::new(&[FERRY, FERRY]);
        let all = open(fixture.project());
        assert_eq!(all.len(), 2);
        let command = accept(fixture.project(), &all, &|_, _| String::new()).expect("a command");
        fixture.act(command);
        assert_eq!(fixture.project().relation_records().values().count(), 2);
        assert_eq!(open(fixture.project()), []);
    }
}
