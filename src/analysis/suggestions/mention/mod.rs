//! Suggests tags for untagged occurrences of texts that are tagged as an entity elsewhere.

mod known;
mod runs;

use known::{Known, TaggedTexts, is_entity};
use runs::Runs;

use super::rule::nothing_found;
use super::{
    Open, OpenSteps, Rule, Sources, SuggestedLabel, SuggestedSpan, Suggestion, SuggestionKind, SuggestionReason,
};
use crate::analysis::named::names;
use crate::analysis::parsed::{ParsedArticle, ParsedArticles};
use crate::model::{ArticleId, LabelId, LabelKind, Project};
use crate::order;
use crate::text::TextRange;

/// Further places of what is tagged.
pub(super) static RULE: Rule = Rule {
    kind: SuggestionKind::Mention,
    version: 2,
    fits: |schema| schema.labels.iter().any(|label| label.kind == LabelKind::Entity),
    prepare: super::rule::nothing_to_prepare,
    find: nothing_found,
    reads: &[],
    open: Open::InSteps(|| Box::<Mentions>::default()),
};

/// Suggests a tag for each untagged occurrence of a text that is tagged as an entity elsewhere. Matches whole words,
/// is case-sensitive, prefers the longest text, and suggests nothing inside the tag of another entity or inside a longer name: "Trump"
/// in "Melania Trump". A step takes one article: first its tags, then the places in it.
#[derive(Debug, Default)]
struct Mentions {
    /// The texts that are tagged in the articles so far.
    tagged: TaggedTexts,
    /// All of them, when they are known.
    known: Option<Vec<Known>>,
    /// The article that is next.
    at: usize,
}

impl OpenSteps for Mentions {
    fn step(&mut self, sources: &Sources<'_>, open: &mut Vec<Suggestion>) -> bool {
        let Sources { project, parsed, .. } = *sources;
        match (&self.known, parsed.all().get(self.at)) {
            (None, Some(article)) => self.tagged.add(project, &article.article),
            (None, None) => {
                let known = std::mem::take(&mut self.tagged).known(project);
                let is_any = !known.is_empty();
                (self.known, self.at) = (Some(known), 0);
                return is_any;
            }
            (Some(known), Some(article)) => open.extend(in_article(project, parsed, self.at, article, known)),
            (Some(_), None) => return false,
        }
        self.at += 1;
        true
    }
}

/// Whether a range is only a part of one of the names, which are sorted and disjoint.
fn is_part_of_name(names: &[TextRange], range: TextRange) -> bool {
    let at = names.partition_point(|name| name.end() <= range.start());
    names.get(at).is_some_and(|name| name.contains(range) && *name != range)
}

fn in_article(
    project: &Project,
    parsed: &ParsedArticles,
    at: usize,
    article: &ParsedArticle,
    known: &[Known],
) -> Vec<Suggestion> {
    let runs = article.cached(Runs::new);
    let mut here = known.iter().filter(|known| runs.may_have(article, &known.words)).peekable();
    if here.peek().is_none() {
        return Vec::new();
    }
    let set = project.annotations_of(article.id());
    let names: Vec<TextRange> = names(parsed, at).iter().map(|name| name.range).collect();
    let mut taken: Vec<TextRange> = Vec::new();
    let mut found = Vec::new();
    for known in here {
        for range in runs.find(article, &known.words) {
            let inside = |(other, label): (TextRange, &LabelId)| other.contains(range) && is_entity(project, label);
            let is_tagged = set.overlapping(range).any(|(other, one)| inside((other, &one.label)));
            // These are sorted and disjoint, so only the first that ends after the start of the range can overlap it.
            let at = taken.partition_point(|other| other.end() <= range.start());
            if is_tagged || is_part_of_name(&names, range) || taken.get(at).is_some_and(|other| other.overlaps(range)) {
                continue;
            }
            taken.insert(at, range);
            found.push(suggestion(project, article.id(), known, range));
        }
    }
    order::sort_by_key(&mut found, |suggestion| suggestion.spans.first().map(|span| span.range));
    found
}

fn suggestion(project: &Project, article: &ArticleId, known: &Known, range: TextRange) -> Suggestion {
    Suggestion {
        id: String::new(),
        kind: SuggestionKind::Mention,
        score: known.count as f64 / known.total as f64,
        reason: SuggestionReason::Tagged {
            text: known.words.clone(),
            label: project.label_name(&known.label),
            count: known.count,
        },
        label: Some(SuggestedLabel::Label(known.label.clone())),
        spans: vec![SuggestedSpan::new(article.clone(), range)],
        value: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::tests::editor;
    use crate::edit::{Command, NewAnnotation, Stamp};

    /// The suggestions after tagging. A tag is an article, a label, and a text, of which the first occurrence is
    /// tagged.
    fn suggested(texts: &[&str], tags: &[(usize, &str, &str)]) -> Vec<String> {
        let mut editor = editor(texts);
        let stamp = Stamp { at: editor.project().created.clone(), by: String::new() };
        for &(article, label, words) in tags {
            let start = texts[article].find(words).expect("the words");
            let range = TextRange::from_indices(start, start + words.len());
            let id = editor.project().articles()[article].id.clone();
            let tag = NewAnnotation::tag(id, range, label.into());
            editor.perform(Command::Annotate(tag), stamp.clone()).expect("a tag");
        }
        let project = editor.project();
        let parsed = ParsedArticles::update(project, &ParsedArticles::default());
        let show = |one: &Suggestion| {
            let span = &one.spans[0];
            let words = project.article(&span.article).expect("an article").text.slice(span.range).to_owned();
            let label = one.label.as_ref().map_or("", SuggestedLabel::as_str);
            format!("{label} {words}@{} {}", span.range.start().0, one.score)
        };
        let (mut steps, mut open) = (Mentions::default(), Vec::new());
        while steps.step(&Sources { project, parsed: &parsed, found: &[] }, &mut open) {}
        open.iter().map(show).collect()
    }

    #[test]
    fn untagged_occurrences_are_suggested_in_all_articles() {
        let texts = ["Patel met Macron. Patel left.", "Ms Patel spoke"];
        assert_eq!(suggested(&texts, &[(0, "Person", "Patel")]), ["Person Patel@18 1", "Person Patel@3 1"]);
    }

    #[test]
    fn invisible_characters_make_no_other_name() {
        let texts = ["Pa\u{ad}ris", "Paris", "Paris", "Paris\u{200f} fell"];
        let tags = [(0, "Location", "Pa\u{ad}ris"), (1, "Location", "Paris"), (2, "Organization", "Paris")];
        let suggested = suggested(&texts, &tags);
        assert_eq!(suggested.len(), 1);
        assert!(suggested[0].starts_with("Location Paris@0 0.66"), "{suggested:?}");
    }

    #[test]
    fn the_longest_name_is_preferred_and_nothing_inside_a_tag_is_suggested() {
        let texts = ["Boris Johnson and Johnson", "Boris Johnson"];
        let tags = [(0, "Person", "Boris Johnson"), (1, "Person", "Boris Johnson")];
        assert!(suggested(&texts, &tags).is_empty());
        let texts = ["Boris Johnson", "Johnson said; Boris Johnson said"];
        let tags = [(0, "Person", "Boris Johnson"), (1, "Person", "Johnson")];
        assert_eq!(suggested(&texts, &tags), ["Person Boris Johnson@14 1"]);
    }

    #[test]
    fn a_place_inside_a_longer_name_is_not_suggested() {
        let texts = [
            "Trump spoke in Ontario.",
            "Melania Trump wrote to the Real Estate Council of Ontario. Then Trump left Ontario.",
        ];
        let tags = [(0, "Person", "Trump"), (0, "Location", "Ontario")];
        assert_eq!(suggested(&texts, &tags), ["Person Trump@64 1", "Location Ontario@75 1"]);
    }

    #[test]
    fn parts_of_names_of_all_kinds_are_not_suggested() {
        for (name, part, label) in [
            ("Donald Trump Jr.", "Trump", "Person"),
            ("the Trump Organization", "Trump", "Person"),
            ("the Bank of England", "England", "Location"),
            ("Paris Saint-Germain", "Paris", "Location"),
            ("the New York Times", "New York", "Location"),
            ("the University of Oslo", "Oslo", "Location"),
            ("the Battle of Hastings", "Hastings", "Location"),
            ("Northern Ireland", "Ireland", "Location"),
            ("South Korea", "Korea", "Location"),
        ] {
            let texts = [format!("{part} was discussed."), format!("They spoke of {name} again.")];
            let suggested = suggested(&[&texts[0], &texts[1]], &[(0, label, part)]);
            assert!(suggested.is_empty(), "{name}: {suggested:?}");
        }
    }

    #[test]
    fn the_most_frequent_label_is_suggested_with_its_share() {
        let texts = ["Paris", "Paris", "Paris", "Paris"];
        let tags = [(0, "Location", "Paris"), (1, "Location", "Paris"), (2, "Organization", "Paris")];
        let suggested = suggested(&texts, &tags);
        assert_eq!(suggested.len(), 1);
        assert!(suggested[0].starts_with("Location Paris@0 0.66"), "{suggested:?}");
    }

    #[test]
    fn claims_are_not_suggested_and_do_not_hide_entities() {
        let texts = ["France left. France stayed"];
        assert_eq!(
            suggested(&texts, &[(0, "Claim", "France stayed"), (0, "Location", "France")]),
            ["Location France@13 1"]
        );
        assert!(suggested(&texts, &[(0, "Claim", "France")]).is_empty());
    }
}
